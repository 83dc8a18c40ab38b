"""Captures as one WACZ 1.1.1 file (https://specs.webrecorder.net/wacz/1.1.1/) that browsers replay; and one checked."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator

from allocution import __version__
from allocution.errors import CaptureError
from allocution.evidence.warc import Buffer, check_warc, digest_of, stream_of

PACKAGE, DIGEST = "datapackage.json", "datapackage-digest.json"
INDEX, PAGES = "indexes/index.cdx", "pages/pages.jsonl"
_ARCHIVE = "archive/"
_STAMP = re.compile(r"[-T:]|\..*|Z$")
_NEVER = (1980, 1, 1, 0, 0, 0)
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class WarcFile:
    """A capture's file, and the address that the page is found at in it; empty where it is no page."""

    name: str
    data: Buffer
    page: str
    title: str


def write_wacz(out: BinaryIO, files: Iterable[WarcFile], title: str, created: str) -> None:
    """Write all captures as one file; the same captures give the same bytes. `created` is in RFC 3339."""
    listed = sorted(files, key=lambda file: file.name)
    entries = {file.name: list(_entries(file.name, file.data)) for file in listed}
    lines = sorted(line for each in entries.values() for _, _, line in each)
    members: dict[str, Buffer] = {
        **{f"{_ARCHIVE}{file.name}": file.data for file in listed},
        INDEX: "".join(f"{line}\n" for line in lines).encode(),
        PAGES: _pages(listed, entries),
    }
    resources = [
        {"name": path.rpartition("/")[2], "path": path, "hash": digest_of(data), "bytes": len(data)}
        for path, data in members.items()
    ]
    package = _json(
        {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": title,
            "created": created,
            "software": f"Allocution/{__version__}",
            "resources": resources,
        }
    )
    members[PACKAGE] = package
    members[DIGEST] = _json({"path": PACKAGE, "hash": digest_of(package)})
    with zipfile.ZipFile(out, "w") as archive:
        for path, data in members.items():
            # Players read records in their place: nothing is compressed a second time.
            entry = zipfile.ZipInfo(path, _NEVER)
            entry.file_size = len(data)
            with archive.open(entry, "w") as member:
                for start in range(0, len(data), _PIECE):
                    member.write(data[start : start + _PIECE])


def check_wacz(data: Buffer) -> int:
    """How many records with answers a WACZ file has, all of it being whole. Raises CaptureError."""
    try:
        return _check(data)
    except (
        zipfile.BadZipFile,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        NotImplementedError,
        EOFError,
        OSError,
    ) as error:
        raise _wrong(" ".join(str(error).split()) or "illegible") from error


def _wrong(problem: str, **named: str) -> CaptureError:
    return CaptureError("wacz-damaged", problem=problem, **named)


def _check(data: Buffer) -> int:
    with zipfile.ZipFile(stream_of(data)) as archive:
        listed = archive.infolist()
        members = {entry.filename: _member(archive, entry, data) for entry in listed}
    if len(members) != len(listed) or any(entry.compress_type for entry in listed):
        raise _wrong("malformed")
    if _size(listed) != len(data):
        raise _wrong("malformed")
    package = bytes(members.pop(PACKAGE))
    if json.loads(bytes(members.pop(DIGEST))) != {"path": PACKAGE, "hash": digest_of(package)}:
        raise _wrong("part-changed", part=PACKAGE)
    described = json.loads(package)
    if described["profile"] != "data-package" or described["wacz_version"] != "1.1.1":
        raise _wrong("too-new")
    stated = {each["path"]: (each["hash"], each["bytes"]) for each in described["resources"]}
    found = {path: (digest_of(content), len(content)) for path, content in members.items()}
    if stated != found or len(stated) != len(described["resources"]):
        raise _wrong("parts-differ")
    return _check_index(members)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, data: Buffer) -> memoryview:
    """A stored file in its place, without a copy of it."""
    archive.open(entry).close()  # raises where its own head is another one
    name = len(entry.filename.encode())
    start = entry.header_offset + 30 + name
    if bytes(data[start - name - 4 : start - name]) != struct.pack("<HH", name, 0):
        raise _wrong("part-changed", part=entry.filename)
    found = memoryview(data)[start : start + entry.file_size]
    if zlib.crc32(found) != entry.CRC or len(found) != entry.file_size:
        raise _wrong("part-changed", part=entry.filename)
    return found


