"""Editions that an archive offers are served as they are built, made when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from allocution.publish.building import BuildOptions, build
from allocution.web.app import Sharing, make_app
from allocution.web.preview import Preview
from tests.web.conftest import NOW
from tests.web.test_app import Client

PreviewOf = Callable[[Path], Preview]


def offering(root: Path, editions: str) -> Path:
    """The archive, which offers these editions."""
    (root / "hugo.toml").write_text(
        f'title = "Archive"\n[params.allocution]\ninterfaceLanguages = ["kk"]\neditions = [{editions}]\n'
    )
    return root


def test_served_downloads_are_built_downloads(
    small: Path, tmp_path: Path, preview_of: PreviewOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    offered = offering(small, '"text", "html", "csv"')
    with (offered / "hugo.toml").open("a") as file:
        file.write('statementEditions = ["text", "epub"]\nselections = [{name = "some", where = "words"}]\n')
    client = Client(preview_of(offered))
    build(small, tmp_path / "public", BuildOptions(NOW))
    outputs = [
        path for path in (tmp_path / "public").rglob("*") if path.is_file() and "downloads" in path.parts
    ]
    addresses = {f"/{path.relative_to(tmp_path / 'public')}": path.read_bytes() for path in outputs}
    assert {"/downloads/index.html", "/kk/downloads/index.html", "/downloads/archive.html"} < addresses.keys()
    assert {
        "/downloads/selections/some/csv.zip",
        "/downloads/statements/epub/statements.one.epub",
    } < addresses.keys()
    for address, data in addresses.items():
        answer = client(address)
        assert (answer.status_code, answer.content) == (200, data), address
    assert client("/downloads/").content == addresses["/downloads/index.html"]
    assert client("/downloads/csv.zip").headers["content-type"] == "application/zip"
    tag = client("/downloads/csv.zip").headers["etag"]
    assert client("/downloads/csv.zip", if_none_match=tag).status_code == 304


def test_an_edit_makes_them_anew(small: Path, preview_of: PreviewOf) -> None:
    client = Client(preview_of(offering(small, '"html"')))
    assert "Words." in client("/downloads/archive.html").text
    file = small / "content/statements/one.md"
    file.write_text(file.read_text().replace("Words.", "Newer."))
    client.preview.reload(client.preview.snapshot)
    assert "Newer." in client("/downloads/archive.html").text


@pytest.mark.parametrize(
    "path", ["/downloads/", "/downloads/text.zip", "/downloads/../hugo.toml", "/xdownloads/a"]
)
def test_what_isnt_offered_isnt_there(path: str, small: Path, preview_of: PreviewOf) -> None:
    assert Client(preview_of(small))(path).status_code == 404
    assert Client(preview_of(offering(small, '"csv"')))("/downloads/text.zip").status_code == 404


def test_an_edition_that_cant_be_made_is_told_of(small: Path, preview_of: PreviewOf) -> None:
    client = Client(preview_of(offering(small, '"papyrus"')))
    assert client("/downloads/").status_code == 503
    assert "papyrus" in " ".join(client.heard[-1].failure)


def test_a_selection_and_one_statement_are_made_when_asked_for(
    small: Path, preview_of: PreviewOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    other = "---\ntitle: Ann Lee (sedition)\ndate: 1999-01-01\n---\nQuite another one.\n"
    (small / "content/statements/other.md").write_text(other)
    client = Client(preview_of(offering(small, '"html", "jsonl"')))
    some = client("/downloads/html?where=quite")
    assert some.status_code == 200
    assert some.headers["content-disposition"] == 'attachment; filename="archive.html"'
    assert ("Quite another one." in some.text, "Words." in some.text) == (True, False)
    one = client("/kk/downloads/html?statement=statements.one")
    assert ("Quite another one." in one.text, "Words." in one.text) == (False, True)
    assert client("/downloads/jsonl?where=year:1999").headers["content-type"] == "application/zip"
    for nothing in ("html?where=nobody", "html?statement=nobody", "csv?where=quite", "papyrus?where=quite"):
        assert client(f"/downloads/{nothing}").status_code == 404
    assert 'href="downloads/html?where=quite"' in client("/search?q=quite").text


def test_who_asks_for_too_many_selections_has_to_wait(small: Path, preview_of: PreviewOf) -> None:
    client = Client(preview_of(offering(small, '"html"')))
    client.app = make_app(client.preview, client.heard.append, (), Sharing(requests_a_minute=2))
    answers = [client("/downloads/html?statement=statements.one") for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert int(answers[2].headers["retry-after"]) > 0
    assert client("/downloads/archive.html").status_code == 200
