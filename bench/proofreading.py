"""How many typing errors are found in a text, and how many words are taken for one wrongly.

Errors are put into a correct text at random (a letter left out, doubled, swapped with the next, replaced by its
neighbour on the keyboard or by any other), about one word in thirty. A slip that makes another word of the language
is counted apart: nothing finds it. The text has to be one that the rules weren't made on.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from allocution.language.proofreading import Word, find_typing_errors, words_of
from allocution.language.sentences import split_sentences
from allocution.language.spelling import SpellingDictionary, spelling_dictionary


@dataclass(frozen=True)
class Slip:
    """A word as it should be, and with an error in it."""

    meant: str
    typed: str


def words(text: str, language: str) -> list[Word]:
    """The words of all sentences of a text, paragraph by paragraph."""
    paragraphs = re.split(r"\n\s*\n|\n%\n", text)
    return [
        word
        for paragraph in (" ".join(each.split()) for each in paragraphs)
        for start, end in split_sentences(paragraph, language)
        for word in words_of(paragraph, start, end)
    ]


def slip(word: str, dictionary: SpellingDictionary, chance: random.Random) -> str:
    """The word with one slip of the finger in it."""
    place = chance.randrange(len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    row = next((row for row in dictionary.keyboard if letter in row), dictionary.alphabet)
    beside = row[max(row.index(letter) - 1, 0) : row.index(letter) + 2].replace(letter, "").strip() or letter
    return chance.choice(
        [
            before + after,
            before + letter + letter + after,
            before + after[:1] + letter + after[1:],
            before + chance.choice(beside) + after,
            before + chance.choice(beside) + letter + after,
            before + chance.choice(dictionary.alphabet) + after,
        ]
    )


def with_slips(
    correct: list[Word], dictionary: SpellingDictionary, seed: int, one_in: int
) -> tuple[list[Word], dict[int, Slip]]:
    """The words with slips in some of them, and which; only in words of four letters or more in lower case."""
    chance = random.Random(seed)
    typed, slips = [], {}
    for index, word in enumerate(correct):
        if len(word.text) > 3 and word.text.islower() and chance.randrange(one_in) == 0:
            wrong = slip(word.text, dictionary, chance)
            if wrong != word.text:
                slips[index] = Slip(word.text, wrong)
                word = Word(wrong, index, index + 1, word.may_begin)  # noqa: PLW2901
        typed.append(Word(word.text, index, index + 1, word.may_begin))
    return typed, slips


def rows(text: str, language: str, seed: int, one_in: int) -> Iterator[tuple[str, str]]:
    """The table's rows: what was measured, and the figure."""
    dictionary = spelling_dictionary(language)
    correct = words(text, language)
    typed, slips = with_slips(correct, dictionary, seed, one_in)
    found = {error.word.start: error.suggestions for error in find_typing_errors(typed, dictionary)}
    real = {index for index, each in slips.items() if dictionary.knows(each.typed)}
    hits = found.keys() & slips.keys()
    first = sum(found[index][:1] == (slips[index].meant,) for index in hits)
    among = sum(slips[index].meant in found[index] for index in hits)
    wrong = found.keys() - slips.keys()
    yield "words", f"{len(typed):,}"
    yield "errors put in", f"{len(slips)}"
    yield "of them another word of the language", f"{len(real)}"
    yield "recall, all errors", _share(len(hits), len(slips))
    yield "recall, errors that make no word", _share(len(hits - real), len(slips.keys() - real))
    yield "precision", _share(len(hits), len(found))
    yield "words flagged wrongly", _share(len(wrong), len(typed) - len(slips))
    yield "first suggestion right", _share(first, len(hits))
    yield "right one among the suggestions", _share(among, len(hits))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}% ({part} of {whole})" if whole else "none"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path, help="UTF-8 texts without typing errors")
    parser.add_argument("--language", default="ru")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one-in", type=int, default=30, help="one error in so many words")
    given = parser.parse_args()
    text = "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in given.texts)
    print("| proofreading | figure |\n| --- | --- |")
    for name, figure in rows(text, given.language, given.seed, given.one_in):
        print(f"| {name} | {figure} |")


if __name__ == "__main__":
    main()
