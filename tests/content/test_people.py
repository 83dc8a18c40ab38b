from __future__ import annotations

from pathlib import Path

import pytest

from allocution.content.people import register_people, script_of
from allocution.model.person import Person, PersonRole
from allocution.workspace.loading import Remembered, Workspace
from tests.publish.archives import NOW, write


def people(root: Path, **files: str) -> tuple[Person, ...]:
    configuration = 'defaultContentLanguage = "ru"\n[languages.ru]\n[languages.en]\n'
    texts = {f"content/{name.replace('__', '.')}.md": text for name, text in files.items()}
    write(root, {"hugo.toml": configuration, **texts})
    return register_people(Workspace(root, NOW).load(Remembered()).archive.works)


def statement(front_matter: str) -> str:
    return f"---\n{front_matter}\ndate: 2020-01-01\n---\nСлово.\n"


def test_a_person_of_two_files_is_one(tmp_path: Path) -> None:
    (person,) = people(tmp_path, a=statement("speakers: Анна Ким"), b=statement("speakers: [Анна Ким]"))
    assert [(name.source, name.role) for name in person.names] == [
        ("content/a.md", PersonRole.SPEAKER),
        ("content/b.md", PersonRole.SPEAKER),
    ]


def test_two_people_of_one_name_stay_two(tmp_path: Path) -> None:
    first = statement("speakers: [{name: John Brown, id: brown-1}]")
    second = statement("speakers: [{name: John Brown, id: brown-2}]")
    found = people(tmp_path, a=first, b=second)
    assert [person.name for person in found] == ["John Brown", "John Brown"]
    assert len({person.identifier for person in found}) == 2


def test_a_translation_names_the_same_person_in_another_script(tmp_path: Path) -> None:
    (person,) = people(
        tmp_path,
        a=statement("speakers: Альнур Ильяшев\nlanguage: ru"),
        a__en=statement("speakers: Alnur Ilyashev\nlanguage: en\ntranslators: X Y"),
    )
    assert [(name.name, name.script, name.language) for name in person.names] == [
        ("Альнур Ильяшев", "Cyrl", "ru"),
        ("Alnur Ilyashev", "Latn", "en"),
    ]


def test_an_identifier_says_nothing_of_the_name(tmp_path: Path) -> None:
    (person,) = people(tmp_path, a=statement("speakers: [{name: Анна Ким, id: anna-kim}]"))
    assert len(person.identifier) == 12
    assert int(person.identifier, 16) >= 0


def test_a_judge_is_in_the_register_as_one(tmp_path: Path) -> None:
    found = people(tmp_path, a=statement("speakers: Анна Ким\njudge: Нана Махарадзе"))
    assert {(person.name, person.names[0].role) for person in found} == {
        ("Анна Ким", PersonRole.SPEAKER),
        ("Нана Махарадзе", PersonRole.JUDGE),
    }


@pytest.mark.parametrize(
    ("name", "script"),
    [("Ким", "Cyrl"), ("Қайрат", "Cyrl"), ("Kim", "Latn"), ("№ 5", "Zyyy"), ("李", "Hani")],
)
def test_the_script_of_a_name(name: str, script: str) -> None:
    assert script_of(name) == script
