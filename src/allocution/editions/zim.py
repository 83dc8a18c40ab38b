"""The edition `zim`: pages for Kiwix, with an index of all words; needs the program zimwriterfs."""

from __future__ import annotations

from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

from allocution.editions.collection import Collection, Published
from allocution.editions.language_names import iso_639_3
from allocution.editions.parts import parts
from allocution.editions.single_page import contents_html
from allocution.editions.workshop import Packing
from allocution.editions.writing import Edition, Piece
from allocution.editions.xhtml import STYLE, Setting, statement_xhtml
from allocution.editions.xml_markup import attributes, element, language_tag, text
from allocution.messages import Catalogue
from allocution.views.marked_text import xml_characters

PACKED = "archive.zim"
# No statement has a name that begins with a digit.
_WELCOME, _STYLE, _ILLUSTRATION = "0-contents.html", "0-style.css", "0-illustration.png"
_FIRST_DAY = "1970-01-01"
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 30, 80
_PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAADAAAAAwBAMAAAClLOS0AAAAMFBMVEX//vn++/b8+vT7+PP6+PP5+PP59/Ly8e7r6+m4v8c1TW4tRmkhPGEfOl8c"
    "N10WMlnTJOWvAAABgElEQVR42rWUPU8CQRCG3927GAuRxYZEEBOMlUJvoTHG2GFs+ANaaaOJif4AtTfxo9JCbKCxtBW1MBYkXGUsDg8BS4GrFHOs"
    "Bct9rpXhups3M/PsZN4hOuQfxeAFFQB4yxMjTAjcTHqEbpX1BDNV9FaZrwIqwGcvfaVaCQYVMG82mUfgW5kqiA7z/sOXkau1oYLH25+GVbbDypqR"
    "ekwwFQCQuN23hZ+T9Gj/Haifhp0O/N2whZYyZfcfeXJejpnnVyfjLO0IjTvDmd664QjdpaJ/rH2qHTcVBk1FNiRU6iKAioRKEAWpBBECVIIoSCWI"
    "glSCyEW1In4rvlKuQH+OFKQe9i4JlIcFBgogetx0D7z5TcOAso2huShtAqDjJgAgNrH3NQyiA2asiJeakby+En1XeyuKUCNrHYF2zrNiqctiqUmo"
    "NAnE8xclnw1AGEBzBS0ic1TnMMNkVqP5aU3qQevAm2ALhWVN6lq+m/LNhfROBh97Y9IMUmF/HIDI/0/GL+U9iXF6GCDiAAAAAElFTkSuQmCC"
)


class ZimWriter:
    """Writes a page for each statement, and one that leads to them by country and year."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._says = Catalogue("editions", collection.language)

    def begin(self) -> Iterator[Piece]:
        """The first page and what all pages have in common."""
        title = text(self._collection.title)
        listed = "".join(contents_html(part, _file) for part in parts(self._collection))
        contents = f"<h1>{title}</h1>\n<nav>\n<h2>{text(self._says('contents'))}</h2>\n{listed}</nav>\n"
        yield _WELCOME, _page(self._collection.title, contents, self._collection.language)
        yield _STYLE, STYLE.encode()
        yield _ILLUSTRATION, b64decode(_PICTURE)

    def statement(self, published: Published) -> Iterator[Piece]:
        """Its page."""
        collected = published.collected
        body = statement_xhtml(self._collection, published, Setting(xml=False))
        html = body.replace("<br/>", "<br>").replace("<hr/>", "<hr>")
        back = element("p", element("a", text(self._collection.title), href=_WELCOME))
        yield f"{collected.name}.html", _page(collected.heading, f"{back}\n{html}", collected.language)

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


class ZimAssembler:
    """Gathers the pages in a folder, and has them packed."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._packing: Packing = collection.workshop.zim()

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """Nothing yet."""
        self._packing.take(path, data)
        return iter(())

    def finish(self) -> Iterator[Piece]:
        """The packed file."""
        collection = self._collection
        told = {
            "welcome": _WELCOME,
            "illustration": _ILLUSTRATION,
            "language": _main_language(collection),
            "title": collection.title[:_LONGEST_TITLE],
            "description": Catalogue("editions", collection.language)("zim-description")[
                :_LONGEST_DESCRIPTION
            ],
            "creator": collection.title,
            "publisher": collection.title,
            "name": "last-words",
            "source": collection.site.absolute("/"),
            "scraper": "allocution",
        }
        known = {name: value for name, value in told.items() if value}
        for block in self._packing.packed(known, collection.released or _FIRST_DAY):
            yield PACKED, block


def _main_language(collection: Collection) -> str:
    """The language of most statements: by its rules the index takes words to their stems."""
    ((language, _),) = Counter(each.language for each in collection.statements).most_common(1)
    return iso_639_3(language)


def _file(name: str) -> str:
    return f"{quote(name)}.html"


def _page(title: str, body: str, language: str) -> bytes:
    tag = language_tag(language)
    named = attributes(lang=tag) if tag != "und" else ""
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{text(title)}</title><link rel="stylesheet" href="{_STYLE}">'
    )
    page = f"<!DOCTYPE html>\n<html{named}>\n<head>{head}</head>\n<body>\n{body}</body>\n</html>\n"
    return xml_characters(page).encode()


zim_edition = Edition("zim", "application/x-zim", (PACKED,), "zimcheck", ZimWriter, ZimAssembler, "zim")
