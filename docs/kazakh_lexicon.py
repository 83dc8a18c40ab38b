"""Makes the list of Kazakh words anew: python docs/kazakh_lexicon.py kk_KZ.dic

The dictionary is that of hunspell-kk 1.1, taken under the Mozilla Public License 1.1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

LIST = Path(__file__).resolve().parents[1] / "src/allocution/language/kazakh/data/words.txt"
LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүіһ")
LATIN = str.maketrans("Ai", "Аі")
# Of the dictionary's words of two letters, many of which are abbreviations, those that are words.
SHORT = frozenset(
    "ай ал ан ар ас ат аш аң ақ аз ау ем ен ер ес ет ел ек із ін іш іт ой он оң от оқ ор өт өз өң өс өл үй үн"
    " үш үз ұл ұр ұс ұқ ән ән би ми су ту бу қу жу де же не ки жи ие ия".split()
)


def words(dictionary: str) -> Iterator[str]:
    """The headwords in lower case, without flags and abbreviations, each once in order."""
    found = {line.partition("/")[0].strip().translate(LATIN).lower() for line in dictionary.splitlines()[1:]}
    for word in sorted(found):
        if set(word) <= LETTERS and (len(word) > 2 or word in SHORT) and set(word) & set("аәеёиоөуұүыіэюя"):
            yield word


def front_coded(words: Iterable[str]) -> Iterator[str]:
    """Each word as the number of letters that it shares with the one before, one sign from «0» on, and the rest."""
    before = ""
    for word in words:
        same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))))
        yield chr(ord("0") + same) + word[same:]
        before = word


def main() -> None:
    """Write the list."""
    dictionary = Path(sys.argv[1]).read_text(encoding="utf-8-sig")
    LIST.write_text("\n".join(front_coded(words(dictionary))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
