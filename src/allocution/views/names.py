"""Names of countries, languages and years, as people read them."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from allocution.messages import Catalogue

_FORMER_STATES = {
    "suhh": {"ru": "СССР", "kk": "КСРО", "en": "Soviet Union", "uk": "СРСР"},
    "cshh": {"ru": "Чехословакия", "kk": "Чехословакия", "en": "Czechoslovakia", "uk": "Чехословаччина"},
    "ddde": {"ru": "ГДР", "kk": "ГДР", "en": "East Germany", "uk": "НДР"},
    "yucs": {"ru": "Югославия", "kk": "Югославия", "en": "Yugoslavia", "uk": "Югославія"},
}


@lru_cache(maxsize=1024)
def country_name(code: str, language: str) -> str:
    """The name of a jurisdiction; its code where no name is known."""
    if code in _FORMER_STATES:
        names = _FORMER_STATES[code]
        return names.get(language, names["en"])
    return str(_locale(language).territories.get(code.upper(), code.upper()))


@lru_cache(maxsize=1024)
def language_name(tag: str, language: str) -> str:
    """The name of a language, with a capital letter where the interface's language writes lists so."""
    name = str(_locale(language).languages.get(tag.split("-")[0], tag))
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1024)
def own_name(tag: str) -> str:
    """A language's name in itself, as links to translations show it."""
    name = str(_locale(tag).languages.get(tag.split("-")[0], tag))
    return name[:1].upper() + name[1:]


def year_label(key: str, wording: Catalogue) -> str:
    """A year of the list of years; years before our era as people count them."""
    if key == "undated":
        return wording("undated")
    year = int(key)
    return wording("century-bc", year=str(1 - year)) if year <= 0 else str(year)


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")
