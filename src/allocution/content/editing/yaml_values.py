"""Values as YAML: scalars in the quotes that the file uses, lists and mappings as blocks or in brackets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import yaml

from allocution.content.front_matter import read_front_matter
from allocution.errors import ContentError

DOUBLE = '"'
UNPRINTABLE = re.compile(
    r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\x85\u2028\u2029]"
)


def scalar(value: Any, style: str | None, *, in_flow: bool = False) -> str:
    """A text, number, truth or None. `style` is the quotes' mark, empty or None for none; kept as far as possible."""
    if not isinstance(value, str):
        return "null" if value is None else json.dumps(value)
    if style not in ("'", '"') and _is_plain(value, in_flow):
        return value
    if style == "'" and "\n" not in value and not UNPRINTABLE.search(value):
        return "'" + value.replace("'", "''") + "'"
    return quoted(value)


def quoted(text: str) -> str:
    """A text in double quotes, with what YAML and JSON can't hold as it is written as escapes."""
    return UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


@lru_cache(maxsize=1000)
def _is_plain(text: str, in_flow: bool) -> bool:
    """Whether the text means itself when it stands without quotes."""
    if not text or text != text.strip() or "\n" in text or UNPRINTABLE.search(text):
        return False
    if in_flow and re.search(r"[\[\]{},]", text):
        return False
    try:
        return read_front_matter(f"---\nkey: {text}\n---\n".encode()).values == {"key": text}
    except ContentError:
        return False


def flow(value: Any, style: str | None) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, None, in_flow=True)}: {flow(item, style)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(item, style) for item in value) + "]"
    return scalar(value, style, in_flow=True)


def block(value: Any, indent: int, style: str | None) -> str:
    """What follows `key:`, with the space or the line break before it; no line break at the end."""
    if isinstance(value, Mapping) and value:
        return "\n" + "\n".join(_entries(value, indent, style))
    if isinstance(value, list | tuple) and value:
        return "\n" + "\n".join(item_lines(item, indent, style) for item in value)
    return " " + (flow(value, style) if isinstance(value, Mapping | list | tuple) else scalar(value, style))


def item_lines(item: Any, indent: int, style: str | None) -> str:
    """One item of a block list, with its dash."""
    dash = " " * indent + "- "
    if isinstance(item, Mapping) and item:
        first, *rest = _entries(item, indent + 2, style)
        return "\n".join([dash + first.lstrip(" "), *rest])
    return dash + (flow(item, style) if isinstance(item, Mapping | list | tuple) else scalar(item, style))


def _entries(value: Mapping[str, Any], indent: int, style: str | None) -> Iterator[str]:
    for key, item in value.items():
        yield f"{' ' * indent}{scalar(key, None)}:{block(item, indent + 2, style)}"


def style_of(node: yaml.Node | None) -> str:
    """The quotes of a scalar, or those of the first quoted text in a collection; double ones where none is quoted."""
    if isinstance(node, yaml.ScalarNode):
        return node.style if node.style in ("'", DOUBLE) else "" if node.style is None else DOUBLE
    if isinstance(node, yaml.CollectionNode):
        children = [
            part for entry in node.value for part in (entry[1:] if isinstance(entry, tuple) else (entry,))
        ]
        return next((style for style in map(style_of, children) if style), DOUBLE)
    return DOUBLE
