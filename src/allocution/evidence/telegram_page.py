"""The page of one Telegram post (`?embed=1&mode=tme`): what came of it, and its words.

Such pages always answer with status 200, so only the markup says whether a post is there. Nothing found is never read
as nothing said: markup that isn't known is an outcome of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from lxml import etree, html

from allocution.errors import CaptureError
from allocution.evidence.telegram_text import markdown_of, plain_of

_ADDRESS = re.compile(r"/(?P<channel>[A-Za-z]\w{3,31})/(?P<number>[1-9]\d{0,9})/?")
_RANGE = re.compile(r"(?P<first>\S+/[1-9]\d{0,9})-(?P<last>[1-9]\d{0,9})/?")
MOST_IN_RANGE = 100
_MOST_READ = 4 * 1024 * 1024
_HOSTS = frozenset(("t.me", "telegram.me", "telegram.dog"))
_OTHERS_WORDS = ("tgme_widget_message_reply", "tgme_widget_message_link_preview", "js-message_reply_text")


class Outcome(StrEnum):
    """What came of looking at a post."""

    OK = "ok"
    PARTIAL = "partial"
    WITHHELD = "withheld"
    SERVICE = "service"
    NOT_FOUND = "not-found"
    UNRECOGNISED = "unrecognised"


@dataclass(frozen=True, slots=True)
class PostAddress:
    """Where a post is: scheme and host, channel, number."""

    origin: str
    channel: str
    number: int

    @property
    def source(self) -> str:
        """The address that readers are given."""
        return f"{self.origin}/{self.channel}/{self.number}"

    @property
    def page(self) -> str:
        """The address of the page that needs no login."""
        return f"{self.source}?embed=1&mode=tme"


@dataclass(frozen=True, slots=True)
class Attached:
    """One thing that a post has attached: its kind, its address, empty where the page gives none, and its name."""

    kind: str
    address: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class PostPage:
    """What a post's page holds. The text of a post without words is empty; that isn't the same as a missing post.

    `posted` has its offset. `media` are the kinds of what is attached, `attached` each thing. `album` is the number
    of the album's first post, the same on the pages of all of its posts; 0 for a post alone.
    """

    outcome: Outcome
    markdown: str = ""
    plain: str = ""
    posted: datetime | None = None
    channel: str = ""
    signature: str = ""
    forwarded_from: str = ""
    edited: bool = False
    media: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()
    album: int = 0


_NOTHING = PostPage(Outcome.UNRECOGNISED)
_MEDIA_HOSTS = (".telesco.pe", ".cdn-telegram.org")
_BACKGROUND = re.compile(r"background-image\s*:\s*url\(\s*(['\"]?)(?P<address>[^'\")]+)\1\s*\)")
_MEDIA = (
    ("photo", "tgme_widget_message_photo_wrap"),
    ("video", "tgme_widget_message_video_player"),
    ("voice", "tgme_widget_message_voice"),
    ("document", "tgme_widget_message_document_title"),
)


def post_address(address: str, allowed: frozenset[str] = frozenset()) -> PostAddress | None:
    """The post that an address names; None for other addresses. `allowed` are hosts that stand in for Telegram."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    match = _ADDRESS.fullmatch(parts.path)
    if match is None or host not in _HOSTS | allowed or parts.scheme not in ("http", "https"):
        return None
    origin = "https://t.me" if host in _HOSTS else f"{parts.scheme}://{parts.netloc}"
    return PostAddress(origin, match["channel"], int(match["number"]))


