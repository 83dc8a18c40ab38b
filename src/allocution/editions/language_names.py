"""Languages as ISO 639-3 names them."""

from __future__ import annotations

_LONG = 3
# Languages as ISO 639-3 names them, where its name isn't the one of BCP 47.
_NAMES = {
    "ar": "ara", "az": "aze", "be": "bel", "de": "deu", "en": "eng", "es": "spa", "et": "est", "fa": "fas",
    "fr": "fra", "he": "heb", "hy": "hye", "it": "ita", "ka": "kat", "kk": "kaz", "ky": "kir", "lt": "lit",
    "lv": "lav", "mn": "mon", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "tg": "tgk", "tk": "tuk",
    "tr": "tur", "tt": "tat", "uk": "ukr", "uz": "uzb", "zh": "zho",
}  # fmt: skip


def iso_639_3(tag: str) -> str:
    """The name of a BCP 47 tag's language; `und` where it isn't known."""
    primary = tag.partition("-")[0].lower()
    return _NAMES.get(primary, primary if len(primary) == _LONG else "und")
