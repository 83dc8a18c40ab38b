"""Which statements are shown as related."""

from __future__ import annotations

from pathlib import Path

from allocution.publish.preparing import prepare
from allocution.site.related import MOST_RELATED, Related
from allocution.workspace.loading import Remembered, Workspace
from tests.publish.archives import NOW, write


def related(tmp_path: Path, texts: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """For each file its related works: what they share, and their file's name."""
    files = {f"content/{name}.md": f"---\n{text}\n---\nСлова.\n" for name, text in texts.items()}
    workspace = Workspace(write(tmp_path / "archive", files), NOW)
    works = prepare(workspace, Remembered(), "", 1).loaded.archive.works
    found = Related(works)
    return {
        Path(work.items[0].record.path).stem: [
            (shared, Path(other.items[0].record.path).stem) for shared, other in found.to(number)
        ]
        for number, work in enumerate(works)
    }


def test_each_relation_and_each_work_once(tmp_path: Path) -> None:
    found = related(
        tmp_path,
        {
            "a": "title: Иван Первый (Клевета)\ndelivered: 2020-01-01\ncase: 1-5\ncourt: Суд",
            "same-person": "title: Иван Первый (Клевета)\ndelivered: 2021-01-01",
            "same-case": "title: Пётр Второй (Кража)\ndelivered: 2020-01-02\ncase: 1-5",
            "same-day": "title: Анна Третья (Разбой)\ndelivered: 2020-01-01\ncourt: Суд",
            "same-charge": "title: Юлия Пятая (Клевета)\ndelivered: 2019-01-01",
            "nothing": "title: Олег Шестой (Иное)\ndelivered: 2020-01-01\ncourt: Другой суд",
        },
    )
    assert found["a"] == [
        ("same-speaker", "same-person"),
        ("same-case", "same-case"),
        ("same-day", "same-day"),
        ("same-charge", "same-charge"),
    ]
    assert found["nothing"] == []


def test_of_many_the_nearest_in_time(tmp_path: Path) -> None:
    found = related(
        tmp_path,
        {
            f"y{year}": f"title: Речь\ncharges: [Клевета]\ndelivered: {year}-01-01"
            for year in range(2000, 2020)
        },
    )
    assert len(found["y2010"]) == MOST_RELATED
    assert {name for _, name in found["y2010"]} == {"y2008", "y2009", "y2011", "y2012"}
