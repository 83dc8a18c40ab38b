"""Fuzzing in small: what was found before, and some hundred inputs anew each time. `make fuzz` goes on for longer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
MAKEFILE = Path(__file__).parents[2] / "Makefile"
FOUND = sorted(path.relative_to(CORPUS) for path in CORPUS.rglob("*") if path.is_file())
PIECES = st.sampled_from(
    """--- +++ {"a": }} {{< {{% [[ ]] [a] a.b a: b = "x" 'x' | > & * ! # ? - 1. 999999999999999999999 1e999 .inf ~ null
    true 2020-06-22 2020-06-22T13:01:00+06:00 1964~ 20XX /2020 title: date: speakers: charges: sources: corrections:
    written: meant: (ст. 274) «» … … . ! ? ** __ ` ``` <b> </b> <script> &amp; [^1] Судья: (шум) [нрзб] В**** was
    removed 11111111 Аб <<<<<<< ======= >>>>>>> AND OR NOT NEAR/3 speaker: year:2020 «две формы» =word wor* ( ) 30—е
    cуд \\x0B "id":1 "type":"message" "text":"a" {{</* x */>}} {{% lang kk %}} <div> <br> <a href="x">""".split()
)
BLANKS = st.sampled_from([" ", "\n", "\n\n", "", "\t", "\r\n", "\u00a0", "\n    ", "\n- "])
TEXTS = st.lists(st.tuples(PIECES, BLANKS), max_size=40).map(
    lambda parts: "".join(a + b for a, b in parts).encode()
)
FENCED = TEXTS.map(lambda text: b"---\n" + text + b"\n---\n") | TEXTS.map(
    lambda text: b"+++\n" + text + b"\n+++\n"
)


@pytest.mark.parametrize("found", FOUND, ids=str)
def test_what_was_found_once_is_harmless(found: Path) -> None:
    TARGETS[found.parts[0]]((CORPUS / found).read_bytes())


SLOW = {"many_times", "edtf"}
ANY = st.binary(max_size=200) | TEXTS | FENCED


@pytest.mark.parametrize("name", sorted(TARGETS.keys() - SLOW))
@given(data=ANY)
@settings(max_examples=150)
def test_a_target_raises_nothing(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", sorted(SLOW))
@given(data=ANY)
@settings(max_examples=20, deadline=None)
def test_a_target_that_takes_its_time_raises_nothing(name: str, data: bytes) -> None:
    TARGETS[name](data)


def test_make_fuzzes_every_target() -> None:
    rule = re.search(r"FUZZ_TARGETS := ((?:.*\\\n)*.*)", MAKEFILE.read_text(encoding="utf-8"))
    assert rule is not None
    assert set(rule[1].replace("\\\n", " ").split()) == set(TARGETS)


def test_the_corpus_is_of_targets_that_there_are() -> None:
    assert {path.parts[0] for path in FOUND} <= set(TARGETS)
