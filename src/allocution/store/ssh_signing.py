"""Signatures by keys of OpenSSH, made by its own program, so that passwords and agents are its business."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from allocution.errors import UsageError

NAMESPACE = "allocution"
_PROGRAM = "ssh-keygen"
_PUBLIC = re.compile(r"(ssh-ed25519 [A-Za-z0-9+/=]{68})(?:\s.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SshSigner:
    """A key of OpenSSH: its file, and its public half in one line."""

    file: Path
    public: str

    @classmethod
    def of(cls, file: Path) -> SshSigner:
        """The key in a file, or of a public key whose other half an agent has. Raises UsageError."""
        beside = file if file.suffix == ".pub" else file.with_name(f"{file.name}.pub")
        try:
            written = beside.read_text("utf-8") if beside.is_file() else _run("-y", "-f", str(file)).decode()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError("ssh-key-unreadable", file=beside) from error
        match = _PUBLIC.fullmatch(written)
        if match is None:
            raise UsageError("ssh-key-kind", file=file)
        return cls(file, match[1])

    def sign(self, data: bytes) -> bytes:
        """The signature of the data. Raises UsageError where it can't be made."""
        return _run("-Y", "sign", "-f", str(self.file), "-n", NAMESPACE, "-q", data=data)


def _run(*arguments: str, data: bytes = b"") -> bytes:
    try:
        ran = subprocess.run([_PROGRAM, *arguments], input=data, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise UsageError("ssh-program-missing", program=_PROGRAM) from error
    if ran.returncode:
        said = " ".join(ran.stderr.decode("utf-8", "replace").split())
        raise UsageError("ssh-signing-failed", program=_PROGRAM, problem=said)
    return ran.stdout
