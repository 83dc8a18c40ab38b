"""Captures as WARC 1.1 with SHA-256, and back: every record checked against its digests."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from allocution import __version__
from allocution.errors import CaptureError
from allocution.model.captures import Capture, Exchange, Headers

_HTTP = "application/http; msgtype"
_PIECE, _STEP = 1 << 16, 1 << 24
# What a fetch takes at most, decompressed, for a chain of redirects.
MOST_DECODED = 128 * 1024 * 1024
_METHOD = (
    "HTTP-level capture: one GET for each address, redirects followed, no script run, nothing embedded fetched; "
    "bodies as sent, without transfer coding; headers that name a visitor aren't kept"
)
# Cookies, and what some servers say in their answers of who asked and from where.
STRIPPED = frozenset(
    """cookie set-cookie set-cookie2 authorization proxy-authorization x-forwarded-for x-real-ip x-client-ip
    x-remote-ip true-client-ip cf-connecting-ip cf-ipcountry cf-ray x-amz-cf-pop x-amz-cf-id x-served-by via
    forwarded x-geo-country x-country-code report-to nel""".split()
)


def make_warc(captures: Iterable[Capture]) -> bytes:
    """The captures as one compressed WARC file; the same captures give the same bytes."""
    listed = tuple(captures)
    exchanges = [exchange for capture in listed for exchange in capture.exchanges]
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    began = min(exchange.moment for exchange in exchanges)
    _write(writer, "warcinfo", _moment(began), {}, _info(listed), "application/warc-fields")
    for exchange in exchanges:
        moment = _moment(exchange.moment)
        response = _response(exchange)
        about = {"WARC-Target-URI": exchange.address, "WARC-IP-Address": exchange.network_address}
        answered = {**about, "WARC-Payload-Digest": digest_of(exchange.payload)}
        identifier = _write(writer, "response", moment, answered, response, f"{_HTTP}=response")
        sent = {**about, "WARC-Payload-Digest": digest_of(b""), "WARC-Concurrent-To": identifier}
        _write(writer, "request", moment, sent, _request(exchange), f"{_HTTP}=request")
    return out.getvalue()


def digest_of(data: bytes) -> str:
    """SHA-256 as WARC files have it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _write(
    writer: WARCWriter, kind: str, moment: str, about: Mapping[str, str], block: bytes, media_type: str
) -> str:
    mark = hashlib.sha256("\0".join((kind, moment, *about.values())).encode() + block).hexdigest()
    # A name of its own made of what it names: version 8 is that of such schemes (RFC 9562).
    identifier = f"<urn:uuid:{mark[:8]}-{mark[8:12]}-8{mark[13:16]}-a{mark[17:20]}-{mark[20:32]}>"
    headers = {
        "WARC-Record-ID": identifier,
        "WARC-Date": moment,
        **about,
        "WARC-Block-Digest": digest_of(block),
    }
    record = writer.create_warc_record(
        "",  # with an address, warcio would write the headers anew
        kind,
        payload=io.BytesIO(block),
        length=len(block),
        warc_content_type=media_type,
        warc_headers=StatusAndHeaders("", list({"WARC-Type": kind, **headers}.items()), protocol="WARC/1.1"),
    )
    writer.write_record(record)
    return identifier


def _info(captures: tuple[Capture, ...]) -> bytes:
    fields = (
        ("software", f"Allocution/{__version__}"),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ("description", _METHOD),
        ("headers-not-kept", " ".join(sorted(STRIPPED))),
        *(("asked-for", capture.asked) for capture in captures),
    )
    return "".join(f"{name}: {value}\r\n" for name, value in fields).encode()


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _request(exchange: Exchange) -> bytes:
    parts = urlsplit(exchange.address)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return _head(f"GET {target} HTTP/1.1", exchange.request_headers)


def _response(exchange: Exchange) -> bytes:
    """The answer without transfer coding, which the body no longer has."""
    kept = tuple(
        (name, value)
        for name, value in exchange.headers
        if name.lower() not in ("transfer-encoding", "content-length")
    )
    length = (("Content-Length", str(len(exchange.payload))),)
    head = _head(f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip(), (*kept, *length))
    return head + exchange.payload


def _head(first: str, headers: Headers) -> bytes:
    kept = [f"{name}: {value}" for name, value in headers if name.lower() not in STRIPPED]
    return "\r\n".join([first, *kept, "", ""]).encode("latin-1", "replace")


def read_bodies(data: bytes) -> dict[str, bytes]:
    """Bodies of answers by address, without compression. Raises CaptureError for a file that isn't whole."""
    found: dict[str, bytes] = {}
    records, left = 0, MOST_DECODED
    try:
        for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
            records += 1
            raw_type = record.rec_headers.get_header("WARC-Type")
            body = _limited(record.content_stream(), left)
            left -= len(body)
            if raw_type == "response":
                found[record.rec_headers.get_header("WARC-Target-URI")] = body
    except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
        raise CaptureError("warc-damaged", problem=" ".join(str(error).split())) from error
    if not records:
        raise CaptureError("warc-damaged", problem="no records")
    return found


def _limited(stream: Any, most: int) -> bytes:
    """All that a stream gives, as long as it is within the limit. Raises CaptureError."""
    parts, size = [], 0
    while part := stream.read(_PIECE):
        size += len(part)
        if size > most:
            raise CaptureError("warc-damaged", problem="it is too large once decompressed")
        parts.append(part)
    return b"".join(parts)


def check_warc(data: bytes) -> int:
    """How many records a WARC file has, each whole and with the digest that it states. Raises CaptureError."""
    records = 0
    kinds = set()
    try:
        reader = ArchiveIterator(io.BytesIO(data), no_record_parse=True)
        for record in reader:
            records += 1
            kinds.add(record.rec_type)
            block = _limited(record.raw_stream, MOST_DECODED)
            stated = record.rec_headers.get_header("WARC-Block-Digest")
            length = record.rec_headers.get_header("Content-Length")
            if record.rec_headers.protocol != "WARC/1.1" or stated != digest_of(block):
                raise CaptureError("warc-damaged", problem=f"record {records}: its digest is another")
            if length != str(len(block)):
                raise CaptureError("warc-damaged", problem=f"record {records}: its length is another")
    except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
        raise CaptureError("warc-damaged", problem=" ".join(str(error).split())) from error
    if not {"warcinfo", "response", "request"} <= kinds:
        raise CaptureError("warc-damaged", problem="records are missing")
    if gzip_members(data) != records:
        raise CaptureError("warc-damaged", problem="there is more in it than records")
    read_bodies(data)
    return records


def gzip_members(data: bytes) -> int:
    """How many whole gzip members make up all of the data. Raises CaptureError where something else is in it."""
    count = 0
    while data:
        expander = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            size = len(expander.decompress(data, _STEP))
            while expander.unconsumed_tail and size <= MOST_DECODED:
                size += len(expander.decompress(expander.unconsumed_tail, _STEP))
        except zlib.error as error:
            raise CaptureError("warc-damaged", problem=str(error)) from error
        if not expander.eof:
            raise CaptureError("warc-damaged", problem="it is cut short")
        data = expander.unused_data
        count += 1
    return count
