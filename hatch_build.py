"""What the build of a wheel makes besides: the site's templates, compiled by Jinja."""

from __future__ import annotations

import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TemplatesHook(BuildHookInterface):
    """Compiles the templates into a package of the wheel; a checkout in use has them from their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the package and have it put into the wheel."""
        if version == "editable":
            return
        shutil.rmtree(self._folder, ignore_errors=True)
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            templating = import_module("allocution.site.templating")
        finally:
            sys.path.pop(0)
        environment = templating.template_environment({})
        environment.compile_templates(self._folder, zip=None, ignore_errors=False)
        made_of = {
            name: templating.made_of(environment.loader.get_source(environment, name)[0])
            for name in environment.list_templates()
        }
        text = f'"""The site\'s templates, compiled."""\n\nMADE_OF = {made_of!r}\n'
        (self._folder / "__init__.py").write_text(text, encoding="utf-8")
        build_data["force_include"][str(self._folder)] = "allocution/site/compiled"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind but the wheel."""
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _folder(self) -> Path:
        return Path(self.root) / "build" / "templates"
