"""An archive searched: what is found, in which order, and what becomes of the catalogue when the archive changes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from allocution.search.query import HAS
from allocution.search.results import Results
from allocution.store.catalogue_file import catalogue_path
from allocution.workspace.searching import ArchiveSearch
from tests.publish.archives import NOW, SAMPLE, SEED, needs_seed, write

ARCHIVE = {
    "hugo.toml": """\
baseURL = "https://archive.example/"
defaultContentLanguage = "ru"
[languages.ru]
title = "Архив"
[languages.en]
title = "Archive"
""",
    "content/kim.md": """\
---
title: "Анна Ким (разжигание розни)"
date: 2019-05-02
jurisdiction: kz
court: Алмалинский районный суд
language: ru
charges: ["ст. 174 УК РК"]
corrections:
  - {written: гортького, meant: горького}
---

Я не признаю вины. Политическими репрессиями нас не испугать, и это знают все. Репрессии кончатся.

Мы знаем это из гортького опыта. Её зовут Алёна. Судью В**** я прощаю.
""",
    "content/lee.md": """\
---
title: "Борис Ли (клевета)"
date: 2021-03-04
jurisdiction: kz
language: ru
---

О репрессиях я молчал. Партия «Нур Отан» судит меня. В партии «Нур Отан» знают.

Суд был честным? Нет: честным этот суд не был никогда.
""",
    "content/lee.en.md": """\
---
title: "Boris Lee (libel)"
date: 2021-03-04
language: en
translators: [Кто-то]
---

The courts were never honest. He believed in judges.
""",
    "content/stone.en.md": """\
---
title: "John Stone (sedition)"
delivered: 1798-07
jurisdiction: us
language: en
---

I wrote what I thought. The court may judge me.
""",
}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", ARCHIVE)


def find(root: Path, query: str, **options: int | str) -> Results:
    return ArchiveSearch(root, NOW, 1).search(query, **options)  # type: ignore[arg-type]


def marked(results: Results) -> list[str]:
    """The words found, sentence by sentence."""
    return [" ".join(hit.text[match.start : match.end] for match in hit.matches) for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("репрессия", ["репрессиях", "репрессиями", "Репрессии"]),
        ("репрессии", ["Репрессии", "репрессиях", "репрессиями"]),
        ('"Нур Отан"', ["Нур Отан", "Нур Отан"]),
        ("«партии Нур»", ["Партия Нур", "партии Нур"]),
        ('"партии Нур"', ["партии Нур"]),
        ("=Репрессии", ["Репрессии"]),
        ("=репрессия", []),
        ("репрес*", ["репрессиях", "репрессиями", "Репрессии"]),
        ("ее зовут", ["Её зовут"]),
        ("Алена", ["Алёна"]),
        ("горький", ["гортького"]),
        ("гортького", ["гортького"]),
        ("В****", ["В****"]),
        ("суд NEAR/1 честный", ["Суд честным", "честным суд"]),
        ("молчать AND репрессия", ["репрессиях молчал"]),
        ("репрессия -партия", ["репрессиями", "Репрессии"]),
        ("judge", ["judge", "judges"]),
        ("repressii", ["репрессиях", "репрессиями", "Репрессии"]),
        ("htghtccbz", ["репрессиях", "репрессиями", "Репрессии"]),
        ("ощрт", ["John"]),
        ("Киму", ["Ким"]),
        ("Stone", ["Stone"]),
    ],
)
def test_a_query_finds_these_words(root: Path, query: str, words: list[str]) -> None:
    assert sorted(marked(find(root, query))) == sorted(words)


KAZAKH = """\
---
title: "Әсел Нұр (жала жабу)"
date: 2022-05-06
language: kk
---

Халқымыздың бостандығын қорғадым. Мені соттады. Кітабымды алып кетті, бірақ ойымды тартып ала алмайды.
"""


MIXED = """\
---
title: "Данияр Жолдасов (клевета)"
date: 2022-02-03
jurisdiction: kz
language: ru
---

