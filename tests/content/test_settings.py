from __future__ import annotations

import dataclasses

import pytest

from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.settings import Settings, accepted, read_settings, same_origin, written_name

NAMES = [each.name for each in dataclasses.fields(Settings)]


def test_an_archive_that_says_nothing_has_the_defaults() -> None:
    assert read_settings({}, "hugo.toml") == (Settings(), ())
    assert read_configuration({})[0].settings == Settings()


def test_settings_are_read_from_hugos_configuration_blind_to_case() -> None:
    text = b"[Params.Allocution]\nSEARCH = true\n"
    configuration, findings = read_configuration({"hugo.toml": text})
    assert findings == ()
    assert configuration.settings.search


def test_a_likely_misspelling_is_named() -> None:
    settings, (finding,) = read_settings({"serach": True}, "hugo.toml")
    assert settings == Settings()
    assert (finding.code, dict(finding.parameters)) == (
        "setting-unknown",
        {"key": "serach", "known": "search"},
    )


def test_a_word_unlike_any_setting_has_no_suggestion() -> None:
    _, (finding,) = read_settings({"zzz": 1}, "hugo.toml")
    assert dict(finding.parameters) == {"key": "zzz", "known": "none"}


def test_a_value_of_another_kind_is_not_used() -> None:
    settings, (finding,) = read_settings({"search": "yes please"}, "hugo.toml")
    assert settings == Settings()
    assert (finding.code, dict(finding.parameters)) == (
        "setting-unusable",
        {"expected": "true, false", "key": "search"},
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_says_what_it_takes_and_what_for(name: str) -> None:
    assert accepted(name)
    assert (
        next(each for each in dataclasses.fields(Settings) if each.name == name)
        .metadata["help"]
        .endswith(".")
    )
    assert written_name(name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "https://A.example:443/y", True),
        ("http://a.example:80/x", "http://a.example/", True),
        ("https://a.example/", "http://a.example/", False),
        ("https://a.example/", "https://b.a.example/", False),
        ("https://a.example/", "https://a.example:8443/", False),
        ("https://user@a.example/", "https://a.example/", True),
        ("https://[nonsense/", "https://a.example/", True),
        ("https://a.example:x/", "https://a.example/", True),
    ],
)
def test_addresses_of_one_origin(one: str, other: str, same: bool) -> None:
    assert same_origin(one, other) is same
