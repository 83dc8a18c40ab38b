"""The editions `bibtex`, `ris` and `csl`: how to cite each statement, for reference managers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from allocution.editions.collection import Collected, Collection, Published
from allocution.editions.writing import Piece
from allocution.model.dates import Precision, StatedDate

_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9._-]")
_encode = msgspec.json.encode


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation of a statement says. `date` is as exact as known: a year, a month or a day of our era."""

    key: str
    title: str
    authors: tuple[str, ...]
    translators: tuple[str, ...]
    stated: StatedDate | None
    date: tuple[int, ...]
    archive: str
    address: str
    language: str
    place: str
    court: str
    rights: str


def reference(collection: Collection, collected: Collected) -> Reference:
    """What a citation of a statement says."""
    statement = collected.statement
    return Reference(
        key=_NOT_IN_KEYS.sub(lambda match: f"u{ord(match[0]):x}", collected.name),
        title=statement.title,
        authors=tuple(person.name for person in statement.speakers),
        translators=tuple(person.name for person in statement.translators),
        stated=collected.work.date,
        date=_parts(collected.work.date),
        archive=collection.title,
        address=collection.site.absolute(collected.item.address),
        language=collected.item.record.language,
        place=statement.place,
        court="; ".join(statement.courts),
        rights=statement.rights,
    )


def _parts(stated: StatedDate | None) -> tuple[int, ...]:
    if stated is None or stated.year is None or stated.year < 1:
        return ()
    known = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.TIME: 3}.get(
        stated.precision, 1
    )
    return tuple(int(part) for part in stated.earliest.split("-")[:known])


@dataclass(frozen=True, slots=True)
class ReferenceWriter:
    """Writes one file of references; `between` stands between two of them."""

    collection: Collection
    path: str
    written: Callable[[Reference], bytes]
    opening: bytes = b""
    between: bytes = b"\n"
    closing: bytes = b""

    def begin(self) -> Iterator[Piece]:
        """What the file begins with."""
        yield self.path, self.opening

    def statement(self, published: Published) -> Iterator[Piece]:
        """A reference."""
        collected = published.collected
        first = collected is self.collection.statements[0]
        yield (
            self.path,
            (b"" if first else self.between) + self.written(reference(self.collection, collected)),
        )

    def end(self) -> Iterator[Piece]:
        """What the file ends with."""
        yield self.path, self.closing


def bibtex_writer(collection: Collection) -> ReferenceWriter:
    """The writer of `references.bib`."""
    return ReferenceWriter(collection, "references.bib", _bibtex)


def ris_writer(collection: Collection) -> ReferenceWriter:
    """The writer of `references.ris`."""
    return ReferenceWriter(collection, "references.ris", _ris)


def csl_writer(collection: Collection) -> ReferenceWriter:
    """The writer of `references.json`."""
    return ReferenceWriter(collection, "references.json", _csl, b"[\n", b",\n", b"\n]\n")


# What means something to TeX, and what prints it.
_TEX = str.maketrans({
    "\\": "{\\textbackslash}", "{": "{\\textbraceleft}", "}": "{\\textbraceright}", "%": "\\%", "#": "\\#",
    "$": "\\$", "&": "\\&", "_": "\\_", "~": "{\\textasciitilde}", "^": "{\\textasciicircum}",
})  # fmt: skip


def _tex(text: str) -> str:
    return _line(text).translate(_TEX)


def _line(text: str) -> str:
    return " ".join(text.split())


def _bibtex(cited: Reference) -> bytes:
    """An entry for BibLaTeX, which BibTeX reads too. Names stand in braces: nobody says what is a surname in them."""
    date = "-".join(f"{part:02}" if number else f"{part:04}" for number, part in enumerate(cited.date))
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in cited.authors),
        "translator": " and ".join(f"{{{_tex(name)}}}" for name in cited.translators),
        "date": date,
        "year": date[:4],
        "howpublished": _tex(cited.archive),
        "venue": _tex(", ".join(part for part in (cited.court, cited.place) if part)),
        "url": cited.address.replace("{", "%7B").replace("}", "%7D"),
        "langid": cited.language,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}", ""]).encode()


def _ris(cited: Reference) -> bytes:
    """A record of type HEAR, a hearing."""
    date = "/".join(f"{part:02}" if number else f"{part:04}" for number, part in enumerate(cited.date))
    fields = [
        ("TY", "HEAR"), ("ID", cited.key), ("TI", cited.title), *(("AU", name) for name in cited.authors),
        *(("A4", name) for name in cited.translators), ("PY", date[:4]), ("DA", date), ("T2", cited.archive),
        ("PB", cited.court), ("CY", cited.place), ("LA", cited.language), ("UR", cited.address),
    ]  # fmt: skip
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""]).encode()


def _csl(cited: Reference) -> bytes:
    """An item of CSL-JSON, a speech. An uncertain or approximate date is marked as such."""
    stated = cited.stated
    issued: dict[str, object] = {"date-parts": [list(cited.date)]} if cited.date else {}
    if cited.date and stated is not None and (stated.approximate or stated.uncertain):
        issued["circa"] = True
    if not cited.date and stated is not None:
        issued = {"literal": stated.edtf}
    item: dict[str, object] = {
        "id": cited.key,
        "type": "speech",
        "title": _line(cited.title),
        "author": [{"literal": name} for name in cited.authors],
        "translator": [{"literal": name} for name in cited.translators],
        "issued": issued,
        "container-title": cited.archive,
        "event-title": cited.court,
        "event-place": cited.place,
        "language": cited.language,
        "URL": cited.address,
    }
    return _encode({name: value for name, value in item.items() if value})
