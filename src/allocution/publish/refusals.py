"""Why nothing was published or exported, with the findings that say it in full."""

from __future__ import annotations

from allocution.errors import AllocutionError
from allocution.model.finding import Finding


class FindingsRefuseBuildError(AllocutionError):
    """A strict build met errors; nothing was written."""

    exit_status = 1

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            "The archive has errors; nothing was built.", "Repair them, or build without --strict."
        )
        self.findings = findings


class LeakRefusesBuildError(FindingsRefuseBuildError):
    """What would have been published gives away something that is withheld; nothing was published."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        AllocutionError.__init__(
            self,
            "Something that is withheld would have come out; nothing was published.",
            "What was published before is as it was.",
        )
        self.findings = findings


class RightsRefuseExportError(AllocutionError):
    """Rights leave nothing to export."""

    exit_status = 1

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("Rights forbid this export; nothing was written.", "--anyway exports all the same.")
        self.findings = findings
