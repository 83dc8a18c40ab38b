"""Words a second of each language's analyser, beside a library alone: python bench/analysis.py

Every form is looked at once in a run, so no cache of known forms helps either of them. Loading is timed apart.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import pymorphy3
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from allocution.language.analysis import find_analyser
from allocution.language.kazakh.lexicon import lexicon
from measure import Spread
from programs import find_programs, parser_of, say
from report import exit_with, machine, table

HEADER = (
    "language",
    "forms",
    "allocution, words/s",
    "beside it",
    "words/s",
    "ratio, pair by pair",
    "loading",
)
FORMS_A_STATEMENT = 100
BELARUSIAN = """
суд закон народ голас чалавек вязень пракурор адвакат турма свабода праўда краіна мова дзяржава улада кніга хата рука
зямля воля слова права жыццё пытанне абвінавачванне годнасць маладосць незалежны палітычны беларускі вольны народны новы
вінаваты чытаць ведаць пісаць казаць галасаваць змагацца рабіць судзіць гаварыць любіць хадзіць вярнуць працаваць
гісторыя партыя рэспубліка міліцыя справа вуліца дапамога будучыня памяць ноч дзень год месяц сын маці бацька сябар
"""

Work = Callable[[str], object]


def spread_over(words: Iterable[str], count: int) -> list[str]:
    """So many of the words, from beginning to end of their order."""
    ordered = sorted(set(words))
    step = max(1, len(ordered) // count)
    return ordered[::step][:count]


def listed(language: str, count: int) -> list[str]:
    """Forms from simplemma's list."""
    words = DefaultDictionaryFactory().get_dictionary(language)
    return spread_over((word for word in words if word.isalpha() and word.islower()), count)


def made(language: str, lemmas: Iterable[str], count: int) -> list[str]:
    """The forms that our analyser makes of lemmas, until there are enough."""
    analyser = find_analyser(language)
    forms = dict.fromkeys(form for lemma in lemmas for form in analyser.forms(lemma))
    return list(islice(forms, count))


def russian(count: int) -> list[str]:
    """Words of pymorphy3's dictionary."""
    dictionary = pymorphy3.MorphAnalyzer(lang="ru").dictionary
    words = (word for word, *_ in islice(dictionary.iter_known_words(), 0, None, 97))
    return spread_over(words, count)


def forms(language: str, count: int) -> list[str]:
    """Distinct forms of a language; the same in every run."""
    if language == "ru":
        return russian(count)
    if language == "kk":
        known = lexicon()
        lemmas = [*spread_over(known.stems, count // 200), *spread_over(known.words, count // 200)]
        return made("kk", lemmas, count)
    if language == "be":
        return made("be", BELARUSIAN.split(), count)
    return listed(language, count)


def peer(language: str) -> tuple[str, Work]:
    """The library that an analyser stands beside; where there is none for the language, pymorphy3 on these words."""
    if language in ("uk", "en"):
        strategy = DefaultStrategy(dictionary_factory=DefaultDictionaryFactory())
        lemmatizer = Lemmatizer(cache_max_size=0, lemmatization_strategy=strategy)
        return "simplemma", lambda word: lemmatizer.lemmatize(word, language)
    dictionary = pymorphy3.MorphAnalyzer(lang="ru")
    name = "pymorphy3" if language == "ru" else "pymorphy3 (Russian: unknown words)"
    return name, lambda word: [parse.normal_form for parse in dictionary.parse(word)]


def speed(work: Work, words: Sequence[str]) -> float:
    """Words a second."""
    started = time.perf_counter()
    for word in words:
        work(word)
    return len(words) / (time.perf_counter() - started)


def row(language: str, count: int, runs: int) -> tuple[str, ...]:
    """A language's row, ours and the peer's in turn."""
    started = time.perf_counter()
    analyser = find_analyser(language)
    analyser.lemmas("а")
    loading = time.perf_counter() - started
    words = forms(language, count)
    name, work = peer(language)
    work("а")
    pairs = [(speed(analyser.lemmas, words), speed(work, words)) for _ in range(runs)]
    ratio = Spread.of([ours / other for ours, other in pairs])
    say(f"{language}: {ratio.median:.2f}")
    return (
        language,
        f"{len(words):,}",
        shown([ours for ours, _ in pairs]),
        name,
        shown([other for _, other in pairs]),
        f"{ratio.median:.2f} ({ratio.low:.2f}–{ratio.high:.2f})",
        f"{loading:.2f} s",
    )


def shown(figures: Sequence[float]) -> str:
    """Median and extremes of words a second."""
    spread = Spread.of(figures)
    return f"{spread.median:,.0f} ({spread.low:,.0f}–{spread.high:,.0f})"


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Measure the analysers.")
    parser.add_argument(
        "--statements", type=int, default=200, help="a hundred forms for each are looked at (default 200)"
    )
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    count = chosen.statements * FORMS_A_STATEMENT
    rows = [row(language, count, chosen.runs) for language in ("ru", "kk", "uk", "be", "en")]
    return f"{table(HEADER, rows)}\n\n{machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
