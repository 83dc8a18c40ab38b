"""How many marks a body may have: what takes longer than anybody's words is refused before it is read."""

from __future__ import annotations

from allocution.errors import ContentError

# Of markup, of lines' and of sentences' ends: a hearing of five hours with every turn labelled has some ten thousand.
MOST_MARKS = 40_000
_MARKS = b"\n\r*_~`[]<>{}|\\.!?"
_OTHER_MARKS = "…■█▓▒░"


def refuse_too_much_markup(body: str, line: int) -> None:
    """Raise ContentError `too-much-markup` for a body with more marks than anybody writes."""
    if len(body) <= MOST_MARKS:
        return
    ascii_only = body.encode("ascii", "ignore")
    marks = len(ascii_only) - len(ascii_only.translate(None, _MARKS))
    marks += sum(map(body.count, _OTHER_MARKS))
    if marks > MOST_MARKS:
        raise ContentError("too-much-markup", line, 1, marks=str(marks), most=str(MOST_MARKS))
