"""Rules on what files say of each other: the same words twice, translations, links, people."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from allocution.check.checked import CheckedArchive, Sketch
from allocution.content.archive import Item, Work, person_key
from allocution.language.name_words import NamePart, NameWord, name_words
from allocution.language.names import spelling_keys
from allocution.model.finding import Finding, Place, Severity
from allocution.model.statement import PersonName

_NEARLY = 0.6
_FEWEST_SENTENCES = 3
_COMMON_TO_MANY = 8
_LIFETIME = 60
_COMMON_NAME = 60
_LONGEST_NAME = 255
_LONGEST_PATH = 700


def duplicates(checked: CheckedArchive) -> Iterator[Finding]:
    """The words of one statement again in another that isn't its translation."""
    holders: dict[int, list[Sketch]] = defaultdict(list)
    for sketch in checked.sketches.values():
        for fingerprint in sketch.fingerprints:
            holders[fingerprint].append(sketch)
    seen: set[tuple[str, str]] = set()
    for sketches in holders.values():
        # What stands in many statements («Спасибо.») makes none of them another's copy.
        if 1 < len(sketches) <= _COMMON_TO_MANY:
            for one, other in combinations(sorted(sketches, key=lambda each: each.path), 2):
                pair = (one.path, other.path)
                if pair not in seen:
                    seen.add(pair)
                    yield from _duplicate(one, other)


def _duplicate(one: Sketch, other: Sketch) -> Iterator[Finding]:
    if min(one.sentences, other.sentences) < _FEWEST_SENTENCES:
        return
    size = min(len(one.fingerprints), len(other.fingerprints))
    least = sorted({*one.fingerprints, *other.fingerprints})[:size]
    common = {*one.fingerprints} & {*other.fingerprints}
    shared = sum(fingerprint in common for fingerprint in least) / size
    place = Place(other.path, 1, 1)
    parameters = (("other", one.path),)
    if one.fingerprints == other.fingerprints and one.sentences == other.sentences:
        yield Finding("duplicate-statement", Severity.WARNING, place, parameters)
    elif shared >= _NEARLY:
        yield Finding("nearly-duplicate-statement", Severity.WARNING, place, parameters)


def translations(checked: CheckedArchive) -> Iterator[Finding]:
    """A translation without its original, or one that the original has been changed after."""
    for work in checked.archive.works:
        for item in work.items:
            if not _says_translation(item):
                continue
            place = Place(item.record.path, 1, 1)
            if len(work.items) == 1:
                yield Finding("translation-alone", Severity.NOTE, place)
            elif item is not work.items[0]:
                own = checked.sketches[item.record.path].lastmod
                original = checked.sketches[work.items[0].record.path].lastmod
                if own and original and own[:10] < original[:10]:
                    parameters = (("original", work.items[0].record.path),)
                    yield Finding("translation-older", Severity.WARNING, place, parameters)


def _says_translation(item: Item) -> bool:
    statement = item.record.statement
    assert statement is not None
    if statement.translators or statement.machine_translated:
        return True
    return statement.original_language not in ("", item.record.language)


def outputs(checked: CheckedArchive) -> Iterator[Finding]:
    """A page whose file can't be made: its name is too long, or a file published as it is has its place."""
    for page in checked.archive.pages:
        output, path = page.facts.target.output, page.facts.file.path
        if not page.is_published or not output or not path:
            continue
        if len(output) > _LONGEST_PATH or any(
            len(part.encode()) > _LONGEST_NAME for part in output.split("/")
        ):
            yield Finding("name-too-long", Severity.ERROR, Place(path))
        elif output in checked.outputs:
            parameters = (("address", page.facts.target.address), ("other", output))
            yield Finding("hugo-address-taken", Severity.ERROR, Place(path), parameters)


def links(checked: CheckedArchive) -> Iterator[Finding]:
    """A link to a page or a file of the archive that isn't there."""
    archive = checked.archive
    addresses = {page.facts.target.address for page in archive.pages if page.is_published}
    addresses |= set(archive.addresses.values()) | {f"/{output}" for output in checked.outputs}
    addresses |= {alias.address for page in archive.pages for alias in page.facts.aliases}
    roots = {mount.folder for mount in archive.configuration.mounts}
    known = _Known({_plain(address) for address in addresses}, checked.files, roots)
    for path, sketch in checked.sketches.items():
        for address, line, column in sketch.links:
            if not known.has(path, address):
                parameters = (("address", address),)
                yield Finding("link-broken", Severity.WARNING, Place(path, line, column), parameters)


def _plain(address: str) -> str:
    return "/" + normalize("NFC", unquote(address)).strip("/").removesuffix("index.html").strip("/").lower()


