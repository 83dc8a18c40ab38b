"""What is known of Telegram's posts without looking at them: their addresses, and how much one holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from allocution.model.statement import Source

POST_CAPACITY = 4096
_POST = re.compile(
    r"https?://(?:www\.)?t(?:elegram)?\.(?:me|dog)/(?:s/)?(?P<post>[A-Za-z]\w{3,31}/[1-9]\d*)(?:[/?#].*)?"
)


def posts_among(sources: Iterable[Source]) -> frozenset[str] | None:
    """The posts that are a text's only sources; None where it has others, or none at all."""
    posts: set[str] = set()
    for source in sources:
        match = _POST.fullmatch(source.address)
        if match is None:
            return None
        posts.add(match["post"])
    return frozenset(posts) or None


def units(text: str) -> int:
    """A text's length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
