"""The edition `html`: everything in one file that opens anywhere and asks nobody for anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from allocution.editions.collection import Collection, Published
from allocution.editions.parts import Part, parts
from allocution.editions.writing import Piece
from allocution.editions.xhtml import STYLE, Setting, statement_xhtml
from allocution.editions.xml_markup import attributes, element, language_tag, text
from allocution.messages import Catalogue
from allocution.views.marked_text import xml_characters

PAGE = "archive.html"
_META = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
)

_PAGE_STYLE = """\
h1{font-size:2.1em;margin-top:1.5em}nav ul{list-style:none;padding-left:1.2em}
nav>ul,nav>ul>li>ul{padding-left:0}nav h3{margin-bottom:.3em}nav ul{margin:0}
nav>ul>li{align-items:baseline;display:grid;grid-template-columns:5em 1fr}
article{border-top:1px solid #8888;margin-top:4em;padding-top:1.5em}
@media print{article{break-before:page;border:0}nav a{color:inherit;text-decoration:none}}
"""

# HTML has no place for control characters (those that XML can't hold are gone already) and for what is no character.
_NOT_IN_HTML = re.compile("[\x7f-\x9f\ufdd0-\ufdef]|[\U0001fffe\U0001ffff]")


def _html_characters(text: str) -> str:
    """The text with a sign in place of each character that HTML can't hold, so that its loss is seen."""
    return _NOT_IN_HTML.sub("\N{REPLACEMENT CHARACTER}", xml_characters(text))


class SinglePageWriter:
    """Writes the page: its contents by country and year, then the statements in order of time."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._says = Catalogue("editions", collection.language)

    def begin(self) -> Iterator[Piece]:
        """The head and the contents."""
        collection = self._collection
        title, language = text(collection.title), attributes(lang=language_tag(collection.language))
        contents = "".join(contents_html(part, lambda name: f"#{name}") for part in parts(collection))
        head = f"{_META}<title>{title}</title>\n<style>\n{STYLE}{_PAGE_STYLE}</style>"
        listed = f"<nav>\n<h2>{text(self._says('contents'))}</h2>\n{contents}</nav>"
        body = f"<body>\n<h1>{title}</h1>\n{listed}\n<main>\n"
        page = f"<!DOCTYPE html>\n<html{language}>\n<head>{head}</head>\n{body}"
        yield PAGE, _html_characters(page).encode()

    def statement(self, published: Published) -> Iterator[Piece]:
        """An article."""
        collected = published.collected
        setting = Setting(prefix=f"{collected.name}.", level=2, xml=False)
        body = (
            statement_xhtml(self._collection, published, setting)
            .replace("<br/>", "<br>")
            .replace("<hr/>", "<hr>")
        )
        opening = f"<article{attributes(id=collected.name)}>"
        yield PAGE, _html_characters(f"{opening}\n{body}</article>\n").encode()

    def end(self) -> Iterator[Piece]:
        """The end."""
        yield PAGE, b"</main>\n</body>\n</html>\n"


def contents_html(part: Part, href: Callable[[str], str]) -> str:
    """The years of a part with links to their statements; `href` is the address of a statement by its name."""
    years = "".join(
        f"<li>{text(year.label)}\n<ul>\n"
        + "".join(
            f"<li>{element('a', text(each.heading), href=href(each.name))}</li>\n" for each in year.statements
        )
        + "</ul></li>\n"
        for year in part.years
    )
    return f"<h3>{text(part.label)}</h3>\n<ul>\n{years}</ul>\n"
