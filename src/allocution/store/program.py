"""What the program itself is made of, as far as its output depends on it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from allocution.model.digests import content_digest, digest

_PACKAGE = Path(__file__).parents[1]


def program_digest() -> bytes:
    """A digest of the program's own files and of the names and versions of what else is installed with it."""
    root = os.fspath(_PACKAGE)
    parts: list[bytes] = []
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".pyc"):
                path = f"{folder}/{name}"
                with open(path, "rb", buffering=0) as file:
                    parts += (path[len(root) :].encode(), file.read())
    return digest(*_libraries(), content_digest(b"\0".join(parts)))


def _libraries() -> list[bytes]:
    """The names and versions of all that is installed, as the folders that say it are named.

    Asking for the versions of those alone that shape output takes a tenth of a rebuild.
    """
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):  # an archive of modules, or nothing at all
            found.update(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return [name.encode() for name in sorted(found)]


def verifier() -> bytes:
    """The program that checks a release, which lies in every release."""
    return (_PACKAGE / "store" / "verify.py").read_bytes()


def asset(name: str, part: str = "site") -> bytes:
    """A file that a part of the program (`site`, `web`) hands out as it is."""
    return (_PACKAGE / part / "assets" / name).read_bytes()


def font(name: str) -> bytes:
    """A file of the typeface of pictures."""
    return (_PACKAGE / "site" / "fonts" / name).read_bytes()


def template_names() -> frozenset[str]:
    """The names of the site's templates."""
    folder = _PACKAGE / "site" / "templates"
    return frozenset(path.name for path in folder.iterdir() if path.is_file())
