"""A client that sends nothing, or a request without end, is hung up on; one whose answer takes long isn't."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from allocution.web import patience
from tests.capture.servers import HOST

GET = b"GET / HTTP/1.1\r\nHost: x\r\n"
POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"


async def slow(scope: Any, receive: Any, send: Any) -> None:
    """Read the body, take a while, answer."""
    while (await receive()).get("more_body"):
        pass
    await asyncio.sleep(1)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


async def ask(first: bytes, drop: bytes) -> bytes:
    """What is answered to the first bytes and a drop every twentieth of a second, until the connection ends."""
    config = uvicorn.Config(slow, lifespan="off", timeout_keep_alive=1)
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: patience.PatientProtocol(config=config, server_state=state, app_state={}), HOST, 0
    )
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(first)
        answer = loop.create_task(reader.read())
        try:
            while drop and not answer.done():
                writer.write(drop)
                await asyncio.sleep(0.05)
            return await answer
        except ConnectionError:
            return b""
        finally:
            writer.close()


@pytest.mark.parametrize(
    ("first", "drop"), [(b"", b""), (GET, b""), (GET, b"X: y\r\n"), (POST, b""), (POST, b"x")]
)
def test_who_sends_no_whole_request_is_hung_up_on(
    first: bytes, drop: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.2)
    assert b"200 OK" not in asyncio.run(asyncio.wait_for(ask(first, drop), 30))


def test_an_answer_may_take_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.2)
    assert asyncio.run(asyncio.wait_for(ask(GET + b"\r\n", b""), 30)).endswith(b"ok")
