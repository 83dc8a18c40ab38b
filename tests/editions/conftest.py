"""Fixtures of the tests of editions."""

from __future__ import annotations

from tests.editions.archives import archives_fixture

__all__ = ["archives_fixture"]
