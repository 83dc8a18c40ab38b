"""The program: `allocution`, or `python -m allocution`."""

from __future__ import annotations

import gc
from importlib import import_module

_COLLECT_AFTER = 100_000


def main() -> None:
    """Run the command that the command line asks for."""
    # What is loaded stays until the end: looking for garbage in it takes a tenth of a short command's time.
    gc.disable()
    command = import_module("allocution.cli").main
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)
    gc.enable()
    try:
        command()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
