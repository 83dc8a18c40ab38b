"""Laws, their articles, and charges as statements name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How sure the data are of a fact about a law."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Label:
    """A wording in one language (BCP 47 tag)."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class FormerNumber:
    """The number that an article's offence had in an earlier law or version."""

    law: str
    number: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a law. Dates are EDTF, empty where not known for certain; `parts` is 0 where nobody counted."""

    number: str
    titles: tuple[Label, ...]
    subject: str
    certainty: Certainty
    wordings: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    former_numbers: tuple[FormerNumber, ...] = ()
    note: str = ""
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Law:
    """A code of law: `identifier` such as kz-uk-2014, `jurisdiction` an ISO 3166 code."""

    identifier: str
    jurisdiction: str
    titles: tuple[Label, ...]
    short_titles: tuple[Label, ...]
    certainty: Certainty
    articles: tuple[Article, ...]
    valid_from: str = ""
    valid_to: str = ""

    def article(self, number: str) -> Article | None:
        """The article of that number."""
        return next((article for article in self.articles if article.number == number), None)


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """An article of a law, and its part where stated; empty strings are unknown."""

    law: str
    article: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge as the file words it.

    `reference` is set when jurisdiction and wording leave one answer; otherwise `candidates` holds what they leave.
    """

    wording: str
    reference: ArticleReference | None = None
    candidates: tuple[ArticleReference, ...] = ()
