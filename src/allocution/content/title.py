"""Titles of statements: "Name Surname (charge)" and what people write instead.

A title is taken apart into a head and brackets; ordered tables of small rules say what each piece is.
What no rule understands is kept as the remainder, and the trace says which rule decided what.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from typing import Final

import msgspec

from allocution.content.title_names import is_name


class TitleParts(msgspec.Struct, frozen=True):
    """What a title says. Speakers, charges and notes are stretches of the title, as written.

    `notes` are pieces understood as neither: a year, a stage of proceedings, an alias. `trace` holds
    (rule, piece) pairs in the order of decision.
    """

    speakers: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    remainder: str = ""
    trace: tuple[tuple[str, str], ...] = ()


class _Meaning(Enum):
    CHARGE = "charge"
    NOTE = "note"
    UNKNOWN = "unknown"


class _Bracket(msgspec.Struct):
    """The content of a bracket, or one of its pieces, with what stands around it."""

    text: str
    has_speaker: bool
    followed: bool
    """Whether another bracket follows that may be the charge."""
    lowered: str = ""
    has_digit: bool = False

    def __post_init__(self) -> None:
        self.lowered = self.text.lower()
        self.has_digit = _DIGIT.search(self.text) is not None


# Patterns from here on meet text in lower case: that is faster than patterns that ignore case. Each is compiled when it
# is used first: all of them would take longer than reading a file, and few titles need many.
_DIGIT = re.compile(r"\d")
_DATE = (
    r"(?:\d{1,2}[./ ]\s?(?:\d{1,2}|[^\W\d_]+)[./ ]\s?)?\d{4}(?:\s*[-–—/]\s*\d{2,4})?"
    r"(?:\s*(?:г\.?|гг\.?|год|года|годы|ж\.?|жыл|жылы|р\.?|рр\.?|рік|року|год[ау]?))?"
    r"|\d{4}-\d{2}(?:-\d{2})?|[^\W\d_]+\s\d{4}(?:\s*г\.?)?"
)
_NUMBERING = (
    r"(?:№\s*)?\d{1,2}\.?|[ivx]+|(?:часть|ч\.|бөлім|частина|частка|part|pt\.?|том|vol\.?)\s*(?:\d{1,2}|[ivx]+)"
    r"|\d{1,2}-?(?:бөлім|бөлік|я часть|ая часть)"
)
_ARTICLE = r"""(?x)
    \b(?:ст|стст|стать\w{1,3}|статт\w{1,3}|статей|арт|артыкул\w*|art|articles?|sections?|sec)\b
        [.\s]*(?:ст\.\s*)?(?:№\s*)?\d
    | §\s*\d
    | \d\s?-?\s?(?:бап|баб|берене|б\.)
    | ^\d{2,3}(?:[.\-–]\d{1,2})?[\d\s,.;\-–и]*\s
        (?:(?:ук|кк|қк|жк|қр)(?!\w)|уголовн|кримін|крымін|criminal)
    | \b(?:ук|кк|қк|жк)\b[^\d()]{0,40}\d{2,3}
    | ^\d{3}(?:[.\-–]\d{1,2})?(?:\s?\(\d{1,2}\))?(?:(?:\s*[,;]\s*|\s+и\s+)\d{2,3}(?:[.\-–]\d{1,2})?)*$
    | ^\d{2}[.\-]\d{1,2}$
    """
# Whole texts: charges begin with the same words («продолжение деятельности …», "draft evasion").
_STAGE = (
    r"(?:апелляци|кассаци|апеляці|касаці|апеляцы|касацы|надзор)\w*(?:\s\w+)?|апелляция\w*|"
    r"(?:appeal|cassation)(?:\s(?:court|hearing|stage))?|"
    r"(?:первая|вторая|1-я|2-я|перша|друга)\s+инстанци\w+|first instance|"
    r"(?:последн(?:ее|ие|его)\s+слов|останн(?:є|і|ього)\s+слов|апошн(?:яе|ія)\s+слов|"
    r"(?:ең\s+)?соңғы\s+сөз|акыркы\s+сөз|"
    r"(?:the\s+)?(?:last|final)\s+(?:words?|statement|speech|plea)|allocution|closing\s+(?:statement|speech)).*|"
    r"(?:речь|выступление|промова|виступ|прамова|speech|сөйлеген\s+сөзі?)(?:\s(?:в|во|на|у|перед|at|in|before)\s.*)?|"
    r"(?:судебные\s+)?прения(?:\s+сторон)?|дебати|жарыссөз|"
    r"(?:перевод|переклад|пераклад|translation|translated)(?:\s(?:с|со|на|з|from|into|to|by)\s.*)?|"
    r"аударма(?:сы)?|котормо(?:су)?|"
    r"(?:стенограмма|транскрипт|transcript|расшифровка)(?:\s.*)?|"
    r"отрыв(?:ок|ки)|фрагмент(?:ы|и)?|выдержк[аи]|урив(?:ок|ки)|excerpts?|"
    r"полн(?:ый\s+текст|ая\s+версия)|повний\s+текст|full\s+(?:text|version)|сокращ[её]нн?\w*(?:\s\w+)?|abridged|"
    r"пересказ|retelling|видео|аудио|відео|аудіо|video|audio|черновик|draft|продолжение|окончание|обновлено|updated"
)
# What became of the case, or whose it was: «6 лет колонии», «оправдана», «23 года», «дело № 1-234/2021».
_OUTCOME = (
    r"(?:приговор|вирок|вырак|прысуд|үкім|өкүм|sentence|verdict)(?:[\s:,–—-].*)?|"
    r"\d{1,3}\s(?:лет|год|года|месяц\w*|мес\.|сут\w+|рок\w|рік|місяц\w*|гадоў|гады|жыл|жас|ай|years?|months?|days?)(?:\s.*)?|"
    r"\d{1,3}-year-old|aged\s\d+|(?:оправдан|виправдан|апраўдан|осужд[её]н|засуджен|асуджан)(?:а|ы|о|і|ий|ая)?(?:\s.*)?|"
    r"(?:ақталды|сотталды|акталды|соттолду|acquitted|convicted|sentenced|executed|расстрелян\w?)(?:\s.*)?|"
    r"(?:уголовное\s|кримінальна\s|criminal\s)?(?:дело|справа|справы|case|іс|иш)\s*(?:№|no\.?|n\.?)\s?.*"
)
_CITIES = (
    r"москва|санкт-петербург|петербург|ленинград|екатеринбург|новосибирск|казань|минск|мінск|гомель|брест|гродна|гродно|"
    r"киев|київ|харьков|харків|львов|львів|одесса|одеса|алматы|алма-ата|астана|нур-султан|нұр-сұлтан|шымкент|қарағанды|"
    r"караганда|актобе|ақтөбе|атырау|уральск|орал|бишкек|ош|"
    r"moscow|saint petersburg|minsk|kyiv|kiev|almaty|astana|bishkek"
)
_WHO_OR_WHERE = (
    rf"(?:г\.\s?)?(?:{_CITIES})(?:,?\s*\d{{4}}(?:\s?г\.)?)?|"
    r"(?:мать|отец|жена|муж|сын|дочь|вдова|брат|сестра|студент(?:ка)?|пенсионер(?:ка)?|учитель(?:ница)?|врач|священник|"
    r"мати|батько|дружина|студэнт|анасы|әкесі|студенті?|мұғалім|mother|father|wife|husband|student|teacher|priest)"
    r"(?:\s[^\W\d_]+){0,4}|"
    r"(?:журналист\w*|блогер\w*|активист\w*|правозащитни\w+|адвокат\w*|поэт\w*|писатель\w*|политик|художни\w+|"
    r"journalist|blogger|activist|poet|writer|lawyer|politician|"
    r"казахстан|россия|беларусь|кыргызстан|украина|україна|қазақстан|ссср|"
    r"kazakhstan|russia|belarus|kyrgyzstan|ukraine|ussr)"
)
_COURT = r"(?:(?!contempt).*\s)?(?:суд|соты|court)(?:\s+(?:г\.|города|№|of\s).*)?"
_TRANSLATED_BY = (
    r"(?:[Пп]еревод(?:чик|чица)?|[Пп]ереклад(?:ач)?|[Пп]ераклад|[Tt]ranslat(?:ed by|or|ion by)|[Аа]ударған):?"
    r"(?:\s+[А-ЯЁІЇЄҐA-ZӘҒҚҢӨҰҮҺ][\w.'’-]*){1,3}"
)
_TOPIC = r"(?:об?|про|about|on)\s.*"
_ALIAS = (
    r"[«“„\"].+[»”“\"]|(?:псевдоним|он же|она же|известен|известна|также|наст\.|настоящее имя|лақап аты|"
    r"aka|a\.k\.a\.|known as|born|née|урожд\.|урожденная|урождённая|псевдонім|відомий|відома)\b.*"
)

_BRACKET_RULES: Final[tuple[tuple[str, _Meaning, Callable[[_Bracket], object]], ...]] = (
    ("empty", _Meaning.NOTE, lambda bracket: not any(map(str.isalnum, bracket.text))),
    ("date", _Meaning.NOTE, lambda bracket: bracket.has_digit and re.fullmatch(_DATE, bracket.lowered)),
    ("numbering", _Meaning.NOTE, lambda bracket: re.fullmatch(_NUMBERING, bracket.lowered)),
    (
        "article-number",
        _Meaning.CHARGE,
        lambda bracket: bracket.has_digit and re.search(_ARTICLE, bracket.lowered),
    ),
    ("stage-or-kind", _Meaning.NOTE, lambda bracket: re.fullmatch(_STAGE, bracket.lowered)),
    ("who-or-where", _Meaning.NOTE, lambda bracket: _names_who_or_where(bracket.lowered)),
    ("outcome", _Meaning.NOTE, lambda bracket: re.fullmatch(_OUTCOME, bracket.lowered)),
    ("translator", _Meaning.NOTE, lambda bracket: re.fullmatch(_TRANSLATED_BY, bracket.text)),
    ("topic", _Meaning.NOTE, lambda bracket: re.fullmatch(_TOPIC, bracket.lowered)),
    ("alias", _Meaning.NOTE, lambda bracket: re.fullmatch(_ALIAS, bracket.lowered)),
    ("before-the-charge", _Meaning.NOTE, lambda bracket: bracket.followed),
    ("wording", _Meaning.CHARGE, lambda bracket: bracket.has_speaker),
    ("not-understood", _Meaning.UNKNOWN, lambda _: True),
)

_BRACKET = re.compile("[()]")
_JOINT = r"^\s*(?:[,;&]|(?:и|й|і|та|және|and)\s)\s*"
_BETWEEN_PIECES = "[-–—―:|]"
_PIECES = r"\s+[-–—―]\s*|\s*[–—―]\s+|:\s+|\s*\|\s*"
_LIST = r"\s*[,;&]\s*(?:(?:и|й|і|та|және|and)\s+)?|\s+(?:и|й|і|та|да|және|жана|мен|пен|бен|and|plus)\s+"
_OTHERS_END: Final = ("др", "другие", "ін", "інші", "іншыя", "басқалар", "others", "al")
_OTHERS = (
    r"(?:\s*,)?\s+(?:и|і|та|й|және|жана|and|et)\s+(?:др\.?|другие|ін\.?|інші|іншыя|басқалар|others|al\.?)\s*$"
)
_NUMBER_LIST = r"\s*[,;]\s*(?:и\s+)?|\s+(?:и|і|та|й|және|and)\s+"
_PART_WORD = r"(?<!\w)(?:ч|част\w*|п|пп|пункт\w*|part|p|para\w*|бөл\w*)(?!\w)"
_PLAIN_NUMBER = r"\d{2,3}(?:[.\-–]\d{1,2})?(?:\s+[^\W\d_].*)?"
_STATEMENT_OF = (
    r"\s*(?:последн|останн|апошн|соңғы|акыркы|(?:the\s+)?(?:last|final|closing)\s|речь\s|слово\s|"
    r"выступлени|allocution)"
)


class _Findings(msgspec.Struct):
    """What has been understood so far."""

    speakers: list[str] = msgspec.field(default_factory=list)
    charges: list[str] = msgspec.field(default_factory=list)
    notes: list[str] = msgspec.field(default_factory=list)
    remainder: list[str] = msgspec.field(default_factory=list)
    trace: list[tuple[str, str]] = msgspec.field(default_factory=list)

    def take(self, rule: str, where: list[str], piece: str) -> None:
        if piece:
            where.append(piece)
        self.trace.append((rule, piece))


def parse_title(title: str) -> TitleParts:
    """The speakers and charges that a title names; what it doesn't say stays unknown. Never raises."""
    heads, brackets = _split_brackets(unicodedata.normalize("NFC", title))
    found = _Findings()
    articles = any(map(_names_article, brackets))
    trusted = bool(brackets)
    for head in heads:
        _read_head(head, found, trusted, articles)
    has_speaker = bool(found.speakers) or bool(heads and re.match(_STATEMENT_OF, heads[0].lower()))
    for index, bracket in enumerate(brackets):
        followed = index + 1 < len(brackets) and _may_be_charge(brackets[index + 1 :], has_speaker)
        for piece in _split_charges(bracket):
            _read_bracket(_Bracket(piece, has_speaker, followed), found)
    return TitleParts(
        tuple(found.speakers),
        tuple(found.charges),
        tuple(found.notes),
        " ".join(found.remainder),
        tuple(found.trace),
    )


