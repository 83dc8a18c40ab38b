"""The evidence card of a statement: its sources, their captures, and which of its sentences they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

from allocution.content.outside_links import statement_with
from allocution.content.settings import Outside
from allocution.content.telegram_posts import POST_CAPACITY, posts_among, units
from allocution.messages import Catalogue
from allocution.model.evidence import (
    Evidence,
    KeptBeside,
    KeptCapture,
    KeptSource,
    Piece,
    PieceKind,
    SentenceCover,
)
from allocution.model.passages import Body
from allocution.model.statement import Statement
from allocution.views.absolute import safe_address
from allocution.views.contract import Link
from allocution.views.evidence_contract import (
    EvidenceCapture,
    EvidenceFile,
    EvidenceSentence,
    EvidenceSource,
    EvidenceView,
)
from allocution.views.sizes import size_text

_CONTEXT = 8
_NO_DIGIT = re.compile(r"\D")


def evidence_view(
    statement: Statement,
    body: Body,
    evidence: Evidence | None,
    wording: Catalogue,
    language: str,
    replay: str = "",
    outside: Outside = Outside.LIVE,
) -> EvidenceView | None:
    """The card in the reader's language; None where there is nothing to say. `replay` is where captures are shown."""
    notes = list(_capacity(statement, body, wording))
    if evidence is None or not evidence.sources:
        return EvidenceView((), tuple(notes)) if notes else None
    notes += _coverage(evidence, wording)
    names = _names(statement, outside)
    return EvidenceView(
        sources=tuple(
            EvidenceSource(
                _source(each, names.get(each.address, ""), outside is Outside.LIVE, wording),
                tuple(_capture(capture, wording, replay) for capture in each.captures),
            )
            for each in evidence.sources
        ),
        notes=tuple(notes),
        found=evidence.found,
        differing=tuple(_sentence(each, language) for each in evidence.differing),
        nowhere=tuple(_sentence(each, language) for each in evidence.nowhere),
    )


def _capacity(statement: Statement, body: Body, wording: Catalogue) -> Iterator[str]:
    """That the posts which are the only sources can't hold this many words."""
    posts = posts_among(statement.sources)
    if posts is None or statement.translators or statement.machine_translated:
        return
    length = units("\n\n".join([passage.text for passage in body.passages]))
    most = POST_CAPACITY * len(posts)
    if length > most:
        yield wording("evidence-capacity", posts=len(posts), most=str(most), units=str(length))


def _coverage(evidence: Evidence, wording: Catalogue) -> list[str]:
    if not any(source.captures for source in evidence.sources):
        return []
    if not evidence.captured:
        return [wording("evidence-wordless")]
    differing, nowhere = len(evidence.differing), len(evidence.nowhere)
    if not evidence.found + differing + nowhere:  # a translation: its sentences weren't looked for
        return []
    counts = {
        "all": evidence.found + differing + nowhere,
        "found": str(evidence.found),
        "differing": str(differing),
        "nowhere": str(nowhere),
    }
    return [wording("evidence-coverage", **counts)]


def _source(source: KeptSource, shown: str, link: bool, wording: Catalogue) -> Link:
    note = "" if source.captures else wording("evidence-never")
    if source.address.startswith("sha256:"):
        return Link(wording("evidence-file"), note=note)
    return Link(shown, safe_address(source.address) if link else "", note=note)


def _names(statement: Statement, outside: Outside) -> Mapping[str, str]:
    """What sources are called that have an address: by that, unless no address is to be told."""
    if outside is not Outside.ABSENT:
        return {each.address: each.address for each in statement.sources}
    told = statement_with(statement, outside)
    return {each.address: named.title for each, named in zip(statement.sources, told.sources, strict=True)}


def _capture(capture: KeptCapture, wording: Catalogue, replay: str) -> EvidenceCapture:
    notes = []
    if capture.problem:
        notes.append(wording(f"evidence-{capture.problem}"))
    if capture.pending:
        notes.append(wording("evidence-pending", count=capture.pending))
    notes += [attached_text(what, kinds.split(", "), wording) for what, kinds in capture.attached]
    return EvidenceCapture(
        moment=capture.moment,
        display=moment_text(capture.moment),
        outcome=capture.outcome,
        told=wording(f"evidence-outcome-{capture.outcome or 'kept'}"),
        sha256=capture.sha256,
        replay=replay_address(replay, capture.answered, capture.moment) if capture.answered else "",
        proved=tuple(Link(each.authority, note=moment_text(each.moment)) for each in capture.proved),
        notes=tuple(notes),
        change=tuple(_shortened(piece) for piece in capture.change),
        files=tuple(_file(each, wording) for each in capture.beside),
    )


def _file(kept: KeptBeside, wording: Catalogue) -> EvidenceFile:
    return EvidenceFile(
        kind=kept.kind,
        told=wording("evidence-kept-with", kind=kept.kind),
        sha256=kept.sha256,
        bytes=kept.size,
        size=size_text(kept.size, wording),
        note=wording(f"evidence-{kept.problem}") if kept.problem else "",
    )


def attached_text(what: str, kinds: Iterable[str], wording: Catalogue) -> str:
    """That things which a post has attached are gone, new or others."""
    names = (wording("evidence-kept-with", kind=kind) for kind in kinds)
    return wording(f"evidence-attached-{what}", what=", ".join(each[:1].lower() + each[1:] for each in names))


def replay_address(replay: str, address: str, moment: str) -> str:
    """Where a captured page is shown; empty where nobody shows it, or the moment can't be told."""
    stamp = _NO_DIGIT.sub("", moment.partition("+")[0])[:14]
    if not replay or len(stamp) != 14:
        return ""
    if "{address}" in replay:
        return safe_address(
            replay.replace("{timestamp}", stamp).replace("{address}", quote(address, safe=""))
        )
    return safe_address(f"{replay.rstrip('/')}/{stamp}/{address}")


def _shortened(piece: Piece) -> Piece:
    """Words that stayed the same as a reader needs them: those next to a change."""
    words = piece.text.split(" ")
    if piece.kind is not PieceKind.SAME or len(words) <= 3 * _CONTEXT:
        return piece
    return replace(piece, text=" ".join([*words[:_CONTEXT], "…", *words[-_CONTEXT:]]))


def _sentence(cover: SentenceCover, language: str) -> EvidenceSentence:
    address = f"#s-{cover.identifier}" if cover.identifier else ""
    return EvidenceSentence(Link(cover.text, address, language), cover.difference)


def moment_text(moment: str) -> str:
    """A moment as readers of any language read it, in UTC; as it is written where it is none."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    except ValueError:
        return moment
