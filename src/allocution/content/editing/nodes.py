"""Where the values of a YAML text stand, found by PyYAML's marks. JSON is read as YAML's flow style."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from allocution.content.editing.texts import EditRefusedError


class _Loader(yaml.SafeLoader):
    """PyYAML's own parser in Python: its marks count code points."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value in the text: its node, and where the key or the item's dash before it begins."""

    node: yaml.Node
    start: int
    holder: yaml.Node

    @property
    def in_flow(self) -> bool:
        """Whether it stands in brackets or braces."""
        return bool(getattr(self.holder, "flow_style", False))


def compose(raw: str) -> yaml.MappingNode | None:
    """The root of the text, None where it is empty. Raises EditRefusedError for what isn't a mapping."""
    try:
        root = yaml.compose(raw, _Loader)
    except yaml.YAMLError as error:
        raise EditRefusedError("front-matter-unchangeable") from error
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode):
        raise EditRefusedError("front-matter-not-mapping")
    return root


def find(root: yaml.Node, path: tuple[str | int, ...]) -> Entry | None:
    """The value at a path; None where there is none."""
    entry = Entry(root, start_of(root), root)
    for part in path:
        entered = _enter(entry.node, part)
        if entered is None:
            return None
        entry = entered
    return entry


def sequence_at(root: yaml.Node | None, path: tuple[str | int, ...]) -> yaml.SequenceNode:
    """The list at a path. Raises EditRefusedError where there is none."""
    entry = find(root, path) if root is not None else None
    if entry is None or not isinstance(entry.node, yaml.SequenceNode):
        raise EditRefusedError("list-missing")
    return entry.node


def _enter(node: yaml.Node, part: str | int) -> Entry | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return Entry(value, start_of(key), node)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return Entry(item, start_of(item), node)
    return None


def start_of(node: yaml.Node) -> int:
    """The offset that the node begins at."""
    return int(node.start_mark.index)


def end_of(node: yaml.Node, raw: str) -> int:
    """The offset behind the node's last character; blank lines and comments that follow aren't part of it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return end_of(last[1] if isinstance(node, yaml.MappingNode) else last, raw)
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return len(raw[:end].rstrip("\n"))
    return end


def line_end(raw: str, offset: int) -> int:
    """The offset behind the line break that ends the offset's line."""
    found = raw.find("\n", offset)
    return len(raw) if found < 0 else found + 1


def line_start(raw: str, offset: int) -> int:
    """The offset at which the offset's line begins."""
    return raw.rfind("\n", 0, offset) + 1


def column(raw: str, offset: int) -> int:
    """The offset's column, from 0."""
    return offset - line_start(raw, offset)
