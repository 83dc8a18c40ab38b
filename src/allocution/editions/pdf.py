"""The editions `pdf` and `pdf-a5`: one statement for a court's file, or a book in volumes; needs Typst."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from typing import Any

from allocution.content.public_key import with_fingerprint
from allocution.editions.collection import Collected, Collection, Published
from allocution.editions.facts import facts
from allocution.editions.parts import parts
from allocution.editions.text import text_files
from allocution.editions.typst_markup import BodyMarkup, language_code, numbered, string
from allocution.editions.typst_style import FONTS, STYLE
from allocution.editions.workshop import Database
from allocution.editions.writing import Edition, Piece
from allocution.errors import PublishError, UsageError
from allocution.messages import Catalogue

# A volume is closed where it would get more markup than this: what setting it takes of memory stays bounded.
BYTES_IN_A_VOLUME = 8_000_000
_UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_FAMILIAR = re.compile(r"[\x00-\x7f\u0400-\u04ff«»—–…№]+")


class PdfWriter:
    """Writes each statement as markup."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._alone = len(collection.statements) == 1

    def begin(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())

    def statement(self, published: Published) -> Iterator[Piece]:
        """A call of the style's function but for its beginning, which tells the year."""
        collected = published.collected
        address = self._collection.site.absolute(collected.item.address)
        body = BodyMarkup(published, address if self._alone else "").text()
        yield collected.name, f"{self._told(published, address)})[\n{body}\n]\n".encode()

    def _told(self, published: Published, address: str) -> str:
        collected, collection = published.collected, self._collection
        interface = collection.site.interface_language(collected.item.site_language)
        lines = list(facts(collection, collected))
        title, charge = collected.heading_parts
        known = "".join(
            f"({string(label)}, {_array(string(value) for _, value in same)}), "
            for label, same in groupby(lines, key=lambda line: line[0])
            if label
        )
        rows = "".join(
            f"({', '.join(map(string, row))}), " for row in self._proof(published, address, interface)
        )
        return (
            f"title: {string(title)}, charge: {string(charge)}, language: {string(language_code(collected.language))}, "
            f"interface: {string(language_code(interface))}, facts: ({known}), "
            f"notices: {_array(string(value) for label, value in lines if not label)}, rows: ({rows})"
        )

    def _proof(self, published: Published, address: str, interface: str) -> Iterator[tuple[str, str, str]]:
        """(label, value, where it leads) of what a reader can hold the page against."""
        says = Catalogue("editions", interface)
        if address:
            yield says("pdf-address"), address, address
        name, data = text_files(self._collection, published)[0]
        yield says("pdf-digest", file=name), hashlib.sha256(data).hexdigest(), ""
        key = self._collection.archive.configuration.settings.public_key
        if key:
            yield says("pdf-key"), with_fingerprint(key), ""
        yield says("pdf-archive"), self._collection.title, self._collection.site.absolute("/")

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


def _array(values: Iterator[str]) -> str:
    return f"({''.join(f'{value}, ' for value in values)})"


