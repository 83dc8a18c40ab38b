"""What markup can hold of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allocution.views.marked_text import xml_bytes, xml_characters

ODD = "\x00\x08\t\n\x0b\r\x1f\x7f\x85\ud800\udfff\ufffd\ufffe\uffff\U0001f600а"


@given(st.text(st.sampled_from(ODD) | st.characters()))
def test_bytes_of_xml_are_those_of_its_characters(text: str) -> None:
    assert xml_bytes(text) == xml_characters(text).encode()
    assert xml_bytes("Слова.\n") == "Слова.\n".encode()
