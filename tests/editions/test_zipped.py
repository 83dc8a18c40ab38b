"""A ZIP file written in a stream is one that others read."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from allocution.editions.zipped import ZipAssembler

names = st.text(st.sampled_from("abж/.-_"), min_size=1, max_size=9)


@given(st.dictionaries(names, st.binary(max_size=99), max_size=6), st.booleans())
def test_what_is_put_in_comes_out(held: dict[str, bytes], stored: bool) -> None:
    assembler = ZipAssembler("a.zip", frozenset(held) if stored else frozenset())
    pieces = [piece for path, data in held.items() for piece in assembler.take(path, data)]
    pieces += assembler.finish()
    assert {path for path, _ in pieces} == {"a.zip"}
    with zipfile.ZipFile(io.BytesIO(b"".join(data for _, data in pieces))) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == held
