"""What others' programs say of an edition: each validator raises or asserts where something isn't valid."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest
from lxml import etree

from allocution.editions.plain_text import MESSAGE_UNITS
from tests.editions.archives import SCHEMAS


def missing(what: str) -> None:
    """Skip a test for want of a program; where everything has been set up, that is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing")
    pytest.skip(f"no {what} here")


def validate_text(folder: Path) -> None:
    """UTF-8 in NFC order untouched; messages that fit; together they are the text."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        parts = sorted(folder.joinpath("telegram").glob(f"{path.stem}-*.txt"), key=_part_number)
        parts = [each for each in parts if each.stem.rpartition("-")[0] == path.stem]
        messages = [each.read_text(encoding="utf-8").removesuffix("\n") for each in parts]
        assert max(len(each.encode("utf-16-le")) // 2 for each in messages) <= MESSAGE_UNITS
        assert "".join("".join(messages).split()) == "".join(text.split())


def _part_number(path: Path) -> int:
    number = path.stem.rpartition("-")[2]
    return int(number) if number.isdigit() else 0


def validate_tables(folder: Path) -> None:
    """Every table has the columns, types, keys and references that the descriptor says."""
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert {task.place for task in report.tasks} == {
        path.name for path in folder.iterdir() if path.name != "datapackage.json"
    }


NAMESPACES = {"tei": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def expanded(folder: Path) -> etree._ElementTree:
    """A corpus with its statements in it."""
    corpus = etree.parse(folder / "corpus.xml")
    corpus.xinclude()
    return corpus


def validate_tei(folder: Path) -> None:
    """Each file, and the corpus with all of them in it, by both schemas; what is pointed to is there."""
    corpus = expanded(folder)
    root = corpus.getroot()
    identifiers = root.xpath("//@xml:id")
    assert len(set(identifiers)) == len(identifiers)
    for name in ("who", "ref", "prev", "next", "ana", "target", "scheme"):
        pointers = [
            each for value in root.xpath(f"//@{name}") for each in value.split() if each.startswith("#")
        ]
        assert {pointer[1:] for pointer in pointers} <= set(identifiers), name
    assert len(root.findall("tei:TEI", NAMESPACES)) == len(list(folder.glob("*.xml"))) - 1
    whole = folder.parent / "whole.xml"
    corpus.write(whole, encoding="utf-8")
    files = [whole, *(path for path in folder.glob("*.xml") if path.name != "corpus.xml")]
    for schema in ("tei_all.rng", "parla-clarin.rng"):
        assert jing(SCHEMAS / schema, files) == ""


def jing(schema: Path, files: list[Path]) -> str:
    """What jing says against these files; nothing where they are valid."""
    program = shutil.which("jing")
    if program is None:
        missing("jing")
        return ""
    if not schema.is_file():
        pytest.skip("no schemas beside the repository")
    done = subprocess.run(
        [program, str(schema), *map(str, files)], capture_output=True, text=True, check=False
    )
    return done.stdout


VALIDATORS: dict[str, Callable[[Path], None]] = {
    "text": validate_text,
    "jsonl": validate_tables,
    "csv": validate_tables,
    "tei": validate_tei,
}
