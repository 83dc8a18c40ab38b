"""Any field of any file: what is asked for changes, and nothing else does."""

from __future__ import annotations

import json
from typing import Any

import tomlkit
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.content.editing import EditRefusedError, append_item, remove_field, set_field
from allocution.content.editing.yaml_values import quoted
from allocution.content.front_matter import read_front_matter

KEYS = st.sampled_from(["title", "date", "draft", "sources", "place", "слово", "a-b", "a b", "on", "7"])
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=12
) | st.sampled_from(
    ["", "true", "null", "2020-01-01", "a: b", "- x", "#", "'", '"', "«»", " x ", "a\nb", "~", "[", "{}"]
)
SCALARS = TEXTS | st.booleans() | st.integers(-(10**6), 10**6)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)
ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def yaml_files(draw: st.DrawFn) -> bytes:
    """Front matter in block or flow style with comments, blank lines and either kind of quotes."""
    values = draw(DOCUMENTS)
    style = draw(st.sampled_from([None, "'", '"']))
    lines = []
    for key, value in values.items():
        flow = draw(st.booleans())
        lines.append(
            yaml.safe_dump(
                {key: value},
                allow_unicode=True,
                default_style=style,
                default_flow_style=None if flow else False,
                width=10**6,
            ).rstrip("\n")
        )
        lines.extend(draw(st.lists(st.sampled_from(["", "# comment", "  # indented"]), max_size=1)))
    return _file("---", "\n".join(lines), draw(ENDS), draw(st.booleans()))


@st.composite
def toml_files(draw: st.DrawFn) -> bytes:
    values = draw(DOCUMENTS)
    return _file("+++", tomlkit.dumps(values).rstrip("\n"), draw(ENDS), draw(st.booleans()))


@st.composite
def json_files(draw: st.DrawFn) -> bytes:
    values = draw(DOCUMENTS)
    indent = draw(st.sampled_from([None, 2, "\t"]))
    text = json.dumps(values, ensure_ascii=draw(st.booleans()), indent=indent)
    return (text + "\n\nСлово.\n").replace("\n", draw(ENDS)).encode()


def _file(fence: str, raw: str, end: str, mark: bool) -> bytes:
    text = f"{fence}\n{raw}\n{fence}\nСлово.\n"
    return (("\ufeff" if mark else "") + text.replace("\n", end)).encode()


FILES = yaml_files() | toml_files() | json_files()


def _values(data: bytes) -> dict[str, Any] | None:
    """What the file says; None for one that isn't read at all (a key that YAML takes for something else)."""
    try:
        return read_front_matter(data).values
    except Exception:  # noqa: BLE001 - whatever it is, such a file isn't edited
        return None


@given(FILES, KEYS, VALUES)
@settings(max_examples=400)
def test_a_set_field_says_so_and_all_else_is_as_it_was(data: bytes, key: str, value: Any) -> None:
    before = _values(data)
    if before is None:
        return
    try:
        after = read_front_matter(set_field(data, (key,), value))
    except EditRefusedError:
        return
    assert after.values == {**before, key: value}
    assert after.body == read_front_matter(data).body


@given(FILES, KEYS)
@settings(max_examples=200)
def test_a_field_set_to_what_it_says_leaves_the_bytes(data: bytes, key: str) -> None:
    before = _values(data)
    if before is not None and key in before:
        assert set_field(data, (key,), before[key]) == data


@given(FILES, KEYS)
@settings(max_examples=300)
def test_a_removed_field_is_gone_and_all_else_is_as_it_was(data: bytes, key: str) -> None:
    before = _values(data)
    if before is None:
        return
    try:
        changed = remove_field(data, (key,))
    except EditRefusedError:
        return
    assert read_front_matter(changed).values == {k: v for k, v in before.items() if k != key}
    if key not in before:
        assert changed == data


@given(FILES, KEYS, SCALARS)
@settings(max_examples=300)
def test_an_appended_item_is_the_last(data: bytes, key: str, item: Any) -> None:
    before = _values(data)
    if before is None:
        return
    try:
        after = read_front_matter(append_item(data, (key,), item)).values
    except EditRefusedError:
        return
    assert after[key][-1] == item
    assert {k: v for k, v in after.items() if k != key} == {k: v for k, v in before.items() if k != key}


@given(st.dictionaries(KEYS, SCALARS, min_size=2, max_size=5), ENDS, st.data())
@settings(max_examples=300)
def test_plain_files_are_never_refused(values: dict[str, Any], end: str, data: st.DataObject) -> None:
    """Most files are a few scalars: there is no excuse for refusing them, and one line changes."""
    raw = "\n".join(
        f"{quoted(key)}: {quoted(value) if isinstance(value, str) else json.dumps(value)}"
        for key, value in values.items()
    )
    file = _file("---", raw, end, False)
    key = data.draw(st.sampled_from(sorted(values)))
    changed = set_field(file, (key,), data.draw(SCALARS))
    before, after = file.split(end.encode()), changed.split(end.encode())
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 1
