"""Resumption tokens: they carry what was asked for and after which record to go on, so that none ever expires."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

import msgspec


class UnreadableTokenError(ValueError):
    """A token that nobody was given."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list was asked for."""

    prefix: str
    since: str
    until: str
    set: str


@dataclass(frozen=True, slots=True)
class Token:
    """What was asked for, and the datestamp and identifier of the last record that was given."""

    asked: Asked
    after: tuple[str, str]


_decode = msgspec.json.Decoder(tuple[str, str, str, str, str, str]).decode


def write_token(token: Token) -> str:
    """A token as it stands in an answer."""
    asked = token.asked
    parts = (asked.prefix, asked.since, asked.until, asked.set, *token.after)
    return base64.urlsafe_b64encode(msgspec.json.encode(parts)).decode().rstrip("=")


def read_token(written: str) -> Token:
    """The token that is written so. Raises UnreadableTokenError."""
    try:
        padded = written.encode("ascii") + b"=" * (-len(written) % 4)
        prefix, since, until, chosen, day, identifier = _decode(
            base64.b64decode(padded, b"-_", validate=True)
        )
    except (UnicodeEncodeError, binascii.Error, msgspec.DecodeError):
        raise UnreadableTokenError from None
    token = Token(Asked(prefix, since, until, chosen), (day, identifier))
    if write_token(token) != written:
        raise UnreadableTokenError
    return token
