"""The page plan: every file of the site, what it shows, and a digest of everything that its making reads.

The builder writes every page of the plan, the server answers one page from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from allocution.content.archive import Archive, Dimension, Item, Term, Work
from allocution.content.hugo.addresses import Alias
from allocution.model.digests import digest
from allocution.model.finding import Finding, Place, Severity

LIST_SIZE = 50
TERMS_SIZE = 240
FEED_SIZE = 20
_BY_LETTER = (Dimension.SPEAKERS, Dimension.CHARGES, Dimension.COURTS)
_SHORT = 255 // 4
# Of a whole path; systems take 4,096 bytes, and the folder that the site lies in needs some.
_LONGEST = 700
"""Names of so many letters have at most 255 bytes."""


class PageKind(StrEnum):
    """What makes a file of the site."""

    STATEMENT = "statement"
    SIDE_BY_SIDE = "side-by-side"
    PICTURE = "picture"
    EDITION = "edition"
    TOMBSTONE = "tombstone"
    PLAIN = "plain"
    HOME = "home"
    LIST = "list"
    FIGURES = "figures"
    FEED = "feed"
    MOVED = "moved"
    SITEMAP = "sitemap"
    ROBOTS = "robots"
    NOT_FOUND = "not-found"
    ASSET = "asset"
    COPY = "copy"
    SEARCH = "search"
    VERIFYING = "verifying"
    COLOPHON = "colophon"
    FOR_PROGRAMS = "for-programs"


class ListSource(msgspec.Struct, frozen=True, eq=False):
    """What a list is made of; its pages and its feed are cut from it.

    `outputs` and `addresses` are those of its pages in order. `terms` are listed before the works. `own_language` is
    that of a folder's list, which may stand among labels in another. `ordinary` are pages that follow after the works.
    """

    heading: str
    site_language: str
    works: Sequence[Work]
    outputs: tuple[str, ...]
    addresses: tuple[str, ...]
    size: int
    feed: str = ""
    terms: Sequence[Term] = ()
    term: Term | None = None
    branch: Item | None = None
    in_every_language: bool = False
    own_language: str = ""
    ordinary: Sequence[Item] = ()

    @property
    def letters(self) -> Sequence[tuple[str, int]]:
        """The letters that names in a long list begin with, each with the first page that has it."""
        if len(self.outputs) < 2 or not self.terms or self.terms[0].dimension not in _BY_LETTER:
            return ()
        found: dict[str, int] = {}
        for number, term in enumerate(self.terms):
            if (letter := term.label[:1].upper()).isalpha():
                found.setdefault(letter, number // TERMS_SIZE + 1)
        return tuple(found.items())

    def works_of(self, page: int) -> Sequence[Work]:
        """The works on a page (from 1)."""
        return self.works[(page - 1) * self.size : page * self.size]

    def ordinary_of(self, page: int) -> Sequence[Item]:
        """The ordinary pages on a page (from 1)."""
        before = len(self.works)
        return self.ordinary[max(0, (page - 1) * self.size - before) : max(0, page * self.size - before)]

    def terms_of(self, page: int) -> Sequence[Term]:
        """The terms on a page (from 1) of a list of terms."""
        return self.terms[(page - 1) * TERMS_SIZE : page * TERMS_SIZE] if self.terms else ()


class StatementSource(msgspec.Struct, frozen=True, eq=False):
    """What a statement's page is made of.

    `aliases` are its former addresses, where it can still be read, `related` other works with what they share with it.
    """

    item: Item
    work: Work
    earlier: Work | None
    later: Work | None
    aliases: tuple[Alias, ...] = ()
    related: tuple[tuple[str, Work], ...] = ()


class SideBySideSource(msgspec.Struct, frozen=True, eq=False):
    """A translation beside its original."""

    original: Item
    translation: Item


class EditionSource(msgspec.Struct, frozen=True, eq=False):
    """A statement that is to be had in an edition."""

    item: Item
    work: Work
    edition: str


class MovedSource(msgspec.Struct, frozen=True, eq=False):
    """An address that leads to another."""

    title: str
    language: str
    target: str


class CopySource(msgspec.Struct, frozen=True, eq=False):
    """A file of the archive that is published as it is."""

    path: str


Source = (
    StatementSource
    | SideBySideSource
    | EditionSource
    | ListSource
    | Item
    | MovedSource
    | CopySource
    | str
    | None
)


class PlannedPage(msgspec.Struct, frozen=True, eq=False):
    """Files that are made together: a page, its JSON copy, the page at its former addresses.

    `number` is the page's in a list, from 1. `digest` covers everything that the making reads but for the program,
    the settings and, for a statement, its address record, which the making may change.
    """

    key: str
    kind: PageKind
    outputs: tuple[str, ...]
    digest: bytes
    source: Source = None
    number: int = 1


class Plan(msgspec.Struct):
    """All pages by key, and which of them makes which file. The first page that claims a file has it.

    A file that no disk would take, or that would have the name of a folder, is left out with a finding.
    """

    pages: dict[str, PlannedPage] = msgspec.field(default_factory=dict)
    by_output: dict[str, PlannedPage] = msgspec.field(default_factory=dict)
    findings: list[Finding] = msgspec.field(default_factory=list)
    _folders: set[str] = msgspec.field(default_factory=set)

    def add(self, page: PlannedPage) -> None:
        """Take a page into the plan unless another one makes its first file."""
        first = page.outputs[0]
        if first in self.by_output or page.key in self.pages or not self._fits(first, page):
            return
        self.pages[page.key] = page
        self.by_output[first] = page
        for output in page.outputs[1:]:
            if output not in self.by_output and self._fits(output, page):
                self.by_output[output] = page

    def make(
        self,
        kind: PageKind,
        key: str,
        outputs: tuple[str, ...],
        made_of: bytes,
        source: Source = None,
        number: int = 1,
    ) -> None:
        """Take a page of that kind into the plan; `made_of` is a digest of everything that its making reads."""
        self.add(PlannedPage(f"{kind}:{key}", kind, outputs, made_of, source, number))

    def redirect(self, output: str, title: str, language: str, address: str) -> None:
        """Lead from a file to another address, in one of the interface's languages."""
        made_of = digest(title.encode(), language.encode(), address.encode())
        self.make(
            PageKind.MOVED, f"moved:{output}", (output,), made_of, MovedSource(title, language, address)
        )

    def _fits(self, output: str, page: PlannedPage) -> bool:
        if len(output) > _SHORT and (len(output) > _LONGEST or any(map(_too_long, output.split("/")))):
            self.findings.append(Finding("name-too-long", Severity.ERROR, self._place(page)))
            return False
        above = _folders_of(output.rpartition("/")[0], self._folders)
        other = next((found for found in above if found in self.by_output), "") if above else ""
        if other or output in self._folders:
            parameters = (("address", f"/{output}"), ("other", f"/{other or output}"))
            self.findings.append(Finding("hugo-address-taken", Severity.ERROR, self._place(page), parameters))
            return False
        if above:
            self._folders.update(above)
        return True

    @staticmethod
    def _place(page: PlannedPage) -> Place:
        return Place(page.key.partition(":")[2])

    def owned(self, page: PlannedPage) -> tuple[str, ...]:
        """The files that are this page's and no earlier one's."""
        owners = self.by_output
        return tuple([output for output in page.outputs if owners.get(output) is page])

    def has(self, output: str) -> bool:
        """Whether a page already makes that file."""
        return output in self.by_output


def _too_long(name: str) -> bool:
    """Whether a name has more bytes than file systems take."""
    return len(name) > _SHORT and len(name.encode()) > 255


def _folders_of(folder: str, known: set[str]) -> list[str]:
    """A folder and those above it, as far as they aren't known."""
    found = []
    while folder and folder not in known:
        found.append(folder)
        folder = folder.rpartition("/")[0]
    return found


def neighbours(works: Sequence[Work]) -> Iterator[tuple[Work, Work | None, Work | None]]:
    """Each work with the one before it in time and the one after; works are given newest first."""
    last = len(works) - 1
    for index, work in enumerate(works):
        earlier = works[index + 1] if index < last else None
        yield work, earlier, works[index - 1] if index else None


def page_count(archive: Archive, works: int, terms: int = 0) -> int:
    """How many pages a list takes."""
    size = list_size(archive)
    return max(1, -(-works // size), -(-terms // TERMS_SIZE))


def list_size(archive: Archive) -> int:
    """How many statements a list page holds: as many as the archive's Hugo site has, else our own number."""
    configuration = archive.configuration
    return configuration.pager_size if configuration.path else LIST_SIZE
