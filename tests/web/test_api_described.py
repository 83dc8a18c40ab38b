"""What the API says of itself is so: Schemathesis asks whatever the description allows, and what it doesn't."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from allocution.web.app import Sharing, make_app
from allocution.web.preview import Preview
from tests.web.conftest import ROOT

SAMPLE = ROOT / "examples" / "archive"


@pytest.fixture(name="api_schema", scope="module")
def _api_schema(
    preview_of: Callable[[Path], Preview], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        app = make_app(preview_of(SAMPLE), lambda _: None, (), Sharing(("*",), 0))
        loaded = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
        loaded.config.update(base_url="http://127.0.0.1")
        yield loaded


@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
def test_the_api_answers_as_it_is_described(mode: GenerationMode, api_schema: Any) -> None:
    operations = [each.ok() for each in api_schema.get_all_operations()]
    assert len(operations) == 17
    for operation in operations:
        asked = {each["in"] for each in operation.definition.raw["parameters"]}
        if mode is GenerationMode.NEGATIVE and "query" not in asked:  # any text may be a path
            continue

        @settings(
            max_examples=12,
            derandomize=True,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def as_described(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate()

        as_described()
