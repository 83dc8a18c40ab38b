"""Hugo's shortcodes and ours."""

from __future__ import annotations

import pytest

from allocution.content.body import read_body
from allocution.content.body.shortcodes import KNOWN
from tests.content.body.notation import described, spans


@pytest.mark.parametrize(
    "text",
    [
        'Раз {{< lang "kk" >}}Алға{{< /lang >}}!',
        "Раз {{% lang kk %}}Алға{{% /lang %}}!",
        "Раз {{<lang tag=`kk`>}}Алға{{</lang>}}!",
    ],
)
def test_language(text: str) -> None:
    assert spans(text) == [("foreign", "Алға", "kk")]
    assert read_body(text)[0][0].text == "Раз Алға!"


def test_language_over_several_passages() -> None:
    text = 'Раз.\n\n{{< lang "kk" >}}\n\nАлға!\n\n- Қазақстан\n\n{{< /lang >}}\n\nДва.'
    passages, findings = read_body(text)
    assert [(passage.text, passage.language, passage.line) for passage in passages] == [
        ("Раз.", "", 1),
        ("Алға!", "kk", 5),
        ("Қазақстан", "kk", 7),
        ("Два.", "", 11),
    ]
    assert findings == ()


@pytest.mark.parametrize(
    ("shortcode", "address"),
    [
        ('{{< ref "речь.md#конец" >}}', "ref:речь.md#конец"),
        ('{{< relref path="a.md" lang="kk" >}}', "ref:a.md"),
        ("{{< youtube w7Ft2ymGmfc >}}", "https://www.youtube.com/watch?v=w7Ft2ymGmfc"),
        ('{{< youtube id="w7" loading="lazy" >}}', "https://www.youtube.com/watch?v=w7"),
        ("{{< vimeo 55073825 >}}", "https://vimeo.com/55073825"),
        ("{{< vimeo_simple 55 />}}", "https://vimeo.com/55"),
        ("{{< gist jmooring 50a7 >}}", "https://gist.github.com/jmooring/50a7"),
        ("{{< instagram CxOWiQNP2MO >}}", "https://www.instagram.com/p/CxOWiQNP2MO/"),
        ('{{< x user="SanDiegoZoo" id="1453" >}}', "https://x.com/SanDiegoZoo/status/1453"),
        ('{{< tweet user="SanDiegoZoo" id="1453" >}}', "https://x.com/SanDiegoZoo/status/1453"),
        ("{{< tweet 877500564405444608 >}}", "https://x.com/i/status/877500564405444608"),
        ('{{< qr text="https://gohugo.io" />}}', "https://gohugo.io"),
    ],
)
def test_references_and_embeds_are_links(shortcode: str, address: str) -> None:
    passages, findings = read_body(f"см. {shortcode}.")
    (span,) = passages[0].spans
    assert (span.kind.value, span.value, findings) == ("link", address, ())
    assert passages[0].text[span.start : span.end] == address.removeprefix("ref:")


def test_a_reference_inside_a_link() -> None:
    for text in (
        '[раз]({{< ref "a.md" >}})',
        '[раз]({{% relref "a.md" %}} "Т")',
        '<a href="{{< ref `a.md` >}}">раз</a>',
    ):
        assert spans(text) == [("link", "раз", "ref:a.md")]


def test_figure() -> None:
    text = '{{< figure\n  src="/зал.jpg" alt="Зал" caption="Суд \\"в\\" зале" attr="А. Б." attrlink="https://b.kz"\n>}}\n\nДа.'
    assert described(text) == (
        'media: Зал⏎Суд "в" зале⏎А. Б.\n  image «Зал» /зал.jpg\n  link «А. Б.» https://b.kz\nspeech: Да.'
    )
    assert read_body(text)[0][1].line == 5


