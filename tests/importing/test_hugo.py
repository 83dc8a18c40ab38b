from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.content.front_matter import read_front_matter
from tests.publish.archives import build_site, write

OTHER = {
    "config.toml": 'baseURL = "https://old.example/"\ndefaultContentLanguage = "ru"\n'
    "[permalinks]\nposts = '/:year/:slug/'\n"
    "[languages.ru]\ncontentDir='content'\n[languages.kk]\ncontentDir='content-kk'\n",
    "content/posts/kim.md": '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nslug: kim\n---\n\nСлово.\n'.replace(
        "\n", "\r\n"
    ),
    "content/posts/li/index.md": '+++\ntitle = "Пётр Ли"\ndate = 2020-06-23\n+++\n\nСлово и ![](photo.jpg).\n',
    "content/posts/li/photo.jpg": "picture",
    "content/about.md": "---\ntitle: About\n---\nWords.\n",
    "content-kk/posts/kim.md": '---\ntitle: "Анна Ким (жала)"\ndate: 2020-06-22\nslug: kim\n---\n\nСөз.\n',
    "static/letter.pdf": "letter",
    "layouts/index.html": "{{ .Title }}",
}
OURS = {
    "hugo.toml": 'defaultContentLanguage = "ru"\n[languages.ru]\n[languages.kk]\n',
    "content/_index.md": "---\n---\n",
}


def run(tmp_path: Path, *options: str) -> Result:
    arguments = [
        "import",
        "hugo",
        str(tmp_path / "other"),
        "--into",
        str(tmp_path / "archive"),
        "--language",
        "en",
    ]
    return CliRunner().invoke(main, [*arguments, *options])


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_pages_files_and_translations_come_over_with_their_addresses(tmp_path: Path) -> None:
    write(tmp_path / "other", OTHER)
    write(tmp_path / "archive", OURS)
    result = run(tmp_path, "--report", str(tmp_path / "report.json"))
    assert result.exit_code == 0, result.output
    archive = tmp_path / "archive/content"
    assert (archive / "posts/li/photo.jpg").read_text() == "picture"
    assert (tmp_path / "archive/static/letter.pdf").read_text() == "letter"
    assert (archive / "about.md").read_bytes() == OTHER["content/about.md"].encode()
    assert read_front_matter((archive / "posts/kim.md").read_bytes()).values["aliases"] == ["/2020/kim/"]
    assert "Сөз." in (archive / "posts/kim.kk.md").read_text(encoding="utf-8")
    build_site(tmp_path / "archive", tmp_path / "site")
    assert "Слово." in (tmp_path / "site/2020/kim/index.html").read_text(encoding="utf-8")
    assert (tmp_path / "site/kk/posts/kim/index.html").exists()
    assert (tmp_path / "site/2020/пётр-ли/index.html").exists()
    assert (tmp_path / "site/kk/2020/kim/index.html").exists()
    outcomes = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["outcomes"]
    assert {outcome["key"]: outcome["fate"] for outcome in outcomes} == {
        "content/posts/kim.md": "written",
        "content/posts/li/index.md": "written",
        "content/posts/li/photo.jpg": "written",
        "content/about.md": "written",
        "content-kk/posts/kim.md": "written",
        "static/letter.pdf": "written",
        "config.toml": "left-out",
    }


def test_bytes_are_kept_but_for_the_added_alias(tmp_path: Path) -> None:
    write(tmp_path / "other", OTHER)
    (tmp_path / "other/content/posts/kim.md").write_bytes(OTHER["content/posts/kim.md"].encode())
    write(tmp_path / "archive", OURS)
    run(tmp_path)
    after = (tmp_path / "archive/content/posts/kim.md").read_bytes()
    assert after.replace(b'aliases:\r\n  - "/2020/kim/"\r\n', b"") == OTHER["content/posts/kim.md"].encode()


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "other", OTHER)
    write(tmp_path / "archive", OURS)
    run(tmp_path)
    before = tree(tmp_path / "archive")
    again = run(tmp_path)
    assert tree(tmp_path / "archive") == before
    assert "written" not in again.stdout


def test_a_file_of_the_same_name_is_not_written_over(tmp_path: Path) -> None:
    write(tmp_path / "other", OTHER)
    write(tmp_path / "archive", {**OURS, "content/about.md": "---\ntitle: Ours\n---\n"})
    result = run(tmp_path)
    assert "content/about.md: another file has this name" in result.stderr
    assert "Ours" in (tmp_path / "archive/content/about.md").read_text()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "other", OTHER)
    write(tmp_path / "archive", OURS)
    before = tree(tmp_path / "archive")
    assert run(tmp_path, "--dry-run").exit_code == 0
    assert tree(tmp_path / "archive") == before


def test_an_archive_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    write(tmp_path / "other", OTHER)
    assert run(tmp_path).exit_code == 2


KAZAKH_FIRST = {
    "config/_default/config.yaml": "defaultContentLanguage: kk\ncontentDir: texts\n",
    "config/_default/languages.toml": "[kk]\nweight = 1\n[ru]\nweight = 2\n",
    "texts/kim.md": '---\ntitle: "Анна Ким (жала)"\n---\nСөз.\n',
    "texts/kim.ru.md": '---\ntitle: "Анна Ким (клевета)"\n---\nСлово.\n',
}


def test_texts_keep_their_language_where_another_comes_first(tmp_path: Path) -> None:
    write(tmp_path / "other", KAZAKH_FIRST)
    write(tmp_path / "archive", OURS)
    result = run(tmp_path)
    assert "languages" not in result.stdout
    assert sorted(path.name for path in (tmp_path / "archive/content").glob("kim*")) == [
        "kim.kk.md",
        "kim.ru.md",
    ]
    build_site(tmp_path / "archive", tmp_path / "site")
    assert "Сөз." in (tmp_path / "site/kk/kim/index.html").read_text(encoding="utf-8")
    assert "Слово." in (tmp_path / "site/kim/index.html").read_text(encoding="utf-8")


def test_a_language_that_the_archive_lacks_is_told(tmp_path: Path) -> None:
    write(tmp_path / "other", KAZAKH_FIRST)
    write(
        tmp_path / "archive",
        {"hugo.toml": 'defaultContentLanguage = "ru"\n', "content/_index.md": "---\n---\n"},
    )
    assert "doesn’t have these languages yet: kk." in run(tmp_path).stdout


def test_a_link_out_of_the_other_archive_is_told_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "other", OTHER)
    (tmp_path / "secret.md").write_text("Тайна")
    (tmp_path / "other/content/link.md").symlink_to(tmp_path / "secret.md")
    write(tmp_path / "archive", OURS)
    result = run(tmp_path)
    assert result.stderr.count("content/link.md: it can’t be read (link-out-of-archive)") == 1
    assert not (tmp_path / "archive/content/link.md").exists()


def test_what_is_wrong_with_the_other_archives_configuration_is_told(tmp_path: Path) -> None:
    write(tmp_path / "other", {"hugo.toml": "broken [", "content/a.md": "Words.\n"})
    write(tmp_path / "archive", OURS)
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "hugo.toml:1:" in result.stderr
