"""Columns as a frame of pandas; needs pandas."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from allocution.editions.schema import BOOLEAN, INTEGER, STRING
from allocution.errors import UsageError
from allocution.workspace.frames import Column

if TYPE_CHECKING or find_spec("pandas") is not None:
    import pandas
else:
    pandas = None

# pandas' types that know what isn't known.
_TYPES = {STRING: "string", INTEGER: "Int64", BOOLEAN: "boolean"}


def frame(columns: Sequence[Column]) -> pandas.DataFrame:
    """A frame with the columns' types. Raises UsageError where pandas isn't installed."""
    if pandas is None:
        raise UsageError("frame-package-missing", function="to_pandas", package="pandas")
    return pandas.DataFrame(
        {each.name: pandas.array(each.cells, dtype=_TYPES[each.kind]) for each in columns}
    )
