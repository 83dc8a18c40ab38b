#!/usr/bin/env python3
"""Checks a release of an archive: that every file is there, that no other is, and that each is as it was signed.

    python3 verify.py FOLDER [--key RW…, or its file] [--language ru, kk, uk or en]

It needs nothing but Python 3.9 or newer, no network, and no other file. It lies in every release, but a copy that came
with what it is to check proves little: take it, and the key, from where you trust. Exit status: 0 if all is as signed,
1 if anything isn't, 2 if it was called wrongly.

A release is a folder with
  SHA256SUMS             the files with their SHA-256 and size, sorted; `sha256sum --check SHA256SUMS` reads it, too
  release.txt            its number and moment, the SHA-256 of SHA256SUMS and of the release.txt before it, keys
  release.txt.minisig    its signature (minisign: Ed25519 over BLAKE2b-512)
  release.txt.sig        where there is a list of allowed_signers: its signature by an SSH key (ssh-keygen -Y verify)
  chain/0001.txt …       release.txt and signature of every earlier release
  site/                  what was published
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
import stat
import sys
from typing import Iterator, List, NamedTuple, Optional, Tuple  # noqa: UP035 (older Pythons read this file, too)

LIST, RELEASE, SIGNATURE = "SHA256SUMS", "release.txt", "release.txt.minisig"
SIGNERS, SSH_SIGNATURE = "allowed_signers", "release.txt.sig"
CHAIN = "chain"
LIST_HEADER = "# allocution files 1"
COMMENT = "untrusted comment: signature of a release of an archive"
_MOST_HEADER = 1 << 16
_MOST_PROBLEMS = 1000
_RELEASE = re.compile(
    r"allocution release 1\n"
    r"number: ([1-9][0-9]{0,8})\n"
    r"moment: ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\n"
    r"files: (0|[1-9][0-9]{0,11})\n"
    r"list: ([0-9a-f]{64})\n"
    r"previous: ([0-9a-f]{64}|none)\n"
    r"key: ([A-Za-z0-9+/=]{56})\n"
    r"next-key: ([A-Za-z0-9+/=]{56})\n"
)
_SALT = re.compile(r"# salt [0-9a-f]{32}")
_SIZE = re.compile(r"# size (0|[1-9][0-9]{0,17})")
_ENTRY = re.compile(r"([0-9a-f]{64})  ([^\x00-\x1f\x7f\\]+)")


class Problem(NamedTuple):
    """What isn't as it was signed, and where."""

    path: str
    what: str


class Release(NamedTuple):
    """What a release.txt says."""

    number: int
    moment: str
    files: int
    list_digest: str
    previous: str
    key: str
    next_key: str


class Report(NamedTuple):
    """What was checked and what isn't as it should be; `pinned` says that the key was known beforehand."""

    release: Optional[Release]  # noqa: UP045
    files: int
    problems: List[Problem]  # noqa: UP006
    pinned: bool


class RefusedError(ValueError):
    """Something can't be read as what it should be."""


