"""Captures as WARC 1.1 with SHA-256, and back: every record checked against its digests."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from allocution import __version__
from allocution.errors import CaptureError
from allocution.model.captures import Capture, Download, Earlier, Exchange, Headers, Rendered

_HTTP = "application/http; msgtype"
_PIECE, _STEP = 1 << 16, 1 << 20
_REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
# What a fetch takes at most, decompressed, for a chain of redirects.
MOST_DECODED = 128 * 1024 * 1024
_METHOD = (
    "HTTP-level capture: one GET for each address, redirects followed, no script run, nothing embedded fetched; "
    "bodies as sent, without transfer coding; headers that name a visitor aren't kept"
)
_DOWNLOADED = (
    "HTTP-level capture of one file: a GET, redirects followed, what was broken off gone on with by Range; "
    "body as sent; headers that name a visitor aren't kept"
)
_RENDERED = (
    "page shown by a browser that has no network: each of its GETs was fetched at HTTP level, redirects one by one, "
    "bodies as sent, without transfer coding; nothing but GETs sent; the resource is the page as scripts left it"
)
# What the address of a page as scripts left it begins with.
MARKUP = "urn:dom:"
# Cookies, and what some servers say in their answers of who asked and from where.
STRIPPED = frozenset(
    """cookie set-cookie set-cookie2 authorization proxy-authorization x-forwarded-for x-real-ip x-client-ip
    x-remote-ip true-client-ip cf-connecting-ip cf-ipcountry cf-ray x-amz-cf-pop x-amz-cf-id x-served-by via
    forwarded x-geo-country x-country-code report-to nel""".split()
)

_ABOUT = (
    ("software", f"Allocution/{__version__}"),
    ("format", "WARC File Format 1.1"),
    ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
    ("headers-not-kept", " ".join(sorted(STRIPPED))),
)
Buffer = bytes | memoryview


def make_warc(captures: Iterable[Capture]) -> bytes:
    """The captures as one compressed WARC file; the same captures give the same bytes."""
    listed = tuple(captures)
    exchanges = [exchange for capture in listed for exchange in capture.exchanges]
    told = (("description", _METHOD), *(("asked-for", capture.asked) for capture in listed))
    return _made(exchanges, told)


def rendered_warc(page: Rendered) -> bytes:
    """All that a page asked for, and what scripts made of it, as one compressed WARC file."""
    told = (("description", _RENDERED), ("browser", page.program), ("asked-for", page.asked))
    left_out = tuple(("not-fetched", f"{code} {address}") for address, code in page.left_out)
    markup = (f"{MARKUP}{page.address}", _moment(page.moment), page.markup)
    return _made(page.exchanges, (*told, *left_out), (markup,))


def _made(
    exchanges: Sequence[Exchange],
    told: Iterable[tuple[str, str]],
    resources: Iterable[tuple[str, str, bytes]] = (),
) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    began = min(exchange.moment for exchange in exchanges)
    _write(writer, "warcinfo", _moment(began), {}, _fields((*_ABOUT, *told)), "application/warc-fields")
    for exchange in exchanges:
        moment = _moment(exchange.moment)
        response = _response(exchange)
        about = {"WARC-Target-URI": exchange.address, "WARC-IP-Address": exchange.network_address}
        answered = {**about, "WARC-Payload-Digest": digest_of(exchange.payload)}
        identifier = _write(writer, "response", moment, answered, response, f"{_HTTP}=response")
        sent = {**about, "WARC-Payload-Digest": digest_of(b""), "WARC-Concurrent-To": identifier}
        _write(writer, "request", moment, sent, _request(exchange), f"{_HTTP}=request")
    for name, moment, data in resources:
        about = {"WARC-Target-URI": name, "WARC-Payload-Digest": digest_of(data)}
        _write(writer, "resource", moment, about, data, "text/html; charset=utf-8")
    return out.getvalue()


def write_download(out: BinaryIO, download: Download, body: BinaryIO, earlier: Earlier | None) -> str:
    """A download as a compressed WARC file; the moment that its record has.

    Where the body was captured `earlier`, a revisit record refers to that and the body isn't kept again.
    """
    head = download.head
    moment = _moment(head.moment)
    begun = make_warc([Capture(download.asked, download.redirects)]) if download.redirects else b""
    about = {"WARC-Target-URI": head.address, "WARC-IP-Address": head.network_address}
    payload = {"WARC-Payload-Digest": f"sha256:{download.sha256}"}
    answer = _answer(head, download.size)
    kind, referred = "response", dict[str, str]()
    if earlier is not None:
        kind = "revisit"
        referred = {
            "WARC-Profile": _REVISIT,
            "WARC-Refers-To-Target-URI": earlier.address,
            "WARC-Refers-To-Date": earlier.moment,
        }
    if begun:
        out.write(begun)
    else:
        _stream(out, "warcinfo", moment, {}, [_download_info(download)], "application/warc-fields")
    blocks: list[bytes | BinaryIO] = [answer, body] if earlier is None else [answer]
    named = {**about, **payload, **referred}
    identifier = _stream(out, kind, moment, named, blocks, f"{_HTTP}=response")
    sent = {**about, "WARC-Payload-Digest": digest_of(b""), "WARC-Concurrent-To": identifier}
    _stream(out, "request", moment, sent, [_request(head)], f"{_HTTP}=request")
    return moment


def digest_of(data: Buffer) -> str:
    """SHA-256 as WARC files have it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _write(
    writer: WARCWriter, kind: str, moment: str, about: Mapping[str, str], block: bytes, media_type: str
) -> str:
    identifier = _identifier(kind, moment, about, block)
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


