"""How statements are cited."""

from __future__ import annotations

import json

import pytest

from allocution.content.dates import read_date
from allocution.model.dates import DateMeaning
from allocution.model.law import Charge
from allocution.model.statement import PersonName, Statement
from allocution.views.citations import citations
from allocution.views.references import Reference, reference

ADDRESS = "https://example.org/speech/"


def cited(date: str = "2020-06-22T13:01:00+06:00", **more: object) -> Reference:
    statement = Statement(
        title="Альнур Ильяшев (Распространение)",
        speakers=(PersonName("Альнур Ильяшев"),),
        charges=(Charge("Распространение & 100%"),),
        dates=(read_date(date, DateMeaning.VERDICT),) if date else (),
        courts=("Суд № 2",),
        place="Алматы",
        **more,  # type: ignore[arg-type]
    )
    return reference(statement, "ru", "Последние слова", ADDRESS, "speech")


def forms(found: Reference) -> dict[str, str]:
    return {citation.form: citation.text for citation in citations(found)}


def test_styles_for_people() -> None:
    found = forms(cited())
    assert found["gost"] == (
        "Альнур Ильяшев. Последнее слово (Распространение & 100%)\u00a0; Суд № 2 // Последние слова. – Алматы, "
        "22 июня 2020\u202fг., 13:01 (+06:00). – URL: https://example.org/speech/ (дата обращения: …)."
    )
    assert found["apa"] == (
        "Альнур Ильяшев. (2020, June 22). Последнее слово (Распространение & 100%) [Statement in court]. "
        "Последние слова. https://example.org/speech/"
    )
    assert found["chicago"] == (
        "Альнур Ильяшев, “Последнее слово (Распространение & 100%),” statement in court, Суд № 2, "
        "June 22, 2020, Последние слова, https://example.org/speech/."
    )


def test_a_sentence_ends_with_one_full_stop() -> None:
    assert "– Алматы, 22 июня 2020\u202fг. – URL" in forms(cited("2020-06-22"))["gost"]


def test_forms_for_programs() -> None:
    found = forms(cited(translators=(PersonName("X Y"),)))
    assert found["bibtex"].startswith("@misc{speech,\n")
    assert "  author = {{Альнур Ильяшев}},\n" in found["bibtex"]
    assert r"  title = {{Последнее слово (Распространение \& 100\%)}}," in found["bibtex"]
    assert "  date = {2020-06-22},\n  year = {2020},\n" in found["bibtex"]
    assert found["ris"].startswith("TY  - HEAR\nID  - speech\n")
    assert "AU  - Альнур Ильяшев\n" in found["ris"]
    assert "DA  - 2020/06/22\n" in found["ris"]
    assert found["ris"].endswith("UR  - https://example.org/speech/\nER  - \n")
    (item,) = json.loads(found["csl"])
    assert item["issued"] == {"date-parts": [[2020, 6, 22]]}
    assert item["author"] == [{"literal": "Альнур Ильяшев"}]
    assert item["translator"] == [{"literal": "X Y"}]


@pytest.mark.parametrize(
    ("date", "apa", "csl"),
    [
        ("1937-09", "(1937, September)", {"date-parts": [[1937, 9]]}),
        ("1535", "(1535)", {"date-parts": [[1535]]}),
        ("1987-06~", "(июнь 1987\u202fг., приблизительно)", {"date-parts": [[1987, 6]], "circa": True}),
        ("-0398", "(399 год до н. э.)", {"literal": "-0398"}),
        ("", "(n.d.)", None),
    ],
)
def test_a_date_is_no_more_exact_than_known(date: str, apa: str, csl: dict[str, object] | None) -> None:
    found = forms(cited(date))
    assert f"Ильяшев. {apa}. " in found["apa"]
    assert json.loads(found["csl"])[0].get("issued") == csl
