"""Values in a YAML text set, added and removed, line by line."""

from __future__ import annotations

from typing import Any

import yaml

from allocution.content.editing.nodes import (
    Entry,
    column,
    compose,
    end_of,
    find,
    line_end,
    line_start,
    sequence_at,
    start_of,
)
from allocution.content.editing.texts import Edit, EditRefusedError, apply_edits
from allocution.content.editing.yaml_values import DOUBLE, block, flow, item_lines, scalar, style_of

_Path = tuple[str | int, ...]


def set_value(raw: str, path: _Path, value: Any) -> str:
    """The text with the value at the path replaced, or its key added."""
    root = compose(raw)
    entry = find(root, path) if root is not None else None
    return _replace(raw, entry, value) if entry is not None else _add(raw, root, path, value)


def append_value(raw: str, path: _Path, item: Any) -> str:
    """The text with an item added to the list at the path."""
    node = sequence_at(compose(raw), path)
    if node.flow_style or not node.value:
        return _insert_in_flow(raw, node, flow(item, style_of(node)))
    end = line_end(raw, end_of(node, raw))
    return _insert_line(raw, end, item_lines(item, column(raw, start_of(node)), style_of(node)))


def remove_value(raw: str, path: _Path) -> str:
    """The text without the value at the path and its key."""
    root = compose(raw)
    entry = find(root, path) if root is not None else None
    if entry is None:
        raise EditRefusedError("field-missing")
    if entry.in_flow:
        return _remove_from_flow(raw, entry)
    if len(entry.holder.value) == 1 and entry.holder is not root:
        empty = "{}" if isinstance(entry.holder, yaml.MappingNode) else "[]"
        start, end = start_of(entry.holder), end_of(entry.holder, raw)
        before = raw[:start].rstrip()
        return f"{before} {empty}{raw[end:]}"
    start = line_start(raw, entry.start)
    end = line_end(raw, max(end_of(entry.node, raw), entry.start))
    first_on_dash = isinstance(entry.holder, yaml.MappingNode) and raw[start : entry.start].strip()
    if first_on_dash:  # «- key: value»: the next key moves up to the dash
        following = entry.holder.value[1][0]
        return raw[: entry.start] + raw[start_of(following) :]
    return raw[:start] + raw[end:]


def _replace(raw: str, entry: Entry, value: Any) -> str:
    node = entry.node
    start, end = start_of(node), end_of(node, raw)
    nested = isinstance(value, dict | list)
    if entry.in_flow or (nested and isinstance(node, yaml.CollectionNode) and node.flow_style):
        return apply_edits(raw, [Edit(start, end, flow(value, style_of(node)))])
    if isinstance(entry.holder, yaml.SequenceNode):
        dash = raw.rindex("-", 0, start)
        lines = item_lines(value, column(raw, dash), style_of(node))
        return apply_edits(raw, [Edit(dash, end, lines.lstrip(" "))])
    if nested:
        colon = raw.index(":", _key_end(entry, raw))
        lines = block(value, column(raw, entry.start) + 2, style_of(node))
        return apply_edits(raw, [Edit(colon + 1, max(end, colon + 1), lines)])
    if start == end or isinstance(node, yaml.CollectionNode):  # `key:` without a value, or a block
        colon = raw.index(":", _key_end(entry, raw))
        return apply_edits(raw, [Edit(colon + 1, max(end, colon + 1), f" {scalar(value, style_of(node))}")])
    return apply_edits(raw, [Edit(start, end, scalar(value, style_of(node)))])


def _key_end(entry: Entry, raw: str) -> int:
    key = next(key for key, value in entry.holder.value if value is entry.node)
    return end_of(key, raw)


def _add(raw: str, root: yaml.MappingNode | None, path: _Path, value: Any) -> str:
    """The text with a new key at the end of the mapping that the path leads into."""
    key = scalar(str(path[-1]), None)
    if root is None or not root.value:
        return _insert_line(raw, len(raw), f"{key}:{block(value, 2, DOUBLE)}")
    holder = find(root, path[:-1])
    if holder is None or not isinstance(holder.node, yaml.MappingNode):
        raise EditRefusedError("field-holder-unusable")
    node = holder.node
    if node.flow_style or not node.value:
        return _insert_in_flow(raw, node, f"{key}: {flow(value, style_of(node))}")
    indent = column(raw, start_of(node.value[0][0]))
    line = f"{' ' * indent}{key}:{block(value, indent + 2, style_of(node))}"
    return _insert_line(raw, line_end(raw, end_of(node, raw)), line)


def _insert_line(raw: str, offset: int, line: str) -> str:
    before = raw[:offset]
    if before and not before.endswith("\n"):
        before += "\n"
    return f"{before}{line}\n{raw[offset:]}"


def _insert_in_flow(raw: str, node: yaml.Node, written: str) -> str:
    """The text with something more before the bracket that closes a collection."""
    close = end_of(node, raw) - 1
    inside = raw[start_of(node) + 1 : close]
    rest = inside.rstrip()
    at = close - (len(inside) - len(rest))
    comma = "" if not rest or rest.endswith(",") else ", "
    space = " " if rest.endswith(",") else ""
    return apply_edits(raw, [Edit(at, at, f"{comma}{space}{written}")])


def _remove_from_flow(raw: str, entry: Entry) -> str:
    start, end = entry.start, end_of(entry.node, raw)
    after = raw[end:]
    if after.lstrip().startswith(","):
        comma = raw.index(",", end) + 1
        while comma < len(raw) and raw[comma] in " \t":
            comma += 1
        return raw[:start] + raw[comma:]
    before = raw[:start].rstrip()
    return (before[:-1].rstrip() if before.endswith(",") else raw[:start]) + raw[end:]
