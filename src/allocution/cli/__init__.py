"""The command `allocution`."""

from allocution.cli.main import main

__all__ = ["main"]
