from __future__ import annotations

import difflib
from typing import Any

import pytest

from allocution.content.editing import EditRefusedError, append_item, remove_field, set_field
from allocution.content.front_matter import read_front_matter

YAML = """\
---
# the speech of June
title: "Имя Фамилия (клевета)"   # as posted
date: 2020-06-22T13:01:00+06:00
draft:   false
speakers: [ 'А Б',  "В Г" ]
sources:
  - address: https://t.me/a/1  # first
    title: 'Post'

  # the second half
  - https://t.me/a/2
sentence: |
  three years
  and five more
tags: {x: 1,  y: "2"}
---

Слово.
"""

TOML = """\
+++
# the speech of June
title = "Имя Фамилия (клевета)"   # as posted
date = 2020-06-22T13:01:00+06:00
draft =   false
speakers = [ 'А Б',  "В Г" ]

[[sources]]
address = "https://t.me/a/1"  # first
title = 'Post'

[[sources]]
address = "https://t.me/a/2"
+++

Слово.
"""

JSON = """\
{
  "title": "Имя Фамилия (клевета)",
  "date": "2020-06-22T13:01:00+06:00",
  "draft":   false,
  "speakers": [ "А Б",  "В Г" ],
  "sources": [
    { "address": "https://t.me/a/1", "title": "Post" },
    { "address": "https://t.me/a/2" }
  ]
}

Слово.
"""


def changed_lines(before: bytes, after: bytes) -> list[str]:
    lines = difflib.ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["yaml", "toml", "json"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "bom"])
def test_one_changed_value_changes_one_line(text: str, end: str, mark: str) -> None:
    data = (mark + text.replace("\n", end)).encode()
    changed = set_field(data, ("draft",), True)
    assert read_front_matter(changed).values["draft"] is True
    assert len(changed_lines(data, changed)) == 2
    assert changed.replace(b"true", b"false") == data


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["yaml", "toml", "json"])
def test_what_is_set_to_what_it_is_stays_the_same_bytes(text: str) -> None:
    data = text.encode()
    for key, value in read_front_matter(data).values.items():
        assert set_field(data, (key,), value) == data


@pytest.mark.parametrize(
    ("text", "path", "value", "lines"),
    [
        (
            YAML,
            ("title",),
            "Новое: имя",
            ['- title: "Имя Фамилия (клевета)"   # as posted', '+ title: "Новое: имя"   # as posted'],
        ),
        (
            YAML,
            ("speakers", 0),
            "Д'Е",
            ["- speakers: [ 'А Б',  \"В Г\" ]", "+ speakers: [ 'Д''Е',  \"В Г\" ]"],
        ),
        (
            YAML,
            ("sources", 0, "address"),
            "x",
            ["-   - address: https://t.me/a/1  # first", "+   - address: x  # first"],
        ),
        (YAML, ("sources", 0, "note"), "n: 1", ["+     note: 'n: 1'"]),
        (YAML, ("tags", "z"), "w", ['- tags: {x: 1,  y: "2"}', '+ tags: {x: 1,  y: "2", z: "w"}']),
        (YAML, ("place",), "Алматы", ['+ place: "Алматы"']),
        (
            YAML,
            ("sentence",),
            "one year",
            ["- sentence: |", "-   three years", "-   and five more", '+ sentence: "one year"'],
        ),
        (
            YAML,
            ("Title",),
            "x",
            ['- title: "Имя Фамилия (клевета)"   # as posted', '+ title: "x"   # as posted'],
        ),
        (
            TOML,
            ("title",),
            "Новое",
            ['- title = "Имя Фамилия (клевета)"   # as posted', '+ title = "Новое"   # as posted'],
        ),
        (TOML, ("sources", 1, "address"), "x", ['- address = "https://t.me/a/2"', '+ address = "x"']),
        (TOML, ("sources", 0, "title"), "y", ["- title = 'Post'", "+ title = 'y'"]),
        (JSON, ("title",), "Новое", ['-   "title": "Имя Фамилия (клевета)",', '+   "title": "Новое",']),
        (
            JSON,
            ("sources", 1, "title"),
            "T",
            [
                '-     { "address": "https://t.me/a/2" }',
                '+     { "address": "https://t.me/a/2", "title": "T" }',
            ],
        ),
    ],
)
def test_a_field_changes_only_its_lines(
    text: str, path: tuple[str | int, ...], value: Any, lines: list[str]
) -> None:
    data = text.encode()
    assert sorted(changed_lines(data, set_field(data, path, value))) == sorted(lines)


