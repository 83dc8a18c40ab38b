"""An archive built into a folder: what changed is made, the rest stays, the whole is swapped in."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from allocution.publish.options import BuildOptions, BuildSummary
from allocution.publish.quick import rebuild
from allocution.publish.refusals import FindingsRefuseBuildError, LeakRefusesBuildError
from allocution.store.ahead import Ahead
from allocution.store.clock import elapsed
from allocution.store.publication import Publication
from allocution.store.workers import rare_collection

if TYPE_CHECKING:
    from allocution.publish.full import FullBuild
    from allocution.workspace.loading import Progress

__all__ = ["BuildOptions", "BuildSummary", "FindingsRefuseBuildError", "LeakRefusesBuildError", "build"]

# Loaded only where a look at the whole archive is needed: most of a rebuild's time is for loading the program.
_FULL = "allocution.publish.full"
_GENERATOR = b'<meta name="generator" content="Allocution'


def build(
    root: Path,
    output: Path,
    options: BuildOptions,
    progress: Progress | None = None,
    ahead: Ahead | None = None,
) -> BuildSummary:
    """Build the archive in `root` into the folder `output`, looked at already `ahead` of this.

    Raises AllocutionError; the old site then stays.
    """
    started = elapsed()
    with rare_collection(), Publication.open(output, _is_ours) as publication:
        summary = rebuild(root, publication, options, ahead or Ahead())
        if summary is None:
            full: FullBuild = import_module(_FULL).FullBuild(root, publication, options, progress)
            summary = full.run()
            publication.prepare()
    summary.seconds = elapsed(started)
    return summary


def _is_ours(folder: Path) -> bool:
    """Whether a folder holds a site that this program made."""
    front = folder / "index.html"
    return front.is_file() and _GENERATOR in front.read_bytes()[:4096]
