"""Hugo's globs: `*` within a part of a path, `**` across parts, `{a,b}`, `[a-z]`, `[!a]`, `?`."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def compile_glob(pattern: str) -> re.Pattern[str]:
    """The glob as a regular expression to match a whole text with; raises re.error where it isn't a glob."""
    return re.compile("".join(_pieces(pattern)), re.IGNORECASE | re.DOTALL)


_TOKEN = re.compile(r"\\.|\*\*|\*|\?|\[!?[^\]]*\]|[{},]|[^\\*?\[{},]+|.", re.DOTALL)


def _pieces(pattern: str) -> list[str]:
    pieces: list[str] = []
    depth = 0
    for token in _TOKEN.findall(pattern):
        if token == "{":
            depth += 1
            pieces.append("(?:")
        elif token == "}" and depth:
            depth -= 1
            pieces.append(")")
        elif token == "," and depth:
            pieces.append("|")
        else:
            pieces.append(_piece(token))
    return pieces


def _piece(token: str) -> str:
    if token == "**":
        return ".*"
    if token == "*":
        return "[^/]*"
    if token == "?":
        return "[^/]"
    if token.startswith("[") and token.endswith("]"):
        negated = token.startswith("[!")
        body = token[2 if negated else 1 : -1].replace("\\", "\\\\").replace("^", "\\^").replace("[", "\\[")
        return f"[{'^' if negated else ''}{body}]"
    return re.escape(token[1:] if len(token) == 2 and token[0] == "\\" else token)
