"""A tree as somebody would type it, so that pages can offer a query with a filter more or a filter less."""

from __future__ import annotations

from dataclasses import dataclass

from allocution.search.query import And, Exact, Filter, Near, Node, Not, Or, Phrase, Prefix, Word, parse_query

_PAIRS = (('"', '"'), ("«", "»"), ("“", "”"))


def typed(tree: Node | None) -> str:
    """The shortest query that gives the tree again."""
    return _typed(tree) if tree is not None else ""


def _typed(tree: Node) -> str:
    match tree:
        case Word(text):
            return text if _stands(text, tree) else f"«{text}»"
        case Exact(text):
            return f"={text}" if _stands(f"={text}", tree) else f'"{text}"'
        case Prefix(text):
            return f"{text}*"
        case Phrase(words, exact):
            return f'"{" ".join(words)}"' if exact else f"«{' '.join(words)}»"
        case Near(items, distance):
            return f" NEAR/{distance} ".join(_typed(item) for item in items)
        case Filter(field, value):
            return f"{field}:{value if _stands(f'{field}:{value}', tree) else _quoted(value)}"
        case Not(part):
            return f"NOT {_typed(part) if not isinstance(part, And | Or | Not) else f'({_typed(part)})'}"
        case And(parts):
            return " ".join(_inside(part, Or) for part in parts)
        case Or(parts):
            return " OR ".join(_typed(part) for part in parts)


def _inside(part: Node, kind: type[Or]) -> str:
    return f"({_typed(part)})" if isinstance(part, kind) else _typed(part)


def _stands(text: str, tree: Node) -> bool:
    return parse_query(text).tree == tree


def _quoted(value: str) -> str:
    opening, closing = next((pair for pair in _PAIRS if not set(pair) & set(value)), _PAIRS[0])
    return f"{opening}{value}{closing}"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A query whose filters can be added to and taken away one by one."""

    tree: Node | None

    @property
    def filters(self) -> tuple[Node, ...]:
        """The filters that hold for all of it, with those that are negated."""
        return tuple(part for part in self._parts if _is_filter(part))

    @property
    def _parts(self) -> tuple[Node, ...]:
        if isinstance(self.tree, And):
            return self.tree.parts
        return (self.tree,) if self.tree is not None else ()

    def narrowed(self, added: str) -> str:
        """The query with a filter more, as it is typed."""
        beside_a_word = Narrowing(parse_query(f"x {added}").tree)
        parts = dict.fromkeys((*self._parts, *beside_a_word.filters))
        return typed(And(tuple(parts)))

    def without(self, removed: Node) -> str:
        """The query with a part less, as it is typed."""
        kept = tuple(part for part in self._parts if part != removed)
        return typed(kept[0] if len(kept) == 1 else And(kept))


def _is_filter(part: Node) -> bool:
    return isinstance(part, Filter) or (isinstance(part, Not) and isinstance(part.part, Filter))
