"""Whether a stretch of a title reads as a person's name."""

from __future__ import annotations

import re
from typing import Final

_PARTICLES_WRITTEN: Final = """
    фон фан ван де дер ден да ди дю дель ду ла ле ло аль эль ас аш ибн бин бинт бен тер
    оглы оглу углы кызы кзы гызы улы уулу ұлы ұғлы қызы ўғли қизи заде
    von van de der den da di du del della do dos das la le lo al el ibn bin bint ben ter ten af av zu y e
    ogly oglu oğlu uulu uly ulı ūly ūlı kyzy kizi qyzy qizi qızı zade zadeh
"""
_GENERATIONS_WRITTEN: Final = "мл. ст. мол. jr jr. sr sr. ii iii iv"
# Words of the titles of pages and of speeches that are never part of a name.
_NOT_NAMES_WRITTEN: Final = """
    последнее последние последняя слово слова речь речи выступление обращение заявление письмо интервью
    дело дела процесс суд суда суде приговор памяти архив архиве закон кодекс статья статьи список хроника
    новости проект проекте главная контакты сайт политика права правила свобода свободу свободы защита
    защитник адвокат прокурор судья о об про для как почему что кто где когда наш наша наши мы он она они
    президент республика республики народ народа партия партии группа слава площадь площади война войны митинг
    все это в во на из за от по при
    соңғы сөз сөзі сот сотта үкім мәлімдеме хат мұрағат жоба туралы іс ісі
    україні україна президенті республикасы халық
    останнє промова звернення заява лист справа архів вирок апошняе прамова
    the a an last final words word speech statement statements letter letters interview case trial court
    judgment verdict in of on to for from with by about archive news project contact contacts home page
    privacy policy terms search index help license welcome our my your free supreme
    president republic people party group square war peace glory
"""
_PARTICLES: Final = frozenset(_PARTICLES_WRITTEN.split())
_GENERATIONS: Final = frozenset(_GENERATIONS_WRITTEN.split())
_NOT_NAMES: Final = frozenset(_NOT_NAMES_WRITTEN.split())

_APOSTROPHES: Final = "'’ʼ‘`´"
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")
_GLUED = re.compile(r"((?:[^\W\d_]{1,2}\.-?)+)([^\W\d_].+)")
_NICKNAME = re.compile(r"[«“„\"][^\W\d_][\w\- ]*[»”“\"]")
_WEIGHTS: Final = {"word": 1, "initial": 1, "glued": 2, "particle": 0}


def is_name(text: str, trusted: bool = False, single: bool = False) -> bool:
    """Whether the text is a name: two to four capitalised words or initials, and the particles between them.

    `trusted` says that the title is a statement's beyond doubt, so that words all in capitals are taken too;
    `single` lets a surname stand alone.
    """
    words = full = 0
    for token in text.split():
        kind = _kind(token, trusted)
        if kind == "":
            return False
        words += _WEIGHTS[kind]
        full += kind in ("word", "glued")
    return full > 0 and (words >= 2 or single) and words <= 4


def _kind(token: str, trusted: bool) -> str:
    """word, initial, glued («И.Иванов») or particle; empty where it is no part of a name."""
    if token.isalpha():
        lowered = token.lower()
        if lowered in _NOT_NAMES:
            return ""
        if _capitalised(token, trusted):
            return "word"
        return "particle" if lowered in _PARTICLES or lowered in _GENERATIONS else ""
    if _INITIALS.fullmatch(token):
        if token.lower() in _GENERATIONS:
            return "particle"
        return "initial" if token[0].isupper() else ""
    if glued := _GLUED.fullmatch(token):
        return "glued" if token[0].isupper() and _kind(glued[2], trusted) == "word" else ""
    if _NICKNAME.fullmatch(token):
        return "particle"
    return _compound(token, trusted)


def _compound(token: str, trusted: bool) -> str:
    """A word with hyphens or apostrophes: «Римский-Корсаков», «аль-Хасан», «О'Браен», «д’Арк»."""
    if token[-1] in ",;":
        return ""
    if token[0] in "дdлl" and token[1] in _APOSTROPHES:
        token = token[2:]
        if not token or not token[0].isupper():
            return ""
    plain = token.translate(_WITHOUT_APOSTROPHES)
    pieces = plain.split("-")
    if not all(piece.isalpha() for piece in pieces) or plain.lower() in _NOT_NAMES:
        return ""
    capitals = [piece for piece in pieces if piece[0].isupper() and (len(piece) > 1 or len(pieces) > 1)]
    if not capitals:
        return "particle" if all(piece in _PARTICLES for piece in pieces) else ""
    if not all(piece[0].isupper() or piece in _PARTICLES for piece in pieces):
        return ""
    shouted = plain.isupper() and len(plain) > 2
    return "word" if trusted or not shouted else ""


def _capitalised(word: str, trusted: bool) -> bool:
    """Whether a word of letters begins as a name does; all in capitals only where trusted."""
    if not word[0].isupper():
        return False
    if len(word) == 1:
        return word.isascii() and word not in "AI"
    return trusted or not word.isupper()


_WITHOUT_APOSTROPHES: Final = dict.fromkeys(map(ord, _APOSTROPHES))
