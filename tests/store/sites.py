"""Small sites for the tests of store/: as dictionaries, and as folders read back."""

from __future__ import annotations

from pathlib import Path

Site = dict[str, bytes]


def generation(number: int) -> Site:
    """A site whose files tell which generation they are of; some stay, some change, some come and go."""
    text = str(number).encode()
    return {
        "index.html": text,
        "about/index.html": b"stays",
        "statements/a/index.html": text * 40,
        f"years/{number % 3}/index.html": text,
        "feed" if number % 2 else "feed/atom.xml": text,
    }


def read(folder: Path) -> Site:
    """What a folder holds. An empty folder below it counts as a file without a body, to be noticed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
        elif not any(path.iterdir()):
            found[path.relative_to(folder).as_posix() + "/"] = b""
    return found
