"""The editions that an archive offers on its site, made when the first of them is asked for."""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import dataclass, field
from threading import Lock

from allocution.publish.downloads import download_files, selected_download
from allocution.publish.exporting import chosen_editions
from allocution.views.site_view import DOWNLOADS
from allocution.web.preview import Snapshot

LONGEST_QUERY = 1000


@dataclass(slots=True)
class OfferedDownloads:
    """The files of one snapshot's downloads, kept until another is asked about. Several threads may use it."""

    _making: Lock = field(default_factory=Lock)
    _shown: Snapshot | None = None
    _files: dict[str, bytes] = field(default_factory=dict)

    def find(self, snapshot: Snapshot, path: str) -> tuple[str, bytes] | None:
        """The output path and bytes that a decoded path (`/downloads/`) asks for.

        Raises ContentChangedError, and AllocutionError where an edition can't be made here.
        """
        folder, name = posixpath.split(unicodedata.normalize("NFC", path))
        if DOWNLOADS not in f"{folder}/":
            return None
        output = f"{folder}/{name or 'index.html'}".lstrip("/")
        data = self._of(snapshot).get(output)
        return None if data is None else (output, data)

    def select(self, snapshot: Snapshot, path: str, where: str, statement: str) -> tuple[str, bytes] | None:
        """The file of an offered edition (`/downloads/csv`) of what answers a query, or of one statement.

        Raises what `find` raises.
        """
        folder, name = posixpath.split(path)
        settings = snapshot.prepared.loaded.archive.configuration.settings
        if not f"{folder}/".endswith(DOWNLOADS) or name not in settings.editions:
            return None
        (edition,) = chosen_editions((name,))
        with self._making:
            return selected_download(snapshot.prepared, edition, where[:LONGEST_QUERY], statement)

    def _of(self, snapshot: Snapshot) -> dict[str, bytes]:
        with self._making:
            if self._shown is not snapshot:
                prepared = snapshot.prepared
                asked = prepared.loaded.archive.configuration.settings.has_downloads
                self._files = dict(download_files(prepared)) if asked else {}
                self._shown = snapshot
            return self._files
