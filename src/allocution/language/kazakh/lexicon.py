"""The stems of Kazakh: headwords of hunspell-kk, places, and what doesn't follow the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from allocution.language.kazakh.sounds import joined

_FIRST_COUNT = ord("0")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words, and of some of them what is special.

    `verbs` leads from a verb's stem to its infinitive, its dictionary form. `shortened` are stems before a vowel,
    `whole` those that a shortened one may be,
    `variants` lead to the dictionary form. `either` take suffixes of both harmonies. `forms` are read as they are.
    """

    words: frozenset[str]
    verbs: dict[str, str]
    stems: dict[str, str]
    places: frozenset[str]
    shortened: dict[str, str]
    whole: dict[str, str]
    variants: dict[str, str]
    either: frozenset[str]
    forms: dict[str, tuple[str, ...]]


def _text(name: str) -> str:
    return files("allocution.language.kazakh").joinpath("data", name).read_text(encoding="utf-8")


def decoded(lines: str) -> Iterator[str]:
    """The words of a list in which each is written as how much it shares with the one before, and the rest."""
    word = ""
    for line in lines.splitlines():
        word = word[: ord(line[0]) - _FIRST_COUNT] + line[1:]
        yield word


def _sections(text: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    section: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            section.append(line.split())
    return found


@cache
def lexicon() -> Lexicon:
    """The lexicon, read at first use."""
    exceptions = _sections(_text("exceptions.txt"))
    shortened = dict(exceptions["shortened"])
    places = frozenset(_text("places.txt").split())
    words = places.union(decoded(_text("words.txt")))
    verbs = {word: _infinitive(word, shortened) for word in words if word[-1] not in "әоөүұ"}
    verbs = {stem: infinitive for stem, infinitive in verbs.items() if infinitive in words}
    return Lexicon(
        words=words,
        verbs=verbs,
        stems={infinitive: stem for stem, infinitive in sorted(verbs.items(), key=_by_openness)},
        places=places,
        shortened=shortened,
        whole={short: whole for whole, short in shortened.items()},
        variants=dict(exceptions["variants"]),
        either=frozenset(word for line in exceptions["either"] for word in line),
        forms={form: tuple(lemmas) for form, *lemmas in exceptions["forms"]},
    )


def _infinitive(stem: str, shortened: dict[str, str]) -> str:
    return joined(stem, "у", shortened.get(stem), verb=True)


def _by_openness(verb: tuple[str, str]) -> tuple[bool, str]:
    """Of two stems with one infinitive («тан», «таны») the open one is the verb's, so it comes last."""
    stem, _ = verb
    return (stem[-1] in "ыі", stem)
