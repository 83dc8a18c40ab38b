"""What the documentation shows is so: its commands run, its links lead somewhere, its reference is true.

A fenced block marked `console` or `sh` that has lines beginning with `$ ` is run from the top of a copy of
the project, and what it shows of their output is compared: `...` stands for anything, alone on a line for any
lines. After the language may stand `exit=N`, the exit status of the block's last command, or `notest: the
reason`. Blocks marked `python` are run too.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from docs import generate

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
ALLOWED = {"allocution", "python", "make", "ls", "cat", "cp", "mkdir"}
MARKDOWN = MarkdownIt("commonmark").enable("table")


@dataclass(slots=True)
class Command:
    """One command of a document and the lines shown under it; None where the block shows no output at all."""

    line: int
    text: str
    shown: list[str] = field(default_factory=list)
    status: int = 0


def blocks(document: Path) -> Iterator[tuple[Token, list[Command]]]:
    """The fenced blocks of a document that hold commands."""
    for token in MARKDOWN.parse(document.read_text()):
        if token.type == "fence" and token.info.split(" ")[0] in ("console", "sh"):
            commands = list(in_block(token))
            if commands:
                yield token, commands


def in_block(token: Token) -> Iterator[Command]:
    """The commands of a block, their continued lines joined, each with the output shown."""
    assert token.map
    status = re.search(r"\bexit=(\d+)", token.info)
    current: Command | None = None
    for number, line in enumerate(token.content.splitlines(), token.map[0] + 2):
        if line.startswith("$ "):
            if current:
                yield current
            current = Command(number, line[2:])
        elif current and current.text.endswith("\\") and not current.shown:
            current.text = current.text[:-1].rstrip() + " " + line.lstrip(" >")
        elif current:
            current.shown.append(line)
    if current:
        current.status = int(status[1]) if status else 0
        yield current


def as_pattern(shown: list[str]) -> re.Pattern[str]:
    """A pattern for output: `...` is anything, a line of it alone any number of lines."""
    parts = [
        r"(?:.*\n)*?"
        if line.strip() == "..."
        else ".*?".join(map(re.escape, line.rstrip().split("..."))) + " *\n"
        for line in shown
    ]
    return re.compile("".join(parts))


def relative(path: Path) -> str:
    """How a path is named in a failure."""
    return path.relative_to(ROOT).as_posix()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project's files, as a fresh clone has them, but for the program's, which is installed."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    for name in subprocess.run(listing, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split(
        "\0"
    ):
        source = ROOT / name
        if name and not name.startswith("src/") and source.is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, tmp_path / name)
    return tmp_path


def run(command: Command, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs one command without a shell; only commands that can do no harm."""
    words = shlex.split(command.text)
    assert words[0] in ALLOWED, f"may not be run from documentation: {words[0]}"
    assert words[0] != "make" or words[1:2] in ([], ["-n"]), (
        "make may show help and, with -n, what it would do"
    )
    assert not set(words) & {"|", ">", ">>", "<", "&&", "||", ";", "&"}, (
        "there is no shell to understand this"
    )
    if words[0] == "python":
        words[0] = sys.executable
    binaries = str(Path(sys.executable).parent)
    environment = {
        "PATH": os.pathsep.join((binaries, os.defpath)),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        [shutil.which(words[0], path=environment["PATH"]) or words[0], *words[1:]],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def run_in(document: Path) -> list[Command]:
    """The commands of a document that are run."""
    return [
        command for token, commands in blocks(document) if "notest" not in token.info for command in commands
    ]


def python_in(document: Path) -> list[str]:
    """The blocks of Python of a document."""
    tokens = MARKDOWN.parse(document.read_text())
    return [token.content for token in tokens if token.type == "fence" and token.info == "python"]


@pytest.mark.parametrize("document", [each for each in DOCUMENTS if run_in(each)], ids=relative)
def test_the_commands_of_a_document_do_what_it_shows(document: Path, copy: Path) -> None:
    for command in run_in(document):
        result = run(command, copy)
        where = f"{relative(document)}:{command.line}: {command.text}\n{result.stdout}"
        assert result.returncode == command.status, where
        assert not command.shown or as_pattern(command.shown).fullmatch(result.stdout), where


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_a_block_that_is_not_run_says_why(document: Path) -> None:
    left_out = [token.info for token, _ in blocks(document) if "notest" in token.info]
    assert [info for info in left_out if not re.search(r"notest: \w+", info)] == []


@pytest.mark.parametrize("document", [each for each in DOCUMENTS if python_in(each)], ids=relative)
def test_the_python_of_a_document_runs(document: Path, copy: Path) -> None:
    for block in python_in(document):
        result = run(Command(0, shlex.join(("python", "-c", block))), copy)
        assert result.returncode == 0, f"{relative(document)}\n{result.stdout}"


def test_the_listing_of_the_code_names_what_there_is() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text()
    listing = text.split("```text\n")[1].split("```")[0]
    package = ROOT / "src" / "allocution"
    listed: set[Path] = set()
    folder = package
    for line in listing.splitlines():
        if found := re.match(r"(\w+)/  ", line):
            folder = package / found[1]
            listed.add(folder)
        inside = line[: line.find("   ", 5)] if line.startswith("    ") else line.split("  ")[0]
        listed.update((folder if line.startswith(" ") else package) / name for name in inside.split() if name)
    assert [path for path in listed if not path.exists()] == []
    folders = {path for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= listed


def anchors(document: Path) -> set[str]:
    """The fragments that a document's headings get when a forge shows it."""
    found: set[str] = set()
    tokens = MARKDOWN.parse(document.read_text())
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            words = "".join(child.content for child in inline.children or ())
            slug = base = re.sub(
                r"\s", "-", re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", words).lower())
            )
            number = 0
            while slug in found:
                number += 1
                slug = f"{base}-{number}"
            found.add(slug)
    return found


def targets(document: Path) -> Iterator[str]:
    """The addresses that a document links to or shows."""
    for token in MARKDOWN.parse(document.read_text()):
        for child in token.children or ():
            target = child.attrs.get("href") or child.attrs.get("src")
            if target:
                yield str(target)
        if token.type == "html_block" or any(child.type == "html_inline" for child in token.children or ()):
            yield from re.findall(r"\b(?:href|src)=\"([^\"]+)\"", token.content)


def leads_somewhere(document: Path, target: str) -> bool:
    """Whether a link from a document reaches a file of the project and, in a document, a heading."""
    address = urlsplit(target)
    if address.scheme or address.netloc:
        return True
    file = (document.parent / unquote(address.path)).resolve() if address.path else document
    if not file.is_relative_to(ROOT) or not file.exists():
        return False
    return not address.fragment or file.suffix != ".md" or unquote(address.fragment) in anchors(file)


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_every_link_within_the_documentation_leads_somewhere(document: Path) -> None:
    assert [target for target in targets(document) if not leads_somewhere(document, target)] == []


@pytest.mark.parametrize("name", sorted(generate.PAGES))
def test_a_page_of_the_reference_is_what_the_program_says(name: str) -> None:
    committed = ROOT / "docs" / "reference" / name
    assert committed.is_file(), "write it with: make docs"
    assert committed.read_text() == generate.PAGES[name](), "write it anew with: make docs"


def test_the_reference_holds_no_page_that_nobody_generates() -> None:
    reference = ROOT / "docs" / "reference"
    files = {path.relative_to(reference).as_posix() for path in reference.rglob("*") if path.is_file()}
    assert files == set(generate.PAGES)


@pytest.mark.parametrize(
    ("shown", "output", "fits"),
    [
        (["one", "two"], "one\ntwo\n", True),
        (["one", "..."], "one\ntwo\nthree\n", True),
        (["one", "..."], "one\n", True),
        (["in ... s"], "in 0.25 s\n", True),
        (["one"], "one\ntwo\n", False),
        (["a.c"], "abc\n", False),
        (["...", "two"], "one\nthree\n", False),
    ],
)
def test_shown_output_is_compared_line_by_line(shown: list[str], output: str, fits: bool) -> None:
    assert bool(as_pattern(shown).fullmatch(output)) is fits


def test_commands_are_found_with_their_output(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Page\n\n```console exit=3\n$ ls \\\n>  -a\nx\n$ cat y\n```\n\n"
        "```sh\nmake\n```\n\n```toml\n$ no\n```\n"
    )
    [(_, commands)] = blocks(page)
    assert [(each.line, each.text, each.shown, each.status) for each in commands] == [
        (4, "ls -a", ["x"], 0),
        (7, "cat y", [], 3),
    ]
