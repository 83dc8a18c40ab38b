"""What pages hold: the contract between the archive and the templates, and the JSON beside each page.

Here is what all of them hold, and the simplest of them. Addresses are paths from the site's root, such as
`/speakers/x/`; the site layer makes them relative.
"""

from __future__ import annotations

import msgspec

from allocution.model.passages import Body


class Link(msgspec.Struct, frozen=True):
    """A text that may lead somewhere; `language` is that of the text where it isn't the page's."""

    text: str
    address: str = ""
    language: str = ""
    note: str = ""


class DateLine(msgspec.Struct, frozen=True):
    """A date for people (`display`), for machines (`edtf`) and as the file has it (`written`)."""

    label: str
    display: str
    edtf: str
    written: str
    note: str = ""


class Fact(msgspec.Struct, frozen=True):
    """One line of what is known: a label and its values."""

    name: str
    label: str
    values: tuple[Link, ...]
    note: str = ""


class Feed(msgspec.Struct, frozen=True):
    """A feed of a page."""

    title: str
    address: str
    type: str


class Frame(msgspec.Struct, frozen=True):
    """What every page has around its content.

    `alternates` are (language, address) of the same page; `languages` lead to the front page in each of the site's
    languages, `pages` to its ordinary pages.
    """

    language: str
    title: str
    heading: str
    site_title: str
    home: str
    address: str
    canonical: str
    description: str = ""
    navigation: tuple[Link, ...] = ()
    languages: tuple[Link, ...] = ()
    pages: tuple[Link, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    feeds: tuple[Feed, ...] = ()
    moved_to: str = ""
    indexed: bool = True
    logo: str = ""
    offline: bool = False
    search_description: str = ""


class PlainView(msgspec.Struct, frozen=True):
    """An ordinary page: about, contact."""

    frame: Frame
    path: str
    language: str
    body: Body


class TombstoneView(msgspec.Struct, frozen=True):
    """The page left where a statement was withdrawn: that it was, when and why; no name, no word of it.

    `display` is the date in words.
    """

    frame: Frame
    date: str
    reason: str
    code: str = ""
    display: str = ""


class Entry(msgspec.Struct, frozen=True):
    """A statement in a list, or an ordinary page, which may have no date."""

    address: str
    heading: str
    charge: str
    date: str
    edtf: str
    language: str
    translations: tuple[Link, ...] = ()
    excerpt: str = ""
    retelling: bool = False
    is_page: bool = False


class ColophonView(msgspec.Struct, frozen=True):
    """What made the site, and when: `built` is the day as programs read it, `display` in words."""

    frame: Frame
    built: str
    display: str
    count: str
