"""Make an archive of invented statements, the same bytes for the same arguments.

    python bench/made_archive.py --statements 10000 --words 1500 DIR

The text makes no sense: real words with their endings, in sentences and paragraphs of realistic length.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

import made_words as words_of

SPEAKERS_PER_STATEMENT = 0.7
PHRASES_OF_A_LENGTH = 6000
# As in the one real statement the project began with: 22 words a sentence, 140 a paragraph, few abbreviations.
SENTENCE_LENGTHS = (4, 8, 11, 13, 15, 17, 18, 20, 21, 22, 24, 26, 28, 32, 40, 54)
SENTENCE_ENDS = (".",) * 84 + ("?",) * 7 + ("!",) * 5 + ("…",) * 2 + ("...",) * 2
PHRASE_LENGTHS = (2, 3, 3, 4, 5)
FIRST_DAY, DAYS = datetime(2003, 1, 1, 9), 8300
CONFIGURATION = """\
baseURL = "https://archive.example/"
title = "Последние слова"
defaultContentLanguage = "ru"
enableRobotsTXT = true
capitalizeListTitles = false
disableHugoGeneratorInject = true
timeout = "600s"

[taxonomies]
  speaker = "speakers"
  charge = "charges"
  court = "courts"

[pagination]
  pagerSize = 50
  disableAliases = true

[outputs]
  home = ["html", "rss"]
  section = ["html", "rss"]
  taxonomy = ["html"]
  term = ["html", "rss"]
"""
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя ",
        "a,b,v,g,d,e,yo,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya,-".split(","),
        strict=True,
    )
)


class Spread:
    """Items of which the first are much more frequent than the last, as words of a language are."""

    def __init__(self, items: Sequence[str], random: Random) -> None:
        self._items = random.sample(items, len(items))
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(items))))

    def take(self, random: Random, count: int) -> list[str]:
        """`count` items, repetitions allowed."""
        return random.choices(self._items, cum_weights=self._weights, k=count)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language to make sentences of: phrases and special turns by number of words; openings of speech.

    A phrase carries what parts it from the phrase before it: a space, or a comma and a space.
    """

    code: str
    phrases: dict[int, list[str]]
    specials: dict[int, list[str]]
    leads: tuple[str, ...]

    def sentence(self, random: Random, length: int) -> str:
        """A sentence of exactly `length` words."""
        if length >= 8 and random.random() < 0.04:
            lead = self.leads[int(random.random() * len(self.leads))]
            return f"{lead}: «{self.sentence(random, length - count_words(lead))}»."
        pieces = []
        left = length
        while left:
            size = min(left, PHRASE_LENGTHS[int(random.random() * len(PHRASE_LENGTHS))])
            source = self.phrases
            if size in self.specials and random.random() < 0.012:
                source = self.specials
            choices = source[size]
            pieces.append(choices[int(random.random() * len(choices))])
            left -= size
        text = "".join(pieces).lstrip(", ")
        end = SENTENCE_ENDS[int(random.random() * len(SENTENCE_ENDS))]
        return text[0].upper() + text[1:] + ("" if end == "." and text.endswith(".") else end)


def count_words(text: str) -> int:
    """How many runs between white space hold a letter or a digit."""
    return sum(any(map(str.isalnum, run)) for run in text.split())


