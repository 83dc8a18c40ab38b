"""Articles named by number: «ч. 4 ст. 274», «274-баптың 4-бөлігі», "Article 274(4)"."""

from __future__ import annotations

import re
from typing import Final

import msgspec

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"(?<=\d)\s?([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?<=\d)\^(\d+)|<sup>(\d+)</sup>")
_RAISED_MARK = re.compile("[⁰¹²³⁴-⁹^<]")
_DASHES = re.compile("[‐‑‒–—−]")

_TOKEN = re.compile(
    r"""
    (?P<suffixed>\d{1,3}(?:[.-]\d{1,2})?(?=\s?-?\s?(?:бап|баб|бөл|берене|бер\.|б\.)))
    |(?P<number>\d{1,3}(?:[.-]\d{1,2})?(?![\d/]|[.-]\d))
    |(?P<junk>\d[\d./-]*)
    |(?P<word>[^\W\d_]+)
    |(?P<separator>[,;&+/])
    |(?P<open>\()
    |(?P<generic>§)
    """,
    re.VERBOSE,
)

# The form that nearly all wordings have, read in one go; the tokens read it alike, only slower.
_SIMPLE = re.compile(
    r"\s*(?:(?:ч\.?|часть|части)\s?(\d{1,2})\s)?(?:ст\.?|статья|статьи)\s?(\d{1,3}(?:[.-]\d{1,2})?)[\s.]*"
)

_ARTICLE: Final = "article"
_PART: Final = "part"
_POINT: Final = "point"
_SEPARATOR: Final = "separator"
_CODE: Final = "code"

_VOCABULARY: Final = {
    _ARTICLE: "ст стст статья статьи статье статью статьей статей статьям статьями статьях "
    "стаття статті статтею статтю статтями арт артыкул артыкула артыкулу артыкулам артыкулы "
    "art arts article articles section sec",
    _PART: "ч чч часть части частью частям частями частина частини частиною частині частка часткі часткай "
    "part parts p pt para paragraph",
    _POINT: "п пп пункт пункта пункты пунктом пунктам пункту пункти point points",
    _SEPARATOR: "и і та й да және мен жана and",
    _CODE: "ук кк қк жк кодекс кодекса кодексу кодексі кодекстің кодексінің code cc",
}
_WORDS: Final = {word: meaning for meaning, words in _VOCABULARY.items() for word in words.split()}
_SUFFIXES: Final = ("бап", "баб", "бөл", "берене", "бер")


class Mention(msgspec.Struct, frozen=True):
    """An article's number as written, with hyphen or point, and its part where one alone is named."""

    article: str
    part: str = ""


def number_key(number: str) -> str:
    """An article's number whichever of point and hyphen it is written with."""
    return number.replace("-", ".")


def plain_numbers(folded: str) -> str:
    """The text with raised digits written after a hyphen («190¹» -> «190-1») and with plain hyphens."""
    if _RAISED_MARK.search(folded):
        raised = _RAISED.sub(lambda found: "-" + (found[1] or found[2] or found[3]), folded)
        folded = raised.translate(_SUPERSCRIPTS)
    return _DASHES.sub("-", folded)


def find_mentions(text: str, code_named: bool = False) -> tuple[Mention, ...]:
    """The articles that a folded text with plain numbers names, in order, each once.

    A number counts as an article's where a word says so («ст.», «бап»), or where the text holds nothing but
    numbers and the name of a code. `code_named` says that a code's name was taken out of the text.
    """
    if simple := _SIMPLE.fullmatch(text):
        return (Mention(simple[2], simple[1] or ""),)
    reader = _Reader()
    for token in _TOKEN.finditer(text):
        reader.take(token, text)
    return reader.mentions(code_named)


class _Reader:
    """Reads a wording token by token; knows what the next number would be the number of."""

    def __init__(self) -> None:
        self.role = ""
        self.articles: list[tuple[str, list[str]]] = []
        self.parts_before: list[str] = []
        self.bare: list[str] = []
        self.parts_lead = True
        self.after_number = False
        self.has_words = False

    def take(self, token: re.Match[str], text: str) -> None:
        kind = token.lastgroup
        if kind == "word":
            self.take_word(token[0])
        elif kind == "number":
            self.take_number(token[0])
            return
        elif kind == "suffixed":
            self.take_suffixed(token[0], text[token.end() :].lstrip(" -"))
            return
        elif kind == "separator":
            self.parts_lead = True
        elif kind == "open":
            if self.after_number and self.articles:
                self.role, self.parts_lead = _PART, False
        elif kind == "generic":
            self.role = _ARTICLE
        else:
            self.role, self.has_words = "", True
        self.after_number = False

    def take_word(self, word: str) -> None:
        meaning = _WORDS.get(word, "")
        if meaning == _SEPARATOR:
            self.parts_lead = True
        elif meaning == _PART:
            self.role = meaning
        elif meaning in (_ARTICLE, _POINT):
            self.role, self.parts_lead = meaning, False
        elif meaning == _CODE:
            self.role = ""
        elif not self.is_suffix(word):
            self.role, self.has_words = "", True

    def is_suffix(self, word: str) -> bool:
        """Whether it is the ending of a number already understood: «274-бап»."""
        return word == "б" or word.startswith(_SUFFIXES)

    def take_number(self, number: str) -> None:
        if self.role == _ARTICLE:
            self.add_article(number)
        elif self.role == _PART:
            self.add_part(number)
        elif not self.role:
            self.bare.append(number)
        self.after_number = True

    def take_suffixed(self, number: str, suffix: str) -> None:
        is_part = suffix.startswith("бөл") or (suffix.startswith("б.") and bool(self.articles))
        if is_part:
            self.parts_lead = self.parts_lead and not self.articles
            self.add_part(number)
            return
        for earlier in self.bare:
            self.add_article(earlier)
        self.bare = []
        self.add_article(number)

    def add_article(self, number: str) -> None:
        self.articles.append((number, self.parts_before))
        self.parts_before = []
        self.parts_lead = False

    def add_part(self, number: str) -> None:
        if self.articles and not self.parts_lead:
            self.articles[-1][1].append(number)
        else:
            self.parts_before.append(number)

    def mentions(self, code_named: bool) -> tuple[Mention, ...]:
        if self.articles:
            # «ст. 274, ч. 4»: no article follows, so the part is that of the last one.
            self.articles[-1][1].extend(self.parts_before)
        elif self.bare and (code_named or not self.has_words):
            if len(self.bare) > 1 and (self.has_words or self.parts_before):
                return ()
            self.articles = [(number, self.parts_before) for number in self.bare]
        found: dict[str, list[str]] = {}
        for number, parts in self.articles:
            found.setdefault(number, []).extend(parts)
        return tuple(
            Mention(number, parts[0] if len(set(parts)) == 1 else "") for number, parts in found.items()
        )
