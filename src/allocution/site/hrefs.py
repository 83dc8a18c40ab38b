"""Addresses as links: relative, so that a site works from a sub-folder and from a disk."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

# What has a meaning of its own in a link, and what can't stand in an attribute or a path.
_NEEDS_ESCAPE = re.compile(r'[%?# "<>\\`]')
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_ESCAPES = str.maketrans(
    {
        "%": "%25",
        "?": "%3F",
        "#": "%23",
        " ": "%20",
        '"': "%22",
        "<": "%3C",
        ">": "%3E",
        "\\": "%5C",
        "`": "%60",
    }
)


def hrefs_from(output: str) -> Callable[[str], str]:
    """A function that turns an address of the site (`/speakers/x/`) into a link from the page in that file.

    Links name `index.html`, without which a folder opened from a disk shows its files instead of its page. Addresses
    elsewhere stay as they are.
    """
    return _Hrefs("../" * output.count("/"))


def beginning_at(page: str, address: str) -> str:
    """A relative link of a text whose own page has that address, as an address of the site; any other as it is."""
    if not address or address.startswith(("/", "#")) or _SCHEME.match(address):
        return address
    try:
        return urljoin(page, address)
    except ValueError:
        return address


def rooted_hrefs(base: str) -> Callable[[str], str]:
    """The same for a page that is shown at any address: links from the host's root, in the folder that `base` names."""
    return _Hrefs(f"{urlsplit(base).path.rstrip('/')}/")


@lru_cache(maxsize=8192)
def _file_of(address: str) -> str:
    """The file that answers at an address of the site, escaped, with the address's fragment."""
    path, mark, fragment = address.partition("#")
    file = f"{path[1:]}index.html" if path.endswith("/") else path[1:]
    if _NEEDS_ESCAPE.search(file):
        file = file.translate(_ESCAPES)
    return f"{file}{mark}{fragment}"


class _Hrefs:
    __slots__ = ("_up",)

    def __init__(self, up: str) -> None:
        self._up = up

    def __call__(self, address: str) -> str:
        if not address.startswith("/") or address.startswith("//"):
            return address
        return self._up + _file_of(address)
