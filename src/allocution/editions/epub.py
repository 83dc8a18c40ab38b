"""The edition `epub`: a book in EPUB 3 with parts by country and year, or of one statement."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from allocution.content.public_key import with_fingerprint
from allocution.editions.collection import Collection, Published
from allocution.editions.parts import Year, parts
from allocution.editions.tei_header import block
from allocution.editions.writing import Piece
from allocution.editions.xhtml import STYLE, Setting, statement_xhtml
from allocution.editions.xml_markup import DECLARATION, attributes, element, language_tag, text
from allocution.editions.zipped import ZipAssembler
from allocution.messages import Catalogue
from allocution.model.digests import digest
from allocution.views.marked_text import xml_characters

BOOK = "book.epub"
_MEDIA_TYPE = "application/epub+zip"
_XHTML = "application/xhtml+xml"
_FIRST_DAY = "1970-01-01"
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_ACCESSIBILITY = (
    ("accessMode", "textual"), ("accessModeSufficient", "textual"), ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"), ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "displayTransformability"), ("accessibilityHazard", "none"),
)  # fmt: skip


def book_assembler(_: Collection) -> ZipAssembler:
    """The container: the media type comes first and stays as it is."""
    return ZipAssembler(BOOK, frozenset({"mimetype"}))


class EpubWriter:
    """Writes the members of the book."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._says = Catalogue("editions", collection.language)
        self._parts = parts(collection)
        only = collection.statements[0] if len(collection.statements) == 1 else None
        self._title = only.heading if only else collection.title
        self._authors = [person.name for person in only.statement.speakers] if only else []
        self._language = language_tag(only.language if only else collection.language)

    def begin(self) -> Iterator[Piece]:
        """All but the chapters: what there is of them is known before their words are."""
        yield "mimetype", _MEDIA_TYPE.encode()
        yield "META-INF/container.xml", _file(_CONTAINER)
        yield "EPUB/package.opf", _file(self._package())
        yield "EPUB/nav.xhtml", self._page(self._says("contents"), self._contents() + self._key())
        yield "EPUB/style.css", STYLE.encode()
        yield "EPUB/cover.svg", _file(_cover(self._title))
        cover = element("p", element("img", src="cover.svg", alt=self._title))
        yield "EPUB/cover.xhtml", self._page(self._title, f'<section epub:type="cover">{cover}</section>')

    def _page(self, title: str, body: str, language: str = "") -> bytes:
        tag = language or self._language
        head = element("title", text(title)) + '<link rel="stylesheet" type="text/css" href="style.css"/>'
        root = attributes(xmlns="http://www.w3.org/1999/xhtml", lang=tag, xml_lang=tag)
        namespace = ' xmlns:epub="http://www.idpf.org/2007/ops"'
        return _file(
            f"<!DOCTYPE html>\n<html{root}{namespace}>\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n"
        )

    def _package(self) -> str:
        names = [each.name for part in self._parts for year in part.years for each in year.statements]
        items = [
            element("item", id="nav", href="nav.xhtml", media_type=_XHTML, properties="nav"),
            element("item", id="style", href="style.css", media_type="text/css"),
            element(
                "item",
                id="cover-image",
                href="cover.svg",
                media_type="image/svg+xml",
                properties="cover-image",
            ),
            element("item", id="cover", href="cover.xhtml", media_type=_XHTML),
            *(
                element("item", id=f"c-{name}", href=f"{quote(name)}.xhtml", media_type=_XHTML)
                for name in names
            ),
        ]
        spine = [
            element("itemref", idref="cover"),
            element("itemref", idref="nav"),
            *(element("itemref", idref=f"c-{name}") for name in names),
        ]
        manifest = block("manifest", *items)
        root = attributes(xmlns="http://www.idpf.org/2007/opf", version="3.0", xml_lang=self._language)
        content = f"{self._metadata()}\n{manifest}\n{block('spine', *spine)}"
        return f'<package{root} unique-identifier="identifier">\n{content}\n</package>\n'

    def _metadata(self) -> str:
        collection = self._collection
        day = collection.released or _FIRST_DAY
        languages = dict.fromkeys(
            [self._language, *(language_tag(each.language) for each in collection.statements)]
        )
        summary = element(
            "meta", text(self._says("accessibility-summary")), property="schema:accessibilitySummary"
        )
        return block(
            "metadata",
            element("dc:identifier", self._identifier(), id="identifier"),
            element("dc:title", text(self._title)),
            *(element("dc:language", tag) for tag in languages),
            *(element("dc:creator", text(name)) for name in self._authors),
            element("dc:publisher", text(collection.title)),
            element("dc:date", day) if collection.released else "",
            element("meta", f"{day}T00:00:00Z", property="dcterms:modified"),
            *(element("meta", value, property=f"schema:{name}") for name, value in _ACCESSIBILITY),
            summary,
            xmlns_dc="http://purl.org/dc/elements/1.1/",
        )

    def _identifier(self) -> str:
        """A UUID made of what the book holds, so that a changed book has another."""
        held = [
            self._title,
            *(f"{each.name} {each.item.record.digest.hex()}" for each in self._collection.statements),
        ]
        name = digest(*(each.encode() for each in held)).hex()
        return f"urn:uuid:{name[:8]}-{name[8:12]}-8{name[13:16]}-8{name[17:20]}-{name[20:32]}"

    def _contents(self) -> str:
        listed = "".join(_part(part.label, _years(part.years)) for part in self._parts)
        title = element("h1", text(self._says("contents")))
        return f'<nav epub:type="toc">\n{title}\n<ol>\n{listed}</ol>\n</nav>'

    def _key(self) -> str:
        """The key that readers can hold a release against, where the archive names one."""
        key = self._collection.archive.configuration.settings.public_key
        return element("p", text(f"{self._says('pdf-key')}: {with_fingerprint(key)}")) if key else ""

    def statement(self, published: Published) -> Iterator[Piece]:
        """A chapter."""
        collected = published.collected
        body = statement_xhtml(self._collection, published, Setting())
        tag = language_tag(collected.language)
        page = self._page(collected.heading, f'<section epub:type="chapter">\n{body}</section>', tag)
        yield f"EPUB/{collected.name}.xhtml", page

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


def _file(markup: str) -> bytes:
    return xml_characters(DECLARATION + markup).encode()


def _part(label: str, inside: str) -> str:
    return f"<li><span>{text(label)}</span>\n<ol>\n{inside}</ol></li>\n"


def _years(years: tuple[Year, ...]) -> str:
    return "".join(
        _part(
            year.label,
            "".join(
                f"<li>{element('a', text(each.heading), href=f'{quote(each.name)}.xhtml')}</li>\n"
                for each in year.statements
            ),
        )
        for year in years
    )


def _cover(title: str) -> str:
    """A plain cover: the title, line by line, and a rule."""
    lines: list[str] = [""]
    for word in title.split():
        if len(lines[-1]) + len(word) > 18 and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    written = "".join(
        f'<text x="300" y="{260 + 56 * number}">{text(line)}</text>' for number, line in enumerate(lines[:10])
    )
    rule = f'<rect x="240" y="{290 + 56 * (min(len(lines), 10) - 1)}" width="120" height="3" fill="#333"/>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" width="600" height="900">'
        f'<title>{text(title)}</title><rect width="600" height="900" fill="#f4f1ea"/>'
        '<rect x="40" y="40" width="520" height="820" fill="none" stroke="#333" stroke-width="3"/>'
        f'<g font-family="serif" font-size="44" text-anchor="middle" fill="#222">{written}</g>{rule}</svg>\n'
    )
