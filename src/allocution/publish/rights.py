"""Which statements an edition may hold: what rights forbid is left out, and so is one author's collected work.

A statement's file may name editions that it isn't to be in (`notInEditions`). States may exempt speeches in court from
copyright, but a collection of one author's speeches stays the author's (Berne Convention, article 2bis).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allocution.content.archive import Work, person_key
from allocution.editions.collection import Collected
from allocution.editions.writing import Edition
from allocution.model.finding import Finding, Place, Severity
from allocution.model.withholding import MARK


@dataclass(frozen=True, slots=True)
class Allowed:
    """The statements that each edition may hold, by its name; and what was left out, and why."""

    statements: Mapping[str, tuple[Collected, ...]]
    findings: tuple[Finding, ...]

    def groups(self, editions: Iterable[Edition]) -> list[tuple[tuple[Edition, ...], tuple[Collected, ...]]]:
        """The editions that hold anything, those of the same statements together."""
        found: dict[tuple[str, ...], list[Edition]] = {}
        for edition in editions:
            if statements := self.statements[edition.name]:
                found.setdefault(tuple(each.name for each in statements), []).append(edition)
        return [(tuple(each), self.statements[each[0].name]) for each in found.values()]


def allowed(
    editions: Sequence[Edition], statements: tuple[Collected, ...], *, anyway: bool = False
) -> Allowed:
    """What each edition may hold of these statements; with `anyway`, all of them."""
    if anyway:
        return Allowed({edition.name: statements for edition in editions}, ())
    findings: list[Finding] = []
    held: dict[str, tuple[Collected, ...]] = {}
    for edition in editions:
        left, forbidden = _not_forbidden(edition, statements)
        author = only_author(left) if edition.holds_words else ""
        if author:
            parameters = (("edition", edition.name), ("speaker", author))
            place = Place(f"{edition.name}/")
            forbidden.append(Finding("edition-one-author", Severity.WARNING, place, parameters))
        held[edition.name] = () if author else left
        findings += forbidden
    return Allowed(held, tuple(findings))


def _not_forbidden(
    edition: Edition, statements: tuple[Collected, ...]
) -> tuple[tuple[Collected, ...], list[Finding]]:
    """The statements that don't forbid an edition, and findings about those that do."""
    left, findings = [], []
    for each in statements:
        if each.statement.is_kept_out_of((edition.name, *edition.parts)):
            place = Place(each.item.record.path)
            parameters = (("edition", edition.name),)
            findings.append(Finding("edition-forbidden", Severity.NOTE, place, parameters))
        else:
            left.append(each)
    return tuple(left), findings


def only_author(statements: Iterable[Collected]) -> str:
    """The name of whom several speeches are by, all of them; empty where there is no such person."""
    works = list(dict.fromkeys(each.work for each in statements))
    if len(works) < 2:
        return ""
    common = _speakers(works[0])
    for work in works[1:]:
        common = {key: name for key, name in common.items() if key in _speakers(work)}
    return next(iter(common.values()), "")


def _speakers(work: Work) -> dict[str, str]:
    people = work.statement.speakers
    return {person_key(each.name, each.identifier): each.name for each in people if each.name != MARK}
