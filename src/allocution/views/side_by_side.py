"""An original and its translation, sentence by sentence where they go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from allocution.content.archive import Item
from allocution.language.parallel import align
from allocution.messages import Catalogue
from allocution.model.passages import Body, Passage, PassageKind, Sentence
from allocution.model.statement import Statement
from allocution.views.addresses import side_by_side_target
from allocution.views.contract import Link
from allocution.views.entries import is_older
from allocution.views.headings import work_heading
from allocution.views.names import own_name
from allocution.views.site_view import SiteView
from allocution.views.statement_contract import Row, SideBySideView

_SAID_BY_NOBODY = (PassageKind.STAGE_NOTE, PassageKind.GAP)


def side_by_side_view(
    site: SiteView,
    original: Item,
    translation: Item,
    original_body: Body,
    translation_body: Body,
    page_language: str,
) -> SideBySideView:
    """The page of a translation beside its original, among labels in one of the languages that it is shown in."""
    statement = translation.record.statement
    assert statement is not None
    wording = site.wording(site.interface_language(page_language))
    heading = work_heading(translation)
    among = site.shown_in(translation)
    own = translation.site_language
    frame = site.frame(
        f"{heading}: {wording('side-by-side').lower()}",
        side_by_side_address(site, translation, page_language),
        page_language,
        description=translation.record.excerpt,
        versions=tuple((tag, side_by_side_address(site, translation, tag)) for tag in (own, *among) if among),
        indexed=False,
    )
    return SideBySideView(
        frame=msgspec.structs.replace(frame, heading=heading),
        original=_head(site, original, wording("original"), page_language),
        translation=_head(site, translation, _translated_by(statement, wording), page_language),
        notices=_notices(original, translation, wording),
        rows=tuple(_rows(original_body, translation_body)),
    )


def side_by_side_address(site: SiteView, translation: Item, page_language: str) -> str:
    """Where a translation stands beside its original among labels in one of the languages."""
    address = side_by_side_target(translation.page.facts.target).address
    return site.place_in(address, translation.site_language, page_language)


def _head(site: SiteView, item: Item, note: str, page_language: str) -> Link:
    address, language = site.address_of(item, page_language), item.record.language
    return Link(own_name(language), address, language, note)


def _translated_by(statement: Statement, wording: Catalogue) -> str:
    parts = []
    if statement.translators:
        names = ", ".join(person.name for person in statement.translators)
        parts.append(wording("translated-by", names=names))
    if statement.machine_translated:
        parts.append(wording("translated-by-machine").rstrip("."))
    return "; ".join(parts) or wording("translator-unknown")


def _notices(original: Item, translation: Item, wording: Catalogue) -> tuple[str, ...]:
    return (wording("older-than-original"),) if is_older(original, translation) else ()


def _rows(original: Body, translation: Body) -> Iterator[Row]:
    ours, theirs = original.passages, translation.passages
    if [passage.kind for passage in ours] == [passage.kind for passage in theirs]:
        for left, right in zip(ours, theirs, strict=True):
            yield from _aligned([left], [right])
    else:
        yield from _aligned(ours, theirs)


def _aligned(left: Sequence[Passage], right: Sequence[Passage]) -> Iterator[Row]:
    """Rows of two texts; a row that begins a passage on either side says so."""
    ours, theirs = list(_pieces(left)), list(_pieces(right))
    lengths = [len(piece.text) for piece, _ in ours]
    translated = [len(piece.text) for piece, _ in theirs]
    for here, there in align(lengths, translated, _notes(ours), _notes(theirs)):
        first = [*(ours[number][1] for number in here), *(theirs[number][1] for number in there)]
        yield Row(
            tuple(ours[number][0] for number in here),
            tuple(theirs[number][0] for number in there),
            begins=any(first),
        )


def _notes(pieces: Sequence[tuple[Passage, bool]]) -> list[int]:
    """The numbers of those that nobody said."""
    return [number for number, (piece, _) in enumerate(pieces) if piece.kind in _SAID_BY_NOBODY]


def _pieces(passages: Sequence[Passage]) -> Iterator[tuple[Passage, bool]]:
    """Each sentence as a passage of its own, and whether it is the first of its passage."""
    for passage in passages:
        if not passage.sentences:
            if passage.text.strip():
                yield passage, True
            continue
        for number, sentence in enumerate(passage.sentences):
            yield _only(passage, sentence, keep_speaker=number == 0), number == 0


def _only(passage: Passage, sentence: Sentence, *, keep_speaker: bool) -> Passage:
    start, end = sentence.start, sentence.end
    spans = tuple(
        replace(span, start=max(span.start - start, 0), end=min(span.end - start, end - start))
        for span in passage.spans
        if span.start < end and span.end > start
    )
    return replace(
        passage,
        text=passage.text[start:end],
        sentences=(replace(sentence, start=0, end=end - start),),
        spans=spans,
        speaker=passage.speaker if keep_speaker else "",
    )
