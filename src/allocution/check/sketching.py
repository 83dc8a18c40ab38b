"""The sketch of a file by which it is compared with the others."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import islice

from allocution.check.checked import CheckedFile, Sketch
from allocution.content.body.addresses import SCHEME

_KEPT = 16
_SHORTEST = 40  # bytes: 20 Cyrillic letters
_MOST_LINKS = 1000
_LINK = re.compile(r"(?<!\\)\]\(\s*<?([^)\s>]+)|\{\{[<%]\s*(?:rel)?ref\s+\"([^\"]+)\"")


def sketch(file: CheckedFile) -> Sketch:
    """Make the sketch of one file."""
    front_matter = file.front_matter
    sentences = file.outline.data.replace(b"\r", b"").replace(b"\n", b" ").split(b".")
    hashes = [zlib.crc32(sentence.strip()) for sentence in sentences if len(sentence) >= _SHORTEST]
    lastmod = next((str(value) for key, value in front_matter.values.items() if key.lower() == "lastmod"), "")
    body = front_matter.body
    links = tuple(_links(file.text, file.body_start)) if "](" in body or "{{" in body else ()
    return Sketch(file.record.path, tuple(sorted(set(hashes))[:_KEPT]), len(hashes), links, lastmod)


def _links(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Links inside the archive: without a scheme, to no other server and not only to a sentence of the page."""
    line, line_start = text.count("\n", 0, start) + 1, start
    for match in islice(_LINK.finditer(text, start), _MOST_LINKS):
        group = 1 if match[1] else 2
        place, address = match.start(group), match[group]
        line += text.count("\n", line_start, place)
        line_start = max(line_start, text.rfind("\n", line_start, place) + 1)
        if not SCHEME.match(address) and not address.startswith(("//", "#", "{{")):
            yield address, line, place - line_start + 1
