"""Values of front matter and configuration as Hugo takes them: generous with types, blind to case in keys."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

_TRUE = frozenset({"1", "t", "T", "true", "TRUE", "True"})


def lower_keys(mapping: Mapping[str, object]) -> dict[str, object]:
    """The mapping with its own keys in lower case; the last of several spellings wins."""
    return {key.lower(): value for key, value in mapping.items()}


def lower_all_keys(value: object) -> object:
    """The value with the keys of every mapping inside it in lower case."""
    if isinstance(value, Mapping):
        return {str(key).lower(): lower_all_keys(item) for key, item in value.items()}
    if isinstance(value, list):
        return [lower_all_keys(item) for item in value]
    return value


def as_text(value: object) -> str:
    """Text of a scalar; nothing for null, lists and mappings."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return ""


def as_bool(value: object) -> bool:
    """Truth of a scalar; words that aren't `true`, `t` or `1` are false."""
    if isinstance(value, str):
        return value in _TRUE
    return bool(value) if isinstance(value, bool | int | float) else False


def as_int(value: object, otherwise: int) -> int:
    """A whole number, or `otherwise`."""
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return int(value) if isfinite(value) else otherwise
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            return otherwise
    return otherwise


def as_texts(value: object) -> tuple[str, ...]:
    """The texts of a list; a scalar is a list of one, a text is never split."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list | tuple):
        return tuple([item if isinstance(item, str) else as_text(item) for item in value])
    return () if value is None or isinstance(value, Mapping) else (as_text(value),)


def as_words(value: object) -> tuple[str, ...]:
    """As `as_texts`, but one text is split at white space."""
    return tuple(value.split()) if isinstance(value, str) else as_texts(value)


def as_mapping(value: object) -> Mapping[str, object]:
    """The mapping, or an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def as_mappings(value: object) -> tuple[Mapping[str, object], ...]:
    """The mappings of a list; a mapping is a list of one."""
    if isinstance(value, Mapping):
        return (value,)
    if isinstance(value, list | tuple):
        return tuple(item for item in value if isinstance(item, Mapping))
    return ()
