"""Wording for people: message catalogues in Fluent, one folder a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from importlib import import_module
from pkgutil import get_data
from typing import TYPE_CHECKING, Any

from allocution.errors import AllocutionError
from allocution.messages.problems import recognised

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("ru", "kk", "en", "uk")
FALLBACK = "en"
# Loaded with the first message: a command begins its work before it says anything.
_FLUENT = "fluent.runtime"
_MOST_KNOWN = 10_000
_PLACE_BEHIND = re.compile(r"(.*)( \(.+\))", re.DOTALL)
_MESSAGE_BEGINS = re.compile(r"^([A-Za-z][\w-]*) *=", re.MULTILINE | re.ASCII)


class Catalogue:
    """The messages of one subject (`site`, `findings`) in one language; English where one is missing."""

    def __init__(self, subject: str, language: str, own: str = "") -> None:
        """`own` are messages in Fluent that go before those of the program."""
        self.language = language if language in LANGUAGES else FALLBACK
        self._messages = [_messages(subject, tag) for tag in dict.fromkeys((self.language, FALLBACK))]
        if own:
            self._messages.insert(0, _Messages(self.language, own, whole=True))
        self._known: dict[str | tuple[str, tuple[tuple[str, Any], ...]], str] = {}

    def __call__(self, message: str, **arguments: Any) -> str:
        """The wording of a message; raises LookupError where no catalogue has it."""
        key = (message, tuple(arguments.items())) if arguments else message
        known = self._known.get(key)
        if known is None:
            known = self._format(message, arguments)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = known
        return known

    def _format(self, message: str, arguments: dict[str, Any]) -> str:
        if "problem" in arguments:
            arguments = {**arguments, "problem": _problem(arguments, self.language)}
        for messages in self._messages:
            if messages.has(message):
                bundle = messages.bundle_with(message)
                pattern = bundle.get_message(message).value
                if pattern is not None:
                    return str(bundle.format_pattern(pattern, arguments)[0])
        raise LookupError(f"No catalogue has the message {message}.")

    def has(self, message: str) -> bool:
        """Whether any catalogue has the message."""
        return any(messages.has(message) for messages in self._messages)


class _Messages:
    """The messages of one file. Unless they may refer to each other, each is parsed when it is asked for.

    All of them would take a third of the time that a rebuild of one page has.
    """

    def __init__(self, language: str, text: str, *, whole: bool = False) -> None:
        self._language = language
        self._unparsed: dict[str, str] = {}
        if whole:
            self._add(text)
        else:
            starts = [*_MESSAGE_BEGINS.finditer(text)]
            ends = [*(found.start() for found in starts[1:]), len(text)]
            self._unparsed = {
                found[1]: text[found.start() : end] for found, end in zip(starts, ends, strict=False)
            }

    @cached_property
    def bundle(self) -> FluentBundle:
        """What is parsed already."""
        made: FluentBundle = import_module(_FLUENT).FluentBundle([self._language], use_isolating=False)
        return made

    def _add(self, text: str) -> None:
        self.bundle.add_resource(import_module(_FLUENT).FluentResource(text))

    def has(self, message: str) -> bool:
        """Whether the file has the message."""
        return message in self._unparsed or self.bundle.has_message(message)

    def bundle_with(self, *names: str) -> FluentBundle:
        """The bundle, in which these messages are parsed."""
        unparsed = self._unparsed
        texts = {name: text for name in names if (text := unparsed.get(name)) is not None}
        if texts:
            self._add("".join(texts.values()))
        for name in texts:  # only now, as another thread may be asking
            unparsed.pop(name, None)
        return self.bundle

    def parse_all(self) -> None:
        """Parse what isn't yet: before processes are made that would each do it."""
        self.bundle_with(*self._unparsed)


def _problem(arguments: dict[str, Any], language: str) -> str:
    """What went wrong: by the name of a message, which may hold other arguments, or by another program's words."""
    problem, says = str(arguments["problem"]), Catalogue("problems", language)
    if not says.has(problem):
        return worded(problem, language)
    return says(problem, **{name: value for name, value in arguments.items() if name != "problem"})


def worded(problem: object, language: str) -> str:
    """What a library or the system says of something that went wrong, in other words where its own are known."""
    text, place = str(problem), ""
    found = recognised(text)
    if found is None and (behind := _PLACE_BEHIND.fullmatch(text)):
        found, place = recognised(behind[1]), behind[2]
    return Catalogue("problems", language)(found[0], **found[1]) + place if found else text


def explain(error: AllocutionError, language: str) -> tuple[str, str]:
    """What went wrong, and what to do about it; the second may be empty."""
    says, hint = Catalogue(error.catalogue, language), f"{error.code}-hint"
    message = says(error.code, **error.parameters)
    return message, says(hint, **error.parameters) if says.has(hint) else ""


def parse_all(subject: str, languages: Iterable[str]) -> None:
    """Parse all messages of a subject at once."""
    for language in languages:
        if language in LANGUAGES:
            _messages(subject, language).parse_all()


@cache
def _messages(subject: str, language: str) -> _Messages:
    try:
        text = get_data(__name__, f"{language}/{subject}.ftl") or b""
    except FileNotFoundError:  # of a subject that not every language has wording for
        text = b""
    return _Messages(language, text.decode())
