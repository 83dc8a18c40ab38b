"""The page on the query language is the same in each of its languages, and every example on it is understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from allocution.search.query import FIELDS, parse_query
from allocution.workspace.searching import ArchiveSearch
from tests.publish.archives import NOW, write

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS / "searching.md", DOCS / "ru" / "searching.md", DOCS / "kk" / "searching.md"]


def examples(page: Path) -> list[str]:
    """What the table says can be typed."""
    rows = re.findall(r"^\| (`.*?) \| ", page.read_text("utf-8"), re.MULTILINE)
    return [example for row in rows for example in re.findall("`(.*?)`", row)]


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.parent.name)
def test_the_page_has_the_same_examples_in_each_language(page: Path) -> None:
    assert examples(page) == examples(PAGES[0])
    blocks = [len(re.findall("^```console", each.read_text("utf-8"), re.MULTILINE)) for each in PAGES]
    assert len(set(blocks)) == 1


ARCHIVE = {
    "hugo.toml": 'title = "Архив"\ndefaultContentLanguage = "ru"\n',
    "content/a.md": """\
---
title: "Алнур Ильяшев (клевета)"
date: 2020-06-22
jurisdiction: kz
language: ru
stage: appeal
court: Алмалинский районный суд
charges: ["Клевета", "ст. 274 УК РК"]
---

Как ведёт себя гражданка В****, знают все: от репрессий устали, репрессиями не испугать. Я был в партии Нур Отан.
Партия «Нур Отан» судит меня. Суд был, говорят, честным. A, b и c стоят здесь. Судебная репрессия.
""",
    "content/b.md": """\
---
title: "Иосиф Бродский (тунеядство)"
date: 1968-02-18
language: ru
---

A без другой буквы. И c.
""",
    "content/b.en.md": """\
---
title: "Joseph Brodsky (parasitism)"
date: 1968-02-18
language: en
translators: [Somebody]
---

Here it is translated.
""",
    "content/c.md": '---\ntitle: "Бала Ким (айып)"\ndate: 2021-01-01\nlanguage: kk\n---\n\nҚазақстан үшін.\n',
}
FOUND = {
    "репрессия": ["репрессия", "репрессий репрессиями"],
    "суд честный": ["Суд честным"],
    '"Нур Отан"': ["Нур Отан", "Нур Отан"],
    "«партия Нур»": ["Партия Нур", "партии Нур"],
    "=гражданка": ["гражданка"],
    "В****": ["В****"],
    "суд NEAR/3 честный": ["Суд честным"],
}


@pytest.fixture(name="archive", scope="module")
def _archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArchiveSearch]:
    folder = tmp_path_factory.mktemp("examples")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        opened = ArchiveSearch(write(folder / "archive", ARCHIVE), NOW, 1)
        yield opened
        opened.close()


@pytest.mark.parametrize(
    ("page", "example"),
    [pytest.param(page, each, id=f"{page.parent.name}-{each}") for page in PAGES for each in examples(page)],
)
def test_an_example_finds_what_the_page_says(page: Path, example: str, archive: ArchiveSearch) -> None:
    if example in FIELDS or example in ("correction", "source", "date", "judge", "court", "charge"):
        example = f"has:{example}"
    results = archive.search(example)
    assert results.notes == ()
    if example in FOUND:
        assert sorted(
            " ".join(hit.text[match.start : match.end] for match in hit.matches) for hit in results.hits
        ) == sorted(FOUND[example])
    assert results.total or example in ("has:correction", "has:source", "has:judge", "has:translation")


@pytest.mark.parametrize("example", examples(PAGES[0]))
def test_an_example_is_understood(example: str) -> None:
    query = parse_query(example)
    assert query.tree is not None
    assert query.notes == ()


def test_every_field_has_an_example() -> None:
    listed = " ".join(examples(PAGES[0]))
    assert [field for field in FIELDS if f"{field}:" not in listed] == []
