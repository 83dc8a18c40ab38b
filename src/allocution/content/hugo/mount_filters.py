"""Which files of a mount are taken: `files` of the new Hugo, `includeFiles` and `excludeFiles` of the old one."""

from __future__ import annotations

import posixpath
import re

import msgspec

from allocution.content.hugo.globs import compile_glob
from allocution.content.hugo.values import as_mapping, as_texts

_NOT = "! "


class MountFilter(msgspec.Struct, frozen=True):
    """Globs of files from the mount's folder; what no pattern of `included` fits is left out where there is any."""

    included: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def takes(self, path: str) -> bool:
        """Whether a file is taken: its folders must be, too, as a folder that isn't is never entered."""
        above = path
        while above := posixpath.dirname(above):
            if not self._fits(above, is_folder=True):
                return False
        return self._fits(path, is_folder=False)

    def _fits(self, path: str, *, is_folder: bool) -> bool:
        if _any(self.excluded, path):
            return False
        if not self.included or _any(self.included, path):
            return True
        return is_folder and any(_any(_folders_of(pattern), path) for pattern in self.included)


def read_mount_filter(mount: object) -> MountFilter:
    """The filter that a mount states. Raises ValueError with a pattern that isn't one."""
    settings = as_mapping(mount)
    patterns = as_texts(settings.get("files"))
    included = [pattern for pattern in patterns if not pattern.startswith(_NOT)]
    excluded = [pattern.removeprefix(_NOT) for pattern in patterns if pattern.startswith(_NOT)]
    included += as_texts(settings.get("includefiles"))
    excluded += as_texts(settings.get("excludefiles"))
    for pattern in (*included, *excluded):
        try:
            compile_glob(pattern)
        except re.error:
            raise ValueError(pattern) from None
    return MountFilter(
        tuple(pattern.lstrip("/") for pattern in included), tuple(pattern.lstrip("/") for pattern in excluded)
    )


def _any(patterns: tuple[str, ...], path: str) -> bool:
    return any(compile_glob(pattern).fullmatch(path) for pattern in patterns)


def _folders_of(pattern: str) -> tuple[str, ...]:
    """The folders above what a pattern fits, each a pattern."""
    parts = pattern.split("/")[:-1]
    return tuple("/".join(parts[: count + 1]) for count in range(len(parts)))
