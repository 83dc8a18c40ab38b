"""Archives of courtroom last words: read, check, build, serve, search."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from allocution.search.results import Results
    from allocution.workspace.opening import OpenedArchive

__version__ = "0.1.0"
__all__ = ["__version__", "open", "search"]

# The package of this name comes first: loaded later, it would take the place of the function below.
import_module("allocution.search")


def search(  # type: ignore[no-redef, unused-ignore]
    folder: Path | str, query: str, *, sort: str = "relevance", limit: int = 20, offset: int = 0
) -> Results:
    """Sentences of the archive in a folder that answer a query, as `allocution search` finds them.

    `sort` is relevance or date (the newest first). The index is kept between runs; only what changed is read.
    Raises AllocutionError.
    """
    found: Results = import_module("allocution.workspace.searching").search_archive(
        folder, query, sort=sort, limit=limit, offset=offset
    )
    return found


def open(folder: Path | str, *, now: datetime | None = None, base_address: str = "") -> OpenedArchive:  # noqa: A001
    """The archive in a folder, as its readers may see it at a moment (now); words are read when they are asked for.

    `base_address` begins its addresses where the archive's configuration doesn't say. Raises AllocutionError.
    """
    opened: OpenedArchive = import_module("allocution.workspace.opening").open_archive(
        folder, now=now, base_address=base_address
    )
    return opened
