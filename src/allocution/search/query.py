"""A query as it is typed into a tree. Whatever is typed gives a tree: what can't be meant is left out, and noted.

    query  = and { "OR" and }
    and    = not { ["AND"] not }
    not    = [ "NOT" | "-" ] near
    near   = item { "NEAR/" number item }
    item   = "(" query ")" | field ":" value | exact phrase | phrase | "=" word | word "*" | word

docs/searching.md tells people what it means.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from allocution.language.tokens import word_spans

FIELDS = ("speaker", "charge", "article", "court", "country", "year", "lang", "stage", "has")
HAS = ("translation", "correction", "source", "date", "judge", "court", "charge")
# What closes each quotation mark: the first of these that stands anywhere behind it.
_QUOTES = {'"': ('"', "”“"), "“": ("”", '"“'), "„": ("“”", '"'), "«": ("»",), "‹": ("›",)}
# These are apostrophes, too: they quote only where they stand before a word and are closed behind one.
_SINGLE = {"'": re.compile(r"'([^']*(?:'\b[^']*)*)'(?!\w)"), "‘": re.compile(r"‘([^’]*(?:’\b[^’]*)*)’(?!\w)")}
_ANY_FORM_QUOTES = "«‹"
_FIELD = re.compile(rf"({'|'.join(FIELDS)}):", re.IGNORECASE)
_PLAIN = re.compile(r"""[^\s()"“”„«»‹›]+""")
_NEAR = re.compile(r"(?:NEAR(?:/([^\s()]*))?|near/([0-9]+))(?![^\s()])")
_OPERATOR = re.compile(r"(?:AND|OR|NOT|&&|\|\||\|)(?![^\s()])")
_NEAR_DISTANCE, _MOST_DISTANCE = 10, 999
_YEAR = re.compile(r"[0-9]{1,4}")
_YEARS = re.compile(r"([0-9]{0,4})\.{2,3}([0-9]{0,4})|([0-9]{1,4})[-–—…]([0-9]{0,4})")
# What nobody sees in a text that is pasted, and stress marks.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]|(?<=[\u0400-\u052f])[\u0300\u0301]")
MOST_DEPTH = 50
MOST_WORDS = 64


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Exact:
    """A word in just this form."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other: just these forms, or any."""

    words: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases in one sentence with at most `distance` words between them."""

    items: tuple[Word | Exact | Phrase, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What is said about the statement."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class And:
    """All of it in one statement."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Statements without it."""

    part: Node


Leaf = Word | Exact | Prefix | Phrase | Near
Node = Leaf | Filter | And | Or | Not


@dataclass(frozen=True, slots=True)
class Note:
    """What was made of what can't be meant as it is typed: a message of the catalogue, and what it is about."""

    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A tree, None where nothing can be looked for, and notes about what was left out or understood in some way."""

    tree: Node | None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    node: Node | None = None


def parse_query(text: str) -> Query:
    """The tree of a query."""
    notes: list[Note] = []
    tokens = _tokens(as_read(text), notes)
    parser = _Parser(tokens, notes)
    tree = parser.query()
    if tree is not None and not _has_positive(tree):
        notes.append(Note("only-not"))
        tree = None
    return Query(tree, tuple(dict.fromkeys(notes)))


def as_read(text: str) -> str:
    """A query without what nobody sees in it, each letter one character."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\0", " ")))


def _has_positive(tree: Node) -> bool:
    if isinstance(tree, And):
        return any(_has_positive(part) for part in tree.parts)
    if isinstance(tree, Or):
        return all(_has_positive(part) for part in tree.parts)
    return not isinstance(tree, Not)


def _tokens(text: str, notes: list[Note]) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token, at = _token(text, at, notes)
        if token is None:
            continue
        if token.node is not None and sum(each.node is not None for each in tokens) >= MOST_WORDS:
            notes.append(Note("too-many-words", str(MOST_WORDS)))
            break
        tokens.append(token)
    return tokens


