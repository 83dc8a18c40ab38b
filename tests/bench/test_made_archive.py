"""Made archives: the same bytes for the same arguments, and what was asked for."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from made_archive import Maker, count_words, main, make_archive, russian


def files_of(archive: Path) -> list[Path]:
    return sorted((archive / "content" / "statements").rglob("*.md"))


def digest(archive: Path) -> str:
    lines = [
        f"{path.relative_to(archive)} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in sorted(archive.rglob("*"))
        if path.is_file()
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def parted(path: Path) -> tuple[dict[str, Any], str]:
    _, header, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(header, Loader=yaml.CSafeLoader), body


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "archive"
    make_archive(folder, statements=200, words=300)
    return folder


def test_same_arguments_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        make_archive(tmp_path / name, statements=30, words=100, seed=seed)
    assert digest(tmp_path / "a") == digest(tmp_path / "b") != digest(tmp_path / "c")


def test_bytes_are_those_of_the_day_it_was_written(tmp_path: Path) -> None:
    """Figures compare only while the input is the same: whoever changes it takes them again."""
    make_archive(tmp_path / "made", statements=10, words=100)
    assert digest(tmp_path / "made")[:16] == "a3cc34ee2a6da409"


def test_as_many_statements_as_asked_for(archive: Path) -> None:
    assert len(files_of(archive)) == 200


@pytest.mark.parametrize("words", [1, 7, 100, 1500])
def test_each_body_has_exactly_the_words(tmp_path: Path, words: int) -> None:
    make_archive(tmp_path / "made", statements=20, words=words)
    assert {count_words(parted(path)[1]) for path in files_of(tmp_path / "made")} == {words}


def test_headers_are_what_a_reader_expects(archive: Path) -> None:
    for path in files_of(archive):
        header, _ = parted(path)
        (speaker,) = header["speakers"]
        assert header["title"] == f"{speaker} ({header['charges'][0]})"
        assert header["draft"] is False
        assert header["sourcelink"].startswith("https://")
        assert len(header["courts"]) == 1
        assert isinstance(header["date"], datetime)
        assert header["date"].tzinfo is not None
        assert header["language"] in ("ru", "kk", "en")
        assert {"tags", "jurisdiction", "stage"} <= header.keys()


def test_terms_are_as_many_as_in_a_real_archive(tmp_path: Path) -> None:
    make_archive(tmp_path / "made", statements=1000, words=1)
    headers = [parted(path)[0] for path in files_of(tmp_path / "made")]

    def distinct(key: str) -> int:
        return len({value for header in headers for value in header[key]})

    assert distinct("speakers") == 700
    assert 55 <= distinct("charges") <= 65
    assert 95 <= distinct("courts") <= 100
    assert 38 <= distinct("tags") <= 42
    assert len({header["jurisdiction"] for header in headers}) == 5


def test_enough_names_for_the_largest_size() -> None:
    speakers = Maker(statements=60000, words=1, seed=1).speakers
    assert len(set(speakers)) == len(speakers) == 42000


def test_text_is_like_a_speech(archive: Path) -> None:
    bodies = [parted(path)[1] for path in files_of(archive)]
    text = "\n".join(bodies)
    distinct = {word.strip("«».,?!…:“”").lower() for word in text.split()}
    assert len(distinct) > 3000
    for turn in ("«", "А. В. Петров", "т. е.", "ст. 274 УК РК", "?", "!", "\n\n", "халық", "justice"):
        assert turn in text
    sentences = sum(text.count(end) for end in (". ", ".\n", "? ", "! ", "… "))
    assert 18 < count_words(text) / sentences < 26


def test_sentences_have_exactly_their_length() -> None:
    random = Random(7)
    tongue = russian(random)
    for length in range(1, 40):
        assert count_words(tongue.sentence(random, length)) == length


def test_a_statement_does_not_depend_on_those_before_it() -> None:
    maker = Maker(statements=50, words=50, seed=3)
    in_order = [maker.statement(number) for number in range(50)]
    assert [maker.statement(number) for number in reversed(range(50))] == in_order[::-1]


def test_folders_by_year(tmp_path: Path) -> None:
    make_archive(tmp_path / "made", statements=40, words=10, by_year=True)
    assert len(files_of(tmp_path / "made")) == 40
    for path in files_of(tmp_path / "made"):
        assert path.parent.name == str(parted(path)[0]["date"].year)


def test_configuration_names_three_taxonomies(archive: Path) -> None:
    configuration = tomllib.loads((archive / "hugo.toml").read_text(encoding="utf-8"))
    assert set(configuration["taxonomies"].values()) == {"speakers", "charges", "courts"}
    assert configuration["pagination"]["pagerSize"] == 50


def test_an_archive_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").write_text("mine")
    assert main(["--statements", "3", "--words", "10", str(tmp_path)]) == 2
    assert "isn't empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert main(["--statements", "3", "--words", "10", str(tmp_path / "new")]) == 0
    assert len(files_of(tmp_path / "new")) == 3
