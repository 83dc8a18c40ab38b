"""Message catalogues taken apart: which messages there are, and what varies in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import allocution.messages
from allocution.messages import Catalogue

FOLDER = Path(allocution.messages.__file__).parent


class _Variables(Visitor):
    """The variables of a message, and those that choose between variants with the names of these."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.choices: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, ast.VariableReference)
        keys = {key.name for variant in node.variants if isinstance(key := variant.key, ast.Identifier)}
        self.choices[node.selector.id.name] = keys
        self.generic_visit(node)


@dataclass(frozen=True)
class Message:
    """One message of a catalogue."""

    name: str
    variables: frozenset[str]
    choices: dict[str, set[str]]

    def renderings(self, catalogue: Catalogue) -> Iterator[str]:
        """Its text in every variant, with names in place of values."""
        for chosen in product(*(sorted(keys) for keys in self.choices.values())):
            yield catalogue(
                self.name,
                **{name: name for name in self.variables} | dict(zip(self.choices, chosen, strict=True)),
            )


def messages(subject: str, language: str) -> dict[str, Message]:
    """The messages of one catalogue by name; whatever isn't one fails, and so does a name given twice."""
    text = (FOLDER / language / f"{subject}.ftl").read_text(encoding="utf-8")
    found: dict[str, Message] = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.BaseComment):
            continue
        assert isinstance(entry, ast.Message), f"{language}: {entry.to_json()}"
        name = entry.id.name
        assert name not in found, f"{language}: {name} stands twice"
        variables = _Variables()
        variables.visit(entry)
        found[name] = Message(name, frozenset(variables.names), variables.choices)
    return found
