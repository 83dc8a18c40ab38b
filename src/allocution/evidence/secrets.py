"""What one content file withholds, in the forms by which it is looked for in what is published.

Only the processes that read the file hold it; nothing of it is written anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from allocution.language.name_forms import NameSearch, Strength

_LETTERS = re.compile(r"[^\W_]+")
_WINDOW = 8
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 24


class SecretName(msgspec.Struct, frozen=True):
    """A name, and the names of people who are named openly in the same file."""

    name: str
    others: tuple[str, ...] = ()


class Secrets(msgspec.Struct, frozen=True):
    """What a file withholds. `texts` are words, `addresses` addresses, as the file has them.

    `open_text` is what the file publishes: words of a secret that stand there, too, say nothing.
    """

    path: str
    names: tuple[SecretName, ...] = ()
    texts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    open_text: str = ""


def words_of(text: str) -> str:
    """The words of a text, folded, with one space before, between and behind them: what is compared."""
    return f" {' '.join(_LETTERS.findall(text.casefold().replace('ё', 'е')))} "


class TextNeedles(msgspec.Struct, frozen=True):
    """Runs of words of what is withheld. `anywhere` are those that give it away in any file of the site."""

    own: tuple[str, ...]
    anywhere: tuple[str, ...]


def text_needles(secrets: Secrets) -> TextNeedles:
    """The runs of words to look for: whole short texts, every window of long ones."""
    shown = words_of(secrets.open_text)
    own: dict[str, None] = {}
    anywhere: dict[str, None] = {}
    for text in secrets.texts:
        for needle in _windows(words_of(text).split()):
            if needle not in shown:
                own[needle] = None
                if needle.count(" ") > _FEWEST_WORDS and len(needle) >= _FEWEST_LETTERS:
                    anywhere[needle] = None
    return TextNeedles(tuple(own), tuple(anywhere))


def _windows(words: list[str]) -> Iterator[str]:
    if len(words) <= _WINDOW:
        if words:
            yield f" {' '.join(words)} "
        return
    for start in range(len(words) - _WINDOW + 1):
        yield f" {' '.join(words[start : start + _WINDOW])} "


def address_needles(secrets: Secrets) -> tuple[str, ...]:
    """Addresses without what browsers add or leave out."""
    bare = (address.partition("://")[2] or address for address in secrets.addresses)
    return tuple(dict.fromkeys(each.rstrip("/").casefold() for each in bare if each.rstrip("/")))


class NameNeedle(msgspec.Struct, frozen=True):
    """A name to look for, and how surely it must be found in another file's output to be a leak."""

    search: NameSearch
    anywhere: int


def name_needles(names: Iterable[SecretName]) -> tuple[NameNeedle, ...]:
    """The names to look for. One of a single word is looked for in its own file's output only."""
    searches = (NameSearch(each.name, each.others) for each in names)
    return tuple(
        NameNeedle(search, Strength.FULL if search.is_distinctive else Strength.NEVER)
        for search in searches
        if search
    )
