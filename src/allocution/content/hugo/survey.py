"""Which files of an archive are pages, which belong to a page, and what a file's path says about it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.mount_filters import MountFilter
from allocution.content.hugo.paths import normalise
from allocution.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    import regex

_PAGE_FORMATS = {"md": "markdown", "markdown": "markdown", "mdown": "markdown", "html": "html", "htm": "html"}
_OTHER_FORMATS = frozenset({"org", "adoc", "asciidoc", "ad", "rst", "pdc", "pandoc"})
_LONGEST_SEARCH = 0.1
_ADAPTER = "_content.gotmpl"
_HIDDEN = re.compile(r"(?:^|/)[.#]|~(?:/|$)")
_NAMED_LANGUAGE = re.compile(r"(.+)\.[a-z]{2}(?:-[a-z0-9]{2,8})*", re.IGNORECASE | re.DOTALL)
_BUNDLES = {"index": "leaf", "_index": "branch"}
_OTHER_FOLDERS = frozenset(
    ("archetypes", "assets", "config", "data", "i18n", "layouts", "public", "resources", "static", "themes")
)


class ContentFile(msgspec.Struct, frozen=True):
    """A content file, or a page that Hugo makes without one (then `path` is empty).

    `key` is the logical path that names the page in its language: lower case, no language, no ending, `/` for
    the home page. `folder` and `name` are as written: the folder that the page lies in, and the page's name
    without language and ending; for a bundle its folder's. `bundle` is `leaf`, `branch` or empty. `translates` is the
    key of the page that it is a translation of by its name alone, where no configuration names languages.
    """

    path: str
    language: str
    key: str
    folder: str
    name: str
    bundle: str
    format: str
    states_language: bool = False
    translates: str = ""


class Survey(msgspec.Struct, frozen=True):
    """An archive's files told apart: pages, and by the page's key the files that belong to a bundle."""

    pages: tuple[ContentFile, ...]
    resources: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]

    @property
    def branches(self) -> tuple[ContentFile, ...]:
        """The files of sections, taxonomies and terms; what pages inherit stands in them."""
        return tuple(file for file in self.pages if file.bundle == "branch")


class _Folder(msgspec.Struct, frozen=True):
    """A folder of the content tree: as written from the tree's root, its key, its files' language.

    `inside` is where it lies in the mount whose files `filter` tells apart.
    """

    path: str
    key: str
    language: str
    inside: str
    filter: MountFilter | None

    def takes(self, name: str) -> bool:
        """Whether the mount takes a file of the folder."""
        return self.filter is None or self.filter.takes(f"{self.inside}/{name}" if self.inside else name)


class _Other(msgspec.Struct, frozen=True):
    """A file that is no page: its path and the key of its folder."""

    path: str
    folder_key: str


def survey(configuration: SiteConfiguration, paths: Iterable[str]) -> Survey:
    """Tell the archive's files apart by their paths (from the archive's root, `/` between parts)."""
    tags = frozenset(language.tag for language in configuration.languages)
    known = tags | configuration.disabled_languages
    folders: dict[str, _Folder | None] = {}
    files: list[ContentFile] = []
    others: list[_Other] = []
    for path in sorted(paths):
        written, _, name = path.rpartition("/")
        if written not in folders:
            folders[written] = _folder(configuration, written)
        folder = folders[written]
        if folder is None or _is_ignored(configuration, path, name) or not folder.takes(name):
            continue
        file = _content_file(path, name, folder, known)
        if file is None:
            others.append(_Other(path, folder.key))
        else:
            files.append(file)
    if not configuration.path:
        files = _with_translations(files)
    leaves = frozenset(file.key for file in files if file.bundle == "leaf")
    bundled, pages = _split(files, leaves)
    others += bundled
    unread = [_unread(other) for other in others if _is_unread(other, leaves)]
    kept = [file for file in pages if file.language in tags]
    single, duplicates = _without_duplicates(kept)
    branches = frozenset(file.key for file in kept if file.bundle == "branch")
    return Survey(tuple(single), _resources(others, leaves, branches), (*unread, *duplicates))


def place_in_bundle(configuration: SiteConfiguration, owner: ContentFile, path: str) -> str:
    """Where a file lies inside the bundle of its page, empty where it lies in no folder of the page's.

    A section without a file of its own is known by its key alone.
    """
    if owner.path:
        bundle = owner.path.rpartition("/")[0]
        return path.removeprefix(f"{bundle}/") if bundle and path.startswith(f"{bundle}/") else ""
    written, _, name = path.rpartition("/")
    folder = _folder(configuration, written)
    if folder is None or folder.language != owner.language:
        return ""
    around = folder.path.split("/")[owner.key.rstrip("/").count("/") + 1 :]
    return "/".join((*around, name))


def _folder(configuration: SiteConfiguration, written: str) -> _Folder | None:
    """Where a folder of the archive stands in the content tree, None where it stands outside or is hidden."""
    for mount in sorted(configuration.mounts, key=lambda mount: -len(mount.folder)):
        if mount.folder and not f"{written}/".startswith(f"{mount.folder}/"):
            continue
        inside = written[len(mount.folder) + 1 :] if mount.folder else written
        if _HIDDEN.search(inside) or (not mount.folder and inside.partition("/")[0] in _OTHER_FOLDERS):
            return None
        path = f"/{mount.target}/{inside}".rstrip("/").replace("//", "/")
        language = mount.language or configuration.default_language
        return _Folder(path, normalise(path), language, inside, mount.filter)
    return None


def _is_ignored(configuration: SiteConfiguration, path: str, name: str) -> bool:
    if name[0] in ".#" or name[-1] == "~":
        return True
    return any(_matches(pattern, path) for pattern in configuration.ignore_files)


def _matches(pattern: regex.Pattern[str], path: str) -> bool:
    """Whether it matches; a pattern that would try for ever, which Hugo's engine can't, counts as one that doesn't."""
    try:
        return pattern.search(path, timeout=_LONGEST_SEARCH) is not None
    except TimeoutError:
        return False