def test_details_highlight_qr_comment() -> None:
    text = (
        '{{< details summary="Раз" >}}\n**два**\n{{< /details >}}\n\n'
        "{{< highlight go >}}\nx *y* {{< nope >}}\n\nz\n{{< /highlight >}}\n\n"
        "Три `{{< x >}}` {{< comment >}}тайна{{< /comment >}}{{< qr >}}четыре{{< /qr >}}."
    )
    assert described(text) == (
        "heading level=6: Раз\nspeech: два\n  strong «два»\ncode: x *y* {{< nope >}}⏎⏎z\n"
        "speech: Три {{< x >}} четыре.\n  code «{{< x >}}»"
    )
    assert [passage.line for passage in read_body(text)[0]] == [1, 2, 5, 11]


def test_parameters_come_from_the_caller() -> None:
    passages, findings = read_body("{{< param city >}} и {{% param `land` %}}", parameters={"city": "Алматы"})
    assert (passages[0].text, findings) == ("Алматы и ", ())
    assert [span.value for span in passages[0].spans] == ["param:city", "param:land"]


def test_escaped_shortcodes_are_text() -> None:
    text = 'Пишите {{</* lang "kk" */>}}так{{</* /lang */>}} и {{%/* x */%}}.'
    passages, findings = read_body(text)
    assert (passages[0].text, findings) == ('Пишите {{< lang "kk" >}}так{{< /lang >}} и {{% x %}}.', ())


def test_an_unknown_shortcode_is_reported_and_its_text_kept() -> None:
    text = 'Раз.\n\nДва {{< lead x="1" >}}**три**\n{{% nope / %}}{{< /lead >}} четыре'
    passages, findings = read_body(text, 7, "x.md")
    assert passages[1].text == "Два три\n четыре"
    assert [span.value for span in passages[1].spans] == ["lead", "", "nope"]
    told = [
        (finding.code, finding.severity.value, finding.parameters, finding.place.line, finding.place.column)
        for finding in findings
    ]
    assert told == [
        ("shortcode-unknown", "warning", (("name", "lead"),), 9, 5),
        ("shortcode-unknown", "warning", (("name", "nope"),), 10, 1),
    ]
    assert read_body(text, shortcodes={"lead", "nope"})[1] == ()


@pytest.mark.parametrize(
    ("text", "code", "kept"),
    [
        ("Раз {{< lang kk >}}два", "shortcode-unmatched", "Раз два"),
        ("Раз {{< /lang >}}два", "shortcode-unmatched", "Раз два"),
        ("Раз {{< highlight go >}}два", "shortcode-unmatched", "Раз два"),
        ("Раз {{< lang два", "shortcode-malformed", "Раз {{< lang два"),
        ('Раз {{< lang "два >}}', "shortcode-malformed", 'Раз {{< lang "два >}}'),
        ("Раз {{< lang kk %}}два", "shortcode-malformed", "Раз {{< lang kk %}}два"),
        ("Раз {{</* два", "shortcode-malformed", "Раз {{</* два"),
    ],
)
def test_a_broken_shortcode_is_reported_and_its_text_kept(text: str, code: str, kept: str) -> None:
    passages, findings = read_body(text)
    assert ([passage.text for passage in passages], [finding.code for finding in findings]) == (
        [kept],
        [code],
    )


def test_nested_pairs_of_one_name() -> None:
    text = "{{< lang ru >}}раз {{< lang kk >}}екі{{< /lang >}} три{{< /lang >}}"
    assert spans(text) == [("foreign", "раз екі три", "ru"), ("foreign", "екі", "kk")]


def test_signs_for_shortcodes_are_never_taken_from_the_text() -> None:
    text = "\ufdd00\ufdd0 &#xfdd1;0&#xfdd1; {{< lang kk >}}а{{< /lang >}} К***в"
    (passage,), _ = read_body(text)
    assert "\ufdd00\ufdd0" in passage.text
    assert passage.text.endswith("а К***в")


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_every_documented_shortcode_is_known(name: str) -> None:
    _, findings = read_body(f"{{{{< {name} a b >}}}}{{{{< /{name} >}}}}")
    assert findings == ()
