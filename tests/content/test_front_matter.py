"""Front matter in YAML reads as the library's own constructor reads it, however it is written."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from allocution.content import front_matter_yaml
from allocution.content.front_matter import read_front_matter
from allocution.errors import ContentError


class Reference(yaml.CSafeLoader):
    """The core schema's scalars, resolved and constructed by the library alone."""

    yaml_implicit_resolvers = front_matter_yaml._CoreLoader.yaml_implicit_resolvers
    yaml_constructors = front_matter_yaml._CoreLoader.yaml_constructors
    construct_mapping = front_matter_yaml._CoreLoader.construct_mapping


def outcome(raw: str) -> tuple[str, Any]:
    try:
        return "read", repr(read_front_matter(f"---\n{raw}\n---\nText\n".encode()).values)
    except ContentError as error:
        return "refused", (error.code, error.line, error.column, error.parameters)


def by_reference(raw: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Any]:
    with monkeypatch.context() as patch:
        patch.setattr(front_matter_yaml, "_load_yaml", lambda text, _: yaml.load(text, Reference))
        return outcome(raw)


scalars = st.sampled_from(
    "a б 1 -0 +12 1_000 0755 1.5 .5 1e3 .inf ~ null NULL true False yes no on 2020-06-22 12:30:45 '1' \"true\" '' "
    "<< = ? !!str !!int !!bool !!float !!null !!timestamp !!binary !!set !x &a *a | > - : # @ ` % , { } [ ]".split(
        " "
    )
)
texts = st.one_of(scalars, st.text("абв ab01.-+_:~tn\"'\\#&*![]{}<>|?", max_size=8))
lines = st.one_of(
    st.builds("{}: {}".format, texts, texts),
    st.builds("{}: {} {}".format, texts, texts, texts),
    st.builds("{}:\n  - {}\n  - {}: {}".format, texts, texts, texts, texts),
    st.builds("  {}: {}".format, texts, texts),
    st.builds("? [{}]\n: {}".format, texts, texts),
    st.builds("{}: [{}, {{{}: {}}}]".format, texts, texts, texts, texts),
    texts,
)
written = st.lists(lines, max_size=6).map("\n".join)
values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.binary(max_size=3)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.text(), st.integers(), st.booleans(), st.none()), inner, max_size=3),
    ),
    max_leaves=8,
)


@given(written)
@example("a: &x [1]\nb: *x")
@example("a: &x\n  b: *x")
@example("1: a\ntrue: b\n1.0: c\n1: d")
@example("a: !!int ''")
@example("a: !!bool maybe")
@example("a: !!float x\nb: !!int y")
@example("? {a: 1}\n: b")
@example("a: " + "[" * 400 + "]" * 400)
def test_any_text_reads_as_by_the_library(raw: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert outcome(raw) == by_reference(raw, monkeypatch)


@given(st.dictionaries(st.text(), values, max_size=5))
def test_any_values_read_as_by_the_library(given_values: dict[str, Any]) -> None:
    raw = yaml.safe_dump(given_values, allow_unicode=True)
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert outcome(raw) == by_reference(raw, monkeypatch)


@pytest.mark.parametrize("broken", ["a: !!int ''", "a: !!bool maybe", "a: !!float ''"])
def test_a_scalar_that_is_not_of_its_stated_kind_is_refused(broken: str) -> None:
    with pytest.raises(ContentError) as raised:
        read_front_matter(f"---\n{broken}\n---\n".encode())
    assert raised.value.code == "front-matter-broken"


@pytest.mark.parametrize("between", ["date: 2020\n", "x: &a 1\ny: *a\n", "x: !a 1\n"])
def test_what_is_said_twice_is_refused_as_hugo_does(between: str) -> None:
    with pytest.raises(ContentError) as raised:
        read_front_matter(f"---\ntitle: a\n{between}title: b\n---\n".encode())
    assert (raised.value.code, raised.value.column) == ("front-matter-broken", 1)
    assert raised.value.line == 3 + between.count("\n")


def test_usual_front_matter_needs_no_constructor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_matter_yaml._CoreLoader, "construct_document", None)
    raw = "title: Имя\ndate: 2020-06-22\nyear: 2020\ndraft: false\nspeakers:\n  - name: Имя\n    id: ~\n"
    assert read_front_matter(f"---\n{raw}---\nText".encode()).values == {
        "title": "Имя",
        "date": "2020-06-22",
        "year": 2020,
        "draft": False,
        "speakers": [{"name": "Имя", "id": None}],
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (r'{"title": "\ud83d\ude00", "a": ["\ud83d Ким"]}', (1, 34)),
        (r'{"title": "\ud83d\ude00 \ude00"}', (1, 25)),
        ('---\ntitle: x\na: "\\0"\n---\n', (3, 5)),
        ('+++\n"a\\u0000" = 1\n+++\n', (2, 3)),
    ],
)
def test_what_no_text_can_have_is_refused_however_it_is_escaped(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(ContentError) as raised:
        read_front_matter(text.encode())
    assert (raised.value.code, raised.value.line, raised.value.column) == ("control-character", *place)


def test_an_escaped_backslash_is_no_escape() -> None:
    assert read_front_matter(rb'{"a": "\\0 \\ud83d", "b": "\ud83d\ude00"}').values == {
        "a": r"\0 \ud83d",
        "b": "😀",
    }


def test_tabs_after_the_dashes_of_a_list() -> None:
    assert outcome("tags:\n-\tа\n  -\t\tб: 1")[0] == "refused"
    assert outcome("tags:\n-\tа\n-\t\tб в\nx: 1") == ("read", repr({"tags": ["а", "б в"], "x": 1}))
    # In a text a tab is a tab, so that nothing is put in order here.
    assert outcome("tags:\n-\tа\ny: |\n  -\tб")[0] == "refused"
    assert outcome("y: |\n  -\tб") == ("read", repr({"y": "-\tб\n"}))


def test_mappings_are_merged_as_hugo_does() -> None:
    raw = """\
court: &court {name: Суд, city: Алматы}
first:
  inner: &inner {<<: *court, city: Астана}
second:
  <<: *inner
  name: <<
"""
    values = read_front_matter(f"---\n{raw}---\n".encode()).values
    assert values["second"] == {"name": "<<", "city": "Астана"}
    assert values["first"] == {"inner": {"name": "Суд", "city": "Астана"}}
