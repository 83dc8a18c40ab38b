"""Where in the files of a configuration the setting stands that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from allocution.content.front_matter import place_of
from allocution.model.finding import Finding, Place

_KEYS = {"hugo-bad-time-zone": "timeZone", "hugo-default-language-missing": "defaultContentLanguage"}


def placed(findings: Iterable[Finding], files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """The findings, each at the line of its setting where exactly one line can be that."""
    return tuple(each if each.place.line else _placed(each, files) for each in findings)


def _placed(finding: Finding, files: Mapping[str, bytes]) -> Finding:
    key = _KEYS.get(finding.code) or dict(finding.parameters).get("key", "")
    places = _places(key.rpartition(".")[2], files) if key else []
    return replace(finding, place=places[0]) if len(places) == 1 else finding


def _places(key: str, files: Mapping[str, bytes]) -> list[Place]:
    pattern = re.compile(
        rf"^(?:[ \t{{,\[\"']|-[ ]|[\w-]+\.)*({re.escape(key)})[\"'\]]*[ \t]*(?:[:=]|$)",
        re.IGNORECASE | re.MULTILINE,
    )
    texts = {path: data.decode("utf-8", "replace").replace("\r\n", "\n") for path, data in files.items()}
    return [
        Place(path, *place_of(text, found.start(1)))
        for path, text in texts.items()
        for found in pattern.finditer(text)
    ]
