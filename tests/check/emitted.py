"""What findings the source can make, read from its syntax trees rather than from a list kept by hand.

Understood are: `Finding(…)`, `ContentError(…)`, and calls of functions that take a parameter `code` and hand
it to one of these; codes, severities and parameters that are literals, local names assigned from literals, or
what a function of the same module returns. Anything else is an error here: no finding escapes the tests.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from allocution.model.finding import Severity

Function = ast.FunctionDef | ast.AsyncFunctionDef
Stated = tuple[str, frozenset[str]]
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Emitted:
    """A finding that a line of the source makes; an error has no severity until it becomes a finding."""

    code: str
    severity: Severity | None
    parameters: frozenset[str]
    where: str


@dataclass(frozen=True)
class Forwarder:
    """A function that makes a finding of the code that it is given."""

    name: str
    module: str
    arguments: tuple[str, ...]
    severity: Severity | None
    parameters: frozenset[str]


class UnreadableSourceError(Exception):
    """The source makes a finding in a way that isn't understood here."""


@dataclass
class Module:
    """One file of the source with its functions, and which of them encloses what."""

    name: str
    tree: ast.Module
    enclosing: dict[ast.AST, Function] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._note(self.tree, None)

    def _note(self, node: ast.AST, inside: Function | None) -> None:
        for child in ast.iter_child_nodes(node):
            if inside is not None:
                self.enclosing[child] = inside
            self._note(child, child if isinstance(child, Function) else inside)

    @cached_property
    def functions(self) -> dict[str, Function]:
        return {node.name: node for node in ast.walk(self.tree) if isinstance(node, Function)}

    @cached_property
    def imports(self) -> frozenset[str]:
        return frozenset(
            node.module for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom) and node.module
        )

    @cached_property
    def _calls(self) -> dict[str, list[ast.Call]]:
        found: dict[str, list[ast.Call]] = defaultdict(list)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                found[called(node)].append(node)
        return found

    def calls(self, *names: str) -> list[ast.Call]:
        """The calls of functions and methods of these names."""
        return [call for name in names for call in self._calls.get(name, ())]

    def where(self, node: ast.expr) -> str:
        return f"{self.name}:{node.lineno}"


def called(call: ast.Call) -> str:
    """The bare name of what is called."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def arguments_of(function: Function) -> tuple[str, ...]:
    """Names of a function's parameters as callers see them."""
    names = [argument.arg for argument in function.args.args]
    return tuple(names[1:] if names[:1] == ["self"] else names)


