"""The table of findings, the source that makes them, and the catalogues that word them say the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import allocution
from allocution.check.codes import CODES, Code
from allocution.messages import LANGUAGES, Catalogue
from allocution.model.finding import Severity
from tests.check.catalogues import messages
from tests.check.emitted import Emitted, Source, UnreadableSourceError

LONGEST = 160
IDS = [code.code for code in CODES]


@pytest.fixture(scope="module")
def emitted() -> list[Emitted]:
    return Source(Path(allocution.__file__).parent).emitted()


# --- the table and the source ---


def test_the_table_has_every_code_of_the_source_and_no_other(emitted: list[Emitted]) -> None:
    assert sorted({each.code for each in emitted}) == sorted(IDS)


def test_a_code_stands_in_the_table_once() -> None:
    assert [code for code, times in Counter(IDS).items() if times > 1] == []


@pytest.mark.parametrize("code", CODES, ids=IDS)
def test_severity_and_parameters_are_those_of_the_source(code: Code, emitted: list[Emitted]) -> None:
    mine = [each for each in emitted if each.code == code.code]
    assert {each.where for each in mine if each.parameters != set(code.parameters)} == set()
    severities = {each.severity for each in mine if each.severity is not None}
    if severities:
        assert severities == set(code.severities)
    else:
        assert code.severities == (Severity.ERROR,), "an error that nothing reports yet stops its file"
    assert code.parameters == tuple(sorted(code.parameters)), "sorted, as a finding has them"


# --- the table and the catalogues ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_message_and_a_hint_and_nothing_else_is_there(language: str) -> None:
    expected = {name for code in IDS for name in (code, f"{code}-hint")}
    assert set(messages("findings", language)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_message_and_hint_mention_all_that_the_finding_knows(language: str) -> None:
    found = messages("findings", language)
    wrong = {
        code.code: mentioned
        for code in CODES
        if (mentioned := found[code.code].variables | found[f"{code.code}-hint"].variables)
        != set(code.parameters)
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_variants_are_the_same_in_every_language(language: str) -> None:
    def choices(tag: str) -> dict[str, dict[str, set[str]]]:
        return {name: message.choices for name, message in messages("findings", tag).items()}

    assert choices(language) == choices("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_short_and_whole_sentences(language: str) -> None:
    catalogue = Catalogue("findings", language)
    texts = {
        text: message.name
        for message in messages("findings", language).values()
        for text in message.renderings(catalogue)
    }
    assert {name: len(text) for text, name in texts.items() if len(text) > LONGEST} == {}
    assert [name for text, name in texts.items() if not text.endswith((".", "?"))] == []
    assert [name for text, name in texts.items() if "  " in text or "\n" in text] == []


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_no_message_was_left_in_english(language: str) -> None:
    catalogue, english = Catalogue("findings", language), Catalogue("findings", "en")
    same = [name for name in messages("findings", language) if catalogue(name) == english(name)]
    assert same == []


# --- the site's catalogues ---


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_the_site_says_the_same_things_in_every_language(language: str) -> None:
    english, other = messages("site", "en"), messages("site", language)
    assert set(other) == set(english)
    assert {
        name: message.variables
        for name, message in other.items()
        if message.variables != english[name].variables
    } == {}


# --- the reading of the source ---


def source(folder: Path, **files: str) -> list[Emitted]:
    """What a package of these modules emits."""
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return Source(folder).emitted()


def test_a_forwarded_finding_is_read_at_its_call(tmp_path: Path) -> None:
    found = source(
        tmp_path,
        one=(
            "class Reading:\n"
            "    def report(self, code, severity=Severity.ERROR, **parameters):\n"
            "        Finding(code, severity, Place(''), tuple(sorted({**parameters, 'key': 'k'}.items())))\n"
            "    def once(self, code, severity, **parameters):\n"
            "        self.report(code, severity, **parameters)\n"
        ),
        two="def f(r):\n    r.report('a', x='1')\n    r.once('b', Severity.NOTE, y='2')\n",
    )
    assert {(each.code, each.severity, each.parameters) for each in found} == {
        ("a", Severity.ERROR, frozenset({"x", "key"})),
        ("b", Severity.NOTE, frozenset({"y", "key"})),
    }


def test_a_code_that_can_not_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError):
        source(tmp_path, one="def f(x):\n    Finding(CODES[x], Severity.NOTE, Place(''))\n")


def test_the_find_of_a_text_is_no_finding(tmp_path: Path) -> None:
    forwarder = "def find(code, severity, offset):\n    Finding(code, severity, offset)\n"
    assert source(tmp_path, one=forwarder + "def f(text):\n    return text.find('x', 1, 9)\n") == []


def test_an_error_under_another_name_has_the_codes_of_what_is_imported(tmp_path: Path) -> None:
    found = source(
        tmp_path,
        reading="def f():\n    raise ContentError('broken', 1, 2, problem='p')\n",
        using=(
            f"from {tmp_path.name}.reading import f\n"
            "def g(error):\n"
            "    Finding(f'settings-{error.code}', Severity.ERROR, Place(''), error.parameters)\n"
        ),
    )
    assert {(each.code, each.severity, each.parameters) for each in found} == {
        ("broken", None, frozenset({"problem"})),
        ("settings-broken", Severity.ERROR, frozenset({"problem"})),
    }
