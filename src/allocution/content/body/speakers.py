"""Who speaks: offices and names written before a colon where a line begins."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from allocution.content.body.vocabulary import LONGEST_ROLE, ROLES
from allocution.model.passages import Role

# Before the office may stand a dash, as in dialogues, and the recording's time.
BEFORE = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[^\S\n]+)?(?:[—–―-][^\S\n]+)?"
LABEL = re.compile(rf"(?:^|\n)[^\S\n]*+({BEFORE})([^\n:]{{1,80}}):")
BRACKETED = re.compile(r"[^\S\n]*[(\[]([^()\[\]]{1,60})[)\]]$")
INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
LONGEST_NAME = 4


class Label(msgspec.Struct, frozen=True):
    """A label in a passage's text: its line begins at `start`, the words after it at `after`."""

    start: int
    after: int
    speaker: str
    role: Role


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The words of the speakers' names by which a label may call them."""
    words = (word.strip(",()«»\"'") for name in names for word in name.split())
    return frozenset(word.casefold() for word in words if len(word) > 1 and not INITIAL.fullmatch(word))


def find_labels(text: str, names: frozenset[str]) -> list[Label]:
    """The labels at the starts of lines that say who speaks; unknown words before a colon are speech."""
    if ":" not in text:
        return []
    labels = []
    line = 0
    while line >= 0:
        # Asked at each line's start, as a search would try every letter.
        match = LABEL.match(text, line)
        role = resolve(match[2], names) if match else None
        if match and role is not None:
            after = match.end()
            while after < len(text) and text[after].isspace():
                after += 1
            labels.append(Label(match.start(), after, (match[1] + match[2]).strip(), role))
        line = text.find("\n", line + 1)
    return labels


def resolve(label: str, names: frozenset[str]) -> Role | None:
    """The role that a label names: an office, with or without a name, or the defendant's own name."""
    label = label.strip()
    if label[:1] == "[" and label[-1:] == "]":
        label = label[1:-1]
    remark = BRACKETED.search(label)
    head = label[: remark.start()] if remark else label
    words = head.replace(",", " ").split()
    if not words or len(words) > LONGEST_ROLE + LONGEST_NAME:
        return None
    for count in range(min(len(words), LONGEST_ROLE), 0, -1):
        role = ROLES.get(" ".join(words[:count]).casefold())
        if role is not None:
            return role if _is_name(words[count:]) else None
    if not _is_name(words):
        return None
    if remark and (role := ROLES.get(remark[1].strip().casefold())) is not None:
        return role
    return Role.DEFENDANT if _is_known(words, names) else None


def _is_name(words: list[str]) -> bool:
    """Could these be the words of a name (or none)?"""
    return len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)


def _is_known(words: list[str], names: frozenset[str]) -> bool:
    """Is this a speaker's name? A full name may have one word more (a patronymic)."""
    full = [word.casefold() for word in words if not INITIAL.fullmatch(word)]
    known = sum(word in names for word in full)
    return known > 0 and (known == len(full) or (known >= 2 and len(full) - known == 1))
