"""The words of one content file: passages, sentences, their languages and their addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from allocution.content.body.reading import read_body
from allocution.content.front_matter import read_front_matter
from allocution.content.sentence_addresses import address_passages
from allocution.content.sentence_records import AddressRecord
from allocution.language.identification import passage_languages
from allocution.language.sentences import split_sentences
from allocution.model.finding import Finding
from allocution.model.passages import Body, Passage, PassageKind, Sentence, SpanKind

_UNSPLIT = frozenset(
    (PassageKind.STAGE_NOTE, PassageKind.GAP, PassageKind.CODE, PassageKind.RULE, PassageKind.MEDIA)
)


def read_words(
    path: str, data: bytes, language: str, speakers: Iterable[str], record: AddressRecord | None
) -> tuple[Body, AddressRecord, tuple[Finding, ...]]:
    """A file's body, with its address record brought up to date.

    `language` is the document's, the prior of its sentences; `speakers` are the names that begin a defendant's turn.
    """
    front_matter = read_front_matter(data)
    passages, findings = read_body(front_matter.body, front_matter.body_line, path, speakers=speakers)
    body, updated = address_passages([_with_sentences(passage, language) for passage in passages], record)
    return body, updated, findings


def read_plain_words(path: str, data: bytes) -> tuple[Body, tuple[Finding, ...]]:
    """The body of an ordinary page: no speakers, no addresses of sentences."""
    front_matter = read_front_matter(data)
    passages, findings = read_body(front_matter.body, front_matter.body_line, path)
    return Body(passages), findings


def _with_sentences(passage: Passage, language: str) -> Passage:
    if passage.kind in _UNSPLIT:
        return passage
    prior = passage.language or language
    spans = split_sentences(passage.text, prior)
    languages = passage_languages(passage.text, spans, prior)
    foreign = [span for span in passage.spans if span.kind is SpanKind.FOREIGN]
    for span in foreign:
        languages = [
            span.value if span.start <= start and end <= span.end else found
            for (start, end), found in zip(spans, languages, strict=True)
        ]
    sentences = tuple(
        Sentence(start, end, found) for (start, end), found in zip(spans, languages, strict=True)
    )
    return replace(passage, sentences=sentences)
