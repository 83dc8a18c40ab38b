"""How to cite a statement: as text in the usual styles, and for programs that keep references.

Names stay as the archive attests them, in their order: turning "Name Surname" round would be a guess. The day of access
is the reader's to add.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import msgspec
from babel.dates import format_date

from allocution.messages import Catalogue
from allocution.views.dates import date_text
from allocution.views.references import Reference, bibtex, csl, ris
from allocution.views.statement_contract import Citation


def citations(found: Reference) -> tuple[Citation, ...]:
    """The reference in every form, in the order to show them in."""
    return tuple(Citation(name, write(found)) for name, write in _FORMS.items())


def gost(found: Reference) -> str:
    """GOST R 7.0.100-2018, an electronic resource."""
    wording = Catalogue("site", found.language)
    court = f"\u00a0; {found.court}" if found.court else ""
    published = ", ".join(each for each in (found.place, _words(found)) if each)
    place = f" – {published.removesuffix('.')}." if published else ""
    address = f" – URL: {found.address} ({wording('cite-accessed')})." if found.address else ""
    authors = f"{', '.join(found.authors)}. " if found.authors else ""
    translated = (
        f"\u00a0; {wording('translated-by', names=', '.join(found.translators))}" if found.translators else ""
    )
    return f"{authors}{found.title}{court}{translated} // {found.archive}.{place}{address}"


def apa(found: Reference) -> str:
    """APA style, seventh edition."""
    authors = f"{' & '.join(found.authors)}. " if found.authors else ""
    when = _american(_exact(found), year_first=True) or _words(found) or "n.d."
    address = f" {found.address}" if found.address else ""
    return f"{authors}({when}). {found.title} [Statement in court]. {found.archive}.{address}"


def chicago(found: Reference) -> str:
    """The Chicago Manual of Style, seventeenth edition, a note."""
    court = found.court or found.place
    parts = [*found.authors, f"“{found.title},”", "statement in court"]
    parts.extend(each for each in (court, _american(_exact(found)) or _words(found), found.archive) if each)
    text = ", ".join(parts).replace(",”,", ",”")
    return f"{text}, {found.address}." if found.address else f"{text}."


def _words(found: Reference) -> str:
    """Its date in words of its own language."""
    return date_text(found.stated, Catalogue("site", found.language)) if found.stated else ""


def _exact(found: Reference) -> tuple[int, ...]:
    """Year, month and day as far as they are known for certain."""
    stated = found.stated
    return () if stated is None or stated.approximate or stated.uncertain else found.date


def _american(parts: tuple[int, ...], *, year_first: bool = False) -> str:
    """A date as American styles write it; empty where none is known for certain."""
    if not parts:
        return ""
    year, *rest = parts
    if not rest:
        return str(year)
    day = " ".join([_american_month(rest[0]), *map(str, rest[1:])])
    if year_first:
        return f"{year}, {day}"
    return f"{day}, {year}" if len(rest) == 2 else f"{day} {year}"


@cache
def _american_month(month: int) -> str:
    return format_date(date(2000, month, 1), "MMMM", locale="en_US")


def _csl_text(found: Reference) -> str:
    return msgspec.json.format(msgspec.json.encode([csl(found)]), indent=2).decode()


_FORMS: dict[str, Callable[[Reference], str]] = {
    "gost": gost,
    "apa": apa,
    "chicago": chicago,
    "bibtex": bibtex,
    "ris": lambda found: ris(found).replace("\r\n", "\n"),
    "csl": _csl_text,
}
