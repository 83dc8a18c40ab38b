"""Editions taken into an archive again: a folder or ZIP file of tables, or a bag that holds them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from allocution.content.importing.exported import Exported, exported_statements
from allocution.content.importing.statements import ImportedStatement, content_file
from allocution.content.importing.tei_rows import Wordings, tei_rows
from allocution.errors import UsageError
from allocution.messages import LANGUAGES, Catalogue
from allocution.store.edition_files import read_edition_files
from allocution.workspace.importing import Importing, Outcome
from allocution.workspace.words import read_words

_MANIFEST = "manifest-sha256.txt"
_TABLES = "data/jsonl/"
_COMPARED = ("kind", "role", "speaker", "language", "level", "depth", "label", "text")


class DamagedBagError(UsageError):
    """A bag whose files aren't those that its manifest names."""

    def __init__(self, path: str) -> None:
        super().__init__("bag-damaged", path=path)


def read_table_files(path: Path) -> dict[str, bytes]:
    """The tables of the edition `jsonl` in a folder or a ZIP file. Raises UsageError."""
    return read_edition_files(path)


def read_bagged_files(path: Path) -> dict[str, bytes]:
    """The tables in a bag, all of which is held against its manifest first. Raises UsageError."""
    files = read_edition_files(path)
    if _MANIFEST not in files:
        raise UsageError("bag-without-manifest", path=path, manifest=_MANIFEST)
    named = dict(_named(files[_MANIFEST]))
    payload = {name for name in files if name.startswith("data/")}
    for name in sorted(named.keys() | payload):
        if name not in files or hashlib.sha256(files[name]).hexdigest() != named.get(name):
            raise DamagedBagError(name)
    return {name.removeprefix(_TABLES): data for name, data in files.items() if name.startswith(_TABLES)}


def _named(manifest: bytes) -> Iterator[tuple[str, str]]:
    for line in manifest.decode("utf-8", "replace").splitlines():
        digest, _, name = line.partition(" ")
        name = name.strip().replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        yield name, digest.lower()


def read_tei_files(path: Path) -> list[Exported]:
    """The statements of the edition `tei` in a folder, a ZIP file or one XML file. Raises UsageError."""
    notices = {
        name: {Catalogue("site", language)(name) for language in LANGUAGES}
        for name in ("retelling", "translated-by-machine")
    }
    tables = tei_rows(read_edition_files(path), Wordings(LANGUAGES, notices))
    return exported_statements(tables["statements"], tables)


def take_exported(statements: Iterable[Exported], importing: Importing) -> Iterator[Outcome]:
    """Import each statement; details of an outcome name the passages that don't come back as they went out."""
    for exported in statements:
        statement = exported.imported()
        yield importing.take(_with_losses(exported, statement))


def _with_losses(exported: Exported, statement: ImportedStatement) -> ImportedStatement:
    differing = passages_that_differ(exported, statement)
    if not differing:
        return statement
    told = ", ".join(map(str, differing))
    return ImportedStatement(
        statement.key,
        statement.digest,
        statement.name,
        statement.fields,
        statement.body,
        statement.kind,
        (told,),
    )


def passages_that_differ(exported: Exported, statement: ImportedStatement) -> list[int]:
    """Numbers of the passages that the content file doesn't hold as the edition has them."""
    speakers = [
        each if isinstance(each, str) else each["name"] for each in statement.fields.get("speakers", ())
    ]
    data = content_file(statement, "")
    addressed, _ = read_words("", data, str(exported.row.get("language") or ""), speakers)
    found = [
        (each.kind, each.role, each.speaker, each.language, each.level, each.depth, each.label, each.text)
        for each in addressed.body.passages
    ]
    wanted = [tuple(row.get(name) or _EMPTY.get(name, "") for name in _COMPARED) for row in exported.passages]
    most = max(len(found), len(wanted))
    return [number + 1 for number in range(most) if found[number : number + 1] != wanted[number : number + 1]]


_EMPTY = {"level": 0, "depth": 0}
