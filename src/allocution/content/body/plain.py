"""Bodies without any markup, as most are: their paragraphs without asking a Markdown parser."""

from __future__ import annotations

from allocution.content.body.draft import Draft
from allocution.model.passages import PassageKind

# Whatever CommonMark, shortcodes or masks may give a meaning to anywhere, and at the start of a line.
_ANYWHERE = "*_`[]<>&\\|~{}█■▓▒░"
_AT_LINE_START = frozenset("#+-=:0123456789")


def plain_drafts(text: str, first_line: int) -> list[Draft] | None:
    """The paragraphs of a body that is plain text, None where it may be anything else.

    A line that begins or ends with white space, or holds a character that isn't printed, is left to the parser.
    """
    for mark in _ANYWHERE:
        if mark in text:
            return None
    drafts: list[Draft] = []
    paragraph: list[str] = []
    begins = first_line
    for number, line in enumerate(text.split("\n"), first_line):
        if not line:
            if paragraph:
                drafts.append(_draft(paragraph, begins))
                paragraph = []
            continue
        if line[0] in _AT_LINE_START or line[0] == " " or line[-1] == " " or not line.isprintable():
            return None
        if not paragraph:
            begins = number
        paragraph.append(line)
    if paragraph:
        drafts.append(_draft(paragraph, begins))
    return drafts


def _draft(lines: list[str], first_line: int) -> Draft:
    draft = Draft(PassageKind.SPEECH, first_line, 0, 0, "")
    draft.write("\n".join(lines))
    draft.spoken = True
    return draft
