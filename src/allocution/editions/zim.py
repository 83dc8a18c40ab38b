"""The edition `zim`: the site's pages for Kiwix, with an index of all words; needs the program zimwriterfs."""

from __future__ import annotations

from base64 import b64decode
from collections import Counter
from collections.abc import Iterator

from allocution.content.outside_links import outside_of
from allocution.editions.collection import Collection, Published
from allocution.editions.language_names import iso_639_3
from allocution.editions.workshop import Packing
from allocution.editions.writing import Edition, Piece
from allocution.messages import Catalogue

PACKED = "archive.zim"
_ILLUSTRATION = "assets/zim-illustration.png"
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
    """Writes the picture alone: the pages are the site's own."""

    def __init__(self, collection: Collection) -> None:
        pass

    def begin(self) -> Iterator[Piece]:
        """The picture of the archive among others."""
        yield _ILLUSTRATION, b64decode(_PICTURE)

    def statement(self, _published: Published, /) -> Iterator[Piece]:
        """Nothing: its page is made with all others."""
        return iter(())

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


class ZimAssembler:
    """Gathers the site's pages in a folder, and has them packed."""

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
        outside = outside_of("zim", collection.archive.configuration.settings.outside_links)
        statements = {each.item.record.path for each in collection.statements}
        for path, data in collection.workshop.site_files(statements, outside):
            self._packing.take(path, data)
        home = collection.site.home(collection.archive.configuration.default_language)
        told = {
            "welcome": f"{home.lstrip('/')}index.html",
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
    counted = Counter(each.item.record.language or collection.language for each in collection.statements)
    ((language, _),) = counted.most_common(1)
    return iso_639_3(language)


zim_edition = Edition("zim", "application/x-zim", (PACKED,), "zimcheck", ZimWriter, ZimAssembler, "zim")
