"""Passages as lines that a person reads, used by the tests and by docs/transcripts.md.

A passage is its kind, its role unless the defendant's, its speaker in «», level, depth and label where
set, a colon and its text with line ends as ⏎. Under it, indented, each span: its kind, its text
in «», and its value.
"""

from __future__ import annotations

from collections.abc import Iterable

from allocution.content.body import read_body
from allocution.model.finding import Finding
from allocution.model.passages import Passage, Role


def shown(passage: Passage) -> str:
    """One passage in the notation above."""
    head: list[str] = [passage.kind]
    if passage.role is not Role.DEFENDANT:
        head.append(passage.role)
    if passage.speaker:
        head.append(f"«{passage.speaker}»")
    head += [
        f"{name}={getattr(passage, name)}" for name in ("level", "depth", "label") if getattr(passage, name)
    ]
    if passage.language:
        head.append(f"in {passage.language}")
    lines = [f"{' '.join(head)}: {flat(passage.text)}".rstrip()]
    for span in passage.spans:
        text = flat(passage.text[span.start : span.end])
        lines.append(f"  {span.kind} «{text}» {span.value}".rstrip())
    return "\n".join(lines)


def flat(text: str) -> str:
    """Line ends made visible."""
    return text.replace("\n", "⏎")


def told(finding: Finding) -> str:
    """One finding: severity, code, parameters."""
    return " ".join((finding.severity, finding.code, *(value for _, value in finding.parameters)))


def described(text: str, speakers: Iterable[str] = ()) -> str:
    """A body as its passages and findings, one after another."""
    passages, findings = read_body(text, speakers=speakers)
    return "\n".join([shown(passage) for passage in passages] + [told(finding) for finding in findings])


def spans(text: str) -> list[tuple[str, str, str]]:
    """(kind, text, value) of every span of the only passage of a body."""
    (passage,), _ = read_body(text)
    return [(span.kind.value, passage.text[span.start : span.end], span.value) for span in passage.spans]
