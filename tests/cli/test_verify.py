"""`allocution verify` of an archive's captures and of a mirror: whatever is damaged is found."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.evidence.custody import add_line, head_of
from tests.capture.servers import HOST, post_page, telegram
from tests.cli.mirrors import mirror
from tests.publish.archives import write

Damage = Callable[[Path], object]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in (*arguments, "--language", "en")])


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with two captures."""
    root = write(tmp_path_factory.mktemp("v") / "archive", {"hugo.toml": 'title = "x"\n'})
    pages = {f"/Channel/{n}": post_page(f"Channel/{n}", f"Слова поста {n}.") for n in (14, 15)}
    with telegram(pages) as server:
        made = run(
            "capture", f"{server}/Channel/14", f"{server}/Channel/15", "--into", root, "--allow-host", HOST
        )
    assert made.exit_code == 0, made.output
    return root


@pytest.fixture
def archive(captured: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(captured, tmp_path / "archive"))


def warcs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.warc.gz"))


def test_what_is_whole_is_said_to_be_with_what_cannot_be_told(archive: Path) -> None:
    result = run("verify", archive)
    assert result.exit_code == 0, result.output
    assert "custody.jsonl: 2 lines, chained from the first to the last" in result.output
    assert result.output.count("SHA-256 as logged; 3 records, each whole and with its digest") == 2
    assert result.output.count("when it was made: it has no timestamp") == 2
    assert "that nobody rewrote captures, log and head together" in result.output
    assert "3 files are as they were logged, and there are no others." in result.output


def lines(archive: Path) -> list[dict[str, str]]:
    """What the log says without moments, tool and digests of lines."""
    log = (archive / "captures/custody.jsonl").read_text().splitlines()
    left_out = ("time", "tool", "before", "line")
    return [{key: value for key, value in json.loads(each).items() if key not in left_out} for each in log]


def test_a_check_is_logged_where_that_is_asked_for(archive: Path) -> None:
    before = (archive / "captures/custody.jsonl").read_bytes()
    assert run("verify", archive).exit_code == 0
    assert (archive / "captures/custody.jsonl").read_bytes() == before
    assert "in the custody log now" in run("verify", archive, "--log").output
    assert lines(archive)[2:] == [{"event": "checked", "checked": "3"}]
    warcs(archive / "captures")[0].write_bytes(b"damaged")
    assert run("verify", archive, "--log").exit_code == 1
    name = f"captures/{warcs(archive / 'captures')[0].name}"
    assert lines(archive)[3:] == [{"event": "failed-check", "checked": "3", "wrong": "1", "files": name}]
    assert run("verify", archive).exit_code == 1
    log = archive / "captures/custody.jsonl"
    log.write_bytes(log.read_bytes().replace(b"failed-check", b"passed-check"))
    damaged = log.read_bytes()
    assert "isn’t in the custody log" in run("verify", archive, "--log").output
    assert log.read_bytes() == damaged


def test_what_leaves_the_archive_and_what_is_withheld_is_logged(archive: Path, tmp_path: Path) -> None:
    packed = tmp_path / "x.wacz"
    assert run("wacz", archive, "--output", packed).exit_code == 0
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    assert lines(archive)[2:] == [{"event": "copied", "sha256": digest, "captures": "2"}]
    source = lines(archive)[0]["source"]
    head = f"title: Анна Ким (клевета)\nsources: ['{source}?single', 'https://example.org/1']\n"
    write(archive, {"content/a.md": f"---\n{head}---\nСлова.\n"})
    done = CliRunner().invoke(main, ["takedown", str(archive), "content/a.md", "--reason", "court-order"])
    assert done.exit_code == 0, done.output
    withheld = {
        "event": "withheld",
        "source": source.casefold(),
        "what": "statement",
        "reason": "court-order",
    }
    assert lines(archive)[3:] == [withheld]
    assert run("verify", archive).exit_code == 0