def _names_article(text: str) -> bool:
    """Whether the text names an article by its number."""
    return _DIGIT.search(text) is not None and re.search(_ARTICLE, text.lower()) is not None


def _names_who_or_where(lowered: str) -> bool:
    """Whether the text is an occupation, a country or a court rather than a charge."""
    if re.fullmatch(_WHO_OR_WHERE, lowered):
        return True
    return ("суд" in lowered or "сот" in lowered or "court" in lowered) and bool(
        re.fullmatch(_COURT, lowered)
    )


def _split_brackets(title: str) -> tuple[list[str], list[str]]:
    """The stretches outside and inside the outermost brackets; one left open ends with the title."""
    if "(" not in title:
        head = title.strip()
        return ([head] if head else []), []
    heads: list[str] = []
    brackets: list[str] = []
    depth = start = 0
    for mark in _BRACKET.finditer(title):
        opens = mark[0] == "("
        if depth == 0 and opens:
            heads.append(title[start : mark.start()])
            start = mark.end()
        elif depth == 1 and not opens:
            brackets.append(title[start : mark.start()].strip())
            start = mark.end()
        depth = max(0, depth + (1 if opens else -1))
    (brackets if depth else heads).append(title[start:].strip())
    return [stripped for head in heads if (stripped := head.strip())], brackets


