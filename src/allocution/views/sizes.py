"""How large files are, in words."""

from __future__ import annotations

from allocution.messages import Catalogue


def size_text(size: int, wording: Catalogue) -> str:
    """How large a file is, in words of readers."""
    if size < 1_000_000:
        return wording("kilobytes", size=max(1, round(size / 1000)))
    return wording("megabytes", size=round(size / 1_000_000, 1))
