"""The files of a Hugo configuration: which they are, how they are decoded and laid over one another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

import msgspec

from allocution.content.front_matter import read_front_matter
from allocution.content.hugo.values import as_mapping, lower_all_keys
from allocution.errors import ContentError
from allocution.model.finding import Finding, Place, Severity

_ROOT = tuple(f"{stem}.{ending}" for stem in ("hugo", "config") for ending in ("toml", "yaml", "yml", "json"))
_IN_FOLDER = re.compile(
    r"config/(?P<environment>_default|production)/(?P<stem>[^/]+?)(?:\.(?P<language>[A-Za-z0-9-]+))?\.(?:toml|ya?ml|json)"
)
_PARTS_OF_LANGUAGES = ("params", "menu", "menus")
_FENCES = {"toml": "+++", "yaml": "---", "yml": "---", "json": ""}
_DOCUMENT_START = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n")


class Settings(msgspec.Struct, frozen=True):
    """All settings of the archive's configuration files in one tree, keys in lower case.

    `path` is the file that findings about the whole name; empty where there is no configuration.
    """

    path: str
    values: Mapping[str, object]


def is_configuration(path: str) -> bool:
    """Whether Hugo would read the file (a path from the archive's root) as configuration."""
    return path in _ROOT or _IN_FOLDER.fullmatch(path) is not None


def merge_settings(files: Mapping[str, bytes]) -> tuple[Settings, tuple[Finding, ...]]:
    """Lay the configuration files over one another: the root's, then `_default`, then `production`."""
    findings: list[Finding] = []
    tree: dict[str, object] = {}
    roots = [path for path in _ROOT if path in files]
    findings += [_finding("hugo-configuration-ignored", path, used=roots[0]) for path in roots[1:]]
    ordered = roots[:1] + sorted(
        (path for path in files if _IN_FOLDER.fullmatch(path)),
        key=lambda path: (not path.startswith("config/_default/"), not _is_whole(path), path),
    )
    for path in ordered:
        try:
            values = _decode(path, files[path])
        except ContentError as error:
            line = max((error.line or 1) - (0 if path.endswith(".json") else 1), 1)
            place = Place(path, line, error.column or 0)
            findings.append(
                Finding(f"configuration-{error.code}", Severity.ERROR, place, tuple(error.parameters.items()))
            )
            continue
        _lay_over(tree, _at_its_key(path, values))
    return Settings(ordered[0] if ordered else "", tree), tuple(findings)


def _is_whole(path: str) -> bool:
    found = _IN_FOLDER.fullmatch(path)
    return found is not None and found["stem"] in ("hugo", "config")


def _decode(path: str, data: bytes) -> dict[str, object]:
    ending = path.rpartition(".")[2]
    fence = _FENCES[ending].encode()
    if fence:
        body = data.removeprefix(b"\xef\xbb\xbf")
        if ending != "toml":
            body = _DOCUMENT_START.sub(b"", body)
        data = fence + b"\n" + body.rstrip() + b"\n" + fence + b"\n"
    return cast("dict[str, object]", lower_all_keys(read_front_matter(data).values))


def _at_its_key(path: str, values: dict[str, object]) -> dict[str, object]:
    """The settings of `_default/permalinks.toml` belong at `permalinks`, of `params.ru.toml` at `languages.ru.params`.

    Of a language's other files, whatever their names (`languages.ru.toml`), all settings are that language's.
    """
    found = _IN_FOLDER.fullmatch(path)
    if found is None:
        return values
    stem = found["stem"].lower()
    if not _is_whole(path) and (not found["language"] or stem in _PARTS_OF_LANGUAGES):
        inner = as_mapping(values.get(stem))
        values = {stem: dict(inner) if inner and len(values) == 1 else values}
    if found["language"]:
        return {"languages": {found["language"].lower(): values}}
    return values


def _lay_over(tree: dict[str, object], over: Mapping[str, object]) -> None:
    for key, value in over.items():
        below = tree.get(key)
        if isinstance(below, dict) and isinstance(value, Mapping):
            _lay_over(below, value)
        else:
            tree[key] = value


def _finding(code: str, path: str, **parameters: str) -> Finding:
    return Finding(code, Severity.WARNING, Place(path), tuple(sorted(parameters.items())))
