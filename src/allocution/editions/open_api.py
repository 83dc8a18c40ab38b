"""The description of the API in OpenAPI 3.1, made of its contract and its parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from allocution.editions import api_contract as contract
from allocution.editions import api_parameters as parameters
from allocution.editions.api_parameters import Parameter

_TERMS = ("speakers", "charges", "courts", "countries")
_SINGULAR = {"speakers": "speaker", "charges": "charge", "courts": "court", "countries": "country"}
_ANSWERS = (
    contract.Entry, contract.StatementList, contract.Statement, contract.TermList, contract.Term,
    contract.SearchAnswer, contract.Problem,
)  # fmt: skip
# What `fields` may leave out.
_SELECTED = ("StatementSummary", "Statement", "TermSummary", "Hit")
_ABOUT = (
    "Read-only. Lists come in parts; `next` leads on, as `data` does: both are paths below /api/v1/. Answers carry an "
    "ETag; what is wrong with a request is said in the language that it asks for, as RFC 9457 has it. Where a site has "
    "no server, every answer that depends on no query is a file at the same address."
)


def open_api_json(title: str = "Last words", base_address: str = "") -> bytes:
    """The description as JSON."""
    return msgspec.json.format(msgspec.json.encode(open_api(title, base_address))) + b"\n"


def open_api(title: str, base_address: str) -> dict[str, Any]:
    """The description of the API of an archive."""
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1.0.0", "description": _ABOUT},
        "servers": [{"url": base_address.rstrip("/") or "/"}],
        "paths": dict(_paths()),
        "components": {"schemas": _schemas(), "headers": _HEADERS, "responses": _PROBLEMS},
    }


def _schemas() -> dict[str, Any]:
    _, found = msgspec.json.schema_components(_ANSWERS, ref_template="#/components/schemas/{name}")
    for name in _SELECTED:
        found[name].pop("required", None)
    return found


def _paths() -> Sequence[tuple[str, Any]]:
    found = [
        ("/api/v1/index.json", _get("entry", "Where the API begins", "Entry")),
        ("/api/v1/statements.json", _get("statements", "Statements", "StatementList", parameters.STATEMENTS)),
        _pages("statements", "StatementList"),
        (
            "/api/v1/statements/{name}.json",
            _get("statement", "A statement with its words", "Statement", (_NAME, *parameters.STATEMENT)),
        ),
    ]
    for name in _TERMS:
        one = _SINGULAR[name]
        found += [
            (f"/api/v1/{name}.json", _get(name, f"The {name}", "TermList", parameters.TERMS)),
            _pages(name, "TermList"),
            (f"/api/v1/{name}/{{id}}.json", _get(one, f"A {one} with its statements", "Term", (_ID,))),
        ]
    search = _get("search", "Sentences that answer a query", "SearchAnswer", parameters.SEARCH)
    return [*found, ("/api/v1/search.json", search)]


def _pages(name: str, schema: str) -> tuple[str, Any]:
    operation = _get(f"{name}_page", f"A page of all {name}, a hundred each", schema, (_NUMBER,))
    return f"/api/v1/{name}/pages/{{number}}.json", operation


_TEXT = {"type": "string", "minLength": 1, "maxLength": 250, "pattern": "^[^/]+$"}
_NAME = Parameter("name", "The statement's name in every edition.", _TEXT, required=True)
_ID = Parameter("id", "Its `id` in the list.", _TEXT, required=True)
_NUMBER = Parameter(
    "number", "The page, from 1.", {"type": "integer", "minimum": 1, "maximum": 1_000_000}, required=True
)
_IN_PATH = (_NAME, _ID, _NUMBER)
_TAG = {"ETag": {"$ref": "#/components/headers/ETag"}}
_HEADERS: Mapping[str, Any] = {
    "ETag": {"description": "A digest of the answer.", "schema": {"type": "string"}},
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
}


def _problem(description: str, headers: Mapping[str, Any] | None = None) -> dict[str, Any]:
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    found: dict[str, Any] = {"description": description, "content": {"application/problem+json": schema}}
    return found | ({"headers": headers} if headers else {})


_LATER = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}
_PROBLEMS: Mapping[str, Any] = {
    "400": _problem("A parameter can't be used."),
    "404": _problem("There is nothing at this address."),
    "405": _problem("Only GET and HEAD are answered."),
    "429": _problem("Too many requests.", _LATER),
    "503": _problem("The archive is being written to.", _LATER),
}


def _get(name: str, summary: str, schema: str, asked: Sequence[Parameter] = ()) -> dict[str, Any]:
    answer = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    responses: dict[str, Any] = {
        "200": {"description": summary, "headers": _TAG, "content": {"application/json": answer}},
        "304": {"description": "The answer is the one that the request knows.", "headers": _TAG},
    }
    responses |= {status: {"$ref": f"#/components/responses/{status}"} for status in _PROBLEMS}
    described = [_described(each) for each in asked]
    return {"get": {"operationId": name, "summary": summary, "parameters": described, "responses": responses}}


def _described(parameter: Parameter) -> dict[str, Any]:
    found = {
        "name": parameter.name,
        "in": "path" if parameter in _IN_PATH else "query",
        "description": parameter.help,
        "required": parameter.required,
        "schema": parameter.schema,
    }
    return found | ({"style": "form", "explode": False} if parameter.many else {})
