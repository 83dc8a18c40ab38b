"""Which sentences of a statement its captures hold whole, which otherwise worded, and which not at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from allocution.evidence.coverage import comparable, cover
from allocution.model.evidence import Piece, PieceKind

_LIKE = 0.6
_SLACK = 3
_MOST_PLACES = 50
_FEWEST_WORDS = 3
_LONG = 3000
_MOST_WORDS = 400
_MOST_ALIGNED = 20_000


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of one sentence: whether it was captured whole, or how the wording that was captured leads to it."""

    found: bool
    difference: tuple[Piece, ...] = ()


def compare(sentences: Sequence[str], captured: Iterable[str]) -> list[Compared | None]:
    """Each sentence held against the captured texts, in order; None for one without anything to compare."""
    texts = list(captured)
    covered = cover(sentences, texts)
    missing = frozenset(covered.missing)
    captures = [_Words(comparable(text).split(" ")) for text in texts] if missing else []
    found: list[Compared | None] = []
    for sentence in sentences:
        if sentence in missing:
            found.append(Compared(False, _nearest(comparable(sentence).split(" "), captures)))
        else:
            found.append(Compared(True) if comparable(sentence) else None)
    return found


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """How one text leads to another, word by word; empty where nothing that counts differs."""
    one, other = comparable(before).split(" "), comparable(after).split(" ")
    if one == other:
        return ()
    if max(len(one), len(other)) > _MOST_ALIGNED:  # to align these would take as long as nobody waits
        return Piece(PieceKind.GONE, " ".join(one)), Piece(PieceKind.NEW, " ".join(other))
    return tuple(_pieces(one, other))


class _Words:
    """A captured text's words, and where each of them stands."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            self._places[word].append(place)

    def near(self, sentence: Sequence[str]) -> list[str]:
        """The stretch that shares most words with the sentence in their order; empty without any."""
        votes: Counter[int] = Counter()
        for index, word in enumerate(sentence):
            for place in self._places.get(word, ())[:_MOST_PLACES]:
                votes[place - index] += 1
        if not votes:
            return []
        # Words put in or left out move what follows by a few places: neighbours vote together.
        around = {
            offset: sum(votes[offset + step] for step in range(-_SLACK, _SLACK + 1)) for offset in votes
        }
        best = max(around, key=lambda offset: (around[offset], votes[offset], -offset))
        start = max(best - _SLACK, 0)
        return self.words[start : max(best + len(sentence) + _SLACK, 0)]


def _nearest(sentence: list[str], captures: Iterable[_Words]) -> tuple[Piece, ...]:
    """The difference from the captured wording that is most like the sentence; empty where none is like it."""
    best: tuple[float, list[str]] = (0.0, [])
    if not _FEWEST_WORDS <= len(sentence) <= _MOST_WORDS:
        return ()
    for capture in captures:
        near = _trimmed(capture.near(sentence), sentence)
        likeness = SequenceMatcher(None, near, sentence, autojunk=False).ratio() if near else 0.0
        best = max(best, (likeness, near), key=lambda each: each[0])
    return tuple(_pieces(best[1], sentence)) if best[0] >= _LIKE else ()


def _trimmed(near: list[str], sentence: list[str]) -> list[str]:
    """The stretch without words before and behind what it shares with the sentence, as long as the sentence."""
    blocks = SequenceMatcher(None, near, sentence, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return []
    # As many words as the sentence has before its first shared word may be another wording of them.
    start = max(blocks[0].a - blocks[0].b, 0)
    last = blocks[-1]
    end = last.a + last.size + len(sentence) - (last.b + last.size)
    return near[start:end]


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=len(before) > _LONG)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(PieceKind.SAME, " ".join(before[start:end]))
            continue
        if start < end:
            yield Piece(PieceKind.GONE, " ".join(before[start:end]))
        if other_start < other_end:
            yield Piece(PieceKind.NEW, " ".join(after[other_start:other_end]))
