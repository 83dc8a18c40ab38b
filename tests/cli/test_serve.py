from __future__ import annotations

import json
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from starlette.applications import Starlette

from allocution.cli import main
from allocution.cli import serve as serve_module
from allocution.web.app import News, Sharing, make_app
from allocution.web.preview import Preview
from tests.web.processes import serving


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    root = tmp_path / "archive"
    file = root / "content/statements/one.md"
    file.parent.mkdir(parents=True)
    (root / "hugo.toml").write_text('title = "Archive"\n')
    file.write_text('---\ntitle: "Ann Lee (sedition)"\ndate: 2020-01-02\n---\n\nWords.\n')
    return root


@pytest.fixture
def without_running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve_module, "run", lambda *_, **__: None)


def test_a_day_at_work(archive: Path) -> None:
    """Pages, an edit, an error in the configuration, its repair; and Ctrl+C while somebody listens."""
    file = archive / "content/statements/one.md"
    with serving(archive) as served, httpx.Client(base_url=served.address, timeout=10) as client:
        assert served.hears("/-/live/")
        page = client.get("/statements/one/")
        assert "Words." in page.text
        assert "server" not in page.headers
        head = client.head("/statements/one/")
        assert head.content == b""
        assert head.headers["content-length"] == str(len(page.content))
        assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
        with client.stream("GET", "/-/events") as stream:
            states = (json.loads(line[6:]) for line in stream.iter_lines() if line.startswith("data: "))
            first = next(states)
            file.write_text(file.read_text() + "\nOther words. {{< nobody-knows >}}\n")
            second = next(states)
            assert second["revision"] != first["revision"]
            assert served.hears("Refreshed.")
            with httpx.Client(base_url=served.address) as other:
                assert "Other words." in other.get("/statements/one/").text
            assert served.hears("nobody-knows")
            (archive / "hugo.toml").write_text('title = "Arch\n')
            third = next(states)
            assert third["revision"] == second["revision"]
            assert "hugo.toml:1" in third["problems"][0]
            assert served.hears("The pages stay as they were.")
            (archive / "hugo.toml").write_text('title = "Other archive"\n')
            assert next(states)["problems"] == []
            assert served.interrupt() == 0
            assert list(states) == []
        assert served.hears("Ended.")
    assert not (archive / "addresses").exists()
    assert not any("Traceback" in line for line in served.said), served.said


def test_without_watch_and_quiet(archive: Path) -> None:
    with serving(archive, "--no-watch", "--quiet") as served:
        assert httpx.get(f"{served.address}statements/one/").status_code == 200
        assert served.interrupt() == 0
        assert len(served.said) == 1


def test_base_address(archive: Path) -> None:
    with serving(archive, "--base-url", "https://example.org/a", "--no-watch") as served:
        assert "https://example.org/a/statements/one/" in httpx.get(f"{served.address}sitemap.xml").text


def test_port_that_is_taken(archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", str(archive), "--port", str(port)])
    assert result.exit_code == 2
    assert f"Port {port} is taken." in result.output
    assert f"--port {port + 1}" in result.output


def test_host_that_nobody_knows(archive: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(archive), "--host", "nobody.invalid", "--port", "0"])
    assert result.exit_code == 2
    assert "there is no such host" in result.output


@pytest.mark.usefixtures("without_running")
@pytest.mark.parametrize("local", [True, False])
def test_warning_of_others(local: bool, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hosts: list[Sequence[str]] = []

    def make(
        preview: Preview, hear: Callable[[News], None], allowed: Sequence[str], sharing: Sharing
    ) -> Starlette:
        hosts.append(allowed)
        assert sharing == Sharing()  # nobody else's pages may read the API unless that is asked for
        return make_app(preview, hear, allowed, sharing)

    monkeypatch.setattr(serve_module, "is_loopback", lambda _: local)
    monkeypatch.setattr(serve_module, "make_app", make)
    result = CliRunner().invoke(main, ["serve", str(archive), "--port", "0"])
    assert result.exit_code == 0, result.output
    assert ("unencrypted" in result.output) is not local
    assert ("127.0.0.1" in hosts[0]) is local


@pytest.mark.usefixtures("without_running")
def test_reserved_addresses(archive: Path) -> None:
    file = archive / "static/-/x.txt"
    file.parent.mkdir(parents=True)
    file.write_text("x")
    result = CliRunner().invoke(main, ["serve", str(archive), "--port", "0"])
    assert "Pages under /-/ are built but not served" in result.output


def test_bad_base_address(archive: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(archive), "--base-url", "example.org"])
    assert result.exit_code == 2
    assert "http://" in result.output


def test_ipv6(archive: Path) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serving(archive, "--host", "::1", "--no-watch") as served:
        assert served.address.startswith("http://[::1]:")
        assert httpx.get(served.address).status_code == 200