Я говорил о суде и о свободе слова в нашей стране. Судья меня не слушал и не хотел слушать никого из нас.

Бұл сот әділ болған жоқ, мен халқым үшін сөйледім. Халық үшін, алға, Қазақстан!
"""


@pytest.fixture(name="mixed", scope="module")
def _mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArchiveSearch]:
    folder = tmp_path_factory.mktemp("mixed")
    files = {**ARCHIVE, "content/mixed.md": MIXED, "content/kk.md": KAZAKH}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        opened = ArchiveSearch(write(folder / "archive", files), NOW, 1)
        yield opened
        opened.close()


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("lang:kk", ["Әсел Нұр (жала жабу)", "Бұл сот әділ болған жоқ, мен халқым үшін сөйледім."]),
        ("lang:казахский бұл", ["Бұл сот әділ болған жоқ, мен халқым үшін сөйледім."]),
        ("Қазақстан lang:kk", ["Халық үшін, алға, Қазақстан!"]),
        ("Қазақстан lang:ru", ["Данияр Жолдасов (клевета)"]),
        ("слушать lang:kk", ["Бұл сот әділ болған жоқ, мен халқым үшін сөйледім."]),
        ("слушать lang:ru", ["Судья меня не слушал и не хотел слушать никого из нас."]),
        ("слушать -lang:kk", []),
        ("lang:kk lang:en", []),
    ],
)
def test_lang_asks_for_the_language_of_the_sentence(
    mixed: ArchiveSearch, query: str, texts: list[str]
) -> None:
    assert sorted(hit.text for hit in mixed.search(query).hits) == sorted(texts)


@pytest.mark.parametrize("query", ["халық", "суд", "year:2000..2030"])
def test_a_language_has_as_many_statements_as_its_facet_says(mixed: ArchiveSearch, query: str) -> None:
    values = mixed.search(query).facets["languages"]
    assert len(values) > 1
    for value in values:
        assert mixed.search(f"{query} {value.filter}").statements == value.count


def test_a_selection_by_language_takes_the_statements_that_hold_it(mixed: ArchiveSearch) -> None:
    assert len(mixed.select("lang:kk").sources) == 2


def test_a_passage_that_is_gone_is_in_no_language(root: Path) -> None:
    write(root, {"content/mixed.md": MIXED})
    assert [value.label for value in find(root, "слушать").facets["languages"]] == ["Казахский", "Русский"]
    write(root, {"content/mixed.md": MIXED.partition("Бұл")[0]})
    assert find(root, "lang:kk").total == 0
    assert [value.value for value in find(root, "слушать").facets["languages"]] == ["ru"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("халық", ["Халқымыздың"]),
        ("халыққа", ["Халқымыздың"]),
        ("халык", ["Халқымыздың"]),
        ("бостандық", ["бостандығын"]),
        ("бостандықтарымыздан", ["бостандығын"]),
        ("қорғау", ["қорғадым"]),
        ("қорғап", ["қорғадым"]),
        ("қорғамағандардың", ["қорғадым"]),
        ("сотталу", ["соттады"]),
        ("кітап", ["Кітабымды"]),
        ("мен", ["Мені"]),
        ("«кітап алу»", ["Кітабымды алып"]),
        ("=кітап", []),
    ],
)
def test_a_kazakh_word_is_found_in_any_form(tmp_path: Path, query: str, words: list[str]) -> None:
    root = write(
        tmp_path / "archive", {"hugo.toml": 'defaultContentLanguage = "kk"\n', "content/nur.md": KAZAKH}
    )
    assert marked(find(root, query)) == words


MARKED = """\
---
title: "Иван Сухой (клевета)"
date: 2022-05-06
language: ru
---

