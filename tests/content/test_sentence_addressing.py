from __future__ import annotations

from allocution.content.sentence_addresses import identifiers, update
from allocution.content.sentence_addressing import Addressed, SentencePlace, address_sentences
from allocution.content.sentence_records import parse_record
from allocution.model.passages import Passage, PassageKind, RemovedSentence


def speech(text: str) -> Passage:
    return Passage(PassageKind.SPEECH, text, 1)


PASSAGES = (speech("Да. Нет."), Passage(PassageKind.RULE, "", 2), speech("Всё."))
PLACES: list[list[SentencePlace]] = [[(0, 3, "ru"), (4, 8, "kk")], [], [(0, 4, "ru")]]
TEXTS = ["Да.", "Нет.", "Всё."]


def found_in(addressed: Addressed) -> list[str]:
    return [sentence.identifier for part in addressed.body.passages for sentence in part.sentences]


def first_record() -> bytes:
    record = address_sentences(PASSAGES, PLACES, None).record
    assert record is not None
    return record


def test_every_sentence_is_addressed_and_nothing_else_touched() -> None:
    addressed = address_sentences(PASSAGES, PLACES, None)
    assert found_in(addressed) == identifiers(TEXTS)
    assert [part.text for part in addressed.body.passages] == ["Да. Нет.", "", "Всё."]
    assert addressed.body.passages[1] is PASSAGES[1]
    assert [sentence.language for part in addressed.body.passages for sentence in part.sentences] == [
        "ru",
        "kk",
        "ru",
    ]
    assert addressed.body.removed == ()


def test_the_first_record_is_the_one_that_the_full_update_makes() -> None:
    assert first_record() == update(None, TEXTS).serialise()


def test_who_only_reads_is_given_the_same_without_a_record() -> None:
    read = address_sentences(PASSAGES, PLACES, None, keeps=False)
    assert read.record is None
    assert read.body == address_sentences(PASSAGES, PLACES, None).body


def test_an_unchanged_statement_needs_no_new_record() -> None:
    addressed = address_sentences(PASSAGES, PLACES, first_record())
    assert addressed.record is None
    assert found_in(addressed) == identifiers(TEXTS)


def test_former_and_removed_identifiers_are_shown() -> None:
    yes, no, all_said = identifiers(TEXTS)
    changed = address_sentences((speech("Да! Всё."),), [[(0, 3, "ru"), (4, 8, "ru")]], first_record())
    assert changed.body.passages[0].sentences[0].former == (yes,)
    assert changed.body.removed == (RemovedSentence(no, 1),)
    assert changed.record is not None
    known, findings = parse_record(changed.record)
    assert known.known() >= {yes, no, all_said}
    assert findings == []
    shorter = address_sentences((speech("Да."),), [[(0, 3, "ru")]], first_record())
    assert shorter.body.removed == (RemovedSentence(no, 1), RemovedSentence(all_said, 1))


def test_a_record_with_a_history_is_stable() -> None:
    changed = address_sentences((speech("Да! Всё."),), [[(0, 3, "ru"), (4, 8, "ru")]], first_record())
    again = address_sentences((speech("Да! Всё."),), [[(0, 3, "ru"), (4, 8, "ru")]], changed.record)
    assert again.record is None
    assert again.body == changed.body


def test_a_damaged_record_is_reported_and_repaired() -> None:
    damaged = first_record().replace(b"\n", b"\n<<<<<<< HEAD\n", 1)
    addressed = address_sentences(PASSAGES, PLACES, damaged, "addresses/x.md.txt")
    assert [finding.code for finding in addressed.findings] == ["addresses-conflict"]
    assert addressed.findings[0].place.path == "addresses/x.md.txt"
    assert addressed.record == first_record()
