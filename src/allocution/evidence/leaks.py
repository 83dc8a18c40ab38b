"""Looks for what is withheld in what is about to be published."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from allocution.evidence.secrets import (
    NameNeedle,
    Secrets,
    TextNeedles,
    address_needles,
    name_needles,
    text_needles,
    words_of,
)
from allocution.evidence.unpacking import TooMuchInsideError, texts_in
from allocution.language.name_forms import NameIndex, NameSearch, Strength

_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\u0301]")
_INLINE = re.compile(r"(?<=[^\W\d_])(?:</?[A-Za-z][^<>]{0,300}>|[*~`])+(?=[^\W\d_])")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_MOST_KNOWN = 100_000
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Leak:
    """What gives something away: the file that withholds it, and what it is (a name, words, an address)."""

    path: str
    what: str


@dataclass(frozen=True)
class _View:
    """A text as somebody may read it."""

    text: str

    @cached_property
    def words(self) -> str:
        return words_of(self.text)

    @cached_property
    def each_word(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.text))

    @cached_property
    def folded(self) -> str:
        return self.text.casefold()


class LeakSearch:
    """Looks for what files withhold."""

    def __init__(self, withheld: Iterable[Secrets]) -> None:
        self._needles = [_Needles.of(secrets) for secrets in withheld]
        self._names = NameIndex(
            (number, needle.search) for number, each in enumerate(self._needles) for needle in each.names
        )
        self._known: dict[str, tuple[int, ...]] = {}

    def find(self, output: str, data: bytes, own: str = "", beside: str = "") -> Leak | None:
        """What a file of the site gives away, or None.

        `own` is the path of the content file that it is made of, `beside` what other files say on the same page.
        """
        found = self._find_in(
            [_View(unicodedata.normalize("NFC", unquote(output)))], own, beside, in_address=True
        )
        if found is not None:
            return found
        try:
            for text in texts_in(data):
                found = self._find_in(list(views_of(text)), own, beside)
                if found is not None:
                    return found
        except TooMuchInsideError:
            return Leak(self._needles[0].path, "unreadable") if self._needles else None
        return None

    def _find_in(self, views: list[_View], own: str, beside: str, in_address: bool = False) -> Leak | None:
        for view in views:
            named = {number for word in view.each_word for number in self._named_by(word)}
            for number, needles in enumerate(self._needles):
                is_own = needles.path == own
                if (is_own or number in named) and needles.name_stands_in(view, is_own, beside, in_address):
                    return Leak(needles.path, "name")
                what = needles.words_stand_in(view, is_own, beside)
                if what:
                    return Leak(needles.path, what)
        return None

    def _named_by(self, word: str) -> tuple[int, ...]:
        """The files that withhold a name of which a word may be part; one page has the words of the other."""
        found = self._known.get(word)
        if found is None:
            found = self._names.names_with(word)
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = found
        return found


@dataclass(frozen=True, slots=True)
class _Needles:
    """What one file withholds, ready to be looked for."""

    path: str
    names: tuple[NameNeedle, ...]
    texts: TextNeedles
    addresses: tuple[str, ...]
    secrets: Secrets

    @classmethod
    def of(cls, secrets: Secrets) -> _Needles:
        return cls(
            secrets.path,
            name_needles(secrets.names),
            text_needles(secrets),
            address_needles(secrets),
            secrets,
        )

    def words_stand_in(self, view: _View, own: bool, beside: str) -> str:
        """What of it but names stands in a text: «text», «address»; empty for nothing."""
        needles = self.texts.own if own else self.texts.anywhere
        if any(needle in view.words for needle in needles):
            shown = words_of(beside) if own and beside else ""
            if any(needle in view.words and needle not in shown for needle in needles):
                return "text"
        if own and any(address in view.folded for address in self.addresses):
            return "address"
        return ""

    def name_stands_in(self, view: _View, own: bool, beside: str, in_address: bool) -> bool:
        for needle, secret in zip(self.names, self.secrets.names, strict=True):
            least = Strength.WORD if own else needle.anywhere
            if least == Strength.NEVER:
                continue
            search = needle.search
            if own and beside:
                search = NameSearch(secret.name, (*secret.others, beside))
            if any(place.strength >= least for place in search.find(view.text, in_address)):
                return True
        return False


def views_of(text: str) -> Iterator[_View]:
    """A text as it is written with escapes undone, and, where it has tags, as it is read without them."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", _unescaped(text)))
    joined = _INLINE.sub("", plain) if "<" in plain or "*" in plain else plain
    yield _View(joined)
    if "<" in joined:
        without = _TAG.sub(" ", joined)
        if without != joined:
            yield _View(without)


def _unescaped(text: str) -> str:
    if "\\u" in text:
        text = _JSON_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    if "&" in text:
        text = html.unescape(text)
    return unquote(text) if "%" in text else text
