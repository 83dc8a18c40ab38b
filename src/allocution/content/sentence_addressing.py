"""Sentences of a body given their addresses, quickly where their statement never changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from allocution.content.sentence_addresses import (
    identify,
    initials,
    removed_sentences,
    update,
    without_withheld,
    wordings,
)
from allocution.content.sentence_records import HEADER, NO_INITIALS, parse_record
from allocution.model.finding import Finding
from allocution.model.passages import Body, Passage, Sentence
from allocution.model.withholding import MARK

SentencePlace = tuple[int, int, str]
_History = tuple[str, tuple[str, ...]]


class Addressed(msgspec.Struct, frozen=True):
    """A body with its sentences addressed; `record` is the address record to keep, None where it needn't change."""

    body: Body
    record: bytes | None
    findings: tuple[Finding, ...] = ()


def address_sentences(
    passages: Sequence[Passage],
    sentences: Sequence[Sequence[SentencePlace]],
    record: bytes | None,
    path: str = "",
    *,
    keeps: bool = True,
) -> Addressed:
    """Address every sentence.

    `sentences` holds for each passage the (start, end, language) of its sentences; `record` is the file kept from
    the last build, `path` the name that findings about it give. Who `keeps` no record is spared making a first one.
    """
    texts = [
        passage.text[start:end]
        for passage, places in zip(passages, sentences, strict=True)
        for start, end, _ in places
    ]
    worded = wordings(texts)
    found = identify(worded)
    if record is None:
        first = _first_record(found, initials(texts, worded)) if keeps else None
        return Addressed(Body(_with(passages, sentences, _without_history(found))), first)
    if _is_unchanged(record, found):
        return Addressed(Body(_with(passages, sentences, _without_history(found))), None)
    before, findings = parse_record(record, path)
    after = without_withheld(update(before, texts), texts, MARK)
    history = iter([(entry.identifier, entry.former) for entry in after.entries if not entry.removed])
    body = Body(_with(passages, sentences, history), tuple(removed_sentences(after)))
    written = after.serialise()
    return Addressed(body, written if written != record else None, tuple(findings))


def _without_history(found: Sequence[str]) -> Iterator[_History]:
    return ((identifier, ()) for identifier in found)


def _first_record(found: Sequence[str], letters: Sequence[str]) -> bytes:
    lines = [
        f"{identifier} {initial or NO_INITIALS}" for identifier, initial in zip(found, letters, strict=True)
    ]
    return "\n".join([HEADER, *lines, ""]).encode()


def _is_unchanged(record: bytes, found: Sequence[str]) -> bool:
    """Whether a record tells of just these sentences and of no earlier ones; anything odd says no."""
    if b" was " in record or b"\nremoved " in record:
        return False
    lines = record.decode("utf-8", "replace").split("\n")
    return (
        lines[0] == HEADER
        and lines[-1] == ""
        and [line.partition(" ")[0] for line in lines[1:-1]] == list(found)
    )


def _with(
    passages: Sequence[Passage], sentences: Sequence[Sequence[SentencePlace]], history: Iterator[_History]
) -> tuple[Passage, ...]:
    return tuple(
        [
            _addressed(passage, places, history) if places else passage
            for passage, places in zip(passages, sentences, strict=True)
        ]
    )


def _addressed(passage: Passage, places: Sequence[SentencePlace], history: Iterator[_History]) -> Passage:
    sentences = []
    for start, end, language in places:
        identifier, former = next(history)
        sentences.append(Sentence(start, end, language, identifier, former))
    # Spelt out, as dataclasses.replace takes as long as the rest of this function.
    return Passage(
        passage.kind,
        passage.text,
        passage.line,
        tuple(sentences),
        passage.spans,
        passage.role,
        passage.speaker,
        passage.language,
        passage.level,
        passage.depth,
        passage.label,
    )
