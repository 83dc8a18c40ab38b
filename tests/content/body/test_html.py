"""Raw HTML: its text is kept, no tag goes through."""

from __future__ import annotations

import pytest

from allocution.content.body import read_body
from allocution.content.body.html import ACTIVE
from tests.content.body.notation import described, spans


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<em>да</em>", "emphasis"),
        ("<i>да</i>", "emphasis"),
        ("<strong>да</strong>", "strong"),
        ("<B>да</B>", "strong"),
        ("<s>да</s>", "struck"),
        ("<del>да</del>", "struck"),
        ("<code>да</code>", "code"),
    ],
)
def test_harmless_tags_become_spans(html: str, kind: str) -> None:
    for text in (f"Ну {html}!", f"<div>Ну {html}!</div>"):
        assert spans(text) == [(kind, "да", "")]


def test_other_inline_tags_go_with_a_note() -> None:
    passages, findings = read_body(
        "ООН<sup>1</sup> и <abbr title='x'>РК</abbr>, H<sub>2</sub>O, <sup>2</sup>", 4, "x.md"
    )
    assert [passage.text for passage in passages] == ["ООН1 и РК, H2O, 2"]
    told = [
        (finding.code, finding.severity.value, finding.parameters, finding.place.column)
        for finding in findings
    ]
    assert told == [
        ("html-dropped", "note", (("tag", "sup"),), 4),
        ("html-dropped", "note", (("tag", "abbr"),), 19),
        ("html-dropped", "note", (("tag", "sub"),), 47),
    ]


def test_line_breaks() -> None:
    passages, findings = read_body("раз<br>два<br/>три")
    assert (passages[0].text, findings) == ("раз\nдва\nтри", ())
    assert [span.kind.value for span in passages[0].spans] == ["line-break", "line-break"]


@pytest.mark.parametrize("text", ["Раз. <span lang='kk'>Алға</span>!", "<p>Раз. <i lang=kk>Алға</i>!</p>"])
def test_language_inside(text: str) -> None:
    assert spans(text) == [("foreign", "Алға", "kk")]


def test_language_of_a_whole_passage() -> None:
    (passage,), _ = read_body('<p lang="kk">Алға, Қазақстан!</p>')
    assert passage.language == "kk"


@pytest.mark.parametrize("tag", ["script", "style"])
def test_scripts_and_styles_go_with_a_warning(tag: str) -> None:
    for text in (
        f"раз <{tag}>x()</{tag}>два",
        f"раз\n\n<{tag.upper()}>\nx()\n\ny</{tag}>\n\nдва",
        f"<p>раз<{tag} a=b>x</{tag}>два",
    ):
        passages, findings = read_body(text)
        assert "".join(passage.text for passage in passages).replace(" ", "") == "раздва"
        assert [(finding.code, finding.severity.value) for finding in findings] == [
            ("html-script", "warning")
        ]


@pytest.mark.parametrize("tag", sorted(ACTIVE))
def test_active_elements_lose_their_tags_and_keep_their_text(tag: str) -> None:
    passages, findings = read_body(f"раз <{tag} src='https://x' onload=y>два</{tag}> три")
    assert [passage.text for passage in passages] == ["раз два три"]
    assert [(finding.code, finding.severity.value) for finding in findings] == [("html-dropped", "warning")]


def test_comments_go_silently() -> None:
    text = "раз <!-- тайна --> два\n\n<!-- и\n\nэта -->\n\n<!--more-->\n\nтри\n\n<!-- до конца"
    assert described(text) == "speech: раз  два\nspeech: три"


def test_a_block_is_read_as_its_passages() -> None:
    text = (
        "<h2>Речь</h2>\n<div><p>Раз &laquo;два&raquo;</p>\n<p>Судья: Тише.</p>"
        "<blockquote><p>Цитата</p></blockquote>\n"
        "<ul><li>а<li>б</ul><hr><table><tr><th>в<td>г</table></div>"
    )
    assert described(text) == "\n".join(
        [
            "heading level=2: Речь",
            "speech: Раз «два»",
            "interruption judge «Судья»: Тише.",
            "quotation: Цитата",
            "list-item label=-: а",
            "list-item label=-: б",
            "rule:",
            "table-row: в\tг",
        ]
    )


def test_links_and_images() -> None:
    text = '<a href="/a?b=1&amp;c=2" title="Т">раз</a> и <img src="b.png" alt="два">'
    assert spans(text) == [("link", "раз", "/a?b=1&c=2"), ("image", "два", "b.png")]


def test_what_is_no_element_is_text() -> None:
    assert (
        described("сказал <Иванов> и <Petrov>.")
        == "speech: сказал <Иванов> и <Petrov>.\nnote html-unknown petrov"
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<div\n>раз", "раз"),
        ("<p>раз<", "раз<"),
        ("<div><!-- раз", ""),
        ("<b>раз</i></b></p>", "раз"),
        ("</div>раз", "раз"),
        ("да <a href='раз", "да <a href='раз"),
        ("<div>да <b раз", "да <b раз"),
        ("<p title='a>b'>раз", "b'>раз"),
        ("<details><summary>раз</summary>", "раз"),
    ],
)
def test_broken_html_loses_no_text(text: str, kept: str) -> None:
    passages, _ = read_body(text)
    assert "".join(passage.text for passage in passages) == kept