def posts_in(address: str, allowed: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The addresses of a range of posts (`https://t.me/channel/14-17`); any other address alone.

    Raises CaptureError for a range that is too long or runs backwards.
    """
    match = _RANGE.fullmatch(address)
    first = post_address(match["first"], allowed) if match is not None else None
    if match is None or first is None:
        return (address,)
    last = int(match["last"])
    if not first.number <= last < first.number + MOST_IN_RANGE:
        raise CaptureError("range", address=address, most=str(MOST_IN_RANGE))
    start = match["first"].removesuffix(str(first.number))
    return tuple(f"{start}{number}" for number in range(first.number, last + 1))


def read_post(data: bytes, post: PostAddress) -> PostPage:
    """Read the page of that post."""
    if len(data) > _MOST_READ:
        return _NOTHING
    try:
        page = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return _NOTHING
    if _all(page, "tgme_widget_message_error"):
        return PostPage(Outcome.NOT_FOUND)
    roots = [root for root in _all(page, "tgme_widget_message") if root.get("data-post")]
    if len(roots) != 1 or not _is_of(roots[0], post) or not _all(roots[0], "tgme_widget_message_bubble"):
        return _NOTHING
    return _read(roots[0])


def _is_of(root: html.HtmlElement, post: PostAddress) -> bool:
    """Whether it is that post, or the album that it belongs to."""
    channel, _, number = (root.get("data-post") or "").partition("/")
    same = channel.casefold() == post.channel.casefold()
    return same and (number == str(post.number) or bool(_all(root, "tgme_widget_message_grouped_wrap")))


def _read(root: html.HtmlElement) -> PostPage:
    labels = [
        " ".join(each.text_content().split()) for each in _all(root, "message_media_not_supported_label")
    ]
    if "Service message" in labels:
        return PostPage(Outcome.SERVICE)
    words = [each for each in _all(root, "tgme_widget_message_text") if not _is_of_others(each)]
    media = tuple(kind for kind, name in _MEDIA if _all(root, name))
    withheld = _is_withheld(root)
    posted = _posted(root)
    if posted is None or len(words) > 1 or not (words or media or withheld):
        return _NOTHING
    plain = plain_of(words[0]) if words else ""
    outcome = Outcome.OK
    if withheld:
        outcome = Outcome.PARTIAL if plain else Outcome.WITHHELD
    return PostPage(
        outcome=outcome,
        markdown=markdown_of(words[0]) if words else "",
        plain=plain,
        posted=posted,
        channel=(root.get("data-post") or "").partition("/")[0],
        signature=_text(root, "tgme_widget_message_from_author")
        or _text(root, "tgme_widget_message_author_name"),
        forwarded_from=_text(root, "tgme_widget_message_forwarded_from_name"),
        edited=any("edited" in each.text_content() for each in _all(root, "tgme_widget_message_meta")),
        media=media,
        attached=tuple(_attached(root)),
        album=_album(root),
    )


def is_media_host(address: str, allowed: frozenset[str] = frozenset()) -> bool:
    """Whether an address is one of those that Telegram serves media from."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and (host in allowed or host.endswith(_MEDIA_HOSTS))


def _attached(root: html.HtmlElement) -> Iterator[Attached]:
    """Everything that the post itself has attached, in its order, each once."""
    seen: set[str] = set()
    for element in root.iter(etree.Element):
        found = None if _is_of_others(element) else _one_attached(element)
        if found is not None and (not found.address or found.address not in seen):
            seen.add(found.address)
            yield found


def _one_attached(element: html.HtmlElement) -> Attached | None:
    names = (element.get("class") or "").split()
    if "tgme_widget_message_photo_wrap" in names:
        return Attached("photo", _background(element))
    if "tgme_widget_message_video_thumb" in names or "tgme_widget_message_roundvideo_thumb" in names:
        return Attached("preview", _background(element))
    if "tgme_widget_message_document_title" in names:
        extra = element.getnext()
        size = extra.text_content() if extra is not None else ""
        return Attached("document", _document(element), " ".join(f"{element.text_content()} {size}".split()))
    if element.tag == "video" or "tgme_widget_message_voice" in names:
        return Attached("video" if element.tag == "video" else "voice", _absolute(element.get("src") or ""))
    if "tgme_widget_message_video_player" in names and not list(element.iter("video")):
        return Attached("video")
    return None


def _document(title: html.HtmlElement) -> str:
    """The address of a document; the page gives a link to the post where it has none."""
    links = (each.get("href") or "" for each in title.iterancestors("a"))
    return next((_absolute(link) for link in links if is_media_host(_absolute(link))), "")


def _background(element: html.HtmlElement) -> str:
    match = _BACKGROUND.search(element.get("style") or "")
    return _absolute(match["address"]) if match is not None else ""


def _absolute(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address.strip()


def _album(root: html.HtmlElement) -> int:
    number = (root.get("data-post") or "").partition("/")[2]
    grouped = bool(_all(root, "tgme_widget_message_grouped_wrap"))
    return int(number) if grouped and number.isdigit() and len(number) < 12 else 0


def _is_withheld(root: html.HtmlElement) -> bool:
    """Whether something is shown in the app only; the same label stands hidden beside media that are shown."""
    if "text_not_supported_wrap" in (root.get("class") or "").split():
        return True
    for link in _all(root, "message_media_view_in_telegram"):
        holder = next((each for each in link.iterancestors() if _has(each, "media_not_supported_cont")), None)
        parent = holder.getparent() if holder is not None else None
        if parent is None or not any(_has(each, "media_supported_cont") for each in parent):
            return True
    return False


def _is_of_others(element: html.HtmlElement) -> bool:
    """Whether words are quoted from another post or page."""
    return any(_has(each, name) for each in (element, *element.iterancestors()) for name in _OTHERS_WORDS)


def _posted(root: html.HtmlElement) -> datetime | None:
    for link in _all(root, "tgme_widget_message_date"):
        for element in link.iter("time"):
            try:
                moment = datetime.fromisoformat(element.get("datetime") or "")
            except ValueError:
                continue
            if moment.tzinfo is not None:
                return moment
    return None


def _text(root: html.HtmlElement, name: str) -> str:
    found = [each for each in _all(root, name) if not _is_of_others(each)]
    return " ".join(found[0].text_content().split()) if found else ""


def _all(root: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return [each for each in root.iter(etree.Element) if _has(each, name)]


def _has(element: html.HtmlElement, name: str) -> bool:
    return name in (element.get("class") or "").split()