def test_a_new_field_of_toml_stands_before_the_tables() -> None:
    changed = set_field(TOML.encode(), ("place",), "Алматы")
    assert changed_lines(TOML.encode(), changed)[0] == '+ place = "Алматы"'
    assert read_front_matter(changed).values["place"] == "Алматы"


def test_a_new_field_of_json_stands_at_the_end() -> None:
    changed = set_field(JSON.encode(), ("place",), "Алматы")
    assert changed_lines(JSON.encode(), changed) == ["-   ]", "+   ],", '+   "place": "Алматы"']


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["yaml", "toml", "json"])
def test_an_item_is_added_to_a_list_and_makes_a_missing_one(text: str) -> None:
    correction = {"written": "гортким", "meant": "горьким"}
    once = append_item(text.encode(), ("corrections",), correction)
    twice = append_item(once, ("corrections",), {"written": "а", "meant": "б"})
    assert read_front_matter(twice).values["corrections"] == [correction, {"written": "а", "meant": "б"}]
    assert [line for line in changed_lines(once, twice) if line.startswith("-") and line.strip("- ]}{")] == []


def test_an_item_looks_like_the_others() -> None:
    changed = append_item(YAML.encode(), ("sources",), {"address": "https://t.me/a/3", "title": "Third"})
    assert changed_lines(YAML.encode(), changed) == [
        "+   - address: 'https://t.me/a/3'",
        "+     title: 'Third'",
    ]


def test_a_single_value_becomes_the_first_of_a_list() -> None:
    changed = append_item(b"---\nsources: https://t.me/a/1\n---\n", ("sources",), "https://t.me/a/2")
    assert read_front_matter(changed).values["sources"] == ["https://t.me/a/1", "https://t.me/a/2"]


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["yaml", "toml", "json"])
@pytest.mark.parametrize("key", ["title", "draft", "speakers", "sources"])
def test_a_removed_field_takes_nothing_with_it(text: str, key: str) -> None:
    before = read_front_matter(text.encode()).values
    changed = remove_field(text.encode(), (key,))
    assert read_front_matter(changed).values == {each: value for each, value in before.items() if each != key}
    lines = changed_lines(text.encode(), changed)
    without_comma = {f"+{line[1:].removesuffix(',')}" for line in lines if line.startswith("-")}
    assert {line for line in lines if line.startswith("+")} <= without_comma


@pytest.mark.parametrize("text", [YAML, JSON], ids=["yaml", "json"])
def test_one_item_is_removed(text: str) -> None:
    before = read_front_matter(text.encode()).values
    changed = remove_field(text.encode(), ("sources", 0))
    assert read_front_matter(changed).values["sources"] == before["sources"][1:]


def test_what_is_not_there_is_removed_without_a_change() -> None:
    assert remove_field(YAML.encode(), ("place",)) == YAML.encode()
    assert remove_field(YAML.encode(), ("sources", 7)) == YAML.encode()


def test_the_last_item_leaves_an_empty_list() -> None:
    changed = remove_field(b"---\nsources:\n  - a\ntitle: x\n---\n", ("sources", 0))
    assert read_front_matter(changed).values == {"sources": [], "title": "x"}


@pytest.mark.parametrize(
    "text",
    [
        "---\na: &x 1\nb: *x\n---\n",  # one value, two fields
        '{"a": 1, "a": 2}\n',  # a key that stands twice
        "---\na: 1\nA: 2\n---\n",  # of which the last is read, however it is spelt
    ],
)
def test_what_can_not_be_changed_alone_is_refused(text: str) -> None:
    with pytest.raises(EditRefusedError):
        set_field(text.encode(), ("a",), 3)


def test_a_file_without_front_matter_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        set_field("Слово.\n".encode(), ("title",), "x")


def test_a_place_that_is_not_there_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        set_field(YAML.encode(), ("charges", 0, "article"), "274")
