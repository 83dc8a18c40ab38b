"""A new content file: its front matter from the field table, its name and its place in the archive."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from allocution.content.fields import FIELDS, Field, FieldType, field
from allocution.content.front_matter import FrontMatterFormat
from allocution.content.hugo.configuration import Mount, SiteConfiguration
from allocution.content.hugo.paths import address_part
from allocution.content.hugo.survey import ContentFile
from allocution.errors import UsageError

Value = str | bool | tuple[str, ...]
_Write = Callable[[str, Value], str]

# What an editor mostly knows or has to look up; the reference of fields has the others.
USUAL = (
    "title", "date", "draft", "speakers", "charges", "jurisdiction", "court", "stage", "delivery",
    "delivered", "verdict", "place", "sources", "transcribers", "language", "rights",
)  # fmt: skip
FIRST_SECTION = "statements"
_LONGEST_NAME = 80
_PUNCTUATION = re.compile(r"[./\\#+~@%_-]+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?")
_LIST_TYPES = (FieldType.PEOPLE, FieldType.CHARGES, FieldType.SOURCES)


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What is known of a statement before its words are typed in.

    An empty title is made of speakers and charges.
    """

    date: str
    speakers: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    title: str = ""
    delivered: str = ""
    sources: tuple[str, ...] = ()
    language: str = ""
    jurisdiction: str = ""
    court: str = ""
    draft: bool = True

    def values(self) -> dict[str, Value]:
        """Front matter by key, without what isn't known. Raises UsageError for what no line can hold."""
        links = len(self.sources) == 1 and "://" in self.sources[0]
        stated: dict[str, Value] = {
            "title": _line("title", self.title) or self._made_title(),
            "date": _line("date", self.date),
            "draft": self.draft,
            "speakers": _lines("speaker", self.speakers),
            "charges": _lines("charge", self.charges),
            "jurisdiction": _line("jurisdiction", self.jurisdiction).lower(),
            "court": _line("court", self.court),
            "delivered": _line("delivered", self.delivered),
            "sourcelink" if links else "sources": (
                _line("source", self.sources[0]) if links else _lines("source", self.sources)
            ),
            "language": _line("language", self.language),
        }
        if not stated["title"]:
            raise UsageError("speaker-unnamed")
        return {key: value for key, value in stated.items() if value not in ("", ())}

    def _made_title(self) -> str:
        names, charges = (
            ", ".join(_lines("speaker", self.speakers)),
            ", ".join(_lines("charge", self.charges)),
        )
        return f"{names} ({charges})" if names and charges else names


def _lines(name: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for value in values if (line := _line(name, value)))


def _line(name: str, value: str) -> str:
    for letter in value:
        if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp"):
            raise UsageError("field-character", name=name, character=f"{ord(letter):04X}")
    return value.strip()


def new_file(statement: NewStatement, form: FrontMatterFormat, language: str = "en") -> bytes:
    """The file's bytes: what is known; in YAML and TOML the other usual fields too, as comments with help.

    `language` is the interface's. Raises UsageError.
    """
    values = statement.values()
    if form is FrontMatterFormat.JSON:
        plain = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
        return f"{json.dumps(plain, ensure_ascii=False, indent=2)}\n\n".encode()
    write, fence = (_toml_field, "+++") if form is FrontMatterFormat.TOML else (_yaml_field, "---")
    lines = [fence, *_known(values, write), *_unknown(values, write, language), fence, ""]
    return "\n".join([*lines, ""]).encode()


def _known(values: Mapping[str, Value], write: _Write) -> Iterator[str]:
    order = {entry.name: place for place, entry in enumerate(FIELDS)}
    for key in sorted(values, key=lambda name: order[name]):
        yield write(key, values[key])


def _unknown(values: Mapping[str, Value], write: _Write, language: str) -> Iterator[str]:
    given = {*values, "sources"} if "sourcelink" in values else set(values)
    for name in USUAL:
        if name not in given:
            entry = field(name)
            yield f"# {write(name, _blank(entry))}  # {_help(entry, language)}"


def _blank(entry: Field) -> Value:
    return () if entry.type in _LIST_TYPES else ""


def _help(entry: Field, language: str) -> str:
    choices = "; ".join(
        f"{term.value}: {entry.value_label(term.value, language)}" for term in entry.vocabulary
    )
    return f"{entry.label(language)}. {entry.help_in(language)}" + (f" ({choices})" if choices else "")


def _yaml_text(text: str) -> str:
    # Always in quotes: bare, "no", 1e5 and a name with a colon would be read as something else.
    written: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return written.rstrip("\n")


def _yaml_field(key: str, value: Value) -> str:
    if isinstance(value, bool):
        return f"{key}: {str(value).lower()}"
    if isinstance(value, tuple):
        return (
            "\n".join([f"{key}:", *(f"  - {_yaml_text(item)}" for item in value)]) if value else f"{key}: []"
        )
    is_moment = field(key).type is FieldType.MOMENT and _MOMENT.fullmatch(value)
    return f"{key}: {value if is_moment else _yaml_text(value)}"


def _toml_field(key: str, value: Value) -> str:
    if isinstance(value, bool):
        return f"{key} = {str(value).lower()}"
    if isinstance(value, tuple):
        return f"{key} = {json.dumps(list(value), ensure_ascii=False)}"
    # TOML has one spelling for UTC, which wouldn't be the one that was written.
    is_moment = field(key).type is FieldType.MOMENT and _MOMENT.fullmatch(value) and "+00:00" not in value
    return f"{key} = {value if is_moment else json.dumps(value, ensure_ascii=False)}"


def file_name(text: str) -> str:
    """A name or slug as a file's name without ending, in letters as addresses have; may leave nothing."""
    part = address_part(unicodedata.normalize("NFC", text.strip()), keep_case=False, without_accents=False)
    part = _PUNCTUATION.sub("-", part).strip("-")
    if len(part) > _LONGEST_NAME:
        part = part[:_LONGEST_NAME].rpartition("-")[0] or part[:_LONGEST_NAME]
    return "" if part in ("index", "_index") else part


def usual_section(pages: Iterable[ContentFile]) -> str:
    """The content tree's folder where most files lie; `statements` in an empty archive."""
    counts = Counter(page.folder.strip("/") for page in pages if page.bundle != "branch")
    return min(counts, key=lambda name: (-counts[name], name)) if counts else FIRST_SECTION


def place_of_file(configuration: SiteConfiguration, section: str, name: str, language: str) -> str:
    """The path of a new file: in the folder of its language, else with the language in its name.

    Raises UsageError where the section leads out of the archive.
    """
    parts = [part for part in section.replace("\\", "/").split("/") if part]
    if section.startswith(("/", "\\")) or any(part.startswith(".") for part in parts):
        raise UsageError("section-unknown", section=section)
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in section):
        raise UsageError("section-name-unusable")
    tag = language.lower()
    main = configuration.default_language
    usable = [mount for mount in configuration.mounts if not mount.target] or [Mount("")]
    mount = min(usable, key=lambda each: (each.language != tag, each.language not in ("", main)))
    suffix = "" if mount.language == tag or configuration.language(tag) is None else f".{tag}"
    suffix = "" if tag == main else suffix
    inside = "/".join([mount.folder, *parts]).strip("/")
    return unicodedata.normalize("NFC", f"{inside}/{name}{suffix}.md".lstrip("/"))
