"""`allocution timestamp`: authorities that OpenSSL answers for, a calendar, and what holds once all are gone."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.errors import CaptureError
from allocution.evidence.opentimestamps import attestations, read_proof
from allocution.evidence.time_authority import check_reply, make_request, read_roots
from allocution.messages import LANGUAGES, Catalogue
from allocution.workspace.evidence import ArchiveEvidence
from tests.capture.servers import HOST, post_page, telegram
from tests.capture.time_servers import Calendar, TimeAuthority, make_authority, openssl, serving
from tests.publish.archives import write


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in (*arguments, "--language", "en")])


@dataclass
class World:
    """An archive with one capture, two authorities and a calendar."""

    root: Path
    authorities: tuple[TimeAuthority, TimeAuthority]
    calendar: Calendar
    addresses: tuple[str, str]

    def timestamp(self, *words: str) -> Result:
        return run("timestamp", *words, self.root, "--allow-host", HOST, "--any-work")

    def verify(self) -> Result:
        return run("verify", self.root, "--any-work")

    def stamps(self) -> list[dict[str, Any]]:
        lines = (self.root / "captures/custody.jsonl").read_text().splitlines()
        return [event for event in map(json.loads, lines) if event["event"] == "timestamped"]

    def file(self, name: str) -> Path:
        return self.root / "captures" / name


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folders of two authorities."""
    folder = tmp_path_factory.mktemp("authorities")
    return make_authority(folder / "one", "First Authority"), make_authority(
        folder / "two", "Second Authority", kind="P-256"
    )


@pytest.fixture
def world(tmp_path: Path, made: tuple[Path, Path]) -> Iterator[World]:
    authorities = TimeAuthority(made[0]), TimeAuthority(made[1])
    calendar = Calendar()
    with serving(authorities[0]) as one, serving(authorities[1]) as two, serving(calendar) as third:
        calendar.address = third
        lines = (
            'title = "x"',
            "[params.allocution]",
            f'timestampAuthorities = ["{one} roots/one.pem", "{two} roots/two.pem"]',
            f'timestampCalendars = ["{third}"]',
            f'blockHeaders = "{third}"',
        )
        root = write(tmp_path / "archive", {"hugo.toml": "\n".join(lines)})
        (root / "roots").mkdir()
        for name, folder in zip(("one", "two"), made, strict=True):
            shutil.copy(folder / "root.pem", root / "roots" / f"{name}.pem")
        with telegram({"/Channel/14": post_page("Channel/14", "Слова.")}) as server:
            captured = run("capture", f"{server}/Channel/14", "--into", root, "--allow-host", HOST)
        assert captured.exit_code == 0, captured.output
        yield World(root, authorities, calendar, (one, two))


def test_two_authorities_and_a_calendar_are_asked_and_kept(world: World) -> None:
    result = world.timestamp()
    assert result.exit_code == 0, result.output
    assert result.output.count("existed by ") == 2
    assert "has promised a proof. It is none yet" in result.output
    stamps = world.stamps()
    assert [each["method"] for each in stamps] == ["rfc3161", "rfc3161", "opentimestamps"]
    checked = world.verify()
    assert checked.exit_code == 0, checked.output
    assert "says First Authority" in checked.output
    assert "says Second Authority" in checked.output
    assert "anything yet: it is a promise" in checked.output
    assert "it has no timestamp" not in checked.output
    again = world.timestamp()
    assert (again.exit_code, len(world.stamps())) == (0, 3)
    assert "has what could be asked for" in again.output


def test_openssl_verifies_what_is_kept(world: World) -> None:
    assert world.timestamp().exit_code == 0
    for stamp in world.stamps()[:2]:
        told = openssl(world.root / "captures", "ts", "-verify", "-data", stamp["file"], "-in", stamp["token"],
                       "-CAfile", stamp["root"])  # fmt: skip
        assert b"Verification: OK" in told
        with pytest.raises(subprocess.CalledProcessError):
            openssl(world.root / "captures", "ts", "-verify", "-data", "custody.jsonl", "-in", stamp["token"],
                    "-CAfile", stamp["root"])  # fmt: skip


