from __future__ import annotations

from importlib.resources import files

import pytest
from fluent.runtime import FluentBundle, FluentResource

from allocution.messages import LANGUAGES, _Messages


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_parsed_one_by_one_are_those_of_the_file(language: str) -> None:
    for file in files("allocution.messages").joinpath(language).iterdir():
        text = file.read_text(encoding="utf-8")
        bundle = FluentBundle([language])
        bundle.add_resource(FluentResource(text))
        messages = _Messages(language, text)
        for name, message in bundle._messages.items():
            assert messages.has(name)
            assert messages.bundle_with(name)._messages[name].equals(message)
        assert not messages._unparsed


def test_messages_of_a_theme_may_refer_to_each_other() -> None:
    messages = _Messages("en", "-term = Word\nfirst = { -term }, { second }\nsecond = other\n", whole=True)
    bundle = messages.bundle_with("first")
    pattern = bundle.get_message("first").value
    assert pattern is not None
    assert bundle.format_pattern(pattern)[0] == "Word, other"
