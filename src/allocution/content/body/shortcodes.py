"""Hugo's shortcodes: found in a body, paired, and taken out of Markdown's sight."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from allocution.content.body.masks import unused_characters
from allocution.model.finding import Finding, Place, Severity

OPENING = re.compile(r"\{\{(?:([<%])/\*|[<%])")
TAG = re.compile(
    r"""\{\{(?P<opening>[<%])\s*+(?P<closes>/)?\s*+(?P<name>[^\s"`=<>%/{}]++(?:/[^\s"`=<>%/{}]++)*+)
    (?P<arguments>(?:"(?:[^"\\{]|\\.|\{(?!\{[<%]))*+"|`(?:[^`{]|\{(?!\{[<%]))*+`|(?!\s*+/?\s*+[>%]\}\}|\{\{)[^"`])*+)
    \s*+(?P<single>/)?\s*+(?P<closing>[>%])\}\}""",
    re.VERBOSE | re.DOTALL,
)
ARGUMENT = re.compile(
    r"""(?:([^\s"`=]++)\s*=\s*)?(?:"((?:[^"\\]|\\.)*+)"|`([^`]*+)`|([^\s"`=]++))""", re.DOTALL
)
INNER_CLOSING = {
    name: re.compile(r"\{\{[<%]\s*/\s*" + name + r"\s*[>%]\}\}") for name in ("highlight", "comment")
}
PAIRED = frozenset({"lang", "details", "highlight", "comment"})
KNOWN = PAIRED | {
    "figure", "ref", "relref", "param", "qr", "gist", "instagram", "instagram_simple", "tweet", "twitter",
    "twitter_simple", "x", "x_simple", "vimeo", "vimeo_simple", "youtube",
}  # fmt: skip


class Part(Enum):
    """Which part of a shortcode stands at a place."""

    START = "start"
    END = "end"
    SINGLE = "single"
    LITERAL = "literal"


@dataclass(slots=True)
class Shortcode:
    """One tag of a shortcode. `source` is how it is written, `inner` what it keeps to itself (code).

    `key` is shared by the start and the end of a pair; a start without an end becomes SINGLE.
    """

    part: Part
    name: str
    source: str
    at: int
    arguments: tuple[str, ...] = ()
    named: dict[str, str] | None = None
    inner: str = ""
    key: str = ""

    def argument(self, name: str, position: int | None = None) -> str:
        """The argument of that name, else the one at that position, else nothing."""
        if self.named and name in self.named:
            return self.named[name]
        return self.arguments[position] if position is not None and position < len(self.arguments) else ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A body whose shortcodes are replaced: number n of `codes` by n in decimals between two signs."""

    text: str
    codes: tuple[Shortcode, ...] = ()
    sign: str = ""
    removed: tuple[tuple[int, int], ...] = ()
    findings: tuple[Finding, ...] = ()


def extract(text: str, first_line: int, path: str, declared: Collection[str] = ()) -> Extracted:
    """Take the shortcodes out of a body. `declared` are names that the archive itself knows."""
    if "{" not in text or ("{{<" not in text and "{{%" not in text):
        return Extracted(text)
    codes, malformed = _scan(text)
    unmatched = _pair(codes)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def finding(code: str, at: int, **parameters: str) -> Finding:
        index = bisect_right(starts, at) - 1
        place = Place(path, first_line + index, at - starts[index] + 1)
        return Finding(code, Severity.WARNING, place, tuple(sorted(parameters.items())))

    findings = [finding("shortcode-malformed", at) for at in malformed]
    findings += [finding("shortcode-unmatched", code.at, name=code.name) for code in unmatched]
    findings += [
        finding("shortcode-unknown", code.at, name=code.name)
        for code in codes
        if code.part in (Part.START, Part.SINGLE) and code.name not in KNOWN and code.name not in declared
    ]
    sign = next(unused_characters(text))
    replaced, removed = _replace(text, codes, sign)
    return Extracted(replaced, tuple(codes), sign, removed, tuple(findings))


def _scan(text: str) -> tuple[list[Shortcode], list[int]]:
    """Every tag in order, and where something begins that is none."""
    codes: list[Shortcode] = []
    malformed: list[int] = []
    unclosed: set[str] = set()
    at = 0
    while opening := OPENING.search(text, at):
        code = _escaped(text, opening, unclosed) if opening[1] else _tag(text, opening.start(), unclosed)
        if code is None:
            malformed.append(opening.start())
            at = opening.end()
        else:
            codes.append(code)
            at = code.at + len(code.source)
    return codes, malformed


def _escaped(text: str, opening: re.Match[str], unclosed: set[str]) -> Shortcode | None:
    """«{{</* name */>}}» stands for the shortcode's own spelling."""
    ending = f"*/{'>' if opening[1] == '<' else '%'}" + "}}"
    end = -1 if ending in unclosed else text.find(ending, opening.end())
    if end < 0:
        unclosed.add(ending)
        return None
    source = text[opening.start() : end + len(ending)]
    literal = "{{" + opening[1] + text[opening.end() : end] + ending[2:]
    return Shortcode(Part.LITERAL, "", source, opening.start(), inner=literal)


def _tag(text: str, at: int, unclosed: set[str]) -> Shortcode | None:
    match = TAG.match(text, at)
    if match is None or (match["opening"] == "<") is not (match["closing"] == ">"):
        return None
    name, source, inner = match["name"], match[0], ""
    part = Part.END if match["closes"] else Part.SINGLE if match["single"] else Part.START
    if part is Part.START and name in INNER_CLOSING and name not in unclosed:
        closing = INNER_CLOSING[name].search(text, match.end())
        if closing is None:
            unclosed.add(name)
        else:
            part, source, inner = Part.SINGLE, text[at : closing.end()], text[match.end() : closing.start()]
    arguments, named = _arguments(match["arguments"])
    return Shortcode(part, name, source, at, arguments, named, inner)


def _arguments(text: str) -> tuple[tuple[str, ...], dict[str, str] | None]:
    positional, named = [], {}
    for match in ARGUMENT.finditer(text):
        quoted, raw, bare = match[2], match[3], match[4]
        value = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else raw if raw is not None else bare
        if match[1]:
            named[match[1]] = value
        else:
            positional.append(value)
    return tuple(positional), named or None


def _pair(codes: list[Shortcode]) -> list[Shortcode]:
    """Give starts and ends their common key; what should have a partner and has none."""
    waiting: dict[str, list[Shortcode]] = defaultdict(list)
    unmatched = []
    for number, code in enumerate(codes):
        if code.part is Part.START:
            code.key = f"shortcode {number}"
            waiting[code.name].append(code)
        elif code.part is Part.END:
            if waiting[code.name]:
                code.key = waiting[code.name].pop().key
            else:
                unmatched.append(code)
    for codes_left in waiting.values():
        for code in codes_left:
            code.part = Part.SINGLE
            if code.name in PAIRED:
                unmatched.append(code)
    return unmatched


def _replace(text: str, codes: list[Shortcode], sign: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text with numbered signs in place of shortcodes, and (offset in UTF-8, number) of line ends."""
    pieces: list[str] = []
    removed: list[tuple[int, int]] = []
    at = offset = 0
    for number, code in enumerate(codes):
        sign_and_number = f"{sign}{number}{sign}"
        pieces += [text[at : code.at], sign_and_number]
        offset += len(text[at : code.at].encode()) + len(sign_and_number.encode())
        if line_ends := code.source.count("\n"):
            removed.append((offset, line_ends))
        at = code.at + len(code.source)
    return "".join((*pieces, text[at:])), tuple(removed)
