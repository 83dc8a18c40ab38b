"""What an archive changes of its site's looks: colours and type, a logo, wording, single templates."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import msgspec
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk
from jinja2 import Environment, TemplateSyntaxError

from allocution.model.finding import Finding, Place, Severity

FOLDER = "theme"
STYLE = "style.css"
LOGOS = ("logo.svg", "logo.png", "logo.webp")
_TEMPLATE = re.compile(r"templates/([a-z_]+\.(?:html|xml))")
_WORDING = re.compile(r"wording/([a-z]+)\.ftl")


class Theme(msgspec.Struct, frozen=True):
    """The files of a theme: `logo` is the name and the bytes of a picture, `wording` is Fluent by language."""

    style: bytes = b""
    logo: tuple[str, bytes] | None = None
    templates: Mapping[str, str] = msgspec.field(default_factory=dict)
    wording: Mapping[str, str] = msgspec.field(default_factory=dict)

    @property
    def files(self) -> dict[str, bytes]:
        """What is published of it, by name."""
        found = {"theme.css": self.style} if self.style else {}
        return found | dict([self.logo] if self.logo else [])


def read_theme(
    files: Mapping[str, bytes], known: frozenset[str], languages: Collection[str]
) -> tuple[Theme, tuple[Finding, ...]]:
    """A theme from its files by path below its folder.

    `known` are the templates that can be replaced, `languages` those whose wording can.
    """
    templates: dict[str, str] = {}
    wording: dict[str, str] = {}
    findings: list[Finding] = []
    logo = None
    for path, data in sorted(files.items()):
        text = data.decode("utf-8", "replace")
        if found := _TEMPLATE.fullmatch(path):
            if found[1] in known:
                broken = _broken_template(path, text)
                findings += broken
                if not broken:
                    templates[found[1]] = text
                continue
        elif (found := _WORDING.fullmatch(path)) and found[1] in languages:
            wording[found[1]] = text
            findings += _broken_wording(path, text)
            continue
        elif path in LOGOS:
            logo = logo or (path, data)
            continue
        elif path == STYLE:
            continue
        findings.append(Finding("theme-file-unknown", Severity.WARNING, _place(path)))
    return Theme(files.get(STYLE, b""), logo, templates, wording), tuple(findings)


def _place(path: str, line: int = 0) -> Place:
    return Place(f"{FOLDER}/{path}", line, 1 if line else 0)


def _broken_template(path: str, text: str) -> list[Finding]:
    try:
        Environment(autoescape=True).parse(text)
    except TemplateSyntaxError as error:
        problem = (("problem", error.message or ""),)
        return [Finding("theme-template-broken", Severity.ERROR, _place(path, error.lineno), problem)]
    return []


def _broken_wording(path: str, text: str) -> list[Finding]:
    found = []
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, Junk) and entry.span is not None:
            line = text.count("\n", 0, entry.span.start) + 1
            found.append(Finding("theme-wording-broken", Severity.ERROR, _place(path, line)))
    return found
