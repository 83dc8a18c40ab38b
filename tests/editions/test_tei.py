"""TEI: the words as they are written, under the addresses that they have on the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from allocution.content.dates import read_date
from allocution.editions.marks import marks_of, marks_within
from allocution.editions.stage_notes import element_of, happening
from allocution.editions.tei_dates import date_element
from allocution.model.dates import DateMeaning
from allocution.model.passages import Passage, PassageKind, Span, SpanKind
from allocution.views.marked_text import interleave
from tests.editions.archives import exported, tables
from tests.editions.validators import NAMESPACES, XML_ID, expanded
from tests.publish.archives import SAMPLE, build_site, write

PAGE = """---
title: Анна Ким (клевета)
speakers: ["Анна Ким"]
corrections:
  - {written: "гортким", meant: "горьким"}
  - {written: "конец. Начало", meant: "конец; начало"}
---
Хлеб *был гортким*, **ей**-богу. Вот конец. Начало [другое](https://example.org/a?b=ж).

Судья: Прошу тише.

Я продолжаю.
"""


def tei(root: Path, output: Path) -> etree._Element:
    exported(root, output, "tei")
    return expanded(output / "tei").getroot()


def written(element: etree._Element) -> str:
    """The text of an element as the transcript has it: without what was meant."""
    copied = etree.fromstring(etree.tostring(element, with_tail=False))
    for meant in copied.iterfind(".//tei:corr", NAMESPACES):
        meant.text = ""
    return "".join(copied.itertext())


def test_every_sentence_has_the_words_and_the_address_that_it_has_on_the_site(tmp_path: Path) -> None:
    exported(SAMPLE, tmp_path / "out", "jsonl", "tei")
    root = expanded(tmp_path / "out" / "tei").getroot()
    found = {
        each.get(XML_ID): written(each) for each in root.iterfind(".//tei:seg[@type='sentence']", NAMESPACES)
    }
    rows = tables(tmp_path / "out", "sentences")
    assert found == {f"{row['statement']}.{row['sentence']}": row["text"] for row in rows}
    build_site(SAMPLE, tmp_path / "site")
    for row in rows[:50]:
        page = tmp_path / "site" / str(row["address"]).removeprefix("https://example.org/").partition("#")[0]
        assert f'id="{row["sentence"]}"' in (page / "index.html").read_text()


def test_corrections_stand_beside_what_is_written_and_go_over_the_end_of_a_sentence(tmp_path: Path) -> None:
    root = tei(write(tmp_path / "archive", {"content/a.md": PAGE}), tmp_path / "out")
    choices = [
        ("".join(choice[0].itertext()), "".join(choice[1].itertext()))
        for choice in root.iterfind(".//tei:choice", NAMESPACES)
    ]
    assert choices == [("гортким", "горьким"), ("конец.", "конец; начало"), (" ", ""), ("Начало", "")]
    first = root.find(".//tei:seg[@type='paragraph']", NAMESPACES)
    assert first is not None
    assert "".join(written(first).split()) == "Хлеббылгортким,ей-богу.Вотконец.Началодругое."


def test_a_speech_that_is_interrupted_goes_on(tmp_path: Path) -> None:
    root = tei(write(tmp_path / "archive", {"content/a.md": PAGE}), tmp_path / "out")
    turns = [dict(each.attrib) for each in root.iterfind(".//tei:u", NAMESPACES)]
    assert [(turn["ana"], turn.get("next"), turn.get("prev")) for turn in turns] == [
        ("#role.defendant", "#a.u3", None),
        ("#role.judge", None, None),
        ("#role.defendant", None, "#a.u1"),
    ]
    assert turns[0]["who"] == turns[2]["who"]
    assert "who" not in turns[1]
    assert root.findtext(".//tei:note[@type='speaker']", namespaces=NAMESPACES) == "Судья:"


spans = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from([SpanKind.EMPHASIS, SpanKind.STRONG])),
    max_size=5,
)


@given(spans, st.lists(st.integers(0, 12), max_size=6, unique=True), st.integers(0, 11), st.integers(1, 12))
def test_marks_nest_whatever_they_are(
    drawn: list[tuple[int, int, SpanKind]], edges: list[int], start: int, length: int
) -> None:
    marked = sorted(
        (Span(min(a, b), max(a, b), kind) for a, b, kind in drawn), key=lambda each: (each.start, -each.end)
    )
    ordered = sorted(edges)
    meant = tuple((a, b, "?") for a, b in zip(ordered[::2], ordered[1::2], strict=False))
    passage = Passage(PassageKind.SPEECH, "абвгдежзийкл", 1, (), tuple(marked))
    end = min(start + length, 12)
    marks = marks_within(marks_of(passage, meant), start, end)
    markup = interleave(
        passage.text, start, end, marks, lambda mark: ("<i>", "</i>") if mark.span else ("<c>", "</c>")
    )
    root = etree.fromstring(f"<p>{markup}</p>")
    assert "".join(root.itertext()) == passage.text[start:end]
    expected = [(max(a, start), min(b, end)) for a, b, _ in meant if a < end and b > start]
    assert ["".join(each.itertext()) for each in root.iter("c")] == [passage.text[a:b] for a, b in expected]


@pytest.mark.parametrize(
    ("edtf", "attributes"),
    [
        ("2020-06-22", 'when="2020-06-22"'),
        ("2020-06-22T13:01:00+06:00", 'when="2020-06-22"'),
        ("1964-03", 'when="1964-03"'),
        ("1964~", 'cert="medium" when="1964"'),
        ("1968?", 'cert="low" when="1968"'),
        ("197X", 'notBefore="1970-01-01" notAfter="1979-12-31"'),
        ("1980-09-29/1980-10-02", 'notBefore="1980-09-29" notAfter="1980-10-02"'),
        ("-0398", ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(edtf: str, attributes: str) -> None:
    element = date_element(read_date(edtf, DateMeaning.DELIVERED))
    assert (
        re.sub(r' ?type="delivered" ?', "", element.partition(">")[0].removeprefix("<date")).strip()
        == attributes
    )
    assert f">{edtf}<" in element


@pytest.mark.parametrize(
    ("note", "element", "kind"),
    [
        ("[аплодисменты]", "kinesic", "applause"),
        ("(смеётся)", "vocal", "laughter"),
        ("[күлкі]", "vocal", "laughter"),
        ("(pause)", "incident", "pause"),
        ("[шум в зале]", "incident", "noise"),
        ("[Запись обрывается.]", "incident", "comment"),
    ],
)
def test_what_a_stage_note_tells_of(note: str, element: str, kind: str) -> None:
    assert (element_of(happening(note)), happening(note)) == (element, kind)