class _Known:
    def __init__(self, addresses: set[str], files: Iterable[str], roots: set[str]) -> None:
        self._addresses = addresses
        self._files = {path.lower() for path in files}
        self._roots = roots
        self._first = {address.split("/")[1] for address in addresses if address != "/"}

    def has(self, path: str, address: str) -> bool:
        target = normalize("NFC", unquote(urlsplit(address).path))
        if not target:
            return True
        if target.startswith("/") and not target.endswith(".md"):
            plain = _plain(target)
            # Lists, their later pages and feeds are made by the program: their first folder decides.
            made = plain.rpartition("/page/")[0] or plain.removesuffix("/index.xml").removesuffix(
                "/index.json"
            )
            return plain in self._addresses or made in self._addresses or plain.count("/") == 1
        folder = posixpath.dirname(path)
        places = [posixpath.normpath(posixpath.join(folder, target))]
        places += [posixpath.normpath(posixpath.join(root, target.lstrip("/"))) for root in self._roots]
        return any(self._is_file(place.lower()) for place in places)

    def _is_file(self, place: str) -> bool:
        names = (place, f"{place}.md", f"{place}/index.md", f"{place}/_index.md")
        return any(name in self._files for name in names)


def people_alike(checked: CheckedArchive) -> Iterator[Finding]:
    """Two names that may be one person's: another spelling, other order, initials."""
    families: dict[str, dict[str, tuple[PersonName, str]]] = defaultdict(dict)
    for person, work in _speakers(checked.archive.works):
        for key in _family_keys(person.name):
            families[key].setdefault(
                person_key(person.name, person.identifier), (person, work.items[0].record.path)
            )
    told: set[tuple[str, str]] = set()
    for alike in families.values():
        if len(alike) > _COMMON_NAME:
            continue  # a name that so many have tells nothing
        ordered = sorted(alike.values(), key=lambda each: each[0].name)
        for (one, _), (other, path) in combinations(ordered, 2):
            if _differ_at_once(one.name, other.name):
                continue
            pair = (one.name, other.name)
            told_apart = one.name == other.name or (one.identifier and other.identifier)
            if not told_apart and pair not in told and _may_be_one(one.name, other.name):
                told.add(pair)
                parameters = (("first", one.name), ("second", other.name))
                yield Finding("people-alike", Severity.NOTE, Place(path, 1, 1), parameters)


def _speakers(works: Iterable[Work]) -> Iterator[tuple[PersonName, Work]]:
    for work in works:
        for person in work.statement.speakers:
            yield person, work


def _family_keys(name: str) -> tuple[str, ...]:
    return tuple(key for word in _words(name) if word.part is NamePart.FAMILY for key in _keys(word.text))


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[NameWord, ...]:
    return name_words(name)


@lru_cache(maxsize=50_000)
def _keys(word: str) -> tuple[str, ...]:
    return spelling_keys(word)


def _may_be_one(one: str, other: str) -> bool:
    """Whether given names and patronymics agree as far as both have them; an initial agrees with what it begins."""
    first, second = _given(one), _given(other)
    if not first or not second:
        return True
    return all(_agree(left, right) for left, right in zip(first, second, strict=False))


@lru_cache(maxsize=50_000)
def _given(name: str) -> tuple[str, ...]:
    parts = [word.text for word in _words(name) if word.part is not NamePart.FAMILY]
    return tuple(piece for part in parts for piece in part.replace(".", ". ").split())


@lru_cache(maxsize=50_000)
def _first_letters(name: str) -> frozenset[str]:
    """What the spellings of the first given name begin with; none where there is none."""
    given = _given(name)
    return frozenset(key[:1] for key in _keys(given[0].rstrip("."))) if given else frozenset()


def _differ_at_once(one: str, other: str) -> bool:
    """Whether a look at first letters is enough to tell that two given names don't agree."""
    first, second = _first_letters(one), _first_letters(other)
    return bool(first and second) and "" not in first | second and first.isdisjoint(second)


def _agree(one: str, other: str) -> bool:
    if one.endswith(".") or other.endswith("."):
        left, right = (_keys(each.rstrip("."))[0] for each in (one, other))
        return left.startswith(right) or right.startswith(left)
    return not set(_keys(one)).isdisjoint(_keys(other))


def names_shared(checked: CheckedArchive) -> Iterator[Finding]:
    """One name, without identifiers, in statements that lie further apart than a life is long."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for person, work in _speakers(checked.archive.works):
        year = work.date.year if work.date else None
        if not person.identifier and year is not None:
            found[person.name].append((year, work.items[0].record.path))
    for name, places in found.items():
        first, last = min(places), max(places)
        if last[0] - first[0] > _LIFETIME:
            parameters = (("name", name), ("other", first[1]))
            yield Finding("name-shared", Severity.NOTE, Place(last[1], 1, 1), parameters)


def languages(checked: CheckedArchive) -> Iterator[Finding]:
    """A statement that doesn't say its language in an archive where others do."""
    items = [item for work in checked.archive.works for item in work.items]
    if not any(_states_language(item) for item in items):
        return
    for item in items:
        if item.record.language and not item.record.language_stated:
            parameters = (("language", item.record.language),)
            yield Finding("language-undeclared", Severity.NOTE, Place(item.record.path, 1, 1), parameters)


def _states_language(item: Item) -> bool:
    statement = item.record.statement
    return statement is not None and bool(statement.languages)
