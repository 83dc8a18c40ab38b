"""Files that each statement can be had in, beside its page: in which editions, and where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from allocution.model.statement import Statement

STATEMENT_FILES = "downloads/statements"
_WRITTEN = {
    "text": "TXT",
    "sqlite": "SQLite",
    "bibtex": "BibTeX",
    "jsonld": "JSON-LD",
    "ftm": "FollowTheMoney",
}


class Form(msgspec.Struct, frozen=True):
    """An edition that statements are offered in, one by one: its name, what its files end in, which others are in it.

    `made_of` tells what it is made of besides the statement.
    """

    edition: str
    ending: str
    parts: tuple[str, ...] = ()
    made_of: bytes = b""

    @property
    def label(self) -> str:
        """What links call it."""
        name = _WRITTEN.get(self.edition, self.edition.upper())
        return f"{name} (ZIP)" if self.ending == ".zip" else name


class StatementForms(msgspec.Struct, frozen=True):
    """The editions that statements are offered in; `names` are those of statements in editions, by content path.

    `anyway` offers what rights keep out of them, too.
    """

    forms: tuple[Form, ...]
    names: Mapping[str, str]
    anyway: bool = False

    def of(self, path: str, statement: Statement) -> Iterator[tuple[Form, str]]:
        """The forms of a statement, each with the file in it, as the site has it."""
        for form in self.forms:
            if self.anyway or not statement.is_kept_out_of((form.edition, *form.parts)):
                yield form, f"{STATEMENT_FILES}/{form.edition}/{self.names[path]}{form.ending}"
