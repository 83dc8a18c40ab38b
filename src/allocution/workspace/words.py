"""The words of one content file: passages, sentences, their languages and their addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from allocution.content.archive import Record
from allocution.content.body.reading import read_body
from allocution.content.front_matter import read_body_text
from allocution.content.sentence_addressing import Addressed, SentencePlace, address_sentences
from allocution.errors import AllocutionError
from allocution.language.identification import foreign_letters, passage_languages
from allocution.language.sentences import split_sentences
from allocution.model.digests import content_digest
from allocution.model.finding import Finding
from allocution.model.passages import Body, Passage, PassageKind, SpanKind
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder
from allocution.workspace.withholding import read_safely

_UNSPLIT = frozenset(
    (PassageKind.STAGE_NOTE, PassageKind.GAP, PassageKind.CODE, PassageKind.RULE, PassageKind.MEDIA)
)


class ContentChangedError(AllocutionError):
    """A content file was written to since its record was read."""

    def __init__(self, path: str) -> None:
        super().__init__("content-changed", path=path)


def read_unchanged(folder: ArchiveFolder, record: Record, now: datetime) -> bytes:
    """The file that the record was read from, as everybody may see it at that moment. Raises ContentChangedError."""
    safe = read_safely(folder, record.path, now)
    if isinstance(safe, Finding) or content_digest(safe.data) != record.digest:
        raise ContentChangedError(record.path)
    return safe.data


def read_published_words(folder: ArchiveFolder, record: Record, now: datetime) -> Addressed:
    """A statement's words as its page has them at that moment, by the record of its addresses, of which none is made.

    Raises ContentChangedError.
    """
    assert record.statement is not None
    data = read_unchanged(folder, record, now)
    path = f"{ADDRESS_RECORDS}/{record.path}.txt"
    kept = folder.read(path) if folder.exists(path) else None
    speakers = [person.name for person in record.statement.speakers]
    known = None if isinstance(kept, Finding) else kept
    return read_words(record.path, data, record.language, speakers, known, path, keeps=False)[0]


def read_words(
    path: str,
    data: bytes,
    language: str,
    speakers: Iterable[str] = (),
    record: bytes | None = None,
    record_path: str = "",
    *,
    keeps: bool = True,
) -> tuple[Addressed, tuple[Finding, ...]]:
    """A file's body with every sentence addressed, and findings about both the body and its address record.

    The file is one as everybody may see it, its front matter known to be sound. `language` is the document's, the
    prior of its sentences;
    `speakers` are the names that begin a defendant's turn; `record` is the address record as it is kept, `keeps`
    whether a first one is wanted.
    """
    text, line = read_body_text(data)
    passages, findings = read_body(text, line, path, speakers=speakers)
    foreign = foreign_letters(text, language)
    places = [_sentences(passage, language, foreign) for passage in passages]
    addressed = address_sentences(passages, places, record, record_path, keeps=keeps)
    return addressed, (*findings, *addressed.findings)


def read_plain_words(path: str, data: bytes) -> tuple[Body, tuple[Finding, ...]]:
    """The body of an ordinary page: no speakers, no addresses of sentences."""
    text, line = read_body_text(data)
    passages, findings = read_body(text, line, path)
    return Body(passages), findings


def _sentences(passage: Passage, language: str, foreign: str | None) -> list[SentencePlace]:
    if passage.kind in _UNSPLIT:
        return []
    prior = passage.language or language
    spans = split_sentences(passage.text, prior)
    if foreign is None and prior == language:
        return [(start, end, prior) for start, end in spans]
    languages = passage_languages(passage.text, spans, prior, foreign if prior == language else None)
    found = [(start, end, identified) for (start, end), identified in zip(spans, languages, strict=True)]
    for span in passage.spans:
        if span.kind is SpanKind.FOREIGN:
            found = [
                (start, end, span.value if span.start <= start and end <= span.end else identified)
                for start, end, identified in found
            ]
    return found
