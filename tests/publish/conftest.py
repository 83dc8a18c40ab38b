"""What the tests of publishing share."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def _no_syncing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Syncing is for loss of power, and slow; a killed process loses nothing that it gave to the system."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
