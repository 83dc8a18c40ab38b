"""The table of editions: the only place that says which there are."""

from __future__ import annotations

from allocution.editions.corpora import ConlluWriter, VerticalWriter
from allocution.editions.json_ld import JsonLdWriter
from allocution.editions.parquet import parquet_edition
from allocution.editions.references import bibtex_writer, csl_writer, ris_writer
from allocution.editions.tables import CSV, JSON_LINES, tables_edition
from allocution.editions.tei import TeiWriter
from allocution.editions.text import TextWriter
from allocution.editions.writing import Edition

EDITIONS: tuple[Edition, ...] = (
    Edition("text", "text/plain", ("NAME.txt", "telegram/NAME-1.txt"), "our own test", TextWriter),
    tables_edition("jsonl", JSON_LINES),
    tables_edition("csv", CSV),
    parquet_edition,
    Edition("bibtex", "application/x-bibtex", ("references.bib",), "bibtexparser", bibtex_writer),
    Edition("ris", "application/x-research-info-systems", ("references.ris",), "rispy", ris_writer),
    Edition(
        "csl", "application/vnd.citationstyles.csl+json", ("references.json",), "citeproc-py", csl_writer
    ),
    Edition("conllu", "text/plain", ("NAME.conllu",), "conllu", ConlluWriter),
    Edition("vertical", "text/plain", ("corpus.vert",), "our own test", VerticalWriter),
    Edition("jsonld", "application/ld+json", ("archive.jsonld",), "pyld", JsonLdWriter),
    Edition("tei", "application/tei+xml", ("corpus.xml", "NAME.xml"), "jing", TeiWriter),
)
BY_NAME = {edition.name: edition for edition in EDITIONS}
