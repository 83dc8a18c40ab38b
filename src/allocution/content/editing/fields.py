"""Fields of the front matter changed one at a time, in the manner in which the file is written.

Each change is proved before it is given back: the file is read again, and has to say what it said before but for the
field. Where that can't be had (a value that an anchor shares, a key that stands twice), the change is refused.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any

from allocution.content.editing import json_fields, toml_fields, yaml_fields
from allocution.content.editing.texts import EditRefusedError
from allocution.content.front_matter import FrontMatter, FrontMatterFormat, read_front_matter
from allocution.errors import ContentError

Path = Sequence[str | int]
_Editor = Callable[[str, tuple[str | int, ...], Any], str]
_SETTERS: dict[FrontMatterFormat, _Editor] = {
    FrontMatterFormat.YAML: yaml_fields.set_value,
    FrontMatterFormat.TOML: toml_fields.set_value,
    FrontMatterFormat.JSON: json_fields.set_value,
}
_APPENDERS: dict[FrontMatterFormat, _Editor] = {
    FrontMatterFormat.YAML: yaml_fields.append_value,
    FrontMatterFormat.TOML: toml_fields.append_value,
    FrontMatterFormat.JSON: json_fields.append_value,
}
_REMOVERS: dict[FrontMatterFormat, _Editor] = {
    FrontMatterFormat.YAML: lambda raw, path, _: yaml_fields.remove_value(raw, path),
    FrontMatterFormat.TOML: lambda raw, path, _: toml_fields.remove_value(raw, path),
    FrontMatterFormat.JSON: lambda raw, path, _: json_fields.remove_value(raw, path),
}


def set_field(data: bytes, path: Path, value: Any) -> bytes:
    """The file with a field set, or added where there is none. `path` is keys and indexes: ("charges", 0, "article").

    `value` is a text, number, truth, None, list or mapping. Raises EditRefusedError, ContentError.
    """

    def change(values: dict[str, Any], found: tuple[str | int, ...]) -> None:
        _parent(values, found)[found[-1]] = value

    return _changed(data, path, value, _SETTERS, change)


def remove_field(data: bytes, path: Path) -> bytes:
    """The file without a field or a list's item; as it was where there is none. Raises as `set_field`."""

    def change(values: dict[str, Any], found: tuple[str | int, ...]) -> None:
        del _parent(values, found)[found[-1]]

    front_matter = read_front_matter(data)
    found = _found(front_matter.values, tuple(path))
    if found is None or not _has(front_matter.values, found):
        return data
    return _changed(data, path, None, _REMOVERS, change)


def append_item(data: bytes, path: Path, item: Any) -> bytes:
    """The file with an item added at the end of a list; a missing list is made, a single value becomes a list's first.

    Raises as `set_field`.
    """

    values = read_front_matter(data).values
    found = _found(values, tuple(path))
    before = (
        _parent(values, found).get(found[-1]) if found is not None and isinstance(found[-1], str) else None
    )
    if not isinstance(before, list):
        return set_field(data, path, [item] if before in (None, "") else [before, item])

    def change(values: dict[str, Any], found: tuple[str | int, ...]) -> None:
        _parent(values, found)[found[-1]].append(item)

    return _changed(data, path, item, _APPENDERS, change)


def _changed(
    data: bytes,
    path: Path,
    value: Any,
    editors: dict[FrontMatterFormat, _Editor],
    change: Callable[[dict[str, Any], tuple[str | int, ...]], None],
) -> bytes:
    front_matter = read_front_matter(data)
    if front_matter.format is FrontMatterFormat.NONE:
        raise EditRefusedError("front-matter-missing")
    found = _found(front_matter.values, tuple(path))
    if found is None:
        raise EditRefusedError("field-without-place", field=_written(path))
    wanted = copy.deepcopy(front_matter.values)
    change(wanted, found)
    if wanted == front_matter.values:
        return data
    raw = front_matter.raw
    end = "\r\n" if "\r\n" in raw else "\n"
    edited = editors[front_matter.format](raw.replace("\r\n", "\n"), found, value).replace("\n", end)
    text = data.decode("utf-8")
    start = text.index(raw, _raw_start(text, front_matter))
    made = (text[:start] + edited + text[start + len(raw) :]).encode("utf-8")
    return _proved(made, front_matter, wanted, path)


def _raw_start(text: str, front_matter: FrontMatter) -> int:
    """Where the front matter begins, behind the line of its fence."""
    position = 0
    for _ in range(front_matter.raw_line - 1):
        position = text.index("\n", position) + 1
    return position


def _proved(made: bytes, before: FrontMatter, wanted: dict[str, Any], path: Path) -> bytes:
    try:
        after = read_front_matter(made)
    except ContentError as error:
        raise _refused(path) from error
    kept = [key for key in after.values if key in before.values]
    order = [key for key in before.values if key in wanted]
    if after.values != wanted or after.body != before.body or kept != order:
        raise _refused(path)
    return made


def _refused(path: Path) -> EditRefusedError:
    return EditRefusedError("field-inseparable", field=_written(path))


def _written(path: Path) -> str:
    return ".".join(map(str, path))


def _found(values: dict[str, Any], path: tuple[str | int, ...]) -> tuple[str | int, ...] | None:
    """The path with keys spelled as the file has them; None where what should hold the field isn't there."""
    found: list[str | int] = []
    here: Any = values
    for place, part in enumerate(path):
        last = place == len(path) - 1
        if isinstance(here, dict) and isinstance(part, str):
            key = _spelt(here, part, path)
            found.append(key)
            if key not in here:
                return tuple(found) if last else None
            here = here[key]
        elif isinstance(here, list) and isinstance(part, int) and 0 <= part < len(here):
            found.append(part)
            here = here[part]
        else:
            return None
    return tuple(found) if found else None


def _spelt(mapping: dict[Any, Any], key: str, path: Path) -> str:
    """A key as the mapping has it. Raises EditRefusedError where it has several spellings: one of them is read."""
    spellings = [known for known in mapping if isinstance(known, str) and known.lower() == key.lower()]
    if len(spellings) > 1:
        raise _refused(path)
    return spellings[0] if spellings else key


def _parent(values: dict[str, Any], path: tuple[str | int, ...]) -> Any:
    here: Any = values
    for part in path[:-1]:
        here = here[part]
    return here


def _has(values: dict[str, Any], path: tuple[str | int, ...]) -> bool:
    parent, last = _parent(values, path), path[-1]
    return last in parent if isinstance(parent, dict) else True
