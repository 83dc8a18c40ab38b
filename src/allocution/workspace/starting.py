"""A new archive begun: its configuration, its folders, and what checks it before each commit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from allocution.content.fields import json_schema
from allocution.messages import Catalogue
from allocution.store.new_file import exists, make_file

_STARTER = "starter"
_WORDS = (
    "about-settings", "about-address", "about-language", "about-own", "about-search", "about-editions", "about-lexicon",
    "statements",
)  # fmt: skip
_EXECUTABLE = frozenset({".githooks/pre-commit"})
SCHEMA = "front-matter.schema.json"


@dataclass(frozen=True, slots=True)
class Started:
    """Which files were made, and which were there already and stayed as they are; paths in the archive."""

    made: tuple[str, ...]
    kept: tuple[str, ...]


def start_archive(root: Path, title: str, language: str) -> Started:
    """Begin an archive in a folder, which is made if need be. No file is written over. Raises PublishError."""
    says = Catalogue("starting", language)
    values = {name: says(name) for name in _WORDS} | {"language": language, "title": _quoted(title)}
    texts = {path: _filled(text, values) for path, text in _starter_files()}
    schema = json_schema(language)
    texts[SCHEMA] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    kept = tuple(sorted(path for path in texts if exists(root, path)))
    made = tuple(sorted(texts.keys() - set(kept)))
    for path in made:
        make_file(root, path, texts[path].encode(), executable=path in _EXECUTABLE)
    return Started(made, kept)


def _starter_files() -> list[tuple[str, str]]:
    pending: list[tuple[str, Traversable]] = [("", files(__package__).joinpath(_STARTER))]
    found = []
    while pending:
        folder, place = pending.pop()
        for entry in place.iterdir():
            path = f"{folder}{entry.name.replace('dot-', '.', 1) if entry.name.startswith('dot-') else entry.name}"
            if entry.is_dir():
                pending.append((f"{path}/", entry))
            else:
                found.append((path, entry.read_text(encoding="utf-8")))
    return found


def _filled(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _quoted(title: str) -> str:
    """The title as it can stand in double quotes of TOML and YAML alike."""
    return json.dumps(" ".join(title.split()), ensure_ascii=False)[1:-1]
