"""What the pages of downloads and of checking a release hold."""

from __future__ import annotations

import msgspec

from allocution.views.contract import Frame


class Download(msgspec.Struct, frozen=True):
    """An edition to take along: its file, what it holds and what it loses."""

    edition: str
    address: str
    name: str
    size: str
    sha256: str
    holds: str
    loses: str


class SelectionDownloads(msgspec.Struct, frozen=True):
    """A selection of the archive to take along: its title, the query that it answers, how many statements it has."""

    title: str
    query: str
    count: str
    downloads: tuple[Download, ...]


class StatementDownloads(msgspec.Struct, frozen=True):
    """An edition that single statements are offered in: how many files there are, and how large all are together."""

    edition: str
    label: str
    count: str
    size: str
    holds: str
    loses: str


class DownloadsView(msgspec.Struct, frozen=True):
    """The page of what can be taken along; `sums` is the file with the digests of the archive and of selections.

    `fingerprint` is that of the key of releases, with the page that says how to check one; both empty without a key.
    `of_statements` are what the pages of statements link to, `statement_sums` is the file with the digests of those.
    """

    frame: Frame
    downloads: tuple[Download, ...]
    sums: str
    fingerprint: str = ""
    verifying: str = ""
    selections: tuple[SelectionDownloads, ...] = ()
    of_statements: tuple[StatementDownloads, ...] = ()
    statement_sums: Download | None = None


class CheckingStep(msgspec.Struct, frozen=True):
    """One way to check a release: its name, what it shows, and what is typed."""

    name: str
    heading: str
    about: str
    commands: tuple[str, ...]


class CheckingView(msgspec.Struct, frozen=True):
    """The page on how to check a release, with the key that releases are signed with."""

    frame: Frame
    key: str
    fingerprint: str
    steps: tuple[CheckingStep, ...]
