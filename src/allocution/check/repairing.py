"""What is safe to repair in a file: in words only, nothing that a correction is about, until nothing is left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from allocution.check import characters
from allocution.check.checked import CheckedFile, Problem
from allocution.content.archive import Record
from allocution.content.editing import Edit, apply_edits, composed
from allocution.content.front_matter import read_front_matter
from allocution.model.finding import Place

# The rules of which some problems can be repaired. What one repairs may show another what it looks for.
RULES = (
    characters.mojibake,
    characters.mixed_alphabets,
    characters.invisible_characters,
    characters.double_spaces,
    characters.dashes_for_hyphens,
)
_MOST_ROUNDS = 20
# Blanks and dashes mean something else in code and in addresses; the rest is worth a look there, too.
_OF_WORDS_ONLY = frozenset({"double-space", "dash-for-hyphen"})


def careful(file: CheckedFile, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that a correction is about; where no words stand, nothing is repaired."""
    for problem in problems:
        if not problem.edits:
            if not file.corrections or not _is_settled(file, problem.finding.place):
                yield problem
            continue
        places = [(each.start - file.body_start, each.end - file.body_start) for each in problem.edits]
        if any(file.prose.is_settled(*place) for place in places):
            continue
        if not all(file.prose.holds(*place) for place in places):
            if problem.finding.code not in _OF_WORDS_ONLY:
                yield Problem(problem.finding)
        elif any(
            file.prose.disturbs(*place, edit.replacement)
            for place, edit in zip(places, problem.edits, strict=True)
        ):
            yield Problem(problem.finding)
        else:
            yield problem


def _is_settled(file: CheckedFile, place: Place) -> bool:
    at = file.offset(place) - file.body_start
    return at >= 0 and file.prose.is_settled(at, at + 1)


def repairs(record: Record, data: bytes, keys: Collection[str] = ()) -> tuple[Edit, ...]:
    """The edits of a file's text after which nothing is left to repair. Raises ContentError."""
    text = data.decode("utf-8")
    edits: tuple[Edit, ...] = ()
    for _ in range(_MOST_ROUNDS):
        file = CheckedFile(record, data, read_front_matter(data), keys)
        found = _apart(
            edit for rule in RULES for problem in careful(file, rule(file)) for edit in problem.edits
        )
        if not found:
            break
        edits = composed(text, edits, found)
        data = apply_edits(file.text, found).encode("utf-8")
    return edits


def _apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits without those that are about the place of another; they wait for the next round."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)
