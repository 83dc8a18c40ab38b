from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from starlette.types import Message

from allocution.web.app import make_app
from allocution.web.live import MOST_LISTENERS, Audience
from allocution.web.preview import Preview, State
from allocution.web.server import watch


def add_to(file: Path) -> None:
    """Write more into a file."""
    file.write_bytes(file.read_bytes() + b"\nMore.\n")


async def write_on(file: Path) -> None:
    """Add to a file again and again, a bounded number of times."""
    for _ in range(12):
        add_to(file)
        await asyncio.sleep(1.5)


class Stream:
    """A response that streams, read event by event."""

    def __init__(self, audience: Audience, state: State) -> None:
        self.response = audience.response(state)
        self.messages: asyncio.Queue[Message] = asyncio.Queue()
        self.gone = asyncio.Event()
        self.task = asyncio.create_task(self.response({"type": "http"}, self._receive, self.messages.put))

    async def _receive(self) -> Message:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def states(self) -> AsyncIterator[State]:
        while True:
            message = await asyncio.wait_for(self.messages.get(), 20)
            text = message.get("body", b"").decode()
            if text.startswith("event: state\n"):
                data = json.loads(text.partition("data: ")[2])
                yield State(data["revision"], tuple(data["problems"]))
            elif message["type"] == "http.response.body" and not message.get("more_body"):
                return


def test_newest_state_and_end() -> None:
    async def run() -> None:
        audience = Audience()
        stream = Stream(audience, State("a", ()))
        states = stream.states()
        assert await anext(states) == State("a", ())
        audience.announce(State("b", ()))
        audience.announce(State("c", ("«Строка»\nещё",)))
        assert await anext(states) == State("c", ("«Строка»\nещё",))
        audience.close()
        assert [state async for state in states] == []
        await asyncio.wait_for(stream.task, 20)
        assert len(audience) == 0
        assert audience.response(State("d", ())).status_code == 503

    asyncio.run(run())


def test_listener_that_leaves() -> None:
    async def run() -> None:
        audience = Audience()
        stream = Stream(audience, State("a", ()))
        await anext(stream.states())
        assert len(audience) == 1
        stream.gone.set()
        await asyncio.wait_for(stream.task, 20)
        assert len(audience) == 0

    asyncio.run(run())


def test_bound() -> None:
    async def run() -> None:
        audience = Audience()
        streams = [Stream(audience, State("a", ())) for _ in range(MOST_LISTENERS)]
        assert audience.response(State("a", ())).status_code == 503
        audience.close()
        await asyncio.wait_for(asyncio.gather(*(stream.task for stream in streams)), 5)

    asyncio.run(run())


@pytest.mark.parametrize("polling", [False, True])
def test_watch(polling: bool, small: Path, preview_of: Callable[[Path], Preview]) -> None:
    preview = preview_of(small)
    heard: list[object] = []
    serving = make_app(preview, heard.append).state.serving

    async def run() -> None:
        before = preview.snapshot.revision
        watching = asyncio.create_task(watch(serving, polling=polling))
        stream = Stream(serving.audience, preview.state)
        states = stream.states()
        assert (await anext(states)).revision == before
        await asyncio.sleep(0.3)
        for noise in ("addresses/x.txt", ".hidden"):
            (small / noise).parent.mkdir(exist_ok=True)
            (small / noise).write_text("x")
        await asyncio.sleep(0.3)
        assert heard == []
        file = small / "content/statements/one.md"
        writing = asyncio.create_task(
            write_on(file)
        )  # a busy machine's watcher may begin after the first words
        assert (await anext(states)).revision != before
        writing.cancel()
        serving.audience.close()
        await asyncio.wait_for(watching, 20)
        await asyncio.wait_for(stream.task, 20)

    asyncio.run(run())


def test_an_edit_made_before_the_watcher_has_begun_is_taken_up(
    small: Path, preview_of: Callable[[Path], Preview]
) -> None:
    preview = preview_of(small)
    before = preview.snapshot.revision
    file = small / "content/statements/one.md"
    file.write_text(file.read_text("utf-8").replace("Ann", "Anna"), "utf-8")
    serving = make_app(preview, lambda _: None).state.serving

    async def run() -> None:
        watching = asyncio.create_task(watch(serving, polling=False))
        stream = Stream(serving.audience, preview.state)
        states = stream.states()
        assert (await anext(states)).revision == before
        assert (await asyncio.wait_for(anext(states), 20)).revision != before
        serving.audience.close()
        await asyncio.wait_for(watching, 20)
        await asyncio.wait_for(stream.task, 20)

    asyncio.run(run())
