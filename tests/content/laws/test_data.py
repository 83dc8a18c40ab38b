"""The packaged law files: what is in them is well formed and points at things that exist."""

from __future__ import annotations

import datetime
from importlib.resources import files

import edtf
import pytest

from allocution.content.laws import SUBJECTS, ChargeMatcher, packaged_laws
from allocution.content.laws.wording import fold, words_of
from allocution.model.law import Article, Certainty, Law

LANGUAGES = {"ru", "kk", "uk", "be", "ky", "en"}
LAWS = packaged_laws()
BY_IDENTIFIER = {law.identifier: law for law in LAWS}
every_law = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.identifier)


def test_codes_of_the_five_countries_and_their_soviet_predecessors_are_there() -> None:
    assert set(BY_IDENTIFIER) == {
        "by-uk-1999",
        "kg-uk-1997",
        "kg-uk-2017",
        "kg-uk-2021",
        "kz-uk-1959",
        "kz-uk-1997",
        "kz-uk-2014",
        "ru-uk-1960",
        "ru-uk-1996",
        "ua-kk-1960",
        "ua-kk-2001",
    }


def test_each_file_is_named_after_its_law() -> None:
    names = {entry.name for entry in files("allocution.content.laws").joinpath("data").iterdir()}
    assert names == {f"{law.identifier}.toml" for law in LAWS}


@every_law
def test_identifier_begins_with_the_jurisdiction_and_ends_with_a_year(law: Law) -> None:
    country, _, year = law.identifier.split("-")
    assert country == law.jurisdiction
    assert 1950 < int(year) <= 2026


@every_law
def test_numbers_are_unique_in_either_spelling(law: Law) -> None:
    numbers = [article.number.replace("-", ".") for article in law.articles]
    assert len(set(numbers)) == len(numbers)


@every_law
def test_articles_stand_in_order(law: Law) -> None:
    def order(number: str) -> list[int]:
        return [int(piece) for piece in number.replace("-", ".").split(".")]

    numbers = [article.number for article in law.articles]
    assert numbers == sorted(numbers, key=order)


@every_law
def test_languages_and_subjects_are_known(law: Law) -> None:
    labels = [
        *law.titles,
        *law.short_titles,
        *(title for article in law.articles for title in article.titles),
    ]
    assert {label.language for label in labels} <= LANGUAGES
    assert {article.subject for article in law.articles} <= set(SUBJECTS)
    assert all(label.text and label.text == label.text.strip() for label in labels)


@every_law
def test_dates_are_edtf_and_articles_live_inside_their_law(law: Law) -> None:
    records: list[Law | Article] = [law, *law.articles]
    for record in records:
        for written in filter(None, (record.valid_from, record.valid_to)):
            assert isinstance(edtf.parse_edtf(written), edtf.Date)
            datetime.date.fromisoformat((written + "-01-01")[:10])
    assert law.valid_from
    for article in law.articles:
        assert not article.valid_from or article.valid_from >= law.valid_from
        assert not (article.valid_to and law.valid_to) or article.valid_to <= law.valid_to


@every_law
def test_former_numbers_name_known_laws_that_list_them(law: Law) -> None:
    for article in law.articles:
        for former in article.former_numbers:
            assert BY_IDENTIFIER[former.law].article(former.number), (article.number, former)
            assert BY_IDENTIFIER[former.law].jurisdiction == law.jurisdiction


@every_law
def test_certain_articles_say_what_is_certain(law: Law) -> None:
    for article in law.articles:
        if article.certainty is Certainty.CERTAIN:
            assert article.titles or article.wordings or article.note


@every_law
def test_no_wording_is_told_twice(law: Law) -> None:
    for article in law.articles:
        keys = [
            words_of(fold(text)) for text in (*article.wordings, *(title.text for title in article.titles))
        ]
        assert len(set(keys)) == len(keys), article.number


@every_law
def test_titles_use_letters_of_their_language(law: Law) -> None:
    foreign = {"ru": set("іїєґўәғқңөұүһ"), "uk": set("ыэёъўәғқңөұү"), "kk": set("ўїєґ"), "be": set("ищїєґъ")}
    for label in (*law.titles, *(title for article in law.articles for title in article.titles)):
        assert not set(label.text.lower()) & foreign.get(label.language, set()), label
        if label.language != "en":
            assert not any(letter.isascii() and letter.isalpha() for letter in label.text), label


@every_law
def test_every_official_title_is_linked_to_its_article(law: Law) -> None:
    matcher = ChargeMatcher(LAWS)
    for article in law.articles:
        on = article.valid_from or article.valid_to or law.valid_from
        for title in article.titles:
            charge = matcher.match(title.text, law.jurisdiction, on, law=law.identifier)
            found = (charge.reference, *charge.candidates)
            assert any(
                reference and (reference.law, reference.article) == (law.identifier, article.number)
                for reference in found
            )


@every_law
def test_every_abbreviation_gives_the_law(law: Law) -> None:
    matcher = ChargeMatcher(LAWS)
    article = next(article for article in law.articles if not article.valid_to)
    on = article.valid_from or law.valid_from
    for label in law.short_titles:
        charge = matcher.match(f"ст. {article.number} {label.text}", on=on)
        assert charge.reference is not None, label
        assert (charge.reference.law, charge.reference.article) == (law.identifier, article.number)


def test_the_laws_are_read_once() -> None:
    assert packaged_laws() is LAWS