def test_a_promise_is_never_shown_as_a_proof_until_it_is_one(world: World) -> None:
    assert world.timestamp().exit_code == 0
    pending = world.timestamp("upgrade")
    assert pending.exit_code == 0
    assert "It is none yet" in pending.output
    assert len(world.stamps()) == 3
    [capture] = _captures(world)
    assert (len(capture.proved), capture.pending) == (2, 1)
    world.calendar.confirmed = True
    upgraded = world.timestamp("upgrade")
    assert upgraded.exit_code == 0, upgraded.output
    assert "existed by 2020-09-13T13:26:40+00:00, says" in upgraded.output
    assert world.verify().output.count("existed by 2020-09-13T13:26:40+00:00, says Bitcoin, 800000") == 1
    [capture] = _captures(world)
    assert (len(capture.proved), capture.pending) == (3, 0)
    assert "could be asked for" in world.timestamp("upgrade").output
    first, second = (world.file(each["token"]) for each in world.stamps()[2:])
    assert first != second
    assert {each.attestation.calendar for each in attestations(*read_proof(first.read_bytes()))} == {
        world.calendar.address
    }
    assert {each.attestation.height for each in attestations(*read_proof(second.read_bytes()))} == {800_000}


def _captures(world: World) -> Any:
    """What the card is given of the one capture."""
    evidence = ArchiveEvidence(world.root, 0)
    [source] = {
        event["source"]
        for event in map(json.loads, world.file("custody.jsonl").read_text().splitlines())
        if "source" in event
    }
    return evidence._captures(source, False)


def test_blocks_that_no_work_went_into_prove_nothing(world: World) -> None:
    assert world.timestamp().exit_code == 0
    world.calendar.confirmed = True
    refused = run("timestamp", "upgrade", world.root, "--allow-host", HOST)
    assert refused.exit_code == 1
    assert "too little work" in refused.output
    assert len(world.stamps()) == 3
    assert world.timestamp("upgrade").exit_code == 0
    checked = run("verify", world.root)
    assert checked.exit_code == 1
    assert "too little work" in checked.output


def test_what_a_calendar_says_of_another_block_is_refused(world: World) -> None:
    assert world.timestamp().exit_code == 0
    world.calendar.confirmed = True
    header = world.calendar.header()
    world.calendar.header = lambda: header[:36] + bytes(32) + header[68:]  # type: ignore[method-assign]
    refused = world.timestamp("upgrade")
    assert refused.exit_code == 1
    assert len(world.stamps()) == 3


def test_only_calendars_that_the_archive_names_are_asked(world: World) -> None:
    assert world.timestamp().exit_code == 0
    configuration = world.root / "hugo.toml"
    configuration.write_text(
        configuration.read_text().replace("timestampCalendars = [", "timestampCalendars = [] # ")
    )
    world.calendar.asked.clear()
    assert world.timestamp("upgrade").exit_code == 0
    assert world.calendar.asked == []


@pytest.mark.parametrize("gone", ["authority", "calendar"])
def test_one_that_fails_keeps_the_others_from_nothing(world: World, gone: str) -> None:
    if gone == "authority":
        world.authorities[0].post = lambda *_: (503, "text/plain", b"")  # type: ignore[method-assign]
    else:
        world.calendar.post = lambda *_: (200, "text/plain", b"words")  # type: ignore[method-assign]
    result = world.timestamp()
    assert result.exit_code == 1, result.output
    assert len(world.stamps()) == 2


def test_an_answer_that_cannot_be_used_is_kept_and_proves_nothing(world: World) -> None:
    world.authorities[0].post = lambda *_: (200, "application/timestamp-reply", b"words")  # type: ignore[method-assign]
    for _ in range(2):
        result = world.timestamp()
        assert result.exit_code == 1, result.output
        assert "The timestamp can’t be used" in result.output
    refused = [
        event
        for event in map(json.loads, world.file("custody.jsonl").read_text().splitlines())
        if "problem" in event
    ]
    assert [each["event"] for each in refused] == ["timestamp-refused", "timestamp-refused"]
    assert world.file(refused[0]["token"]).read_bytes() == b"words"
    assert len(world.stamps()) == 2
    checked = world.verify()
    assert checked.exit_code == 0, checked.output
    assert checked.output.count("existed by ") == 1


