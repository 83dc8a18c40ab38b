"""Belarusian: paradigms as data, without a dictionary.

A form is taken for a form of each word that the endings allow: «судамі» of «суд», «суда» or «судо». That is sound for
finding, since all forms of a word meet in its dictionary form, and says nothing about which word exists. What it
doesn't join: stems whose vowels change with the stress otherwise than «воды», «вада», and many verbs whose consonants
change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

_STEM = 2
_REFLEXIVE = (("ць", "цца"), ("це", "цеся"), ("е", "ецца"), ("жа", "жацца"), ("ша", "шацца"), ("ча", "чацца"))
_SHIFTING = frozenset(("а", "іць", "ыць", "зіць", "сіць", "дзіць", "ціць"))

# What a dictionary form ends in, and the endings of the other forms. A sign before a colon: the stem ends so.
_NOUNS = """
бвзлмнпсф: - а у ам е ы аў амі ах
кгх: - а у ам і аў амі ах
жчшрцў: - а у ам ы аў амі ах
д да ду дам дзе ды даў дамі дах
т та ту там це ты таў тамі тах
ь я ю ем і яў ям ямі ях ей
й я ю ем і яў ям ямі ях
ак ка ку кам кі каў камі ках
ок ка ку ком кі коў кам камі ках
ец ца цу цам цы цаў цамі цах цом
ень ня ню нем нём ні нёў няў ням нямі нях
бзлмнпсф: а ы е у ай аю ой ою ам амі ах - аў
в: а ы е у ай аю ой ою ам амі ах аў
ва ў
да ды дзе ду дай даю дой дою дам дамі дах д даў
та ты це ту тай таю той тою там тамі тах т таў
ка кі цы цэ ку кай каю кам камі ках ак
га гі зе гу гай гаю гам гамі гах г
ха хі се ху хай хаю хам хамі хах х
ржчшц: а ы э у ай аю ой ою ам амі ах - аў
о а у ом е ы ам амі ах
я і ю яй ёй яю ям ямі ях ь яў
сь сі ссю
нь ні нню
ль лі ллю
сць сці сцю сцей сцяў сцям сцямі сцях
е я ю ем і яў ям ямі ях
ё я ю ём і яў ям ямі ях
"""
_ADJECTIVES = """
ы ага аму ым ая ай аю ую ае ое ыя ых ымі
кгх: і ага аму ім ая ай аю ую ае ія іх імі
і яга яму ім яя яй яю юю яе ія іх імі
"""
_VERBS = """
аць аю аеш ае аем аеце аюць аў ала ало алі ай айце аючы аўшы аны
яць яю яеш яе яем яеце яюць яў яла яло ялі яй яйце яючы яўшы яны
аваць ую уеш уе уем уеце уюць аваў авала авало авалі уй уйце уючы аваўшы аваны
яваць юю юеш юе юем юеце ююць яваў явала явало явалі юй юйце юючы яваўшы яваны
заць жу жаш жа жам жаце жуць жы жыце жучы
саць шу шаш ша шам шаце шуць шы шыце шучы
каць чу чаш ча чам чаце чуць ч чце чучы
іць ю лю у іш іць ім іце яць аць іў іла іло ілі і ячы ачы іўшы ены лены
ыць у ыш ыць ым ыце аць ыў ыла ыло ылі ы ачы ыўшы аны
дзіць джу дзіш дзім дзіце дзяць дзіў дзіла дзіло дзілі дзячы дзіўшы джаны
ціць чу ціш цім ціце цяць ціў ціла ціло цілі цячы ціўшы чаны
сіць шу сіш сім сіце сяць сіў сіла сіло сілі сячы сіўшы шаны
зіць жу зіш зім зіце зяць зіў зіла зіло зілі зячы зіўшы жаны
нуць ну неш не нем неце нуў нула нуло нулі ні ніце нуўшы нуты
ець ею ееш ее еем ееце еюць еў ела ело елі ей ейце еючы еўшы
"""
_IRREGULAR = """
быць ёсць быў была было былі буду будзеш будзе будзем будзеце будуць будзь будзьце быўшы
чалавек людзі людзей людзям людзьмі людзях
я мяне мне мной мною
мы нас нам намі
ты цябе табе табой табою
вы вас вам вамі
ён яго яму ім
яна яе ёй ёю
яно яго яму ім
яны іх ім імі
гэты гэтага гэтаму гэтым гэтая гэта гэтай гэтую гэту гэтае гэтыя гэтых гэтымі
сябе сабе сабой сабою
дзень дня дню днём дні дзён дням днямі днях
дзіця дзіцяці дзіцем дзіцём дзеці дзяцей дзецям дзецьмі дзецях
маці маткі матцы маткай
хлусня хлусні хлусню хлуснёй хлуснёю
вада вады вадзе ваду вадой вадою воды вод водам водамі водах
сказаць скажу скажаш скажа скажам скажаце скажуць скажы скажыце
ісці іду ідзеш ідзе ідзем ідзяце ідуць ішоў ішла ішлі ідзі ідзіце ідучы
пайсці пайду пойдзеш пойдзе пойдзем пойдзеце пойдуць пайшоў пайшла пайшлі
хацець хачу хочаш хоча хочам хочаце хочуць хацеў хацела хацелі
магчы магу можаш можа можам можаце могуць мог магла маглі
голас голасу голасам голасе галасы галасоў галасам галасамі галасах
горад горада гораду горадам горадзе гарады гарадоў гарадам гарадамі гарадах
гаварыць гавару гаворыш гаворыць гаворым гаворыце гавораць
"""

_Row = tuple[str, str, tuple[str, ...]]


def _rows(table: str) -> Iterator[_Row]:
    for line in table.strip().splitlines():
        before, _, endings = line.rpartition(": ")
        citation, *others = ("" if ending == "-" else ending for ending in endings.split())
        yield before, citation, tuple(others)


def _reflexive(row: _Row) -> _Row:
    """The same verb with -ся or -цца."""

    def ending(plain: str) -> str:
        for last, reflexive in _REFLEXIVE:
            if plain.endswith(last):
                return plain.removesuffix(last) + reflexive
        return plain + "ся"

    before, citation, others = row
    return before, ending(citation), tuple(ending(other) for other in others)


def _unstressed(stem: str) -> str:
    """A stem whose last vowel loses the stress: «вод-ы», «вад-а»; the same where that changes nothing."""
    vowel = max(map(stem.rfind, "аоуыэеёіюя"))
    return f"{stem[:vowel]}а{stem[vowel + 1 :]}" if vowel >= 0 and stem[vowel] == "о" else stem


class BelarusianAnalyser:
    """Forms by the endings of nouns, adjectives and verbs; the commonest irregular words are listed."""

    def __init__(self) -> None:
        verbs = list(_rows(_VERBS))
        regular = [*_rows(_NOUNS), *_rows(_ADJECTIVES), *verbs, *map(_reflexive, verbs)]
        self._paradigms: dict[str, list[_Row]] = {}
        self._by_ending: dict[str, list[tuple[str, str]]] = {}
        for before, citation, others in regular:
            self._paradigms.setdefault(citation, []).append((before, citation, others))
            for ending in others:
                self._by_ending.setdefault(ending, []).append((before, citation))
        self._longest = max(map(len, self._by_ending))
        self._irregular = {lemma: (lemma, *forms) for _, lemma, forms in _rows(_IRREGULAR)}
        self._lemmas: dict[str, tuple[str, ...]] = {}
        for lemma, forms in self._irregular.items():
            for form in forms:
                self._lemmas[form] = (*self._lemmas.get(form, ()), lemma)

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Dictionary forms that the endings allow, those of the longest first, last the form itself."""
        listed = self._lemmas.get(word)
        return listed or tuple(dict.fromkeys([*self._guesses(word), word]))

    def _guesses(self, word: str) -> Iterator[str]:
        """What a word may come from by its longest ending, and by one a letter shorter."""
        found = 0
        for length in range(min(self._longest, len(word) - _STEM), -1, -1):
            stem = word[: len(word) - length]
            for before, citation in self._by_ending.get(word[len(stem) :], ()):
                if not before or stem[-1] in before:
                    found = found or length
                    yield stem + citation
                    unstressed = _unstressed(stem)
                    if citation in _SHIFTING and unstressed != stem:
                        yield unstressed + citation
            if found > length:
                return

    def forms(self, lemma: str) -> tuple[str, ...]:
        """The forms of all paradigms whose dictionary form ends so."""
        if lemma in self._irregular:
            return self._irregular[lemma]
        guessed = dict.fromkeys(chain((lemma,), self._generated(lemma)))
        return tuple(form for form in guessed if lemma in self.lemmas(form))

    def part_of_speech(self, _word: str, _lemma: str, /) -> str:
        """Unknown: endings alone don't tell «але» and «калі» from nouns and verbs."""
        return ""

    def _generated(self, lemma: str) -> Iterator[str]:
        for length in range(len(lemma) - _STEM + 1):
            stem = lemma[: len(lemma) - length]
            for before, _, others in self._paradigms.get(lemma[len(stem) :], ()):
                if not before or stem[-1] in before:
                    yield from (stem + ending for ending in others)
