"""Connections on which nothing comes, or a request too slowly, are closed, so that nobody holds all there are."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

SECONDS = 15.0  # a request has to be there whole within twice as long
MOST_CONNECTIONS = 256


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with an end to waiting for requests; answers may take as long as they do."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait."""
        super().connection_made(transport)
        self._wait()

    def _wait(self) -> None:
        self.loop.call_later(SECONDS, self._look, self.cycle)

    def _look(self, before: RequestResponseCycle | None) -> None:
        """Close the connection if it has waited since the last look for what a client should send."""
        waiting = before is None or before.response_complete or before.more_body
        if waiting and self.cycle is before:
            self.transport.close()
        elif not self.transport.is_closing():
            self._wait()
