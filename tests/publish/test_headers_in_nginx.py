"""The headers that `allocution headers nginx` writes, as a real server sends them and a real browser takes them."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from allocution.site.policy import HEADERS, server_file
from tests.chromium import launched, missing

CONFIGURATION = """\
daemon off; master_process off; pid {root}/nginx.pid; error_log {root}/error.log; worker_processes 1;
events {{ worker_connections 64; }}
http {{
  types {{ text/html html; text/css css; text/javascript js; application/json json; image/png png; text/csv csv; }}
  access_log off; client_body_temp_path {root}/t; proxy_temp_path {root}/t; fastcgi_temp_path {root}/t;
  uwsgi_temp_path {root}/t; scgi_temp_path {root}/t;
  server {{ listen 127.0.0.1:{port}; root {root}/served; include {root}/headers.conf; }}
}}
"""


@pytest.fixture(scope="module")
def address(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")
    if program is None:
        missing("nginx")
    assert program is not None
    root = tmp_path_factory.mktemp("nginx")
    shutil.copytree(sample_site, root / "served/archive")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (root / "headers.conf").write_text(server_file("nginx", "/archive/"))
    (root / "nginx.conf").write_text(CONFIGURATION.format(root=root, port=port))
    # Started by root it would give up root, and then couldn't read what is in the folder of a test.
    (root / "nginx.conf").write_text(f"user root;\n{(root / 'nginx.conf').read_text()}")
    process = subprocess.Popen([program, "-p", root, "-c", root / "nginx.conf"], stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}/archive/"
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int) -> None:
    for _ in range(100):
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("nginx doesn't answer")


def test_every_file_comes_with_the_headers(address: str) -> None:
    for path in ("", "statements/example-marks/", "assets/site.css", "figures/years.csv"):
        with urlopen(f"{address}{path}", timeout=10) as answer:
            assert {name: answer.headers.get_all(name) for name in HEADERS} == {
                name: [value] for name, value in HEADERS.items()
            }
            assert answer.headers["Content-Type"].endswith("utf-8")


def test_what_isnt_there_is_answered_by_the_sites_own_page(address: str) -> None:
    with pytest.raises(HTTPError) as raised:
        urlopen(f"{address}no/such/page/", timeout=10)
    with raised.value as answer:
        assert answer.status == 404
        assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
        assert "Образцовый архив" in answer.read().decode()


def test_pages_and_the_search_work_with_them(address: str) -> None:
    with launched() as browser:
        page = browser.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}statements/example-marks/")
        assert (
            page.locator(".words").evaluate("e => getComputedStyle(e.querySelector('p')).whiteSpace")
            == "pre-line"
        )
        page.goto(f"{address}en/search/?q=freedom")
        page.locator(".hits li").first.wait_for()
        assert refused == []