def _read_bracket(bracket: _Bracket, found: _Findings) -> None:
    for rule, meaning, applies in _BRACKET_RULES:
        if applies(bracket):
            if meaning is _Meaning.CHARGE:
                found.take(rule, found.charges, bracket.text)
            else:
                found.take(rule, found.notes if meaning is _Meaning.NOTE else found.remainder, bracket.text)
            return


def _may_be_charge(brackets: list[str], has_speaker: bool) -> bool:
    """Whether one of the brackets would be a charge by itself."""
    for text in brackets:
        bracket = _Bracket(text, has_speaker, False)
        meaning = next(meaning for _, meaning, applies in _BRACKET_RULES if applies(bracket))
        if meaning is _Meaning.CHARGE:
            return True
    return False


def _split_charges(text: str) -> list[str]:
    """The charges of one bracket: apart at a semicolon, and at commas where all are articles' numbers."""
    pieces: list[str] = []
    for piece in _outside_brackets(text, ";") if ";" in text else [text]:
        pieces.extend(_split_numbers(piece) if _DIGIT.search(piece) else [piece])
    return pieces


def _split_numbers(text: str) -> list[str]:
    """The articles of a list: «ст. 174, 405 УК РК» is two; «ст. 174 ч. 1, 2» is one."""
    pieces = re.split(_NUMBER_LIST, text)
    if len(pieces) < 2 or "(" in text or not _names_article(text):
        return [text]
    has_parts = bool(re.search(_PART_WORD, text.lower()))
    for index, piece in enumerate(pieces):
        plain = re.fullmatch(_PLAIN_NUMBER, piece) is not None and not has_parts
        if not plain and not _names_article(piece):
            return [text]
        if index + 1 < len(pieces) and not piece[-1:].isdigit() and not _code_only_after_number(piece):
            return [text]
    return pieces


