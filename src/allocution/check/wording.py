"""A finding in the reader's words."""

from __future__ import annotations

from functools import cache

from allocution.messages import Catalogue
from allocution.model.finding import Finding


@cache
def _catalogue(language: str) -> Catalogue:
    return Catalogue("findings", language)


def describe(finding: Finding, language: str) -> tuple[str, str]:
    """What is wrong, and what to do about it; the second may be empty."""
    catalogue = _catalogue(language)
    parameters = dict(finding.parameters)
    message = catalogue(finding.code, **parameters)
    hint = f"{finding.code}-hint"
    return message, catalogue(hint, **parameters) if catalogue.has(hint) else ""
