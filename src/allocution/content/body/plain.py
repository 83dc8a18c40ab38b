"""Bodies without any markup, as most are: their paragraphs without asking a Markdown parser."""

from __future__ import annotations

from allocution.content.body.draft import Draft
from allocution.model.passages import PassageKind

# Whatever CommonMark, shortcodes or masks may give a meaning to anywhere, and at the start of a line.
_ANYWHERE = b"*_`[]<>&\\|~{}"
_BLOCKS = "█■▓▒░▇"
_AT_LINE_START = frozenset("#+-=: 0123456789")


def plain_paragraphs(text: str, first_line: int) -> list[tuple[str, int]] | None:
    """The paragraphs of a body that is plain text and their lines, None where it may be anything else.

    A line that begins or ends with white space, or holds a character that isn't printed, is left to the parser.
    """
    ascii_only = text.encode("ascii", "ignore")
    if len(ascii_only.translate(None, _ANYWHERE)) < len(ascii_only):
        return None
    for block in _BLOCKS:
        if block in text:
            return None
    paragraphs: list[tuple[str, int]] = []
    lines: list[str] = []
    begins = first_line
    for number, line in enumerate(text.split("\n"), first_line):
        if not line:
            if lines:
                paragraphs.append(("\n".join(lines), begins))
                lines = []
            continue
        if line[0] in _AT_LINE_START or line[-1] == " " or not line.isprintable():
            return None
        if not lines:
            begins = number
        lines.append(line)
    if lines:
        paragraphs.append(("\n".join(lines), begins))
    return paragraphs


def plain_draft(text: str, line: int) -> Draft:
    """A plain paragraph as the parser would give it."""
    draft = Draft(PassageKind.SPEECH, line)
    draft.write(text)
    draft.spoken = True
    return draft