def _code_only_after_number(piece: str) -> bool:
    """Whether a piece of a list ends in a code's name or a word of its article, not in other words."""
    tail = piece.rpartition(" ")[2]
    return tail.isupper() or tail.casefold().startswith(("бап", "кодекс", "україни", "баб", "берене"))


def _outside_brackets(text: str, mark: str) -> list[str]:
    """The stretches between marks that stand outside brackets, without the empty ones."""
    pieces: list[str] = []
    depth = start = 0
    for index, letter in enumerate(text):
        if letter == mark and depth <= 0:
            pieces.append(text[start:index].strip())
            start = index + 1
        depth += (letter == "(") - (letter == ")")
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece] or [text]


def _read_head(head: str, found: _Findings, trusted: bool, articles: bool) -> None:
    """Speakers in a stretch outside brackets, beside a note («— последнее слово») or an article's number."""
    name = re.sub(_JOINT, "", head) if found.speakers else head
    if is_name(name, trusted):
        found.take("name", found.speakers, name)
        return
    pieces = [head]
    if re.search(_BETWEEN_PIECES, head):
        pieces = [piece.strip() for piece in re.split(_PIECES, head) if piece.strip()]
    names = {piece: _names(piece, trusted, articles) for piece in pieces}
    named = [piece for piece in pieces if names[piece]]
    others = [piece for piece in pieces if not names[piece]]
    understood = trusted or all(
        re.fullmatch(_STAGE, piece.lower()) or _names_article(piece) for piece in others
    )
    if len(named) != 1 or not understood:
        found.take("not-understood", found.remainder, head)
        return
    for piece in pieces:
        if names[piece]:
            _take_names(names[piece], found)
        elif _names_article(piece):
            found.take("article-after-name", found.charges, piece)
        elif re.fullmatch(_STAGE, piece.lower()):
            found.take("stage-or-kind", found.notes, piece)
        else:
            found.take("not-understood", found.remainder, piece)


