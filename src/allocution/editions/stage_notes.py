"""What a stage note tells of: applause, laughter, a pause. Data, by the beginnings of words."""

from __future__ import annotations

from enum import StrEnum


class Happening(StrEnum):
    """The kind of what happened, and how corpora of speech call it."""

    APPLAUSE = "applause"
    LAUGHTER = "laughter"
    CRYING = "crying"
    PAUSE = "pause"
    SHOUTING = "shouting"
    NOISE = "noise"
    INTERRUPTION = "interruption"
    COUGHING = "coughing"
    ACTION = "action"
    COMMENT = "comment"


_BEGINNINGS: tuple[tuple[Happening, str], ...] = (
    (Happening.APPLAUSE, "аплод оваци оплеск шапалақ applau ovation cheer clap"),
    (Happening.LAUGHTER, "сме смі сміє смех хохоч хохот регоч улыб усмех ухмыл усміх посміх күл laugh chuckl smil"),
    (Happening.CRYING, "плач плака рыда рида всхлип схлип слёз слез сльоз жыла cry cries weep sob tears"),
    (Happening.PAUSE, "пауз молч мовч тишин тиша кідіріс үзіліс үнсіз тыныш pause pausing silen"),
    (Happening.SHOUTING, "крик крич выкрик вигук возглас скандир сканду айқай shout scream chant"),
    (Happening.NOISE, "шум гул ропот гамір дабыр гуіл неразберих стук свист ысқыр noise murmur commotion uproar boo"),
    (Happening.INTERRUPTION, "перебив прерыв перерив interrupt interject"),
    (Happening.COUGHING, "кашл жөтел cough вздох вздых зітха күрсін sigh"),
    (Happening.ACTION, "вста сад сід тұр отыр stand rise sit поёт поет поют співа sing чита зачит read оқи обраща"),
    (Happening.ACTION, "зверта turn показ point кива nod жестикул gesture шёпот шепч шепоч whisper клан bow удаля"),
    (Happening.ACTION, "вывод выход увод пьёт пьет"),
)  # fmt: skip
_VOCAL = frozenset(
    {Happening.LAUGHTER, Happening.CRYING, Happening.SHOUTING, Happening.COUGHING, Happening.INTERRUPTION}
)
_KINESIC = frozenset({Happening.APPLAUSE, Happening.ACTION})
_LONGEST = 8
_BY_BEGINNING = [(word, happening) for happening, words in _BEGINNINGS for word in words.split()]


def happening(note: str) -> Happening:
    """What a note tells of by the first word that says it; a comment where none does, or where it tells more."""
    words = note.casefold().split()
    for word in words if len(words) <= _LONGEST else ():
        bare = word.strip("[]()<>«».,;:!?…")
        for beginning, found in _BY_BEGINNING:
            if bare.startswith(beginning):
                return found
    return Happening.COMMENT


def element_of(found: Happening) -> str:
    """The element of TEI for it."""
    if found in _VOCAL:
        return "vocal"
    if found in _KINESIC:
        return "kinesic"
    return "incident"
