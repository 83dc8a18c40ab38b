"""Which files of an archive are pages, which belong to a page, and what a file's path says about it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allocution.content.hugo.configuration import Mount, SiteConfiguration
from allocution.content.hugo.paths import normalise, to_lower
from allocution.model.finding import Finding, Place, Severity

_PAGE_FORMATS = {"md": "markdown", "markdown": "markdown", "mdown": "markdown", "html": "html", "htm": "html"}
_OTHER_FORMATS = frozenset({"org", "adoc", "asciidoc", "ad", "rst", "pdc", "pandoc"})
_ADAPTER = "_content.gotmpl"
_OTHER_FOLDERS = frozenset(
    ("archetypes", "assets", "config", "data", "i18n", "layouts", "public", "resources", "static", "themes")
)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A content file, or a page that Hugo makes without one (then `path` is empty).

    `key` is the logical path that names the page in its language: lower case, no language, no ending, `/` for
    the home page. `folder` and `name` are as written: the folder that the page lies in, and the page's name
    without language and ending; for a bundle its folder's. `bundle` is `leaf`, `branch` or empty.
    """

    path: str
    language: str
    key: str
    folder: str
    name: str
    bundle: str
    format: str
    states_language: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """An archive's files told apart: pages, and by the page's key the files that belong to a bundle."""

    pages: tuple[ContentFile, ...]
    resources: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]

    @property
    def branches(self) -> tuple[ContentFile, ...]:
        """The files of sections, taxonomies and terms; what pages inherit stands in them."""
        return tuple(file for file in self.pages if file.bundle == "branch")


@dataclass(frozen=True, slots=True)
class _Located:
    path: str
    folder: str
    name: str
    language: str


def survey(configuration: SiteConfiguration, paths: Iterable[str]) -> Survey:
    """Tell the archive's files apart by their paths (from the archive's root, `/` between parts)."""
    tags = frozenset(language.tag for language in configuration.languages)
    known = tags | configuration.disabled_languages
    mounts = sorted(configuration.mounts, key=lambda mount: -len(mount.folder))
    findings: list[Finding] = []
    files: list[ContentFile] = []
    others: list[_Located] = []
    for path in sorted(paths):
        located = _locate(configuration, mounts, path)
        if located is None:
            continue
        ending = located.name.rpartition(".")[2].lower()
        file = _content_file(located, known) if ending in _PAGE_FORMATS else None
        if file is None:
            others.append(located)
        else:
            files.append(file)
    leaves = frozenset(file.key for file in files if file.bundle == "leaf")
    bundled, pages = _split(files, leaves)
    others += bundled
    findings += [_unread(other) for other in others if _is_unread(other, leaves)]
    kept = [file for file in pages if file.language in tags]
    single, duplicates = _without_duplicates(kept)
    branches = frozenset(file.key for file in kept if file.bundle == "branch")
    resources = _resources(others, leaves, branches)
    return Survey(tuple(single), resources, (*findings, *duplicates))


def _locate(configuration: SiteConfiguration, mounts: list[Mount], path: str) -> _Located | None:
    """Where the file stands in the content tree, None where it stands outside or is to be ignored."""
    for mount in mounts:
        if mount.folder and not path.startswith(mount.folder + "/"):
            continue
        inside = path[len(mount.folder) + 1 :] if mount.folder else path
        if inside.startswith(".") or "/." in inside or inside.endswith("~") or "/#" in f"/{inside}":
            return None
        if any(pattern.search(path) for pattern in configuration.ignore_files):
            return None
        if not mount.folder and is_outside_content(inside):
            return None
        folder, _, name = f"{mount.target}/{inside}".strip("/").rpartition("/")
        language = mount.language or configuration.default_language
        return _Located(path, f"/{folder}" if folder else "", name, language)
    return None


