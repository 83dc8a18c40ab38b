"""`allocution capture --browser`: what scripts make of a page is kept; nothing that it asks for gets past the rules."""

from __future__ import annotations

import gzip
import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from allocution.capture.rendering import RenderLimits
from allocution.cli import main
from allocution.evidence.warc import read_bodies
from allocution.store.browser import browser_program
from tests.capture.media_server import Media, serving
from tests.capture.servers import HOST, post_page, telegram
from tests.chromium import CHROMIUM, missing
from tests.evidence.pywb import replaying
from tests.publish.archives import build_site, write

# A page that is empty until its script has fetched the words.
BUILT = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Суд</title>
<link rel="stylesheet" href="/s.css"></head>
<body><main id="main"></main><img src="/photo.jpg"><script src="/a.js"></script></body></html>"""
SCRIPT = """fetch("/words.json").then(answer => answer.json()).then(words => {
  const article = document.createElement("article");
  for (const each of words) { const p = document.createElement("p"); p.textContent = each; article.append(p); }
  document.getElementById("main").append(article);
});
document.cookie = "made-by-script=1";"""
WORDS = [
    "Я не признаю своей вины и прошу суд о справедливости, потому что за слово не судят нигде, где есть суд.",
    "Никто не вправе отнимать у человека свободу за то, что он сказал вслух то, о чём другие думают про себя.",
]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in (*arguments, "--language", "en")])


def capture(archive: Path, *arguments: object) -> Result:
    if not CHROMIUM.exists():
        missing(f"browser at {CHROMIUM}")
    fixed = ("--into", archive, "--allow-host", HOST, "--browser", "--no-sandbox")
    return run("capture", *arguments, *fixed)


@pytest.fixture(autouse=True)
def _soon_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of the same machine ask for all they want at once; three times a capture waits for more to come."""
    made = RenderLimits.__init__

    def quick(limits: RenderLimits, **settings: Any) -> None:
        made(limits, **{"settled": 0.5, **settings})

    monkeypatch.setattr(RenderLimits, "__init__", quick)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", {"hugo.toml": 'title = "x"\n'})


def log(archive: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (archive / "captures/custody.jsonl").read_text().splitlines()]


def site(page: str, **more: bytes) -> Media:
    files = {"/p": page.encode(), "/s.css": b"body { background: rgb(1, 99, 3) }", "/a.js": SCRIPT.encode()}
    files |= {"/words.json": json.dumps(WORDS).encode(), **{f"/{name}": data for name, data in more.items()}}
    kinds = {"css": "text/css", "js": "text/javascript", "json": "application/json"}
    return Media(files, kind="text/html; charset=utf-8", kinds=kinds, moved={"/old": "/p"})


def test_the_sandbox_is_on_or_the_hint_says_what_to_do(archive: Path) -> None:
    if not CHROMIUM.exists():
        missing(f"browser at {CHROMIUM}")
    with serving(site(BUILT)) as media:
        result = run("capture", f"{media.address}/p", "--into", archive, "--allow-host", HOST, "--browser")
    kept = list(archive.glob("captures/*.png"))
    if result.exit_code == 0 and kept:
        assert os.geteuid() != 0
    else:
        assert (result.exit_code, kept) == (1, [])
        assert "run it as another user" in result.output
        assert "--no-sandbox, for pages that you trust" in result.output


