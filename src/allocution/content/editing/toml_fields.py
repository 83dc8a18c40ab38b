"""Values in a TOML text set, added and removed, by tomlkit, which keeps the rest as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item, String, Table

from allocution.content.editing.texts import EditRefusedError

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_LINE_END = "\n"
_Path = tuple[str | int, ...]


def set_value(raw: str, path: _Path, value: Any) -> str:
    """The text with the value at the path replaced, or its key added."""
    document = _parse(raw)
    parent = _parent(document, path)
    if parent is document and path[-1] not in document:
        return _add(raw, str(path[-1]), value)
    before = parent.get(path[-1]) if isinstance(parent, dict) else parent[path[-1]]
    with _refusing():
        parent[path[-1]] = _like(before, value)
        return tomlkit.dumps(document)


def append_value(raw: str, path: _Path, item: Any) -> str:
    """The text with an item added to the list at the path."""
    document = _parse(raw)
    known = _parent(document, (*path, ""))
    with _refusing():
        known.append(tomlkit.item(item))
        return tomlkit.dumps(document)


def _add(raw: str, key: str, value: Any) -> str:
    """The text with a new key: tables at the end, everything else before the first table."""
    made = tomlkit.document()
    with _refusing():
        made[key] = value
        line = tomlkit.dumps(made)
    line = line if line.endswith("\n") else f"{line}\n"
    first = _TABLE.search(raw)
    if first is None or line.startswith("["):
        return f"{raw}{'' if not raw or raw.endswith(_LINE_END) else _LINE_END}{line}"
    before = raw[: first.start()]
    kept = before.rstrip("\n")
    return f"{kept}\n{line}{before[len(kept) + 1 :]}{raw[first.start() :]}" if kept else line + raw


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except (TOMLKitError, ValueError, TypeError) as error:
        raise EditRefusedError("value-unwritable-in-toml") from error


def remove_value(raw: str, path: _Path) -> str:
    """The text without the value at the path and its key."""
    document = _parse(raw)
    parent = _parent(document, path)
    del parent[path[-1]]
    return tomlkit.dumps(document)


def _parse(raw: str) -> tomlkit.TOMLDocument:
    try:
        document = tomlkit.parse(raw)
    except TOMLKitError as error:
        raise EditRefusedError("front-matter-unchangeable") from error
    if tomlkit.dumps(document) != raw:
        raise EditRefusedError("front-matter-inexact")
    return document


def _parent(document: tomlkit.TOMLDocument, path: _Path) -> Any:
    here: Any = document
    for part in path[:-1]:
        here = here[part]
    return here


def _like(before: Any, value: Any) -> Any:
    """The value with the quotes and the comment of the one that it replaces."""
    if isinstance(before, String) and isinstance(value, str):
        literal = before.as_string().startswith("'") and "'" not in value and value.isprintable()
        made = tomlkit.string(value, literal=literal)
    else:
        made = tomlkit.item(value)
    if isinstance(before, Item) and not isinstance(before, Table | AoT):
        made.trivia.comment_ws = before.trivia.comment_ws
        made.trivia.comment = before.trivia.comment
    return made
