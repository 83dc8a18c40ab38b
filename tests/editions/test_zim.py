"""A ZIM that Kiwix serves and searches, with nothing of chance in it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pytest

from allocution.content.settings import Outside
from allocution.editions.collection import collect
from allocution.errors import PublishError, UsageError
from allocution.evidence.unpacking import texts_in
from allocution.messages import explain
from allocution.publish.building import BuildOptions, build
from allocution.publish.making import Making
from allocution.publish.site_files import SiteFiles
from allocution.store import zim_folder
from allocution.views.site_view import SiteView, configured_base
from allocution.workspace.loading import Remembered, Workspace
from tests.chromium import launched
from tests.editions.archives import exported
from tests.editions.kiwix import fetched, serving
from tests.editions.validators import missing
from tests.publish.archives import NOW, SAMPLE, tree, write

PAGE = "---\ntitle: Анна Ким (клевета)\nlanguage: ru\nlastmod: 2021-03-04\n---\nЯ пережила время репрессий.\n"


@pytest.fixture(name="made")
def _made(tmp_path: Path) -> Path:
    if shutil.which("zimwriterfs") is None:
        missing("zimwriterfs")
    exported(write(tmp_path / "archive", {"content/a.md": PAGE}), tmp_path / "out", "zim")
    return tmp_path / "out/zim/archive.zim"


@pytest.mark.parametrize(("word", "found"), [("репрессии", True), ("колодец", False)])
def test_kiwix_finds_a_russian_word_in_another_form(word: str, found: bool, made: Path) -> None:
    with serving(made) as server:
        assert ("Анна Ким" in fetched(f"{server}/search?pattern={quote(word)}")) == found
        assert "Я пережила время репрессий." in fetched(f"{server}/archive/A/a/index.html")


def test_it_says_its_language_and_the_day_of_the_last_change(made: Path) -> None:
    with serving(made) as server:
        told = fetched(f"{server}/catalog/v2/entries")
    assert "<language>rus</language>" in told
    assert "<updated>2021-03-04" in told


MANY = {
    "content/a.md": f"{PAGE}\nСм. [речь](/b/) и [другую](b.md#s).\n",
    "content/b.md": "---\ntitle: Пётр Ли (мятеж)\nlanguage: ru\naliases: [/old/]\n---\nЯ не виновен.\n",
}


def packed(
    root: Path, statements: Sequence[str] = (), base: str = "", outside: Outside = Outside.LIVE
) -> dict[str, bytes]:
    """The files of a ZIM of some of an archive's statements."""
    workspace = Workspace(root, NOW)
    loaded = workspace.load(Remembered())
    making = Making(workspace.folder, SiteView(loaded.archive, base), loaded.address_records, {}, NOW)
    chosen = [each for each in collect(loaded.archive.works) if not statements or each.name in statements]
    return dict(SiteFiles(making, loaded.static, 1).of({each.item.record.path for each in chosen}, outside))


def main_of(page: bytes) -> bytes:
    """What a page itself has to say."""
    return page[page.index(b"<main") : page.index(b"</main>")]


def test_its_pages_are_those_of_the_site(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    shutil.copytree(SAMPLE, root)
    told = (root / "hugo.toml").read_text(encoding="utf-8")
    # Readers of a ZIM have each page in its own language, and Kiwix searches.
    told = told.replace("interfaceLanguages =", "# ").replace("search = true", "search = false")
    (root / "hugo.toml").write_text(told, encoding="utf-8")
    build(root, tmp_path / "site", BuildOptions(NOW))
    files = packed(root, base=configured_base(Workspace(root, NOW).load(Remembered()).archive))
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    assert len(pages) > 50
    for path, data in pages.items():
        assert main_of(data) == main_of((tmp_path / "site" / path).read_bytes()), path
        assert b"Content-Security-Policy" not in data
        assert b"atom+xml" not in data
    assert files["assets/site.css"] == (tmp_path / "site/assets/site.css").read_bytes()


def test_of_a_selection_nothing_else_is_there(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", MANY)
    files = packed(root, ["a"])
    assert not any("Ли" in data.decode() for path, data in files.items() if path.endswith((".html", ".json")))
    assert b"<a>" in files["a/index.html"]
    assert b'href="https://example.org/b/"' in packed(root, ["a"], "https://example.org/")["a/index.html"]
    assert b'href="../b/index.html"' in packed(root)["a/index.html"]
    assert "old/index.html" not in packed(root)


@pytest.mark.parametrize("outside", Outside)
def test_links_out_of_the_archive_are_live_text_or_absent(outside: Outside, tmp_path: Path) -> None:
    punished = "https://punished.example/"
    head = f'language: ru\nsources: [{{address: "{punished}1", title: Пост, archived: "{punished}2"}}]\n'
    head += f'links: [{{address: "{punished}3", title: Статья}}]\n'
    files = {
        "content/a.md": f"---\ntitle: Анна Ким (клевета)\n{head}---\n"
        f"Вот [ссылка]({punished}4), [своя](/b/) и ![снимок]({punished}5.jpg).\n",
        "content/b.md": f"---\ntitle: О нас\ntype: page\n---\nЕсть [статья]({punished}6).\n",
    }
    made = packed(write(tmp_path / "archive", files), base="https://example.org/", outside=outside)
    page, about = made["a/index.html"].decode(), made["b/index.html"].decode()
    texts = " ".join(data.decode("utf-8", "replace") for data in made.values())
    assert "ссылка" in page
    assert "статья" in about
    assert 'href="../b/index.html"' in page
    assert (f'href="{punished}' in texts) is (outside is Outside.LIVE)
    assert ("punished.example/1" in page) is (outside is not Outside.ABSENT)
    assert ("punished" in texts) is (outside is not Outside.ABSENT)


@pytest.mark.parametrize("width", [360, 1280])
def test_kiwix_shows_its_pages_as_the_site_has_them(width: int, tmp_path: Path) -> None:
    if shutil.which("zimwriterfs") is None:
        missing("zimwriterfs")
    exported(SAMPLE, tmp_path, "zim")
    with serving(tmp_path / "zim/archive.zim") as server, launched() as browser:
        fetched(f"{server}/")
        page = browser.new_page(viewport={"width": width, "height": 900})
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.goto(f"{server}/archive")
        page.locator("main li a, main article a").first.click()
        page.wait_for_selector("main .sentence, main [id^='s-']")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
        page.locator("nav a[href*='speakers']").first.click()
        page.wait_for_url("**/speakers/index.html")
        assert failed == []


def test_its_words_are_seen_by_whoever_looks_for_leaks(made: Path) -> None:
    assert any("Я пережила время репрессий." in text for text in texts_in(made.read_bytes()))


def test_without_the_program_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError) as refused:
        exported(SAMPLE, tmp_path / "out", "zim")
    assert refused.value.exit_status == 2
    assert "apt-get install zim-tools" in explain(refused.value, "en")[1]
    assert tree(tmp_path) == {}


def test_the_programs_failure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "zimwriterfs"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho too bad >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    with pytest.raises(PublishError, match=r"zim-failed.*problem too bad.*status 3"):
        exported(SAMPLE, tmp_path / "out", "zim")
    assert not (tmp_path / "out").exists()
    assert program.name == zim_folder.PROGRAM
