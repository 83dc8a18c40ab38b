"""How to cite a statement: as text in the usual styles, and for programs that keep references.

Names stay as the archive attests them, in their order: turning "Name Surname" round would be a guess. The day of access
is the reader's to add.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from babel.dates import format_date

from allocution.content.archive import sorting_date
from allocution.messages import Catalogue
from allocution.model.dates import Precision
from allocution.model.statement import Statement
from allocution.views.contract import Citation
from allocution.views.dates import date_text

_LATEX = str.maketrans(
    {"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}",
     "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
)  # fmt: skip
_EXACT = {Precision.TIME: 3, Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}


@dataclass(frozen=True, slots=True)
class Reference:
    """A statement as bibliographies know it; `parts` are year, month and day as far as they are known for certain."""

    authors: tuple[str, ...]
    title: str
    date: str
    parts: tuple[int, ...]
    archive: str
    court: str
    place: str
    language: str
    translators: tuple[str, ...]
    note: str
    address: str

    @property
    def key(self) -> str:
        """A short name for it, in letters that every program takes."""
        slug = self.address.rstrip("/").rpartition("/")[2]
        kept = "".join(letter for letter in slug if letter.isascii() and (letter.isalnum() or letter == "-"))
        return kept or "statement"


def reference(statement: Statement, language: str, archive: str, address: str) -> Reference:
    """What bibliographies say of a statement; words of ours are in its own language where we have them."""
    wording = Catalogue("site", language)
    charges = "; ".join(charge.wording for charge in statement.charges)
    title = wording("last-statement")
    stated = sorting_date(statement)
    parts: tuple[int, ...] = ()
    if stated is not None and stated.precision in _EXACT and stated.earliest[:1].isdigit():
        known = stated.earliest.split("-")[: _EXACT[stated.precision]]
        parts = tuple(int(part) for part in known) if not stated.approximate else ()
    return Reference(
        authors=tuple(person.name for person in statement.speakers),
        title=f"{title} ({charges})" if charges else title,
        date=date_text(stated, wording) if stated else "",
        parts=parts,
        archive=archive,
        court=", ".join(statement.courts),
        place=statement.place,
        language=language,
        translators=tuple(person.name for person in statement.translators),
        note=wording("retelling") if statement.retelling else "",
        address=address,
    )


def citations(found: Reference) -> tuple[Citation, ...]:
    """The reference in every form, in the order to show them in."""
    return tuple(Citation(name, write(found)) for name, write in _FORMS.items())


def gost(found: Reference) -> str:
    """GOST R 7.0.100-2018, an electronic resource."""
    wording = Catalogue("site", found.language)
    when = f", {found.date}" if found.date else ""
    court = f" ; {found.court}" if found.court else ""
    place = f" – {found.place}{when}." if found.place else f" – {found.date}." if found.date else ""
    address = f" – URL: {found.address} ({wording('cite-accessed')})." if found.address else ""
    authors = f"{', '.join(found.authors)}. " if found.authors else ""
    translated = (
        f" ; {wording('translated-by', names=', '.join(found.translators))}" if found.translators else ""
    )
    return f"{authors}{found.title}{court}{translated} // {found.archive}.{place}{address}"


def apa(found: Reference) -> str:
    """APA style, seventh edition."""
    authors = f"{' & '.join(found.authors)}. " if found.authors else ""
    when = _american(found.parts, year_first=True) or found.date or "n.d."
    address = f" {found.address}" if found.address else ""
    return f"{authors}({when}). {found.title} [Statement in court]. {found.archive}.{address}"


def chicago(found: Reference) -> str:
    """The Chicago Manual of Style, seventeenth edition, a note."""
    court = found.court or found.place
    parts = [*found.authors, f"“{found.title},”", "statement in court"]
    parts.extend(each for each in (court, _american(found.parts) or found.date, found.archive) if each)
    text = ", ".join(parts).replace(",”,", ",”")
    return f"{text}, {found.address}." if found.address else f"{text}."


def _american(parts: tuple[int, ...], *, year_first: bool = False) -> str:
    """A date as American styles write it; empty where none is known for certain."""
    if not parts:
        return ""
    year, *rest = parts
    if not rest:
        return str(year)
    pattern = "MMMM d" if len(rest) == 2 else "MMMM"
    day = format_date(date(year, *rest, *([1] if len(rest) == 1 else [])), pattern, locale="en_US")
    if year_first:
        return f"{year}, {day}"
    return f"{day}, {year}" if len(rest) == 2 else f"{day} {year}"


def bibtex(found: Reference) -> str:
    """An entry for BibTeX and biblatex."""
    day = "-".join(f"{part:02}" for part in found.parts)
    fields = {
        "author": " and ".join(f"{{{name.translate(_LATEX)}}}" for name in found.authors),
        "title": f"{{{found.title.translate(_LATEX)}}}",
        "date": day,
        "year": str(found.parts[0]) if found.parts else "",
        "howpublished": found.archive.translate(_LATEX),
        "translator": " and ".join(f"{{{name.translate(_LATEX)}}}" for name in found.translators),
        "venue": (found.court or found.place).translate(_LATEX),
        "langid": found.language,
        "note": found.note.translate(_LATEX),
        "url": found.address,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{found.key},\n{lines}}}\n"


def ris(found: Reference) -> str:
    """An entry in RIS."""
    day = "/".join(f"{part:02}" for part in found.parts)
    year = str(found.parts[0]) if found.parts else ""
    lines = [("TY", "GEN"), *(("AU", name) for name in found.authors), ("TI", found.title)]
    lines.extend((("PY", year), ("DA", day), ("T2", found.archive), ("CY", found.place), ("PB", found.court)))
    lines.extend(("A4", name) for name in found.translators)
    lines.extend((("LA", found.language), ("N1", found.note), ("UR", found.address)))
    return "".join(f"{tag}  - {value}\n" for tag, value in lines if value) + "ER  - \n"


def csl(found: Reference) -> dict[str, Any]:
    """The reference as an item of CSL-JSON."""
    item = {
        "id": found.key,
        "type": "speech",
        "author": [{"literal": name} for name in found.authors],
        "translator": [{"literal": name} for name in found.translators],
        "title": found.title,
        "issued": _csl_date(found),
        "container-title": found.archive,
        "event": found.court,
        "event-place": found.place,
        "language": found.language,
        "note": found.note,
        "URL": found.address,
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(found: Reference) -> dict[str, Any]:
    if found.parts:
        return {"date-parts": [list(found.parts)]}
    return {"literal": found.date} if found.date else {}


def _csl_text(found: Reference) -> str:
    return msgspec.json.format(msgspec.json.encode([csl(found)]), indent=2).decode()


_FORMS: dict[str, Callable[[Reference], str]] = {
    "gost": gost,
    "apa": apa,
    "chicago": chicago,
    "bibtex": bibtex,
    "ris": ris,
    "csl": _csl_text,
}
