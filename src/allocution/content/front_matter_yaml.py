"""The YAML of front matter: the core schema's scalars, dates as they are written."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

import yaml

from allocution.errors import ContentError

MOST_UNFOLDED = 64 * 1024
MOST_DEPTH = 32
_ALIAS = re.compile(r"(?m)(?:^|[\s\[{,:-])[*&][^\s\],}]+")
_TEXT, _LIST, _MAPPING = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
_MERGE = "tag:yaml.org,2002:merge"
_SCALARS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("bool", "int", "float", "null"))
_TABBED_ITEM = re.compile(r"^( *-)(\t+)", re.MULTILINE)
_LONG_TEXT = re.compile(r"[|>][-+0-9]*[ \t]*\r?$", re.MULTILINE)
_MAY_BEGIN_SCALAR = frozenset("tTfF~nN-+.0123456789<")


class _CoreLoader(yaml.CSafeLoader):
    """YAML with the core schema's scalars: dates stay text, yes and no stay words."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """The tag of a node that states none; most are texts, which the first letter tells."""
        if kind is not yaml.ScalarNode:
            return _LIST if kind is yaml.SequenceNode else _MAPPING
        if implicit[0] and (not value or value[0] in _MAY_BEGIN_SCALAR):
            return str(super().resolve(kind, value, implicit))  # type: ignore[no-untyped-call]
        return _TEXT

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """What a mapping holds; one that says a thing twice is broken, in YAML as in Hugo."""
        seen: set[tuple[str, str]] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if (key.tag, key.value) in seen and key.value != "<<":
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key “{key.value}” stands here twice", key.start_mark
                    )
                seen.add((key.tag, key.value))
        return yaml.CSafeLoader.construct_mapping(self, node, deep)

    def descend_resolver(self, parent: object, index: object) -> None:
        """Nothing here depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing here depends on where a node stands."""


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?(?:0|[1-9][0-9_]*)$", "-+0123456789"),
    (
        "float",
        r"^[-+]?(?:[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?|\.[0-9]+|[0-9]+[eE][-+]?[0-9]+)$",
        "-+.0123456789",
    ),
    ("null", r"^(?:~|null|Null|NULL|)$", "~nN"),
):
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))
_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])
_CoreLoader.add_implicit_resolver(_MERGE, re.compile(r"^<<$"), ["<"])


def _as_written(loader: yaml.Loader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


_CoreLoader.add_constructor("tag:yaml.org,2002:timestamp", _as_written)
_CoreLoader.add_constructor(_MERGE, _as_written)


# Of these the place where something begins tells more than the one where its end was missed.
_UNCLOSED = frozenset(
    ("found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'")
)


def read_yaml(raw: str, first_line: int) -> object:
    """What a document stands for; raises ContentError with the place, its lines counted from `first_line`."""
    try:
        has_aliases = ("*" in raw or "&" in raw) and _ALIAS.search(raw) is not None
        if has_aliases:
            _refuse_explosion(raw, first_line)
        return _load_yaml(raw, has_aliases)
    except yaml.MarkedYAMLError as error:
        spaced = _without_tabs_after_dashes(raw)
        if spaced != raw:
            return read_yaml(spaced, first_line)
        opened = error.problem in _UNCLOSED and error.context_mark
        mark = opened or error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        raise ContentError(
            "front-matter-broken", line, column, problem=error.problem or str(error)
        ) from error
    except (yaml.YAMLError, ValueError, LookupError, RecursionError) as error:
        raise ContentError("front-matter-broken", first_line, 1, problem=one_line(error)) from error


def _without_tabs_after_dashes(raw: str) -> str:
    """Lists with tabs after their dashes, which YAML allows and the library refuses; only where no text has lines."""
    if "-\t" not in raw or _LONG_TEXT.search(raw):
        return raw
    return _TABBED_ITEM.sub(lambda found: found[1] + " " * len(found[2]), raw)


def _load_yaml(raw: str, has_aliases: bool) -> object:
    """The value of a document: of plain nodes at once, else (aliases, tags, errors) by the library's constructor."""
    loader = _CoreLoader(raw)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        if not has_aliases:
            try:
                return _value(loader, node)
            except (_NotPlainError, yaml.YAMLError, ValueError, LookupError, RecursionError):
                pass
        # Depth first, so that what is merged into two mappings has been read before.
        loader.deep_construct = True
        return loader.construct_document(node)
    finally:
        loader.dispose()


class _NotPlainError(Exception):
    """A node with a tag that isn't of the core schema, or a key that isn't a scalar."""


def _value(loader: _CoreLoader, node: yaml.Node) -> object:
    """What a node without aliases stands for."""
    tag, value = node.tag, node.value
    kind = type(node)
    if kind is yaml.ScalarNode:
        if tag == _TEXT:
            return value
        if tag in _SCALARS:
            return loader.yaml_constructors[tag](loader, node)
    elif kind is yaml.SequenceNode and tag == _LIST:
        return [_value(loader, item) for item in value]
    elif kind is yaml.MappingNode and tag == _MAPPING:
        values = {_key(loader, key): _value(loader, item) for key, item in value}
        if len(values) != len(value):
            raise _NotPlainError
        return values
    raise _NotPlainError


def _key(loader: _CoreLoader, node: yaml.Node) -> object:
    """What a mapping's key stands for; the library's constructor knows which others can be keys."""
    if type(node) is not yaml.ScalarNode:
        raise _NotPlainError
    return _value(loader, node)


def _refuse_explosion(raw: str, first_line: int) -> None:
    """Count what YAML aliases would unfold to, before anything is built."""
    size = {}

    def weigh(node: yaml.Node, depth: int) -> int:
        if depth > MOST_DEPTH:
            raise ContentError("front-matter-too-large", first_line, 1, size="∞", most=str(MOST_DEPTH))
        if id(node) not in size:
            children: list[yaml.Node] = []
            if isinstance(node, yaml.MappingNode):
                children = [part for pair in node.value for part in pair]
            elif isinstance(node, yaml.SequenceNode):
                children = list(node.value)
            size[id(node)] = 1 + sum(weigh(child, depth + 1) for child in children)
        return size[id(node)]

    root = yaml.compose(raw, _CoreLoader)
    total = weigh(root, 0) if root is not None else 0
    if total > MOST_UNFOLDED:
        raise ContentError("front-matter-too-large", first_line, 1, size=str(total), most=str(MOST_UNFOLDED))


def one_line(error: Exception) -> str:
    """What an error of a library says, on a line of its own."""
    return " ".join(str(error).split())
