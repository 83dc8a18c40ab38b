"""Links that work from any folder of a server and from a disk."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.site.hrefs import hrefs_from
from allocution.views.absolute import absolute_address, safe_address


@pytest.mark.parametrize(
    ("output", "address", "href"),
    [
        ("index.html", "/", "index.html"),
        ("index.html", "/speakers/x/", "speakers/x/index.html"),
        ("a/b/index.html", "/", "../../index.html"),
        ("a/b.html", "/файл.html#s-1", "../файл.html#s-1"),
        ("a/index.html", "/a b/50%/c?/", "../a%20b/50%25/c%3F/index.html"),
        ("a/index.html", "https://example.org/", "https://example.org/"),
        ("a/index.html", "//example.org/", "//example.org/"),
        ("a/index.html", "#s-1", "#s-1"),
        ("a/index.html", "image.svg", "image.svg"),
    ],
)
def test_links(output: str, address: str, href: str) -> None:
    assert hrefs_from(output)(address) == href


names = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/#"), min_size=1, max_size=8
).filter(lambda name: name.strip(".") == name and name.strip() == name)


@given(st.lists(names, max_size=4), st.lists(names, min_size=1, max_size=4))
def test_a_link_leads_a_browser_to_the_file(here: list[str], there: list[str]) -> None:
    output = "/".join([*(f"d{number}" for number in range(len(here))), "index.html"])
    href = hrefs_from(output)(f"/{'/'.join(there)}/")
    found = urlsplit(urljoin(f"http://host/sub/{output}", href))
    assert unquote(found.path) == f"/sub/{'/'.join(there)}/index.html"
    assert not found.query
    assert not found.fragment


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/", True), ("http://x", True), ("mailto:a@b", True),
        ("tg://resolve?domain=x", True), ("/x/", True), ("x.html?a=b:c", True), ("#a:b", True), ("", False),
        ("javascript:alert(1)", False), ("JaVaScript:alert(1)", False), (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False), ("data:text/html,x", False), ("vbscript:x", False),
        ("file:///etc/passwd", False), ("x:y", False),
    ],
)  # fmt: skip
def test_addresses_that_may_be_followed(address: str, safe: bool) -> None:
    assert safe_address(address) == (address if safe else "")


def test_absolute_addresses_are_escaped() -> None:
    assert absolute_address("https://x.example/a/", "/ё b/") == "https://x.example/a/%D1%91%20b/"
    assert absolute_address("", "/x/") == "/x/"
