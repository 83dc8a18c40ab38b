"""Addresses of pages that follow from those of others."""

from __future__ import annotations

from allocution.content.hugo.addresses import Target

_SIDE_BY_SIDE = "side-by-side"


def side_by_side_target(translation: Target) -> Target:
    """Where a translation stands beside its original."""
    if translation.output.endswith("/index.html"):
        folder = f"{translation.output.removesuffix('index.html')}{_SIDE_BY_SIDE}"
        return Target(f"/{folder}/", f"{folder}/index.html", f"/{folder}")
    output = f"{translation.output.removesuffix('.html')}-{_SIDE_BY_SIDE}.html"
    return Target(f"/{output}", output, translation.folder)
