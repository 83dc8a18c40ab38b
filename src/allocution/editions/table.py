"""The table of editions: the only place that says which there are."""

from __future__ import annotations

from allocution.editions.tables import CSV, JSON_LINES, tables_edition
from allocution.editions.tei import TeiWriter
from allocution.editions.text import TextWriter
from allocution.editions.writing import Edition

EDITIONS: tuple[Edition, ...] = (
    Edition("text", "text/plain", ("NAME.txt", "telegram/NAME-1.txt"), "our own test", TextWriter),
    tables_edition("jsonl", JSON_LINES),
    tables_edition("csv", CSV),
    Edition("tei", "application/tei+xml", ("corpus.xml", "NAME.xml"), "jing", TeiWriter),
)
BY_NAME = {edition.name: edition for edition in EDITIONS}
