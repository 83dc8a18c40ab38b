"""Linked data inside pages (schema.org in JSON-LD)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from markupsafe import Markup

from allocution.views.list_contract import HomeView
from allocution.views.statement_contract import StatementView

_encode = msgspec.json.encode


def statement_json_ld(view: StatementView, absolute: Callable[[str], str]) -> Markup:
    """A statement as a schema.org CreativeWork; `absolute` gives nothing where the site's address isn't known."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": view.title or view.frame.heading,
        "url": absolute(view.address),
        "inLanguage": view.language,
        "author": [{"@type": "Person", "name": speaker.text} for speaker in view.speakers],
        "about": [charge.wording.text for charge in view.charges],
        "isBasedOn": [source.address or source.text for source in view.sources],
        "isPartOf": _stated(
            {"@type": "Collection", "name": view.frame.site_title, "url": absolute(view.frame.home)}
        ),
    }
    if view.dates:
        data["dateCreated"] = view.dates[0].edtf
    courts = [value.text for fact in view.facts if fact.name == "court" for value in fact.values]
    if courts:
        data["locationCreated"] = [{"@type": "Courthouse", "name": court} for court in courts]
    translators = [value.text for fact in view.facts if fact.name == "translators" for value in fact.values]
    if translators:
        data["translator"] = [{"@type": "Person", "name": name} for name in translators]
    data["workTranslation"] = [address for link in view.translations if (address := absolute(link.address))]
    return script_json(_stated(data))


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    """What is known of the data."""
    return {key: value for key, value in data.items() if value}


def home_json_ld(view: HomeView, absolute: Callable[[str], str]) -> Markup:
    """An archive as a schema.org Collection."""
    return script_json(
        _stated(
            {
                "@context": "https://schema.org",
                "@type": "Collection",
                "name": view.frame.site_title,
                "url": absolute(view.frame.address),
                "inLanguage": view.frame.language,
            }
        )
    )


def script_json(data: dict[str, Any]) -> Markup:
    """JSON that can stand inside a script element: no `<` that could end it."""
    return Markup(_encode(data).decode().replace("<", "\\u003c"))  # noqa: S704
