"""The API under `/api/v1`, read-only: an application of its own beside the pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from allocution.content.outside_links import API
from allocution.editions.api import DESCRIPTION, ROOT, ApiObjects
from allocution.editions.collection import Collection, collect
from allocution.editions.outside_links import as_given_to
from allocution.model.digests import content_digest
from allocution.web.api_answers import ApiAnswers
from allocution.web.conditional import is_known
from allocution.web.media_types import JSON
from allocution.web.preview import Preview, Snapshot
from allocution.web.problems import ProblemError, problem_response
from allocution.web.rate_limit import RateLimit
from allocution.web.searching import ArchiveQuestions
from allocution.workspace.collecting import PublishedWords
from allocution.workspace.words import ContentChangedError

_METHODS = "GET, HEAD, OPTIONS"
_MOST_PARAMETERS = 50
_EXPOSED = "ETag, RateLimit, RateLimit-Policy, Retry-After"


@dataclass(slots=True)
class Api:
    """Answers about the archive as it is being shown.

    `origins` are those whose pages may read it in a browser; `*` is everybody.
    """

    preview: Preview
    questions: ArchiveQuestions
    reload: Callable[[Snapshot], Awaitable[None]]
    limit: RateLimit
    origins: Sequence[str] = ()
    _shown: Snapshot | None = None
    _answers: ApiAnswers | None = field(default=None)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        request = Request(scope, receive)
        allowance = self.limit.take(request.client.host if request.client else "")
        try:
            if not allowance.allowed:
                problem = ProblemError(429, "too-many-requests", seconds=allowance.wait)
                raise problem.with_headers(Retry_After=str(allowance.wait))
            response = await self._answer(request)
        except ProblemError as error:
            response = problem_response(request, error, self.preview.snapshot.prepared.site.language)
        response.headers.update(self.limit.headers(allowance) | self._sharing(request))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": _METHODS})
        if request.method not in ("GET", "HEAD"):
            raise ProblemError(405, "method-not-allowed", method=request.method).with_headers(Allow=_METHODS)
        data = await self._data(request)
        headers = {"ETag": f'"{content_digest(data).hex()}"', "Cache-Control": "no-cache"}
        if is_known(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        headers |= {"Content-Length": str(len(data)), "Content-Type": JSON}
        return Response(b"" if request.method == "HEAD" else data, headers=headers)

    async def _data(self, request: Request) -> bytes:
        path, given = _path(request), _given(request)
        for _ in range(2):
            snapshot = self.preview.snapshot
            try:
                return await to_thread.run_sync(self._made, snapshot, path, given)
            except ContentChangedError:  # on disk, since the archive was loaded
                await self.reload(snapshot)
        raise ProblemError(503, "being-written").with_headers(Retry_After="1")

    def _made(self, snapshot: Snapshot, path: str, given: list[tuple[str, str]]) -> bytes:
        return self._answers_of(snapshot).answer(path, given)

    def _answers_of(self, snapshot: Snapshot) -> ApiAnswers:
        answers = self._answers
        if answers is None or self._shown is not snapshot:
            prepared = snapshot.prepared
            whole = Collection(prepared.site, collect(prepared.loaded.archive.works))
            recorded = PublishedWords(prepared.making.folder, prepared.making.now)
            collection, words = as_given_to(API, whole, recorded)
            objects = ApiObjects(collection, prepared.making.evidence)
            answers = ApiAnswers(objects, words, lambda *asked: self.questions.results(snapshot, *asked))
            self._answers, self._shown = answers, snapshot
        return answers

    def _sharing(self, request: Request) -> dict[str, str]:
        """Headers that let pages of other origins read the answer."""
        origin = request.headers.get("origin", "")
        everybody = "*" in self.origins
        if not everybody and origin not in self.origins:
            return {}
        headers = {
            "Access-Control-Allow-Origin": "*" if everybody else origin,
            "Access-Control-Expose-Headers": _EXPOSED,
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        if not everybody:
            headers["Vary"] = "Origin, Accept-Language"
        if request.method == "OPTIONS":
            headers |= {
                "Access-Control-Allow-Methods": _METHODS,
                "Access-Control-Allow-Headers": "Accept-Language, If-None-Match",
                "Access-Control-Max-Age": "86400",
            }
        return headers


def _path(request: Request) -> str:
    """The path that is asked for; the `.json` at its end may be left out."""
    path: str = request.scope["path"].rstrip("/")
    if path == ROOT:
        return f"{ROOT}/index.json"
    return path if path.endswith(".json") or path == DESCRIPTION else f"{path}.json"


def _given(request: Request) -> list[tuple[str, str]]:
    """The parameters; what isn't UTF-8 has the sign for that in its place."""
    try:
        return parse_qsl(request.url.query, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
    except ValueError:
        raise ProblemError(400, "too-many-parameters", most=_MOST_PARAMETERS) from None
