"""A rule on the characters of front matter: a name that only looks right is another name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from allocution.check.characters import first_invisible, mixed_words, name_of
from allocution.check.checked import CheckedFile, Problem
from allocution.model.finding import Severity

# What is as it was found, and addresses.
_PASSED_OVER = frozenset(
    """
    aliases attachments corrections image images imported resources slug sourcelink sources url withhold
    """.split()
)


def field_characters(file: CheckedFile) -> Iterator[Problem]:
    """Characters that nobody sees, and words of two alphabets; of each the first in a field, which a person repairs."""
    for key, value in file.front_matter.values.items():
        if key.lower() in _PASSED_OVER:
            continue
        text = " ".join(_texts(value))
        if unseen := first_invisible(text):
            yield file.of_field("invisible-character", Severity.WARNING, key, character=name_of(unseen))
        if not text.isascii() and (mixed := next(mixed_words(text), None)):
            word = text[mixed[0] : mixed[1]]
            yield file.of_field("mixed-alphabets", Severity.WARNING, key, word=word)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