# --- Ed25519 (RFC 8032), verifying only ---

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_I = pow(2, (_P - 1) // 4, _P)
_Point = Tuple[int, int, int, int]  # noqa: UP006


def _add(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(factor: int, point: _Point) -> _Point:
    result: _Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = _add(result, point)
        point = _add(point, point)
        factor >>= 1
    return result


def _same(one: _Point, other: _Point) -> bool:
    return (one[0] * other[2] - other[0] * one[2]) % _P == 0 and (
        one[1] * other[2] - other[1] * one[2]
    ) % _P == 0


def _point(data: bytes) -> _Point:
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= _P:
        raise RefusedError("no point of the curve")
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _I % _P
    if (x * x - square) % _P or (x == 0 and sign):
        raise RefusedError("no point of the curve")
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


_BASE = _point((4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little"))


def ed25519_holds(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a signature is one of this message by this key."""
    if len(key) != 32 or len(signature) != 64:
        return False
    scalar = int.from_bytes(signature[32:], "little")
    try:
        point, commitment = _point(key), _point(signature[:32])
    except RefusedError:
        return False
    if scalar >= _L or _same(_times(8, point), (0, 1, 1, 0)):
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % _L
    return _same(_times(scalar, _BASE), _add(commitment, _times(challenge, point)))


# --- the parts of a release ---


def _from_base64(text: str, length: int) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise RefusedError("base64 is damaged") from None
    if len(data) != length or base64.b64encode(data).decode("ascii") != text:
        raise RefusedError("base64 is damaged")
    return data


def read_release(data: bytes) -> Release:
    """What a release.txt says. Raises RefusedError for anything but its one spelling."""
    try:
        match = _RELEASE.fullmatch(data.decode("ascii"))
    except UnicodeDecodeError:
        match = None
    if match is None:
        raise RefusedError("it isn't a release.txt")
    number, moment, files, listed, previous, key, next_key = match.groups()
    if (previous == "none") != (number == "1"):
        raise RefusedError("number and previous release contradict each other")
    for each in (key, next_key):
        if not _from_base64(each, 42).startswith(b"Ed"):
            raise RefusedError("it names no key")
    return Release(int(number), moment, int(files), listed, previous, key, next_key)


def check_signature(data: bytes, signature: bytes, release: Release) -> None:
    """Raises RefusedError unless it is the signature of a release.txt by the key that it names, in its one spelling."""
    try:
        lines = signature.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise RefusedError("the signature is damaged") from None
    if len(lines) != 5 or lines[0] != COMMENT or lines[4] or not lines[2].startswith("trusted comment: "):
        raise RefusedError("the signature is damaged")
    first, second = _from_base64(lines[1], 74), _from_base64(lines[3], 64)
    key = _from_base64(release.key, 42)
    if first[:2] != b"ED" or first[2:10] != key[2:10]:
        raise RefusedError("the signature was made with another key")
    trusted = lines[2][len("trusted comment: ") :].encode()
    if not ed25519_holds(key[10:], hashlib.blake2b(data).digest(), first[10:]):
        raise RefusedError("the signature doesn't hold")
    if not ed25519_holds(key[10:], first[10:] + trusted, second):
        raise RefusedError("the signature's comment doesn't hold")


def read_list(data: bytes) -> Iterator[Tuple[str, str, int]]:  # noqa: UP006
    """Path, SHA-256 and size of each file. Raises RefusedError for anything but the one spelling of a list."""
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise RefusedError("the list is damaged") from None
    if (
        len(lines) < 3
        or lines[0] != LIST_HEADER
        or not _SALT.fullmatch(lines[1])
        or lines[-1]
        or len(lines) % 2 == 0
    ):
        raise RefusedError("the list is damaged")
    before = b""
    for at in range(2, len(lines) - 1, 2):
        size, entry = _SIZE.fullmatch(lines[at]), _ENTRY.fullmatch(lines[at + 1])
        if size is None or entry is None:
            raise RefusedError("the list is damaged")
        path = entry[2]
        if path in (LIST, RELEASE, SIGNATURE, SSH_SIGNATURE) or any(
            part in ("", ".", "..") for part in path.split("/")
        ):
            raise RefusedError("the list names what it can't")
        if path.encode() <= before:
            raise RefusedError("the list is out of order")
        before = path.encode()
        yield path, entry[1], int(size[1])


# --- signatures by SSH keys (OpenSSH's PROTOCOL.sshsig) ---

_SIGNER = re.compile(r'archive namespaces="allocution" ssh-ed25519 ([A-Za-z0-9+/=]{68})\n')
_NAMESPACE, _HASH, _KIND = b"allocution", b"sha512", b"ssh-ed25519"


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def ssh_signature(key: bytes, signature: bytes) -> bytes:
    """The one spelling of a signature by the Ed25519 key in a release's allowed_signers."""
    parts = (_string(_KIND) + _string(key), _NAMESPACE, b"", _HASH, _string(_KIND) + _string(signature))
    blob = b"SSHSIG" + (1).to_bytes(4, "big") + b"".join(_string(part) for part in parts)
    text = base64.b64encode(blob).decode("ascii")
    lines = [text[start : start + 70] for start in range(0, len(text), 70)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""]).encode()


def check_ssh_signature(data: bytes, signature: bytes, signers: bytes) -> None:
    """Raises RefusedError unless it is the signature of a release.txt by the key in allowed_signers."""
    match = _SIGNER.fullmatch(signers.decode("ascii", "replace"))
    blob = _from_base64(match[1], 51) if match is not None else b""
    key = blob[-32:]
    if blob != _string(_KIND) + _string(key):
        raise RefusedError("it names no key")
    body = b"".join(signature.split(b"\n")[1:-2])
    try:
        raw = base64.b64decode(body, validate=True)[-64:]
    except (binascii.Error, ValueError):
        raise RefusedError("the signature is damaged") from None
    if signature != ssh_signature(key, raw):
        raise RefusedError("the signature is damaged, or made with another key")
    signed = b"SSHSIG" + b"".join(
        _string(part) for part in (_NAMESPACE, b"", _HASH, hashlib.sha512(data).digest())
    )
    if not ed25519_holds(key, signed, raw):
        raise RefusedError("the signature doesn't hold")


def _read(path: str, most: int) -> bytes:
    """The bytes of an ordinary file that is no larger than it may be."""
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):
        raise RefusedError("it isn't an ordinary file")
    if found.st_size > most:
        raise RefusedError("it is too large")
    with open(path, "rb") as file:
        return file.read()


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "it is missing"
    return "it may not be read" if isinstance(error, PermissionError) else str(error)


def sha256_of(path: str) -> Tuple[str, int]:  # noqa: UP006
    """The SHA-256 of a file's bytes, and how many there are."""
    state, size = hashlib.sha256(), 0
    with open(path, "rb") as file:
        while True:
            piece = file.read(1 << 20)
            if not piece:
                return state.hexdigest(), size
            state.update(piece)
            size += len(piece)


def files_below(root: str) -> Iterator[Tuple[str, str]]:  # noqa: UP006
    """Every file by its path, and what is wrong with it as such; empty folders, too."""
    pending = [""]
    while pending:
        folder = pending.pop()
        count = 0
        with os.scandir(os.path.join(root, folder)) as entries:
            for entry in entries:
                count += 1
                path = folder + "/" + entry.name if folder else entry.name
                mode = entry.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    pending.append(path)
                else:
                    yield path, "" if stat.S_ISREG(mode) else "it isn't an ordinary file"
        if folder and not count:
            yield folder, "it is an empty folder"


# --- a release ---


def verify_release(folder: str, key: str = "") -> Report:
    """Check a release. `key` is the public key that is known beforehand, of this release or an earlier one."""
    checking = _Checking(folder)
    checking.run()
    known = {release.key for release in checking.chain}
    pinned = bool(key) and key in known and not checking.problems
    if key and key not in known:
        checking.problem(
            RELEASE, "it isn't signed with the key that was asked for, nor is any release before it"
        )
    release = checking.chain[-1] if checking.chain else None
    return Report(release, checking.count, checking.problems, pinned)


class _Checking:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.problems: List[Problem] = []  # noqa: UP006
        self.chain: List[Release] = []  # noqa: UP006
        self.count = 0

    def problem(self, path: str, what: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(path, what))

    def run(self) -> None:
        current = self._signed(RELEASE, SIGNATURE)
        if current is None:
            return
        release, data = current
        listed = self._list(release)
        if listed is None:
            return
        self._files(listed)
        if any(path == SIGNERS for path, _, _ in listed):
            self._ssh(data)
        self._chain(release, data)

    def _signed(self, name: str, signature: str) -> Optional[Tuple[Release, bytes]]:  # noqa: UP006, UP045
        """A release.txt with its signature checked."""
        try:
            data = _read(os.path.join(self.folder, name), _MOST_HEADER)
            release = read_release(data)
        except (OSError, RefusedError) as error:
            self.problem(name, _why(error))
            return None
        try:
            check_signature(data, _read(os.path.join(self.folder, signature), _MOST_HEADER), release)
        except (OSError, RefusedError) as error:
            self.problem(signature, _why(error))
            return None
        return release, data

    def _ssh(self, data: bytes) -> None:
        try:
            signers = _read(os.path.join(self.folder, SIGNERS), _MOST_HEADER)
            check_ssh_signature(data, _read(os.path.join(self.folder, SSH_SIGNATURE), _MOST_HEADER), signers)
        except (OSError, RefusedError) as error:
            self.problem(SSH_SIGNATURE, _why(error))

    def _list(self, release: Release) -> Optional[List[Tuple[str, str, int]]]:  # noqa: UP006, UP045
        try:
            data = _read(os.path.join(self.folder, LIST), 1 << 31)
            if hashlib.sha256(data).hexdigest() != release.list_digest:
                raise RefusedError("it isn't the list that was signed")
            listed = list(read_list(data))
        except (OSError, RefusedError) as error:
            self.problem(LIST, _why(error))
            return None
        if len(listed) != release.files:
            self.problem(LIST, "it has another number of files than was signed")
        return listed

    def _files(self, listed: List[Tuple[str, str, int]]) -> None:  # noqa: UP006
        present = dict(self._present())
        for path, digest, size in listed:
            if path not in present:
                self.problem(path, "it is missing")
                continue
            wrong = present.pop(path)
            if not wrong:
                wrong = self._difference(path, digest, size)
            if wrong:
                self.problem(path, wrong)
            self.count += 1
        signed = {LIST, RELEASE, SIGNATURE}
        if any(path == SIGNERS for path, _, _ in listed):
            signed.add(SSH_SIGNATURE)
        for path in sorted(present):
            if path not in signed:
                self.problem(path, "nobody signed it")

    def _present(self) -> Iterator[Tuple[str, str]]:  # noqa: UP006
        try:
            yield from files_below(self.folder)
        except OSError as error:
            self.problem(str(error.filename), _why(error))

    def _difference(self, path: str, digest: str, size: int) -> str:
        try:
            found, length = sha256_of(os.path.join(self.folder, path))
        except OSError as error:
            return _why(error)
        if length != size:
            return "it has another length"
        return "" if found == digest else "its content is another"

    def _chain(self, current: Release, data: bytes) -> None:
        """Check that every release was announced by the one before."""
        chain: List[Tuple[Release, bytes]] = []  # noqa: UP006
        for number in range(1, current.number):
            name = f"{CHAIN}/{number:04d}.txt"
            found = self._signed(name, name + ".minisig")
            if found is None:
                return
            chain.append(found)
        chain.append((current, data))
        for problem in chain_problems(chain):
            self.problem(*problem)
        self.chain = [release for release, _ in chain]


def chain_problems(chain: List[Tuple[Release, bytes]]) -> Iterator[Problem]:  # noqa: UP006
    """What is wrong with a chain of releases as such, the earliest first, each with its release.txt."""
    for place, (release, _) in enumerate(chain):
        name = RELEASE if place == len(chain) - 1 else f"{CHAIN}/{place + 1:04d}.txt"
        if release.number != place + 1:
            yield Problem(name, "its number isn't that of its place")
        elif place and release.previous != hashlib.sha256(chain[place - 1][1]).hexdigest():
            yield Problem(name, "the release before it is another one")
        elif place and release.key != chain[place - 1][0].next_key:
            yield Problem(name, "its key isn't the one that the release before it announced")
        elif place and release.moment < chain[place - 1][0].moment:
            yield Problem(name, "it is older than the release before it")


def main(arguments: List[str]) -> int:  # noqa: UP006
    """Check the release in a folder and say what came of it."""
    key = ""
    if "--key" in arguments[:-1]:
        at = arguments.index("--key")
        key = _key(arguments[at + 1])
        arguments = arguments[:at] + arguments[at + 2 :]
    language = own_language()
    if "--language" in arguments[:-1]:
        at = arguments.index("--language")
        language = arguments[at + 1]
        arguments = arguments[:at] + arguments[at + 2 :]
    if len(arguments) != 1 or arguments[0].startswith("-") or language not in LANGUAGES:
        sys.stderr.write(said(USAGE, language) + "\n")
        return 2
    report = verify_release(arguments[0], key)
    for line in describe(report, language):
        sys.stdout.write(line + "\n")
    return 1 if report.problems else 0


def own_language() -> str:
    """The language that the person's system is set to, as far as there is wording in it."""
    for name in ("ALLOCUTION_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(name, "")[:2]
        if tag:
            return tag if tag in LANGUAGES else "en"
    return "en"


def _key(given: str) -> str:
    """A public key as it is given, or from its file, whose first line says what it is."""
    if not os.path.isfile(given):
        return given
    with open(given, encoding="utf-8", errors="replace") as file:
        lines = file.read(4096).split()
    return next((each for each in reversed(lines) if each.startswith("RW")), given)


def describe(report: Report, language: str = "en", all_seen: bool = True) -> Iterator[str]:
    """What came of a check, line by line; `all_seen` where a file besides those that were signed would have been."""
    for path, what in report.problems:
        yield f"{path if path.isprintable() else ascii(path)}: {said(what, language)}"
    release = report.release
    if report.problems or release is None:
        yield said("NOT as it was signed. Problems:", language) + f" {max(len(report.problems), 1)}"
        return
    whole = WHOLE_AND_ALONE if all_seen else WHOLE
    yield said(whole, language).format(release.number, release.moment, report.files)
    if report.pinned:
        yield said(PINNED, language)
    else:
        yield said("It was signed by the key", language) + f" {release.key}"
        yield said(COMPARE, language)


def said(text: str, language: str) -> str:
    """What is said here in English, in another language where it has words for it."""
    if language not in LANGUAGES[1:]:
        return text
    head, _, number = text.rpartition(" ")
    if number.isdigit():
        return said(head, language) + " " + number
    words = WORDS.get(text)
    return words[LANGUAGES.index(language) - 1] if words else text


LANGUAGES = ("en", "ru", "kk", "uk")
USAGE = "python3 verify.py FOLDER [--key RW... or its file] [--language ru, kk, uk or en]"
WHOLE = "Release {} of {}: {} files are as they were signed."
WHOLE_AND_ALONE = "Release {} of {}: {} files are as they were signed, and there are no others."
PINNED = "It was signed by the key that you named, or by one that this key handed over to."
COMPARE = (
    "Compare it with a key that you have from elsewhere: who made the folder could have made this one, too."
)
# What is said in English above, in Russian, Kazakh and Ukrainian.
WORDS = {
    USAGE: (
        "python3 verify.py ПАПКА [--key RW... или его файл] [--language ru, kk, uk или en]",
        "python3 verify.py ҚАЛТА [--key RW... немесе оның файлы] [--language ru, kk, uk немесе en]",
        "python3 verify.py ТЕКА [--key RW... або його файл] [--language ru, kk, uk або en]",
    ),
    WHOLE: (
        "Выпуск {} от {}. Файлов: {}, все такие, какими их подписали.",
        "{}-шығарылым, {}. Файлдар: {}, бәрі қол қойылған күйінде.",
        "Випуск {} від {}. Файлів: {}, усі такі, якими їх підписали.",
    ),
    WHOLE_AND_ALONE: (
        "Выпуск {} от {}. Файлов: {}, все такие, какими их подписали, других нет.",
        "{}-шығарылым, {}. Файлдар: {}, бәрі қол қойылған күйінде, басқасы жоқ.",
        "Випуск {} від {}. Файлів: {}, усі такі, якими їх підписали, інших немає.",
    ),
    PINNED: (
        "Он подписан ключом, который вы назвали, или тем, которому этот ключ передал право подписи.",
        "Оған сіз атаған кілтпен немесе сол кілт өз орнына қойған кілтпен қол қойылған.",
        "Його підписано ключем, який ви назвали, або тим, якому цей ключ передав право підпису.",
    ),
    "It was signed by the key": (
        "Он подписан ключом",
        "Оған мына кілтпен қол қойылған:",
        "Його підписано ключем",
    ),
    COMPARE: (
        "Сравните его с ключом, который есть у вас из другого места: этот мог сделать и тот, кто собрал папку.",
        "Оны басқа жерден алған кілтіңізбен салыстырыңыз: мұны қалтаны құрастырған адамның өзі жасауы мүмкін.",
        "Порівняйте його з ключем, який є у вас з іншого місця: цей міг створити й той, хто зібрав теку.",
    ),
    "NOT as it was signed. Problems:": (
        "НЕ так, как было подписано. Расхождений:",
        "Қол қойылғандай ЕМЕС. Айырмашылықтар:",
        "НЕ так, як було підписано. Розбіжностей:",
    ),
    "it is missing": ("файла нет", "файл жоқ", "файлу немає"),
    "it has another length": ("длина другая", "ұзындығы басқа", "довжина інша"),
    "its content is another": ("содержимое другое", "мазмұны басқа", "вміст інший"),
    "nobody signed it": (
        "этого никто не подписывал",
        "бұған ешкім қол қоймаған",
        "цього ніхто не підписував",
    ),
    "it is an empty folder": ("это пустая папка", "бұл бос қалта", "це порожня тека"),
    "it isn't an ordinary file": ("это не обычный файл", "бұл кәдімгі файл емес", "це не звичайний файл"),
    "it is too large": ("файл слишком велик", "файл тым үлкен", "файл завеликий"),
    "it may not be read": ("нет права его прочесть", "оны оқуға рұқсат жоқ", "немає права його прочитати"),
    "it isn't a release.txt": ("это не release.txt", "бұл release.txt емес", "це не release.txt"),
    "it names no key": ("ключ в нём не назван", "онда кілт аталмаған", "ключа в ньому не названо"),
    "base64 is damaged": ("base64 повреждён", "base64 бүлінген", "base64 пошкоджено"),
    "number and previous release contradict each other": (
        "номер и предыдущий выпуск противоречат друг другу",
        "нөмірі мен алдыңғы шығарылым бір-біріне қайшы",
        "номер і попередній випуск суперечать одне одному",
    ),
    "the signature is damaged": ("подпись повреждена", "қолтаңба бүлінген", "підпис пошкоджено"),
    "the signature is damaged, or made with another key": (
        "подпись повреждена или сделана другим ключом",
        "қолтаңба бүлінген немесе басқа кілтпен қойылған",
        "підпис пошкоджено або зроблено іншим ключем",
    ),
    "the signature was made with another key": (
        "подпись сделана другим ключом",
        "қолтаңба басқа кілтпен қойылған",
        "підпис зроблено іншим ключем",
    ),
    "the signature doesn't hold": ("подпись неверна", "қолтаңба жарамсыз", "підпис недійсний"),
    "the signature's comment doesn't hold": (
        "примечание к подписи не то, что подписано",
        "қолтаңбаның түсініктемесі қол қойылғандай емес",
        "примітка до підпису не та, яку підписано",
    ),
    "the list is damaged": ("список повреждён", "тізім бүлінген", "список пошкоджено"),
    "the list names what it can't": (
        "в списке названо то, чего в нём быть не может",
        "тізімде болмайтын нәрсе аталған",
        "у списку названо те, чого в ньому бути не може",
    ),
    "the list is out of order": (
        "порядок в списке нарушен",
        "тізімнің реті бұзылған",
        "порядок у списку порушено",
    ),
    "it isn't the list that was signed": (
        "это не тот список, который подписан",
        "бұл қол қойылған тізім емес",
        "це не той список, який підписано",
    ),
    "it has another number of files than was signed": (
        "файлов в нём не столько, сколько подписано",
        "ондағы файл саны қол қойылғандай емес",
        "файлів у ньому не стільки, скільки підписано",
    ),
    "it isn't signed with the key that was asked for, nor is any release before it": (
        "ни он, ни один из прежних выпусков не подписан названным ключом",
        "оған да, бұрынғы шығарылымдардың біріне де аталған кілтпен қол қойылмаған",
        "ні його, ні жодного з попередніх випусків не підписано названим ключем",
    ),
    "its number isn't that of its place": (
        "номер не тот, что положен ему по порядку",
        "нөмірі реттегі орнына сай емес",
        "номер не той, що належить йому за порядком",
    ),
    "the release before it is another one": (
        "предыдущий выпуск – другой",
        "алдыңғы шығарылым басқа",
        "попередній випуск — інший",
    ),
    "its key isn't the one that the release before it announced": (
        "ключ не тот, который объявил предыдущий выпуск",
        "кілті алдыңғы шығарылым жариялаған кілт емес",
        "ключ не той, який оголосив попередній випуск",
    ),
    "it is older than the release before it": (
        "он старше предыдущего выпуска",
        "ол алдыңғы шығарылымнан ескі",
        "він старіший за попередній випуск",
    ),
    "the server answers with": ("сервер отвечает кодом", "сервердің жауап коды", "сервер відповідає кодом"),
}


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
