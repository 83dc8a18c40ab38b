"""Torrents of releases: others' programs know them by the same hash, and find every file in them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import libtorrent
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from torrentool.torrent import Torrent as Read

from allocution.cli import main
from allocution.evidence import torrents
from allocution.evidence.torrents import SharedFile, make_torrent, piece_length
from tests.editions.archives import archives_fixture
from tests.publish.archives import tree, write

__all__ = ["archives_fixture"]

PAGE = '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nsourcelink: https://example.org/1\n---\nСлова.\n'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture(name="release", scope="module")
def _release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    archive = write(folder / "archive", {"content/a.md": PAGE, "hugo.toml": 'title = "x"\n'})
    assert run("key", "new", folder / "key", "--no-password").exit_code == 0
    made = run("release", archive, "--output", folder / "release", "--key", folder / "key")
    assert made.exit_code == 0, made.output
    return folder / "release"


def others_hash(folder: Path, piece: int) -> str:
    """What libtorrent makes of a folder with pieces of that length."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the new way lets one choose no order of files
        return _others_hash(folder, piece)


def _others_hash(folder: Path, piece: int) -> str:
    files = libtorrent.file_storage()
    for path in sorted(tree(folder), key=lambda path: path.encode().split(b"/")):
        files.add_file(f"{folder.name}/{path}", (folder / path).stat().st_size)
    made = libtorrent.create_torrent(
        files, piece, libtorrent.create_torrent.v1_only | libtorrent.create_torrent.no_attributes
    )
    libtorrent.set_piece_hashes(made, str(folder.parent))
    return str(libtorrent.torrent_info(made.generate()).info_hashes().v1)


def test_libtorrent_computes_the_same_hash(release: Path) -> None:
    made = run("torrent", release, "--web-seed", "https://example.org/mirror", "--language", "en")
    assert made.exit_code == 0, made.output
    file = release.with_name("release.torrent")
    size = sum(len(data) for data in tree(release).values())
    told = made.output.split()[-1]
    assert told == others_hash(release, piece_length(size)) == Read.from_file(str(file)).info_hash


def test_what_is_in_it(release: Path) -> None:
    run(
        "torrent", release, "--web-seed", "https://example.org/mirror", "--tracker", "udp://tracker.example:1"
    )
    read = Read.from_file(str(release.with_name("release.torrent")))
    found = {each.name.split("/", 1)[1]: each.length for each in read.files}
    assert found == {path: len(data) for path, data in tree(release).items()}
    assert read.webseeds == ["https://example.org/mirror/"]
    assert read.announce_urls == [["udp://tracker.example:1"]]
    assert read.creation_date is None
    once = release.with_name("release.torrent").read_bytes()
    run(
        "torrent", release, "--web-seed", "https://example.org/mirror", "--tracker", "udp://tracker.example:1"
    )
    assert release.with_name("release.torrent").read_bytes() == once


def test_only_a_whole_release_is_shared(tmp_path: Path) -> None:
    made = run("torrent", write(tmp_path / "folder", {"a": "b"}))
    assert made.exit_code == 2
    assert "no release that is as it was signed" in made.output
    assert not (tmp_path / "folder.torrent").exists()


@pytest.mark.parametrize(
    "arguments", [("--web-seed", "example.org"), ("--tracker", "x"), ("--output", "HERE")]
)
def test_what_cannot_be_asked(arguments: tuple[str, ...], release: Path, tmp_path: Path) -> None:
    given_ = [str(release / "a.torrent") if each == "HERE" else each for each in arguments]
    output = [] if "HERE" in arguments else ["--output", tmp_path / "a.torrent"]
    assert run("torrent", release, *given_, *output).exit_code == 2
    assert tree(tmp_path) == {}


def test_without_the_library_it_says_what_to_install(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torrents, "find_spec", lambda _: None)
    made = run("torrent", release, "--output", tmp_path / "a.torrent")
    assert (made.exit_code, "allocution[torrent]" in made.output) == (2, True)


TORF = Path(sys.executable).with_name("torf")  # run: its licence isn't one for what we import


def assert_known_to_torf(release: Path, file: Path) -> None:
    """torf knows a release's torrent by the same hash, and computes it from the release's own files."""
    made = run("torrent", release, "--web-seed", "https://example.org/mirror/", "--output", file)
    assert made.exit_code == 0, made.output
    told = subprocess.run([TORF, "-i", file], capture_output=True, text=True, check=True).stdout
    said = dict(line.split("\t", 1) for line in told.splitlines() if "\t" in line)
    assert said["Info Hash"] == Read.from_file(str(file)).info_hash
    assert said["Webseed"] == "https://example.org/mirror/"
    subprocess.run([TORF, "-i", file, release], capture_output=True, check=True)


@pytest.mark.parametrize("name", ["sample", "seed", "texas"])
def test_torf_knows_the_release_of_each_archive(name: str, archives: dict[str, Path], tmp_path: Path) -> None:
    if name not in archives:
        pytest.skip(f"no {name} beside the repository")
    run("key", "new", tmp_path / "key", "--no-password")
    copy = shutil.copytree(archives[name], tmp_path / "archive")
    made = run("release", copy, "--output", tmp_path / "release", "--key", tmp_path / "key")
    assert made.exit_code == 0, made.output
    assert_known_to_torf(tmp_path / "release", tmp_path / "a.torrent")


def test_torf_finds_what_was_changed(release: Path, tmp_path: Path) -> None:
    torf, file = TORF, tmp_path / "a.torrent"
    assert_known_to_torf(release, file)
    altered = shutil.copytree(release, tmp_path / release.name)
    page = next(altered.rglob("index.html"))
    page.write_bytes(page.read_bytes() + b" ")
    assert subprocess.run([torf, "-i", file, altered], capture_output=True, check=False).returncode != 0


@given(st.lists(st.lists(st.integers(0, 40_000), max_size=4), min_size=1, max_size=5))
def test_pieces_are_those_of_all_bytes_in_a_row(sizes: list[list[int]]) -> None:
    """However the bytes come in blocks, the hash is that of the same bytes in one block a file."""
    blocks = [[bytes([number % 251]) * size for size in of_file] for number, of_file in enumerate(sizes)]
    files = [SharedFile(f"f{n}", sum(map(len, each)), each) for n, each in enumerate(blocks)]
    joined = [SharedFile(f"f{n}", sum(map(len, each)), [b"".join(each)]) for n, each in enumerate(blocks)]
    assert make_torrent("x", files).info_hash == make_torrent("x", reversed_copy(joined)).info_hash


def reversed_copy(files: list[SharedFile]) -> list[SharedFile]:
    """The order in which files are named doesn't matter."""
    return list(reversed(files))
