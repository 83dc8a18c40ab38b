"""An archive's site as a release: built, listed, signed, chained to the release before it, put in its place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from allocution.errors import UsageError
from allocution.evidence.minisign import PublicKey, SecretKey
from allocution.evidence.releases import ListedFile, ReleaseStatement, file_list, signed
from allocution.publish.building import build
from allocution.publish.options import BuildOptions, BuildSummary
from allocution.store.program import verifier
from allocution.store.release_folder import PreviousRelease, ReleaseDraft, previous_release
from allocution.store.ssh_signing import NAMESPACE, SshSigner
from allocution.store.verify import LIST, RELEASE, SIGNATURE, SIGNERS, SSH_SIGNATURE
from allocution.workspace.loading import Progress

PUBLIC_KEY, VERIFIER = "release.pub", "verify.py"


@dataclass(slots=True)
class ReleaseSummary:
    """What a release holds."""

    number: int
    files: int
    key: PublicKey
    next_key: PublicKey
    build: BuildSummary = field(default_factory=BuildSummary)


def release(
    root: Path,
    folder: Path,
    key: SecretKey,
    options: BuildOptions,
    next_key: PublicKey | None = None,
    progress: Progress | None = None,
    ssh: SshSigner | None = None,
) -> ReleaseSummary:
    """Build the archive in `root` and release it to `folder`, over the release that is there.

    `next_key` is the public key that the next release will be signed with, by default the same; `ssh` signs it too.
    Raises AllocutionError; what was there before is then untouched.
    """
    before = previous_release(folder)
    _refuse_break(before, key, options)
    site = folder.absolute().parent / f".{folder.name}.site"
    built = build(root, site, options, progress)
    with ReleaseDraft(folder) as draft:
        draft.take_site(site)
        draft.write(PUBLIC_KEY, key.public.file())
        draft.write(VERIFIER, verifier())
        if ssh is not None:
            draft.write(SIGNERS, f'archive namespaces="{NAMESPACE}" {ssh.public}\n'.encode())
        for path, data in before.chain.items() if before is not None else ():
            draft.write(path, data)
        statement = _sign(draft, before, key, next_key or key.public, options)
        if ssh is not None:
            draft.write(SSH_SIGNATURE, ssh.sign(statement.text()))
        draft.verified(key.public.text)
        draft.publish()
    return ReleaseSummary(statement.number, statement.files, key.public, statement.next_key, built)


def _refuse_break(before: PreviousRelease | None, key: SecretKey, options: BuildOptions) -> None:
    """Refuse what nobody could verify as the release after the one before."""
    known = before.report.release if before is not None else None
    if known is None:
        return
    if known.next_key != key.public.text:
        announced = PublicKey.read(known.next_key.encode()).fingerprint
        raise UsageError("release-key-not-announced", announced=announced, key=key.public.fingerprint)
    if f"{options.now:%Y-%m-%dT%H:%M:%SZ}" < known.moment:
        raise UsageError("release-before-is-later", moment=known.moment)


def _sign(
    draft: ReleaseDraft,
    before: PreviousRelease | None,
    key: SecretKey,
    next_key: PublicKey,
    options: BuildOptions,
) -> ReleaseStatement:
    """Write the list of all files there are, the statement about it, and its signature."""
    files = [ListedFile(path, sha256, size) for path, (sha256, size) in draft.files().items()]
    listed = file_list(files, key)
    known = before.report.release if before is not None else None
    statement = ReleaseStatement(
        number=known.number + 1 if known is not None else 1,
        moment=options.now,
        files=len(files),
        list_sha256=hashlib.sha256(listed).hexdigest(),
        previous=hashlib.sha256(before.statement).hexdigest() if before is not None else "",
        key=key.public,
        next_key=next_key,
    )
    draft.write(LIST, listed)
    draft.write(RELEASE, statement.text())
    draft.write(SIGNATURE, signed(statement, key, RELEASE))
    return statement