class PdfAssembler:
    """Sets the statements aside until all are there, then sets volumes in the order of the book's parts."""

    def __init__(self, collection: Collection, paper: str) -> None:
        if find_spec("typst") is None:
            raise UsageError("edition-package-missing", edition="pdf", package="typst")
        self._typst = Typst(import_module("typst"))  # a large library, which other editions need nothing of
        self._collection = collection
        self._paper = paper
        self._file = _file_name(paper)
        self._says = Catalogue("editions", collection.language)
        self._aside: Database | None = None

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """Nothing yet."""
        if self._aside is None:
            self._aside = self._collection.workshop.database()
            self._aside.connection.execute(
                "CREATE TABLE held (name TEXT PRIMARY KEY, markup BLOB) WITHOUT ROWID"
            )
        self._aside.connection.execute("INSERT INTO held VALUES (?, ?)", (path, data))
        return iter(())

    def _markup(self, name: str) -> str:
        assert self._aside is not None
        ((data,),) = self._aside.connection.execute("SELECT markup FROM held WHERE name = ?", (name,))
        return bytes(data).decode()

    def finish(self) -> Iterator[Piece]:
        """The volumes."""
        statements = self._collection.statements
        if len(statements) == 1:
            style, markup = self._style(statements[0].heading_parts[0], 1), self._markup(statements[0].name)
            yield self._file, self._set(f"{style}#statement({markup}")
            return
        volumes = self._volumes()
        for number, volume in enumerate(volumes, start=1):
            name = f"volume-{number}-{self._file}" if len(volumes) > 1 else self._file
            yield name, self._set(self._book(volume, number, len(volumes)))

    def _volumes(self) -> list[list[tuple[str, str, Collected]]]:
        """Which statements stand in which volume, each with its country and its year."""
        assert self._aside is not None
        sizes = dict(self._aside.connection.execute("SELECT name, length(markup) FROM held"))
        volumes: list[list[tuple[str, str, Collected]]] = [[]]
        filled = 0
        for part in parts(self._collection):
            for year in part.years:
                for each in year.statements:
                    filled += sizes[each.name]
                    if filled > BYTES_IN_A_VOLUME and volumes[-1]:
                        volumes.append([])
                        filled = sizes[each.name]
                    volumes[-1].append((part.label, year.label, each))
        return volumes

    def _book(self, volume: Sequence[tuple[str, str, Collected]], number: int, count: int) -> str:
        title = self._collection.title
        lines = [self._says("pdf-volume", number=number, count=count)] if count > 1 else []
        lines.append(self._says("pdf-statements", count=len(volume)))
        lines += [self._collection.released] if self._collection.released else []
        language = string(language_code(self._collection.language))
        written = [
            self._style(f"{title} ({lines[0]})" if count > 1 else title, 3),
            f"#cover({string(title)}, {_array(map(string, lines))}, {language})",
            f"#contents({string(self._says('contents'))})",
        ]
        for label, of_part in groupby(volume, key=lambda row: row[0]):
            heading = f"part: {string(label)}, "
            for year, of_year in groupby(of_part, key=lambda row: row[1]):
                heading += f"year: {string(year)}, "
                for _, _, each in of_year:
                    written.append(f"#statement({heading}{self._markup(each.name)}")
                    heading = ""
        return "\n".join(written)

    def _style(self, title: str, level: int) -> str:
        size, margins = _PAPERS[self._paper]
        fonts = _array(map(string, FONTS))
        authors = (
            _array(string(person.name) for person in self._collection.statements[0].statement.speakers)
            if level == 1
            else "()"
        )
        return (
            f"#let paper = {string(self._paper)}\n#let size = {size}\n#let margins = {margins}\n"
            f"#let fonts = {fonts}\n#let book = {'true' if level > 1 else 'false'}\n"
            f"#let statement-level = {level}\n#let inner-level = {level + 1}\n"
            f"#let archive = {string(self._collection.title)}\n"
            f"#let language = {string(language_code(self._collection.language))}\n"
            f"{STYLE}"
            f"#set document(title: {string(title)}, author: {authors}, date: none)\n#show: setting\n"
        )

    def _set(self, markup: str) -> bytes:
        return self._collection.workshop.apart(self._typst.set, markup)


@dataclass(frozen=True, slots=True)
class Typst:
    """The library that sets pages, with the fonts that are in it and no others."""

    library: Any

    def set(self, markup: str) -> bytes:
        """The PDF of a volume: characters that no font has stand by their numbers."""
        for character in self.undisplayed(markup):
            markup = markup.replace(character, numbered(character))
        try:
            return self.compiled(markup)
        except self.library.TypstError as error:
            raise PublishError("typesetting-failed", problem=error, details=error.diagnostic[:500]) from error

    def undisplayed(self, markup: str) -> list[str]:
        """The characters of a text that no font has."""
        try:
            self.compiled(_probe(markup))
        except self.library.TypstError as error:
            found = _UNDISPLAYED.findall(error.diagnostic)
            if not found:
                raise
            return [_ESCAPED.sub(lambda match: chr(int(match[1], 16)), each) for each in found]
        return []

    def compiled(self, markup: str) -> bytes:
        """The PDF; Typst refuses what breaks the rules of PDF/UA-1 that it knows."""
        made = self.library.compile(markup.encode(), ignore_system_fonts=True, pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made


def _probe(markup: str) -> str:
    """Each character of a text that may have no sign, one by one."""
    unfamiliar = sorted(set(_FAMILIAR.sub("", markup)))
    listed = " ".join(f"#{string(character)};" for character in unfamiliar)
    fonts = _array(map(string, FONTS))
    return f'#set document(title: "x", date: none)\n#set text(font: {fonts}, fallback: false)\n{listed}'


_PAPERS = {
    "a4": ("11pt", "(top: 27mm, bottom: 25mm, inside: 27mm, outside: 25mm)"),
    "a5": ("9.5pt", "(top: 20mm, bottom: 18mm, inside: 18mm, outside: 15mm)"),
}


def _file_name(paper: str) -> str:
    """Of the book: those of all papers may lie side by side on a site."""
    return f"book-{paper}.pdf"


def pdf_edition(name: str, paper: str) -> Edition:
    """The edition on that paper."""
    files = (_file_name(paper), f"volume-NAME-{_file_name(paper)}")
    return Edition(
        name, "application/pdf", files, "qpdf", PdfWriter, partial(PdfAssembler, paper=paper), "pdf",
        in_volumes=True,
    )  # fmt: skip
