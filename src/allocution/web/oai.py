"""OAI-PMH at `/oai`: harvesters ask by GET or POST."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from allocution.content.outside_links import OAI
from allocution.editions.collection import Collection, collect
from allocution.editions.oai import OaiRepository
from allocution.editions.outside_links import as_given_to
from allocution.store.clock import moment
from allocution.web.preview import Preview, Snapshot
from allocution.web.rate_limit import RateLimit
from allocution.workspace.collecting import PublishedWords
from allocution.workspace.words import ContentChangedError

PATH = "/oai"
_MEDIA_TYPE = "text/xml; charset=utf-8"
_MOST_ARGUMENTS = 20
_MOST_BYTES = 65_536
_FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Oai:
    """Answers about the archive as it is being shown."""

    preview: Preview
    reload: Callable[[Snapshot], Awaitable[None]]
    limit: RateLimit
    _shown: Snapshot | None = None
    _repository: OaiRepository | None = None

    async def answer(self, request: Request) -> Response:
        """Answer a request of a harvester."""
        if refusal := self.limit.refusal(request.client):
            return refusal
        written = request.url.query
        if request.method == "POST":
            written = await _form(request)
        try:
            given = parse_qsl(written, keep_blank_values=True, max_num_fields=_MOST_ARGUMENTS)
        except ValueError:
            raise HTTPException(400) from None
        for _ in range(2):
            snapshot = self.preview.snapshot
            try:
                data = await to_thread.run_sync(
                    self._made, snapshot, str(request.url.replace(query="")), given
                )
            except ContentChangedError:  # on disk, since the archive was loaded
                await self.reload(snapshot)
            else:
                return Response(data, media_type=_MEDIA_TYPE)
        return Response("", 503, {"Retry-After": "1"})

    def _made(self, snapshot: Snapshot, asked_at: str, given: list[tuple[str, str]]) -> bytes:
        repository = self._repository
        if repository is None or self._shown is not snapshot:
            prepared = snapshot.prepared
            archive = prepared.loaded.archive
            collection, words = as_given_to(
                OAI,
                Collection(prepared.site, collect(archive.works)),
                PublishedWords(prepared.making.folder, prepared.making.now),
            )
            repository = OaiRepository(
                collection,
                words,
                archive.configuration.settings.contact,
                prepared.site.absolute(PATH) or asked_at.rstrip("?"),
            )
            self._repository, self._shown = repository, snapshot
        return repository.answer(given, f"{moment():%Y-%m-%dT%H:%M:%SZ}")


async def _form(request: Request) -> str:
    """The arguments that are posted."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise HTTPException(415)
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > _MOST_BYTES:
                raise HTTPException(413)
    except ClientDisconnect:
        raise HTTPException(400) from None
    return body.decode("utf-8", "replace")
