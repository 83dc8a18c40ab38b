"""A release is signed and chained; whatever is done to one afterwards is found."""

from __future__ import annotations

import ast
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import pytest

from allocution.errors import AllocutionError, PublishError, UsageError
from allocution.evidence.minisign import SecretKey
from allocution.evidence.releases import ReleaseStatement, signed
from allocution.publish.building import BuildOptions, FindingsRefuseBuildError
from allocution.publish.releasing import ReleaseSummary, release
from allocution.store import verify
from allocution.store.verify import LANGUAGES, USAGE, WHOLE_AND_ALONE, WORDS, Report, said, verify_release
from tests.publish.archives import NOW, assert_same, tree, write

KEY = SecretKey(b"11111111", bytes(range(32)))
OTHER = SecretKey(b"22222222", bytes(range(1, 33)))
PLACES = 10_000
ARCHIVE = {
    "content/a.md": '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nsourcelink: https://example.org/1\n---\nСлова.\n',
    "static/й ё.bin": "\x00\x01",
    "static/empty.txt": "",
}


def make(
    root: Path, folder: Path, key: SecretKey = KEY, day: int = 0, next_key: SecretKey | None = None
) -> ReleaseSummary:
    options = BuildOptions(NOW + timedelta(days=day), strict=True)
    return release(root, folder, key, options, next_key.public if next_key else None)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second release, by another key than the first: its folder."""
    root = tmp_path_factory.mktemp("released")
    archive = write(root / "archive", ARCHIVE)
    make(archive, root / "release", next_key=OTHER)
    make(archive, root / "release", OTHER, day=1)
    return root / "release"


def verified(folder: Path, key: SecretKey = KEY) -> Report:
    return verify_release(str(folder), key.public.text)


# --- what is whole ---


def test_a_release_is_whole(released: Path) -> None:
    report = verified(released)
    assert (report.problems, report.pinned) == ([], True)
    assert report.release is not None
    assert (report.release.number, report.files) == (
        2,
        sum(path.is_file() for path in released.rglob("*")) - 3,
    )


def test_the_file_in_it_checks_it_with_nothing_but_python(released: Path, tmp_path: Path) -> None:
    shutil.copy(released / "verify.py", tmp_path / "verify.py")
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(released), "--key"]
    file = tmp_path / "archive.pub"
    file.write_bytes((released / "release.pub").read_bytes())
    for key in (KEY.public.text, file):
        done = subprocess.run([*command, str(key)], check=False, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Release 2 of 2026-11-23T12:00:00Z" in done.stdout
    copy = tmp_path / "copy"
    shutil.copytree(released, copy)
    (copy / "site/index.html").write_text("другое")
    assert subprocess.run([*command[:-2], str(copy)], check=False, capture_output=True).returncode == 1
    assert subprocess.run(command[:-2], check=False, capture_output=True).returncode == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_in_it_speaks_the_reader_s_language(released: Path, tmp_path: Path, language: str) -> None:
    def run(*arguments: str, **environment: str) -> str:
        command = [sys.executable, "-I", "-S", str(released / "verify.py"), *arguments]
        done = subprocess.run(
            command, check=False, capture_output=True, env={**environment, "LC_ALL": "C.UTF-8"}
        )
        return (done.stdout + done.stderr).decode()

    whole = run(str(released), "--language", language)
    assert whole == run(str(released), ALLOCUTION_LANGUAGE=language)
    assert whole.splitlines()[0] == said(WHOLE_AND_ALONE, language).format(
        2, "2026-11-23T12:00:00Z", verified(released).files
    )
    copy = tmp_path / "copy"
    shutil.copytree(released, copy)
    (copy / "site/index.html").unlink()
    (copy / "more").write_text("")
    missing, unsigned = said("it is missing", language), said("nobody signed it", language)
    wrong = run(str(copy), "--language", language).splitlines()
    assert wrong[:2] == [f"site/index.html: {missing}", f"more: {unsigned}"]
    assert wrong[2].endswith(": 2")
    assert run("--language", language, "--bogus").strip() == said(USAGE, language)


def test_all_that_it_says_has_words_in_each_language() -> None:
    tree = ast.parse(Path(verify.__file__).read_text(encoding="utf-8"))
    spoken = {
        found.value
        for node in ast.walk(tree)
        if isinstance(node, (ast.Call, ast.Return, ast.Yield, ast.BinOp, ast.IfExp, ast.Tuple))
        for found in ast.iter_child_nodes(node)
        if isinstance(found, ast.Constant) and isinstance(found.value, str) and " " in found.value
    }
    spoken -= {*(word for words in WORDS.values() for word in words), "trusted comment: ", " "}
    # Besides: how files are written, and an error of the curve that becomes another one.
    assert {text for text in spoken if text not in WORDS and not re.search(r"[\[:]|---", text)} == {
        "no point of the curve"
    }
    assert all(len(words) == len(LANGUAGES) - 1 for words in WORDS.values())


def test_stock_tools_read_the_list(released: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("no sha256sum on this machine")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], check=False, cwd=released
    )
    assert done.returncode == 0


def test_the_same_archive_gives_the_same_release(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "one")
    make(archive, tmp_path / "two")
    assert_same(tree(tmp_path / "one"), tree(tmp_path / "two"))


def test_nothing_else_is_left_where_a_release_is_made(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "release")
    make(archive, tmp_path / "release", day=1)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"archive", "release", ".release.site", "..release.site.allocution"}


# --- what isn't whole ---


def put(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    path.write_bytes(data)


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The data with one place changed in one of the ways in which disks and people change it."""
    at, other = dice.randrange(len(data)), dice.randrange(len(data))
    kind = dice.randrange(7)
    match kind:
        case 0:
            return data[:at] + data[at + 1 :]
        case 1:
            return data[:at] + dice.randbytes(1) + data[at:]
        case 2:
            return data[:at]
        case 3:
            return data[:at] + data[other:]
        case 4:
            return data[:at] + bytes(min(16, len(data) - at)) + data[at + 16 :]
        case _:
            return data[:at] + bytes([data[at] ^ 1 << dice.randrange(8)]) + data[at + 1 :]