class Source:
    """All modules of a package folder."""

    def __init__(self, package: Path) -> None:
        self.modules = [
            Module(
                ".".join(path.relative_to(package.parent).with_suffix("").parts), ast.parse(path.read_text())
            )
            for path in sorted(package.rglob("*.py"))
        ]
        self.raised = [(module, call) for module in self.modules for call in module.calls("ContentError")]

    def emitted(self) -> list[Emitted]:
        """Every finding."""
        forwarders = list(self._forwarders())
        found: list[Emitted] = []
        for module, call in self.raised:
            found += self._all(module, call, call.args[0], None, self._keywords(call, ("line", "column")))
        for module in self.modules:
            for call in module.calls("Finding"):
                if not self._is_forwarded(module, call.args[0]):
                    found += self._direct(module, call)
            for forwarder in forwarders:
                for call in module.calls(forwarder.name):
                    found += self._forwarded(module, call, forwarder)
        return found

    def _forwarders(self) -> Iterator[Forwarder]:
        """Functions that pass their `code` to Finding, and those that pass it to such a function."""
        direct: dict[str, Forwarder] = {}
        for module in self.modules:
            for call in module.calls("Finding"):
                if self._is_forwarded(module, call.args[0]):
                    function = module.enclosing[call]
                    direct[function.name] = forwarder = Forwarder(
                        function.name,
                        module.name,
                        arguments_of(function),
                        self._severity(module, call.args[1]) or self._default_severity(module, function),
                        self._parameters(module, call),
                    )
                    yield forwarder
        for module in self.modules:
            for call in module.calls(*direct):
                if call.args and self._is_forwarded(module, call.args[0]):
                    function = module.enclosing[call]
                    yield Forwarder(
                        function.name,
                        module.name,
                        arguments_of(function),
                        None,
                        direct[called(call)].parameters,
                    )

    def _default_severity(self, module: Module, function: Function) -> Severity | None:
        defaults = dict(zip(reversed(function.args.args), reversed(function.args.defaults), strict=False))
        return next(
            (self._severity(module, value) for name, value in defaults.items() if name.arg == "severity"),
            None,
        )

    @staticmethod
    def _is_forwarded(module: Module, code: ast.expr) -> bool:
        function = module.enclosing.get(code)
        return isinstance(code, ast.Name) and function is not None and code.id in arguments_of(function)

    def _direct(self, module: Module, call: ast.Call) -> Iterator[Emitted]:
        severity = self._severity(module, call.args[1])
        if severity is None:
            raise UnreadableSourceError(module.where(call))
        return self._all(module, call, call.args[0], severity, self._parameters(module, call))

    def _forwarded(self, module: Module, call: ast.Call, forwarder: Forwarder) -> Iterator[Emitted]:
        """A call of a forwarder; a text's `find` and other modules' private functions only look like one."""
        given = dict(zip(forwarder.arguments, call.args, strict=False))
        foreign = module.name != forwarder.module
        if (foreign and forwarder.name.startswith("_")) or "code" not in given:
            return
        stated = given.get("severity")
        severity = self._severity(module, stated) if stated is not None else forwarder.severity
        if severity is None:
            if isinstance(stated, ast.Attribute):
                raise UnreadableSourceError(module.where(call))
            return
        if not self._is_forwarded(module, given["code"]):
            keywords = self._keywords(call, forwarder.arguments)
            yield from self._all(module, call, given["code"], severity, forwarder.parameters | keywords)

    def _all(
        self,
        module: Module,
        call: ast.Call,
        code: ast.expr,
        severity: Severity | None,
        parameters: frozenset[str],
    ) -> Iterator[Emitted]:
        for each, of_error in self._codes(module, code):
            yield Emitted(each, severity, parameters | of_error, module.where(call))

    # --- codes ---

    def _codes(self, module: Module, code: ast.expr) -> Iterator[Stated]:
        """The codes that an expression stands for, each with the parameters of the error it comes from."""
        match code:
            case ast.Constant(value=str(text)):
                yield from [(text, NONE)] if text else []
            case ast.JoinedStr(values=[ast.Constant(value=str(prefix)), ast.FormattedValue(value=value)]):
                yield from ((prefix + text, names) for text, names in self._codes(module, value))
            case ast.Attribute(attr="code"):
                yield from self._codes_of_errors(module)
            case _:
                parts = list(self._parts(module, code))
                if not parts:
                    raise UnreadableSourceError(module.where(code))
                for part in parts:
                    yield from self._codes(module, part)

    def _codes_of_errors(self, module: Module) -> Iterator[Stated]:
        """The codes of the errors that a module may catch: those raised in what it imports."""
        for other, call in self.raised:
            if other.name in module.imports:
                keywords = self._keywords(call, ("line", "column"))
                yield from ((text, keywords) for text, _ in self._codes(other, call.args[0]))

    @staticmethod
    def _parts(module: Module, code: ast.expr) -> Iterator[ast.expr]:
        """The expressions one of which an expression's value is; nothing where that can't be told."""
        match code:
            case ast.BoolOp(values=values):
                yield from values
            case ast.IfExp(body=body, orelse=other):
                yield from (body, other)
            case ast.Tuple(elts=[first, *_]):
                yield first
            case ast.Name(id=name):
                yield from assigned(module, code, name)
            case ast.Call() if called(code) in module.functions:
                for node in ast.walk(module.functions[called(code)]):
                    if isinstance(node, ast.Return) and node.value is not None:
                        yield node.value

    # --- severities and parameters ---

    @staticmethod
    def _severity(module: Module, expression: ast.expr) -> Severity | None:
        match expression:
            case ast.Attribute(value=ast.Name(id="Severity"), attr=name):
                return Severity[name]
            case _:
                return None

    @staticmethod
    def _keywords(call: ast.Call, own: tuple[str, ...]) -> frozenset[str]:
        return frozenset(keyword.arg for keyword in call.keywords if keyword.arg) - frozenset(own)

    def _parameters(self, module: Module, call: ast.Call) -> frozenset[str]:
        """Names in a finding's pairs: literal ones, and those of a local name assigned from literals."""
        if len(call.args) < 4:
            return frozenset()
        expressions = [call.args[3]]
        for node in ast.walk(call.args[3]):
            if isinstance(node, ast.Name):
                expressions += assigned(module, call, node.id)
        return frozenset(name for expression in expressions for name in literal_names(expression))


def assigned(module: Module, at: ast.expr, name: str) -> Iterator[ast.expr]:
    """What is assigned to a name in the function around an expression."""
    function = module.enclosing.get(at)
    for node in ast.walk(function) if function is not None else ():
        if isinstance(node, ast.Assign):
            for target in node.targets:
                first = target.elts[0] if isinstance(target, ast.Tuple) else target
                if isinstance(first, ast.Name) and first.id == name:
                    yield node.value


def literal_names(expression: ast.expr) -> Iterator[str]:
    """The first texts of pairs, and the keys of mappings."""
    for node in ast.walk(expression):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            first = node.elts[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value
        elif isinstance(node, ast.Dict):
            for key in node.keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value
