"""Values in a JSON text set, added and removed; it is read as YAML's flow style, which has the same places."""

from __future__ import annotations

import json
from typing import Any

import yaml

from allocution.content.editing.nodes import (
    Entry,
    column,
    compose,
    end_of,
    find,
    line_start,
    sequence_at,
    start_of,
)
from allocution.content.editing.texts import Edit, EditRefusedError, apply_edits
from allocution.content.editing.yaml_values import UNPRINTABLE

_Path = tuple[str | int, ...]


def _find(raw: str, path: _Path) -> tuple[yaml.MappingNode, Entry | None]:
    # A tab is a blank in JSON and none in YAML, and some letters YAML refuses; only where things stand matters here.
    root = compose(_readable(raw.replace("\t", " ")))
    if root is None:
        raise EditRefusedError("front-matter-empty")
    return root, find(root, _readable_path(path))


def _readable_path(path: _Path) -> _Path:
    return tuple(_readable(part) if isinstance(part, str) else part for part in path)


def _readable(text: str) -> str:
    return UNPRINTABLE.sub("\ue000", text)


def set_value(raw: str, path: _Path, value: Any) -> str:
    """The text with the value at the path replaced, or its key added."""
    root, entry = _find(raw, path)
    if entry is not None:
        written = _written(value, _indent(raw, entry.start))
        return apply_edits(raw, [Edit(start_of(entry.node), end_of(entry.node, raw), written)])
    holder = find(root, path[:-1])
    if holder is None or not isinstance(holder.node, yaml.MappingNode):
        raise EditRefusedError("field-holder-unusable")
    key = json.dumps(path[-1], ensure_ascii=False)
    return _insert(raw, holder.node, lambda indent: f"{key}: {_written(value, indent)}")


def append_value(raw: str, path: _Path, item: Any) -> str:
    """The text with an item added to the list at the path."""
    root, _ = _find(raw, ())
    return _insert(raw, sequence_at(root, _readable_path(path)), lambda indent: _written(item, indent))


def remove_value(raw: str, path: _Path) -> str:
    """The text without the value at the path and its key."""
    _, entry = _find(raw, path)
    if entry is None:
        raise EditRefusedError("field-missing")
    start, end = entry.start, end_of(entry.node, raw)
    after = raw[end:].lstrip()
    if after.startswith(","):
        comma = raw.index(",", end) + 1
        return raw[:start] + raw[comma:].lstrip()
    before = raw[:start].rstrip()
    return (before.removesuffix(",")) + raw[end:]


def _indent(raw: str, offset: int) -> str:
    """The blanks that the offset's line begins with, if nothing else stands before it; None's place is on one line."""
    before = raw[line_start(raw, offset) : offset]
    return before if not before.strip() and column(raw, offset) else ""


def _written(value: Any, indent: str) -> str:
    """A value as JSON: on lines of its own where its key is."""
    if not indent:
        return json.dumps(value, ensure_ascii=False)
    step = "\t" if indent.startswith("\t") else "  "
    return json.dumps(value, ensure_ascii=False, indent=step).replace("\n", f"\n{indent}")


def _insert(raw: str, node: yaml.Node, written: Any) -> str:
    """The text with something more before the bracket that closes a collection."""
    if not node.value:
        return apply_edits(raw, [Edit(start_of(node) + 1, end_of(node, raw) - 1, written(""))])
    last = node.value[-1]
    first_of_last = last[0] if isinstance(last, tuple) else last
    end = end_of(last[1] if isinstance(last, tuple) else last, raw)
    indent = _indent(raw, start_of(first_of_last))
    between = f",\n{indent}" if indent else ", "
    return apply_edits(raw, [Edit(end, end, between + written(indent))])
