"""Markdown's blocks and spans as passages."""

from __future__ import annotations

import pytest

from allocution.content.body import read_body
from allocution.model.passages import PassageKind
from tests.content.body.notation import described, spans

WHOLE = """\
# Последнее слово

Раз, **два**, *три*, ~~четыре~~, `пять`.

> Цитата
>
> > вложенная

1. первое

   ещё о первом
2. второе
   - внутри

| статья | срок |
|--------|------|
| 274    | *3*  |

---

```
код *как есть*
```

![Зал суда](/зал.jpg "Зал")

Сноска[^1].

[^1]: Её текст.
"""


def test_whole_document() -> None:
    assert described(WHOLE) == "\n".join(
        [
            "heading level=1: Последнее слово",
            "speech: Раз, два, три, четыре, пять.",
            "  strong «два»",
            "  emphasis «три»",
            "  struck «четыре»",
            "  code «пять»",
            "quotation depth=1: Цитата",
            "quotation depth=2: вложенная",
            "list-item depth=1 label=1.: первое",
            "list-item depth=1: ещё о первом",
            "list-item depth=1 label=2.: второе",
            "list-item depth=2 label=-: внутри",
            "table-row level=1: статья\tсрок",
            "table-row: 274\t3",
            "  emphasis «3»",
            "rule:",
            "code: код *как есть*",
            "media: Зал суда",
            "  image «Зал суда» /зал.jpg",
            "speech: Сноска.",
            "  footnote «» 1",
            "footnote depth=1 label=1: Её текст.",
        ]
    )


def test_lines_of_the_file() -> None:
    passages, _ = read_body(WHOLE, first_line=8)
    assert [passage.line for passage in passages] == [
        8,
        10,
        12,
        14,
        16,
        18,
        19,
        20,
        22,
        24,
        26,
        28,
        32,
        34,
        36,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "«30—е» — это “вот” \"так\" 'и' так... да -- нет --- вот",
        "два  пробела и\u00a0неразрывный,\u2009тонкий, \u00adмягкий перенос",
        "строка \nс пробелом в конце\n   и с отступом",
        "  отступ в начале",
        "е\u0301 и é: не нормализуется; ﬁ, №, ½, ①",
        "конец \t",
        "№ 5 < 6 > 4 & 3 _ 2 ~ [1] \\d {x} | y = z + w",
        "a_b_c, 2 * 3 * 4 = 24",
    ],
)
def test_nothing_is_normalised(text: str) -> None:
    passages, findings = read_body(f"до\n\n{text}\n\nпосле *этого*")
    assert ([passage.text for passage in passages], findings) == (["до", text, "после этого"], ())


def test_blanks_are_kept_beside_markup_too() -> None:
    (passage,), _ = read_body("  *раз* \n   два\t\nтри  ")
    assert passage.text == "  раз \n   два\t\nтри  "


def test_verse_stays_speech_with_line_breaks() -> None:
    (passage,), _ = read_body("Я волком бы  \n   выгрыз\\\nбюрократизм")
    assert passage.kind is PassageKind.SPEECH
    assert passage.text == "Я волком бы\n   выгрыз\nбюрократизм"
    assert [(span.kind.value, span.start) for span in passage.spans] == [
        ("line-break", 11),
        ("line-break", 21),
    ]


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(line_end: str) -> None:
    assert described(WHOLE.replace("\n", line_end)) == described(WHOLE)


def test_links() -> None:
    text = (
        '[раз](https://a.kz "Имя"), <https://b.kz>, <x@c.kz>, [два][ref], [три]\n\n[ref]: /d#e\n[три]: f.html'
    )
    assert spans(text) == [
        ("link", "раз", "https://a.kz"),
        ("link", "https://b.kz", "https://b.kz"),
        ("link", "x@c.kz", "mailto:x@c.kz"),
        ("link", "два", "/d#e"),
        ("link", "три", "f.html"),
    ]
    (passage,), _ = read_body(text)
    assert passage.spans[0].title == "Имя"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "&#1;javascript:x"]
)
def test_an_address_that_could_run_something_is_no_link(address: str) -> None:
    passages, findings = read_body(
        f"Да [*раз* и](<{address}>) два ![три](<{address}>) <a href='{address}'>ч</a>", 7, "x.md"
    )
    assert [passage.text for passage in passages] == ["Да раз и два три ч"]
    assert [span.kind.value for span in passages[0].spans] == ["emphasis"]
    assert [finding.code for finding in findings] == ["link-unsafe"] * 3
    assert (findings[0].place.line, findings[0].place.column) == (7, 4)


def test_a_scheme_with_blanks_inside_is_still_that_scheme() -> None:
    passages, findings = read_body('<a href="java\tscript:x">раз</a>')
    assert (passages[0].spans, [finding.code for finding in findings]) == ((), ["link-unsafe"])


def test_entities_and_escapes() -> None:
    assert (
        described("&laquo;да&raquo; &#1040; &amp;lt; \\*нет\\* &nosuch;")
        == "speech: «да» А &lt; *нет* &nosuch;"
    )


def test_words_in_square_brackets_that_define_no_link() -> None:
    assert described("[Смех]: громко\n\nИ [Смех] да") == (
        "speech: [Смех]: громко\n  stage-note «[Смех]»\nspeech: И [Смех] да\n  stage-note «[Смех]»"
    )


def test_spans_never_cross() -> None:
    passages, _ = read_body("*[смех* в зале] <b>раз <i>два</b> три</i> [а *б](c) в*")
    around: list[int] = []
    for span in passages[0].spans:
        while around and around[-1] <= span.start:
            around.pop()
        assert not around or span.end <= around[-1]
        around.append(span.end)
    assert passages[0].text == "[смех в зале] раз два три а *б в*"


def test_nesting_beyond_the_limit_is_flattened_and_reported() -> None:
    passages, findings = read_body("> " * 70 + "глубоко", 3, "x.md")
    assert [(passage.text, passage.depth) for passage in passages] == [("глубоко", 64)]
    assert [(finding.code, finding.place.line) for finding in findings] == [("nesting-too-deep", 3)]
    passages, findings = read_body("<b>" * 70 + "глубоко")
    assert (passages[0].text, len(passages[0].spans)) == ("глубоко", 64)
    assert [finding.code for finding in findings] == ["nesting-too-deep"]


def test_empty_bodies() -> None:
    for text in ("", "\n\n", "   ", "<!-- -->", "<!--more-->", "> ", "[a]: /b"):
        assert read_body(text) == ((), ())


def test_half_a_character_is_replaced_and_reported() -> None:
    passages, findings = read_body("раз\nдва \ud800", 5, "x.md")
    assert passages[0].text == "раз\nдва \ufffd"
    assert [(finding.code, finding.place.line, finding.place.column) for finding in findings] == [
        ("body-character", 6, 5)
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("## Раздел {#chapter}", "Раздел"),
        ("## Раздел {#глава-1 .big} ##", "Раздел"),
        ("Раздел {.big}\n---", "Раздел"),
        ("## Статья {274}", "Статья {274}"),
        ("## Статья {#}", "Статья {#}"),
        ("## Пишут `{#chapter}`", "Пишут {#chapter}"),
        ("## Пишут {#chapter} так", "Пишут {#chapter} так"),
        ("Раздел {#chapter}", "Раздел {#chapter}"),
    ],
)
def test_attributes_of_a_heading_are_not_its_words(source: str, words: str) -> None:
    (passage,), _ = read_body(f"{source}\n")
    assert passage.text == words
