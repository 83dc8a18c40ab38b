"""Tokens in TEI: their lemmas, their places, words that markup cuts."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tests.editions.archives import exported, tables
from tests.editions.validators import NAMESPACES
from tests.publish.archives import SAMPLE, write

PAGE = "---\ntitle: Анна Ким (клевета)\nlanguage: ru\n---\nЯ пережила ре*прессии*, 5 лет (смеётся) и жива.\n"


def sentences(root: Path, output: Path) -> list[etree._Element]:
    """All sentences of an archive's edition."""
    exported(root, output, "tei-ana", "jsonl")
    files = sorted(path for path in (output / "tei-ana").iterdir() if path.name != "corpus.xml")
    return [each for path in files for each in etree.parse(path).iterfind(".//tei:s", NAMESPACES)]


def test_words_have_their_lemmas_and_parts_of_words_are_marked(tmp_path: Path) -> None:
    (sentence,) = sentences(write(tmp_path / "archive", {"content/a.md": PAGE}), tmp_path / "out")
    words = [
        (each.text, each.get("lemma"), each.get("pos"), each.get("part"), each.get("join"))
        for each in sentence.iterfind(".//tei:w", NAMESPACES)
    ]
    assert words[:5] == [
        ("Я", "я", "PRON", None, None),
        ("пережила", "пережить", "VERB", None, None),
        ("ре", "репрессия", "NOUN", "I", None),
        ("прессии", None, None, "F", "right"),
        ("5", "5", "NUM", None, None),
    ]
    assert sentence.find("tei:vocal/tei:desc", NAMESPACES) is not None
    assert sentence.findall(".//tei:desc/tei:w", NAMESPACES) == []


def test_a_sentences_text_is_that_of_the_tables(tmp_path: Path) -> None:
    found = {
        each.get("{http://www.w3.org/XML/1998/namespace}id"): each
        for each in sentences(SAMPLE, tmp_path / "out")
    }
    rows = tables(tmp_path / "out", "sentences")
    for row in rows:
        sentence = found[f"{row['statement']}.{row['sentence']}"]
        for meant in sentence.iterfind(".//tei:corr", NAMESPACES):
            meant.text = None
        assert "".join(sentence.itertext()) == row["text"]
    assert len(rows) == len(found)
