"""Releases that an SSH key signed, too: OpenSSH verifies ours, ours verifies OpenSSH's, and every damage is found."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.store.verify import verify_release
from tests.capture.servers import HOST, running
from tests.chromium import missing
from tests.publish.archives import write

STATEMENT = (
    '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nsourcelink: https://example.org/1\n---\nСлова.\n'
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def ssh_keygen(*arguments: object, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None:
        missing("ssh-keygen")
        raise AssertionError
    return subprocess.run([program, *map(str, arguments)], input=data, capture_output=True, check=False)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with keys, and a release signed by both."""
    root = tmp_path_factory.mktemp("ssh")
    write(root, {"archive/hugo.toml": 'title = "x"\n', "archive/content/a.md": STATEMENT})
    assert run("key", "new", root / "key", "--no-password").exit_code == 0
    for name in ("ssh", "other"):
        assert ssh_keygen("-t", "ed25519", "-N", "", "-q", "-C", "", "-f", root / name).returncode == 0
    options = ("--output", root / "release", "--key", root / "key", "--ssh-key", root / "ssh")
    made = run("release", root / "archive", *options)
    assert made.exit_code == 0, made.output
    return root


def test_openssh_verifies_it(released: Path) -> None:
    folder = released / "release"
    known = (
        "-f",
        folder / "allowed_signers",
        "-I",
        "archive",
        "-n",
        "allocution",
        "-s",
        folder / "release.txt.sig",
    )
    statement = (folder / "release.txt").read_bytes()
    whole = ssh_keygen("-Y", "verify", *known, data=statement)
    assert whole.returncode == 0, whole.stderr
    assert ssh_keygen("-Y", "verify", *known, data=statement + b" ").returncode != 0
    line = (folder / "allowed_signers").read_text()
    assert line.split()[-1] == (released / "ssh.pub").read_text().split()[1]


def test_it_is_verified_with_nothing_but_python(released: Path) -> None:
    assert run("verify", released / "release", "--key", released / "key.pub").exit_code == 0
    program = [sys.executable, "-I", str(released / "release/verify.py"), str(released / "release")]
    assert subprocess.run(program, capture_output=True, check=False).returncode == 0


def signed_by_another(folder: Path, root: Path) -> None:
    ran = ssh_keygen(
        "-Y",
        "sign",
        "-q",
        "-f",
        root / "other",
        "-n",
        "allocution",
        data=(folder / "release.txt").read_bytes(),
    )
    (folder / "release.txt.sig").write_bytes(ran.stdout)


def signed_for_something_else(folder: Path, root: Path) -> None:
    ran = ssh_keygen(
        "-Y", "sign", "-q", "-f", root / "ssh", "-n", "file", data=(folder / "release.txt").read_bytes()
    )
    (folder / "release.txt.sig").write_bytes(ran.stdout)


def of_other_data(folder: Path, root: Path) -> None:
    ran = ssh_keygen("-Y", "sign", "-q", "-f", root / "ssh", "-n", "allocution", data=b"words")
    (folder / "release.txt.sig").write_bytes(ran.stdout)


def gone(folder: Path, root: Path) -> None:
    (folder / "release.txt.sig").unlink()


def by_nobody(folder: Path, root: Path) -> None:
    (folder / "allowed_signers").unlink()


def longer(folder: Path, root: Path) -> None:
    with (folder / "release.txt.sig").open("ab") as file:
        file.write(b"\n")


@pytest.mark.parametrize(
    "damage", [signed_by_another, signed_for_something_else, of_other_data, gone, by_nobody, longer]
)
def test_another_signature_is_found(released: Path, tmp_path: Path, damage: object) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "release"))
    damage(folder, released)  # type: ignore[operator]
    assert verify_release(str(folder)).problems


def test_every_byte_of_the_signature_counts(released: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "release"))
    path = folder / "release.txt.sig"
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1 << place % 7]) + data[place + 1 :])
        assert verify_release(str(folder)).problems, place
    path.write_bytes(data)
    assert not verify_release(str(folder)).problems


def test_a_signature_without_a_list_of_signers_is_a_file_that_nobody_signed(
    released: Path, tmp_path: Path
) -> None:
    made = run("release", released / "archive", "--output", tmp_path / "r", "--key", released / "key")
    assert made.exit_code == 0
    assert not verify_release(str(tmp_path / "r")).problems
    shutil.copy(released / "release/release.txt.sig", tmp_path / "r")
    [problem] = verify_release(str(tmp_path / "r")).problems
    assert problem == ("release.txt.sig", "nobody signed it")


def test_a_mirror_is_checked_for_it(released: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "release"))
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    with running(ThreadingHTTPServer((HOST, 0), handler)) as port:
        address = f"http://{HOST}:{port}/"
        assert run("verify", address, "--allow-host", HOST).exit_code == 0
        of_other_data(folder, released)
        damaged = run("verify", address, "--allow-host", HOST)
    assert (damaged.exit_code, "release.txt.sig" in damaged.output) == (1, True)


def test_the_next_release_may_be_signed_or_not(released: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "release"))
    for options in ((), ("--ssh-key", released / "ssh.pub.copy"), ("--ssh-key", released / "ssh")):
        shutil.copy(released / "ssh", released / "ssh.pub.copy")
        made = run("release", released / "archive", "--output", folder, "--key", released / "key", *options)
        assert made.exit_code == 0, made.output
        assert (folder / "release.txt.sig").exists() == bool(options)
        assert not verify_release(str(folder)).problems


@pytest.mark.parametrize("kind", ["rsa", "words"])
def test_what_is_no_ed25519_key_signs_nothing(released: Path, tmp_path: Path, kind: str) -> None:
    key = tmp_path / "key"
    if kind == "rsa":
        assert ssh_keygen("-t", "rsa", "-b", "2048", "-N", "", "-q", "-f", key).returncode == 0
    else:
        key.write_text("words")
    result = run(
        "release",
        released / "archive",
        "--output",
        tmp_path / "r",
        "--key",
        released / "key",
        "--ssh-key",
        key,
    )
    assert result.exit_code == 2
    assert not (tmp_path / "r").exists()
