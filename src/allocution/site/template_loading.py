"""Templates: the program's own, and those that an archive has in their place."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from functools import cached_property
from typing import Any

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
    Template,
    TemplateError,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from allocution.content.theme import Theme
from allocution.errors import AllocutionError
from allocution.site.policy import FORM_POLICY, PAGE_POLICY


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


class ThemeTemplateError(AllocutionError):
    """A template of the archive's theme asks for something that pages don't hold."""

    def __init__(self, template: str, problem: str) -> None:
        super().__init__("theme-template-failed", template=template, problem=problem)


class Templates:
    """The templates of one site, each loaded once."""

    def __init__(self, theme: Theme, version: str) -> None:
        self._theme = theme
        self._version = version
        self._loaded: dict[str, Template] = {}

    @cached_property
    def _environment(self) -> Environment:
        # An archive's templates come from whoever sends it changes: they see what the page holds, and nothing else.
        kind = _LastingSandbox if self._theme.templates else _Lasting
        environment = kind(
            loader=ChoiceLoader([DictLoader(self._theme.templates), PackageLoader("allocution.site")]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=False,
            auto_reload=False,
        )
        environment.globals["version"] = self._version
        environment.globals["policy"] = Markup(PAGE_POLICY)  # noqa: S704
        environment.globals["form_policy"] = Markup(FORM_POLICY)  # noqa: S704
        return environment

    def load_all(self) -> None:
        """Load all of them now, for the processes that will be forked from this one."""
        for name in self._environment.list_templates():
            self.named(name)

    def named(self, name: str) -> Template:
        """The template with a name."""
        if name not in self._loaded:
            template = self._environment.get_template(name)
            # Every rendering copies these; a plain dict copies ten times as fast as Jinja's chain of them.
            template.globals = dict(template.globals)
            self._loaded[name] = template
        return self._loaded[name]

    def fill(self, name: str, shared: Mapping[str, Any], /, **values: Any) -> str:
        """A page of a template; raises ThemeTemplateError where one of the archive's own fails."""
        try:
            return self.named(name).render(shared, **values)
        except TemplateError as error:
            if not self._theme.templates:
                raise
            raise ThemeTemplateError(name, str(error)) from error
