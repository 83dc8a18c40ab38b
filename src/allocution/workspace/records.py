"""One content file into one record: what later steps need of it, without its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from allocution.content.archive import Record
from allocution.content.body.limits import refuse_too_much_markup
from allocution.content.front_matter import FrontMatter, key_place, read_front_matter
from allocution.content.hugo.branches import Branches
from allocution.content.hugo.cascades import inherit
from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.pages import PageFacts, describe_page
from allocution.content.hugo.survey import ContentFile
from allocution.content.hugo.values import lower_keys
from allocution.content.laws import ChargeMatcher
from allocution.content.statements import is_statement, read_statement
from allocution.content.withholding.asking import KEY
from allocution.errors import ContentError
from allocution.language.identification import identify_document
from allocution.language.keywords import keywords
from allocution.model.digests import content_digest, digest
from allocution.model.finding import Finding, Place, Severity
from allocution.model.statement import Statement
from allocution.model.withholding import Withholding
from allocution.workspace.withholding import Safe, withhold

EXCERPT_LENGTH = 220
_SKIPPED = re.compile(
    r"\s*(?:#[^\n]*|\[[^\]\n]*\]|<!--.*?-->|\{\{[<%].*?[%>]\}\}|!\[[^\n]*|[*_(«]{0,2}\[[^\n]*)\s*(?:\n|\Z)",
    re.DOTALL,
)
_MARKUP = re.compile(r"\{\{.*?\}\}|<[^>\n]*>|!?\[([^\]\n]*)\]\([^)\n]*\)|[*_`]+|^[>#]+\s*", re.MULTILINE)
_MARKUP_BEGINS = re.compile(r"[{<\[*_`>#]")
_FIELD_OF = {"hugo-bad-address": "url", "hugo-bad-alias": "aliases", "hugo-doubtful-draft": "draft"}
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class ReadingRules(msgspec.Struct, frozen=True):
    """What reading a file depends on besides the file."""

    configuration: SiteConfiguration
    branches: Branches
    matcher: ChargeMatcher
    now: datetime


class FileRead(NamedTuple):
    """A content file that was read: its record, its front matter where there is one, and its bytes."""

    record: Record
    front_matter: FrontMatter | None = None
    data: bytes = b""


def unreadable(path: str, finding: Finding) -> Record:
    """The record of a file that can't be read."""
    return Record(path, b"", b"", None, None, "", language_stated=False, excerpt="", findings=(finding,))


def read_record(file: ContentFile, data: bytes, rules: ReadingRules) -> Record:
    """Read one content file as everybody may see it. One with an error gives a record without facts, and a finding."""
    return read_safe_file(file, withhold(file.path, data, rules.now), rules).record


def read_safe_file(file: ContentFile, safe: Safe, rules: ReadingRules) -> FileRead:
    """The same for a file without what it withholds, with what it was read from."""
    data = safe.data
    if safe.refused:
        refused = msgspec.structs.replace(
            unreadable(file.path, safe.findings[0]), findings=safe.findings, withholds=True
        )
        return FileRead(msgspec.structs.replace(refused, digest=content_digest(data)))
    try:
        front_matter = read_front_matter(data)
        refuse_too_much_markup(front_matter.body, front_matter.body_line)
    except ContentError as error:
        place = Place(file.path, error.line or 0, error.column or 0)
        broken = unreadable(
            file.path, Finding(error.code, Severity.ERROR, place, tuple(error.parameters.items()))
        )
        return FileRead(msgspec.structs.replace(broken, digest=content_digest(data)))
    record = _record(file, content_digest(data), front_matter, rules, safe.withheld)
    if safe.rewritten:
        record = msgspec.structs.replace(record, findings=(*safe.findings, *record.findings), withholds=True)
    return FileRead(record, front_matter, data)


