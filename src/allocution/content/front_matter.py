"""Front matter as Hugo has it: YAML between `---`, TOML between `+++`, JSON in braces."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

import msgspec

from allocution.content.front_matter_yaml import one_line, read_yaml
from allocution.errors import ContentError

_YAML_END = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_TOML_END = re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r?\n|\Z)")
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
MOST_BYTES = 64 * 1024
# Deeper nesting has no meaning, and the parsers' recursion no bottom.
MOST_NESTING = 200
_BRACKET = re.compile(r"[\[\]{}]")
# Escapes of what no text can have; YAML and TOML refuse the halves of characters themselves.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_ESCAPED = re.compile(
    r"\\(?:0|x00|u0000|U0{8})|\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]"
)
_NESTED = re.compile(rf"(?:[-?][ \t]+){{{MOST_NESTING}}}")


class FrontMatterFormat(StrEnum):
    """How the front matter of a file is written."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    NONE = "none"


class FrontMatter(msgspec.Struct, frozen=True):
    """A content file taken apart.

    `values` has keys as written; dates are text exactly as written. `raw` is the front matter without its fences and
    `raw_line` the line it begins on; `body` keeps the file's line ends and begins on `body_line`. `repeated` are the
    keys that stand in one object twice, of which JSON takes the last.
    """

    format: FrontMatterFormat
    values: dict[str, Any]
    raw: str
    raw_line: int
    body: str
    body_line: int
    repeated: tuple[str, ...] = ()


def read_front_matter(data: bytes) -> FrontMatter:
    """Take a content file apart into front matter and body.

    Raises ContentError: `encoding`, `control-character`, `front-matter-unclosed`, `front-matter-broken`,
    `front-matter-too-large`, `front-matter-not-mapping`.
    """
    text = decode_text(data)
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    fence = _FENCE.match(text, start)
    first_line = text.count("\n", 0, start) + 1
    if fence:
        return _fenced(text, fence, first_line)
    if text.startswith("{", start) and not text.startswith(("{{<", "{{%"), start):
        return _json(text, start, first_line)
    body = text.removeprefix("\ufeff")
    return FrontMatter(FrontMatterFormat.NONE, {}, "", 1, body, 1)


def read_body_text(data: bytes) -> tuple[str, int]:
    """Only the body of a content file whose front matter is known to be sound, and the line it begins on."""
    text = data.decode("utf-8")
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    fence = _FENCE.match(text, start)
    end = fence and (_TOML_END if fence[1] == "+++" else _YAML_END).search(text, fence.end())
    if not end:
        front_matter = read_front_matter(data)
        return front_matter.body, front_matter.body_line
    return text[end.end() :], text.count("\n", 0, end.end()) + 1


