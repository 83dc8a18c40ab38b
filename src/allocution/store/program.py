"""What the program itself is made of, as far as its output depends on it."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from allocution.model.digests import content_digest, digest

_LIBRARIES = ("anyascii", "apsw", "babel", "edtf", "fluent.runtime", "jinja2", "markupsafe", "msgspec", "petrovich",
              "pillow", "pymorphy3", "pymorphy3-dicts-ru", "pyromark", "pyyaml", "shevchenko", "simplemma")  # fmt: skip

# Loaded only where it is asked, which is another process than the one that needs all others.
_METADATA = "importlib.metadata"
_PACKAGE = Path(__file__).parents[1]


def program_digest() -> bytes:
    """A digest of the program's own files and of the versions of the libraries that shape its output."""
    root = os.fspath(_PACKAGE)
    parts: list[bytes] = []
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".pyc"):
                path = f"{folder}/{name}"
                with open(path, "rb") as file:
                    parts += (path[len(root) :].encode(), file.read())
    version: Callable[[str], str] = import_module(_METADATA).version
    libraries = [f"{name} {version(name)}".encode() for name in _LIBRARIES]
    return digest(*libraries, content_digest(b"\0".join(parts)))


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
