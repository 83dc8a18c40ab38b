"""Writes docs/reference/ from the program itself (`make docs`); a test holds that what is committed is this.

Run with a folder's name to write there instead.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from allocution.check.codes import CODES, Code
from allocution.check.wording import describe
from allocution.cli import main as allocution
from allocution.cli.help import in_words, option_row
from allocution.content.fields import FIELDS, Field, FieldType, item_keys, json_schema
from allocution.content.settings import Settings, accepted, written_name
from allocution.editions.open_api import open_api_json
from allocution.editions.table import EDITIONS
from allocution.editions.writing import Edition
from allocution.messages import FALLBACK, Catalogue
from allocution.model.finding import Finding
from allocution.workspace.checking import Checking
from allocution.workspace.loading import BrokenConfigurationError

HERE = Path(__file__).parent
NOTE = "<!-- Written by `make docs`; change the program, not this page. -->\n"

VALUES_TAKEN = {
    FieldType.TEXT: "a text; a number is read as one",
    FieldType.TEXTS: "a text or a list of texts",
    FieldType.TRUTH: "`true` or `false`",
    FieldType.MOMENT: "a day, or a day and time with or without an offset, kept as written",
    FieldType.DATE: "a date in EDTF, as exact as it is known and no more",
    FieldType.CHOICE: "one value of the field's [vocabulary](#vocabularies)",
    FieldType.LANGUAGE: "a language tag (BCP 47) or a list of them",
    FieldType.ZONE: "a time zone's IANA name",
    FieldType.ADDRESS: "a web address, or a path in the archive",
    FieldType.NUMBER: "a whole number",
    FieldType.MAPPING: "keys and values",
    FieldType.PEOPLE: "a name, an entry, or a list of both",
    FieldType.CHARGES: "a wording, an entry, or a list of both",
    FieldType.SOURCES: "an address, an entry, or a list of both",
    FieldType.CORRECTIONS: "a list of entries",
    FieldType.LINKS: "an address, an entry, or a list of both",
    FieldType.WITHDRAWAL: "`true` or an entry",
    FieldType.WITHHOLDINGS: "an entry or a list of entries",
}


# --- commands ---


def commands_page(group: click.Group) -> str:
    """Every command of a group, each as its --help says."""
    root = click.Context(group, info_name="allocution", max_content_width=100, **group.context_settings)
    return "\n".join([NOTE, "# Commands", "", *_command(group, root, 2)])


def _command(command: click.Command, context: click.Context, level: int) -> Iterator[str]:
    yield f"{'#' * level} {context.command_path}"
    yield ""
    says = Catalogue("help", FALLBACK)
    yield from (says(command.help or ""), "")
    if command.epilog:
        yield from ("```text", inspect.cleandoc(command.epilog), "```", "")
    usage = [in_words(piece, says) for piece in command.collect_usage_pieces(context)]
    yield from ("```text", " ".join([context.command_path, *usage]), "```", "")
    arguments = [each for each in command.get_params(context) if isinstance(each, click.Argument)]
    if arguments:
        yield from _table(("argument", "meaning"), (_argument(each, context, says) for each in arguments))
    options = (each for each in command.get_params(context) if isinstance(each, click.Option))
    records = (option_row(each, context, says) for each in options)
    yield from _table(("option", "meaning"), ((f"`{names}`", text) for names, text in filter(None, records)))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None and not inner.hidden:
                yield from _command(
                    inner,
                    click.Context(inner, parent=context, info_name=name, **inner.context_settings),
                    level + 1,
                )


def _argument(argument: click.Argument, context: click.Context, says: Catalogue) -> tuple[str, str]:
    written = in_words(argument.make_metavar(context), says)
    return f"`{written}`", "required" if argument.required else "optional"


# --- fields ---


def fields_page(fields: Sequence[Field]) -> str:
    """Every key of the front matter: what it takes, its names for people, its vocabulary."""
    own, hugo = ([field for field in fields if field.hugo is theirs] for theirs in (False, True))
    return "\n".join(
        [
            NOTE,
            "# Front matter",
            "",
            "All fields are optional; what a file doesn't say stays unknown. Other keys are kept.",
            "For editors' tools there is a [JSON Schema](front-matter.schema.json) of the same table.",
            "",
            "## Fields that Hugo knows",
            "",
            *_fields(hugo),
            "## Fields of statements",
            "",
            *_fields(own),
            "## What the types take",
            "",
            *_table(("type", "takes"), ((f"`{kind}`", _values_taken(kind)) for kind in _types(fields))),
            "## Vocabularies",
            "",
            *(line for field in fields if field.vocabulary for line in _vocabulary(field)),
        ]
    )


def _fields(fields: Iterable[Field]) -> Iterator[str]:
    yield from _table(
        ("key", "type", "help", "in Russian", "in Kazakh", "in English", "in Ukrainian"),
        ((_keys(field), f"`{field.type}`", field.help[2], *field.labels) for field in fields),
    )


def _keys(field: Field) -> str:
    also = ", ".join(f"`{alias}`" for alias in field.aliases)
    return f"`{field.name}`" + (f", also {also}" if also else "")


def _types(fields: Iterable[Field]) -> list[FieldType]:
    used = {field.type for field in fields}
    return [kind for kind in FieldType if kind in used]


def _values_taken(kind: FieldType) -> str:
    keys = ", ".join(f"`{key}`" for key in sorted(item_keys(kind)))
    return VALUES_TAKEN[kind] + (f"; an entry has {keys}" if keys else "")


def _vocabulary(field: Field) -> Iterator[str]:
    yield from (f"### {field.name}", "")
    rows = ((f"`{term.value}`", *term.labels) for term in field.vocabulary)
    yield from _table(("value", "in Russian", "in Kazakh", "in English", "in Ukrainian"), rows)


# --- findings ---

FIXTURES = HERE.parent / "tests" / "check" / "fixtures"
LANGUAGE_NAMES = {"ru": "По-русски", "kk": "Қазақша", "en": "In English", "uk": "Українською"}
LONGEST_LINE = 100
EXAMPLE_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def findings_page(codes: Iterable[Code]) -> str:
    """Every code of a finding, how grave it is and what it says."""
    says = Catalogue("findings", "en")
    rows = (
        (f"[`{code.code}`](findings/{code.code}.md)", ", ".join(code.severities), _wording(says, code))
        for code in sorted(codes, key=lambda code: code.code)
    )
    return "\n".join(
        [
            NOTE,
            "# Findings",
            "",
            "What is in *italics* here is a value in a finding. `allocution build --strict` builds nothing, and",
            "`allocution check` ends with exit status 1, where there is an error.",
            "",
            *_table(("code", "severity", "what is wrong"), rows),
        ]
    )


def finding_page(code: Code) -> str:
    """One code: its wording in each language, and an archive that has it."""
    lines = [
        NOTE,
        f"# {code.code}",
        "",
        f"Severity: {', '.join(code.severities)}. [All findings](../findings.md)",
        "",
    ]
    for language, name in LANGUAGE_NAMES.items():
        says = Catalogue("findings", language)
        lines += [f"## {name}", "", _wording(says, code), "", _wording(says, code, "-hint"), ""]
    lines += _example(code)
    return "\n".join(lines)


def _example(code: Code) -> Iterator[str]:
    """The line of the fixture that the finding is about, and what is said of it."""
    folder = FIXTURES / code.code
    found = _found(folder) if folder.is_dir() else ()
    if not found:
        return
    finding = found[0]
    yield from ("## Example", "")
    file = folder / finding.place.path
    if finding.place.line and file.is_file():
        text = file.read_bytes().decode("utf-8", "replace").splitlines()
        line = text[finding.place.line - 1].replace("\x00", "␀").replace("\u200b", "␣")
        shown = line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…"
        yield from ("````text", f"{finding.place.path}:{finding.place.line}: {shown}", "````", "")
    yield from ("> " + describe(finding, "en")[0].replace("\x00", "␀"), "")


def _found(folder: Path) -> tuple[Finding, ...]:
    try:
        return Checking(folder, EXAMPLE_MOMENT).run().findings
    except BrokenConfigurationError as refused:
        return refused.findings


def _wording(says: Catalogue, code: Code, part: str = "") -> str:
    return says(code.code + part, **{name: f"*{name}*" for name in code.parameters})


# --- settings ---


def settings_page() -> str:
    """Every setting under `params.allocution`: what it takes, what holds without it, what it is for."""
    given = Settings()
    rows = [
        (
            f"`{written_name(each.name)}`",
            f"`{accepted(each.name)}`",
            f"`{json.dumps(getattr(given, each.name), ensure_ascii=False)}`",
            each.metadata["help"],
        )
        for each in dataclasses.fields(Settings)
    ]
    return "\n".join(
        [
            NOTE,
            "# Settings",
            "",
            "An archive needs none. They stand in its [Hugo configuration](../hugo.md), where Hugo leaves them alone:",
            "",
            "```toml",
            "[params.allocution]",
            "search = true",
            "```",
            "",
            *_table(("setting", "takes", "usually", "what it is for"), rows),
        ]
    )


# --- editions ---


def editions_page(editions: Sequence[Edition]) -> str:
    """Every edition: its media type and files, what it holds, what it loses, what holds it to be valid."""
    says = Catalogue("editions", "en")
    lines = [NOTE, "# Editions", "", "[How to export them](../editions.md)", ""]
    rows = (
        (f"[`{each.name}`](#{each.name})", f"`{each.media_type}`", each.validated_by) for each in editions
    )
    lines += _table(("edition", "media type", "held valid by"), rows)
    for each in editions:
        lines += [f"## {each.name}", "", f"Holds: {says(f'{each.name}-holds')}", ""]
        lines += [f"Loses: {says(f'{each.name}-loses')}", ""]
        lines += [f"Files: {', '.join(f'`{name}`' for name in each.files)}", ""]
        lines += [f"Needs: `pip install 'allocution[{each.extra}]'`", ""] if each.extra else []
    return "\n".join(lines)


# --- all ---


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table, a blank line after it; nothing where there is no row."""
    lines = [_row(row) for row in rows]
    if lines:
        yield from (_row(head), _row(["---"] * len(head)), *lines, "")


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": lambda: commands_page(allocution),
    "fields.md": lambda: fields_page(FIELDS),
    "editions.md": lambda: editions_page(EDITIONS),
    "findings.md": lambda: findings_page(CODES),
    **{f"findings/{code.code}.md": partial(finding_page, code) for code in CODES},
    "settings.md": settings_page,
    "openapi.json": lambda: open_api_json().decode(),
    "front-matter.schema.json": lambda: json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n",
}


def main() -> None:
    """Writes every page."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(page(), encoding="utf-8")
        print(folder / name)


if __name__ == "__main__":
    main()
