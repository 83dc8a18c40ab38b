"""Charges are linked where jurisdiction and wording leave one answer, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.laws import ChargeMatcher, match_charge, packaged_laws
from allocution.content.laws.mentions import Mention, find_mentions, plain_numbers
from allocution.content.laws.wording import fold, words_of
from allocution.model.law import Article, ArticleReference, Certainty, Charge, Label, Law

MATCHER = ChargeMatcher(packaged_laws())


def told(charge: Charge) -> str:
    """The answer as text: «kz-uk-2014 274/4», «? a | b» for candidates, «-» for neither."""

    def name(reference: ArticleReference) -> str:
        part = f"/{reference.part}" if reference.part else ""
        return f"{reference.law} {reference.article}{part}"

    if charge.reference:
        assert not charge.candidates
        return name(charge.reference)
    return "? " + " | ".join(sorted(map(name, charge.candidates))) if charge.candidates else "-"


def match(wording: str, jurisdiction: str = "", on: str = "", **stated: str) -> str:
    charge = MATCHER.match(wording, jurisdiction, on, **stated)
    assert charge.wording == wording
    return told(charge)


def test_a_name_in_english_is_of_no_country() -> None:
    assert match("Libel") == "-"
    assert match("Libel", "us") == "-"
    assert match("Libel", "ru", "2021-05-01") == "ru-uk-1996 128.1"
    assert match("Libel", law="УК РФ", on="2021-05-01") == "ru-uk-1996 128.1"
    assert match("клевета", on="2021-05-01").startswith("? ")


def test_the_seed() -> None:
    wording = "Распространение заведомо ложной информации"
    assert match(wording, "kz", "2020-06-22") == "kz-uk-2014 274"
    assert match(wording, "kz") == "kz-uk-2014 274"
    assert told(match_charge(packaged_laws(), wording, "kz", "2020-06-22")) == "kz-uk-2014 274"


def test_without_a_jurisdiction_there_are_candidates_only() -> None:
    found = match("Распространение заведомо ложной информации")
    assert found == "? kz-uk-2014 274 | ru-uk-1996 207.1 | ru-uk-1996 207.2 | ru-uk-1996 207.3"
    assert match("Дискредитация Республики Беларусь") == "? by-uk-1999 369-1"
    assert match("ст. 207.3") == "? ru-uk-1996 207.3"


@pytest.mark.parametrize(
    ("wording", "jurisdiction", "on", "answer"),
    [
        ("распространение  заведомо ложной информации.", "KZ", "2020", "kz-uk-2014 274"),
        ("«Распространение заведомо-ложной информации»", "kz-ala", "2020", "kz-uk-2014 274"),
        ("Көрінеу жалған ақпарат тарату", "kz", "2020", "kz-uk-2014 274"),
        ("Көрiнеу жалған ақпарат тарату", "kz", "2020", "kz-uk-2014 274"),
        ("Dissemination of knowingly false information", "kz", "2020", "kz-uk-2014 274"),
        (
            "Возбуждение социальной, национальной, родовой, расовой, сословной или религиозной розни",
            "kz",
            "",
            "kz-uk-2014 174",
        ),
        ("Разжигание розни", "kz", "2019-05-01", "kz-uk-2014 174"),
        ("Разжигание розни", "kz", "2012-10-08", "kz-uk-1997 164"),
        ("Разжигание розни", "kz", "", "? kz-uk-1997 164 | kz-uk-2014 174"),
        ("дискредитация армии", "ru", "2023-04-17", "ru-uk-1996 280.3"),
        ("Дискредитация вооруженных сил", "ru", "2023-04-17", "ru-uk-1996 280.3"),
        ("дискредитация армии", "ru", "2021-01-01", "-"),
        ("фейки об армии", "ru", "2022-12-09", "ru-uk-1996 207.3"),
        (
            "Распространение заведомо ложной информации",
            "ru",
            "2020-06-22",
            "? ru-uk-1996 207.1 | ru-uk-1996 207.2",
        ),
        ("антисоветская агитация и пропаганда", "ru", "1968", "ru-uk-1960 70"),
        ("антисоветская агитация и пропаганда", "ru", "2020", "-"),
        ("антисоветская агитация и пропаганда", "ua", "1972", "ua-kk-1960 62"),
        ("антирадянська агітація та пропаганда", "ua", "1972", "ua-kk-1960 62"),
        (
            "антисоветская агитация и пропаганда",
            "su",
            "1972",
            "? kz-uk-1959 56 | ru-uk-1960 70 | ua-kk-1960 62",
        ),
        ("Клевета", "ru", "2010", "ru-uk-1996 129"),
        ("Клевета", "ru", "2012-03-01", "-"),
        ("Клевета", "ru", "2020", "ru-uk-1996 128.1"),
        ("Виправдовування збройної агресії РФ проти України", "ua", "2023", "ua-kk-2001 436-2"),
        ("абраза прэзідэнта", "by", "2022", "by-uk-1999 368"),
        (
            "Организация и подготовка действий, грубо нарушающих общественный порядок",
            "by",
            "2021",
            "by-uk-1999 342",
        ),
        (
            "Возбуждение расовой, этнической, национальной, религиозной или межрегиональной вражды (розни)",
            "kg",
            "2020",
            "kg-uk-2017 313",
        ),
        ("Массовые беспорядки", "kg", "2024-07-04", "kg-uk-2021 278"),
        ("кража велосипеда", "kz", "2020", "-"),
        ("", "kz", "2020", "-"),
    ],
)
def test_wordings(wording: str, jurisdiction: str, on: str, answer: str) -> None:
    assert match(wording, jurisdiction, on) == answer


@pytest.mark.parametrize(
    ("wording", "jurisdiction", "answer"),
    [
        ("ст. 274", "kz", "kz-uk-2014 274"),
        ("ст.274", "kz", "kz-uk-2014 274"),
        ("274", "kz", "kz-uk-2014 274"),
        ("274 УК РК", "", "kz-uk-2014 274"),
        ("УК РК, ст. 274", "", "kz-uk-2014 274"),
        ("ч. 4 ст. 274 УК РК", "", "kz-uk-2014 274/4"),
        ("ч.4 ст.274 УК РК", "kz", "kz-uk-2014 274/4"),
        ("ст. 274 ч. 4", "kz", "kz-uk-2014 274/4"),
        ("ст. 274, ч. 4", "kz", "kz-uk-2014 274/4"),
        ("часть четвертая статьи 274", "kz", "kz-uk-2014 274"),
        ("Распространение заведомо ложной информации, ч. 4 ст. 274 УК РК", "", "kz-uk-2014 274/4"),
        ("участие (ч. 2 ст. 405)", "kz", "kz-uk-2014 405/2"),
        ("статья 274 Уголовного кодекса Республики Казахстан", "", "kz-uk-2014 274"),
        ("274-бап", "kz", "kz-uk-2014 274"),
        ("274-баптың 4-бөлігі", "kz", "kz-uk-2014 274/4"),
        ("274-б. 4-б.", "kz", "kz-uk-2014 274/4"),
        ("ҚР ҚК 274-бабының 4-бөлігі", "", "kz-uk-2014 274/4"),
        ("Қазақстан Республикасы Қылмыстық кодексінің 274-бабы", "kz", "kz-uk-2014 274"),
        ("Article 274(4)", "kz", "kz-uk-2014 274/4"),
        ("Article 274, part 4, of the Criminal Code of Kazakhstan", "", "kz-uk-2014 274/4"),
        ("статья 207.3 часть 2", "ru", "ru-uk-1996 207.3/2"),
        ("art. 207.3 p. 2", "ru", "ru-uk-1996 207.3/2"),
        ("п. «д» ч. 2 ст. 207.3 УК РФ", "", "ru-uk-1996 207.3/2"),
        ("ч. 1, 2 ст. 207.3 УК РФ", "", "ru-uk-1996 207.3"),
        ("280.3 УК РФ", "", "ru-uk-1996 280.3"),
        ("280-3 УК РФ", "", "ru-uk-1996 280.3"),
        ("ст. 190-1 УК РСФСР", "", "ru-uk-1960 190-1"),
        ("ст. 190¹ УК РСФСР", "", "ru-uk-1960 190-1"),
        ("ст. 190–1 УК РСФСР", "", "ru-uk-1960 190-1"),
        ("ст. 62 УК УССР", "", "ua-kk-1960 62"),
        ("ст. 62 КК УРСР", "", "ua-kk-1960 62"),
        ("ч. 2 ст. 436-2 КК України", "", "ua-kk-2001 436-2/2"),
        ("частина 2 статті 436²", "ua", "ua-kk-2001 436-2/2"),
        ("артыкул 342 КК РБ", "", "by-uk-1999 342"),
        ("ч. 1 ст. 342 УК РБ", "", "by-uk-1999 342/1"),
        ("ст. 278 ч. 3 УК КР", "", "kg-uk-2021 278/3"),
        ("ст.ст. 174, 405 УК РК", "", "? kz-uk-2014 174 | kz-uk-2014 405"),
        ("ч. 1 ст. 174 и ч. 2 ст. 405 УК РК", "", "? kz-uk-2014 174/1 | kz-uk-2014 405/2"),
        ("ст. 174-175 УК РК", "", "-"),
        ("282 ч. 1", "ru", "ru-uk-1996 282/1"),
        ("ч. 1 282 УК РФ", "", "-"),
        ("ч. 1 282, 280", "ru", "-"),
        ("ст. 174 КоАП РК", "kz", "-"),
        ("ст. 274 УПК", "kz", "-"),
        ("ст. 318 УК РФ, ст. 19.3 КоАП РФ", "ru", "? ru-uk-1996 19.3 | ru-uk-1996 318"),
        ("статья 5 Закона о митингах", "kz", "-"),
        ("2020", "kz", "-"),
        ("два года, 274 дня", "kz", "-"),
    ],
)
def test_numbers(wording: str, jurisdiction: str, answer: str) -> None:
    assert match(wording, jurisdiction) == answer


def test_a_number_that_a_law_does_not_list_is_still_of_the_law_named() -> None:
    assert match("ст. 146 УК РК", on="2020") == "kz-uk-2014 146"
    assert match("ст. 146 УК РК") == "? kz-uk-1997 146 | kz-uk-2014 146"
    assert match("ст. 146", "kz", "2020") == "-"


def test_a_number_of_the_code_before_is_not_taken_for_one_of_the_code_in_force() -> None:
    assert match("ст. 164 УК РК", on="2014-12-01") == "kz-uk-1997 164"
    assert match("ст. 164 УК РК", on="2015-02-01") == "? kz-uk-1997 164 | kz-uk-2014 164"


def test_an_article_named_after_its_time_may_be_the_one() -> None:
    """The day of a file may be decades later than the deed."""
    assert match("ст. 190-1 УК РСФСР", "ru", "2026-01-01") == "? ru-uk-1960 190-1"
    assert match("ст. 130 УК РК", "kz", "2021") == "? kz-uk-1997 130 | kz-uk-2014 130"
    assert match("ст. 207.3 УК РФ", "ru", "2021-01-01") == "? ru-uk-1996 207.3"
    assert match("ст. 190-1", "ru", "2026-01-01") == "-"


def test_jurisdiction_and_code_that_contradict_each_other_leave_candidates() -> None:
    assert match("ст. 207.3 УК РФ", "kz") == "? ru-uk-1996 207.3"


@pytest.mark.parametrize(
    ("stated", "answer"),
    [
        ({"law": "kz-uk-2014", "article": "274", "part": "4"}, "kz-uk-2014 274/4"),
        ({"law": "УК РК", "article": "274"}, "kz-uk-2014 274"),
        ({"law": "kz-uk-2014", "article": "ст. 274"}, "kz-uk-2014 274"),
        ({"law": "ru-uk-1960", "article": "190¹"}, "ru-uk-1960 190-1"),
        ({"law": "kz-uk-2014"}, "kz-uk-2014 274"),
        ({"law": "kz-uk-2014", "part": "4"}, "kz-uk-2014 274/4"),
        ({"law": "xx-law", "article": "274"}, "-"),
        ({"article": "274"}, "? kz-uk-2014 274"),
    ],
)
def test_what_the_file_states_beside_the_wording(stated: dict[str, str], answer: str) -> None:
    assert match("Распространение заведомо ложной информации", **stated) == answer


def test_a_list_shares_the_one_code_that_it_names() -> None:
    found = MATCHER.match_list(("ст. 174", "405 УК РК"))
    assert [told(charge) for charge in found] == ["kz-uk-2014 174", "kz-uk-2014 405"]
    found = MATCHER.match_list(("ст. 174", "405 УК РК", "280.3 УК РФ"))
    assert [told(charge) for charge in found] == ["? kz-uk-2014 174", "kz-uk-2014 405", "ru-uk-1996 280.3"]
    found = MATCHER.match_list(("клевета", "405 УК РК"), "kz", "2019")
    assert [told(charge) for charge in found] == ["kz-uk-2014 130", "kz-uk-2014 405"]
    found = MATCHER.match_list(("ст. 318 УК РФ", "ст. 19.3 КоАП"))
    assert [told(charge) for charge in found] == ["ru-uk-1996 318", "-"]
    assert MATCHER.match_list(()) == ()


def test_an_unverified_article_is_never_more_than_a_candidate_of_its_wording() -> None:
    article = Article("7", (Label("ru", "Шёпот"),), "speech", Certainty.UNVERIFIED)
    law = Law("xx-law-2000", "xx", (Label("ru", "Кодекс"),), (), Certainty.CERTAIN, (article,))
    matcher = ChargeMatcher([law])
    assert told(matcher.match("шепот", "xx")) == "? xx-law-2000 7"
    assert told(matcher.match("ст. 7", "xx")) == "xx-law-2000 7"


def test_official_titles_win_over_common_wordings_of_one_jurisdiction() -> None:
    articles = (
        Article("7", (Label("ru", "Шёпот"),), "speech", Certainty.CERTAIN),
        Article("8", (Label("ru", "Крик"),), "speech", Certainty.CERTAIN, wordings=("Шёпот",)),
    )
    law = Law("xx-law-2000", "xx", (Label("ru", "Кодекс"),), (), Certainty.CERTAIN, articles)
    assert told(ChargeMatcher([law]).match("шёпот", "xx")) == "xx-law-2000 7"
    assert told(ChargeMatcher([law]).match("шёпот")) == "? xx-law-2000 7 | xx-law-2000 8"


def test_laws_by_name() -> None:
    law = MATCHER.law("ук рф")
    assert law is not None
    assert law.identifier == "ru-uk-1996"
    assert MATCHER.law("УК РК") is None
    assert MATCHER.law("nothing") is None


def test_no_laws_no_answers() -> None:
    assert ChargeMatcher([]).match("ст. 274 УК РК", "kz") == Charge("ст. 274 УК РК")


@pytest.mark.parametrize(
    "text",
    ["ст. 274", "ч. 4 ст. 274", "часть 4 статьи 280-3", "ст.207.3.", "статья 70"],
)
def test_the_quick_reading_reads_as_the_tokens_do(text: str) -> None:
    # An ellipsis keeps the quick pattern from matching and means nothing to the tokens.
    assert find_mentions(text) == find_mentions("… " + text)
    assert find_mentions(text) != ()


def test_mentions_in_order_each_once() -> None:
    assert find_mentions("ст. 280, 207.3, 280") == (Mention("280"), Mention("207.3"))
    assert find_mentions("174, 405-баптар") == (Mention("174"), Mention("405"))
    assert plain_numbers("190<sup>1</sup>, 190^3, 436²") == "190-1, 190-3, 436-2"


@given(
    st.text(max_size=60),
    st.sampled_from(["", "kz", "ru", "su", "zz"]),
    st.sampled_from(["", "2020", "1970-01-01"]),
)
def test_any_wording_gives_a_charge(wording: str, jurisdiction: str, on: str) -> None:
    charge = MATCHER.match(wording, jurisdiction, on)
    assert charge.wording == wording
    assert charge.reference is None or not charge.candidates


@given(st.text(alphabet="ст.чбап 1234567890,-()УКРФи", max_size=40))
def test_anything_like_a_number_is_read_without_trouble(wording: str) -> None:
    for mention in find_mentions(plain_numbers(fold(wording))):
        assert mention.article in plain_numbers(fold(wording))


@given(
    st.sampled_from(
        [title.text for law in packaged_laws() for article in law.articles for title in article.titles]
    )
)
def test_spelling_does_not_matter(title: str) -> None:
    spelt = f" «{title.upper().replace('Е', 'Ё').replace(' ', '  ')}». "
    assert words_of(fold(spelt)) == words_of(fold(title))
