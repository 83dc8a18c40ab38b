"""Archives of courtroom last words: read, check, build, serve, search."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from allocution.search.results import Results

__version__ = "0.1.0"
__all__ = ["__version__", "search"]

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
