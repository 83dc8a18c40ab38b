"""Photos, video and voice that posts have attached: downloaded, each kept once, with a line of its own in the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, Protocol

from allocution.capture.keeping import new_event, record, whole_log
from allocution.errors import CaptureError
from allocution.evidence.custody import events
from allocution.evidence.telegram_page import Attached, is_media_host
from allocution.evidence.warc import write_download
from allocution.model.captures import Download, Earlier
from allocution.store.capture_folder import CaptureFolder, dated_name, digest_of_file
from allocution.store.capture_staging import Staging


class Downloads(Protocol):
    """What downloads addresses to the disk."""

    def get(self, address: str) -> Download:
        """What the address gives. Raises CaptureError."""

    def body(self, address: str) -> BinaryIO:
        """Its body, to be read and closed."""

    def done(self, address: str) -> None:
        """Remove it there."""


@dataclass(frozen=True, slots=True)
class TakenMedia:
    """What came of one thing attached: the file it is kept in, or why there is none.

    `again` says that its bytes were there already, so that the file only refers to them; `payload` is their digest.
    """

    attached: Attached
    file: str = ""
    payload: str = ""
    again: bool = False
    refused: CaptureError | None = None


@dataclass(frozen=True)
class MediaTaking:
    """Takes what posts have attached. `allowed` are hosts that may stand in for Telegram's."""

    folder: CaptureFolder
    downloads: Downloads
    clock: Callable[[], datetime]
    allowed: frozenset[str] = frozenset()

    def take(
        self, attached: Iterable[Attached], source: str, left_out: frozenset[str]
    ) -> Iterator[TakenMedia]:
        """Take each thing, those without an address and elsewhere only named; of `left_out` addresses nothing."""
        for each in attached:
            if each.address in left_out:
                continue
            if not each.address or not is_media_host(each.address, self.allowed):
                code = "media-elsewhere" if each.address else "media-unaddressed"
                refused = CaptureError(code, address=each.address, kind=each.kind, name=each.name)
                yield TakenMedia(each, refused=refused)
                continue
            try:
                download = self.downloads.get(each.address)
            except CaptureError as refused:
                yield TakenMedia(each, refused=refused)
                continue
            yield self._kept(each, download, source)

    def _kept(self, attached: Attached, download: Download, source: str) -> TakenMedia:
        earlier = first_with(events(whole_log(self.folder)), download.sha256)
        staging = Staging(self.folder.root)
        draft = staging.path("download.warc.gz")
        same = Earlier(str(earlier["answered"]), str(earlier["recorded"])) if earlier else None
        with staging.making(draft.name) as out, self.downloads.body(attached.address) as body:
            recorded = write_download(out, download, body, same)
        digest = digest_of_file(draft)
        name = dated_name(download.head.moment, digest, ".warc.gz")
        draft.rename(staging.path(name))
        about = {
            "source": attached.address,
            "of": source,
            "kind": attached.kind,
            "answered": download.head.address,
            "recorded": recorded,
            "status": str(download.head.status),
            "payload": download.sha256,
            "bytes": str(download.size),
            **({"same": str(earlier["file"])} if earlier else {}),
        }
        record(self.folder, new_event("captured", self.clock(), **about, file=name, sha256=digest))
        self.downloads.done(attached.address)
        return TakenMedia(attached, name, download.sha256, again=earlier is not None)


def first_with(known: Iterable[Mapping[str, Any]], payload: str) -> Mapping[str, Any] | None:
    """The capture that holds these bytes; None where they weren't captured."""
    return next((each for each in known if each.get("payload") == payload and "same" not in each), None)
