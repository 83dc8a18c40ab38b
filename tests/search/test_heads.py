"""The best rows of a word, kept beforehand, hold the first page of hits whatever the rest of an archive is like."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.search.chunks import Chunk
from allocution.search.heads import SHOWN, head_of
from allocution.search.merging import Merged
from allocution.search.postings import gathered

K1, B = 1.2, 0.75
BITS = 13
Row = tuple[int, int, int]


def score(row: Row, average: float) -> float:
    """What FTS5's BM25 makes of how often a word stands in a row of some length, but for the word's weight."""
    times, length, _ = row
    return times * (K1 + 1) / (times + K1 * (1 - B + B * length / average))


def first(rows: list[Row], average: float) -> list[Row]:
    """The first page: the best rows; among equals those of the latest statements."""
    ranked = sorted(rows, key=lambda row: (-score(row, average), -(row[2] >> BITS), row[2]))
    return ranked[:SHOWN]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 30)), min_size=1, max_size=150),
    st.floats(1, 60),
    st.data(),
)
def test_the_best_rows_are_among_those_kept(
    shapes: list[tuple[int, int]], average: float, data: st.DataObject
) -> None:
    numbers = [(number // 3 << BITS) + number % 3 for number in range(len(shapes))]
    texts = [["word"] * times + ["other"] * more for times, more in shapes]
    chunk = Chunk("x", gathered(zip(numbers, texts, strict=True)), sizes=[3] * (len(shapes) // 3 + 1))
    merged = Merged([chunk])
    rows, statements, names, flat = head_of(merged, merged.exact["word"])
    assert (rows, statements, names) == (len(shapes), len({number >> BITS for number in numbers}), ["word"])
    kept = list(zip(flat[::3], flat[1::3], flat[2::3], strict=True))
    every = [(times, times + more, row) for (times, more), row in zip(shapes, numbers, strict=True)]
    assert set(kept) <= set(every)
    assert first(kept, average) == first(every, average)
    elsewhere = set(data.draw(st.lists(st.sampled_from(every), max_size=SHOWN - 1)))
    others = [row for row in every if row not in elsewhere]
    assert first([row for row in kept if row not in elsewhere], average) == first(others, average)


@settings(deadline=None)
@given(st.lists(st.lists(st.lists(st.sampled_from("абвг"), max_size=6), max_size=5), min_size=1, max_size=6))
def test_chunks_joined_say_where_each_word_stands(chunks: list[list[list[str]]]) -> None:
    made = [
        Chunk(
            str(name), gathered((row << BITS, words) for row, words in enumerate(rows)), sizes=[1] * len(rows)
        )
        for name, rows in enumerate(chunks)
    ]
    merged = Merged(made)
    rows = [words for each in chunks for words in each]
    for unit in merged.units:
        steps, at, found = merged.rows(unit), 0, []
        for step in steps:
            at += step
            found.append(at >> BITS)
        assert found == [row for row, words in enumerate(rows) for word in words if word == unit.name]
        assert list(merged.sizes(unit)) == [len(rows[row]) for row in found]
    assert [unit for shard in merged.shards for unit in merged.units[shard.start : shard.end]] == merged.units