def test_what_files_withhold_by_themselves_is_told_by_a_check_and_logged(archive: Path) -> None:
    secret, source = "Айгуль Серикова", lines(archive)[0]["source"]
    head = (
        f"title: Анна Ким (клевета)\nsources: ['{source}', 'ftp://example.org/never-captured']\nwithhold:\n"
    )
    name = f"  - {{name: {secret}, reason: relative}}\n"
    hidden = f"  - {{source: '{source}', reason: source-protection}}\n"
    write(archive, {"content/a.md": f"---\n{head}{name}{hidden}---\nСлова о том, как {secret} пришла.\n"})
    log = archive / "captures/custody.jsonl"
    before = log.read_bytes()
    told = run("check", archive).output
    assert "withheld-unlogged" in told
    assert log.read_bytes() == before
    assert "1 source are withheld" in run("captures", "withheld", archive).output
    key = {"source": source.casefold()}
    withheld = {"event": "withheld", **key, "what": "name, source", "reason": "relative, source-protection"}
    assert lines(archive)[2:] == [withheld]
    assert secret not in log.read_text()
    for again in (("captures", "withheld", archive), ("watch", archive, "--every", "999")):
        run(*again)
        assert lines(archive)[2:] == [withheld]
    assert "withheld-unlogged" not in run("check", archive).output
    write(archive, {"content/a.md": f"---\n{head}{name}---\nСлова о том, как {secret} пришла.\n"})
    run("watch", archive, "--every", "999")
    assert lines(archive)[3:] == [{"event": "withheld", **key, "what": "name", "reason": "relative"}]
    write(archive, {"content/a.md": f"---\n{head.replace('withhold:', '')}---\nСлова.\n"})
    assert "no longer" not in run("check", archive).output
    run("captures", "withheld", archive)
    assert lines(archive)[4:] == [{"event": "no-longer-withheld", **key}]
    assert run("verify", archive).exit_code == 0
    log.write_bytes(log.read_bytes().replace(b"relative", b"safety!!"))
    assert run("captures", "withheld", archive).exit_code == 2


def _linked(path: Path) -> None:
    """Have a link to a file of the same bytes."""
    moved = path.parent.parent / "moved"
    shutil.move(path, moved)
    path.symlink_to(moved)


def _relogged(folder: Path, data: bytes) -> None:
    """Have other bytes in the first capture, logged as if they were its own."""
    first = warcs(folder)[0]
    first.write_bytes(data)
    log = b""
    for line in (folder / "custody.jsonl").read_text().splitlines():
        event = {name: value for name, value in json.loads(line).items() if name not in ("line", "before")}
        if event["file"] == first.name:
            event["sha256"] = hashlib.sha256(data).hexdigest()
        log = add_line(log, event)
    (folder / "custody.jsonl").write_bytes(log)
    (folder / "custody.head").write_bytes(head_of(log))


DAMAGES: dict[str, Damage] = {
    "a capture is missing": lambda folder: warcs(folder)[0].unlink(),
    "a capture is cut short": lambda folder: warcs(folder)[0].write_bytes(warcs(folder)[0].read_bytes()[:-1]),
    "a capture is longer": lambda folder: warcs(folder)[0].write_bytes(warcs(folder)[0].read_bytes() + b"\0"),
    "a capture is renamed": lambda folder: warcs(folder)[0].rename(folder / "x.warc.gz"),
    "captures are swapped": lambda folder: [
        path.write_bytes(data)
        for path, data in zip(
            warcs(folder), reversed([each.read_bytes() for each in warcs(folder)]), strict=True
        )
    ],
    "a capture is there twice": lambda folder: shutil.copy(warcs(folder)[0], folder / "copy.warc.gz"),
    "a file is added": lambda folder: (folder / "notes.txt").write_text("x"),
    "a hidden file is added": lambda folder: (folder / ".x").write_text("x"),
    "a folder is added": lambda folder: (folder / "more").mkdir(),
    "a capture is a link": lambda folder: _linked(warcs(folder)[0]),
    "the log is missing": lambda folder: (folder / "custody.jsonl").unlink(),
    "the head is missing": lambda folder: (folder / "custody.head").unlink(),
    "the log lost its last line": lambda folder: (folder / "custody.jsonl").write_text(
        "".join((folder / "custody.jsonl").read_text().splitlines(keepends=True)[:-1])
    ),
    "the log is out of order": lambda folder: (folder / "custody.jsonl").write_text(
        "".join(reversed((folder / "custody.jsonl").read_text().splitlines(keepends=True)))
    ),
    "the log is empty": lambda folder: (folder / "custody.jsonl").write_text(""),
    "no WARC though logged": lambda folder: _relogged(folder, b"words"),
    "an empty capture though logged": lambda folder: _relogged(folder, b""),
    "a record is gone though logged": lambda folder: _relogged(folder, _without_last_record(folder)),
    "a record says another digest though logged": lambda folder: _relogged(folder, _with_other_words(folder)),
    "words behind the records though logged": lambda folder: _relogged(
        folder, warcs(folder)[0].read_bytes() + gzip.compress(b"\r\n\r\n")
    ),
}


