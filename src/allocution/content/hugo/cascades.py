"""Front matter that a page inherits: from the configuration and from the sections above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from allocution.content.hugo.globs import compile_glob
from allocution.content.hugo.paths import to_lower
from allocution.content.hugo.values import as_mapping, as_mappings, as_text, as_texts, lower_keys

_ENVIRONMENT = "production"
_NOT = "! "
_NOT_INHERITED = frozenset({"kind", "path", "lang", "cascade", "target", "_target", "params"})


class Target(msgspec.Struct, frozen=True):
    """The pages that a rule is for: globs, empty where everything fits.

    `crosses` is set where the languages are those of `sites`: such a rule is also for pages of other languages
    than that of the file it stands in.
    """

    path: str = ""
    kind: str = ""
    languages: tuple[str, ...] = ()
    environment: str = ""
    crosses: bool = False

    def fits(self, path: str, kind: str, language: str) -> bool:
        """Whether the page with that logical path, kind and language is meant."""
        return (
            (not self.kind or self.kind == kind or compile_glob(self.kind).fullmatch(kind) is not None)
            and (not self.languages or fits_language(self.languages, language))
            and (not self.environment or compile_glob(self.environment).fullmatch(_ENVIRONMENT) is not None)
            and (not self.path or compile_glob(self.path).fullmatch(path) is not None)
        )


def fits_language(patterns: Iterable[str], tag: str) -> bool:
    """Whether a language is among those that globs name; `! en` takes one out."""
    named = [pattern for pattern in patterns if not pattern.startswith(_NOT)]
    refused = [pattern.removeprefix(_NOT) for pattern in patterns if pattern.startswith(_NOT)]
    if any(compile_glob(pattern).fullmatch(tag) for pattern in refused):
        return False
    return not named or any(compile_glob(pattern).fullmatch(tag) for pattern in named)


def matrix_languages(value: object) -> tuple[str, ...]:
    """The languages that `sites.matrix` names; raises ValueError where one of its globs is broken."""
    sites = lower_keys(as_mapping(lower_keys(as_mapping(value)).get("matrix")))
    languages = as_texts(sites.get("languages"))
    for pattern in languages:
        _check(pattern.removeprefix(_NOT))
    return languages


def _check(glob: str) -> None:
    try:
        compile_glob(glob)
    except re.error as error:
        raise ValueError(glob) from error


class Cascade(msgspec.Struct, frozen=True):
    """Values for all pages that fit; keys in lower case."""

    target: Target
    values: Mapping[str, object]


def read_target(value: object) -> Target:
    """The target of a cascade or a permalink; raises ValueError where one of its globs is broken."""
    fields = lower_keys(as_mapping(value))
    several = matrix_languages(fields.get("sites"))
    target = Target(
        path=to_lower(as_text(fields.get("path"))),
        kind=as_text(fields.get("kind")).lower(),
        languages=several or as_texts(fields.get("lang")),
        environment=as_text(fields.get("environment")),
        crosses=bool(several),
    )
    for glob in (target.path, target.kind, *target.languages, target.environment):
        _check(glob.removeprefix(_NOT))
    return target


def read_cascades(value: object) -> tuple[Cascade, ...]:
    """The rules of one `cascade` key; raises ValueError where a glob is broken."""
    cascades = []
    for given in as_mappings(value):
        rule = lower_keys(given)
        values = {key: item for key, item in rule.items() if key not in _NOT_INHERITED}
        for key, item in lower_keys(as_mapping(rule.get("params"))).items():
            values.setdefault(key, item)
        if values:
            cascades.append(Cascade(read_target(rule.get("target", rule.get("_target"))), values))
    return tuple(cascades)


def inherit(
    values: dict[str, object], cascades: Iterable[Cascade], path: str, kind: str, language: str
) -> None:
    """Add to a page's values what it inherits; what is set already, by itself or a nearer rule, stays."""
    for cascade in cascades:
        if cascade.target.fits(path, kind, language):
            for key, value in cascade.values.items():
                values.setdefault(key, value)
