"""The table of editions: the only place that says which there are."""

from __future__ import annotations

from allocution.editions.bag import BagAssembler, BagWriter
from allocution.editions.corpora import ConlluWriter, VerticalWriter
from allocution.editions.database import database_edition
from allocution.editions.epub import EpubWriter, book_assembler
from allocution.editions.ftm import ftm_edition
from allocution.editions.json_ld import JsonLdWriter
from allocution.editions.parquet import parquet_edition
from allocution.editions.pdf import pdf_edition
from allocution.editions.references import bibtex_writer, csl_writer, ris_writer
from allocution.editions.single_page import SinglePageWriter
from allocution.editions.tables import CSV, JSON_LINES, tables_edition
from allocution.editions.tei import TeiWriter
from allocution.editions.tei_annotated import annotated_edition
from allocution.editions.text import TextWriter
from allocution.editions.torrent import torrent_edition
from allocution.editions.writing import Edition
from allocution.editions.zim import zim_edition

_BAG_FILES = (
    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "metadata/premis.xml",
    "data/tei/NAME.xml", *(f"data/jsonl/{name}" for name in JSON_LINES.files),
    "data/text/NAME.txt", "data/text/telegram/NAME-1.txt",
)  # fmt: skip
EDITIONS: tuple[Edition, ...] = (
    Edition("text", "text/plain", ("NAME.txt", "telegram/NAME-1.txt"), "our own test", TextWriter),
    tables_edition("jsonl", JSON_LINES),
    tables_edition("csv", CSV),
    parquet_edition,
    database_edition,
    Edition(
        "bibtex",
        "application/x-bibtex",
        ("references.bib",),
        "bibtexparser",
        bibtex_writer,
        holds_words=False,
    ),
    Edition(
        "ris",
        "application/x-research-info-systems",
        ("references.ris",),
        "rispy",
        ris_writer,
        holds_words=False,
    ),
    Edition(
        "csl",
        "application/vnd.citationstyles.csl+json",
        ("references.json",),
        "citeproc-py",
        csl_writer,
        holds_words=False,
    ),
    Edition("conllu", "text/plain", ("NAME.conllu",), "conllu", ConlluWriter, analysed=True),
    Edition("vertical", "text/plain", ("corpus.vert",), "our own test", VerticalWriter, analysed=True),
    Edition("jsonld", "application/ld+json", ("archive.jsonld",), "pyld and pyshacl", JsonLdWriter),
    ftm_edition,
    Edition("tei", "application/tei+xml", ("corpus.xml", "NAME.xml"), "jing", TeiWriter),
    annotated_edition,
    Edition("epub", "application/epub+zip", ("book.epub",), "epubcheck", EpubWriter, book_assembler),
    pdf_edition("pdf", "a4"),
    pdf_edition("pdf-a5", "a5"),
    Edition("html", "text/html", ("archive.html",), "Nu HTML checker", SinglePageWriter),
    zim_edition,
    Edition(
        "bagit",
        "application/x-bagit",
        _BAG_FILES,
        "bagit",
        BagWriter,
        BagAssembler,
        parts=("tei", "jsonl", "text"),
    ),
    torrent_edition,
)
BY_NAME = {edition.name: edition for edition in EDITIONS}
