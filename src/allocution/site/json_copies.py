"""The JSON copies of pages: where they lie, and their bytes."""

from __future__ import annotations

import msgspec

from allocution.views.contract import TombstoneView
from allocution.views.statement_contract import StatementView


def data_path(output: str) -> str:
    """Where the JSON copy of a page lies."""
    return f"{output.removesuffix('.html')}.json"


def data_address(address: str) -> str:
    """The address of the JSON copy of the page at an address; its former addresses have none of their own."""
    return f"{address}index.json" if address.endswith("/") else data_path(address)


def statement_json(view: StatementView) -> bytes:
    """The JSON copy of a statement's page: the view itself, with the body's passages."""
    return msgspec.json.encode(view, order="deterministic")


def tombstone_json(view: TombstoneView) -> bytes:
    """The JSON copy of a tombstone."""
    withdrawn = {"date": view.date, "reason": view.reason}
    if view.code:
        withdrawn["code"] = view.code
    return msgspec.json.encode({"withdrawn": withdrawn}, order="deterministic")