def _size(listed: list[zipfile.ZipInfo]) -> int:
    """How long a file is that holds these, one after another, and nothing else."""
    names = [len(entry.filename.encode()) for entry in listed]
    bodies = sum(30 + name + entry.file_size for name, entry in zip(names, listed, strict=True))
    return bodies + sum(46 + name for name in names) + 22


def _check_index(members: Mapping[str, Buffer]) -> int:
    """Hold index and pages against the records that there are."""
    warcs = {path.removeprefix(_ARCHIVE): data for path, data in members.items() if path.startswith(_ARCHIVE)}
    if not warcs or set(members) != {INDEX, PAGES, *(f"{_ARCHIVE}{name}" for name in warcs)}:
        raise _wrong("parts-differ")
    lines = []
    addresses = set()
    for name, data in warcs.items():
        check_warc(data)
        for address, _, line in _entries(name, data):
            lines.append(line)
            addresses.add(address)
    if bytes(members[INDEX]).decode().splitlines() != sorted(lines):
        raise _wrong("index-differs")
    pages = [json.loads(line) for line in bytes(members[PAGES]).decode().splitlines()]
    if pages[0]["format"] != "json-pages-1.0" or not {page["url"] for page in pages[1:]} <= addresses:
        raise _wrong("pages-differ")
    return len(lines)


def _entries(name: str, data: Buffer) -> Iterator[tuple[str, str, str]]:
    """Address, moment and line of the index of each answer that can be shown."""
    reader = ArchiveIterator(stream_of(data))
    for record in reader:
        if record.rec_type not in ("response", "revisit"):
            continue
        headers = record.rec_headers
        address = headers.get_header("WARC-Target-URI")
        moment = headers.get_header("WARC-Date")
        status = record.http_headers.get_statuscode()
        media_type = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
        again = record.rec_type == "revisit"
        about = {
            "url": address,
            "mime": "warc/revisit" if again else media_type or "application/octet-stream",
            "status": int(status),
            "digest": headers.get_header("WARC-Payload-Digest"),
        }
        while record.raw_stream.read(_PIECE):
            pass
        place = {"offset": reader.get_record_offset(), "length": reader.get_record_length(), "filename": name}
        if status != "304":  # it has nothing to show
            yield address, moment, f"{surt(address)} {_STAMP.sub('', moment)} {_line({**about, **place})}"


def surt(address: str) -> str:
    """An address as indexes are sorted by: the host backwards, all in lower case, the query's parts in order."""
    parts = urlsplit(address.lower())
    host = ",".join(reversed((parts.hostname or "").removeprefix("www.").split(".")))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = parts.path.rstrip("/") or "/"
    query = f"?{'&'.join(sorted(parts.query.split('&')))}" if parts.query else ""
    return f"{host}{port}){path}{query}"


def _pages(files: Iterable[WarcFile], entries: Mapping[str, list[tuple[str, str, str]]]) -> bytes:
    lines = [_line({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"})]
    for file in files:
        moment = next((moment for address, moment, _ in entries[file.name] if address == file.page), "")
        if moment:
            identifier = hashlib.sha256(f"{file.page} {moment}".encode()).hexdigest()[:22]
            page = {"id": identifier, "url": file.page, "ts": moment, "title": file.title}
            lines.append(_line(page))
    return "".join(f"{line}\n" for line in lines).encode()


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _json(value: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
