"""The suffixes of Kazakh in layers: what each is added to, and what comes of it.

What a suffix is added to, and makes, is a kind of stem:

    N noun, adjective, numeral     L plural          M of mine, of yours       Z of ours, of yours (polite)
    S of his                       Q «that which is in, is of»                 C in a case, adverb
    V verb                         W verb denied     R participle, infinitive  H wish
    O U converbs                   D past            F condition               T finite, nothing follows
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allocution.language.kazakh.sounds import surfaces


@dataclass(frozen=True, slots=True)
class Suffix:
    """A suffix in the signs of `sounds`, the kinds of stem that take it, the kind that it makes."""

    signs: str
    to: str
    makes: str


_LAYERS = """
plural              LAр                                 NRQ       L
possessive          (Y)м (Y)ң                           NRLQH     M
possessive          (Y)мYз (Y)ңYз                       NRLQH     Z
possessive          (с)Y                                NRLQH     S
genitive            NYң                                 NRLMZSQ   C
accusative          IY                                  NRLMZQ    C
dative              GA                                  NRLZQ     C
dative              A                                   M         C
locative            DA                                  NRLMZQ    C
ablative            BAн                                 NRLMZQ    C
third-person-cases  н нA нDA нAн                        S         C
instrumental        Pен Pенен                           NRLMZSQ   C
belonging           Iікі                                NRLMZS    Q
being-in            DAXY                                NRLMZ     Q
being-in            нDAXY                               S         Q
likeness            DAй шA                              NRLMZQ    C
likeness            нDAй ншA                            S         C
person              PYн сYң сYз PYз сYңдAр сYздAр       NRLMZSCQOU T
third-person        DYр                                 RC        T
third-person        DY                                  OU        T
comparison          (Y)рAK                              N         N
voice               (Y)л (Y)н (Y)с т Yт DYр Yр GYз      V         V
negation            MA                                  V         W
past                DY                                  VW        D
condition           сA                                  VW        F
short-person        м ң ңYз K ңдAр ңYздAр               DF        T
converb             E                                   VW        O
converb             (Y)п                                VW        U
converb             GAй                                 VW        O
converb             GAлY                                V         C
converb             йYншA                               W         C
participle          GAн EтYн                            VW        R
participle          (A)р MAс MAK MAKшY                  V         R
infinitive          у                                   VW        R
circumstance        LYK                                 R         R
wish                GY                                  V         H
imperative          (Y)ңYз (Y)ңдAр (Y)ңYздAр сYн        VW        T
imperative          (A)йYн (A)йYK                       VW        T
politeness          шY                                  VT        T
question            MYсYң MYсYз MYн                     ORN       T
"""

DERIVATIONS = ("LYK", "сYз", "шY", "шYл", "LAс", "кер", "гер", "хана", "паз", "қор")
"""Suffixes that make another noun or adjective, where the lexicon lacks it; others are too like those of cases."""

VERBALISERS = ("LAн", "LAс", "LAт", "LAндYр", "LAстYр")
"""Suffixes that make a verb of a noun, where the lexicon lacks it."""

PLACE_DERIVATION = "LYK"
"""What makes of a place the people who live there; they are looked for by the place as well."""


def _suffixes() -> Iterator[Suffix]:
    for line in _LAYERS.strip().splitlines():
        _, *signs, to, makes = line.split()
        yield from (Suffix(each, to, makes) for each in signs)


@cache
def suffixes() -> tuple[Suffix, ...]:
    """All suffixes."""
    return tuple(_suffixes())


_MERGED = {"й": "и", "а": "я", "у": "ю"}


@cache
def by_ending() -> dict[str, tuple[tuple[str, Suffix], ...]]:
    """What a word may end in → the letters of suffixes, and the suffixes, that may be there."""
    found: dict[str, list[tuple[str, Suffix]]] = {}
    for suffix in suffixes():
        for letters in sorted(surfaces(suffix.signs)):
            found.setdefault(letters, []).append((letters, suffix))
            if letters[0] in _MERGED:
                merged = _MERGED[letters[0]] + letters[1:]
                found.setdefault(merged, []).append((letters, suffix))
    return {ending: tuple(each) for ending, each in found.items()}


def _by_letters(signs: tuple[str, ...]) -> dict[str, str]:
    return {letters: each for each in signs for letters in surfaces(each)}


@cache
def derivations() -> dict[str, str]:
    """What a derived noun may end in → the suffix."""
    return _by_letters(DERIVATIONS)


@cache
def verbalisers() -> dict[str, str]:
    """What a verb made of a noun may end in → the suffix."""
    return _by_letters(VERBALISERS)


# Chains of suffixes that make the forms worth knowing beforehand; «-» stands for none.
_CASES = ("-", "NYң", "GA", "IY", "DA", "BAн", "Pен")
_CASES_OF_HIS = ("-", "NYң", "нA", "н", "нDA", "нAн", "Pен")
_CASES_OF_MINE = ("-", "NYң", "A", "IY", "DA", "BAн", "Pен")
_PERSONS = ("PYн", "сYң", "сYз", "PYз")
_SHORT = ("-", "м", "ң", "ңYз", "K")


def _nominal() -> Iterator[tuple[str, ...]]:
    for number in ("-", "LAр"):
        yield from ((number, case) for case in _CASES)
        yield from ((number, "(с)Y", case) for case in _CASES_OF_HIS)
        yield from ((number, "(Y)м", case) for case in _CASES_OF_MINE)
        yield from ((number, owner, case) for owner in ("(Y)мYз", "(Y)ңYз") for case in _CASES)
    yield from ((each,) for each in ("DAXY", "Iікі", "DAй", "PYн", "сYң", "PYз"))
    yield from (("LAр", each) for each in ("PYз", "сYз", "DAXY"))


def _verbal() -> Iterator[tuple[str, ...]]:
    for denied in ("-", "MA"):
        yield from ((denied, tense, person) for tense in ("DY", "сA") for person in _SHORT)
        yield from ((denied, "E", person) for person in ("-", *_PERSONS, "DY"))
        yield from ((denied, participle) for participle in ("GAн", "EтYн", "у"))
        yield from ((denied, "GAн", ending) for ending in (*_CASES[1:], "LAр", "(с)Y", *_PERSONS))
        yield from ((denied, "у", ending) for ending in (*_CASES[1:], "(с)Y"))
        yield from ((denied, "у", "(с)Y", ending) for ending in _CASES_OF_HIS[1:])
        yield from ((denied, order) for order in ("(Y)ңYз", "(Y)ңдAр", "сYн", "(A)йYн", "(A)йYK"))
        yield (denied,)
    yield from (("(Y)п", ending) for ending in ("-", "PYн", "DY"))
    yield from ((participle,) for participle in ("(A)р", "MAс", "MAK", "GAлY", "GAй"))
    yield from (("GY", owner) for owner in ("(Y)м", "(Y)ң", "(с)Y", "(Y)мYз"))


@cache
def nominal_chains() -> tuple[tuple[str, ...], ...]:
    """The forms of a noun."""
    return tuple(_shown(chain) for chain in _nominal())


@cache
def verbal_chains() -> tuple[tuple[str, ...], ...]:
    """The forms of a verb."""
    return tuple(_shown(chain) for chain in _verbal())


@cache
def people_chains() -> tuple[tuple[str, ...], ...]:
    """The people of a place."""
    return tuple((PLACE_DERIVATION, *_shown((number, case))) for number in ("-", "LAр") for case in _CASES)


def _shown(chain: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(signs for signs in chain if signs != "-")
