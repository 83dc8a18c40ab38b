"""The body of a content file: Markdown and transcribers' conventions in, ordered passages out."""

from allocution.content.body.reading import read_body

__all__ = ["read_body"]
