"""The small pieces of HTML that pages repeat."""

from __future__ import annotations

import msgspec
import pytest

from allocution.messages import Catalogue
from allocution.model.passages import Body
from allocution.site.fragments import Fragments
from allocution.site.hrefs import hrefs_from
from allocution.views.contract import DateLine, Entry, Fact, Frame, Link
from allocution.views.list_contract import TermGroup, TermLine
from allocution.views.statement_contract import StatementView

FRAGMENTS = Fragments(hrefs_from("a/index.html"), Catalogue("site", "en"))
ENTRY = Entry("/s/x/", "A & B", "", "", "", "kk")
VIEW = StatementView(
    frame=Frame("en", "", "", "", "/", "/s/x/", ""), path="", title="", language="kk", language_stated=True,
    speakers=(), charges=(), dates=(), facts=(), sources=(), notices=(), translations=(), corrections=(),
    links=(), previous=None, next=None, body=Body(()),
)  # fmt: skip


@pytest.mark.parametrize(
    ("link", "html"),
    [
        (Link("<b>"), "&lt;b&gt;"),
        (Link("x", language="kk"), '<span lang="kk">x</span>'),
        (Link("x", "/y/"), '<a href="../y/index.html">x</a>'),
        (Link('"', '/a"b&c/', "kk"), '<a href="../a%22b&amp;c/index.html" lang="kk">&#34;</a>'),
        (Link("x", "https://z.example/?a&b", note="<n>"),
         '<a href="https://z.example/?a&amp;b">x</a> <small>&lt;n&gt;</small>'),
    ],
)  # fmt: skip
def test_a_link_leads_where_it_can_and_nothing_in_it_is_taken_for_html(link: Link, html: str) -> None:
    assert FRAGMENTS.link(link) == html
    assert FRAGMENTS.links([link, link], "<br>") == f"{html}<br>{html}"


def test_what_should_be_known_and_isnt_is_said() -> None:
    html = FRAGMENTS.statement_facts(msgspec.structs.replace(VIEW, facts=(Fact("court", "Court", ()),)))
    assert html == '<dt>Not stated</dt>\n<dd class="unknown">speaker, date, court, source</dd>'


def test_facts_stand_with_their_notes() -> None:
    date = DateLine("Delivered", "1 May <2020>", "2020-05-01", "1.5.20", "a note")
    fact = Fact("language", "Language", (Link("x"), Link("y")), "machine")
    html = FRAGMENTS.statement_facts(
        msgspec.structs.replace(VIEW, dates=(date,), facts=(fact,), sources=(Link("s"),))
    )
    assert '<time datetime="2020-05-01">1 May &lt;2020&gt;</time> <small>a note; as written: <code>' in html
    assert "<dt>Language</dt>\n<dd>x, y <small>machine</small></dd>" in html
    assert '<dd class="source">s</dd>' in html


def test_an_entry_has_its_languages_and_says_that_it_has_no_date() -> None:
    html = FRAGMENTS.entries(
        [msgspec.structs.replace(ENTRY, charge="<c>", translations=(Link("English", "/en/x/", "en"),))]
    )
    assert html == (
        '<ol class="entries">\n<li><a href="../s/x/index.html" lang="kk">A &amp; B</a>'
        '<span class="charge" lang="kk">&lt;c&gt;</span>\n<span class="when">no exact year'
        ' · <a href="../en/x/index.html" hreflang="en" lang="en">English</a></span></li>\n</ol>'
    )


def test_a_group_without_a_heading_has_none() -> None:
    term = TermLine("T", "/t/", 3, note="n")
    count = '\N{NO-BREAK SPACE}<span class="count">3</span>'
    item = f'<li><a href="../t/index.html">T</a>{count} <small>n</small></li>'
    body = f"<ul>\n{item}\n</ul>\n</section>"
    assert FRAGMENTS.terms([TermGroup(Link(""), (term,))]) == f'\n<section class="terms">\n{body}'
    assert FRAGMENTS.terms([TermGroup(Link("L", "/l/"), (term,))]) == (
        f'\n<section class="terms">\n<h2><a href="../l/index.html">L</a></h2>\n{body}'
    )
    assert FRAGMENTS.terms([]) == ""
