"""What a statement's picture for social networks says: who, on what charge, one sentence, from which archive."""

from __future__ import annotations

from unicodedata import normalize

from allocution.content.archive import Item
from allocution.model.passages import Body, PassageKind, Role
from allocution.views.headings import work_charge, work_heading
from allocution.views.site_view import SiteView
from allocution.views.statement_contract import Picture

_SHORTEST, _LONGEST = 40, 190  # of a sentence, in letters
_RANGES = (
    (0x20, 0x7E), (0xA0, 0x12B), (0x12E, 0x131), (0x134, 0x165), (0x168, 0x17F), (0x400, 0x45F), (0x2010, 0x2015),
    (0x2018, 0x201A), (0x201C, 0x201E),
)  # fmt: skip
_FURTHER = "ҐґҒғҖҗҘҙҚқҠҡҢңҪҫҮүҰұҲҳҶҷҺһӀӁӂӏӐӑӔӕӖӗӘәӢӣӦӧӨөӮӯӲӳ…‹›№€₽₸₴"
LETTERS = "".join(chr(code) for first, last in _RANGES for code in range(first, last + 1)) + _FURTHER
_KNOWN = frozenset(LETTERS)


def is_drawable(text: str) -> bool:
    """Whether the pictures' typeface has every letter of a text."""
    return _KNOWN.issuperset(normalize("NFC", text))


def picture_output(output: str) -> str:
    """Where the picture of a page lies."""
    folder, mark, name = output.rpartition("/")
    return f"{folder}{mark}picture.png" if name == "index.html" else f"{output.removesuffix('.html')}.png"


def has_picture(site: SiteView, item: Item) -> bool:
    """Whether a statement's page has a picture; networks fetch one by its whole address only."""
    statement = item.record.statement
    wanted = site.archive.configuration.settings.pictures and bool(site.base_address)
    return wanted and statement is not None and is_drawable(work_heading(item))


def picture(site: SiteView, item: Item, body: Body) -> Picture:
    """The picture of a statement; what can't be set in its typeface is left out whole."""
    statement = item.record.statement
    assert statement is not None
    quoted = "" if statement.retelling else _sentence(body)
    texts = (work_heading(item), work_charge(statement), quoted, site.title(item.site_language))
    heading, charge, sentence, archive = [
        normalize("NFC", text) if is_drawable(text) else "" for text in texts
    ]
    return Picture(heading, charge, sentence, archive, item.record.language)


def _sentence(body: Body) -> str:
    """The first sentence of the speaker's own that stands alone; none with a correction, a gap or a note in it."""
    for passage in body.passages:
        if passage.kind is not PassageKind.SPEECH or passage.role is not Role.DEFENDANT:
            continue
        for sentence in passage.sentences:
            text = " ".join(passage.text[sentence.start : sentence.end].split())
            marked = any(span.start < sentence.end and span.end > sentence.start for span in passage.spans)
            if not marked and _SHORTEST <= len(text) <= _LONGEST and is_drawable(text):
                return text
    return ""
