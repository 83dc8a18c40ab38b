"""An archive as Python programs read it: typed records of what may be published, the words only when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocution.editions.collection import Collected, Collection, Published, collect, sentence_anchor
from allocution.editions.rows import reading_text
from allocution.editions.tokens import Token, tokens
from allocution.model.finding import Finding
from allocution.model.passages import Passage, Role
from allocution.model.statement import Statement
from allocution.store.clock import moment
from allocution.store.workers import default_jobs
from allocution.views.site_view import SiteView, configured_base
from allocution.workspace.collecting import PublishedWords, find_statement
from allocution.workspace.loading import Remembered, Workspace

if TYPE_CHECKING:
    import pandas
    import polars


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


class OpenedArchive:
    """An archive's published statements at one moment, in order: iterate over it, or ask for one by its name.

    Drafts, withdrawn statements and what is withheld are in none of it.
    """

    def __init__(self, collection: Collection, words: PublishedWords, findings: tuple[Finding, ...]) -> None:
        self.collection = collection
        self.findings = findings
        self._words = words

    @property
    def title(self) -> str:
        """The archive's title."""
        return self.collection.title

    def __len__(self) -> int:
        return len(self.collection.statements)

    def __iter__(self) -> Iterator[OpenedStatement]:
        return map(self._opened, self.collection.statements)

    def statement(self, wanted: str) -> OpenedStatement:
        """The statement with that name, path or address. Raises NoSuchStatementError."""
        return self._opened(find_statement(self.collection.statements, wanted))

    def sentences(self) -> Iterator[OpenedSentence]:
        """All sentences in order; the words of one statement are held at a time. Raises ContentChangedError."""
        for statement in self:
            yield from statement.sentences

    def to_polars(self, table: str = "statements") -> polars.DataFrame:
        """A table of the editions (or `tokens`) as a Polars frame. Raises UsageError, ContentChangedError."""
        made: polars.DataFrame = self._frame("polars_frames", table)
        return made

    def to_pandas(self, table: str = "statements") -> pandas.DataFrame:
        """A table of the editions (or `tokens`) as a pandas frame. Raises UsageError, ContentChangedError."""
        return self._frame("pandas_frames", table)

    def _frame(self, module: str, table: str) -> Any:
        columns = import_module("allocution.workspace.frames").read_columns(self, table)
        return import_module(f"allocution.workspace.{module}").frame(columns)

    def _opened(self, collected: Collected) -> OpenedStatement:
        return OpenedStatement(collected, self.collection, self._words)


def open_archive(
    folder: Path | str, *, now: datetime | None = None, base_address: str = "", jobs: int | None = None
) -> OpenedArchive:
    """The archive in a folder as it stands now; no words are read yet. Raises AllocutionError."""
    workspace = Workspace(Path(folder), now or moment())
    loaded = workspace.load(Remembered(), jobs or default_jobs())
    site = SiteView(loaded.archive, base_address or configured_base(loaded.archive))
    collection = Collection(site, collect(loaded.archive.works))
    return OpenedArchive(collection, PublishedWords(workspace.folder, workspace.now), loaded.findings)