def _token(text: str, at: int, notes: list[Note]) -> tuple[_Token | None, int]:
    character = text[at]
    if character in "()":
        return _Token(character, character), at + 1
    operator = _OPERATOR.match(text, at)
    if operator:
        return _Token(
            {"&&": "AND", "||": "OR", "|": "OR"}.get(operator[0], operator[0]), operator[0]
        ), operator.end()
    near = _NEAR.match(text, at)
    if near:
        return _Token("NEAR", _distance(near[2] if near[1] is None else near[1], near[0], notes)), near.end()
    if (
        character == "-"
        and at + 1 < len(text)
        and not text[at + 1].isspace()
        and (at == 0 or text[at - 1] in " \t(")
    ):
        return _Token("NOT", "-"), at + 1
    field = _FIELD.match(text, at)
    if field:
        value, at = _value(text, field.end(), notes)
        if not value:
            notes.append(Note("empty-filter", field[0]))
            return None, at
        return _filter(field[1].lower(), value, notes), at
    opening = at + 1 if character == "=" else at
    if _is_quote(text, opening):
        words, end = _quoted(text, opening, notes)
        return _phrase(words, text[at:end], notes, exact=text[at] not in _ANY_FORM_QUOTES), end
    plain = _PLAIN.match(text, at)
    if plain is None:  # a closing quote that was never opened
        notes.append(Note("stray", character))
        return None, at + 1
    return _plain(plain[0], notes), plain.end()


def _distance(typed: str | None, operator: str, notes: list[Note]) -> str:
    """How far from each other words may be for NEAR; no sentence has so many that more would be different."""
    if typed is None:
        return str(_NEAR_DISTANCE)
    if re.fullmatch("[0-9]+", typed):
        return str(min(int(typed[:10]), _MOST_DISTANCE))
    notes.append(Note("bad-distance", operator))
    return str(_NEAR_DISTANCE)


def _value(text: str, at: int, notes: list[Note]) -> tuple[str, int]:
    if _is_quote(text, at):
        return _quoted(text, at, notes)
    plain = _PLAIN.match(text, at)
    return (plain[0], plain.end()) if plain else ("", at)


def _is_quote(text: str, at: int) -> bool:
    mark = text[at : at + 1]
    return mark in _QUOTES or (mark in _SINGLE and _SINGLE[mark].match(text, at) is not None)


def _quoted(text: str, at: int, notes: list[Note]) -> tuple[str, int]:
    if text[at] in _SINGLE:
        single = _SINGLE[text[at]].match(text, at)
        assert single is not None
        return single[1].strip(), single.end()
    for closing in _QUOTES[text[at]]:
        end = min((place for mark in closing if (place := text.find(mark, at + 1)) > 0), default=0)
        if end:
            return text[at + 1 : end].strip(), end + 1
    notes.append(Note("unbalanced-quote", text[at]))
    return text[at + 1 :].strip(), len(text)


def _filter(field: str, value: str, notes: list[Note]) -> _Token | None:
    if field == "year":
        value = _years(value, notes)
    elif field == "has" and value.lower() not in HAS:
        notes.append(Note("bad-has", value))
        value = ""
    return _Token("item", value, Filter(field, value)) if value else None


def _years(value: str, notes: list[Note]) -> str:
    """A year, or the first and the last; nothing where that isn't what is typed."""
    if _YEAR.fullmatch(value):
        return value
    years = _YEARS.fullmatch(value)
    if years is None:
        notes.append(Note("bad-year", value))
        return ""
    first, last = (years[1], years[2]) if years[3] is None else (years[3], years[4])
    if first and last and int(first) > int(last):
        notes.append(Note("years-turned", value))
        first, last = last, first
    return f"{first}..{last}"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in word_spans(text))


def _phrase(text: str, typed: str, notes: list[Note], *, exact: bool) -> _Token | None:
    words = _words(text)
    if not words:
        if len(typed.strip()) > 1:  # one mark alone is an unbalanced one
            notes.append(Note("stray", typed))
        return None
    if len(words) == 1:
        return _Token("item", text, Exact(words[0]) if exact else Word(words[0]))
    return _Token("item", text, Phrase(words[:MOST_WORDS], exact))


def _plain(text: str, notes: list[Note]) -> _Token | None:
    words = _words(text)
    if not words:
        notes.append(Note("stray", text))
        return None
    if len(words) > 1:
        return _Token("item", text, Phrase(words[:MOST_WORDS], exact=text.startswith("=")))
    word = words[0]
    if text.startswith("="):
        return _Token("item", text, Exact(word))
    if word.endswith("*") and not word.endswith("**"):
        return _Token("item", text, Prefix(word.rstrip("*")))
    return _Token("item", text, Word(word))


