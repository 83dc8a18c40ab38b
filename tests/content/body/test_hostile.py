"""Input made to hurt: read in time that grows with its size, without recursion."""

from __future__ import annotations

import time

import pytest

from allocution.content.body import read_body

MANY = 10_000
HOSTILE = {
    "quotations": ">" * MANY * 10 + "a",
    "brackets": "[" * MANY * 5 + "x" + "]" * MANY * 5,
    "round brackets": "(смех " * MANY,
    "angle brackets": "<a " * MANY,
    "comments": "x <!-- " * MANY,
    "html comments": "<div><!--" * MANY,
    "emphasis": "*a **b " * MANY,
    "asterisks": "*" * MANY + "a" + "*" * MANY,
    "masks": "К**в " * MANY + "**",
    "crossing tags": "<b><i>" * MANY + "x" + "</b></i>" * MANY,
    "one line": "слово: " * 1_000_000,
    "labels": "Судья: *а*\n" * MANY,
    "labels alone": "Судья:\n\n" * MANY,
    "lists": "\n".join(" " * (2 * depth) + "- a" for depth in range(700)),
    "open shortcodes": "{{< a " * MANY,
    "unclosed shortcodes": "{{< lang kk >}}" * MANY,
    "lasting shortcodes": "{{< lang kk >}}\n\nx\n\n" * (MANY // 10),
    "quotes in shortcodes": '{{< a \\"' * MANY,
    "escapes in shortcodes": '{{< a "\\' * MANY,
    "raw shortcodes": "{{< a `" * MANY,
    "escaped shortcodes": "{{</* " * MANY,
    "highlights": "{{< highlight x >}}" * MANY,
    "arguments": "{{< a x=" + "x= " * MANY,
    "scripts": "<div>" + "<script>x</style>" * MANY,
    "unknown tags": "<div>\n" + "".join(f"<x{number}>" for number in range(MANY)),
    "attributes": "x <a " + 'x="y" ' * MANY + ">",
    "unsafe links": "[a](javascript:x) " * MANY,
    "definitions": "[a]: Прошу\n\n" * MANY,
    "footnotes": "[^1]\n\n[^1]: a\n\n" * (MANY // 10),
    "addresses": "https://" * MANY,
    "backticks": "".join("`" * count + " " for count in range(300)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    text = HOSTILE[name]
    started = time.process_time()
    read_body(text, speakers=["Ильяшев"])
    # Measured: at most 0.4 s. What is quadratic here takes minutes.
    assert time.process_time() - started < 5
