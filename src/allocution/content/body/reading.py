"""The body of a content file as ordered passages."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from allocution.content.body.notes import may_be_masked
from allocution.content.body.plain import plain_draft, plain_paragraphs
from allocution.content.body.speakers import name_words
from allocution.content.body.turns import Turns
from allocution.model.finding import Finding
from allocution.model.passages import Passage

if TYPE_CHECKING:
    from allocution.content.body.draft import Draft

    ReadMarked = Callable[
        [str, int, str, Collection[str], Mapping[str, str]], tuple[Iterable[Draft], list[Finding]]
    ]

MOST_FINDINGS = 200
_TELLING = b"[<{>*_~"
_LIST = re.compile(r"\n(?=[-+0-9 \t])")
_LONE_RETURN = re.compile(r"\r(?!\n)")
NO_PARAMETERS: Mapping[str, str] = MappingProxyType({})


def read_body(
    text: str,
    first_line: int = 1,
    path: str = "",
    *,
    speakers: Iterable[str] = (),
    shortcodes: Collection[str] = (),
    parameters: Mapping[str, str] = NO_PARAMETERS,
) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """The passages of a body in order, without sentences, and what is wrong with it.

    `first_line` is the file's line that the body begins with. `speakers` are the defendants' names or
    surnames, `shortcodes` the names of shortcodes that the archive defines itself, `parameters` the values
    that the shortcode `param` may ask for.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    turns = Turns(name_words(speakers))
    paragraphs = plain_paragraphs(text, first_line)
    if paragraphs is not None:
        _take_plain(turns, text, paragraphs)
        return turns.finish(), ()
    drafts, findings = _read_marked()(text, first_line, path, shortcodes, parameters)
    for draft in drafts:
        turns.take(draft)
    passages = turns.finish()
    findings.sort(key=lambda finding: (finding.place.line, finding.place.column))
    return passages, tuple(findings[:MOST_FINDINGS])


def load_markup() -> None:
    """Load what reads markup now, for the processes that will be forked from this one."""
    _read_marked()


def _read_marked() -> ReadMarked:
    """Most bodies have no markup, and what reads it takes as long to load as many bodies to read."""
    found: ReadMarked = import_module("allocution.content.body.marked").read_marked
    return found


def body_findings(text: str, first_line: int, path: str, speakers: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Only what is wrong with a body; most hold nothing of which anything could be."""
    return read_body(text, first_line, path, speakers=speakers)[1] if _may_have_findings(text) else ()


def _may_have_findings(text: str) -> bool:
    """A quick answer, wrong only towards yes: links, HTML, shortcodes, what nests, halves of characters."""
    ascii_only = text.encode("ascii", "ignore")
    if len(ascii_only.translate(None, _TELLING)) < len(ascii_only):
        return True
    if (
        _LIST.search(text) is not None
        or _LIST.match(f"\n{text[:1]}") is not None
        or _LONE_RETURN.search(text)
    ):
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _take_plain(turns: Turns, text: str, paragraphs: Iterable[tuple[str, int]]) -> None:
    """Take plain paragraphs, looking for labels and notes only where there may be any."""
    noted = "(" in text or may_be_masked(text)
    for paragraph, line in paragraphs:
        if ":" in paragraph or (noted and ("(" in paragraph or may_be_masked(paragraph))):
            turns.take(plain_draft(paragraph, line))
        else:
            turns.say(paragraph, line)
