from __future__ import annotations

import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.hugo.globs import compile_glob
from allocution.content.hugo.paths import (
    address_part,
    escape,
    join,
    normalise,
    query_unescape,
    remove_accents,
    sanitise,
    to_lower,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Имя Фамилия", "Имя-Фамилия"),
        ("Әңгіме ҚАЗАҚ", "Әңгіме-ҚАЗАҚ"),
        ("  много   пробелов  ", "много-пробелов"),
        ("wow! (x) & y, z?", "wow-x-y-z"),
        ("wow!-(x)-&-y", "wow-x--y"),
        ("тире — и дефис - вот", "тире-и-дефис-вот"),
        ("№ 5½²", "5"),
        ("a%20b 100%", "a%20b-100"),
        ("«кавычки» и #тег +1 ~x @y", "кавычки-и-#тег-+1-~x-@y"),
        ("҂тысяча", "тысяча"),
        (unicodedata.normalize("NFD", "йё"), unicodedata.normalize("NFD", "йё")),
    ],
)
def test_sanitise(text: str, expected: str) -> None:
    assert sanitise(text) == expected


@given(st.text())
def test_sanitised_text_stays_and_has_no_space(text: str) -> None:
    once = sanitise(text)
    assert sanitise(once) == once
    assert not any(letter.isspace() for letter in once)


@given(st.text(alphabet="абйёїңқ ab-./_%20!№"))
def test_sanitise_agrees_with_a_reading_letter_by_letter(text: str) -> None:
    kept = ""
    due = False
    for position, letter in enumerate(text):
        follows = text[position + 1 : position + 3]
        is_escape = (
            letter == "%" and len(follows) == 2 and all(each in "0123456789abcdefABCDEF" for each in follows)
        )
        if letter.isalpha() or letter.isdecimal() or letter in "-./_" or is_escape:
            kept += "-" + letter if due and letter != "-" else letter
            due = False
        elif letter == " " and kept and not kept.endswith("-"):
            due = True
    assert sanitise(text) == kept


def test_accents() -> None:
    assert remove_accents("Йод Ёлка Їжак Ґ Ñandú ү") == "Иод Елка Іжак Ґ Nandu ү"
    assert address_part("Йод", keep_case=True, without_accents=True) == "Иод"
    assert address_part("Йод", keep_case=False, without_accents=False) == "йод"


def test_lower_case_is_letter_by_letter() -> None:
    assert to_lower("İSTANBUL ΟΔΟΣ Ӣ") == "istanbul οδοσ ӣ"
    assert normalise("/Раздел Один/Файл") == "/раздел-один/файл"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("a", "b"), "/a/b"),
        (("/a/", "/b/"), "/a/b"),
        (("a", "../b"), "/b"),
        (("", "/"), "/"),
        (("/..", "x"), "/x"),
        (("a//b", "./c"), "/a/b/c"),
        (("...", "x"), "/.../x"),
        (("//", "x"), "/x"),
    ],
)
def test_join(parts: tuple[str, ...], expected: str) -> None:
    assert join(*parts) == expected


def test_query_unescape() -> None:
    assert query_unescape("c++%20д") == "c   д"
    assert query_unescape("100%") == ""


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_escape_can_be_undone(text: str) -> None:
    assert unquote(escape(text)) == text


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("/posts/**", "/posts/a/b", True),
        ("/posts/*", "/posts/a/b", False),
        ("/posts/*", "/posts/a", True),
        ("{/a,/a/**}", "/a", True),
        ("{/a,/a/**}", "/ab", False),
        ("/[a-c]?", "/bx", True),
        ("/[!a]", "/a", False),
        ("**/X", "/deep/x", True),
        ("/a.b", "/axb", False),
        ("{page,section}", "section", True),
        (r"/\*", "/*", True),
        ("/{a,{b,c}}/d", "/c/d", True),
    ],
)
def test_globs(glob: str, path: str, fits: bool) -> None:
    assert (compile_glob(glob).fullmatch(path) is not None) is fits
