"""Templates: the program's own, and those that an archive has in their place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from jinja2 import Environment, Template, TemplateError
from markupsafe import Markup

from allocution.content.theme import Theme
from allocution.errors import AllocutionError
from allocution.site.policy import FORM_POLICY, PAGE_POLICY
from allocution.site.templating import template_environment


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
        environment = template_environment(self._theme.templates)
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