def test_a_page_that_scripts_build_is_kept_with_its_words(archive: Path, tmp_path: Path) -> None:
    with serving(site(BUILT)) as media:
        result = capture(archive, f"{media.address}/old")
        asked = [path for path, _ in media.asked]
    assert result.exit_code == 0, result.output
    assert set(asked) >= {"/old", "/p", "/s.css", "/a.js", "/words.json", "/photo.jpg"}
    assert len(asked) == len(set(asked))
    page, picture, printed = log(archive)
    assert (page["source"], page["answered"]) == (f"{media.address}/old", f"{media.address}/p")
    assert page["browser"].startswith(("Chrome/", "HeadlessChrome/"))
    assert [(each["kind"], each["of"], each["shows"]) for each in (picture, printed)] == [
        (kind, page["source"], page["file"]) for kind in ("screenshot", "print")
    ]
    folder = archive / "captures"
    bodies = read_bodies((folder / page["file"]).read_bytes())
    assert bodies[f"{media.address}/words.json"] == media.files["/words.json"]
    assert WORDS[0] in bodies[f"urn:dom:{media.address}/p"].decode()
    plain = gzip.decompress((folder / page["file"]).read_bytes())
    assert b"secret_of_the_visitor" not in plain
    assert b"made-by-script" not in plain.replace(SCRIPT.encode(), b"")
    with Image.open(folder / picture["file"]) as shown:
        assert shown.format == "PNG"
        assert shown.convert("RGB").getpixel((700, 500)) == (1, 99, 3)
    assert (folder / printed["file"]).read_bytes().startswith(b"%PDF-")
    [draft] = archive.glob("content/**/*.md")
    assert WORDS[1] in draft.read_text()
    covered = run("coverage", archive, draft.relative_to(archive))
    assert covered.exit_code == 0, covered.output
    assert run("verify", archive).exit_code == 0
    draft.write_text(draft.read_text().replace("draft: true\n", ""))
    build_site(archive, tmp_path / "public")
    view = json.loads(next((tmp_path / "public").glob("**/index.json")).read_text())
    [shown_here] = view["evidence"]["sources"][0]["captures"]
    assert [(each["kind"], each["sha256"], each["note"]) for each in shown_here["files"]] == [
        (each["kind"], each["sha256"], "") for each in (picture, printed)
    ]


def test_the_page_is_replayed_with_its_scripts_and_its_origin_gone(archive: Path, tmp_path: Path) -> None:
    with serving(site(BUILT)) as media:
        assert capture(archive, f"{media.address}/p").exit_code == 0
    wacz = tmp_path / "x.wacz"
    assert run("wacz", archive, "--output", wacz).exit_code == 0
    assert run("verify", wacz).exit_code == 0
    with replaying(wacz, tmp_path / "pywb") as replay:
        for path in ("/p", "/s.css", "/a.js", "/words.json"):
            status, _, body = replay.raw(f"{media.address}{path}")
            assert (status, body) == (200, media.files[path])


def test_a_post_is_shown_and_read(archive: Path) -> None:
    with telegram({"/Channel/14": post_page("Channel/14", "Слова <b>поста</b>.")}) as server:
        result = capture(archive, f"{server}/Channel/14")
    assert result.exit_code == 0, result.output
    assert log(archive)[0]["outcome"] == "ok"
    assert "Слова **поста**." in next(archive.glob("content/**/*.md")).read_text()


@contextmanager
def silent_witness() -> Iterator[tuple[int, list[object]]]:
    """A port that nobody may connect to, and who did; by name it is in a private network that isn't allowed."""
    listening = socket.create_server((HOST, 0))
    listening.settimeout(0.1)
    seen: list[object] = []
    over = threading.Event()

    def watch() -> None:
        while not over.is_set():
            try:
                connection, who = listening.accept()
            except TimeoutError:
                continue
            seen.append(who)
            connection.close()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1], seen
    finally:
        over.set()
        thread.join(5)
        listening.close()


