"""Editions are made in a stream: what is held at a time doesn't grow with the statements."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator

import pytest

from allocution.editions import parquet, pdf
from allocution.editions.collection import Collected, Collection, Published, collect
from allocution.editions.table import EDITIONS
from allocution.editions.writing import Edition, whole
from allocution.publish.making import Making
from allocution.publish.site_files import SiteFiles, SiteWorkshop
from allocution.views.site_view import SiteView
from allocution.workspace.collecting import PublishedWords
from allocution.workspace.loading import Remembered, Workspace
from tests.publish.archives import NOW, write

WORDS = "Слова сказаны, и их {} раз услышали.\n\n"


@pytest.fixture(name="words", scope="module")
def _words(tmp_path_factory: pytest.TempPathFactory) -> tuple[PublishedWords, SiteView]:
    text = "".join(WORDS.format(number) for number in range(100))
    root = write(
        tmp_path_factory.mktemp("long"), {"content/a.md": f"---\ntitle: Анна Ким (клевета)\n---\n{text}"}
    )
    workspace = Workspace(root, NOW)
    return PublishedWords(workspace.folder, NOW), SiteView(workspace.load(Remembered()).archive, "")


def peak(edition: Edition, words: PublishedWords, site: SiteView, count: int) -> int:
    """The most bytes held while one long statement is written so many times, each read anew."""
    (collected,) = collect(site.archive.works)
    copies = tuple(
        Collected(f"{collected.name}{number}", collected.item, collected.work) for number in range(count)
    )

    def statements() -> Iterator[Published]:
        for published in words.read_all(copies):
            gc.collect()  # what is in circles would be held until the collector's turn, which is nobody's growth
            yield published

    gc.freeze()
    tracemalloc.start()
    making = Making(words.folder, site, {}, {}, NOW)
    workshop = SiteWorkshop(lambda: SiteFiles(making, {}, 1))
    for _ in whole(edition, Collection(site, copies, workshop=workshop), statements()):
        pass
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    gc.unfreeze()
    return taken


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_what_is_held_does_not_grow_with_the_statements(
    edition: Edition, words: tuple[PublishedWords, SiteView], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "BYTES_IN_A_GROUP", 20_000)
    monkeypatch.setattr(pdf, "BYTES_IN_A_VOLUME", 20_000)
    peak(edition, *words, 1)
    few, many = peak(edition, *words, 3), peak(edition, *words, 10)
    assert many < few * 1.2
