"""A mirror over TLS: only the host's own certificate, in its time, will do; and what a mirror lacks is found."""

from __future__ import annotations

import functools
import shutil
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from allocution.cli import main
from tests.capture.servers import HOST, Server
from tests.publish.archives import write

NAME = "localhost"
DAY = timedelta(days=1)


class Authority:
    """A certificate authority of a test."""

    def __init__(self, folder: Path, name: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._folder = folder / name
        self._folder.mkdir()
        self.file = self._folder / "root.pem"
        now = datetime.now(UTC)
        self.file.write_bytes(pem(self._signed(self._name, self._key, (now - DAY, now + DAY), "")))

    def certificate(self, host: str, since: timedelta = -DAY, until: timedelta = DAY) -> Path:
        """A certificate for a host with its key, in one file."""
        key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        made = self._signed(name, key, (now + since, now + until), host)
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file = self._folder / f"{host}.pem"
        file.write_bytes(private + pem(made))
        return file

    def _signed(
        self,
        name: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        valid: tuple[datetime, datetime],
        host: str,
    ) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(valid[0])
            .not_valid_after(valid[1])
            .add_extension(x509.BasicConstraints(ca=not host, path_length=None), critical=True)
        )
        if host:
            builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        return builder.sign(self._key, hashes.SHA256())


def pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class _Secure(Server):
    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever refused the certificate has gone."""


@contextmanager
def mirror(folder: Path, certificate: Path) -> Iterator[str]:
    """A folder over HTTPS; its address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = _Secure((HOST, 0), functools.partial(_Quiet, directory=str(folder)))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"https://{NAME}:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()


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
    made = Authority(tmp_path, "Trusted")
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def check(address: str, released: Path) -> Result:
    against = ("--key", released / "key.pub", "--against", released / "release")
    return run("verify", address, "--allow-host", NAME, *against, "--language", "en")


def test_a_mirror_is_whole_and_current(released: Path, authority: Authority) -> None:
    with mirror(released / "release", authority.certificate(NAME)) as address:
        result = check(address, released)
    assert result.exit_code == 0, result.output
    assert "It is the newest release that you have." in result.output


def test_a_certificate_that_isn_t_the_host_s_own_is_refused(
    released: Path, authority: Authority, tmp_path: Path
) -> None:
    refused = {
        "of a stranger": Authority(tmp_path, "Stranger").certificate(NAME),
        "for another host": authority.certificate("mirror.example"),
        "expired": authority.certificate(NAME, -2 * DAY, -DAY),
    }
    for why, certificate in refused.items():
        with mirror(released / "release", certificate) as address:
            result = check(address, released)
        assert result.exit_code == 1, why
        assert "certificate verify failed" in result.output.lower().replace("_", " "), (why, result.output)
        assert "files are as they were signed" not in result.output


def test_one_that_isn_t_valid_yet_is_refused(released: Path, authority: Authority) -> None:
    with mirror(released / "release", authority.certificate(NAME, DAY, 2 * DAY)) as address:
        assert check(address, released).exit_code == 1


def test_an_old_one_is_late(released: Path, authority: Authority) -> None:
    with mirror(released / "old", authority.certificate(NAME)) as address:
        result = check(address, released)
    assert result.exit_code == 1
    assert "out of date: the release 2" in result.output


def test_each_file_that_is_missing_is_named(released: Path, authority: Authority, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "m"))
    gone = sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*.html"))[:3]
    for path in gone:
        (folder / path).unlink()
    with mirror(folder, authority.certificate(NAME)) as address:
        result = check(address, released)
    assert result.exit_code == 1
    assert all(f"{path}: it is missing" in result.output for path in gone), result.output


def test_files_besides_can_t_be_seen_from_outside_and_that_is_said(
    released: Path, authority: Authority, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "m"))
    (folder / "extra.html").write_text("x")
    with mirror(folder, authority.certificate(NAME)) as address:
        result = check(address, released)
    assert result.exit_code == 0, result.output
    assert "files that the mirror has besides those that were signed" in result.output
    assert run("verify", folder, "--key", released / "key.pub").exit_code == 1


def test_a_changed_file_is_found(released: Path, authority: Authority, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(released / "release", tmp_path / "m"))
    page = next(folder.rglob("index.html"))
    page.write_bytes(page.read_bytes().replace(b"<", b">", 1))
    with mirror(folder, authority.certificate(NAME)) as address:
        result = check(address, released)
    assert result.exit_code == 1
    assert f"{page.relative_to(folder).as_posix()}: its content is another" in result.output
