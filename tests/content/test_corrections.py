"""Where corrections stand."""

from __future__ import annotations

from allocution.content.corrections import place_corrections
from allocution.model.passages import Passage, PassageKind
from allocution.model.statement import Correction

TEXTS = ("Гортький опыт, гортький.", "Снова гортький и негортький.")
PASSAGES = [Passage(PassageKind.SPEECH, text, 1) for text in TEXTS]


def placed(*corrections: Correction) -> list[list[tuple[str, str]]]:
    """For each passage the stretches with what was meant."""
    found = place_corrections(PASSAGES, corrections)
    return [
        [(text[start:end], meant) for start, end, meant in spans]
        for text, spans in zip(TEXTS, found, strict=True)
    ]


def test_every_occurrence_of_a_whole_word() -> None:
    pair = ("гортький", "горький")
    assert placed(Correction(*pair)) == [[pair], [pair]]


def test_one_occurrence_counted_through_the_whole_text() -> None:
    pair = ("гортький", "горький")
    assert placed(Correction(*pair, occurrence=2)) == [[], [pair]]
    assert placed(Correction(*pair, occurrence=3)) == [[], []]


def test_the_first_of_two_corrections_of_one_stretch_holds() -> None:
    first, second = Correction("гортький опыт", "x"), Correction("Снова гортький", "y")
    assert placed(second, Correction("гортький", "z"), first) == [
        [("гортький", "z")],
        [("Снова гортький", "y")],
    ]


def test_nothing_written_is_nothing_to_look_for() -> None:
    assert placed(Correction("", "x")) == [[], []]
