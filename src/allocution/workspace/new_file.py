"""Where a new content file goes in an archive, and whether the archive will read it as it was meant."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from allocution.content.hugo.branches import read_branches
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.hugo.survey import survey
from allocution.content.laws import ChargeMatcher, packaged_laws
from allocution.content.new_file import place_of_file, usual_section
from allocution.errors import UsageError
from allocution.model.finding import Finding
from allocution.store.archive_folder import ADDRESS_RECORDS
from allocution.workspace.loading import Workspace
from allocution.workspace.records import ReadingRules, read_record


class FileThereError(UsageError):
    """The archive has a file of that name."""


def place_new_file(
    root: Path, now: datetime, name: str, section: str | None, language: str, data: bytes
) -> tuple[str, tuple[Finding, ...]]:
    """The path for a new content file, and what reading it there finds.

    Without `section` it goes where most files lie. Raises UsageError where it would be no page.
    """
    paths: list[str] = []
    if root.exists():
        workspace = Workspace(root, now)
        configuration = workspace.configuration
        for mount in configuration.mounts:
            listing = workspace.folder.list_files(mount.folder, _is_content)
            paths.extend(listing.files)
    else:
        configuration, _ = read_configuration({}, has_content_folder=False)
    if section is None:
        section = usual_section(survey(configuration, paths).pages)
    path = place_of_file(configuration, section, name, language)
    if path in paths:
        raise FileThereError("new-file-exists", path=path)
    surveyed = survey(configuration, [*paths, path])
    file = next((page for page in surveyed.pages if page.path == path and _is_content(path)), None)
    if file is None:
        same = next((found for found in surveyed.findings if found.place.path == path), None)
        other = dict(same.parameters).get("used", "") if same is not None else ""
        if other:
            raise UsageError("page-exists", path=path, other=other)
        raise UsageError("no-pages-there", path=path)
    branches, _ = read_branches(configuration, [])
    rules = ReadingRules(configuration, branches, ChargeMatcher(packaged_laws()), now)
    return path, read_record(file, data, rules).findings


def _is_content(path: str) -> bool:
    return not path.startswith(f"{ADDRESS_RECORDS}/")
