"""The application: one page of the plan for each request, and the live preview under `/-/`."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from allocution.editions.api import ROOT
from allocution.errors import AllocutionError
from allocution.model.digests import content_digest
from allocution.model.finding import Finding
from allocution.site.policy import SEARCH_POLICY
from allocution.store.clock import elapsed
from allocution.store.ordinary_file import ordinary_file
from allocution.store.program import asset
from allocution.web.addressing import Elsewhere, Found, find, prefers_json
from allocution.web.api import Api
from allocution.web.conditional import is_known
from allocution.web.downloads import OfferedDownloads
from allocution.web.live import Audience
from allocution.web.media_types import HTML, JSON, download_type, media_type
from allocution.web.oai import PATH as OAI
from allocution.web.oai import Oai
from allocution.web.preview import Preview, Snapshot
from allocution.web.rate_limit import RateLimit
from allocution.web.search_view import read_asked
from allocution.web.searching import STYLE, ArchiveQuestions, SearchAddress, find_search
from allocution.web.security import LIVE_POLICY, SecurityHeaders
from allocution.workspace.words import ContentChangedError

RESERVED = "-/"
_NOT_FOUND = "404.html"
_REST = 2.0
_LIVE_FILES = {
    "live.js": "text/javascript; charset=utf-8",
    "live.css": "text/css; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class News:
    """What the person at the terminal should hear of: findings, why a reload failed, new pages, why the system
    reports no changes."""

    findings: tuple[Finding, ...]
    failure: tuple[str, ...] = ()
    shown_anew: bool = False
    unwatched: str = ""


@dataclass(slots=True)
class Serving:
    """What the requests share."""

    preview: Preview
    hear: Callable[[News], None]
    questions: ArchiveQuestions
    limit: RateLimit
    audience: Audience = field(default_factory=Audience)
    downloads: OfferedDownloads = field(default_factory=OfferedDownloads)
    _following: asyncio.Task[None] | None = None

    async def reload(self, seen: Snapshot) -> None:
        """Take up changes and tell everybody of them."""
        findings = await to_thread.run_sync(self.preview.reload, seen)
        changed = self.preview.snapshot.revision != seen.revision
        self.hear(News(findings, self.preview.failure, changed))
        self.audience.announce(self.preview.state)
        # What was shown before goes when whoever waits for the new pages has them.
        asyncio.get_running_loop().call_later(_REST, gc.collect)

    async def take_up(self, seen: Snapshot) -> None:
        """Take up changes, pages of edited statements at once; all else that is made of their words follows."""
        if not await to_thread.run_sync(self.preview.take_edits, seen):
            await self.reload(seen)
            return
        if self.preview.snapshot.revision != seen.revision:
            self.hear(News((), shown_anew=True))
        self.audience.announce(self.preview.state)
        if self._following is None or self._following.done():
            self._following = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        """Reload until nothing but pages is older than the edits."""
        while self.preview.snapshot.edited and not self.audience.closing.is_set():
            await asyncio.sleep(_REST)
            await self.reload(self.preview.snapshot)
            if self.preview.failure:
                return

    async def catch_up(self) -> None:
        """Take up what changed before anybody watched."""
        seen = self.preview.snapshot
        if await to_thread.run_sync(self.preview.is_stale, seen):
            await self.reload(seen)

    async def page(self, request: Request) -> Response:
        """Answer with a page of the plan."""
        path = request.scope["path"]
        if path.startswith(f"/{RESERVED}"):
            raise HTTPException(404)
        accept = request.headers.get("accept", "")
        for attempt in range(3):
            snapshot = self.preview.snapshot
            prepared = snapshot.prepared
            search = find_search(prepared.site, prepared.plan, path)
            found = find(prepared.plan, path, accept) if search is None else None
            if isinstance(found, Elsewhere):
                query = f"?{request.url.query}" if request.url.query else ""
                return RedirectResponse(found.address + query, 307)
            try:
                if search is not None:
                    return await self._search(request, snapshot, search)
                if found is None:
                    return await self._download(request, snapshot, path)
                return await self._answer(request, snapshot, found)
            except ContentChangedError:  # on disk, since the plan was made
                await (self.reload if attempt or found is None else self.take_up)(snapshot)
        return Response("The file is being written to.", 503, {"Retry-After": "1"}, "text/plain")

    async def not_found(self, request: Request, _: Exception) -> Response:
        """Answer with the site's own page for addresses that lead nowhere."""
        snapshot = self.preview.snapshot
        page = snapshot.prepared.plan.by_output[_NOT_FOUND]
        made, _findings = await to_thread.run_sync(self.preview.make, snapshot, page)
        return _response(request, made.files.get(_NOT_FOUND, b""), {"Content-Type": HTML}, 404)

    async def _answer(self, request: Request, snapshot: Snapshot, found: Found) -> Response:
        made, findings = await to_thread.run_sync(self.preview.make, snapshot, found.page)
        if findings:
            self.hear(News(findings))
        kind = media_type(found.page, found.output)
        if made.copied:
            return await to_thread.run_sync(_file, request, snapshot, made.copied, kind)
        data = made.files.get(found.output)
        if data is None:
            raise HTTPException(404)
        headers = {"ETag": f'"{content_digest(data).hex()}"', "Cache-Control": "no-cache"}
        if found.by_wish:
            headers["Vary"] = "Accept"
        if is_known(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return _response(request, data, headers | {"Content-Type": kind})

    async def _download(self, request: Request, snapshot: Snapshot, path: str) -> Response:
        """Answer with an edition, or a page that lists them."""
        where, statement = (request.query_params.get(name, "") for name in ("where", "statement"))
        try:
            if where or statement:
                if refusal := self.limit.refusal(request.client):
                    return refusal
                found = await to_thread.run_sync(self.downloads.select, snapshot, path, where, statement)
            else:
                found = await to_thread.run_sync(self.downloads.find, snapshot, path)
        except ContentChangedError:
            raise
        except AllocutionError as error:
            self.hear(News((), (self.preview.explained(error),)))
            return Response("An edition can't be made here.", 503, media_type="text/plain")
        if found is None:
            raise HTTPException(404)
        output, data = found
        headers = {"ETag": f'"{content_digest(data).hex()}"', "Cache-Control": "no-cache"}
        if is_known(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        if where or statement:
            headers["Content-Disposition"] = f'attachment; filename="{output}"'
        return _response(request, data, headers | {"Content-Type": download_type(output)})

    async def _search(self, request: Request, snapshot: Snapshot, address: SearchAddress) -> Response:
        """Answer a search as a page, or as data where the address or the Accept header asks for that."""
        if refusal := self.limit.refusal(request.client):
            return refusal
        by_wish = address.kind == HTML
        kind = JSON if by_wish and prefers_json(request.headers.get("accept", "")) else address.kind
        asked = read_asked(request.query_params)
        answer = await to_thread.run_sync(self.questions.answer, snapshot, address, kind, asked)
        headers = {"Content-Type": answer.kind, "Content-Security-Policy": SEARCH_POLICY}
        if by_wish:
            headers["Vary"] = "Accept"
        return _response(request, answer.data, headers)

    async def events(self, _: Request) -> Response:
        """A stream that says when something changed."""
        return self.audience.response(self.preview.state)


def _response(request: Request, data: bytes, headers: dict[str, str], status: int = 200) -> Response:
    size = {"Content-Length": str(len(data))}
    return Response(b"" if request.method == "HEAD" else data, status, headers | size)


def _file(request: Request, snapshot: Snapshot, path: str, kind: str) -> Response:
    folder = snapshot.prepared.making.folder
    found = ordinary_file(folder.root, folder.real_path(path))
    if found is None:
        raise HTTPException(404)
    real, state = found
    tag = f'"{state.st_size:x}-{state.st_mtime_ns:x}-{state.st_ino:x}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return FileResponse(real, headers=headers | {"Content-Type": kind}, stat_result=state)


@dataclass(frozen=True, slots=True)
class Sharing:
    """Whose pages may read the API in a browser (`*`: everybody's), and how many requests of a client are answered.

    What is counted is what costs work: the API, searches, harvesting, editions of a selection.
    """

    origins: tuple[str, ...] = ()
    requests_a_minute: int = 600


def make_app(
    preview: Preview,
    hear: Callable[[News], None],
    hosts: Sequence[str] = (),
    sharing: Sharing = Sharing(),
) -> Starlette:
    """The application. With `hosts`, a request that names another host is refused, against DNS rebinding."""
    limit = RateLimit(sharing.requests_a_minute, elapsed)
    serving = Serving(preview, hear, ArchiveQuestions(preview.snapshot.prepared.making.folder.root), limit)
    api = Api(preview, serving.questions, serving.reload, limit, sharing.origins)
    middleware = [Middleware(SecurityHeaders)]
    if hosts:
        middleware.append(Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False))
    routes: list[BaseRoute] = [
        Mount(ROOT, app=api),
        Route(OAI, Oai(preview, serving.reload, limit).answer, methods=["GET", "POST"]),
        Route(f"/{RESERVED}events", serving.events, methods=["GET"]),
        Route(f"/{RESERVED}live", _to_live),
        Route(f"/{RESERVED}live/{{path:path}}", _live_page),
        *(Route(f"/{RESERVED}{name}", _live_file) for name in _LIVE_FILES),
        Route(f"/{RESERVED}{STYLE}", _search_style),
        Route("/{path:path}", serving.page),
    ]
    app = Starlette(routes=routes, middleware=middleware, exception_handlers={404: serving.not_found})
    app.router.redirect_slashes = False
    app.state.serving = serving
    return app


async def _to_live(_: Request) -> Response:
    return RedirectResponse(f"/{RESERVED}live/", 307)


async def _live_page(_: Request) -> Response:
    data = await to_thread.run_sync(asset, "live.html", "web")
    return Response(data, headers={"Content-Security-Policy": LIVE_POLICY}, media_type=HTML)


async def _live_file(request: Request) -> Response:
    name = request.url.path.rpartition("/")[2]
    data = await to_thread.run_sync(asset, name, "web")
    return Response(data, headers={"Content-Type": _LIVE_FILES[name]})


async def _search_style(_: Request) -> Response:
    data = await to_thread.run_sync(asset, STYLE, "site")
    return Response(data, headers={"Content-Type": "text/css; charset=utf-8"})
