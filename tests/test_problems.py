"""What libraries and the system say of a problem is said in the person's language."""

from __future__ import annotations

import ast
import errno
import os
import re

import pytest

from allocution.content.front_matter import read_front_matter
from allocution.errors import CaptureError, ContentError, PublishError
from allocution.messages import LANGUAGES, explain, worded
from allocution.messages.problems import _FORMS, recognised
from tests.test_errors import SOURCE, messages

# Functions of one module whose first argument is the problem.
_FORWARDERS = frozenset(("_refused", "_wrong"))

# What people get wrong, with the place that is told.
BROKEN = {
    '---\ntitle: "A\nslug: a\n---\n': ("quote-unclosed", 2, 8),
    "---\nsources: [a, b\nslug: a\n---\n": ("list-unclosed", 2, 10),
    "---\ntitle: A: B\n---\n": ("colon-in-value", 2, 9),
    "---\ntitle\nslug: a\n---\n": ("colon-in-value", 3, 5),
    "---\ntitle: 'A' B\n---\n": ("key-expected", 2, 12),
    "---\ntitle: @a\n---\n": ("start-impossible", 2, 8),
    "---\ntitle: %a\n---\n": ("start-impossible", 2, 8),
    "---\ntitle: *a\n---\n": ("anchor-unknown", 2, 8),
    '---\ntitle: "A\\q"\n---\n': ("escape-unknown", 2, 10),
    "---\n- a\ntitle: b\n---\n": ("dash-expected", 3, 1),
    '+++\ntitle = "A\n+++\n': ("quote-unclosed", 2, 11),
    "+++\ntitle = A\n+++\n": ("value-missing", 2, 9),
    "+++\ntitle: A\n+++\n": ("equals-missing", 2, 6),
    '+++\ntitle = "A" B\n+++\n': ("more-on-line", 2, 13),
    '+++\ntitle = "A"\ntitle = "B"\n+++\n': ("key-twice", 3, 12),
    '+++\ntags = ["a"\nslug = "b"\n+++\n': ("list-unclosed", 3, 1),
    '{"title": "A" "slug": "b"}\n': ("comma-missing", 1, 15),
    '{"title" "A"}\n': ("colon-missing", 1, 10),
    '{title: "A"}\n': ("name-unquoted", 1, 2),
}


def given() -> dict[str, set[str]]:
    """The problems that the program itself gives by name, each with what it is always given besides."""
    found: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for call in filter(
            lambda node: isinstance(node, ast.Call), ast.walk(ast.parse(path.read_text("utf-8")))
        ):
            assert isinstance(call, ast.Call)
            named = {each.arg or "": each.value for each in call.keywords}
            if ast.unparse(call.func) in _FORWARDERS:
                named["problem"] = call.args[0]
            if "problem" in named and not isinstance(named["problem"], ast.JoinedStr):
                told = {
                    value.value for value in ast.walk(named["problem"]) if isinstance(value, ast.Constant)
                }
                for name in filter(re.compile("[a-z-]+").fullmatch, filter(None, map(str, told))):
                    found[name] = found.get(name, set(named)) & set(named)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_problem_is_worded(language: str) -> None:
    known, own = messages(language, "problems"), given()
    assert len(own) > 25
    assert set(known) == set(_FORMS) | set(own)
    for name, named in known.items():
        if name in _FORMS:
            assert named <= set(re.compile(_FORMS[name]).groupindex), name
        if name in own:
            assert named <= own[name], name


@pytest.mark.parametrize(("head", "told"), BROKEN.items())
def test_what_is_wrong_with_front_matter_is_recognised(head: str, told: tuple[str, int, int]) -> None:
    with pytest.raises(ContentError) as caught:
        read_front_matter(head.encode())
    parameters = dict(caught.value.parameters)
    found = recognised(str(parameters["problem"]))
    assert found is not None, parameters
    assert (found[0], caught.value.line, caught.value.column) == told


@pytest.mark.parametrize(
    "number",
    [
        errno.ENOENT, errno.EACCES, errno.EPERM, errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EROFS,
        errno.ENAMETOOLONG, errno.EBUSY, errno.ENOTEMPTY, errno.EIO, errno.EMFILE, errno.ELOOP, errno.EXDEV,
        errno.EADDRNOTAVAIL, errno.ECONNREFUSED, errno.ECONNRESET, errno.ETIMEDOUT, errno.EHOSTUNREACH,
    ],
)  # fmt: skip
def test_what_the_system_says_is_recognised(number: int) -> None:
    assert recognised(os.strerror(number)) is not None
    assert recognised(str(OSError(number, os.strerror(number)))) is not None
    assert not re.search("[a-zA-Z]{3}", worded(os.strerror(number), "uk"))


def test_what_is_not_known_stays_as_it_is() -> None:
    assert worded("something else", "ru") == "something else"
    assert worded("something else (a)", "ru") == "something else (a)"
    assert worded("Permission denied (a/b)", "ru") == "нет прав доступа (a/b)"


def test_errors_say_it() -> None:
    record = CaptureError("warc-damaged", problem="record-digest", number=3)
    assert "запись 3: контрольная сумма другая" in explain(record, "ru")[0]
    error = PublishError("unwritable", path="a", problem="No space left on device")
    assert explain(error, "ru")[0] == "a не записать: на диске нет места"
    assert explain(error, "uk")[0] == "a не вдається записати: на диску немає місця"
