"""The server's run: HTTP and the watch over the archive, until somebody ends it."""

from __future__ import annotations

import asyncio
from socket import socket  # noqa: TID251 (its type; store/ opens it)

import uvicorn
from starlette.applications import Starlette
from watchfiles import Change, awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

from allocution.web.app import News, Serving
from allocution.web.patience import MOST_CONNECTIONS, PatientProtocol


class _Server(uvicorn.Server):
    """A server that ends the streams of events first, for which it would wait without end."""

    def __init__(self, config: uvicorn.Config, serving: Serving) -> None:
        super().__init__(config)
        self._serving = serving

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        self._serving.audience.close()
        await super().shutdown(sockets)


def run(app: Starlette, listener: socket, watching: bool) -> None:
    """Serve until SIGINT (raised again as KeyboardInterrupt) or SIGTERM."""
    asyncio.run(_run(app, listener, watching))


async def _run(app: Starlette, listener: socket, watching: bool) -> None:
    serving: Serving = app.state.serving
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        http=PatientProtocol,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=5,
    )
    async with asyncio.TaskGroup() as group:
        if watching:
            group.create_task(watch(serving))
        await _Server(config, serving).serve([listener])


async def watch(serving: Serving, *, polling: bool | None = None) -> None:
    """Reload at each change of the archive's files, until the audience is closed."""
    root = serving.preview.snapshot.prepared.making.folder.root

    def matters(_: Change, path: str) -> bool:
        return serving.preview.concerns(path.removeprefix(f"{root}/"))

    closing = serving.audience.closing
    try:
        changes = awatch(
            root,
            watch_filter=matters,
            stop_event=closing,
            debounce=400,
            rust_timeout=1_000,
            force_polling=polling,
            ignore_permission_denied=True,
            yield_on_timeout=True,
        )
        caught_up = False
        async for found in changes:
            if found:
                await serving.take_up(serving.preview.snapshot)
            elif not caught_up:
                # The watcher has begun for certain; what was saved between loading and that is looked for once.
                await serving.catch_up()
            caught_up = True
    except (OSError, WatchfilesRustInternalError) as error:
        if polling:
            raise
        # Mostly the system's limit of watches; looking again and again needs none.
        serving.hear(News((), unwatched=str(error)))
        await watch(serving, polling=True)
