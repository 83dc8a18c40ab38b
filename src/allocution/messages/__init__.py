"""Wording for people: message catalogues in Fluent, one folder a language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from allocution.errors import AllocutionError

LANGUAGES = ("ru", "kk", "en", "uk")
FALLBACK = "en"
_MOST_KNOWN = 10_000


class Catalogue:
    """The messages of one subject (`site`, `findings`) in one language; English where one is missing."""

    def __init__(self, subject: str, language: str, own: str = "") -> None:
        """`own` are messages in Fluent that go before those of the program."""
        self.language = language if language in LANGUAGES else FALLBACK
        self._bundles = [_bundle(subject, tag) for tag in dict.fromkeys((self.language, FALLBACK))]
        if own:
            bundle = FluentBundle([self.language], use_isolating=False)
            bundle.add_resource(FluentResource(own))
            self._bundles.insert(0, bundle)
        self._known: dict[str | tuple[str, tuple[tuple[str, Any], ...]], str] = {}

    def __call__(self, message: str, **arguments: Any) -> str:
        """The wording of a message; raises AllocutionError where no catalogue has it."""
        key = (message, tuple(arguments.items())) if arguments else message
        known = self._known.get(key)
        if known is None:
            known = self._format(message, arguments)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = known
        return known

    def _format(self, message: str, arguments: dict[str, Any]) -> str:
        for bundle in self._bundles:
            if bundle.has_message(message):
                pattern = bundle.get_message(message).value
                if pattern is not None:
                    return str(bundle.format_pattern(pattern, arguments)[0])
        raise AllocutionError(f"No catalogue has the message {message}.")

    def has(self, message: str) -> bool:
        """Whether any catalogue has the message."""
        return any(bundle.has_message(message) for bundle in self._bundles)


@cache
def _bundle(subject: str, language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    resource = files(__name__).joinpath(language, f"{subject}.ftl")
    if resource.is_file():
        bundle.add_resource(FluentResource(resource.read_text(encoding="utf-8")))
    return bundle