def decode_text(data: bytes) -> str:
    """The text of a UTF-8 file; raises ContentError `encoding` or `control-character` with the place."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        raise ContentError("encoding", line, column, byte=f"0x{data[error.start]:02X}") from error
    if b"\0" in data:
        line, column = place_of(text, text.index("\0"))
        raise ContentError("control-character", line, column, character="U+0000")
    return text


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _fenced(text: str, fence: re.Match[str], first_line: int) -> FrontMatter:
    toml = fence[1] == "+++"
    end = (_TOML_END if toml else _YAML_END).search(text, fence.end())
    if end is None:
        raise ContentError("front-matter-unclosed", first_line, 1, fence=fence[1])
    raw = text[fence.end() : end.start()]
    raw_line = first_line + 1
    _limit(raw, raw_line)
    _refuse_nesting(raw, raw_line)
    values = _toml(raw, raw_line) if toml else _mapping(read_yaml(raw, raw_line), raw_line)
    _refuse_unwritable(values, raw, raw_line)
    body_line = raw_line + raw.count("\n") + end[0].count("\n")
    kind = FrontMatterFormat.TOML if toml else FrontMatterFormat.YAML
    return FrontMatter(kind, values, raw, raw_line, text[end.end() :], body_line)


def _limit(raw: str, line: int) -> None:
    if len(raw) > MOST_BYTES:
        raise ContentError("front-matter-too-large", line, 1, size=str(len(raw)), most=str(MOST_BYTES))


def _refuse_nesting(raw: str, line: int) -> None:
    """Refuse what parsers would follow too far down, before they do."""
    depth = 0
    if raw.count("[") + raw.count("{") > MOST_NESTING:
        for bracket in _BRACKET.findall(raw):
            depth += 1 if bracket in "[{" else -1
            if depth > MOST_NESTING:
                break
    if raw.count(".") > MOST_NESTING:
        depth = max(depth, *(entry.partition("=")[0].count(".") for entry in raw.split("\n")))
    if depth > MOST_NESTING or (len(raw) > 2 * MOST_NESTING and _NESTED.search(raw)):
        raise ContentError("front-matter-too-large", line, 1, size="∞", most=str(MOST_NESTING))


def _refuse_unwritable(values: object, raw: str, first_line: int) -> None:
    """Refuse what only an escape can bring into a text: the character U+0000, half of a character."""
    found = next(_unwritable(values), None) if "\\" in raw else None
    if found is not None:
        escape = _ESCAPED.search(raw)
        line, column = place_of(raw, escape.start()) if escape else (1, 1)
        character = f"U+{ord(found):04X}"
        raise ContentError("control-character", line + first_line - 1, column, character=character)


def _unwritable(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _UNWRITABLE.findall(value)
    elif isinstance(value, dict):
        for pair in value.items():
            yield from _unwritable(pair)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _unwritable(item)


def _toml(raw: str, first_line: int) -> dict[str, Any]:
    try:
        values = tomllib.loads(raw.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line, column = (int(place[1]) + first_line - 1, int(place[2])) if place else (first_line, 1)
        problem = _TOML_PLACE.sub("", str(error)).strip()
        raise ContentError("front-matter-broken", line, column, problem=problem) from error
    except (RecursionError, ValueError) as error:
        raise ContentError("front-matter-broken", first_line, 1, problem=one_line(error)) from error
    plain = _dates_as_text(values)
    assert isinstance(plain, dict)
    return plain


def _dates_as_text(value: object) -> object:
    """TOML dates as text; RFC 3339 has one spelling but for `Z` and the separator, which isoformat keeps readable."""
    if isinstance(value, dict):
        return {key: _dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date | time) else value


def _json(text: str, start: int, first_line: int) -> FrontMatter:
    _refuse_nesting(text[start : start + MOST_BYTES], first_line)
    repeated: dict[str, None] = {}

    def read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read = dict(pairs)
        if len(read) != len(pairs):
            repeated.update(
                (key, None) for key, times in Counter(key for key, _ in pairs).items() if times > 1
            )
        return read

    try:
        values, end = json.JSONDecoder(object_pairs_hook=read_object).raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise ContentError("front-matter-broken", error.lineno, error.colno, problem=error.msg) from error
    except (RecursionError, ValueError) as error:
        raise ContentError("front-matter-broken", first_line, 1, problem=one_line(error)) from error
    raw = text[start:end]
    _limit(raw, first_line)
    _refuse_unwritable(values, raw, first_line)
    rest = re.compile(r"[ \t]*\r?\n").match(text, end)
    body_start = rest.end() if rest else end
    line = text.count("\n", 0, body_start) + 1
    return FrontMatter(
        FrontMatterFormat.JSON,
        _mapping(values, first_line),
        raw,
        first_line,
        text[body_start:],
        line,
        tuple(repeated),
    )


def _mapping(values: object, first_line: int) -> dict[str, Any]:
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise ContentError("front-matter-not-mapping", first_line, 1, found=type(values).__name__)
    return {str(key): value for key, value in values.items()}


def key_place(front_matter: FrontMatter, key: str) -> tuple[int, int]:
    """Line and column of a top-level key in the file, or of the front matter where it can't be found."""
    quote = r"[\"']?"
    pattern = re.compile(
        rf"^[ \t{{,]*{quote}({re.escape(key)}){quote}[ \t]*[:=]", re.MULTILINE | re.IGNORECASE
    )
    found = pattern.search(front_matter.raw)
    if found is None:
        return front_matter.raw_line, 1
    line, column = place_of(front_matter.raw, found.start(1))
    return line + front_matter.raw_line - 1, column


def last_key_place(front_matter: FrontMatter, key: str) -> tuple[int, int]:
    """Line and column where a key of any level stands for the last time, however its letters are written."""
    pattern = re.compile(rf"(?<![\w-])({re.escape(key)})[\"']?[ \t]*[:=]", re.IGNORECASE)
    last = None
    for last in pattern.finditer(front_matter.raw):  # noqa: B007
        pass
    if last is None:
        return front_matter.raw_line, 1
    line, column = place_of(front_matter.raw, last.start(1))
    return line + front_matter.raw_line - 1, column