def _stream(
    out: BinaryIO,
    kind: str,
    moment: str,
    about: Mapping[str, str],
    blocks: Sequence[bytes | BinaryIO],
    media_type: str,
) -> str:
    """Write a record, however large its block is; its identifier. Media are compressed already."""
    state, size = hashlib.sha256(), 0
    for piece in _pieces(blocks):
        state.update(piece)
        size += len(piece)
    identifier = _identifier(kind, moment, about, state.digest())
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": identifier,
        "WARC-Date": moment,
        **about,
        "WARC-Block-Digest": f"sha256:{state.hexdigest()}",
        "Content-Type": media_type,
        "Content-Length": str(size),
    }
    lines = ["WARC/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    compressor = zlib.compressobj(0, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    for piece in _pieces(["\r\n".join(lines).encode(), *blocks, b"\r\n\r\n"]):
        out.write(compressor.compress(piece))
    out.write(compressor.flush())
    return identifier


def _pieces(blocks: Iterable[bytes | BinaryIO]) -> Iterator[bytes]:
    for block in blocks:
        if isinstance(block, bytes):
            yield block
            continue
        block.seek(0)
        while piece := block.read(_PIECE):
            yield piece


def _identifier(kind: str, moment: str, about: Mapping[str, str], block: bytes) -> str:
    """A name of its own made of what it names: version 8 is that of such schemes (RFC 9562)."""
    mark = hashlib.sha256("\0".join((kind, moment, *about.values())).encode() + block).hexdigest()
    return f"<urn:uuid:{mark[:8]}-{mark[8:12]}-8{mark[13:16]}-a{mark[17:20]}-{mark[20:32]}>"


def _download_info(download: Download) -> bytes:
    parts = [f"from byte {first}: answered at {moment}" for first, moment in download.parts]
    fields = [*_ABOUT, ("description", _DOWNLOADED), ("asked-for", download.asked)]
    return _fields([*fields, *(("part", part) for part in parts if len(parts) > 1)])


def _fields(fields: Iterable[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in fields).encode()


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _request(exchange: Exchange) -> bytes:
    parts = urlsplit(exchange.address)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return _head(f"GET {target} HTTP/1.1", exchange.request_headers)


def _response(exchange: Exchange) -> bytes:
    return _answer(exchange, len(exchange.payload)) + exchange.payload


def _answer(exchange: Exchange, size: int) -> bytes:
    """The head of an answer without transfer coding, which the body no longer has."""
    kept = tuple(
        (name, value)
        for name, value in exchange.headers
        if name.lower() not in ("transfer-encoding", "content-length")
    )
    first = f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip()
    return _head(first, (*kept, ("Content-Length", str(size))))


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
            if raw_type in ("response", "resource"):
                found[record.rec_headers.get_header("WARC-Target-URI")] = body
    except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
        raise CaptureError("warc-damaged", problem=" ".join(str(error).split())) from error
    if not records:
        raise CaptureError("warc-damaged", problem="records-missing")
    return found


def _limited(stream: Any, most: int) -> bytes:
    """All that a stream gives, as long as it is within the limit. Raises CaptureError."""
    return b"".join(_within(stream, most))


def _within(stream: Any, most: int) -> Iterator[bytes]:
    size = 0
    while part := stream.read(_PIECE):
        size += len(part)
        if size > most:
            raise CaptureError("warc-damaged", problem="too-large-unpacked")
        yield part


def check_warc(data: Buffer) -> int:
    """How many records a WARC file has, each whole and with the digest that it states. Raises CaptureError.

    However large it is, little of it is in memory.
    """
    records = 0
    kinds = set()
    most = _most(data)
    try:
        for record in ArchiveIterator(stream_of(data), no_record_parse=True):
            records += 1
            kinds.add(record.rec_type)
            _check_block(record, records, most)
        for record in ArchiveIterator(stream_of(data), check_digests="raise"):
            for _ in _within(record.content_stream(), most):
                pass
    except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
        raise CaptureError("warc-damaged", problem=" ".join(str(error).split())) from error
    if not {"warcinfo", "request"} <= kinds or not kinds & {"response", "revisit"}:
        raise CaptureError("warc-damaged", problem="records-missing")
    if gzip_members(data) != records:
        raise CaptureError("warc-damaged", problem="more-than-records")
    return records


def _most(data: Buffer) -> int:
    """How much is looked at, decompressed: a download, which is large, isn't compressed a second time."""
    return MOST_DECODED + 2 * len(data)


def _check_block(record: Any, number: int, most: int) -> None:
    state, size = hashlib.sha256(), 0
    for part in _within(record.raw_stream, most):
        state.update(part)
        size += len(part)
    headers = record.rec_headers
    stated = headers.get_header("WARC-Block-Digest")
    if headers.protocol != "WARC/1.1" or stated != f"sha256:{state.hexdigest()}":
        raise CaptureError("warc-damaged", problem="record-digest", number=number)
    if headers.get_header("Content-Length") != str(size):
        raise CaptureError("warc-damaged", problem="record-length", number=number)


class _Window(io.RawIOBase):
    """Bytes that lie elsewhere, read as a file."""

    def __init__(self, data: memoryview) -> None:
        self._data, self._place = data, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: len(self._data)}[whence]
        if start + offset < 0:
            raise OSError("a place before the beginning")
        self._place = start + offset
        return self._place

    def readinto(self, buffer: Any) -> int:
        part = self._data[self._place : self._place + len(buffer)]
        buffer[: len(part)] = part
        self._place += len(part)
        return len(part)


def stream_of(data: Buffer) -> BinaryIO:
    """Bytes as an open file, without a copy of them."""
    return io.BufferedReader(_Window(memoryview(data).cast("B")))


def gzip_members(data: Buffer) -> int:
    """How many whole gzip members make up all of the data. Raises CaptureError where something else is in it."""
    count, size, left = 0, 0, memoryview(data).cast("B")
    most = _most(data)
    while left:
        expander = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while left and not expander.eof:
            given, left = left[:_STEP], left[_STEP:]
            try:
                size += len(expander.decompress(given, _STEP))
                while expander.unconsumed_tail and size <= most:
                    size += len(expander.decompress(expander.unconsumed_tail, _STEP))
            except zlib.error as error:
                raise CaptureError("warc-damaged", problem=str(error)) from error
            if size > most:
                raise CaptureError("warc-damaged", problem="too-large-unpacked")
            if expander.unused_data:
                place = len(data) - len(left) - len(expander.unused_data)
                left = memoryview(data).cast("B")[place:]
        if not expander.eof:
            raise CaptureError("warc-damaged", problem="cut-short")
        count += 1
    return count