class _Parser:
    def __init__(self, tokens: list[_Token], notes: list[Note]) -> None:
        self._tokens = tokens
        self._at = 0
        self._notes = notes

    def _kind(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def query(self) -> Node | None:
        """The whole query; what is left after a bracket too many is joined to what came before."""
        parts = []
        while self._at < len(self._tokens):
            part = self._or(0)
            if part is not None:
                parts.append(part)
            if self._kind() == ")":
                self._stray()
        return _joined(And, parts)

    def _stray(self) -> None:
        self._notes.append(Note("stray", self._tokens[self._at].text))
        self._at += 1

    def _or(self, depth: int) -> Node | None:
        parts = [self._and(depth)]
        while self._kind() == "OR":
            operator = self._at
            self._at += 1
            part = self._and(depth)
            if part is None or parts == [None]:
                self._notes.append(Note("stray", self._tokens[operator].text))
            parts.append(part)
        return _joined(Or, [part for part in parts if part is not None])

    def _and(self, depth: int) -> Node | None:
        parts: list[Node] = []
        waiting = ""
        while self._kind() not in ("", ")", "OR"):
            if self._kind() == "AND":
                if waiting or not parts:
                    self._notes.append(Note("stray", self._tokens[self._at].text))
                waiting = self._tokens[self._at].text
                self._at += 1
                continue
            part = self._not(depth)
            if part is not None:
                parts.append(part)
                waiting = ""
        if waiting and parts:
            self._notes.append(Note("stray", waiting))
        return _joined(And, parts)

    def _not(self, depth: int) -> Node | None:
        negated = False
        operator = ""
        while self._kind() == "NOT":
            negated = not negated
            operator = self._tokens[self._at].text
            self._at += 1
        part = self._near(depth)
        if part is None:
            if operator:
                self._notes.append(Note("stray", operator))
            return None
        return Not(part) if negated else part

    def _near(self, depth: int) -> Node | None:
        first = self._item(depth)
        items, distance = [first], 0
        while self._kind() == "NEAR":
            operator = self._tokens[self._at]
            self._at += 1
            other = self._item(depth) if self._kind() in ("item", "(") else None
            if isinstance(other, Word | Exact | Phrase) and isinstance(items[-1], Word | Exact | Phrase):
                items.append(other)
                distance = max(distance, int(operator.text))
            else:
                self._notes.append(Note("near-needs-words"))
                found = [part for part in (*items, other) if part is not None]
                return _joined(And, found)
        near = tuple(item for item in items if isinstance(item, Word | Exact | Phrase))
        return Near(near, distance) if len(items) > 1 else first

    def _item(self, depth: int) -> Node | None:
        kind = self._kind()
        if kind == "(":
            return self._bracket(depth)
        if kind == "item":
            node = self._tokens[self._at].node
            self._at += 1
            return node
        if kind == "NEAR":
            self._notes.append(Note("near-needs-words"))
            self._at += 1
        return None

    def _bracket(self, depth: int) -> Node | None:
        if depth >= MOST_DEPTH:
            self._notes.append(Note("too-deep", str(MOST_DEPTH)))
            self._at = len(self._tokens)
            return None
        self._at += 1
        part = self._or(depth + 1)
        if self._kind() == ")":
            self._at += 1
            if part is None:
                self._notes.append(Note("stray", "()"))
        else:
            self._notes.append(Note("unbalanced-bracket"))
        return part


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node | None:
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    distinct = tuple(dict.fromkeys(flat))
    return kind(distinct) if len(distinct) > 1 else (distinct[0] if distinct else None)


def leaves(tree: Node) -> tuple[Leaf, ...]:
    """What a sentence is asked to hold, in order; nothing that stands under NOT."""
    if isinstance(tree, And | Or):
        return tuple(dict.fromkeys(leaf for part in tree.parts for leaf in leaves(part)))
    if isinstance(tree, Filter | Not):
        return ()
    return (tree,)


def notation(tree: Node | None) -> str:
    """A tree in brackets, for tests and for explaining a query."""
    match tree:
        case None:
            return "nothing"
        case Word(text):
            return text
        case Exact(text):
            return f"={text}"
        case Prefix(text):
            return f"{text}*"
        case Phrase(words, exact):
            return f'"{" ".join(words)}"' if exact else f"«{' '.join(words)}»"
        case Near(items, distance):
            return f"(near/{distance} {' '.join(notation(item) for item in items)})"
        case Filter(field, value):
            return f"{field}:{value}" if " " not in value else f'{field}:"{value}"'
        case Not(part):
            return f"(not {notation(part)})"
        case And(parts) | Or(parts):
            name = type(tree).__name__.lower()
            return f"({name} {' '.join(notation(part) for part in parts)})"
