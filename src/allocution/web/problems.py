"""What is wrong with a request to the API, as RFC 9457 has it, in the language that the request asks for."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from allocution.editions.api import json_bytes
from allocution.editions.api_contract import Problem
from allocution.errors import AllocutionError
from allocution.messages import LANGUAGES, Catalogue

PROBLEM_TYPE = "urn:allocution:problem:"
_MEDIA_TYPE = "application/problem+json"
_MOST_RANGES = 20


class ProblemError(AllocutionError):
    """A request that can't be answered."""

    catalogue = "api"

    def __init__(self, status: int, code: str, **arguments: str | int) -> None:
        super().__init__(code, **arguments)
        self.status = status
        self.arguments = arguments
        self.headers: dict[str, str] = {}

    def with_headers(self, **headers: str) -> ProblemError:
        """The same with headers of the answer; underscores in their names are hyphens."""
        self.headers |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self


@dataclass(frozen=True, slots=True)
class _Range:
    language: str
    weight: float


def preferred_language(accepted: str, otherwise: str) -> str:
    """Which of the languages that the program speaks an Accept-Language header (RFC 9110, 12.5.4) likes best."""
    ranges = [_range(part) for part in accepted.lower().split(",")[:_MOST_RANGES]]
    known = [each for each in ranges if each.language in LANGUAGES and each.weight > 0]
    return max(known, key=lambda each: each.weight).language if known else otherwise


def _range(part: str) -> _Range:
    name, *parameters = (each.strip() for each in part.split(";"))
    weight = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return _Range(name.partition("-")[0], float(weight))
    except ValueError:
        return _Range("", 0)


def problem_response(request: Request, error: ProblemError, otherwise: str) -> Response:
    """The answer to a request that can't be answered as it wishes; `otherwise` is the language where it has none."""
    language = preferred_language(request.headers.get("accept-language", ""), otherwise)
    says = Catalogue("api", language)
    problem = Problem(
        type=f"{PROBLEM_TYPE}{error.code}",
        title=says(error.code),
        status=error.status,
        detail=says(f"{error.code}-detail", **error.arguments),
        instance=request.url.path,
    )
    headers = {"Content-Language": language, "Vary": "Accept-Language", **error.headers}
    return Response(json_bytes(problem), error.status, headers, _MEDIA_TYPE)
