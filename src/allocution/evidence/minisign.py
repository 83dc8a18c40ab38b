"""Keys and signatures as minisign has them (https://jedisct1.github.io/minisign/): Ed25519 over BLAKE2b-512.

Randomness and passwords come in as values.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from allocution.errors import UsageError

_ALGORITHM, _PREHASHED, _SCRYPT, _NO_KDF, _CHECKSUM = b"Ed", b"ED", b"Sc", b"\0\0", b"B2"
_COMMENT, _TRUSTED = "untrusted comment: ", "trusted comment: "
_SECRET = struct.Struct("<2s2s2s32sQQ104s")
# 128 MiB and about half a second, where minisign's own default takes 1 GiB.
_OPERATIONS, _MEMORY = 1 << 22, 1 << 27
_MOST_MEMORY = 1 << 31
_BLOCK = 8


class KeyUnusableError(UsageError):
    """A key or signature can't be read, or the password isn't its."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What signatures are checked by."""

    identifier: bytes
    key: bytes

    @property
    def text(self) -> str:
        """The key in one line, as it is printed and compared."""
        return base64.b64encode(_ALGORITHM + self.identifier + self.key).decode("ascii")

    @property
    def fingerprint(self) -> str:
        """The key's identifier as minisign prints it."""
        return self.identifier[::-1].hex().upper()

    def file(self) -> bytes:
        """The key as a file."""
        return f"{_COMMENT}minisign public key {self.fingerprint}\n{self.text}\n".encode()

    @classmethod
    def read(cls, data: bytes) -> PublicKey:
        """The key in a file, or in one line. Raises KeyUnusableError."""
        lines = data.decode("utf-8", "replace").strip().splitlines()
        raw = _decoded(lines[-1] if lines else "")
        if len(raw) != 42 or not raw.startswith(_ALGORITHM):
            raise KeyUnusableError("public-key-unreadable")
        return cls(raw[2:10], raw[10:])

    def verify(self, data: bytes, signature: bytes) -> str:
        """The trusted comment of a signature of the data. Raises KeyUnusableError where it is none."""
        lines = signature.decode("utf-8", "replace").split("\n")
        if len(lines) < 4 or not lines[2].startswith(_TRUSTED):
            raise KeyUnusableError("signature-unreadable")
        raw, second = _decoded(lines[1]), _decoded(lines[3])
        comment = lines[2].removeprefix(_TRUSTED)
        if raw[:2] not in (_ALGORITHM, _PREHASHED) or raw[2:10] != self.identifier:
            raise KeyUnusableError("signature-by-another-key")
        signed = hashlib.blake2b(data).digest() if raw[:2] == _PREHASHED else data
        key = Ed25519PublicKey.from_public_bytes(self.key)
        try:
            key.verify(raw[10:], signed)
            key.verify(second, raw[10:] + comment.encode())
        except InvalidSignature as error:
            raise KeyUnusableError("signature-of-another-file") from error
        return comment


@dataclass(frozen=True, slots=True)
class SecretKey:
    """What signatures are made with: never shown, never logged."""

    identifier: bytes
    seed: bytes

    def __repr__(self) -> str:
        return f"SecretKey({self.public.fingerprint})"

    @property
    def public(self) -> PublicKey:
        """Its public half."""
        key = Ed25519PrivateKey.from_private_bytes(self.seed).public_key()
        return PublicKey(self.identifier, key.public_bytes(Encoding.Raw, PublicFormat.Raw))

    def sign(self, data: bytes, trusted: str, untrusted: str) -> bytes:
        """A signature file: over the data's BLAKE2b-512, and over that signature with the trusted comment."""
        key = Ed25519PrivateKey.from_private_bytes(self.seed)
        signature = key.sign(hashlib.blake2b(data).digest())
        second = key.sign(signature + trusted.encode())
        first = base64.b64encode(_PREHASHED + self.identifier + signature).decode("ascii")
        lines = (
            f"{_COMMENT}{untrusted}",
            first,
            f"{_TRUSTED}{trusted}",
            base64.b64encode(second).decode("ascii"),
            "",
        )
        return "\n".join(lines).encode()

    def file(self, password: str = "", salt: bytes = b"") -> bytes:
        """The key as a file: encrypted with a password (and a salt of 32 random bytes), or without."""
        pair = self.seed + self.public.key
        plain = self.identifier + pair + _checksum(self.identifier + pair)
        if password:
            key = _stretched(password, salt, _OPERATIONS, _MEMORY)
            raw = _SECRET.pack(_ALGORITHM, _SCRYPT, _CHECKSUM, salt, _OPERATIONS, _MEMORY, _mixed(plain, key))
            comment = "minisign encrypted secret key"
        else:
            raw = _SECRET.pack(_ALGORITHM, _NO_KDF, _CHECKSUM, bytes(32), 0, 0, plain)
            comment = "minisign secret key without a password"
        return f"{_COMMENT}{comment}\n{base64.b64encode(raw).decode('ascii')}\n".encode()

    @classmethod
    def read(cls, data: bytes, password: str = "") -> SecretKey:
        """The key in a file. Raises KeyUnusableError."""
        algorithm, kdf, checksum, salt, operations, memory, hidden = _secret_parts(data)
        if algorithm != _ALGORITHM or checksum != _CHECKSUM or kdf not in (_SCRYPT, _NO_KDF):
            raise KeyUnusableError("secret-key-kind-unknown")
        if kdf == _SCRYPT:
            hidden = _mixed(hidden, _stretched(password, salt, operations, memory))
        identifier, pair, check = hidden[:8], hidden[8:72], hidden[72:]
        key = cls(identifier, pair[:32])
        if _checksum(identifier + pair) != check or key.public.key != pair[32:]:
            raise KeyUnusableError("key-password-wrong")
        return key


def needs_password(data: bytes) -> bool:
    """Whether a secret key's file is encrypted. Raises KeyUnusableError."""
    return _secret_parts(data)[1] == _SCRYPT


def _secret_parts(data: bytes) -> tuple[bytes, bytes, bytes, bytes, int, int, bytes]:
    lines = data.decode("utf-8", "replace").strip().splitlines()
    raw = _decoded(lines[-1] if lines else "")
    if len(raw) != _SECRET.size:
        raise KeyUnusableError("secret-key-unreadable")
    algorithm, kdf, checksum, salt, operations, memory, hidden = _SECRET.unpack(raw)
    return algorithm, kdf, checksum, salt, operations, memory, hidden


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(_ALGORITHM + data, digest_size=32).digest()


def _decoded(line: str) -> bytes:
    try:
        return base64.b64decode(line.strip(), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _mixed(data: bytes, key: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(data, key, strict=True))


def _stretched(password: str, salt: bytes, operations: int, memory: int) -> bytes:
    """The key stream for a password, by the parameters that libsodium picks for these limits."""
    if memory > _MOST_MEMORY:
        raise KeyUnusableError("secret-key-too-costly")
    operations = max(operations, 32768)
    if operations < memory // 32:
        exponent, parallel = _exponent(operations // (_BLOCK * 4)), 1
    else:
        exponent = _exponent(memory // (_BLOCK * 128))
        parallel = max(min(operations // 4 // (1 << exponent), 0x3FFFFFFF) // _BLOCK, 1)
    return hashlib.scrypt(
        password.encode(),
        salt=salt,
        n=1 << exponent,
        r=_BLOCK,
        p=parallel,
        maxmem=_MOST_MEMORY - 1,
        dklen=104,
    )


def _exponent(most: int) -> int:
    exponent = 1
    while exponent < 63 and 1 << exponent <= most // 2:
        exponent += 1
    return exponent
