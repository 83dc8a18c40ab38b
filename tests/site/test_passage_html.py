"""Passages as HTML: well-nested whatever is marked, every letter kept, no text taken for markup."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from allocution.model.passages import (
    Body,
    GapReason,
    Passage,
    PassageKind,
    RemovedSentence,
    Sentence,
    Span,
    SpanKind,
)
from allocution.site.passage_html import BodyWording, body_html

WORDING = BodyWording("REWORDED", "REMOVED", dict.fromkeys(GapReason, "GAP"))
MARKS = (
    SpanKind.EMPHASIS, SpanKind.STRONG, SpanKind.STRUCK, SpanKind.CODE, SpanKind.STAGE_NOTE, SpanKind.FOREIGN,
    SpanKind.LINK, SpanKind.SHORTCODE, SpanKind.GAP,
)  # fmt: skip


def html(passage: Passage, removed: tuple[RemovedSentence, ...] = ()) -> str:
    return body_html(Body((passage,), removed), "ru", WORDING, lambda address: address)


class Nested(HTMLParser):
    """Holds that elements close in the order that they were opened in; keeps the text but for numbers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = ""
        self._open: list[tuple[str, str | None]] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not [name for name, _ in attrs if name.startswith("on")]
        assert tag != "script"
        if tag not in {"br", "hr", "img"}:
            self._open.append((tag, dict(attrs).get("class")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if ("a", "n") not in self._open:
            self.text += data


@st.composite
def marked(draw: st.DrawFn) -> Passage:
    """A passage cut into sentences anywhere, with marks that cross each other and the cuts."""
    text = draw(st.text(st.sampled_from("ab <>&\"'я\u0301.!-"), min_size=1, max_size=40))
    place = st.integers(0, len(text))
    cuts = sorted(draw(st.sets(place, max_size=5)))
    sentences = tuple(
        Sentence(start, end, draw(st.sampled_from(["ru", "kk"])), f"x{start}")
        for start, end in pairwise(cuts)
    )
    ends = [sorted(pair) for pair in draw(st.lists(st.tuples(place, place), max_size=5))]
    spans = [Span(start, end, draw(st.sampled_from(MARKS)), "value") for start, end in ends if start < end]
    return Passage(
        PassageKind.SPEECH, text, 1, sentences, tuple(sorted(spans, key=lambda span: (span.start, -span.end)))
    )


@given(marked())
def test_every_letter_stays_and_tags_nest(passage: Passage) -> None:
    assert Nested(html(passage)).text == passage.text + "\n"


def test_marks_that_cross_are_closed_and_opened_again() -> None:
    spans = (Span(0, 4, SpanKind.EMPHASIS), Span(2, 6, SpanKind.STRONG))
    found = html(Passage(PassageKind.SPEECH, "abcdef", 1, (), spans))
    assert found == "<p><em>ab<strong>cd</strong></em><strong>ef</strong></p>\n"


def test_a_mark_over_two_sentences_is_in_both() -> None:
    sentences = (Sentence(0, 2, "ru", "a"), Sentence(3, 5, "kk", "b", ("c",)))
    found = html(Passage(PassageKind.SPEECH, "A. B.", 1, sentences, (Span(0, 5, SpanKind.EMPHASIS),)))
    assert found.count("<em>") == found.count("</em>") == 3
    assert '<span class="s" id="s-a"><a class="n" href="#s-a">1</a><em>A.</em></span>' in found
    assert 'id="s-b" lang="kk"' in found
    assert found.index('id="s-c"') < found.index("REWORDED") < found.index('id="s-b"')


def test_removed_sentences_stand_where_they_stood() -> None:
    sentences = (Sentence(0, 2, "ru", "a"), Sentence(3, 5, "ru", "b"))
    passage = Passage(PassageKind.SPEECH, "A. B.", 1, sentences)
    order = {0: ("gone", "a", "b"), 1: ("a", "gone", "b"), 2: ("a", "b", "gone")}
    for before, expected in order.items():
        found = html(passage, (RemovedSentence("gone", before),))
        places = [found.index(f'id="s-{identifier}"') for identifier in expected]
        assert places == sorted(places)


def test_links_that_run_scripts_and_pictures_elsewhere() -> None:
    hostile = Span(0, 1, SpanKind.LINK, "javascript:alert(1)")
    picture = Span(0, 1, SpanKind.IMAGE, "https://tracker.example/x.png")
    assert "href" not in html(Passage(PassageKind.SPEECH, "x", 1, (), (hostile,)))
    found = html(Passage(PassageKind.SPEECH, "x", 1, (), (picture,)))
    assert "<img" not in found
    assert '<a href="https://tracker.example/x.png">' in found


class Parents(HTMLParser):
    """Notes in which element each element stands."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self._open = ["body"]
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((self._open[-1], tag))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


@given(
    st.lists(
        st.tuples(
            st.sampled_from([PassageKind.LIST_ITEM, PassageKind.QUOTATION, PassageKind.SPEECH]),
            st.integers(0, 4),
        ),
        max_size=12,
    )
)
def test_lists_hold_items_alone_and_items_the_lists_below_them(kinds: list[tuple[PassageKind, int]]) -> None:
    passages = tuple(Passage(kind, "Слово", 1, depth=depth) for kind, depth in kinds)
    found = Parents(body_html(Body(passages), "ru", WORDING, str)).found
    assert {tag for parent, tag in found if parent == "ul"} <= {"li"}
    assert {parent for parent, tag in found if tag == "li"} <= {"ul"}
    assert {parent for parent, tag in found if tag == "ul"} <= {"body", "li"}
    assert {parent for parent, tag in found if tag == "blockquote"} <= {"body", "blockquote"}
    assert {parent for parent, tag in found if tag == "p"} <= {"body", "blockquote"}


def test_a_list_below_an_item_stands_in_it() -> None:
    items = tuple(
        Passage(PassageKind.LIST_ITEM, text, 1, depth=depth) for text, depth in (("А", 1), ("Б", 2), ("В", 1))
    )
    expected = "<ul>\n<li>А\n<ul>\n<li>Б</li>\n</ul>\n</li>\n<li>В</li>\n</ul>\n"
    assert body_html(Body(items), "ru", WORDING, str) == expected
