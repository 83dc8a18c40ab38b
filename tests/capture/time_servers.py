"""Authorities that OpenSSL answers for, and a calendar of OpenTimestamps with blocks of its own; on loopback."""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from allocution.evidence.opentimestamps import Operation, Timestamp, in_block, promise, write_timestamp
from tests.capture.servers import HOST, running
from tests.chromium import missing

OPENSSL = shutil.which("openssl")
APPEND, PREPEND, SHA256 = 0xF0, 0xF1, 0x08
_EXTENSIONS = """
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[web]
extendedKeyUsage = critical,serverAuth
[tsa_config]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = chain.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


def openssl(folder: Path, *arguments: str) -> bytes:
    """Run OpenSSL in a folder; what it says."""
    if OPENSSL is None:
        missing("openssl")
        raise AssertionError
    run = subprocess.run([OPENSSL, *arguments], cwd=folder, capture_output=True, check=True)
    return run.stdout


def make_authority(folder: Path, name: str, *, kind: str = "rsa:2048") -> Path:
    """An authority of that name with a root of its own, in a folder."""
    folder.mkdir(parents=True)
    (folder / "openssl.cnf").write_text(f"[req]\ndistinguished_name = dn\n[dn]\n{_EXTENSIONS}")
    (folder / "serial").write_text("01\n")
    key = (
        ("-newkey", kind, "-nodes")
        if ":" in kind
        else ("-newkey", "ec", "-pkeyopt", f"ec_paramgen_curve:{kind}", "-nodes")
    )
    openssl(folder, "req", "-x509", "-config", "openssl.cnf", "-extensions", "root", *key, "-days", "30",
            "-keyout", "root.key", "-out", "root.pem", "-subj", f"/CN={name} Root")  # fmt: skip
    openssl(
        folder,
        "req",
        "-new",
        "-config",
        "openssl.cnf",
        *key,
        "-keyout",
        "tsa.key",
        "-out",
        "tsa.csr",
        "-subj",
        f"/CN={name}",
    )
    openssl(folder, "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
            "-days", "30", "-extfile", "openssl.cnf", "-extensions", "tsa", "-out", "tsa.pem")  # fmt: skip
    (folder / "chain.pem").write_bytes((folder / "root.pem").read_bytes())
    return folder


class _Handler(BaseHTTPRequestHandler):
    answers: Any = None

    def do_GET(self) -> None:
        """Answer."""
        self._answer(*self.answers.get(self.path))

    def do_POST(self) -> None:
        """Answer."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(*self.answers.post(self.path, body, self.headers.get("Content-Type", "")))

    def _answer(self, status: int, media_type: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving(answers: object) -> Iterator[str]:
    """Serve what the object's `get` and `post` answer; the address."""
    with running(ThreadingHTTPServer((HOST, 0), type("_Given", (_Handler,), {"answers": answers}))) as port:
        yield f"http://{HOST}:{port}"


@dataclass
class TimeAuthority:
    """A timestamp authority: a POST of a query is answered by `openssl ts -reply`."""

    folder: Path
    asked: list[bytes] = field(default_factory=list)

    def get(self, path: str) -> tuple[int, str, bytes]:
        """Nothing to see."""
        return 405, "text/plain", b""

    def post(self, path: str, body: bytes, media_type: str) -> tuple[int, str, bytes]:
        """A reply."""
        if media_type != "application/timestamp-query":
            return 415, "text/plain", b""
        self.asked.append(body)
        (self.folder / "query.tsq").write_bytes(body)
        openssl(self.folder, "ts", "-reply", "-config", "openssl.cnf", "-section", "tsa_config",
                "-queryfile", "query.tsq", "-out", "reply.tsr")  # fmt: skip
        return 200, "application/timestamp-reply", (self.folder / "reply.tsr").read_bytes()


@dataclass
class Calendar:
    """A calendar: promises at once, says 404 until a block has come, then gives what was promised; and its blocks.

    Its answers are shaped like those of the public calendars: the digest is put behind the time, hashed, given a
    signature of the calendar, and that is the commitment.
    """

    address: str = ""
    height: int = 800_000
    confirmed: bool = False
    commitments: list[bytes] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def post(self, path: str, body: bytes, media_type: str) -> tuple[int, str, bytes]:
        """Take a digest."""
        if path != "/digest" or len(body) > 64:
            return 400, "text/plain", b"digest too long"
        steps = [
            Operation(PREPEND, struct.pack(">I", 1_600_000_000)),
            Operation(APPEND, b"calendar"),
            Operation(SHA256),
        ]
        message = body
        for step in steps:
            message = step(message)
        self.commitments.append(message)
        answer = Timestamp((promise(self.address),))
        for step in reversed(steps):
            answer = Timestamp(steps=((step, answer),))
        return 200, "application/octet-stream", write_timestamp(answer)

    def get(self, path: str) -> tuple[int, str, bytes]:
        """A promise kept, a block's name or its header."""
        self.asked.append(path)
        header = self.header()
        digest = hashlib.sha256(hashlib.sha256(header).digest()).digest()[::-1].hex()
        if path == f"/block-height/{self.height}":
            return 200, "text/plain", digest.encode()
        if path == f"/block/{digest}/header":
            return 200, "text/plain", header.hex().encode()
        message = bytes.fromhex(path.removeprefix("/timestamp/"))
        if not self.confirmed or message not in self.commitments:
            return 404, "text/plain", b"Pending confirmation in Bitcoin blockchain"
        answer = Timestamp((in_block(self.height),))
        for step in reversed(self._steps(message)):
            answer = Timestamp(steps=((step, answer),))
        return 200, "application/octet-stream", write_timestamp(answer)

    def _steps(self, message: bytes) -> list[Operation]:
        """From a commitment to the block's Merkle root: the others' digests, all together."""
        others = b"".join(sorted(hashlib.sha256(each).digest() for each in self.commitments))
        place = sorted(self.commitments).index(message)
        ordered = sorted(self.commitments)
        before, after = b"".join(ordered[:place]), b"".join(ordered[place + 1 :])
        steps = [Operation(PREPEND, before)] if before else []
        steps += [Operation(APPEND, after)] if after else []
        return [*steps, Operation(APPEND, others[:8]), Operation(SHA256), Operation(SHA256)]

    def header(self) -> bytes:
        """The block with all commitments: an easy one, found in a moment."""
        root = bytes(32)
        if self.commitments:
            root = min(self.commitments)
            for step in self._steps(root):
                root = step(root)
        for nonce in range(1 << 16):
            header = struct.pack("<I32s32sIII", 4, bytes(32), root, 1_600_003_600, 0x207FFFFF, nonce)
            if hashlib.sha256(hashlib.sha256(header).digest()).digest()[31] < 0x7F:
                return header
        raise AssertionError