Ре\u0301прессии. Обо всех реп\u00adрессиях. Сухои\u0306. Кто-то молчит. То и это.
Сказал по русски. Петров-Водкин пришёл.
"""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("репрессия", ["Ре\u0301прессии", "реп\u00adрессиях"]),
        ("=репрессии", ["Ре\u0301прессии"]),
        ("репре\u0301с\u00adсиями", ["Ре\u0301прессии", "реп\u00adрессиях"]),
        ("=сухой", ["Сухой", "Сухои\u0306"]),
        ("кто-то", ["Кто-то"]),
        ("то", ["Кто-то", "То"]),
        ("по-русски", ["по русски"]),
        ("Петрова-Водкина", ["Петров-Водкин"]),
        ("Водкину", ["Петров-Водкин"]),
        ("суд" * 5_000, []),
    ],
)
def test_what_nobody_sees_in_a_word_and_hyphens_hide_nothing(
    tmp_path: Path, query: str, words: list[str]
) -> None:
    root = write(
        tmp_path / "archive", {"hugo.toml": 'defaultContentLanguage = "ru"\n', "content/s.md": MARKED}
    )
    found = find(root, query)
    assert sorted(marked(found)) == sorted(words)
    assert not found.suggestions


DOUBLE = """\
---
title: "Анна Ким-Водкина (клевета)"
date: 2022-05-07
language: ru
corrections:
  - {written: не доверие, meant: недоверие}
---

Это не доверие к суду. Ильяшеву писали и Достоевскому. А. М. Ким молчит.

