"""WACZ files: every page is found by the index in its record, warcio reads all of it, and no damage passes."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Route
from warcio.archiveiterator import ArchiveIterator

from allocution.cli import main
from allocution.errors import CaptureError
from allocution.evidence.wacz import DIGEST, INDEX, PACKAGE, PAGES, WarcFile, check_wacz, surt, write_wacz
from allocution.evidence.warc import digest_of, make_warc
from allocution.model.captures import Capture, Exchange
from tests.capture.servers import HOST, post_page, telegram
from tests.chromium import launched
from tests.publish.archives import write

MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
HTML = (("Content-Type", "text/html; charset=utf-8"),)


def warc(name: str, address: str, body: bytes, status: int = 200) -> WarcFile:
    exchange = Exchange(address, "203.0.113.1", MOMENT, (), status, "OK", HTML, body, body)
    return WarcFile(name, make_warc([Capture(address, (exchange,))]), address, f"Page {name}")


FILES = (
    warc("b.warc.gz", "https://Example.org/B?z=1&a=2", b"<p>words of b</p>"),
    warc("a.warc.gz", "https://t.me/channel/14?embed=1&mode=tme", "<p>Слова</p>".encode()),
    warc("c.warc.gz", "https://t.me/channel/14?embed=1&mode=tme", b"", 304),
)


def make_wacz(files: Iterable[WarcFile], title: str, created: str) -> bytes:
    out = io.BytesIO()
    write_wacz(out, files, title, created)
    return out.getvalue()


WHOLE = make_wacz(FILES, "Captures", "2026-11-22T12:00:00+00:00")


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def test_it_is_as_the_format_has_it() -> None:
    found = members(WHOLE)
    assert sorted(found) == sorted(
        ["archive/a.warc.gz", "archive/b.warc.gz", "archive/c.warc.gz", PACKAGE, DIGEST, INDEX, PAGES]
    )
    package = json.loads(found[PACKAGE])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    for resource in package["resources"]:
        data = found[resource["path"]]
        assert (resource["hash"], resource["bytes"]) == (digest_of(data), len(data))
        assert resource["name"] == Path(resource["path"]).name
    first, *pages = (json.loads(line) for line in found[PAGES].splitlines())
    assert first["format"] == "json-pages-1.0"
    assert [page["url"] for page in pages] == [FILES[1].page, FILES[0].page]
    assert check_wacz(WHOLE) == 2
    assert make_wacz(reversed(FILES), "Captures", "2026-11-22T12:00:00+00:00") == WHOLE


def test_the_index_leads_to_each_record() -> None:
    """As players do: by the index to a place in a stored file, and there to one record."""
    found = members(WHOLE)
    lines = found[INDEX].decode().splitlines()
    assert lines == sorted(lines)
    bodies = {}
    for line in lines:
        key, moment, about = line.split(" ", 2)
        place = json.loads(about)
        assert (key, moment) == (surt(place["url"]), "20261122120000")
        part = found[f"archive/{place['filename']}"][place["offset"] :][: place["length"]]
        [record] = ArchiveIterator(io.BytesIO(part))
        assert record.rec_headers.get_header("WARC-Target-URI") == place["url"]
        bodies[place["url"]] = (place["status"], place["mime"], next_body(part))
    assert bodies == {
        FILES[0].page: (200, "text/html", b"<p>words of b</p>"),
        FILES[1].page: (200, "text/html", "<p>Слова</p>".encode()),
    }


def next_body(part: bytes) -> bytes:
    data: bytes = next(iter(ArchiveIterator(io.BytesIO(part)))).content_stream().read()
    return data


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.Example.org/", "org,example)/"),
        ("http://example.org:8080/a/?b=2&a=1", "org,example:8080)/a?a=1&b=2"),
        ("https://t.me:443/x", "me,t)/x"),
    ],
)
def test_addresses_are_sorted_by(address: str, key: str) -> None:
    assert surt(address) == key


def packed(found: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for path, data in found.items():
            archive.writestr(path, data)
    return out.getvalue()


def described(found: dict[str, bytes]) -> dict[str, bytes]:
    """The same with a description made to fit."""
    package = json.loads(found[PACKAGE])
    rest = {path: data for path, data in found.items() if path not in (PACKAGE, DIGEST)}
    package["resources"] = [
        {"name": Path(path).name, "path": path, "hash": digest_of(data), "bytes": len(data)}
        for path, data in rest.items()
    ]
    data = json.dumps(package).encode()
    return {**rest, PACKAGE: data, DIGEST: json.dumps({"path": PACKAGE, "hash": digest_of(data)}).encode()}


def without(path: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda found: {name: data for name, data in found.items() if name != path}


DAMAGES: dict[str, Callable[[dict[str, bytes]], dict[str, bytes]]] = {
    **{f"without {path}": without(path) for path in members(WHOLE)},
    "a file is added": lambda found: {**found, "archive/x.warc.gz": bytes(FILES[0].data)},
    "a file is added and described": lambda found: described({**found, "notes.txt": b"x"}),
    "the index is empty and described": lambda found: described({**found, INDEX: b""}),
    "a record is gone and described": lambda found: described(without("archive/b.warc.gz")(found)),
    "words are others and described": lambda found: described(
        {**found, "archive/b.warc.gz": bytes(warc("b.warc.gz", FILES[0].page, b"<p>other words</p>").data)}
    ),
    "no WARC and described": lambda found: described({**found, "archive/b.warc.gz": b"words"}),
    "pages of elsewhere and described": lambda found: described(
        {**found, PAGES: found[PAGES].replace(b"Example.org", b"example.net")}
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found(name: str) -> None:
    with pytest.raises(CaptureError):
        check_wacz(packed(DAMAGES[name](members(WHOLE))))


def test_what_is_only_packed_anew_is_whole() -> None:
    assert check_wacz(packed(members(WHOLE))) == 2
    with pytest.raises(CaptureError):
        check_wacz(packed(members(WHOLE), zipfile.ZIP_DEFLATED))


def test_a_changed_bit_is_found_wherever_it_counts() -> None:
    """What a bit may change unseen are times and marks of the container that nothing reads: never a file or a name."""
    chance = random.Random(7)
    known = members(WHOLE)
    passed = 0
    for _ in range(600):
        changed = bytearray(WHOLE)
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        try:
            check_wacz(bytes(changed))
        except CaptureError:
            continue
        passed += 1
        assert members(bytes(changed)) == known
    assert passed < 120


@pytest.mark.parametrize("cut", [0, 1, 100, len(WHOLE) // 2, len(WHOLE) - 1])
def test_what_is_cut_short_is_found(cut: int) -> None:
    for damaged in (WHOLE[:cut], WHOLE + b"\0" * (cut + 1), b"\0" + WHOLE):
        with pytest.raises(CaptureError):
            check_wacz(damaged)


def test_from_an_archive_to_a_verified_file(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", {"hugo.toml": 'title = "x"\n'})
    pages = {f"/Channel/{n}": post_page(f"Channel/{n}", f"Слова {n}") for n in (14, 15)}
    with telegram(pages) as server:
        CliRunner().invoke(
            main, ["capture", f"{server}/Channel/14-15", "--into", str(root), "--allow-host", HOST]
        )
    for arguments, count in (((), 2), (("--source", f"{server}/Channel/15"), 1)):
        target = tmp_path / f"{count}.wacz"
        made = CliRunner().invoke(
            main, ["wacz", str(root), "--output", str(target), "--language", "en", *arguments]
        )
        assert made.exit_code == 0, made.output
        assert f"{count} capture" in made.output
        checked = CliRunner().invoke(main, ["verify", str(target), "--language", "en"])
        assert checked.exit_code == 0, checked.output
        assert f"{count} answer" in checked.output
        target.write_bytes(target.read_bytes()[:-5])
        assert CliRunner().invoke(main, ["verify", str(target)]).exit_code == 1
    none = CliRunner().invoke(
        main, ["wacz", str(root), "--output", str(tmp_path / "n"), "--source", "https://x.org/"]
    )
    assert none.exit_code == 2


def test_a_browser_shows_a_captured_post_with_its_origin_gone(tmp_path: Path) -> None:
    """As players do: every request is answered by the index and the records, or not at all."""
    root = write(tmp_path / "archive", {"hugo.toml": 'title = "x"\n'})
    with telegram({"/Channel/14": post_page("Channel/14", "Слова <b>поста</b>.")}) as server:
        CliRunner().invoke(
            main, ["capture", f"{server}/Channel/14", "--into", str(root), "--allow-host", HOST]
        )
    target = tmp_path / "x.wacz"
    assert CliRunner().invoke(main, ["wacz", str(root), "--output", str(target)]).exit_code == 0
    found = members(target.read_bytes())
    [page] = [json.loads(line) for line in found[PAGES].splitlines()][1:]
    places = {
        (place := json.loads(line.split(" ", 2)[2]))["url"]: place
        for line in found[INDEX].decode().splitlines()
    }

    def answer(route: Route) -> None:
        place = places.get(route.request.url)
        if place is None:
            route.abort()
            return
        part = found[f"archive/{place['filename']}"][place["offset"] :][: place["length"]]
        route.fulfill(status=place["status"], content_type="text/html; charset=utf-8", body=next_body(part))

    with launched() as browser:
        shown = browser.new_page()
        shown.route("**/*", answer)
        shown.goto(page["url"])
        assert shown.inner_text(".tgme_widget_message_text") == "Слова поста."
