"""A finding in the reader's words."""

from __future__ import annotations

from functools import cache

from allocution.content.fields import FIELD_BY_KEY
from allocution.messages import Catalogue
from allocution.model.finding import Finding


@cache
def _catalogue(language: str) -> Catalogue:
    return Catalogue("findings", language)


def _with_labels(parameters: dict[str, str], language: str) -> dict[str, str]:
    """What a field takes, each word with what it means in a language, where those known are of its vocabulary."""
    taking = FIELD_BY_KEY.get(parameters.get("key", "withhold").lower())
    known = [each.strip() for each in parameters.get("known", "").split(",")]
    if taking is None or not taking.vocabulary or not taking.values >= set(known):
        return parameters
    labels = ((value, taking.value_label(value, language)) for value in known)
    return {**parameters, "known": ", ".join(v if v == label else f"{v} ({label})" for v, label in labels)}


def describe(finding: Finding, language: str) -> tuple[str, str]:
    """What is wrong, and what to do about it; the second may be empty."""
    catalogue = _catalogue(language)
    parameters = _with_labels(dict(finding.parameters), language)
    message = catalogue(finding.code, **parameters)
    hint = f"{finding.code}-hint"
    return message, catalogue(hint, **parameters) if catalogue.has(hint) else ""
