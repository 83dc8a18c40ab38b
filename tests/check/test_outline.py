"""The first look at a body spares rules their search; it must never spare one that would have found something."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.check import characters
from allocution.check.checked import CheckedFile
from allocution.check.outline import Outline
from allocution.content.archive import Record
from allocution.content.front_matter import read_front_matter

RULES = (
    characters.mojibake,
    characters.mixed_alphabets,
    characters.invisible_characters,
    characters.double_spaces,
    characters.dashes_for_hyphens,
)
WORDS = st.sampled_from("слово суд привет она один қазақ її word café 30 — – … « » “ ’ ѕ".split())
MISREAD = st.sampled_from(
    [
        word.encode(written).decode(read)
        for word in ("привет", "обвинение", "нет")
        for written, read in (("utf-8", "latin-1"), ("cp1251", "cp1252"), ("utf-8", "cp1251"))
    ]
)
UNSEEN = st.characters(categories=["Cc", "Cf"]) | st.sampled_from("\u034f\u00ad\u180e\ufeff")
PIECES = (
    WORDS
    | MISREAD
    | UNSEEN
    | st.sampled_from([" ", "  ", "\n", "\n\n", "\t", "c", "a", "р"])
    | st.characters()
)
BODIES = st.lists(PIECES, max_size=12).map("".join).filter(lambda body: "\0" not in body)


class _EverythingMay(Outline):
    def may_have_double_spaces(self) -> bool:
        return True

    may_mix_alphabets = may_have_dash_in_word = may_have_invisible = may_be_misread = may_have_double_spaces


@given(body=BODIES)
@settings(max_examples=400)
def test_the_first_look_spares_nothing_that_would_be_found(body: str) -> None:
    data = body.encode("utf-8", "replace")
    front_matter = read_front_matter(b"---\n---\n" + data)
    record = Record("x.md", b"", b"", None, None, "", language_stated=False, excerpt="")
    quick = CheckedFile(record, b"---\n---\n" + data, front_matter)
    slow = CheckedFile(record, b"---\n---\n" + data, front_matter)
    slow.__dict__["outline"] = _EverythingMay(front_matter.body)
    for rule in RULES:
        assert list(rule(quick)) == list(rule(slow)), rule.__name__


@given(body=BODIES)
def test_each_character_has_one_kind(body: str) -> None:
    assert len(Outline(body).kinds) == len(body)
