"""A statement as bibliographies know it, and in the forms that reference managers read."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from allocution.content.archive import sorting_date
from allocution.messages import Catalogue
from allocution.model.dates import Precision, StatedDate
from allocution.model.statement import Statement

_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9._-]")


class Reference(msgspec.Struct, frozen=True):
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
    note: str


def reference(statement: Statement, language: str, archive: str, address: str, name: str) -> Reference:
    """What a citation of a statement says, in its own language; `name` is what its key is made of."""
    stated = sorting_date(statement)
    wording = Catalogue("site", language)
    return Reference(
        key=_NOT_IN_KEYS.sub(lambda match: f"u{ord(match[0]):x}", name) or "statement",
        title=_title(statement, wording),
        authors=tuple(person.name for person in statement.speakers),
        translators=tuple(person.name for person in statement.translators),
        stated=stated,
        date=_parts(stated),
        archive=archive,
        address=address,
        language=language,
        place=statement.place,
        court="; ".join(statement.courts),
        note=wording("retelling") if statement.retelling else "",
    )


def _title(statement: Statement, wording: Catalogue) -> str:
    """What it is and on what charge; its own title where nobody is known to have spoken."""
    charges = "; ".join(charge.wording for charge in statement.charges)
    if not statement.speakers and statement.title:
        return statement.title
    return f"{wording('last-statement')} ({charges})" if charges else wording("last-statement")


def _parts(stated: StatedDate | None) -> tuple[int, ...]:
    if stated is None or stated.year is None or stated.year < 1:
        return ()
    known = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.TIME: 3}.get(
        stated.precision, 1
    )
    return tuple(int(part) for part in stated.earliest.split("-")[:known])


# What means something to TeX, and what prints it.
_TEX = str.maketrans({
    "\\": "{\\textbackslash}", "{": "{\\textbraceleft}", "}": "{\\textbraceright}", "%": "\\%", "#": "\\#",
    "$": "\\$", "&": "\\&", "_": "\\_", "~": "{\\textasciitilde}", "^": "{\\textasciicircum}",
})  # fmt: skip


def _tex(text: str) -> str:
    return _line(text).translate(_TEX)


def _line(text: str) -> str:
    return " ".join(text.split())


def bibtex(cited: Reference) -> str:
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
        "note": _tex(cited.note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}", ""])


def ris(cited: Reference) -> str:
    """A record of type HEAR, a hearing."""
    date = "/".join(f"{part:02}" if number else f"{part:04}" for number, part in enumerate(cited.date))
    fields = [
        ("TY", "HEAR"), ("ID", cited.key), ("TI", cited.title), *(("AU", name) for name in cited.authors),
        *(("A4", name) for name in cited.translators), ("PY", date[:4]), ("DA", date), ("T2", cited.archive),
        ("PB", cited.court), ("CY", cited.place), ("LA", cited.language), ("N1", cited.note), ("UR", cited.address),
    ]  # fmt: skip
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(cited: Reference) -> dict[str, Any]:
    """An item of CSL-JSON, a speech. An uncertain or approximate date is marked as such."""
    stated = cited.stated
    issued: dict[str, Any] = {"date-parts": [list(cited.date)]} if cited.date else {}
    if cited.date and stated is not None and (stated.approximate or stated.uncertain):
        issued["circa"] = True
    if not cited.date and stated is not None:
        issued = {"literal": stated.edtf}
    item: dict[str, Any] = {
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
        "note": cited.note,
        "URL": cited.address,
    }
    return {name: value for name, value in item.items() if value}
