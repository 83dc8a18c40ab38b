"""A file that may be handed out as it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def ordinary_file(root: Path, path: Path) -> tuple[Path, os.stat_result] | None:
    """Where a file really lies and what the system says of it; None where `root` has none to read."""
    real = os.path.realpath(path)
    try:
        found = os.stat(real)
    except OSError:
        return None
    inside = Path(real).is_relative_to(root)
    usable = inside and stat.S_ISREG(found.st_mode) and os.access(real, os.R_OK)
    return (Path(real), found) if usable else None
