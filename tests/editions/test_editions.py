"""Every row of the table of editions: valid by others' programs, the same bytes twice, in a stream, honest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allocution.editions.table import EDITIONS
from allocution.editions.writing import Edition
from allocution.messages import LANGUAGES, Catalogue
from tests.editions.archives import ARCHIVES, ODD_FILES, exported
from tests.editions.validators import VALIDATORS
from tests.publish.archives import assert_same, tree


def named(edition: Edition) -> str:
    return edition.name


@pytest.mark.parametrize("archive", ARCHIVES)
@pytest.mark.parametrize("edition", EDITIONS, ids=named)
def test_an_edition(edition: Edition, archive: str, archives: dict[str, Path], tmp_path: Path) -> None:
    """Valid, byte-identical when made twice (in one process and in two), with the files that the table names."""
    if archive not in archives:
        pytest.skip(f"no {archive} beside the repository")
    root = archives[archive]
    summary = exported(root, tmp_path / "once", edition.name)
    exported(root, tmp_path / "twice", edition.name, jobs=2)
    once, twice = tree(tmp_path / "once"), tree(tmp_path / "twice")
    assert_same(twice, once, edition.name)
    assert summary.statements
    assert_named(edition, {path.removeprefix(f"{edition.name}/") for path in once if path != "editions.json"})
    VALIDATORS[edition.name](tmp_path / "once" / edition.name)


def assert_named(edition: Edition, found: set[str]) -> None:
    """The files are those that the table names: some by name, others called after statements."""
    patterns = [
        re.escape(name).replace("NAME\\-1", "NAME-[0-9]+").replace("NAME", "[^/]+") for name in edition.files
    ]
    assert [name for name in found if not any(re.fullmatch(pattern, name) for pattern in patterns)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", EDITIONS, ids=named)
def test_an_edition_says_what_it_holds_and_loses(edition: Edition, language: str) -> None:
    says = Catalogue("editions", language)
    for part in ("holds", "loses"):
        told = says(f"{edition.name}-{part}")
        assert len(told) > 15
        assert language == "en" or told != Catalogue("editions", "en")(f"{edition.name}-{part}")


def test_the_odd_archive_is_exported_whole(archives: dict[str, Path], tmp_path: Path) -> None:
    assert exported(archives["odd"], tmp_path / "out", "text").statements == len(ODD_FILES) - 1


def test_each_edition_has_a_name_of_its_own_and_a_validator() -> None:
    names = [edition.name for edition in EDITIONS]
    assert len(set(names)) == len(names)
    assert set(VALIDATORS) == set(names)
