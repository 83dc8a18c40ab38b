"""Links that lead out of an archive, as an output has them: live, as text, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from allocution.content.settings import Outside
from allocution.model.finding import Finding, Place, Severity
from allocution.model.passages import Body, Passage, Span, SpanKind
from allocution.model.statement import ExternalLink, Source, Statement

ALL, SITE, API, OAI = "all", "site", "api", "oai"
NO_EDITIONS = (ALL, SITE, API, OAI)
UNNAMED = "…"
# Bounded, so that no word is long enough to hold it up. Compiled at first use, which few archives have.
_ADDRESS = (
    r"(?i)(?:\b[a-z][a-z0-9+.-]{0,20}://|\bwww\."
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:[a-z]{2,24}|рф|қаз|укр|бел)/)\S+"
)
_LEADS_ELSEWHERE = re.compile(r"[\s\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


def outside_of(output: str, asked: Iterable[str]) -> Outside:
    """What an output does with them, by the archive's settings."""
    given = {name.strip(): Outside(what.strip()) for name, _, what in (each.partition(":") for each in asked)}
    return given.get(output, given.get(ALL, Outside.LIVE))


def leads_out(address: str, base: str) -> bool:
    """Whether a resolved address of a link leads elsewhere than into the archive's site."""
    return bool(_LEADS_ELSEWHERE.match(address)) and not (base and f"{address}/".startswith(base))


def addresses_in_words(body: Body, path: str, asked: Iterable[str]) -> Iterator[Finding]:
    """One finding for each passage with an address among its words, where some output is to have none."""
    if not any(Outside(each.partition(":")[2].strip()) is Outside.ABSENT for each in asked):
        return
    for passage in body.passages:
        if found := re.search(_ADDRESS, passage.text):
            parameters = (("address", found[0]),)
            yield Finding("address-in-words", Severity.WARNING, Place(path, passage.line, 1), parameters)


def statement_with(statement: Statement, outside: Outside) -> Statement:
    """A statement as such an output is told of it."""
    if outside is Outside.LIVE:
        return statement
    return replace(
        statement,
        sources=tuple(_source(each, outside) for each in statement.sources),
        links=tuple(_link(each) for each in statement.links) if outside is Outside.TEXT else (),
    )


def _source(source: Source, outside: Outside) -> Source:
    if outside is Outside.ABSENT:
        title, note = (re.sub(_ADDRESS, "", each).strip() for each in (source.title, source.note))
        return replace(source, address="", archived="", title=title or UNNAMED, note=note)
    title = ", ".join(dict.fromkeys(filter(None, (source.title, source.address, source.archived))))
    return replace(source, address="", archived="", title=title)


def _link(link: ExternalLink) -> ExternalLink:
    return replace(link, address="", title=", ".join(each for each in (link.title, link.address) if each))


def body_with(body: Body, outside: Outside, leads: Callable[[str], str]) -> Body:
    """The words as such an output is given them; `leads` says where a link out leads, empty for any other."""
    if outside is Outside.LIVE:
        return body
    return replace(body, passages=tuple(_passage(each, outside, leads) for each in body.passages))


def _passage(passage: Passage, outside: Outside, leads: Callable[[str], str]) -> Passage:
    if not passage.spans:
        return passage
    spans = []
    for span in passage.spans:
        address = leads(span.value) if span.kind in (SpanKind.LINK, SpanKind.IMAGE) else ""
        if not address:
            spans.append(span)
        elif outside is Outside.TEXT and address not in passage.text[span.start : span.end]:
            spans.append(Span(span.start, span.end, SpanKind.ADDRESS, address))
    return replace(passage, spans=tuple(spans))
