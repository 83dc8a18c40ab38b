"""A body with markup: shortcodes and Markdown into drafts of passages. Loaded for the first body that has any."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from allocution.content.body.draft import Draft
from allocution.content.body.markdown import read_markdown
from allocution.content.body.shortcodes import extract
from allocution.model.finding import Finding, Place, Severity

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_marked(
    text: str, first_line: int, path: str, shortcodes: Collection[str], parameters: Mapping[str, str]
) -> tuple[Iterable[Draft], list[Finding]]:
    """The drafts of a body's passages in order, and what is wrong with it; `read_body` says what the rest is."""
    text, findings = _without_surrogates(text, first_line, path)
    extracted = extract(text, first_line, path, shortcodes)
    drafts, found = read_markdown(extracted, first_line, path, parameters)
    return drafts, [*findings, *found, *extracted.findings]


def _without_surrogates(text: str, first_line: int, path: str) -> tuple[str, list[Finding]]:
    """Halves of characters, which a decoder that lets errors pass leaves behind, as U+FFFD and a finding."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line_start = text.rfind("\n", 0, error.start) + 1
        place = Place(path, first_line + text.count("\n", 0, error.start), error.start - line_start + 1)
        return _SURROGATE.sub("\ufffd", text), [Finding("body-character", Severity.WARNING, place)]
    return text, []
