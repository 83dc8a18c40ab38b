"""A mirror over TLS: only the host's own certificate, in its time, will do; and what a mirror lacks is found."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from click.testing import CliRunner, Result

from allocution.cli import main
from tests.cli.mirrors import mirror
from tests.publish.archives import write

NAME = "localhost"
DAY = timedelta(days=1)


class Authority:
    """A certificate authority of a test."""

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA()
        self._folder = folder
        self.file = folder / "root.pem"
        self._authority.cert_pem.write_to_path(str(self.file))

    def certificate(self, host: str, since: timedelta = -DAY, until: timedelta = DAY) -> Path:
        """A certificate for a host with its key, in one file."""
        now = datetime.now(UTC)
        made = self._authority.issue_cert(host, not_before=now + since, not_after=now + until)
        file = self._folder / f"{host}.pem"
        made.private_key_and_cert_chain_pem.write_to_path(str(file))
        return file


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with its key, its first release in `old`, its second in `release`."""
    root = tmp_path_factory.mktemp("tls")
    text = '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\n---\nСлова.\n'
    write(root, {"archive/hugo.toml": 'title = "x"\n', "archive/content/a.md": text})
    run("key", "new", root / "key", "--no-password")
    for copy in (True, False):
        made = run("release", root / "archive", "--output", root / "release", "--key", root / "key")
        assert made.exit_code == 0, made.output
        if copy:
            shutil.copytree(root / "release", root / "old")
    return root


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that this machine trusts for as long as the test lasts."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def check(address: str, released: Path) -> Result:
    against = ("--key", released / "key.pub", "--against", released / "release")
    return run("verify", address, "--allow-host", NAME, *against, "--language", "en")


def test_a_mirror_is_whole_and_current(released: Path, authority: Authority) -> None:
    with mirror(released / "release", authority.certificate(NAME), NAME) as address:
        result = check(address, released)
    assert result.exit_code == 0, result.output
    assert "It is the newest release that you have." in result.output


def test_a_certificate_that_isn_t_the_host_s_own_is_refused(
    released: Path, authority: Authority, tmp_path: Path
) -> None:
    (tmp_path / "stranger").mkdir()
    refused = {
        "nobody trusted vouches for": Authority(tmp_path / "stranger").certificate(NAME),
        "certificate is another site’s": authority.certificate("mirror.example"),
        "certificate has expired": authority.certificate(NAME, -2 * DAY, -DAY),
    }
    for why, certificate in refused.items():
        with mirror(released / "release", certificate, NAME) as address:
            result = check(address, released)
        assert result.exit_code == 1, why
        assert why in result.output, result.output
        assert "files are as they were signed" not in result.output


def test_one_that_isn_t_valid_yet_is_refused(released: Path, authority: Authority) -> None:
    with mirror(released / "release", authority.certificate(NAME, DAY, 2 * DAY), NAME) as address:
        result = check(address, released)
    assert result.exit_code == 1
    assert "certificate isn’t valid" in result.output


def test_an_old_one_is_late(released: Path, authority: Authority) -> None:
    with mirror(released / "old", authority.certificate(NAME), NAME) as address:
        result = check(address, released)
    assert result.exit_code == 1
    assert "out of date: the release 2" in result.output


def test_each_file_that_is_missing_is_named(released: Path, authority: Authority, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "m"))
    gone = sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*.html"))[:3]
    for path in gone:
        (folder / path).unlink()
    with mirror(folder, authority.certificate(NAME), NAME) as address:
        result = check(address, released)
    assert result.exit_code == 1
    assert all(f"{path}: it is missing" in result.output for path in gone), result.output


def test_files_besides_can_t_be_seen_from_outside_and_that_is_said(
    released: Path, authority: Authority, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "m"))
    (folder / "extra.html").write_text("x")
    with mirror(folder, authority.certificate(NAME), NAME) as address:
        result = check(address, released)
    assert result.exit_code == 0, result.output
    assert "files that the mirror has besides those that were signed" in result.output
    assert run("verify", folder, "--key", released / "key.pub").exit_code == 1


def test_a_changed_file_is_found(released: Path, authority: Authority, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "m"))
    page = next(folder.rglob("index.html"))
    page.write_bytes(page.read_bytes().replace(b"<", b">", 1))
    with mirror(folder, authority.certificate(NAME), NAME) as address:
        result = check(address, released)
    assert result.exit_code == 1
    assert f"{page.relative_to(folder).as_posix()}: its content is another" in result.output