def test_nothing_that_a_page_asks_for_reaches_a_private_network(archive: Path) -> None:
    with silent_witness() as (port, seen):
        there = f"//localhost:{port}"
        page = f"""<!DOCTYPE html><meta charset="utf-8"><body><p>{WORDS[0]}</p><p>{WORDS[1]}</p>
        <link rel="stylesheet" href="http:{there}/style.css"><link rel="preconnect" href="http:{there}">
        <link rel="dns-prefetch" href="http:{there}"><link rel="prefetch" href="http:{there}/prefetch">
        <img src="http:{there}/image.png"><img src="http://10.0.0.1/x.png"><img src="http://[::1]:{port}/x.png">
        <img src="/redirected.png"><iframe src="http:{there}/frame"></iframe>
        <iframe srcdoc="<img src='http:{there}/in-frame.png'>"></iframe>
        <video src="http:{there}/video.mp4" autoplay></video><object data="http:{there}/object"></object>
        <form id="f" method="post" target="x" action="http:{there}/form"></form>
        <script>
          fetch("http:{there}/fetch").catch(() => 0);
          fetch("/posted", {{method: "POST", body: "x"}}).catch(() => 0);
          fetch("http:{there}/preflight", {{headers: {{"X-Own": "1"}}}}).catch(() => 0);
          navigator.sendBeacon("http:{there}/beacon", "x");
          try {{ new WebSocket("ws:{there}/socket"); }} catch (e) {{}}
          try {{ new EventSource("http:{there}/events"); }} catch (e) {{}}
          try {{ new Worker(URL.createObjectURL(new Blob(["fetch('http:{there}/worker')"]))); }} catch (e) {{}}
          try {{ new SharedWorker(URL.createObjectURL(new Blob(["fetch('http:{there}/shared')"]))); }} catch (e) {{}}
          try {{ navigator.serviceWorker.register("/a.js"); }} catch (e) {{}}
          try {{ const p = new RTCPeerConnection({{iceServers: [{{urls: "stun:localhost:{port}"}},
            {{urls: "turn:localhost:{port}?transport=tcp", username: "a", credential: "b"}}]}});
            p.createDataChannel("x"); p.createOffer().then(o => p.setLocalDescription(o)); }} catch (e) {{}}
          try {{ new WebTransport("https:{there}/transport"); }} catch (e) {{}}
          window.open("http:{there}/popup");
          document.getElementById("f").submit();
          alert("x"); confirm("y");
        </script></body>"""
        media = site(page)
        media.moved["/redirected.png"] = f"http:{there}/redirected"
        with serving(media):
            result = capture(archive, f"{media.address}/p")
            posted = [path for path, _ in media.asked if path == "/posted"]
    assert seen == []
    assert posted == []
    assert result.exit_code == 0, result.output
    assert "fetch-private" in result.output
    [page_event] = [each for each in log(archive) if "answered" in each]
    plain = gzip.decompress((archive / "captures" / page_event["file"]).read_bytes())
    assert f"not-fetched: fetch-private http:{there}/image.png".encode() in plain
    assert b"not-fetched: fetch-method" in plain


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://localhost:9/x", "isn’t public"),
        ("file:///etc/passwd", "only http and https"),
        ("http://127.0.0.1:9/x", "can’t be fetched"),
    ],
)
def test_a_page_that_is_refused_is_told_and_nothing_is_kept(archive: Path, address: str, words: str) -> None:
    result = capture(archive, address)
    assert result.exit_code == 1
    assert words in result.output
    assert list(archive.glob("captures/*")) == []


def test_a_page_that_never_ends_and_asks_for_ever_is_cut_off(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allocution.capture.rendering.RenderLimits.__init__", _tight)
    loop = f"""<!DOCTYPE html><meta charset="utf-8"><p>{WORDS[0]}</p><p>{WORDS[1]}</p><script>
    let n = 0; setInterval(() => fetch("/p?" + n++).catch(() => 0), 20);</script>"""
    media = site(loop)
    with serving(media):
        result = capture(archive, f"{media.address}/p")
        count = len(media.asked)
    assert result.exit_code == 0, result.output
    assert "fetch-too-many" in result.output
    assert count <= 30


def _tight(self: object) -> None:
    for name, value in {
        "seconds": 20.0,
        "settled": 0.5,
        "requests": 30,
        "decoded": 1 << 20,
        "height": 900,
    }.items():
        object.__setattr__(self, name, value)


def test_a_missing_browser_is_said(archive: Path) -> None:
    result = run(
        "capture", "http://127.0.0.1:9/x", "--into", archive, "--browser", "--browser-program", "/no/such"
    )
    assert result.exit_code == 2
    assert "There is no browser here (/no/such)" in result.output


def test_a_browser_that_breaks_down_is_told(archive: Path) -> None:
    fixed = ("--into", archive, "--allow-host", HOST, "--browser", "--browser-program", "/bin/true")
    result = run("capture", "http://127.0.0.1:9/x", *fixed)
    assert result.exit_code == 1
    assert "couldn’t show the page" in result.output
    assert browser_program("/bin/true") == "/bin/true"
