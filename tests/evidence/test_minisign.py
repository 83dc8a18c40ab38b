"""Keys and signatures: ours are read by minisign's own program, and its are read by us."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.evidence.minisign import KeyUnusableError, PublicKey, SecretKey, needs_password
from allocution.store.verify import ed25519_holds

KEY = SecretKey(bytes(range(8)), bytes(range(32)))
PROGRAM = shutil.which("minisign")


def minisign(*arguments: str, answer: str = "") -> subprocess.CompletedProcess[str]:
    """Run minisign's own program."""
    if PROGRAM is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("no minisign on this machine")
    return subprocess.run(
        [PROGRAM, *arguments], check=False, input=answer, capture_output=True, text=True, timeout=120
    )


# --- with the other program ---


def test_minisign_accepts_our_signature(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"words")
    (tmp_path / "file.minisig").write_bytes(KEY.sign(b"words", "timestamp:1\tfile:file\thashed", "ours"))
    done = minisign("-V", "-m", str(tmp_path / "file"), "-P", KEY.public.text)
    assert done.returncode == 0, done.stderr
    assert "timestamp:1" in done.stdout
    (tmp_path / "file").write_bytes(b"worms")
    assert minisign("-V", "-m", str(tmp_path / "file"), "-P", KEY.public.text).returncode != 0


@pytest.mark.parametrize("password", ["", "пароль"])
def test_minisign_signs_with_our_key(tmp_path: Path, password: str) -> None:
    (tmp_path / "key").write_bytes(KEY.file(password, bytes(32)))
    (tmp_path / "file").write_bytes(b"words")
    done = minisign("-S", "-s", str(tmp_path / "key"), "-m", str(tmp_path / "file"), answer=f"{password}\n")
    assert done.returncode == 0, done.stdout + done.stderr
    comment = KEY.public.verify(b"words", (tmp_path / "file.minisig").read_bytes())
    assert comment.startswith("timestamp:")


def test_we_sign_with_a_key_of_minisign(tmp_path: Path) -> None:
    secret, public = tmp_path / "key", tmp_path / "key.pub"
    done = minisign("-G", "-p", str(public), "-s", str(secret), answer="words\nwords\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert needs_password(secret.read_bytes())
    key = SecretKey.read(secret.read_bytes(), "words")
    assert key.public == PublicKey.read(public.read_bytes())
    with pytest.raises(KeyUnusableError):
        SecretKey.read(secret.read_bytes(), "other words")
    (tmp_path / "file").write_bytes(b"words")
    (tmp_path / "file.minisig").write_bytes(key.sign(b"words", "trusted", "untrusted"))
    assert minisign("-V", "-m", str(tmp_path / "file"), "-p", str(public)).returncode == 0


def test_we_accept_the_older_kind_of_signature(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(KEY.file())
    (tmp_path / "file").write_bytes(b"words")
    done = minisign("-S", "-l", "-s", str(tmp_path / "key"), "-m", str(tmp_path / "file"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert KEY.public.verify(b"words", (tmp_path / "file.minisig").read_bytes())


# --- on our own ---


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=8, max_size=8))
def test_a_key_is_read_as_it_was_written(seed: bytes, identifier: bytes) -> None:
    key = SecretKey(identifier, seed)
    assert SecretKey.read(key.file()) == key
    assert PublicKey.read(key.public.file()) == PublicKey.read(key.public.text.encode()) == key.public


def test_a_password_opens_its_key_and_no_other_does() -> None:
    data = KEY.file("слово", bytes(range(32)))
    assert SecretKey.read(data, "слово") == KEY
    with pytest.raises(KeyUnusableError):
        SecretKey.read(data, "слова")


@given(st.binary(max_size=300))
def test_what_is_no_key_is_refused(data: bytes) -> None:
    for read in (PublicKey.read, SecretKey.read):
        with pytest.raises(KeyUnusableError):
            read(data)


def test_a_secret_is_never_shown() -> None:
    assert KEY.seed.hex() not in repr(KEY)
    assert repr(KEY.seed) not in repr(KEY)


@given(st.binary(max_size=200), st.integers(0, 511))
def test_the_verifier_agrees_with_the_library(message: bytes, bit: int) -> None:
    """The pure verifier accepts what the library signs, and nothing with a bit of it changed."""
    lines = KEY.sign(message, "", "").decode().split("\n")
    assert KEY.public.verify(message, KEY.sign(message, "", "")) == ""
    signature = base64.b64decode(lines[1])[10:]
    signed = hashlib.blake2b(message).digest()
    assert ed25519_holds(KEY.public.key, signed, signature)
    changed = bytearray(signature)
    changed[bit // 8] ^= 1 << bit % 8
    assert not ed25519_holds(KEY.public.key, signed, bytes(changed))
    assert not ed25519_holds(KEY.public.key, signed + b"x", signature)


def test_keys_that_sign_anything_are_refused() -> None:
    for weak in (bytes([1]) + bytes(31), bytes(32), b"\xec" + b"\xff" * 30 + b"\x7f"):
        assert not ed25519_holds(weak, b"", bytes([1]) + bytes(63))
