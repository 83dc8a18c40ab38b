from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.messages import Catalogue
from allocution.workspace.checking import Checking
from tests.publish.archives import NOW, build_site


def init(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *options])


@pytest.mark.parametrize("language", ["ru", "kk", "en", "uk"])
def test_a_new_archive_has_nothing_to_find_and_builds(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "archive"
    result = init(folder, "--title", 'Words, "last" ones', "--language", language)
    assert result.exit_code == 0, result.output
    assert Checking(folder, NOW).run().findings == ()
    settings = (folder / "hugo.toml").read_text(encoding="utf-8")
    assert settings.startswith(f"# {Catalogue('starting', language)('about-settings')}\n")
    assert "{" not in settings
    build_site(folder, tmp_path / "site")
    assert "Words, &#34;last&#34; ones" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_files_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('title = "Mine"\n')
    result = init(tmp_path)
    assert result.exit_code == 0
    assert (tmp_path / "hugo.toml").read_text() == 'title = "Mine"\n'
    assert "hugo.toml is there already" in result.stderr
    again = init(tmp_path)
    assert again.stdout == ""


def test_the_files_for_forges_are_yaml_that_runs_the_check(tmp_path: Path) -> None:
    init(tmp_path)
    workflow = yaml.safe_load((tmp_path / ".github/workflows/check.yml").read_text())
    steps = [step.get("run", "") for step in workflow["jobs"]["check"]["steps"]]
    assert any(step.startswith("allocution check --format sarif") for step in steps)
    gitlab = yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text())
    assert "allocution check" in gitlab["check"]["script"]
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())
    assert hooks["repos"][0]["hooks"][0]["entry"].startswith("allocution check")


def test_the_project_offers_a_hook_of_its_own() -> None:
    (hook,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"].split()[:2] == ["allocution", "check"]
    assert "check" in main.commands or main.get_command(None, "check")  # type: ignore[arg-type]


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    identity = {
        "GIT_AUTHOR_NAME": "x",
        "GIT_AUTHOR_EMAIL": "x@y",
        "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x@y",
    }
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **identity, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hook_refuses_a_commit_with_an_error_and_takes_one_without(tmp_path: Path) -> None:
    init(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.hooksPath", ".githooks")
    git(tmp_path, "add", ".")
    assert git(tmp_path, "commit", "-m", "begin").returncode == 0
    file = tmp_path / "content/statements/kim.md"
    file.write_text('---\ntitle: "Анна Ким\nspeakers: x\n---\nСлово.\n', encoding="utf-8")
    git(tmp_path, "add", ".")
    refused = git(tmp_path, "commit", "-m", "broken")
    assert refused.returncode == 1
    assert "kim.md" in refused.stdout + refused.stderr
    file.write_text('---\ntitle: "Анна Ким"\nspeakers: x\n---\nСлово.\n', encoding="utf-8")
    git(tmp_path, "add", ".")
    assert git(tmp_path, "commit", "-m", "whole").returncode == 0


def test_the_hook_looks_at_what_is_committed(tmp_path: Path) -> None:
    whole = '---\ntitle: "Анна Ким"\nspeakers: x\n---\nСлово.\n'
    init(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.hooksPath", ".githooks")
    file = tmp_path / "content/statements/kim.md"
    for staged, later, status in (
        (whole.replace('Ким"', "Ким"), whole, 1),
        (whole, whole.replace('Ким"', "Ким"), 0),
    ):
        file.write_text(staged, encoding="utf-8")
        git(tmp_path, "add", ".")
        file.write_text(later, encoding="utf-8")
        assert git(tmp_path, "commit", "-m", "staged").returncode == status
