"""XML written by hand: elements, text, and values that attributes can hold."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from urllib.parse import quote

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_IN_ADDRESSES = "/!$&'()*+,;=:@~-._?#%"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text(content: str) -> str:
    """Text as it stands between tags."""
    if "&" in content or "<" in content or ">" in content:
        return escape(content, quote=False)
    return content


# Names that Python can't spell.
_NAMES = {
    "xml_id": "xml:id",
    "xml_lang": "xml:lang",
    "xmlns_dc": "xmlns:dc",
    "class_": "class",
    "media_type": "media-type",
}


def attributes(**values: str) -> str:
    """Attributes with what they hold, those without a value left out."""
    return "".join(
        [f' {_NAMES.get(name, name)}="{_escaped(value)}"' for name, value in values.items() if value]
    )


def _escaped(value: str) -> str:
    """A value between quotes; escaping looks for five signs, and most values are letters alone."""
    return value if value.isalnum() else escape(value)


def element(name: str, content: str = "", **values: str) -> str:
    """An element with markup inside it."""
    opening = f"<{name}{attributes(**values)}"
    return f"{opening}>{content}</{name}>" if content else f"{opening}/>"


@lru_cache(maxsize=256)
def language_tag(language: str) -> str:
    """The tag where it is one, else that of a language that isn't known."""
    return language if _LANGUAGE.fullmatch(language) else "und"


@lru_cache(maxsize=4096)
def address_value(address: str) -> str:
    """An address as XML Schema's anyURI has it."""
    return quote(address, safe=_IN_ADDRESSES)