def _take_names(names: list[tuple[str, str]], found: _Findings) -> None:
    where = {
        "name": found.speakers,
        "surname": found.speakers,
        "article-after-name": found.charges,
        "others": found.notes,
        "description": found.remainder,
    }
    for rule, piece in names:
        found.take(rule, where[rule], piece)


def _names(text: str, trusted: bool, articles: bool) -> list[tuple[str, str]]:
    """The names of a list as (rule, piece), or nothing where it isn't one beyond doubt."""
    others = re.search(_OTHERS, text) if text.rstrip(" .").endswith(_OTHERS_END) else None
    listed = text[: others.start()] if others else text
    tail = [("others", others[0].strip(" ,"))] if others else []
    pieces = [piece for piece in re.split(_LIST, listed) if piece]
    if len(pieces) > 1 and _names_article(listed):
        name, _, rest = listed.partition(",")
        if is_name(name, trusted) and _names_article(rest):
            return [("name", name.strip()), ("article-after-name", rest.strip())]
    if all(is_name(piece, trusted) for piece in pieces):
        return [*(("name", piece.strip()) for piece in pieces), *tail] if pieces else []
    conjoined = "," not in listed or len(pieces) > 2
    if articles and conjoined and all(len(piece.split()) == 1 for piece in pieces):
        if all(is_name(piece, trusted, single=True) for piece in pieces):
            return [*(("surname", piece.strip()) for piece in pieces), *tail]
        return []
    if len(pieces) > 1 and is_name(pieces[0], trusted) and all(piece[0].islower() for piece in pieces[1:]):
        return [("name", pieces[0].strip()), ("description", listed[len(pieces[0]) :].strip(" ,;&")), *tail]
    return []
