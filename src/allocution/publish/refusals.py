"""Why nothing was published or exported, with the findings that say it in full."""

from __future__ import annotations

from allocution.errors import AllocutionError
from allocution.model.finding import Finding


class FindingsRefuseBuildError(AllocutionError):
    """A strict build met errors; nothing was written."""

    exit_status = 1

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("build-refused")
        self.findings = findings


class LeakRefusesBuildError(FindingsRefuseBuildError):
    """What would have been published gives away something that is withheld; nothing was published."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        AllocutionError.__init__(self, "leak-found")
        self.findings = findings


class RightsRefuseExportError(AllocutionError):
    """Rights leave nothing to export."""

    exit_status = 1

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("export-refused")
        self.findings = findings
