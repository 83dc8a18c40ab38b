"""HTTPS: the certificate has to be the host's own, though the connection goes to an address that was looked at."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from allocution.errors import CaptureError
from allocution.store.fetching import Fetcher, Limits
from tests.capture.servers import HOST, bytes_of, raw_server

LIMITS = Limits(seconds=3)


def certificate(folder: Path, host: str) -> Path:
    """A self-signed certificate with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{host}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


@contextmanager
def secure_server(file: Path) -> Iterator[int]:
    """A server with that certificate that answers one request; its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    listening = socket.create_server((HOST, 0))
    listening.settimeout(5)

    def serve() -> None:
        try:
            connection, _ = listening.accept()
            with connection, context.wrap_socket(connection, server_side=True) as secure:
                secure.recv(65536)
                secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        except OSError:
            pass  # the certificate was refused

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        thread.join(6)
        listening.close()


@pytest.mark.parametrize(("host", "trusted", "fetched"), [
    ("localhost", True, True),
    ("localhost", False, False),
    ("example.org", True, False),
])  # fmt: skip
def test_only_the_hosts_own_trusted_certificate_will_do(
    tmp_path: Path, host: str, trusted: bool, fetched: bool
) -> None:
    file = certificate(tmp_path, host)
    trust = ssl.create_default_context(cafile=str(file)) if trusted else None
    with secure_server(file) as port:
        fetcher = Fetcher(("localhost",), LIMITS, trust)
        if fetched:
            assert fetcher.get(f"https://localhost:{port}/").answer.payload == b"ok"
            return
        with pytest.raises(CaptureError) as refused:
            fetcher.get(f"https://localhost:{port}/")
    assert refused.value.code == "fetch-failed"
    assert "certificate" in refused.value.parameters["problem"].lower()


def test_a_server_that_speaks_no_tls_is_refused() -> None:
    with (
        raw_server(bytes_of(b"HTTP/1.1 200 OK\r\n\r\n")) as (server, _),
        pytest.raises(CaptureError) as refused,
    ):
        Fetcher((HOST,), LIMITS).get(server.replace("http:", "https:"))
    assert refused.value.code in ("fetch-failed", "fetch-slow")
