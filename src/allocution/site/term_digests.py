"""What lists show of terms, as parts of their pages' digests."""

from __future__ import annotations

from collections.abc import Sequence

from allocution.content.archive import Dimension, Term


def terms_shown(terms: Sequence[Term]) -> list[bytes]:
    """All that a list shows of each term: its name, its address, its parts, how many works it has."""
    return [
        "\0".join(
            (
                term.key,
                term.label,
                term.address,
                term.language,
                str(len(term.works)),
                _years(term),
                *_parts_shown(term.parts),
            )
        ).encode()
        for term in terms
    ]


def _parts_shown(terms: Sequence[Term]) -> list[str]:
    return [f"{term.key}\0{term.address}\0{len(term.works)}" for term in terms]


def _years(term: Term) -> str:
    if term.dimension != Dimension.SPEAKERS or term.key == term.label:
        return ""
    return " ".join(str(work.date.year) for work in term.works if work.date)
