"""The custody log: what was done with evidence, a line each, every line holding the digest of the one before.

A chain alone can't show that its last lines are gone. So its head (how many lines, and the digest of the last) is kept
beside it, and while a line is being added the head names the log as it was and as it will be.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain is broken: a line from 1, and why; one past the last where lines are missing."""

    line: int
    reason: str


def add_line(log: bytes, event: Mapping[str, str]) -> bytes:
    """The log with one more line. The log has to be whole."""
    return log + _written({"line": len(_lines(log)) + 1, "before": _last(log), **event})


def head_of(*logs: bytes) -> bytes:
    """The head of a log; of several, the heads of all the states that it may be in."""
    return "".join(f"{len(_lines(log))} {_last(log)}\n" for log in logs).encode()


def find_break(log: bytes, head: bytes | None = None) -> Break | None:
    """The first place where the log isn't as it was written; None where all of it is.

    Without its head, lines missing at the end and a changed last line can't be seen.
    """
    before = _BEGINNING
    lines = log.split(b"\n")
    if lines.pop():
        return Break(len(lines) + 1, "unfinished")
    for number, text in enumerate(lines, 1):
        line = text + b"\n"
        reason = _problem(line, number, before)
        if reason:
            return Break(number, reason)
        before = _digest(line)
    if head is not None and f"{len(lines)} {before}".encode() not in head.splitlines():
        return Break(_place_of_end(len(lines), head), "end")
    return None


def events(log: bytes) -> list[dict[str, Any]]:
    """What the lines of a whole log say."""
    return [json.loads(line) for line in _lines(log)]


def _place_of_end(count: int, head: bytes) -> int:
    """The line at which a log that ends otherwise than its head says isn't it."""
    stated = head.split(b" ", 1)[0]
    most = int(stated) if stated.isdigit() and len(stated) < 12 else 0
    return count + 1 if count < most else max(count, 1)


def _problem(line: bytes, number: int, before: str) -> str:
    try:
        entry = json.loads(line)
        if not isinstance(entry, dict) or _written(entry) != line:
            return "unreadable"
    except (ValueError, RecursionError):
        return "unreadable"
    if entry.get("line") != number:
        return "number"
    return "" if entry.get("before") == before else "chain"


def _written(entry: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(entry, ensure_ascii=False, separators=(', ', ': '))}\n".encode()


def _lines(log: bytes) -> list[bytes]:
    return [line + b"\n" for line in log.split(b"\n")[:-1]]


def _last(log: bytes) -> str:
    lines = _lines(log)
    return _digest(lines[-1]) if lines else _BEGINNING


def _digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
