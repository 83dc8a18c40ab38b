"""How many requests of one client are answered: a bucket each, which fills again with time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from starlette.datastructures import Address
from starlette.responses import Response

MOST_CLIENTS = 10_000
WINDOW = 60


@dataclass(slots=True)
class _Bucket:
    left: float
    filled: float


@dataclass(frozen=True, slots=True)
class Allowance:
    """Whether a request is answered, how many more would be, and in how many seconds one is again."""

    allowed: bool
    left: int
    wait: int


@dataclass(slots=True)
class RateLimit:
    """Answers `most` requests of a client a minute; a client is forgotten when thousands came after it.

    `clock` gives seconds that never go back. With 0 everything is answered.
    """

    most: int
    clock: Callable[[], float]
    _buckets: OrderedDict[str, _Bucket] = field(default_factory=OrderedDict)

    def take(self, client: str) -> Allowance:
        """Count a request."""
        if not self.most:
            return Allowance(True, 0, 0)
        now, each_second = self.clock(), self.most / WINDOW
        bucket = self._buckets.pop(client, None) or _Bucket(self.most, now)
        bucket.left = min(self.most, bucket.left + (now - bucket.filled) * each_second)
        bucket.filled = now
        allowed = bucket.left >= 1
        bucket.left -= allowed
        self._buckets[client] = bucket
        while len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return Allowance(
            allowed, int(bucket.left), 0 if allowed else max(1, ceil((1 - bucket.left) / each_second))
        )

    def refusal(self, client: Address | None) -> Response | None:
        """Count a request; the answer to one that is too many."""
        allowance = self.take(client.host if client else "")
        if allowance.allowed:
            return None
        headers = {"Retry-After": str(allowance.wait)} | self.headers(allowance)
        return Response("Too many requests.", 429, headers, "text/plain")

    def headers(self, allowance: Allowance) -> dict[str, str]:
        """What a client is told of it (draft-ietf-httpapi-ratelimit-headers)."""
        if not self.most:
            return {}
        state = f'"client";r={allowance.left};t={allowance.wait}'
        return {"RateLimit-Policy": f'"client";q={self.most};w={WINDOW}', "RateLimit": state}