@pytest.mark.slow
def test_damage_at_ten_thousand_places_is_found(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A signature of the same bytes by the same key holds or not, whenever it is asked.
    monkeypatch.setattr(verify, "ed25519_holds", lru_cache(maxsize=None)(verify.ed25519_holds))
    copy = tmp_path / "copy"
    shutil.copytree(released, copy)
    files = sorted(path for path in copy.rglob("*") if path.is_file() and path.stat().st_size)
    telling = ("release.txt", "release.txt.minisig", "SHA256SUMS", "chain/0001.txt", "chain/0001.txt.minisig")
    dice = random.Random(7)
    missed, tried = [], 0
    while tried < PLACES:
        # Every file in turn, and those that all rests on more often.
        path = files[tried % len(files)] if tried % 3 else copy / dice.choice(telling)
        before = path.read_bytes()
        after = damaged(before, dice)
        if after == before:
            continue
        tried += 1
        put(path, after)
        if not verified(copy).problems:
            missed.append((path.name, before, after))
        put(path, before)
    assert missed == []
    assert verified(copy).problems == []


def _rename(copy: Path, path: Path) -> None:
    path.rename(path.with_name(f"{path.name}x"))


def _swap_case(copy: Path, path: Path) -> None:
    path.rename(path.with_name(path.name.swapcase()))


def _truncate(copy: Path, path: Path) -> None:
    data = path.read_bytes()
    put(path, data[:-1] if data else b"x")


def _link(copy: Path, path: Path) -> None:
    kept = copy.parent / f"kept-{path.name}"
    path.rename(kept)
    path.symlink_to(kept)


def _folder(copy: Path, path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(copy: Path, path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


DAMAGES: dict[str, Callable[[Path, Path], object]] = {
    "missing": lambda _, path: path.unlink(),
    "added beside": lambda _, path: path.with_name("added.txt").write_bytes(b""),
    "hidden beside": lambda _, path: path.with_name(".hidden").write_bytes(b""),
    "empty folder beside": lambda _, path: path.with_name("empty").mkdir(),
    "duplicated": lambda _, path: shutil.copy(path, path.with_name(f"{path.name}.2")),
    "renamed": _rename,
    "case swapped": _swap_case,
    "truncated": _truncate,
    "emptied": lambda _, path: put(path, b"" if path.stat().st_size else b"x"),
    "lengthened": lambda _, path: put(path, path.read_bytes() + b"\n"),
    "linked": _link,
    "a folder": _folder,
    "a pipe": _pipe,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_to_any_file_is_found(released: Path, tmp_path: Path, damage: str) -> None:
    files = [path.relative_to(released) for path in sorted(released.rglob("*")) if path.is_file()]
    chosen = [path for path in files if len(path.parts) < 3]
    missed = []
    for number, path in enumerate(chosen):
        copy = tmp_path / str(number)
        shutil.copytree(released, copy)
        DAMAGES[damage](copy, copy / path)
        if not verified(copy).problems:
            missed.append(str(path))
        shutil.rmtree(copy)
    assert missed == []


def test_files_that_change_places_are_found(released: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(released, copy)
    one, other = copy / "chain/0001.txt", copy / "release.txt"
    data = one.read_bytes(), other.read_bytes()
    put(one, data[1])
    put(other, data[0])
    assert verified(copy).problems


def test_an_older_list_with_its_signature_is_no_release_of_these_files(
    released: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(released, copy)
    for name in ("release.txt", "release.txt.minisig"):
        put(copy / name, (copy / "chain" / name.replace("release", "0001")).read_bytes())
    assert verified(copy).problems


@pytest.mark.parametrize(
    "line", ["# size 1", "# allocution files 1", "", "x" * 64 + "  a", "0" * 64 + "  ../a", "0" * 64 + " *a"]
)
def test_a_list_that_says_anything_else_is_refused_even_if_it_is_signed(tmp_path: Path, line: str) -> None:
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "release")
    resign(tmp_path / "release", lambda data: data + f"{line}\n".encode())
    assert verified(tmp_path / "release").problems


def test_a_list_that_is_out_of_order_or_names_a_file_twice_is_refused_even_if_it_is_signed(
    tmp_path: Path,
) -> None:
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "release")
    before = (tmp_path / "release/SHA256SUMS").read_bytes().split(b"\n")
    head, entries = before[:2], [before[at : at + 2] for at in range(2, len(before) - 1, 2)]
    resign(tmp_path / "release", lambda data: data)
    assert verified(tmp_path / "release").problems == []
    for wrong in (entries[::-1], [*entries, entries[-1]], [entries[0], *entries]):
        lines = b"\n".join([*head, *(line for entry in wrong for line in entry), b""])
        resign(tmp_path / "release", lambda _, lines=lines: lines)  # type: ignore[misc]
        assert verified(tmp_path / "release").problems


def resign(folder: Path, change: Callable[[bytes], bytes]) -> None:
    """Put another list into a release and sign it, as whoever has the key could."""
    data = change((folder / "SHA256SUMS").read_bytes())
    put(folder / "SHA256SUMS", data)
    statement = ReleaseStatement(
        1, NOW, (data.count(b"\n") - 2) // 2, sha256(data).hexdigest(), "", KEY.public, KEY.public
    )
    put(folder / "release.txt", statement.text())
    put(folder / "release.txt.minisig", signed(statement, KEY, "release.txt"))


# --- keys and chains ---


def test_another_key_than_the_one_known_beforehand_is_a_problem(released: Path) -> None:
    stranger = replace(KEY, seed=bytes(32))
    report = verified(released, stranger)
    assert report.problems
    assert not report.pinned
    assert verified(released, OTHER).pinned


def test_a_key_that_wasn_t_announced_can_t_sign_the_next_release(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "release")
    with pytest.raises(UsageError):
        make(archive, tmp_path / "release", OTHER, day=1)


def test_a_chain_of_keys_that_weren_t_announced_is_found(tmp_path: Path) -> None:
    """A stranger takes a release and makes the next one by himself."""
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "release", next_key=OTHER)
    make(archive, tmp_path / "release", OTHER, day=1)
    stranger = replace(KEY, seed=bytes(32), identifier=b"33333333")
    make(archive, tmp_path / "forged", stranger)
    make(archive, tmp_path / "forged", stranger, day=1)
    for name in ("0001.txt", "0001.txt.minisig"):
        put(tmp_path / "forged/chain" / name, (tmp_path / "release/chain" / name).read_bytes())
    assert verified(tmp_path / "forged").problems


def test_a_damaged_release_isn_t_followed_by_another(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "release")
    (tmp_path / "release/site/index.html").unlink()
    before = tree(tmp_path / "release")
    with pytest.raises(PublishError):
        make(archive, tmp_path / "release", day=1)
    assert tree(tmp_path / "release") == before


def test_an_error_in_the_archive_or_an_earlier_clock_releases_nothing(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "release", day=1)
    before = tree(tmp_path / "release")
    with pytest.raises(AllocutionError):
        make(archive, tmp_path / "release")
    write(archive, {"content/b.md": "---\ntitle: [\n---\n"})
    with pytest.raises(FindingsRefuseBuildError):
        make(archive, tmp_path / "release", day=2)
    assert tree(tmp_path / "release") == before


def test_what_was_taken_down_is_in_no_later_release(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", ARCHIVE)
    make(archive, tmp_path / "release")
    listed = (tmp_path / "release/SHA256SUMS").read_bytes()
    text = ARCHIVE["content/a.md"].replace(
        "---\nСлова", "withhold: {statement: true, reason: court-order}\n---\nСлова"
    )
    write(archive, {"content/a.md": text})
    make(archive, tmp_path / "release", day=1)
    everything = b"".join(tree(tmp_path / "release").values())
    assert "Слова".encode() not in everything
    assert all(line[:64] not in everything for line in listed.split(b"\n") if line.endswith(b"a/index.html"))
    assert verified(tmp_path / "release").problems == []
