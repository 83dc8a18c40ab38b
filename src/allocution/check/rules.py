"""The rules in the order in which they are asked. A rule is a function that yields what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from allocution.check import fields, relations
from allocution.check.checked import CheckedArchive, CheckedFile, Problem
from allocution.check.field_characters import field_characters
from allocution.check.repairing import RULES, careful
from allocution.model.finding import Finding

MOST_OF_ONE_RULE = 200
FileRule = Callable[[CheckedFile], Iterator[Problem]]
ArchiveRule = Callable[[CheckedArchive], Iterator[Finding]]

FILE_RULES: tuple[FileRule, ...] = (
    fields.unknown_keys,
    fields.repeated_keys,
    fields.speakers,
    fields.charges,
    fields.sources,
    fields.source_capacity,
    fields.offsets,
    fields.language,
    field_characters,
    *RULES,
)
ARCHIVE_RULES: tuple[ArchiveRule, ...] = (
    relations.duplicates,
    relations.translations,
    relations.outputs,
    relations.links,
    relations.languages,
    relations.people_alike,
    relations.names_shared,
)


def check_file(file: CheckedFile) -> list[Problem]:
    """What the rules find in one file; of one rule no more than a person could look through."""
    return [problem for rule in FILE_RULES for problem in islice(careful(file, rule(file)), MOST_OF_ONE_RULE)]


def check_archive(checked: CheckedArchive) -> list[Finding]:
    """All that the rules find in what files say of each other."""
    return [finding for rule in ARCHIVE_RULES for finding in rule(checked)]
