"""Which language a document and its sentences are in, told by letters and a few function words.

The document's language is the prior of its sentences: «Я не признаю свою вину» looks Ukrainian to anyone who
isn't told that the speech is Russian. Only strong evidence moves a sentence away from it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_HEAD = 3_000
_WORDS_HEAD = 1_000
_UNDETERMINED = "und"
_CYRILLIC = "\u0400-\u052f"
_KAZAKH = "әғқңөұүһі"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
_LATIN_LETTER = re.compile("[a-zA-ZÀ-žſẞ\u212a\u212b]")
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")
_NOT_OURS = re.compile("[җҙҡҫјљњђћџӣӯҳҷѓќѕӑӗӕ]")


def _both_cases(letters: str) -> str:
    return letters + letters.upper()


_FUNCTION_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "ru": """и не что на я это как мы вы они его её ее их но был была было были если когда так уже или
            только меня мне нас вам вас чтобы который которые для при этого нет потому спасибо""",
        "uk": """і й що це та як ми ви вони його її їх але був була було були якщо коли вже або тільки мене
            мені нас вам щоб який які для від цього немає тому бо не на я дякую""",
        "be": """і што гэта як мы вы яны яго яе іх але быў была было былі калі ўжо або толькі мяне мне нас вам
            каб які якія для ад гэтага няма таму бо не на я ў ды дзякуй""",
        "kk": """мен және бұл үшін емес деп бір осы сол біз сіз олар бірақ болды болған бар жоқ керек еді екен
            ғана қазір менің біздің сіздің оның ол да де туралы кейін соң дейін арқылы рахмет сот алға""",
        "ky": """мен жана бул үчүн эмес деп бир ошол биз сиз алар бирок болду болгон бар жок керек экен гана
            азыр менин биздин сиздин анын ал да тууралуу кийин чейин аркылуу менен эле рахмат сот""",
        "en": """the and to of i you in that it is my for was this have not be are with me all we he they your
            but what on will from as do love so if""",
    }.items()
}

# Any letter outside the language's alphabet; А-ё takes in ѐ, but two ranges are quick and three not.
_FOREIGN = {
    "ru": re.compile(r"[^ЁА-ё\W\d_]"),
    "kk": re.compile(rf"[^ЁА-ё{_both_cases(_KAZAKH)}\W\d_]"),
    "ky": re.compile(r"[^ЁА-ёҢңӨөҮү\W\d_]"),
    "uk": re.compile(r"[^а-щА-ЩЬьЮюЯяҐґЄєІіЇїʼ\W\d_]"),
    "be": re.compile(r"[^а-зА-ЗЁёІій-шЙ-ШЎўы-яЫ-Яʼ\W\d_]"),
    "en": re.compile(r"[^a-zA-ZÀ-ž\W\d_]"),
}

# Without one of these a sentence of some length is hardly in the language, though no letter is foreign to it.
_OWN = {
    "kk": re.compile(f"[{_both_cases(_KAZAKH)}]"),
    "ky": re.compile(f"[{_both_cases('ңөү')}]"),
}

# Letters of our other languages that the language lacks, for the first look; Latin ones are looked at apart.
_FOREIGN_LETTERS = {
    "ru": _both_cases("әғқңөұүһіїєґў"),
    "uk": _both_cases("әғқңөұүһўыэёъ"),
    "be": _both_cases("әғқңөұүһїєґщъ"),
}

# A word with one of these letters can be of these languages only.
_TELLING = {
    letter: able
    for letters, able in (
        ("әғқұһ", frozenset(("kk",))),
        ("ңөү", frozenset(("kk", "ky"))),
        ("їєґ", frozenset(("uk",))),
        ("ў", frozenset(("be",))),
        ("ыэё", frozenset(("ru", "be", "kk", "ky"))),
        ("ъ", frozenset(("ru", "kk", "ky"))),
        ("щ", frozenset(("ru", "uk", "kk", "ky"))),
        ("і", frozenset(("uk", "be", "kk"))),
    )
    for letter in letters
}

_EVERY = ("ru", "kk", "uk", "be", "ky")

# Their names are spelt their own way in a text of another language; Ukrainian and Belarusian ones aren't.
_NAMES_KEPT = {"kk", "ky"}


def identify_document(text: str) -> str:
    """The main language of a text as a BCP 47 tag: ru, kk, uk, be, ky or en; empty when not sure."""
    head = text[:_HEAD]
    count = head.count
    vowels = count("а") + count("о") + count("е")
    if count("a") + count("o") + count("e") > vowels:
        return "en" if _share_of_words("en", head) > 0.15 else ""
    if not vowels or _NOT_OURS.search(head):
        return ""
    dotted = count("і")
    kazakh = count("қ") + count("ғ") + count("ә") + count("ұ")
    russian = count("ы") + count("э")
    if kazakh > 0.15 * vowels:
        return "kk" if dotted or count("қ") or count("ұ") else ""
    if dotted > 0.1 * vowels or (dotted and not russian):
        return _ukrainian_or_belarusian(count("и"), russian + count("ў"), count("ї") + count("є"), vowels)
    if count("ө") + count("ү") + count("ң") > 0.1 * vowels:
        return "ky" if _share_of_words("ky", head) > 0.05 else ""
    return "ru" if (russian + count("ё") or len(head) < 60) and _share_of_words("ru", head) > 0.07 else ""


def _ukrainian_or_belarusian(common: int, belarusian: int, ukrainian: int, vowels: int) -> str:
    """`common` counts и, which Belarusian lacks; `belarusian` ы, э, ў, which Ukrainian lacks."""
    if min(common, belarusian) > 0.05 * vowels:
        return ""
    return "uk" if common + ukrainian > belarusian else "be"


def _share_of_words(language: str, text: str) -> float:
    words = text[:_WORDS_HEAD].lower().split()
    known = _FUNCTION_WORDS[language]
    return sum(word in known for word in words) / (len(words) or 1)


def identify_sentence(sentence: str, document_language: str) -> str:
    """The language of a sentence in a document of that one; `und` for a script that tells no more."""
    foreign = _FOREIGN.get(document_language)
    if foreign is None:
        return identify_document(sentence) or document_language or _UNDETERMINED
    own = _OWN.get(document_language)
    if foreign.search(sentence) or (own and not own.search(sentence)):
        return _weigh(sentence, document_language)
    return document_language


def foreign_letters(text: str, document_language: str) -> str | None:
    """The letters in a document that its language lacks; None where no sentence can be of another language.

    Latin letters aren't listed: a text with none but them gives an empty string.
    """
    letters = _FOREIGN_LETTERS.get(document_language)
    if letters is None:
        return ""
    found = "".join([letter for letter in letters if letter in text])
    return found if found or _holds_latin(text) else None


def passage_languages(
    text: str, spans: Sequence[tuple[int, int]], document_language: str, letters: str | None = None
) -> list[str]:
    """The language of each sentence of a passage; one search tells that nothing is foreign, as mostly.

    `letters` is what `foreign_letters` gave for the whole document.
    """
    foreign = _FOREIGN.get(document_language)
    if foreign is None:
        return [identify_sentence(text[start:end], document_language) for start, end in spans]
    languages = [document_language] * len(spans)
    if letters is None:
        letters = _FOREIGN_LETTERS.get(document_language, "")
    if document_language in _FOREIGN_LETTERS and not _holds_latin(text) and not _holds_any(text, letters):
        return languages
    own = _OWN.get(document_language)
    found = foreign.search(text)
    for index, (start, end) in enumerate(spans):
        if found is not None and found.start() < end:
            languages[index] = _weigh(text[start:end], document_language)
            found = foreign.search(text, end)
        elif own is not None:
            if not own.search(text, start, end):
                languages[index] = _weigh(text[start:end], document_language)
        elif found is None:
            break
    return languages


def _holds_latin(text: str) -> bool:
    latin = text.encode("ascii", "ignore")
    return latin.lower() != latin.upper()


def _holds_any(text: str, letters: str) -> bool:
    for letter in letters:  # noqa: SIM110 - several times quicker than any()
        if letter in text:
            return True
    return False


def _weigh(sentence: str, prior: str) -> str:
    """The language that the sentence's words speak for, the prior's unless another clearly has more."""
    latin = len(_LATIN_LETTER.findall(sentence))
    cyrillic = len(_CYRILLIC_LETTER.findall(sentence))
    if prior == "en":
        return (identify_document(sentence) or _UNDETERMINED) if cyrillic > latin else prior
    if latin > 3 * cyrillic or (not cyrillic and _WORD.search(sentence)):
        words = [word.lower() for word in _WORD.findall(sentence)]
        return "en" if any(word in _FUNCTION_WORDS["en"] for word in words) else _UNDETERMINED
    words = [word for word in _WORD.findall(sentence) if _CYRILLIC_LETTER.match(word)]
    scores = _scores(words, prior)
    best = max(scores, key=lambda language: (scores[language], language == prior))
    needed = max(1 if len(words) < 3 else 2, 2 * scores[prior])
    return best if scores[best] >= needed and 3 * scores[best] >= len(words) else prior


def _scores(words: Sequence[str], prior: str) -> dict[str, int]:
    """How many words speak for each language; a name alone, as Қайрат, doesn't."""
    scores = dict.fromkeys(_EVERY, 0)
    names = dict.fromkeys(_NAMES_KEPT, 0)
    for word in words:
        lower = word.lower()
        for language in _speaks_for(lower, prior):
            name = word != lower and language in _NAMES_KEPT and lower not in _FUNCTION_WORDS[language]
            if name and len(words) > 1:
                names[language] += 1
            else:
                scores[language] += 1
    for language, count in names.items():
        if scores[language]:
            scores[language] += count
    return scores


def _speaks_for(word: str, prior: str) -> Collection[str]:
    """The languages that a word is evidence for: a function word, or letters that the prior lacks."""
    able: frozenset[str] | None = None
    for letter in word:
        if letter in _TELLING:
            able = _TELLING[letter] if able is None else able & _TELLING[letter]
    languages = [language for language in _EVERY if word in _FUNCTION_WORDS[language]]
    if able is None:
        return languages
    return able.intersection(languages) or able & {prior} or able
