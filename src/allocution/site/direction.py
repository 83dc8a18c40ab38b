"""Which way a text runs: attributes for languages, and stretches that run the other way than what is around."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from markupsafe import Markup

_LANGUAGES = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_SCRIPTS = frozenset(["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"])
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(f"[{_LETTERS}]")
# The upper bytes of all but those letters in UTF-16.
_OTHER_ROWS = bytes(row for row in range(0x100) if row not in (5, 6, 7, 8, 0xFB, 0xFC, 0xFD, 0xFE))
# From its first letter to its last, with digits and marks between; of the marks behind it those before a closing quote.
_STRETCH = f'[{_LETTERS}](?:[^A-Za-z\u00c0-\u058f<>&«»“”„]*[{_LETTERS}])?(?:[.!?…]+(?=[»”“"]))?'
_UNKNOWN = "und"


@lru_cache(maxsize=1024)
def direction(language: str) -> str:
    """The direction of a language's script, by its tag: `rtl` or `ltr`."""
    first, *rest = language.lower().split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    known = scripts[0] in _SCRIPTS if scripts else first in _LANGUAGES
    return "rtl" if known else "ltr"


@lru_cache(maxsize=1024)
def lang_attributes(language: str, around: str = "") -> Markup:
    """Attributes of an element in a language inside one in another, after a space; none where that is the same."""
    if not language or language == around:
        return Markup("")
    turned = direction(language) != direction(around)
    turn = f' dir="{direction(language)}"' if turned else ""
    return Markup(f' lang="{escape(language)}"{turn}')  # noqa: S704


def text_attributes(language: str) -> Markup:
    """Attributes of an element whose text isn't the page's, also where its language isn't known."""
    return lang_attributes(language) or Markup(' lang=""')


def runs_against(text: str, language: str) -> bool:
    """Whether a text has letters that run from right to left although its language doesn't."""
    return direction(language) == "ltr" and _may_run_left(text) and _RIGHT_TO_LEFT.search(text) is not None


def _may_run_left(text: str) -> bool:
    """A quick answer, wrong only towards yes: three times as fast as a pattern."""
    return bool(text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, _OTHER_ROWS))


def sentence_attributes(text: str, language: str, around: str) -> str:
    """Attributes of a sentence; one that is mostly in a script of the other direction isn't in its language."""
    if runs_against(text, language):
        letters = sum(letter.isalpha() for letter in text)
        if len(_RIGHT_TO_LEFT.findall(text)) * 2 > letters:
            return f' lang="{_UNKNOWN}" dir="rtl"'
    return str(lang_attributes(language, around))


def isolated(html: str) -> str:
    """Escaped text with its stretches that run from right to left set apart, so that marks stay on their side."""
    return re.sub(_STRETCH, lambda found: f'<bdi lang="{_UNKNOWN}" dir="rtl">{found[0]}</bdi>', html)
