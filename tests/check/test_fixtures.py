"""Every code has an archive in which it is the only one."""

from __future__ import annotations

from pathlib import Path

import pytest

from allocution.check.codes import CODE_BY_NAME, CODES
from allocution.check.wording import describe
from allocution.model.finding import Finding
from allocution.workspace.checking import Checking
from allocution.workspace.loading import BrokenConfigurationError
from tests.check.made_fixtures import MADE, NOT_OF_ARCHIVES, make_fixture
from tests.publish.archives import NOW

FIXTURES = Path(__file__).parent / "fixtures"
KEPT = sorted(path.name for path in FIXTURES.iterdir())


def found(archive: Path) -> tuple[Finding, ...]:
    try:
        return Checking(archive, NOW).run().findings
    except BrokenConfigurationError as refused:
        return refused.findings


def test_every_code_has_a_fixture() -> None:
    assert sorted([*KEPT, *MADE, *NOT_OF_ARCHIVES]) == sorted(code.code for code in CODES)


@pytest.mark.parametrize("code", KEPT)
def test_a_fixture_has_its_code_alone(code: str) -> None:
    findings = found(FIXTURES / code)
    assert {finding.code for finding in findings} == {code}
    assert {finding.severity for finding in findings} <= set(CODE_BY_NAME[code].severities)
    for finding in findings:
        assert (FIXTURES / code / finding.place.path).exists() or finding.place.path.endswith("/")


@pytest.mark.parametrize("code", sorted(MADE))
def test_a_fixture_that_is_made_has_its_code_alone(code: str, tmp_path: Path) -> None:
    assert {finding.code for finding in found(make_fixture(code, tmp_path))} == {code}


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("code", KEPT)
def test_a_finding_is_worded_with_its_values(code: str, language: str) -> None:
    for finding in found(FIXTURES / code):
        message, hint = describe(finding, language)
        assert message
        assert hint
        assert "{" not in message.replace("{{", "") or "$" not in message
