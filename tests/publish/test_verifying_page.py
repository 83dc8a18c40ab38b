"""The page on how to check a release: its commands, as they stand on it, run against a release."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from allocution.cli import main
from allocution.messages import LANGUAGES
from tests.chromium import missing
from tests.publish.archives import build_site, write

STATEMENT = (
    '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nsourcelink: https://example.org/1\n---\nСлова.\n'
)
TOOLS = {
    "minisign": ("minisign",),
    "sums": ("sha256sum", "find"),
    "openssl": ("openssl",),
    "python": ("python3",),
}


def run(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive that names its key, and its release."""
    root = tmp_path_factory.mktemp("verifying")
    run("key", "new", root / "key", "--no-password")
    key = (root / "key.pub").read_text().splitlines()[-1]
    languages = "".join(f"[languages.{language}]\n" for language in LANGUAGES)
    settings = f'[params.allocution]\npublicKey = "{key}"\neditions = ["text"]\n'
    write(
        root,
        {
            "archive/hugo.toml": f'title = "x"\ndefaultContentLanguage = "ru"\n{settings}{languages}',
            "archive/content/a.md": STATEMENT,
            "archive/content/пробел имя.md": STATEMENT.replace("Анна", "Ян"),
        },
    )
    run("release", root / "archive", "--output", root / "release", "--key", root / "key")
    return root


def pages(root: Path) -> dict[str, str]:
    folders = {language: "" if language == "ru" else f"{language}/" for language in LANGUAGES}
    return {
        language: (root / "release/site" / f"{folder}verifying/index.html").read_text()
        for language, folder in folders.items()
    }


def scripts(page: str) -> list[str]:
    return [html.unescape(each) for each in re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)]


def checked(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-e", "-c", script], cwd=folder, capture_output=True, text=True, check=False)


def test_the_commands_are_the_same_in_every_language(released: Path) -> None:
    assert len({tuple(scripts(page)) for page in pages(released).values()}) == 1
    headings = {language: re.findall(r"<h2>(.*?)</h2>", page) for language, page in pages(released).items()}
    assert all(len(each) == len(TOOLS) for each in headings.values())
    assert len({each[0] for each in headings.values()}) == len(LANGUAGES)


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_typed_holds_a_release_and_finds_damage(released: Path, tmp_path: Path, tool: str) -> None:
    for program in TOOLS[tool]:
        if shutil.which(program) is None:
            missing(program)
    script = scripts(pages(released)["en"])[list(TOOLS).index(tool)]
    whole = checked(script, released / "release")
    assert whole.returncode == 0, whole.stderr
    damaged = {
        "minisign": ("release.txt",),
        "openssl": ("release.txt", "release.txt.minisig"),
        "sums": ("site/index.html", "SHA256SUMS", "site/added.html", ""),
        "python": ("site/index.html", "release.txt"),
    }
    for number, name in enumerate(damaged[tool]):
        folder = Path(shutil.copytree(released / "release", tmp_path / str(number)))
        if not name:
            (folder / "site/index.html").unlink()
        elif (folder / name).exists():
            data = (folder / name).read_bytes()
            at = len(data) // 3
            (folder / name).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        else:
            (folder / name).write_text("x")
        assert checked(script, folder).returncode != 0, name


def test_key_and_fingerprint_are_on_the_site(released: Path) -> None:
    key = (released / "key.pub").read_text().splitlines()
    identifier = key[0].rpartition(" ")[2]
    site = released / "release/site"
    page = pages(released)["en"]
    assert key[1] in page
    assert f"<code>{identifier}</code>" in page
    assert f"<code>{identifier}</code>" in (site / "downloads/index.html").read_text()
    assert 'href="verifying/index.html"' in (site / "index.html").read_text()


def test_without_a_key_there_is_no_such_page(tmp_path: Path) -> None:
    write(tmp_path, {"a/hugo.toml": 'title = "x"\n', "a/content/a.md": STATEMENT})
    build_site(tmp_path / "a", tmp_path / "public")
    assert not (tmp_path / "public/verifying").exists()


@pytest.mark.parametrize("written", ["RWx", "secret", "RW" + "A" * 53 + "!"])
def test_what_is_no_key_is_a_finding(tmp_path: Path, written: str) -> None:
    write(
        tmp_path,
        {
            "a/hugo.toml": f'title = "x"\n[params.allocution]\npublicKey = "{written}"\n',
            "a/content/a.md": STATEMENT,
        },
    )
    summary = build_site(tmp_path / "a", tmp_path / "public")
    assert "setting-unusable" in {finding.code for finding in summary.findings}
    assert not (tmp_path / "public/verifying").exists()