def _content_file(path: str, name: str, folder: _Folder, known: frozenset[str]) -> ContentFile | None:
    stem, _, ending = name.rpartition(".")
    content_format = _PAGE_FORMATS.get(ending.lower())
    if content_format is None:
        return None
    before, dot, tag = stem.rpartition(".")
    tag = tag.lower()
    states_language = dot == "." and tag in known
    name, language = (before, tag) if states_language else (stem, folder.language)
    low = normalise(name)
    bundle = _BUNDLES.get(low, "")
    if bundle and not folder.path:
        bundle = "branch"
    around, _, page_name = folder.path.rpartition("/") if bundle else (folder.path, "", name)
    key = (folder.key or "/") if bundle else f"{folder.key}/{low}"
    return ContentFile(path, language, key, around, page_name, bundle, content_format, states_language)


def _with_translations(files: list[ContentFile]) -> list[ContentFile]:
    """Files without a configuration: `x.kk.md` beside `x.md` is a page `x.kk` of its own, its translation."""
    originals = {file.key: file for file in files if file.bundle != "branch" and not file.states_language}
    return [_as_translation(file, originals) if file.bundle != "branch" else file for file in files]


def _as_translation(file: ContentFile, originals: Mapping[str, ContentFile]) -> ContentFile:
    name = file.name
    if file.states_language:
        name = f"{name}.{file.language}"
        key = file.key
    elif found := _NAMED_LANGUAGE.fullmatch(name):
        key = normalise(f"{file.folder}/{found[1]}".removesuffix("/index"))
    else:
        return file
    original = originals.get(key)
    if original is None or original is file:
        return file
    name = f"{original.name}.{name.rpartition('.')[2].lower()}"
    return msgspec.structs.replace(
        file,
        key=f"{key}.{name.rpartition('.')[2]}",
        folder=original.folder,
        name=name,
        bundle="",
        states_language=False,
        translates=key,
    )


def _split(files: list[ContentFile], leaves: frozenset[str]) -> tuple[list[_Other], list[ContentFile]]:
    """Files inside a leaf bundle aren't pages of their own."""
    bundled: list[_Other] = []
    pages: list[ContentFile] = []
    inside_of: dict[str, str] = {}
    for file in files:
        around = file.folder
        if around not in inside_of:
            inside_of[around] = _above(normalise(around), leaves)
        if inside_of[around] or (file.bundle == "branch" and file.key in leaves):
            bundled.append(_Other(file.path, file.key if file.bundle else normalise(around)))
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


def _is_unread(other: _Other, leaves: frozenset[str]) -> bool:
    name = other.path.rpartition("/")[2]
    is_format = name.rpartition(".")[2].lower() in _OTHER_FORMATS
    return name == _ADAPTER or (is_format and not _above(other.folder_key, leaves))


def _unread(other: _Other) -> Finding:
    ending = other.path.rpartition(".")[2].lower()
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
    others: list[_Other], leaves: frozenset[str], branches: frozenset[str]
) -> Mapping[str, tuple[str, ...]]:
    owned: dict[str, list[str]] = {}
    for other in others:
        key = _above(other.folder_key, leaves) or _nearest(other.folder_key, branches)
        owned.setdefault(key, []).append(other.path)
    return {key: tuple(sorted(paths)) for key, paths in owned.items()}


def _nearest(key: str, branches: frozenset[str]) -> str:
    """The key of the branch that owns what lies in a folder; folders at the root always are branches."""
    while key.count("/") > 1 and key not in branches:
        key = posixpath.dirname(key)
    return key or "/"
