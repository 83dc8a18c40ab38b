"""Columns as a frame of Polars; needs polars."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from allocution.editions.schema import BOOLEAN, INTEGER, STRING
from allocution.errors import UsageError
from allocution.workspace.frames import Column

if TYPE_CHECKING or find_spec("polars") is not None:
    import polars
else:
    polars = None


def frame(columns: Sequence[Column]) -> polars.DataFrame:
    """A frame with the columns' types. Raises UsageError where polars isn't installed."""
    if polars is None:
        raise UsageError("frame-package-missing", function="to_polars", package="polars")
    types = {STRING: polars.String, INTEGER: polars.Int64, BOOLEAN: polars.Boolean}
    return polars.DataFrame([polars.Series(each.name, each.cells, types[each.kind]) for each in columns])
