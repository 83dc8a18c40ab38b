"""What the tests of publishing share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.publish.archives import build_site, sample
from tests.shared import made_once


@pytest.fixture(autouse=True)
def _no_syncing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Syncing is for loss of power, and slow; a killed process loses nothing that it gave to the system."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive as it is, built: to be read, not to be changed."""

    def make(folder: Path) -> None:
        build_site(sample(folder / "archive"), folder / "public")

    return made_once("sample-site", make, tmp_path_factory) / "public"
