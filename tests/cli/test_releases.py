"""`allocution key`, `release`, `verify` and `takedown`."""

from __future__ import annotations

import json
import re
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from tests.publish.archives import write

STATEMENT = (
    '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nsourcelink: https://example.org/1\n---\nСлова.\n'
)
TRANSLATION = '---\ntitle: "Anna Kim (libel)"\ndate: 2020-06-22\ntranslators: [Ян Ли]\n---\nWords.\n'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    files = {
        "content/a.md": STATEMENT,
        "content/a.en.md": TRANSLATION,
        "content/b.md": STATEMENT.replace("Анна", "Ян"),
    }
    files["hugo.toml"] = 'title = "x"\ndefaultContentLanguage = "ru"\n[languages.ru]\n[languages.en]\n'
    return write(tmp_path / "archive", files)


# --- releases ---


def test_from_a_key_to_a_verified_release(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLOCUTION_KEY_PASSWORD", "слово")
    key, folder = tmp_path / "key", tmp_path / "release"
    assert run("key", "new", key).exit_code == 0
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    public = run("key", "show", key).output.strip()
    made = run("release", archive, "--output", folder, "--key", key)
    assert made.exit_code == 0, made.output
    for given in (public, key.with_suffix(".pub")):
        checked = run("verify", folder, "--key", given)
        assert (checked.exit_code, "the key that you named" in checked.output) == (0, True)
    (folder / "site/added.html").write_text("x")
    checked = run("verify", folder)
    assert checked.exit_code == 1
    assert "site/added.html: nobody signed it" in checked.output


def test_a_wrong_password_makes_no_release(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLOCUTION_KEY_PASSWORD", "слово")
    run("key", "new", tmp_path / "key")
    monkeypatch.setenv("ALLOCUTION_KEY_PASSWORD", "слова")
    made = run("release", archive, "--output", tmp_path / "release", "--key", tmp_path / "key")
    assert made.exit_code != 0
    assert not (tmp_path / "release").exists()


def test_passwords_that_differ_are_asked_for_again_in_the_language_asked_for(tmp_path: Path) -> None:
    typed = "один\nдругой\nслово\nслово\n"
    asked = ["key", "new", str(tmp_path / "key"), "--language", "ru"]
    made = CliRunner().invoke(main, asked, input=typed, env={"LC_ALL": "C"})
    assert made.exit_code == 0, made.output
    assert "Пароли не совпали" in made.stderr
    assert "Открытый ключ:" in made.stdout
    stopped = CliRunner().invoke(main, asked, input="")
    assert (stopped.exit_code, stopped.stderr.splitlines()[-1]) == (1, "Прервано.")


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    assert run("key", "new", tmp_path / "key", "--no-password").exit_code == 0
    before = (tmp_path / "key").read_bytes()
    assert run("key", "new", tmp_path / "key", "--no-password").exit_code == 2
    assert (tmp_path / "key").read_bytes() == before


# --- takedown ---


def test_a_takedown_leaves_a_tombstone_of_the_statement_and_its_translations(
    archive: Path, tmp_path: Path
) -> None:
    run("build", archive, "--output", tmp_path / "site")
    done = run("takedown", archive, "content/a.md", "--reason", "court-order")
    assert done.exit_code == 0, done.output
    assert (
        (archive / "content/a.md")
        .read_text(encoding="utf-8")
        .startswith(STATEMENT.partition("---\nСлова")[0])
    )
    assert "Слова." in (archive / "content/a.md").read_text(encoding="utf-8")
    built = run("build", archive, "--output", tmp_path / "site")
    assert built.exit_code == 0, built.output
    texts = {
        path: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.*") if path.is_file()
    }
    assert [path for path, text in texts.items() if "Анна Ким" in text or "Anna Kim" in text] == []
    assert "решение суда" in texts[tmp_path / "site/a/index.html"]
    assert '"code":"court-order"' in texts[tmp_path / "site/en/a/index.json"]
    today = json.loads(texts[tmp_path / "site/a/index.json"])["withdrawn"]["date"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today)
    assert (
        today in texts[tmp_path / "site/a/index.html"] or today[:4] in texts[tmp_path / "site/a/index.html"]
    )
    assert "Ян Ким" in texts[tmp_path / "site/b/index.html"]


def test_only_this_leaves_translations(archive: Path) -> None:
    run("takedown", archive, archive / "content/a.en.md", "--reason", "request", "--only-this")
    assert "withhold" in (archive / "content/a.en.md").read_text(encoding="utf-8")
    assert (archive / "content/a.md").read_text(encoding="utf-8") == STATEMENT


@pytest.mark.parametrize(
    "arguments", [("content/none.md", "request"), ("/etc/hostname", "request"), ("content/a.md", "why")]
)
def test_what_can_t_be_taken_down_changes_nothing(
    archive: Path, tmp_path: Path, arguments: tuple[str, str]
) -> None:
    shutil.copytree(archive, tmp_path / "before")
    file, reason = arguments
    assert run("takedown", archive, file, "--reason", reason).exit_code == 2
    assert (tmp_path / "before/content/a.md").read_bytes() == (archive / "content/a.md").read_bytes()


def test_what_is_taken_down_can_t_be_again(archive: Path) -> None:
    run("takedown", archive, "content/a.md", "--reason", "request")
    assert "already" in run("takedown", archive, "content/a.md", "--reason", "request").output
