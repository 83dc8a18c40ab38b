"""What a build is asked for, and what it answers."""

from __future__ import annotations

from datetime import datetime

import msgspec

from allocution.model.finding import Finding


class BuildOptions(msgspec.Struct, frozen=True):
    """How to build. `base_address` begins absolute addresses; empty takes the configuration's."""

    now: datetime
    jobs: int = 1
    base_address: str = ""
    strict: bool = False
    from_scratch: bool = False


class BuildSummary(msgspec.Struct):
    """What a build did.

    `left_out` are the content files with errors; `quick` says that single statements were made without looking at the
    rest of the archive.
    """

    statements: int = 0
    made: int = 0
    kept: int = 0
    files: int = 0
    removed: int = 0
    records: int = 0
    seconds: float = 0.0
    left_out: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    base_address: str = ""
    quick: bool = False