def _record(
    file: ContentFile,
    file_digest: bytes,
    front_matter: FrontMatter,
    rules: ReadingRules,
    withheld: tuple[Withholding, ...],
) -> Record:
    facts = describe_page(rules.configuration, rules.branches, file, front_matter.values)
    facts = _placed(facts, front_matter)
    values = _inherited(file, facts, front_matter.values, rules.branches)
    if any(key.lower() == KEY and value for key, value in values.items()):
        # What the file itself asks for has been heard, so this is handed down, or hidden from who looked for it.
        place = Place(file.path, front_matter.raw_line)
        told = Finding("withhold-misplaced", Severity.ERROR, place, (("key", KEY),))
        return msgspec.structs.replace(unreadable(file.path, told), digest=file_digest, withholds=True)
    statement: Statement | None = None
    findings: tuple[Finding, ...] = ()
    if facts.kind == "page" and is_statement(values):
        statement, findings = read_statement(file.path, front_matter, values, rules.matcher)
        facts = _told_once(facts, findings)
        if withheld:
            statement = replace(statement, withheld=withheld)
    if statement is not None and statement.withdrawal is not None:
        statement = Statement(title="", withdrawal=statement.withdrawal, withheld=statement.withheld)
        facts = msgspec.structs.replace(facts, title="", terms=())
        body = ""
    else:
        body = front_matter.body
    language, stated = _language(file, statement, rules.configuration, body)
    excerpt = read_excerpt(body)
    changed = facts.dates.lastmod.written if facts.dates.lastmod else ""
    shown = (statement, language, excerpt, facts.title, facts.target.address, changed)
    return Record(
        file.path, file_digest, digest(_encode(shown)), facts, statement, language, stated, excerpt, findings,
        words=keywords(body) if statement is not None and rules.configuration.settings.near_in_words else b"",
    )  # fmt: skip


def _told_once(facts: PageFacts, findings: tuple[Finding, ...]) -> PageFacts:
    """The facts without findings on dates that the statement has told of."""
    told = {_key_value(each) for each in findings if each.code == "date-impossible"}
    if not told:
        return facts
    left = [each for each in facts.findings if each.code != "hugo-bad-date" or _key_value(each) not in told]
    return msgspec.structs.replace(facts, findings=tuple(left))


def _key_value(finding: Finding) -> tuple[str, str]:
    parameters = dict(finding.parameters)
    return parameters["key"].lower(), parameters["value"].strip()


def _placed(facts: PageFacts, front_matter: FrontMatter) -> PageFacts:
    """The facts with their findings at the lines of their fields; what sections hand down stays without one."""
    own = {key.lower() for key in front_matter.values}

    def at_its_field(finding: Finding) -> Finding:
        key = _FIELD_OF.get(finding.code) or dict(finding.parameters).get("key", "")
        if key not in own or finding.place.line:
            return finding
        return replace(finding, place=Place(finding.place.path, *key_place(front_matter, key)))

    return (
        msgspec.structs.replace(facts, findings=tuple(map(at_its_field, facts.findings)))
        if facts.findings
        else facts
    )


def _inherited(
    file: ContentFile, facts: PageFacts, values: Mapping[str, Any], branches: Branches
) -> Mapping[str, Any]:
    """The file's values with what the sections above hand down."""
    cascades = branches.cascades(file.language, file.key)
    if not cascades:
        return values
    lowered: dict[str, object] = lower_keys(values)
    inherit(lowered, cascades, file.key, facts.kind, file.language)
    return lowered


def _language(
    file: ContentFile, statement: Statement | None, configuration: SiteConfiguration, body: str
) -> tuple[str, bool]:
    """The text's language, and whether the archive says so: the file itself, its name, the site; else identified."""
    if statement is not None and statement.languages:
        return statement.languages[0], True
    spoken = configuration.spoken(file.language)
    site_says = configuration.says_language and (len(configuration.languages) > 1 or spoken != "en")
    if file.translates:
        return file.name.rpartition(".")[2], True
    if file.states_language or site_says:
        return spoken, True
    identified = identify_document(body)
    if identified:
        return identified, False
    return (spoken, True) if configuration.says_language else ("", False)


def read_excerpt(body: str) -> str:
    """The first words of a body as plain text, without headings and notes; cut between words."""
    start = 0
    while skipped := _SKIPPED.match(body, start):
        if skipped.end() == start:
            break
        start = skipped.end()
    stretch = body[start : start + 3 * EXCERPT_LENGTH]
    if _MARKUP_BEGINS.search(stretch):
        stretch = _MARKUP.sub(r"\1", stretch)
    text = " ".join(stretch.split())
    if len(text) <= EXCERPT_LENGTH:
        return text
    return text[: text.rfind(" ", 0, EXCERPT_LENGTH)].rstrip(" ,;:–—-") + "…"
