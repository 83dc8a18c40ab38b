"""Charges as worded -> articles of law, where jurisdiction and wording leave one answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import msgspec

from allocution.content.laws.mentions import Mention, find_mentions, number_key, plain_numbers
from allocution.content.laws.reading import first_day, last_day
from allocution.content.laws.wording import fold, words_of
from allocution.model.law import Article, ArticleReference, Certainty, Charge, Law

# Statements before Soviet courts may state the union as their jurisdiction; the codes were its republics'.
_SOVIET_JURISDICTIONS: Final = frozenset({"su", "suhh"})
_SOVIET_END: Final = "1991-12-26"

# How the name of a code reads inside «статья … кодекса», which the data needn't repeat for every law.
_CASES: Final = (
    ("уголовный кодекс ", "уголовного кодекса "),
    ("кримінальний кодекс ", "кримінального кодексу "),
    ("крымінальны кодэкс ", "крымінальнага кодэкса "),
    ("қылмыстық кодексі", "қылмыстық кодексінің"),
)
_HAS_DIGIT = re.compile("[0-9¹²³]")
# Numbers beside these are of other laws than any that we know by name.
_OTHER_LAW = re.compile(
    r"(?<!\w)(?:коап|кобап|купап|упк|кпк|уик|гк|гпк|нк|әқбтк|қпк|қак|закон\w*|указ\w*|декрет\w*|конституци\w*|"
    r"конституці\w*|административ\w*|адміністратив\w*|адміністрацый\w*|әкімшілік|процессуаль\w*|"
    r"процесуаль\w*|administrative|procedure|constitution|decree|act)(?!\w)"
)


class _Validity(msgspec.Struct, frozen=True):
    first: str
    last: str

    @classmethod
    def of(cls, valid_from: str, valid_to: str) -> _Validity:
        """What is unknown is open: an unknown date never rules an article out."""
        return cls(first_day(valid_from) if valid_from else "", last_day(valid_to) if valid_to else "9999")

    def covers(self, first: str, last: str) -> bool:
        return self.first <= last and self.last >= first


class _KnownLaw(msgspec.Struct, frozen=True, eq=False):
    law: Law
    validity: _Validity
    articles: dict[str, tuple[Article, _Validity]]
    """By number key."""

    @property
    def identifier(self) -> str:
        return self.law.identifier


class _Entry(msgspec.Struct, frozen=True, eq=False):
    """A title or a common wording of an article."""

    known: _KnownLaw
    article: Article
    validity: _Validity
    official: bool


class _Day(NamedTuple):
    """The days that a date can mean."""

    first: str
    last: str


_ANY_DAY: Final = _Day("", "9999")


def _days(on: str) -> _Day:
    first, _, last = on.partition("/")
    return _Day(first_day(first), last_day(last or first))


class ChargeMatcher:
    """Finds the article of a charge. Build it once for an archive's laws; it never changes afterwards."""

    def __init__(self, laws: Iterable[Law]) -> None:
        self._laws: dict[str, _KnownLaw] = {}
        self._by_name: dict[str, tuple[_KnownLaw, ...]] = {}
        self._by_wording: dict[str, tuple[_Entry, ...]] = {}
        self._numbered: dict[str, tuple[_KnownLaw, ...]] = {}
        for law in laws:
            self._add(law)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """The names of laws, of which most charges have none."""
        names = sorted((name for name in self._by_name if name), key=len, reverse=True)
        alternatives = "|".join(re.escape(name).replace(r"\ ", r"[\s.]+") for name in names) or "(?!)"
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")

    def law(self, name: str) -> Law | None:
        """The law of that identifier, or the only law of that title or abbreviation."""
        found = self._named(name)
        return found[0].law if len(found) == 1 else None

    def match(
        self,
        wording: str,
        jurisdiction: str = "",
        on: str = "",
        law: str = "",
        article: str = "",
        part: str = "",
    ) -> Charge:
        """The charge, with its article or the articles that it may be.

        `on` is a day, a month, a year or two of those with a slash between; empty where no date is known. `law` is an
        identifier or an abbreviation; `law`, `article` and `part` are what the file states beside the wording. Without
        a jurisdiction and without a law named, there are candidates only, and none of a name in English.
        """
        day = _days(on) if on else _ANY_DAY
        folded = fold(wording)
        named = self._named(law) if law else ()
        if law and not named:
            return Charge(wording)
        mentions = _stated(article, part) if article else ()
        if not mentions and _HAS_DIGIT.search(folded):
            mentions, code = self._mentions(plain_numbers(folded), part)
            named = named or code
        if mentions and not article and _OTHER_LAW.search(folded):
            charge = self._by_number(wording, mentions, "", day, named) if named else Charge(wording)
            return Charge(wording, candidates=_all(charge))
        if mentions:
            return self._by_number(wording, mentions, _place(jurisdiction), day, named)
        return self._by_words(wording, words_of(folded), _place(jurisdiction), day, named, part)

    def match_list(self, wordings: Sequence[str], jurisdiction: str = "", on: str = "") -> tuple[Charge, ...]:
        """The charges of one title: where one code is named, bare numbers beside it are of that code too."""
        if len(wordings) < 2:
            return tuple(self.match(wording, jurisdiction, on) for wording in wordings)
        folded = [fold(wording) for wording in wordings]
        names = [self._names.search(text) for text in folded]
        codes = {words_of(found[0]) for found in names if found}
        shared = codes.pop() if len(codes) == 1 else ""
        bare = [
            not found and bool(_HAS_DIGIT.search(text)) and not _OTHER_LAW.search(text)
            for text, found in zip(folded, names, strict=True)
        ]
        return tuple(
            self.match(wording, jurisdiction, on, shared if is_bare else "")
            for wording, is_bare in zip(wordings, bare, strict=True)
        )

    def _mentions(self, text: str, part: str) -> tuple[tuple[Mention, ...], tuple[_KnownLaw, ...]]:
        """The articles that a folded text names by number, and the laws that its code's name may mean."""
        found = self._names.search(text)
        named: tuple[_KnownLaw, ...] = ()
        if found:
            named = self._by_name[words_of(found[0])]
            text = f"{text[: found.start()]} {text[found.end() :]}"
        mentions = find_mentions(text, found is not None)
        if part:
            mentions = tuple(Mention(mention.article, part) for mention in mentions)
        return mentions, named

    def _add(self, law: Law) -> None:
        articles = {
            number_key(article.number): (article, _Validity.of(article.valid_from, article.valid_to))
            for article in law.articles
        }
        known = _KnownLaw(law, _Validity.of(law.valid_from, law.valid_to), articles)
        self._laws[law.identifier] = known
        for name in _names_of(law):
            self._by_name[name] = (*self._by_name.get(name, ()), known)
        for key, (article, validity) in articles.items():
            self._numbered[key] = (*self._numbered.get(key, ()), known)
            official = {words_of(fold(label.text)) for label in article.titles}
            common = {words_of(fold(wording)) for wording in article.wordings}
            for words in sorted(official | common):
                entry = _Entry(known, article, validity, words in official)
                self._by_wording[words] = (*self._by_wording.get(words, ()), entry)

    def _named(self, name: str) -> tuple[_KnownLaw, ...]:
        if name in self._laws:
            return (self._laws[name],)
        return self._by_name.get(words_of(fold(name)), ())

    def _by_words(
        self, wording: str, words: str, place: str, day: _Day, named: tuple[_KnownLaw, ...], part: str
    ) -> Charge:
        if words.isascii() and not place and not named:
            # An English name («Libel») is nobody's law: the laws here have it as a translation only, and most countries
            # whose courts speak English aren't among them.
            return Charge(wording)
        entries = [
            entry
            for entry in self._by_wording.get(words, ())
            if entry.validity.covers(day.first, day.last)
            and entry.known.validity.covers(day.first, day.last)
            and (not named or entry.known in named)
            and _in_place(entry.known, place)
        ]
        if (place or named) and any(entry.official for entry in entries):
            entries = [entry for entry in entries if entry.official]
        references = [
            ArticleReference(entry.known.identifier, entry.article.number, part) for entry in entries
        ]
        # An unverified article would make a guess of the data look like a fact about the charge.
        verified = all(entry.article.certainty is not Certainty.UNVERIFIED for entry in entries)
        return _charge(wording, references, certain=bool(place or named) and verified)

    def _by_number(
        self,
        wording: str,
        mentions: tuple[Mention, ...],
        place: str,
        day: _Day,
        named: tuple[_KnownLaw, ...],
    ) -> Charge:
        references: list[ArticleReference] = []
        certain = bool(place or named) and all(_in_place(known, place) for known in named)
        for mention in mentions:
            found, sure = self._numbered_so(mention, place, day, named)
            references.extend(found)
            certain = certain and sure
        return _charge(wording, references, certain)

    def _numbered_so(
        self, mention: Mention, place: str, day: _Day, named: tuple[_KnownLaw, ...]
    ) -> tuple[list[ArticleReference], bool]:
        """The articles of that number, and whether a single one of them would be beyond doubt."""
        key = number_key(mention.article)
        listing = [
            known
            for known in self._numbered.get(key, ())
            if (known in named if named else _in_place(known, place))
        ]
        valid = [
            known
            for known in listing
            if known.validity.covers(day.first, day.last)
            and known.articles[key][1].covers(day.first, day.last)
        ]
        if valid:
            return [_reference(known, key, mention) for known in valid], True
        # Laws list a selection of their articles: a number that the law named by the charge doesn't list is
        # still that law's, unless a law of the same name that was in force at another time lists it.
        standing = [
            known for known in named if known not in listing and known.validity.covers(day.first, day.last)
        ]
        elsewhen = [known for known in listing if standing and not known.validity.covers(day.first, day.last)]
        # Where the law named had that article at another time only, the date may not be that of the deed.
        ended = [known for known in listing if named and not standing]
        others = (*elsewhen, *ended)
        return [_reference(known, key, mention) for known in (*standing, *others)], not others