def test_a_timestamp_for_other_data_or_from_another_root_is_refused(
    world: World, made: tuple[Path, Path]
) -> None:
    assert world.timestamp().exit_code == 0
    stamp = world.stamps()[0]
    reply, sha256 = world.file(stamp["token"]).read_bytes(), bytes.fromhex(stamp["sha256"])
    roots = read_roots(world.file(stamp["root"]).read_bytes())
    assert check_reply(reply, sha256, roots).authority == "First Authority"
    for wrong in (
        (reply, bytes(32), roots),
        (reply, sha256, read_roots((made[1] / "root.pem").read_bytes())),
        (reply, sha256, ()),
        (reply, sha256, roots, 1),
        (reply[:-1], sha256, roots),
        (reply + b"\0", sha256, roots),
        (b"", sha256, roots),
    ):
        with pytest.raises(CaptureError):
            check_reply(*wrong)


# A changed serial number may be a negative one, of which the library warns before it reads on.
@pytest.mark.filterwarnings("ignore::cryptography.utils.CryptographyDeprecationWarning")
def test_every_byte_of_a_timestamp_counts(world: World) -> None:
    assert world.timestamp().exit_code == 0
    for stamp in world.stamps()[:2]:
        reply, sha256 = world.file(stamp["token"]).read_bytes(), bytes.fromhex(stamp["sha256"])
        roots = read_roots(world.file(stamp["root"]).read_bytes())
        known = check_reply(reply, sha256, roots)
        for place in range(len(reply)):
            changed = bytearray(reply)
            changed[place] ^= 1 << place % 8
            try:
                found = check_reply(bytes(changed), sha256, roots)
            except CaptureError:
                continue
            # What isn't signed, such as which algorithms the answer says it was made with, may differ: nothing else.
            assert found == known, place


def test_a_certificate_for_something_else_stamps_nothing(tmp_path: Path) -> None:
    folder = make_authority(tmp_path / "web", "Web")
    openssl(folder, "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-days", "30",
            "-extfile", "openssl.cnf", "-extensions", "tsa", "-out", "good.pem")  # fmt: skip
    (folder / "query.tsq").write_bytes(make_request(bytes(32), 5))
    reply = TimeAuthority(folder).post("/", make_request(bytes(32), 5), "application/timestamp-query")[2]
    roots = read_roots((folder / "root.pem").read_bytes())
    assert check_reply(reply, bytes(32), roots, 5).authority == "Web"
    stranger = make_authority(tmp_path / "other", "Web")
    with pytest.raises(CaptureError, match="root-missing"):
        check_reply(reply, bytes(32), read_roots((stranger / "root.pem").read_bytes()), 5)


def test_fewer_than_two_authorities_are_too_few(world: World) -> None:
    configuration = world.root / "hugo.toml"
    configuration.write_text(configuration.read_text().replace(f', "{world.addresses[1]} roots/two.pem"', ""))
    result = world.timestamp()
    assert result.exit_code == 2
    assert "fewer than two" in result.output


def test_a_root_that_is_missing_is_told(world: World) -> None:
    (world.root / "roots/two.pem").write_text("words")
    result = world.timestamp()
    assert result.exit_code == 2
    assert "no root certificate can be read from “roots/two.pem”" in result.output


@pytest.mark.parametrize("damage", ["token", "root", "header"])
def test_damage_to_what_proves_a_moment_is_found(world: World, damage: str) -> None:
    assert world.timestamp().exit_code == 0
    world.calendar.confirmed = True
    assert world.timestamp("upgrade").exit_code == 0
    assert world.verify().exit_code == 0
    stamp = next(each for each in reversed(world.stamps()) if damage in each)
    path = world.file(stamp[damage])
    path.write_bytes(path.read_bytes()[:-1] + bytes([path.read_bytes()[-1] ^ 1]))
    assert world.verify().exit_code == 1
    path.unlink()
    assert world.verify().exit_code == 1


def test_everything_said_has_wording_in_all_languages() -> None:
    for subject in ("timestamping", "verifying"):
        english = {line.partition(" =")[0] for line in _lines(subject, "en")}
        for language in LANGUAGES:
            assert {line.partition(" =")[0] for line in _lines(subject, language)} == english
            assert Catalogue(subject, language).has(next(iter(english)))


def _lines(subject: str, language: str) -> list[str]:
    folder = Path(__file__).parents[2] / "src/allocution/messages" / language
    return [line for line in (folder / f"{subject}.ftl").read_text().splitlines() if line[:1].isalpha()]