Елімізде сөз бостандығы жоқ. М. Дулатұлы да сотталған еді, оны халық біледі.
"""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("недоверие", ["не доверие"]),
        ("доверие", ["доверие"]),
        ("не", ["не"]),
        ("«недоверия к суду»", ["доверие к суду"]),
        ("«это недоверие»", ["Это не"]),
        ("Ilyashev", ["Ильяшеву"]),
        ("Dostoevsky", ["Достоевскому"]),
        ("bostandyq", ["бостандығы"]),
        ("ми", []),
        ("speaker:Водкиной", [""]),
        ("speaker:Kim", [""]),
    ],
)
def test_words_meant_as_one_names_in_latin_letters_and_initials(
    tmp_path: Path, query: str, words: list[str]
) -> None:
    files = {"hugo.toml": 'defaultContentLanguage = "ru"\n', "content/d.md": DOUBLE}
    assert marked(find(write(tmp_path / "archive", files), query)) == words


def test_the_exact_form_comes_first(root: Path) -> None:
    assert marked(find(root, "репрессиями"))[0] == "репрессиями"
    assert marked(find(root, "репрессии"))[0] == "Репрессии"


def test_words_of_different_sentences_find_their_statement_once(root: Path) -> None:
    results = find(root, "репрессия Алёна")
    assert (results.total, results.statements) == (1, 1)
    assert results.hits[0].page == "/kim/"


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("speaker:Ким", {"/kim/"}),
        ("speaker:Kim", {"/kim/"}),
        ('speaker:"Ли Борису"', {"/lee/", "/en/lee/"}),
        ("charge:174", {"/kim/"}),
        ("article:174", {"/kim/"}),
        ("court:алмалинского", {"/kim/"}),
        ("country:us", {"/en/stone/"}),
        ("country:Қазақстан суд", {"/lee/", "/kim/"}),
        ("country:казахстан", {"/kim/", "/lee/", "/en/lee/"}),
        ("year:2020..2022", {"/lee/", "/en/lee/"}),
        ("year:..1800", {"/en/stone/"}),
        ("lang:en judge", {"/en/stone/", "/stone/", "/en/lee/"}),
        ("lang:английский judge", {"/en/stone/", "/stone/", "/en/lee/"}),
        ("has:translation", {"/lee/", "/en/lee/"}),
        ("has:correction", {"/kim/"}),
        ("speaker:Ким OR country:us", {"/kim/", "/en/stone/"}),
        ("суд -lang:en", {"/lee/", "/kim/"}),
    ],
)
def test_filters_leave_these_statements(root: Path, query: str, pages: set[str]) -> None:
    found = {hit.page for hit in find(root, query).hits}
    assert found
    assert found <= pages


def test_each_thing_that_statements_may_have_can_be_asked_for(root: Path) -> None:
    asked = {name: find(root, f"has:{name}").statements for name in HAS}
    assert asked["correction"] == 1
    assert all(asked[name] for name in ("translation", "date", "court", "charge"))


def test_facets_count_statements_and_their_filters_leave_as_many(root: Path) -> None:
    results = find(root, "суд OR court OR репрессия")
    assert {value.value: value.count for value in results.facets["countries"]} == {"kz": 3, "us": 1}
    for values in results.facets.values():
        for value in values:
            narrowed = find(root, f"(суд OR court OR репрессия) {value.filter}")
            assert narrowed.statements == value.count, value


def test_who_has_the_same_name_or_part_of_it_is_counted_apart(tmp_path: Path) -> None:
    people = {
        "ivanov-1": "Иван Иванов",
        "ivanov-2": "Иван Иванов",
        "": "Иван Петрович Иванов",
        "smith": "Mary Ann Smith",
    }
    files = {"hugo.toml": 'defaultContentLanguage = "ru"\n'}
    for number, (identity, name) in enumerate(people.items()):
        files[f"content/{number}.md"] = (
            f"---\nspeakers: [{{name: {name}{f', id: {identity}' if identity else ''}}}]\ndelivered: 202{number}\n"
            f"language: ru\ncourt: 'Суд {'города ' * (number % 2)}\"А\"'\n---\n\nСпасибо суду.\n"
        )
    root = write(tmp_path / "archive", files)
    facets = find(root, "спасибо").facets
    assert len(facets["speakers"]) == 4
    assert len(facets["courts"]) == 2
    for values in facets.values():
        for value in values:
            narrowed = find(root, f"спасибо {value.filter}")
            assert narrowed.statements == value.count, value


def test_pages_make_up_the_whole_without_overlapping(root: Path) -> None:
    query = "суд OR я OR репрессия OR знать OR партия"
    every = find(root, query, limit=100)
    assert every.total == len(every.hits) > 5
    paged = [hit for page in range(every.total) for hit in find(root, query, limit=1, offset=page).hits]
    assert paged == list(every.hits)
    assert len({hit.address for hit in every.hits}) == every.total


def test_sorted_by_date_the_newest_come_first(root: Path) -> None:
    days = [hit.date for hit in find(root, "я OR court", sort="date").hits]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 1


def test_why_a_sentence_was_found(root: Path) -> None:
    hows = {
        query: {match.how for hit in find(root, query).hits for match in hit.matches}
        for query in ("репрессии", "горького", "repressii", "репр*")
    }
    assert hows == {
        "репрессии": {"exact", "form"},
        "горького": {"correction"},
        "repressii": {"spelling"},
        "репр*": {"prefix"},
    }


def test_two_at_once_wait_for_each_other(root: Path) -> None:
    processes = [subprocess.Popen([sys.executable, "-c", _INDEXING, str(root)]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert find(root, "репрессия").total == 3


def test_a_typing_error_is_asked_about_and_never_guessed(root: Path) -> None:
    results = find(root, "репресия")
    assert results.total == 0
    assert [(each.word, each.meant) for each in results.suggestions] == [("репресия", "репрессия")]
    # Named in its own letters: as it stands in the archive, or in a form that nobody said.
    write(root, {"content/kk.md": KAZAKH})
    for typed, meant in (("бастандыгын", "бостандығын"), ("бастандыгына", "бостандығына")):
        assert (typed, meant) in [(each.word, each.meant) for each in find(root, typed).suggestions]


def test_what_another_layout_would_give_is_not_guessed_besides(root: Path) -> None:
    assert find(root, "В****у").total == find(root, "D****").total == 1
    guessed = find(root, "D****e")
    assert (guessed.total, guessed.notes) == (0, ())


def test_what_changes_in_the_archive_changes_in_the_index(root: Path) -> None:
    assert find(root, "молчать").total == 1
    write(root, {"content/lee.md": ARCHIVE["content/lee.md"].replace("молчал", "кричал")})
    assert find(root, "молчать").total == 0
    assert find(root, "кричать").total == 1
    (root / "content/lee.md").unlink()
    assert find(root, "кричать").total == 0
    write(root, ARCHIVE)
    again = find(root, "репрессия")
    catalogue_path(root).unlink()
    assert find(root, "репрессия") == again


def test_nothing_of_a_removed_statement_stays_in_the_file(root: Path) -> None:
    write(
        root,
        {
            "content/secret.md": ARCHIVE["content/kim.md"]
            .replace("опыта", "опыта Бармаглотова")
            .replace("Анна Ким", "Зубаир Кержаков")
        },
    )
    assert find(root, "Бармаглотов Кержаков").statements == 1
    (root / "content/secret.md").unlink()
    assert find(root, "Бармаглотов").total == 0
    data = catalogue_path(root).read_bytes().lower()
    for word in ("Бармаглот", "бармаглот", "Кержаков", "кержаков", "barmaglot", "kerzakov"):
        assert word.encode() not in data


def test_a_damaged_or_foreign_catalogue_is_made_anew(root: Path) -> None:
    expected = find(root, "репрессия")
    path = catalogue_path(root)
    size = path.stat().st_size
    for damage in (b"", b"no database at all", os.urandom(9000)):
        path.write_bytes(damage)
        assert find(root, "репрессия") == expected
    for written, damage in (("репрессиях".encode(), b"\x9a" * 20), (b"TABLE forms", b"TABLE farms")):
        path.write_bytes(path.read_bytes().replace(written, damage))
        assert find(root, "репрессия") == expected
    for place in range(0, size, size // 9):
        with path.open("r+b") as file:
            file.seek(place)
            file.write(b"\xff" * 3000)
        results = find(root, "репрессия")
        assert results.total in (0, expected.total)
        path.unlink()
        assert find(root, "репрессия") == expected


_INDEXING = """
import sys
from pathlib import Path
from datetime import datetime, UTC
from allocution.workspace.searching import ArchiveSearch
ArchiveSearch(Path(sys.argv[1]), datetime(2026, 11, 22, 12, tzinfo=UTC), 1)
"""


def test_killed_while_it_writes_it_answers_right_afterwards(root: Path) -> None:
    many = {
        f"content/{number}.md": ARCHIVE["content/kim.md"].replace("Анна Ким", f"Анна Ким{number}")
        for number in range(600)
    }
    write(root, many)
    journal = catalogue_path(root).with_name(f"{catalogue_path(root).name}-journal")
    for delay in (0, 0.05, 0.15):
        process = subprocess.Popen([sys.executable, "-c", _INDEXING, str(root)])
        for _ in range(3000):
            if process.poll() is not None or (journal.exists() and journal.stat().st_size):
                break
            time.sleep(0.005)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    assert find(root, "горький").total == 601


def test_the_sample_archive_is_found_in_all_its_languages() -> None:
    search = ArchiveSearch(SAMPLE, NOW, 1)
    for query in ("суд", "court", "қазақ*"):
        assert search.search(query).total, query


@needs_seed
def test_the_seed_is_found_as_its_archive_needs_it(tmp_path: Path) -> None:
    text = (SEED / "alnur-ilyashev.md").read_text(encoding="utf-8")
    root = write(tmp_path / "seed", {"content/alnur-ilyashev.md": text})
    found = marked(find(root, "репрессия"))
    assert any("репрессий" in words for words in found)
    assert "репрессиями" in found
    assert marked(find(root, "=гражданка")) == ["гражданка"]
    assert marked(find(root, '"Нур Отан"')) == ["Нур Отан"] * 5
    for query in ("казакстан", "Qazaqstan", "қазақстандықтар", "казакстандыктар", "қазақстандығымыздың"):
        assert [hit.text for hit in find(root, query).hits][-1] == "Халық үшін, алға, Қазақстан!"