def match_charge(
    laws: Iterable[Law],
    wording: str,
    jurisdiction: str,
    on: str,
    law: str = "",
    article: str = "",
    part: str = "",
) -> Charge:
    """The charge among these laws; for many charges build one `ChargeMatcher`."""
    return ChargeMatcher(laws).match(wording, jurisdiction, on, law, article, part)


def _stated(article: str, part: str) -> tuple[Mention, ...]:
    """What a file states beside a wording: a bare number, or an article as it is written elsewhere."""
    text = plain_numbers(fold(article))
    mentions = find_mentions(text, code_named=True) or (Mention(text.strip()),)
    return tuple(Mention(mention.article, part or mention.part) for mention in mentions)


def _place(jurisdiction: str) -> str:
    """The country of a jurisdiction, which may be one of its subdivisions (ISO 3166-2)."""
    return jurisdiction.strip().casefold().partition("-")[0]


def _in_place(known: _KnownLaw, place: str) -> bool:
    if place in _SOVIET_JURISDICTIONS:
        return known.validity.first < _SOVIET_END
    return not place or known.law.jurisdiction == place


def _names_of(law: Law) -> frozenset[str]:
    names = {words_of(fold(label.text)) for label in (*law.titles, *law.short_titles)}
    for written, inflected in _CASES:
        names |= {name.replace(written, inflected) for name in names if written in name}
    return frozenset(names)


def _all(charge: Charge) -> tuple[ArticleReference, ...]:
    return (charge.reference,) if charge.reference else charge.candidates


def _reference(known: _KnownLaw, key: str, mention: Mention) -> ArticleReference:
    listed = known.articles.get(key)
    return ArticleReference(known.identifier, listed[0].number if listed else mention.article, mention.part)


def _charge(wording: str, references: Sequence[ArticleReference], certain: bool) -> Charge:
    distinct = tuple(dict.fromkeys(references))
    if certain and len(distinct) == 1:
        return Charge(wording, reference=distinct[0])
    return Charge(wording, candidates=distinct)
