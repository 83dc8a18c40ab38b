"""The site's templates: compiled when the wheel was built, or from their sources.

The wheel's build loads this module with nothing but Jinja at hand.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    Environment,
    ModuleLoader,
    PackageLoader,
    StrictUndefined,
    Template,
)
from jinja2 import __version__ as _jinja
from jinja2.sandbox import SandboxedEnvironment

from allocution.model.digests import digest

# A package that the build of the wheel makes: a module for each template, and of what each was made.
COMPILED = "allocution.site.compiled"


def template_environment(own: Mapping[str, str]) -> Environment:
    """What templates are filled in; the archive's `own`, by name, go before those of the program.

    An archive's templates come from whoever sends it changes: they see what the page holds, and nothing else.
    """
    kind = _LastingSandbox if own else _Lasting
    packaged = _Sources() if own or find_spec(COMPILED) is None else _Compiled()
    return kind(
        loader=ChoiceLoader([DictLoader(own), packaged]) if own else packaged,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        auto_reload=False,
    )


def made_of(source: str) -> str:
    """What a compiled template is known by: its source, and the version of what compiles it."""
    return digest(_jinja.encode(), source.encode()).hex()


class _Sources(PackageLoader):
    def __init__(self) -> None:
        super().__init__("allocution.site")


class _Compiled(_Sources):
    """The same, compiled already, as long as compiling the source would give that."""

    def __init__(self) -> None:
        super().__init__()
        package = import_module(COMPILED)
        self._made_of: Mapping[str, str] = package.MADE_OF
        self._modules: BaseLoader = ModuleLoader(list(package.__path__))

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """The template; TemplateNotFound where there is none."""
        source, _, _ = self.get_source(environment, name)
        if self._made_of.get(name) == made_of(source):
            return self._modules.load(environment, name, globals)
        return super().load(environment, name, globals)


class _Lasting(Environment):
    """An environment whose templates stay as they are: one is looked for once, by those that extend it, too."""

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        key = (name, parent)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = super().get_template(name, parent, globals)
        return found

    @cached_property
    def _found(self) -> dict[tuple[str | Template, str | None], Template]:
        return {}


class _LastingSandbox(_Lasting, SandboxedEnvironment):
    """The same for templates that aren't ours."""
