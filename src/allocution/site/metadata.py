"""What a statement's page says of itself to programs that keep references and to social networks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from allocution.site.fragments import escape
from allocution.site.pictures import HEIGHT, WIDTH
from allocution.views.statement_contract import StatementView

_LOCALES = {"ru": "ru_RU", "kk": "kk_KZ", "en": "en_GB", "uk": "uk_UA", "be": "be_BY"}


def statement_metadata(view: StatementView, published: Callable[[str], str]) -> Markup:
    """Elements for the head: Highwire tags, as reference managers read them, Dublin Core and Open Graph."""
    lines = [
        f'<meta name="{name}" content="{escape(value)}">'
        for name, value in _citation(view, published)
        if value
    ]
    lines += [
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in _open_graph(view, published)
        if value
    ]
    if view.picture:
        lines.append('<meta name="twitter:card" content="summary_large_image">')
    return Markup("\n".join(lines))  # noqa: S704


def _citation(view: StatementView, published: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    title = view.title or view.frame.heading
    yield "citation_title", title
    for speaker in view.speakers:
        yield "citation_author", speaker.text
    if view.dates and view.dates[0].edtf[:4].isdigit():
        yield "citation_publication_date", view.dates[0].edtf[:10].rstrip("~?%").replace("-", "/")
    yield "citation_language", view.language
    yield "citation_public_url", published(view.address)
    yield "DC.title", title
    for speaker in view.speakers:
        yield "DC.creator", speaker.text
    if view.dates:
        yield "DC.date", view.dates[0].edtf
    yield "DC.type", "Text"
    yield "DC.language", view.language
    yield "DC.isPartOf", view.frame.site_title
    for source in view.sources:
        yield "DC.source", source.address or source.text


def _open_graph(view: StatementView, published: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    yield "og:type", "article"
    yield "og:title", view.title or view.frame.heading
    yield "og:description", view.frame.description
    yield "og:url", view.frame.canonical
    yield "og:site_name", view.frame.site_title
    if view.picture:
        yield "og:image", published(view.picture)
        yield "og:image:type", "image/png"
        yield "og:image:width", str(WIDTH)
        yield "og:image:height", str(HEIGHT)
        yield "og:image:alt", view.title or view.frame.heading
    yield "og:locale", _LOCALES.get(view.language, "")