def _by_length(turns: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for turn in turns:
        found.setdefault(count_words(turn), []).append(" " + turn)
    return found


def russian(random: Random) -> Tongue:
    """Russian: phrases by pattern (noun, adjective, verb …), some of them clauses after a comma."""
    kinds = {
        "N": Spread(words_of.NOUNS, random),
        "A": Spread(words_of.ADJECTIVES, random),
        "V": Spread(words_of.VERBS, random),
        "P": Spread(words_of.PRONOUNS, random),
        "D": Spread(words_of.ADVERBS, random),
        "I": Spread(words_of.PREPOSITIONS, random),
        "C": Spread(words_of.CONJUNCTIONS, random),
    }
    patterns = {
        1: "N V D",
        2: "AN IN DV PV NN VN",
        3: "IAN PVN NVD ,CPV DVN ANV",
        4: "PVIN ANVN ,CPDV ,CNVD INAN",
        5: "PDVAN ANVIN ,CANVN ,CPVIN NNVAN",
    }
    phrases = {}
    for size, listed in patterns.items():
        choices = listed.split()
        wanted = [choices[number % len(choices)] for number in range(PHRASES_OF_A_LENGTH)]
        places = Counter("".join(wanted))
        words = {kind: iter(spread.take(random, places[kind])) for kind, spread in kinds.items()}
        phrases[size] = [
            "".join("," if kind == "," else " " + next(words[kind]) for kind in pattern) for pattern in wanted
        ]
    return Tongue("ru", phrases, _by_length(words_of.RUSSIAN_SPECIALS), words_of.RUSSIAN_LEADS)


def of_words(
    code: str, vocabulary: Sequence[str], specials: Sequence[str], leads: tuple[str, ...], random: Random
) -> Tongue:
    """A language whose phrases are words in a row."""
    spread = Spread(vocabulary, random)
    phrases = {}
    for size in range(1, 6):
        taken = iter(spread.take(random, size * (PHRASES_OF_A_LENGTH // 6)))
        phrases[size] = [
            ("," if n % 5 == 0 else "") + " " + " ".join(run)
            for n, run in enumerate(zip(*[taken] * size, strict=True))
        ]
    return Tongue(code, phrases, _by_length(specials), leads)


class Maker:
    """Makes the statements of one archive; each depends on the seed and its own number only."""

    def __init__(self, statements: int, words: int, seed: int) -> None:
        random = Random(f"archive {seed}")
        self.statements, self.words, self.seed = statements, words, seed
        self.speakers = _speakers(random, max(1, round(statements * SPEAKERS_PER_STATEMENT)))
        self.courts = words_of.courts()[:100]
        self.russian = russian(random)
        self.kazakh = of_words(
            "kk", words_of.KAZAKH_WORDS, words_of.KAZAKH_SPECIALS, words_of.KAZAKH_LEADS, random
        )
        self.english = of_words(
            "en", words_of.ENGLISH_WORDS, words_of.ENGLISH_SPECIALS, words_of.ENGLISH_LEADS, random
        )

    def statement(self, number: int) -> tuple[str, int, str]:
        """(file name, year, whole text) of a statement; numbers count from 0."""
        random = Random(f"statement {self.seed} {number}")
        repeated = number >= len(self.speakers)
        speaker = self.speakers[int(random.random() * len(self.speakers)) if repeated else number]
        chance = random.random()
        tongue = self.russian if chance < 0.93 else self.kazakh if chance < 0.97 else self.english
        day = FIRST_DAY + timedelta(days=int(random.random() * DAYS), minutes=int(random.random() * 540))
        header = self._header(random, speaker, day, tongue.code)
        name = "".join(_LATIN[letter] for letter in speaker.lower())
        return f"{name}-{number + 1:05d}.md", day.year, header + "\n" + self._body(random, tongue)

    def _header(self, random: Random, speaker: str, day: datetime, language: str) -> str:
        charges = random.choices(words_of.CHARGES, k=1 + (random.random() < 0.25))
        jurisdiction, court = random.choices(self.courts)[0]
        offset = words_of.COURT_PLACES[jurisdiction][0]
        lines = [
            "---",
            f"title: {_quoted(f'{speaker} ({charges[0]})')}",
            f"date: {day.isoformat()}{offset}",
            f'sourcelink: "https://t.me/made_archive/{int(random.random() * 99999)}"',
            "draft: false",
            *_listed("speakers", [speaker]),
            *_listed("charges", charges),
            *_listed("courts", [court]),
            *_listed("tags", random.choices(words_of.TAGS, k=1 + int(random.random() * 3))),
            f"jurisdiction: {jurisdiction}",
            f"stage: {random.choices(words_of.STAGES)[0]}",
            f"language: {language}",
            "---",
        ]
        return "\n".join(lines) + "\n"

    def _body(self, random: Random, tongue: Tongue) -> str:
        """Paragraphs of 1 to 12 sentences, `words` words in all; some sentences are of another language."""
        paragraphs = []
        left = self.words
        while left:
            sentences = []
            for _ in range(1 + int(random.random() * 12)):
                length = SENTENCE_LENGTHS[int(random.random() * len(SENTENCE_LENGTHS))]
                length = left if left < length + 4 else length
                chance = random.random()
                other = self.kazakh if chance < 0.012 else self.english if chance < 0.02 else tongue
                sentences.append(other.sentence(random, length))
                left -= length
                if not left:
                    break
            paragraphs.append(" ".join(sentences))
        return "\n\n".join(paragraphs) + "\n"


def _speakers(random: Random, count: int) -> list[str]:
    plain = words_of.people(patronymics=False)
    if count <= len(plain):
        return random.sample(plain, count)
    return plain + random.sample(words_of.people(patronymics=True), count - len(plain))


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _listed(key: str, values: Sequence[str]) -> list[str]:
    return [f"{key}:", *(f"  - {_quoted(value)}" for value in dict.fromkeys(values))]


def make_archive(
    folder: Path, statements: int, words: int = 1500, seed: int = 1, by_year: bool = False
) -> None:
    """Write the archive into `folder`, which must be new or empty (FileExistsError otherwise)."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} isn't empty")
    content = folder / "content" / "statements"
    content.mkdir(parents=True)
    (folder / "hugo.toml").write_bytes(CONFIGURATION.encode())
    maker = Maker(statements, words, seed)
    for number in range(statements):
        name, year, text = maker.statement(number)
        parent = content / str(year) if by_year else content
        parent.mkdir(exist_ok=True)
        (parent / name).write_bytes(text.encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Make an archive; exit status 2 if the folder isn't empty."""
    parser = argparse.ArgumentParser(description="Make an archive of invented statements.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--statements", type=int, default=10000)
    parser.add_argument("--words", type=int, default=1500, help="words in a statement's body")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--by-year", action="store_true", help="a folder for each year instead of one for all"
    )
    chosen = parser.parse_args(arguments)
    try:
        make_archive(chosen.folder, chosen.statements, chosen.words, chosen.seed, chosen.by_year)
    except FileExistsError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
