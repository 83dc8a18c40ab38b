"""Pages of Telegram posts: the six outcomes, and the words as Markdown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.body.reading import read_body
from allocution.evidence.telegram_page import Outcome, PostAddress, PostPage, post_address, read_post
from tests.capture.servers import error_page, post_page

POST = PostAddress("https://t.me", "Channel", 14)
VIEW = (
    '<div class="media_not_supported_cont"><div class="message_media_not_supported_label">Please open Telegram to view '
    'this post</div><a class="message_media_view_in_telegram" href="x">VIEW IN TELEGRAM</a></div>'
)
SERVICE = '<div class="message_media_not_supported_label">Service message</div>'
PHOTO = '<a class="tgme_widget_message_photo_wrap" style="background-image:url(\'x\')"></a>'
SHOWN = f'<div><div class="media_supported_cont">{PHOTO}</div>{VIEW}</div>'
SECOND = '<p class="tgme_widget_message" data-post="Channel/15"></p>'
ALBUM = f'<div class="tgme_widget_message_grouped_wrap">{PHOTO}</div>'


def read(page: str, post: PostAddress = POST) -> PostPage:
    return read_post(page.encode(), post)


def words(text: str) -> str:
    return read(post_page("Channel/14", text)).markdown


@pytest.mark.parametrize(
    ("outcome", "page"),
    [
        (Outcome.OK, post_page("Channel/14", "Words")),
        (Outcome.OK, post_page("channel/14", "Words")),
        (Outcome.OK, post_page("Channel/14", "Words", after=SHOWN)),
        (Outcome.OK, post_page("Channel/12", "Words", before=ALBUM)),
        (Outcome.PARTIAL, post_page("Channel/14", "Words", after=VIEW)),
        (Outcome.WITHHELD, post_page("Channel/14", None, after=VIEW)),
        (Outcome.WITHHELD, post_page("Channel/14", None, classes="text_not_supported_wrap")),
        (Outcome.SERVICE, post_page("Channel/14", None, after=SERVICE)),
        (Outcome.NOT_FOUND, error_page("Post not found")),
        (Outcome.NOT_FOUND, error_page("Channel with username <b>@channel</b> not found")),
        (Outcome.UNRECOGNISED, ""),
        (Outcome.UNRECOGNISED, "<html><body><p>Words</p></body></html>"),
        (Outcome.UNRECOGNISED, post_page("Channel/15", "Words")),
        (Outcome.UNRECOGNISED, post_page("Other/14", "Words")),
        (Outcome.UNRECOGNISED, post_page("Channel/14", None)),
        (Outcome.UNRECOGNISED, post_page("Channel/14", "Words", moment="")),
        (Outcome.UNRECOGNISED, post_page("Channel/14", "Words", moment="2020-06-22T07:01:00")),
        (Outcome.UNRECOGNISED, post_page("Channel/14", "Words").replace("message_bubble", "message_other")),
        (Outcome.UNRECOGNISED, post_page("Channel/14", "Words", after=SECOND)),
    ],
)  # fmt: skip
def test_six_outcomes_are_told_apart(outcome: Outcome, page: str) -> None:
    assert read(page).outcome is outcome


def test_a_post_without_words_is_there_and_empty() -> None:
    found = read(post_page("Channel/14", None, after=PHOTO))
    assert (found.outcome, found.plain, found.media) == (Outcome.OK, "", ("photo",))
    assert read(post_page("Channel/14", " ")).plain == ""


@given(st.binary(max_size=400))
def test_no_bytes_break_it(data: bytes) -> None:
    assert read_post(data, POST).outcome in Outcome
    page = post_page("Channel/14", "МЕСТО").encode()
    assert read_post(page.replace("МЕСТО".encode(), data), POST).outcome in Outcome


def test_what_a_post_says_of_itself() -> None:
    forwarded = '<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other/1">Other</a>'
    reply = '<div class="tgme_widget_message_text js-message_reply_text">What was said before</div>'
    unmarked = '<div class="tgme_widget_message_text">Said, unmarked</div>'
    before = (
        f'<div class="tgme_widget_message_forwarded_from">Forwarded from {forwarded}</div>'
        f'<a class="tgme_widget_message_reply" href="x">{reply}</a>'
        f'<a class="tgme_widget_message_reply">{unmarked}</a>'
        '<a class="tgme_widget_message_video_player"><time class="message_video_duration">0:42</time></a>'
    )
    meta = 'edited <span class="tgme_widget_message_from_author">A. Kim</span>'
    found = read(post_page("Channel/14", "Own words", before=before, meta=meta))
    assert (found.outcome, found.plain, found.signature, found.forwarded_from, found.edited, found.media) == (
        Outcome.OK, "Own words", "A. Kim", "Other", True, ("video",)
    )  # fmt: skip
    assert found.posted == datetime(2020, 6, 22, 7, 1, tzinfo=UTC)
    assert found.posted.isoformat() == "2020-06-22T07:01:00+00:00"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("One<br>two<br/><br>three", "One\\\ntwo\n\nthree"),
        ("One\n two", "One two"),
        ("<b>Bold</b> and <i>slanted</i>, <s>struck</s>", "**Bold** and *slanted*, ~~struck~~"),
        ("<b>Bold <i>both</i></b>", "**Bold** ***both***"),
        ("so<b> bold </b>so", "so **bold** so"),
        ("<b>one<br>two</b>", "**one**\\\n**two**"),
        ('x<b>"y"</b>z', 'x"y"z'),
        ('<a href="https://example.org/?a=1&amp;amp;b=2">here</a>', "[here](<https://example.org/?a=1&b=2>)"),
        ('<a href="https://example.org/">https://example.org/</a>', "https://example.org/"),
        ('<a href="https://example.org/"><b>here</b></a>!', "[**here**](<https://example.org/>)!"),
        ('<a href="?q=%23tag">#tag</a>', "\\#tag"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ("Before<blockquote>said<br>twice</blockquote>after", "Before\n\n> said\\\n> twice\n\nafter"),
        ("<pre>a  *b*\n c</pre>", "```\na  *b*\n c\n```"),
        ("<code>a b</code>", "`a b`"),
        ('<tg-emoji emoji-id="1"><i class="emoji" style="x"><b>👋</b></i></tg-emoji> Hi', "👋 Hi"),
        ("<tg-spoiler>hidden</tg-spoiler>", "hidden"),
        ("1. *No* [list] {{&lt; x &gt;}} &lt;b&gt;", "1\\. \\*No\\* \\[list\\] {\\{\\< x \\>}} \\<b\\>"),
    ],
)
def test_words_become_markdown(text: str, markdown: str) -> None:
    if "#tag" in text:
        assert words(text).lstrip("\\") == "#tag"
        return
    assert words(text) == markdown


PIECES = st.lists(
    st.tuples(
        st.sampled_from(["", "b", "i", "s", "code", "blockquote", "br"]),
        st.text('аб *_[](){}<>#-1.`~"«»\\|!', max_size=6),
    ),
    max_size=6,
)


@given(PIECES)
def test_the_words_of_the_markdown_are_the_words_of_the_post(pieces: list[tuple[str, str]]) -> None:
    written = ""
    for tag, text in pieces:
        safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        written += "<br>" if tag == "br" else f"<{tag}>{safe}</{tag}>" if tag else safe
    found = read(post_page("Channel/14", written))
    passages, _ = read_body(found.markdown, 1, "x.md")
    read_back = "".join("".join(passage.text.split()) for passage in passages)
    assert read_back == "".join(found.plain.split())


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://t.me/Channel/14", "https://t.me/Channel/14"),
        ("http://telegram.me/Channel/14?single", "https://t.me/Channel/14"),
        ("https://t.me/Channel/14?embed=1&mode=tme", "https://t.me/Channel/14"),
        ("https://t.me/c/123/14", None),
        ("https://t.me/+invite", None),
        ("https://t.me/Channel", None),
        ("https://t.me.example.org/Channel/14", None),
        ("https://example.org/Channel/14", None),
        ("https://[/Channel/14", None),
    ],
)
def test_which_addresses_are_posts(address: str, source: str | None) -> None:
    found = post_address(address)
    assert (found.source if found else None) == source
