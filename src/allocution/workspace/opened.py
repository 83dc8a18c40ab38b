"""Statements of an opened archive and their sentences, as Python programs read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from allocution.editions.collection import Collected, Collection, Published, sentence_anchor
from allocution.editions.rows import reading_text
from allocution.editions.tokens import Token, tokens
from allocution.model.passages import Passage, Role
from allocution.model.statement import Statement
from allocution.workspace.collecting import PublishedWords


@dataclass(frozen=True, slots=True)
class OpenedSentence:
    """A sentence: where it stands, who says it in which language, what the transcript says, what was meant."""

    statement: str
    anchor: str
    address: str
    number: int
    role: Role
    speaker: str
    language: str
    text: str
    meant: str

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, numbers and marks, with lemmas and parts of speech where the program knows the language."""
        return tokens(" ".join(self.text.split()), self.language)


@dataclass(frozen=True, eq=False)
class OpenedStatement:
    """A statement. `facts` are what its file says of it; its words are read when they are first asked for."""

    collected: Collected
    collection: Collection
    words: PublishedWords

    @property
    def name(self) -> str:
        """What it is called in every edition."""
        return self.collected.name

    @property
    def address(self) -> str:
        """The address of its page: whole where the site's own is known, else from the site's root."""
        return self.collection.address(self.collected)

    @property
    def path(self) -> str:
        """Its file in the archive."""
        return self.collected.item.record.path

    @property
    def heading(self) -> str:
        """Who speaks and on what charge, in a line."""
        return self.collected.heading

    @property
    def language(self) -> str:
        """The language of its text, empty where it isn't known."""
        return self.collected.item.record.language

    @property
    def translates(self) -> str:
        """The name of the statement that it translates, empty where it is no translation."""
        return self.collected.original

    @property
    def facts(self) -> Statement:
        """Everything that its file says about it, apart from the words."""
        return self.collected.statement

    @property
    def date(self) -> str:
        """The date by which it is sorted, in EDTF; empty where none is known."""
        date = self.collected.work.date
        return date.edtf if date else ""

    @property
    def year(self) -> int | None:
        """The year of that date."""
        date = self.collected.work.date
        return date.year if date else None

    @cached_property
    def published(self) -> Published:
        """Its words as editions are made of them. Raises ContentChangedError."""
        return self.words.read(self.collected)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its passages in order. Raises ContentChangedError."""
        return self.published.body.passages

    @property
    def sentences(self) -> tuple[OpenedSentence, ...]:
        """Its sentences in order. Raises ContentChangedError."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[OpenedSentence]:
        number = 0
        for passage, meant in self.published.passages():
            for sentence in passage.sentences:
                number += 1
                anchor = sentence_anchor(sentence)
                yield OpenedSentence(
                    statement=self.name,
                    anchor=anchor,
                    address=f"{self.address}#{anchor}",
                    number=number,
                    role=passage.role,
                    speaker=passage.speaker,
                    language=sentence.language,
                    text=passage.text[sentence.start : sentence.end],
                    meant=reading_text(passage.text, sentence.start, sentence.end, meant),
                )