def _without_last_record(folder: Path) -> bytes:
    data = warcs(folder)[0].read_bytes()
    return data[: data.rindex(b"\x1f\x8b\x08")]


def _with_other_words(folder: Path) -> bytes:
    data = warcs(folder)[0].read_bytes()
    starts = [at for at in range(len(data)) if data.startswith(b"\x1f\x8b\x08", at)]
    members = [data[start:end] for start, end in zip(starts, [*starts[1:], len(data)], strict=True)]
    plain = [gzip.decompress(member) for member in members]
    return b"".join(gzip.compress(each.replace("Слова".encode(), "Слава".encode())) for each in plain)


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_to_captures_is_found(archive: Path, name: str) -> None:
    DAMAGES[name](archive / "captures")
    result = run("verify", archive)
    assert result.exit_code == 1, (name, result.output)
    assert "NOT as it was logged" in result.output


def test_every_byte_of_captures_counts(archive: Path) -> None:
    """A bit in each of 150 places of every file, one at a time."""
    for path in sorted((archive / "captures").iterdir()):
        data = path.read_bytes()
        for place in range(0, len(data), max(len(data) // 50, 1)):
            changed = bytearray(data)
            changed[place] ^= 1 << place % 8
            path.write_bytes(changed)
            assert run("verify", archive).exit_code == 1, (path.name, place)
        path.write_bytes(data)
    assert run("verify", archive).exit_code == 0


# --- mirrors ---


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive, its key, its first release in `old` and its second in `release`."""
    root = tmp_path_factory.mktemp("r")
    text = (
        '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nsourcelink: https://example.org/1\n---\nСлова.\n'
    )
    write(root, {"archive/hugo.toml": 'title = "x"\n', "archive/content/a.md": text})
    assert CliRunner().invoke(main, ["key", "new", str(root / "key"), "--no-password"]).exit_code == 0
    for copy in ("old", None):
        arguments = [
            "release",
            str(root / "archive"),
            "--output",
            str(root / "release"),
            "--key",
            str(root / "key"),
        ]
        assert CliRunner().invoke(main, arguments).exit_code == 0
        if copy:
            shutil.copytree(root / "release", root / copy)
    return root


def check(address: str, *arguments: object) -> Result:
    return run("verify", address, "--allow-host", HOST, *arguments)


def test_a_mirror_is_compared_with_its_signed_list(released: Path) -> None:
    with mirror(released / "release") as address:
        result = check(address, "--key", released / "key.pub", "--against", released / "release")
        alone = check(address)
    assert result.exit_code == 0, result.output
    assert "Release 2 of" in result.output
    assert "the key that you named" in result.output
    assert "It is the newest release that you have." in result.output
    assert "files that the mirror has besides those that were signed" in result.output
    assert "no others" not in result.output
    assert alone.exit_code == 0
    assert "wasn’t checked" in alone.output


def test_a_mirror_of_the_release_before_is_late(released: Path) -> None:
    with mirror(released / "old") as address:
        result = check(address, "--against", released / "release")
    assert result.exit_code == 1
    assert "out of date: the release 2" in result.output


def test_private_hosts_need_the_option(released: Path) -> None:
    with mirror(released / "release") as address:
        result = run("verify", address)
    assert result.exit_code == 1
    assert "lies in a network that isn’t public" in result.output


@pytest.mark.parametrize(
    "name", ["release.txt", "release.txt.minisig", "SHA256SUMS", "chain/0001.txt", "site/index.html"]
)
@pytest.mark.parametrize("kind", ["changed", "missing", "shorter", "longer"])
def test_damage_to_a_mirror_is_found(released: Path, tmp_path: Path, name: str, kind: str) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "m"))
    path = folder / name
    data = path.read_bytes()
    changes = {"changed": bytes([data[0] ^ 1]) + data[1:], "shorter": data[:-1], "longer": data + b"\n"}
    path.unlink()
    if kind in changes:
        path.write_bytes(changes[kind])
    with mirror(folder) as address:
        result = check(address)
    assert result.exit_code == 1, result.output
    assert name.removesuffix(".minisig") in result.output


def test_a_mirror_signed_by_somebody_else_is_refused(released: Path, tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["key", "new", str(tmp_path / "other"), "--no-password"]).exit_code == 0
    with mirror(released / "release") as address:
        result = check(address, "--key", tmp_path / "other.pub")
    assert result.exit_code == 1
    assert "isn't signed with the key" in result.output
