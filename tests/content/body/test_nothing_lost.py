"""No letter of a source's visible text is lost, none is invented, and nothing makes the reader stumble."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allocution.content.body import read_body
from allocution.model.passages import Passage, PassageKind

WORDS = st.sampled_from(
    "Я вину не признаю сөз алға ваша честь we shall overcome Суддя: Судья: Ильяшев: В**** К***ов «30—е» да, "
    "нет. [смех] (пауза) […] — 274 https://a.kz/b № x*y а_б_в к~н".split()
)
LINES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
WRAPPED = st.tuples(
    st.sampled_from(
        [
            "{}",
            "**{}**",
            "*{}*",
            "~~{}~~",
            "`{}`",
            "<b>{}</b>",
            "<span lang='kk'>{}</span>",
            "<div>{}</div>",
            "{{{{< lang kk >}}}}{}{{{{< /lang >}}}}",
            "{{{{% nope %}}}}{}{{{{% /nope %}}}}",
            "[{}](/)",
            "![{}](/)",
            "<!-- -->{}",
            "{{{{< comment >}}}}{{{{< /comment >}}}}{}",
        ]
    ),
    LINES,
).map(lambda pair: pair[0].format(pair[1]))
PARAGRAPHS = st.lists(WRAPPED, min_size=1, max_size=4).map("\n".join)
BLOCKS = st.tuples(
    st.sampled_from(["", "> ", "> > ", "- ", "1. ", "# ", "  ", "[^1]: ", "| "]), PARAGRAPHS
).map("".join)
BODIES = st.lists(BLOCKS, max_size=6).map("\n\n".join)
MARKUP = re.compile(
    r"\{\{[<%] */?(?:lang kk|lang|nope|comment) *[>%]\}\}|</?(?:b|div|span)(?: lang='kk')?>|<!-- -->",
    re.ASCII,
)
PLAIN = st.text(st.sampled_from("абвгәұіїўABC ,.;—–«»“”\u00a0-\n?!()№é"), max_size=200)


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalpha, text))


def visible(passages: tuple[Passage, ...]) -> str:
    """What a reader sees of passages."""
    return "".join(passage.speaker + passage.text for passage in passages)


def well_formed(passages: tuple[Passage, ...]) -> bool:
    """Lines ascend but for footnotes; spans lie inside the text, in order, none crossing."""
    for passage in passages:
        ends: list[int] = []
        assert passage.text or passage.spans or passage.speaker or passage.kind is PassageKind.RULE
        starts = [(span.start, -span.end) for span in passage.spans]
        assert starts == sorted(starts)
        for span in passage.spans:
            assert 0 <= span.start <= span.end <= len(passage.text)
            while ends and ends[-1] <= span.start:
                ends.pop()
            assert not ends or span.end <= ends[-1]
            ends.append(span.end)
    lines = [passage.line for passage in passages]
    return lines == sorted(lines)


@given(BODIES)
@example("**Судья:** *да*\n\nСудья:\n\n> нет")
@example("[смех]: Судья:\n[смех]: К***ов")
def test_no_letter_is_lost(body: str) -> None:
    passages, _ = read_body(body, speakers=["Ильяшев"])
    assert letters(visible(passages)) == letters(MARKUP.sub("", body))
    assert well_formed(passages)


@given(PLAIN)
def test_plain_text_comes_back_up_to_blank_lines(text: str) -> None:
    lines = (re.sub(r"^[ -]+", "", line).rstrip(" ") for line in text.split("\n"))
    body = "\n".join(line if line.strip() else "" for line in lines)
    passages, findings = read_body(body)
    assert "\n\n".join(passage.text for passage in passages) == re.sub(r"\n{3,}", "\n\n", body.strip("\n"))
    assert findings == ()


@given(st.text(st.sampled_from("аб :;*_~`<>!/[](){}%^\"'#+-=|\\&\n\t\r1.xk"), max_size=120))
@example("<a\n<b>\n</b")
@example("[^1]\n\n[^1]: > - ```\n    x")
def test_any_punctuation_is_read(text: str) -> None:
    passages, _ = read_body(text)
    assert well_formed(passages)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    passages, findings = read_body(text, 1, "x.md", speakers=[text[:20]], parameters={"a": text})
    assert well_formed(passages)
    last = text.count("\n") + text.count("\r") + 1
    assert all(1 <= passage.line <= last for passage in passages)
    assert all(1 <= finding.place.line <= last for finding in findings)


def test_the_seed_comes_back_whole() -> None:
    seed = Path(__file__).parents[4] / "shared/data/seed/alnur-ilyashev.md"
    if not seed.exists():
        pytest.skip("../shared isn't there: it holds other people's words")
    _, front_matter, body = seed.read_text("utf-8").split("---\n", 2)
    first_line = front_matter.count("\n") + 3
    passages, findings = read_body(body, first_line, "alnur-ilyashev.md", speakers=["Альнур Ильяшев"])
    blocks = body.strip("\n").split("\n\n")
    assert [passage.text for passage in passages] == blocks
    assert [passage.kind for passage in passages] == [PassageKind.SPEECH] * 3
    assert not any(passage.spans for passage in passages)
    assert findings == ()
    lines = seed.read_text("utf-8").split("\n")
    for passage in passages:
        assert lines[passage.line - 1] == passage.text.split("\n")[0]
