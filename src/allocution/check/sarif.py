"""Findings as SARIF 2.1.0 (OASIS), which code forges show beside the lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from allocution.check.codes import CODES
from allocution.check.wording import describe
from allocution.messages import Catalogue
from allocution.model.finding import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_log(findings: Iterable[Finding], language: str, version: str) -> dict[str, Any]:
    """The log of one run, ready for a JSON writer; paths are relative to the archive's folder."""
    found = list(findings)
    used = {finding.code for finding in found}
    codes = [code for code in CODES if code.code in used]
    places = {code.code: index for index, code in enumerate(codes)}
    says = Catalogue("findings", language)
    rules = [
        {
            "id": code.code,
            "shortDescription": {"text": _wording(says, code.code, code.parameters)},
            "help": {"text": _wording(says, f"{code.code}-hint", code.parameters)},
            "defaultConfiguration": {"level": str(code.severity)},
        }
        for code in codes
    ]
    driver = {"name": "Allocution", "semanticVersion": version, "language": language, "rules": rules}
    results = [_result(finding, places[finding.code], language) for finding in found]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": language,
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _wording(says: Catalogue, message: str, parameters: tuple[str, ...]) -> str:
    return says(message, **dict.fromkeys(parameters, "…"))


def _result(finding: Finding, index: int, language: str) -> dict[str, Any]:
    message, hint = describe(finding, language)
    location: dict[str, Any] = {
        "artifactLocation": {"uri": quote(finding.place.path), "uriBaseId": "%SRCROOT%"}
    }
    if finding.place.line:
        location["region"] = {"startLine": finding.place.line, "startColumn": max(finding.place.column, 1)}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": str(finding.severity),
        "message": {"text": f"{message} {hint}".strip()},
        "locations": [{"physicalLocation": location}],
    }
