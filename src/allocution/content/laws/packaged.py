"""The laws that come with the program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from allocution.content.laws.reading import read_law
from allocution.model.law import Law


@cache
def packaged_laws() -> tuple[Law, ...]:
    """The packaged laws in order of identifier; the archive's own come from its files through `read_law`."""
    folder = files("allocution.content.laws").joinpath("data")
    laws = (read_law(entry.read_bytes()) for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted(laws, key=lambda law: law.identifier))
