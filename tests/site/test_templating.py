"""Templates compiled beforehand are taken only while their sources are what they were made of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from allocution.site import templating
from allocution.site.templating import made_of, template_environment


def compiled(folder: Path, monkeypatch: pytest.MonkeyPatch, **changed: str) -> None:
    """A package of compiled templates as the wheel has it, where some may have been made of something else."""
    monkeypatch.setattr(templating, "COMPILED", "compiled_templates_of_this_test")
    environment = template_environment({})
    assert environment.loader is not None
    package = folder / templating.COMPILED
    environment.compile_templates(package, zip=None, ignore_errors=False)
    names = environment.list_templates()
    known = {name: made_of(environment.loader.get_source(environment, name)[0]) for name in names}
    (package / "__init__.py").write_text(f"MADE_OF = {known | changed!r}\n")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, templating.COMPILED, raising=False)


def kind(name: str, own: dict[str, str] | None = None) -> str:
    """What a template is loaded from: `.py` is compiled, `.html` a source."""
    return Path(template_environment(own or {}).get_template(name).filename or "").suffix


def test_compiled_templates_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(tmp_path, monkeypatch)
    assert kind("statement.html") == ".py"


def test_a_changed_template_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(tmp_path, monkeypatch, **{"statement.html": made_of("what it was before")})
    assert kind("statement.html") == ".html"
    assert kind("base.html") == ".py"


def test_a_theme_has_all_templates_from_their_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled(tmp_path, monkeypatch)
    assert kind("statement.html", {"plain.html": "own"}) == ".html"


def test_what_compiles_templates_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made_of("same source")
    monkeypatch.setattr(templating, "_jinja", "another version")
    assert made_of("same source") != before
