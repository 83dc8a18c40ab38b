from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from allocution.site.policy import FORM_POLICY, PAGE_POLICY
from allocution.web.app import News, make_app
from allocution.web.preview import Preview
from allocution.web.security import LOOPBACK_NAMES

ONE = "/statements/one/"


class Client:
    """Requests to the application, and what the terminal would have heard."""

    def __init__(self, preview: Preview, hosts: tuple[str, ...] = ()) -> None:
        self.preview = preview
        self.heard: list[News] = []
        self.app: Starlette = make_app(preview, self.heard.append, hosts)

    def __call__(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
                return await client.request(method, path, headers=named)

        return asyncio.run(ask())


@pytest.fixture
def client(small: Path, preview_of: Callable[[Path], Preview]) -> Client:
    return Client(preview_of(small))


def test_headers(client: Client) -> None:
    answer = client(ONE)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-security-policy"].startswith(FORM_POLICY)
    assert "set-cookie" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers


def test_policy_is_that_of_the_page(client: Client) -> None:
    assert f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">' in client(ONE).text


def test_head(client: Client) -> None:
    whole, head = client(ONE), client(ONE, "HEAD")
    assert head.status_code == 200
    assert head.content == b""
    assert {**head.headers} == {**whole.headers}
    assert int(head.headers["content-length"]) == len(whole.content)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading(method: str, client: Client) -> None:
    answer = client(ONE, method)
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize("path", [ONE, "/notes.txt", "/assets/site.css", "/index.xml"])
def test_unchanged(path: str, client: Client) -> None:
    tag = client(path).headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = client(path, if_none_match=known)
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert client(path, if_none_match='"other"').status_code == 200


def test_json_beside_html(client: Client) -> None:
    page, data = client(ONE), client(ONE, accept="application/json")
    assert data.headers["content-type"] == "application/json"
    assert data.json()["title"] == "Ann Lee (sedition)"
    assert data.content == client(f"{ONE}index.json").content
    assert page.headers["vary"] == data.headers["vary"] == "Accept"
    assert page.headers["etag"] != data.headers["etag"]
    assert "vary" not in client("/statements/", accept="application/json").headers


def test_withdrawn(client: Client) -> None:
    assert "Secret" not in client("/statements/gone/").text
    assert "Secret" not in client("/statements/gone/", accept="application/json").text


def test_missing(client: Client) -> None:
    expected = client("/404.html").content
    for path in ("/nothing/", "/-/nothing", "/statements/three/", "/a%0Ab", "/%ff"):
        answer = client(path)
        assert (answer.status_code, answer.content) == (404, expected), path
    assert client("/nothing/", "HEAD").headers["content-length"] == str(len(expected))


@pytest.mark.parametrize(
    "path",
    [
        "/../hugo.toml",
        "/%2e%2e/hugo.toml",
        "/..%2fhugo.toml",
        "/notes.txt/../../hugo.toml",
        "/%2Fetc/passwd",
        "//etc/passwd",
        "/..\\hugo.toml",
        "/content/statements/one.md",
        "/hugo.toml",
        "/notes.txt%00.html",
    ],
)
def test_nothing_outside_of_the_plan(path: str, client: Client) -> None:
    assert client(path).status_code == 404


def test_copied_file_that_becomes_a_link_out(client: Client, small: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (small / "static/notes.txt").unlink()
    (small / "static/notes.txt").symlink_to(tmp_path / "secret")
    assert client("/notes.txt").status_code == 404


def test_slash_at_the_end(client: Client) -> None:
    answer = client("/statements/one?a=%2F&b")
    assert (answer.status_code, answer.headers["location"]) == (307, "/statements/one/?a=%2F&b")


def test_part_of_a_file(client: Client) -> None:
    answer = client("/notes.txt", range="bytes=0-1")
    assert (answer.status_code, answer.content) == (206, "з".encode())


def test_hosts(small: Path, preview_of: Callable[[Path], Preview]) -> None:
    client = Client(preview_of(small), (*LOOPBACK_NAMES, "archive.local"))
    for host in ("127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000", "archive.local"):
        assert client("/", host=host).status_code == 200, host
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "[::2]", ""):
        assert client("/", host=host).status_code == 400, host
    assert client("/-/events", host="evil.example").status_code == 400


def test_file_changed_without_a_watch(client: Client, small: Path) -> None:
    file = small / "content/statements/one.md"
    file.write_text(file.read_text("utf-8").replace("Words.", "Better words."), "utf-8")
    assert "Better words." in client(ONE).text
    assert client.heard[-1].shown_anew


def test_file_gone_without_a_watch(client: Client, small: Path) -> None:
    (small / "content/statements/one.md").unlink()
    assert client(ONE).status_code == 404


def test_file_that_never_rests(client: Client, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = small / "content/statements/one.md"
    whole = Preview.reload

    def reload(self: Preview, *seen: object) -> object:
        found = whole(self, *seen)  # type: ignore[arg-type]
        file.write_bytes(file.read_bytes() + b"More.\n")
        return found

    monkeypatch.setattr(Preview, "reload", reload)
    file.write_bytes(file.read_bytes() + b"More.\n")
    answer = client(ONE)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")


def test_findings_of_a_page_are_told_once(small: Path, preview_of: Callable[[Path], Preview]) -> None:
    file = small / "content/statements/one.md"
    file.write_bytes(file.read_bytes() + b"\n{{< nobody-knows >}}\n")
    client = Client(preview_of(small))
    client(ONE)
    client(ONE)
    assert [found.place.path for news in client.heard for found in news.findings] == [
        "content/statements/one.md"
    ]


def test_live_page(client: Client) -> None:
    page = client("/-/live/statements/one/")
    assert page.status_code == 200
    policy = page.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert page.content == client("/-/live/%22%3E%3Cscript%3E").content
    assert client("/-/live").headers["location"] == "/-/live/"
    assert client("/-/live.js").headers["content-type"].startswith("text/javascript")
    assert client("/-/live.css").headers["content-type"].startswith("text/css")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_copied_file_that_may_not_be_read(client: Client, small: Path) -> None:
    (small / "static/notes.txt").chmod(0)
    assert client("/notes.txt").status_code == 404