def is_outside_content(path: str) -> bool:
    """Whether a path lies in one of Hugo's other folders, which isn't content even where the root is."""
    return path.partition("/")[0] in _OTHER_FOLDERS and "/" in path


def _content_file(located: _Located, known: frozenset[str]) -> ContentFile:
    stem, _, ending = located.name.rpartition(".")
    before, dot, tag = stem.rpartition(".")
    states_language = bool(dot) and tag.lower() in known
    name, language = (before, tag.lower()) if states_language else (stem, located.language)
    low = to_lower(name)
    bundle = {"index": "leaf", "_index": "branch"}.get(low, "")
    if low == "index" and not located.folder:
        bundle = "branch"
    if bundle:
        folder, _, page_name = located.folder.rpartition("/")
        key = normalise(located.folder) or "/"
    else:
        folder, page_name = located.folder, name
        key = normalise(f"{located.folder}/{name}")
    return ContentFile(
        path=located.path,
        language=language,
        key=key,
        folder=folder,
        name=page_name,
        bundle=bundle,
        format=_PAGE_FORMATS[ending.lower()],
        states_language=states_language,
    )


def _split(files: list[ContentFile], leaves: frozenset[str]) -> tuple[list[_Located], list[ContentFile]]:
    """Files inside a leaf bundle aren't pages of their own."""
    bundled: list[_Located] = []
    pages: list[ContentFile] = []
    inside_of: dict[str, str] = {}
    for file in files:
        around = file.folder
        if around not in inside_of:
            inside_of[around] = _above(normalise(around), leaves)
        if inside_of[around] or (file.bundle == "branch" and file.key in leaves):
            inside = f"{around}/{file.name}" if file.bundle else around
            bundled.append(_Located(file.path, inside, file.path.rpartition("/")[2], ""))
        else:
            pages.append(file)
    return bundled, pages


def _above(key: str, owners: frozenset[str]) -> str:
    """The outermost of the owners that is the folder itself or lies above it, empty where there is none."""
    if not owners:
        return ""
    position = key.find("/", 1)
    while position != -1:
        if key[:position] in owners:
            return key[:position]
        position = key.find("/", position + 1)
    return key if key in owners else ""


def _is_unread(other: _Located, leaves: frozenset[str]) -> bool:
    ending = other.name.rpartition(".")[2].lower()
    return (
        ending in _OTHER_FORMATS and not _above(normalise(other.folder), leaves)
    ) or other.name == _ADAPTER


def _unread(other: _Located) -> Finding:
    ending = other.name.rpartition(".")[2].lower()
    return Finding("hugo-content-format", Severity.WARNING, Place(other.path), (("format", ending),))


def _without_duplicates(files: list[ContentFile]) -> tuple[list[ContentFile], list[Finding]]:
    """One file a page: a bundle goes before a single file, a named language before the folder's."""
    best: dict[tuple[str, str], ContentFile] = {}
    findings = []
    for file in sorted(files, key=lambda each: (not each.bundle, not each.states_language, each.path)):
        first = best.setdefault((file.language, file.key), file)
        if first is not file:
            parameters = (("page", file.key), ("used", first.path))
            findings.append(Finding("hugo-same-page", Severity.ERROR, Place(file.path), parameters))
    return sorted(best.values(), key=lambda each: each.path), findings


def _resources(
    others: list[_Located], leaves: frozenset[str], branches: frozenset[str]
) -> Mapping[str, tuple[str, ...]]:
    owned: dict[str, list[str]] = {}
    for other in others:
        key = normalise(other.folder)
        owned.setdefault(_above(key, leaves) or _nearest(key, branches), []).append(other.path)
    return {key: tuple(sorted(paths)) for key, paths in owned.items()}


def _nearest(key: str, branches: frozenset[str]) -> str:
    """The key of the branch that owns what lies in a folder; folders at the root always are branches."""
    while key.count("/") > 1 and key not in branches:
        key = posixpath.dirname(key)
    return key or "/"
