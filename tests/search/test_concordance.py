"""Keyword in context, its table, and how often."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from allocution.language.folding import alphabetical_key
from allocution.search.concordance import COLUMNS, concordance, concordance_csv
from allocution.search.highlighting import Match
from allocution.search.results import Hit


def hit(
    text: str, *words: str, asked: str = "слово", before: str = "", after: str = "", page: str = "/a/"
) -> Hit:
    """A hit with these words marked, in order."""
    matches, at = [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        matches.append(Match(start, at, asked, "form"))
    return Hit(
        f"{page}#s",
        page,
        "Кто-то",
        ("Кто-то",),
        "2020",
        "ru",
        "defendant",
        text,
        before,
        after,
        tuple(matches),
    )


def test_a_line_for_each_match_with_what_stands_around_it() -> None:
    lines = concordance([hit("Слово за слово.", "Слово", "слово", before="До.", after="После.")])
    assert [(line.left, line.keyword, line.right) for line in lines] == [
        ("До. ", "Слово", " за слово. После."),
        ("До. Слово за ", "слово", ". После."),
    ]


def test_words_are_in_the_order_of_their_alphabet() -> None:
    kazakh = "ана ая әке бала гүл ғалым ене иә кісі қала нан ңе орын өлең су ұл үй хат һа ыс ішкі я".split()
    assert kazakh == sorted(set(kazakh), key=lambda word: alphabetical_key(word, "kk"))
    ukrainian = "гай ґанок еко єднання ива інший їжа йти".split()
    assert ukrainian == sorted(set(ukrainian), key=lambda word: alphabetical_key(word, "uk"))
    assert alphabetical_key("ёлка", "ru") == alphabetical_key("елка", "ru")


def test_the_words_of_a_phrase_are_one_keyword() -> None:
    (line,) = concordance([hit("В «Нур Отан» знают.", "Нур", "Отан", asked='"Нур Отан"')])
    assert (line.left, line.keyword, line.right) == ("В «", "Нур Отан", "» знают.")


def test_sorted_by_the_neighbours_on_either_side() -> None:
    hits = [
        hit("Я б слово г.", "слово", page="/1/"),
        hit("Я а слово в.", "слово", page="/2/"),
        hit("Её а слово д.", "слово", page="/3/"),
    ]
    assert [line.address for line in concordance(hits, "left")] == ["/3/#s", "/2/#s", "/1/#s"]
    assert [line.address for line in concordance(hits, "right")] == ["/2/#s", "/1/#s", "/3/#s"]


def test_context_is_cut_between_words() -> None:
    (line,) = concordance([hit("один два три слово четыре пять шесть", "слово")], width=9)
    assert (line.left, line.right) == ("два три ", " четыре")


@given(st.text(min_size=1), st.text(), st.text())
def test_the_table_is_read_back_as_it_was_and_holds_no_formula(word: str, before: str, after: str) -> None:
    lines = concordance([hit(word, word, before=before, after=after)], width=1000)
    heading, row = csv.reader(io.StringIO(concordance_csv(lines), newline=""))
    assert tuple(heading) == COLUMNS
    for column, cell in zip(COLUMNS, row, strict=True):
        kept = getattr(lines[0], column)
        assert cell in (kept, f"'{kept}")
        assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r")
