"""Those who have the live preview open, told of each change by Server-Sent Events (HTML Standard, 9.2)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict

from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from allocution.web.preview import State

MOST_LISTENERS = 32
_QUIET = 10.0
_Queue = asyncio.Queue[State | None]


class Audience:
    """Open live previews. A slow one misses what is out of date, never what is newest."""

    def __init__(self) -> None:
        self._queues: set[_Queue] = set()
        self.closing = asyncio.Event()

    def __len__(self) -> int:
        return len(self._queues)

    def announce(self, state: State) -> None:
        """Tell everybody what is shown now."""
        for queue in self._queues:
            _put(queue, state)

    def close(self) -> None:
        """End every stream, so that the server can end; no further one is opened."""
        self.closing.set()
        for queue in self._queues:
            _put(queue, None)

    def response(self, state: State) -> Response:
        """A stream of events that begins with the present state; refused where there are too many."""
        if self.closing.is_set() or len(self) >= MOST_LISTENERS:
            return Response(status_code=503, headers={"Retry-After": "3"})
        queue: _Queue = asyncio.Queue(1)
        _put(queue, state)
        self._queues.add(queue)
        return _Events(self, queue)

    def leave(self, queue: _Queue) -> None:
        """Forget a listener that is gone."""
        self._queues.discard(queue)


def _put(queue: _Queue, state: State | None) -> None:
    if queue.full():
        queue.get_nowait()
    queue.put_nowait(state)


class _Events(StreamingResponse):
    media_type = "text/event-stream"

    def __init__(self, audience: Audience, queue: _Queue) -> None:
        super().__init__(_events(queue), headers={"Cache-Control": "no-store"})
        self._audience = audience
        self._queue = queue

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._audience.leave(self._queue)


async def _events(queue: _Queue) -> AsyncIterator[str]:
    yield "retry: 1000\n\n"
    while True:
        try:
            state = await asyncio.wait_for(queue.get(), _QUIET)
        except TimeoutError:
            yield ":\n\n"  # shows whether anybody is still there
            continue
        if state is None:
            return
        yield f"event: state\ndata: {json.dumps(asdict(state), ensure_ascii=False)}\n\n"
