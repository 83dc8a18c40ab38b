"""Headers for servers: as wide as what pages need, in files that servers read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from allocution.cli import main
from allocution.site.policy import FORM_POLICY, HEADERS, PAGE_POLICY, SEARCH_POLICY, SERVERS, server_file

TEMPLATES = Path(__file__).parents[2] / "src/allocution/site/templates"


def directives(policy: str) -> dict[str, set[str]]:
    """A policy's sources by directive, but for those on disk, which no server hands out."""
    parts = (part.split() for part in policy.split(";"))
    return {name: set(sources) - {"file:"} for name, *sources in parts}


def policies() -> list[str]:
    search = (
        (TEMPLATES / "search.html").read_text().partition("block policy -%}")[2].partition("{%- endblock")[0]
    )
    return [PAGE_POLICY, FORM_POLICY, SEARCH_POLICY, re.sub(r"\{%.*?%\}", "", search).strip()]


@pytest.mark.parametrize("policy", policies())
def test_the_header_allows_what_pages_allow(policy: str) -> None:
    allowed = directives(HEADERS["Content-Security-Policy"])
    for name, sources in directives(policy).items():
        assert sources - {"'none'"} <= allowed[name]


def test_nothing_is_allowed_from_elsewhere() -> None:
    allowed = directives(HEADERS["Content-Security-Policy"])
    assert allowed["default-src"] == {"'none'"}
    assert set().union(*allowed.values()) == {"'none'", "'self'", "data:"}
    assert allowed["img-src"] == {"'self'", "data:"}


@pytest.mark.parametrize("server", SERVERS)
def test_each_header_is_in_the_file_once(server: str) -> None:
    done = CliRunner().invoke(main, ["headers", server, "--base-url", "https://example.org/archive/"])
    assert done.exit_code == 0
    assert done.output == server_file(server, "/archive/")
    for name, value in HEADERS.items():
        assert len(re.findall(rf'\b{name}:? "?{re.escape(value)}"?', done.output)) == 1
    assert ("/archive/404.html" in done.output) == (server != "netlify")
    assert done.output.endswith("\n")
