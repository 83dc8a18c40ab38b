"""Where a page stands in the site: its address, its file, its feed, its later pages, its aliases."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

import msgspec

from allocution.content.hugo.configuration import Language, SiteConfiguration
from allocution.content.hugo.paths import address_part, join, to_lower


class Place(NamedTuple):
    """What decides on a page's address.

    `folder` and `name` are logical, with the slugs of sections in place; `url` and `permalink` (expanded) are
    empty where the page has none.
    """

    kind: str
    folder: str
    name: str
    url: str
    permalink: str
    bundle: bool
    ugly: bool


class Target(msgspec.Struct, frozen=True):
    """A page's address from the site's root, not escaped, and its file's path in the output.

    `folder` is where what belongs to the page goes, with a slash in front and none at the end.
    """

    address: str
    output: str
    folder: str


class Alias(msgspec.Struct, frozen=True):
    """A former address of a page, and the file that redirects from there."""

    address: str
    output: str


def target_of(configuration: SiteConfiguration, language: Language, place: Place) -> Target:
    """The place of a page in the site."""
    if place.url and place.kind != "home":
        return _from_url(configuration, language, place)
    keep, bare = configuration.disable_path_to_lower, configuration.remove_path_accents
    if place.permalink:
        path = join(address_part(place.permalink, keep, bare))
    elif place.kind == "home":
        path = "/"
    else:
        path = join(address_part(place.folder, keep, bare), address_part(place.name, keep, bare))
    is_index = place.kind == "page" and not place.bundle and not place.permalink and place.name == "index"
    if is_index:
        path = posixpath.dirname(path)
    elif place.ugly and place.kind in ("page", "term"):
        return _prefixed(language, path + ".html", path + ".html", path)
    folder = "" if path == "/" else path
    address = f"{folder}/index.html" if place.ugly and not is_index else f"{folder}/"
    return _prefixed(language, address, f"{folder}/index.html", folder)


def _from_url(configuration: SiteConfiguration, language: Language, place: Place) -> Target:
    url = join(place.url) if ".." in place.url else place.url
    path = join(url)
    if "." not in url or url.endswith("/"):
        folder = "" if path == "/" else path
        address, output = f"{folder}/", f"{folder}/index.html"
    elif path.endswith("/index.html"):
        address, output = path.removesuffix("index.html"), path
        folder = posixpath.dirname(path).rstrip("/")
    else:
        address, output, folder = path, path, posixpath.splitext(path)[0]
    if place.url.startswith("/") and not configuration.several_hosts:
        return Target(address, output.lstrip("/"), folder)
    return _prefixed(language, address, output, folder)


def _prefixed(language: Language, address: str, output: str, folder: str) -> Target:
    before = f"/{language.prefix}" if language.prefix else ""
    return Target(before + address, (before + output).lstrip("/"), before + folder)


def feed_output(configuration: SiteConfiguration, target: Target) -> str:
    """The path in the output of the RSS feed that belongs to a page."""
    return f"{target.folder}/{configuration.feed_name}".lstrip("/")


def resolve_alias(language: Language, target: Target, ugly: bool, written: str) -> Alias | None:
    """An alias as Hugo places it: relative to the folder around the page, absolute from the language's root.

    None where Hugo refuses it: a whole address, nothing, or the root of the site.
    """
    if not written or written.startswith(("http://", "https://")):
        return None
    if written.startswith("/"):
        path = join(language.prefix, written)
    else:
        path = join(posixpath.dirname(target.folder), written)
    if path == "/":
        return None
    if ugly and not path.endswith((".html", ".htm")):
        path += ".html"
    if path.endswith((".html", ".htm")):
        return Alias(path, path[1:])
    return Alias(path + "/", f"{path[1:]}/index.html")


def pager_target(configuration: SiteConfiguration, target: Target, number: int) -> Target:
    """The address and file of a later page (from 2) of a list; page 1 is an alias of the list itself."""
    folder = f"{target.folder}/{to_lower(configuration.pager_path)}/{number}"
    if target.address.endswith("/index.html"):
        return Target(f"{folder}/index.html", f"{folder[1:]}/index.html", folder)
    if target.address.endswith(".html"):
        return Target(f"{folder}.html", f"{folder[1:]}.html", folder)
    return Target(f"{folder}/", f"{folder[1:]}/index.html", folder)
