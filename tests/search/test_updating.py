"""A catalogue that was brought up to date after edits holds what one made anew holds."""

from __future__ import annotations

import random
from pathlib import Path

import apsw
import pytest

from allocution.publish.building import build
from allocution.publish.options import BuildOptions
from allocution.search import chunks
from allocution.search.catalogue import prepare
from allocution.search.rows import SENTENCE_BITS
from allocution.store.catalogue_file import catalogue_path, remove_catalogue
from allocution.workspace.searching import ArchiveSearch
from tests.publish.archives import NOW, write
from tests.search.test_searching import ARCHIVE

# By table the columns that say the same in any catalogue of the archive; numbers of statements are given as they come.
TABLES = {
    "statements": "source, address, title, language, day, date, year, sentences",
    "facets JOIN statements ON id = statement": "source, dimension, value",
    "filters JOIN statements ON id = statement": "source, field, key",
    "sentences JOIN statements ON statements.id = sentences.id >> :bits": "source, anchor, text, corrections",
    "labels": "*",
    "languages": "*",
    "names": "*",
    "terms": "term, doc, cnt",
    "lemmas": "*",
    "forms": "*",
    "spellings": "*",
}
# A lemma stays known in a language whose sentences don't hold it any more while sentences of another do.
LEARNED = ("lemmas", "forms", "spellings")
SPEAKERS = (
    "[Анна Ким]",
    "[{name: Анна Ким, id: kim}]",
    "[{name: Ким Анна Сергеевна, id: kim}]",
    "[{name: Борис Ли, id: lee}, Анна Ким]",
)
FIELDS = {
    "speakers": SPEAKERS,
    "charges": ("[клевета]", '["ст. 174 УК РК"]', "[клевета, разжигание розни]"),
    "court": ("Алмалинский районный суд", "Медеуский суд"),
    "judge": ("Пётр Иванов", "[Пётр Иванов, Дана Ахметова]"),
    "jurisdiction": ("kz", "ru"),
    "delivered": ("2019-05-02", "2020", "2021-03"),
    "language": ("ru", "kk", "en"),
}
SENTENCES = (
    "Я молчал.",
    "Суд был честным?",
    "Сабыр түбі — сары алтын.",
    "The court may judge me.",
    "Репрессии кончатся.",
)


def statement(chance: random.Random) -> str:
    """A statement with any of the fields that a catalogue holds something of."""
    fields = [f"{name}: {chance.choice(values)}" for name, values in FIELDS.items() if chance.random() < 0.7]
    words = " ".join(chance.choices(SENTENCES, k=chance.randint(1, 6)))
    return "\n".join(["---", 'title: "Анна Ким (клевета)"', *fields, "---", "", words, ""])


def held(root: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the catalogue of the archive holds when it has been brought up to date."""
    ArchiveSearch(root, NOW, 1).close()
    connection = apsw.Connection(str(catalogue_path(root)))
    prepare(connection)
    rows = {
        table: sorted(connection.execute(f"SELECT {columns} FROM {table}", {"bits": SENTENCE_BITS}), key=repr)
        for table, columns in TABLES.items()
    }
    connection.close()
    return rows


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_it_holds_what_one_made_anew_holds(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    chance = random.Random(seed)
    names = [f"content/{name}.md" for name in ("a", "b", "b.en", "c", "d")]
    root = write(tmp_path / "archive", {"hugo.toml": ARCHIVE["hugo.toml"]})
    for _ in range(8):
        for name in chance.sample(names, k=chance.randint(1, 2)):
            if chance.random() < 0.2:
                (root / name).unlink(missing_ok=True)
            else:
                write(root, {name: statement(chance)})
        updated = held(root)
        remove_catalogue(catalogue_path(root))
        anew = held(root)
        for table in LEARNED:
            assert set(anew.pop(table)) <= set(updated.pop(table))
        assert updated == anew
        edited = {name: statement(chance) for name in chance.sample(names, k=1)}
        write(root, edited)
        held(root)


def test_a_name_that_another_statement_gives_is_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    one = '---\ntitle: "Речь"\ndelivered: {day}\nspeakers: [{{name: {name}, id: kim}}]\n---\n\nЯ молчал.\n'
    later = one.format(day="2019-01-01", name="Анна Ким")
    root = write(tmp_path / "archive", {"content/later.md": later})
    assert ("speakers", "kim", "Анна Ким") in held(root)["labels"]
    write(root, {"content/newer.md": one.format(day="2020-01-01", name="Анна Сергеевна Ким")})
    assert ("speakers", "kim", "Анна Сергеевна Ким") in held(root)["labels"]


def test_the_static_index_takes_it_up_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "_SMALLEST", 1)
    monkeypatch.setattr(chunks, "_ENDS", 1)  # so that each statement is kept by itself
    one = '---\ntitle: "Речь"\ndelivered: {day}\nspeakers: [{{name: {name}, id: kim}}]\n---\n\nЯ молчал.\n'
    later = one.format(day="2019-01-01", name="Анна Ким")
    root = write(
        tmp_path / "archive", {"hugo.toml": "[params.allocution]\nsearch = true\n", "content/later.md": later}
    )
    build(root, tmp_path / "public", BuildOptions(NOW))
    write(root, {"content/newer.md": one.format(day="2020-01-01", name="Анна Сергеевна Ким")})
    build(root, tmp_path / "public", BuildOptions(NOW))
    build(root, tmp_path / "anew", BuildOptions(NOW))
    index, anew = tmp_path / "public/search/index", tmp_path / "anew/search/index"
    assert {path.name for path in index.rglob("*")} == {path.name for path in anew.rglob("*")}
