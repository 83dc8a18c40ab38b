"""Hugo's way of making names of files and words into parts of addresses (that of Hugo 0.123 and newer)."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

_COMMON = r"[0-9A-Za-z\u0400-\u0481\u048A-\u052F_./\\#+~@-]"
_PLAIN = re.compile(f"{_COMMON}*")
_RUN = re.compile(f"{_COMMON}+|%[0-9A-Fa-f]{{2}}|(?P<other>.)", re.DOTALL)
_UNCLEAN = re.compile(r"//|/\.{0,2}(?:/|\Z)")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNESCAPED = "/$&+,:;=@~!*'()"


def to_lower(text: str) -> str:
    """Lower case letter by letter, without the rules that Python applies to whole words."""
    if text.isascii():
        return text.lower()
    return text.replace("\u0130", "i").replace("\u03a3", "\u03c3").lower()


def normalise(path: str) -> str:
    """The logical form of a content path: lower case, a hyphen for each space."""
    return to_lower(path).replace(" ", "-")


def sanitise(text: str) -> str:
    """Letters, digits, marks and a few signs; white space becomes one hyphen, all else is left out."""
    if _PLAIN.fullmatch(text):
        return text
    if "-" not in text and _PLAIN.fullmatch(hyphened := "-".join(text.split())):
        return hyphened
    kept: list[str] = []
    hyphen_due = was_hyphen = False
    for found in _RUN.finditer(text):
        run = found[0]
        if found.lastgroup == "other" and not _is_allowed(run):
            hyphen_due = hyphen_due or (bool(kept) and not was_hyphen and run.isspace())
            continue
        if hyphen_due and run[0] != "-":
            kept.append("-")
        hyphen_due = False
        was_hyphen = run[-1] == "-"
        kept.append(run)
    return "".join(kept)


def _is_allowed(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "LM" or category == "Nd"


def remove_accents(text: str) -> str:
    """Letters without their marks: й becomes и, ё becomes е, ї becomes і."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=4_096)
def address_part(text: str, keep_case: bool, without_accents: bool) -> str:
    """Text as it stands in an address and in the name of an output file."""
    part = sanitise(text)
    if without_accents:
        part = remove_accents(part)
    return part if keep_case else to_lower(part)


def query_unescape(text: str) -> str:
    """Undo the escapes of a query, in which `+` is a space; nothing where an escape is broken."""
    if "%" not in text and "+" not in text:
        return text
    return "" if _BROKEN_ESCAPE.search(text) else unquote(text.replace("+", " "))


def join(*parts: str) -> str:
    """Parts joined by slashes, cleaned, with a slash in front."""
    path = "/" + "/".join([part.strip("/") for part in parts if part and part != "/"])
    if not _UNCLEAN.search(path):
        return path
    path = posixpath.normpath(path)
    return path[1:] if path.startswith("//") else path


def escape(address: str) -> str:
    """An address as it is written in a link."""
    return quote(address, safe=_UNESCAPED)
