"""A tree with its terms as FTS5 takes it (https://www.sqlite.org/fts5.html#full_text_query_syntax)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocution.search.query import And, Filter, Leaf, Node, Not, Or
from allocution.search.resolving import Place, ResolvedLeaf
from allocution.search.terms import ALTERNATIVES, WORDS


def sentence_expression(tree: Node, resolved: Mapping[Leaf, ResolvedLeaf], *, exact: bool) -> str:
    """What one sentence has to hold to satisfy the tree; empty where the tree asks nothing of sentences.

    Filters and NOT are asked of the statement and left out.
    """
    if isinstance(tree, And | Or):
        parts = [sentence_expression(part, resolved, exact=exact) for part in tree.parts]
        operator = " AND " if isinstance(tree, And) else " OR "
        return operator.join(f"({part})" for part in parts if part)
    if isinstance(tree, Filter | Not):
        return ""
    return leaf_expression(resolved[tree], exact=exact)


def only_form(tree: Node, resolved: Mapping[Leaf, ResolvedLeaf]) -> str:
    """The exact form that sentence_expression asks for, where it asks for one alone; else an empty string."""
    if isinstance(tree, And | Or):
        asked = [part for part in tree.parts if not isinstance(part, Filter | Not)]
        return only_form(asked[0], resolved) if len(asked) == 1 else ""
    if isinstance(tree, Filter | Not):
        return ""
    places = [place for stretch in resolved[tree].exact for place in stretch]
    return places[0].terms[0] if len(places) == 1 and not places[0].prefix else ""


def any_expression(leaves: Sequence[ResolvedLeaf]) -> str:
    """A sentence that holds at least one of the leaves."""
    return " OR ".join(f"({leaf_expression(leaf, exact=False)})" for leaf in leaves)


def leaf_expression(leaf: ResolvedLeaf, *, exact: bool) -> str:
    """The expression of one leaf."""
    stretches = leaf.exact if exact else leaf.stretches
    if len(stretches) > 1:
        return f"NEAR({' '.join(_phrase(stretch) for stretch in stretches)}, {leaf.distance})"
    (stretch,) = stretches
    if stretch[0].prefix:
        return " OR ".join(f'"{term}" *' for term in stretch[0].terms)
    return _phrase(stretch)


def _phrase(stretch: Sequence[Place]) -> str:
    return f'"{WORDS.join(ALTERNATIVES.join(place.terms) for place in stretch)}"'
