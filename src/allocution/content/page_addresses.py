"""The addresses that statements' pages have had, kept in git as plain data: a line a statement.

    # Addresses of this archive's pages (format 1); kept by allocution.
    content/statements/x.md<TAB>/statements/x/<TAB>/statements/former-x/

Content path, present address, earlier addresses. Paths that are gone stay, so that nothing is lost if they return.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allocution.content.hugo.addresses import Alias
from allocution.model.finding import Finding, Place, Severity

HEADER = "# Addresses of this archive's pages (format 1); kept by allocution."


@dataclass(frozen=True, slots=True)
class PageAddresses:
    """A page's present address and its earlier ones, oldest first."""

    present: str
    former: tuple[str, ...] = ()


def read_page_addresses(data: bytes, path: str) -> tuple[dict[str, PageAddresses], list[Finding]]:
    """The addresses by content path, and what is wrong with the file; every legible line is read."""
    found: dict[str, PageAddresses] = {}
    findings: list[Finding] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        parts = line.split("\t")
        if line.startswith("#") or not line.strip():
            continue
        if len(parts) < 2 or not all(part.startswith("/") for part in parts[1:]):
            findings.append(
                Finding("addresses-damaged", Severity.WARNING, Place(path, number), (("line", line[:80]),))
            )
            continue
        known = found.get(parts[0])
        earlier = (*known.former, known.present) if known else ()
        found[parts[0]] = _with(parts[1], (*earlier, *parts[2:]))
    return found, findings


def write_page_addresses(addresses: Mapping[str, PageAddresses]) -> bytes:
    """The file for git, sorted by content path."""
    lines = ["\t".join((path, known.present, *known.former)) for path, known in sorted(addresses.items())]
    return "\n".join([HEADER, *lines, ""]).encode()


def update_page_addresses(
    known: Mapping[str, PageAddresses], present: Mapping[str, str], renamed: Mapping[str, str]
) -> dict[str, PageAddresses]:
    """The addresses after a build. `present` are addresses by content path, `renamed` new content paths by old."""
    updated = dict(known)
    for old, new in renamed.items():
        moved = updated.pop(old, None)
        if moved is not None:
            current = updated.get(new)
            earlier = (*current.former, current.present) if current else ()
            updated[new] = _with(moved.present, (*earlier, *moved.former))
    for path, address in present.items():
        before = updated.get(path)
        if before is None:
            updated[path] = PageAddresses(address)
        elif before.present != address:
            updated[path] = _with(address, (*before.former, before.present))
    return updated


def _with(present: str, former: Iterable[str]) -> PageAddresses:
    return PageAddresses(present, tuple(dict.fromkeys(address for address in former if address != present)))


def as_alias(address: str) -> Alias:
    """A former address with the file that answers there."""
    path = address.lstrip("/")
    return Alias(address, f"{path}index.html" if not path or path.endswith("/") else path)
