"""The four dates of a page, each as written and as the instant it stands for."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from datetime import date, datetime, tzinfo

import msgspec

from allocution.content.hugo.configuration import DateOrders
from allocution.content.hugo.moments import read_instant


class PageDate(msgspec.Struct, frozen=True):
    """A date as the file has it, and what it stands for; `key` is the front matter's key or `:filename`."""

    written: str
    instant: datetime
    key: str


class PageDates(msgspec.Struct, frozen=True):
    """A page's dates; None where it has none. `unread` are keys with values that are no dates for Hugo."""

    date: PageDate | None
    publish: PageDate | None
    expiry: PageDate | None
    lastmod: PageDate | None
    unread: tuple[tuple[str, str], ...] = ()
    slug: str = ""

    @property
    def hold_back(self) -> bool:
        """Whether one that says from when or until when to publish can't be read."""
        return bool(self.unread) and any(key in _HOLDING for key, _ in self.unread)


_HOLDING = frozenset({"publishdate", "pubdate", "published", "expirydate", "unpublishdate"})
NO_DATES = PageDates(None, None, None, None)


def read_dates(
    orders: DateOrders, values: Mapping[str, object], name: str, modified: datetime | None, zone: tzinfo
) -> PageDates:
    """A page's dates from its front matter (keys in lower case), its file's name and time of change.

    A name like `2020-06-22-speech` also gives the page's slug, where its date is taken from there.
    """
    reader = _DateReader(values, name, modified, zone)
    page_date = reader.take("date", orders.date)
    lastmod = reader.take("lastmod", orders.lastmod)
    publish = reader.take("publishdate", orders.publish)
    expiry = reader.take("expirydate", orders.expiry)
    return PageDates(
        date=page_date,
        publish=publish,
        expiry=expiry,
        lastmod=lastmod,
        unread=tuple(dict.fromkeys(reader.unread)),
        slug=posixpath.splitext(name)[0][10:].strip(" -_") if reader.read_name else "",
    )


class _DateReader(msgspec.Struct):
    values: Mapping[str, object]
    name: str
    modified: datetime | None
    zone: tzinfo
    read: dict[str, PageDate | None] = msgspec.field(default_factory=dict)
    unread: list[tuple[str, str]] = msgspec.field(default_factory=list)
    read_name: bool = False

    def take(self, own_key: str, keys: tuple[str, ...]) -> PageDate | None:
        """The first date that the keys give; it then counts as `own_key`, unless the page has that."""
        found = self._first(keys)
        if found is not None and own_key not in self.values:
            self.read[own_key] = found
        return found

    def _first(self, keys: tuple[str, ...]) -> PageDate | None:
        for key in keys:
            if key in self.read:
                found = self.read[key]
            elif key in self.values:
                found = self.read[key] = self._field(key)
            else:
                found = self._special(key) if key[0] == ":" else None
            if found is not None:
                return found
        return None

    def _field(self, key: str) -> PageDate | None:
        value = self.values.get(key)
        if value is None or value == "" or isinstance(value, bool):
            return None
        written = value.isoformat() if isinstance(value, date) else str(value)
        instant = read_instant(written, self.zone)
        if instant is None:
            self.unread.append((key, written))
            return None
        return PageDate(written, instant, key)

    def _special(self, key: str) -> PageDate | None:
        if key == ":filename" and len(self.name) >= 10:
            instant = read_instant(self.name[:10], self.zone)
            self.read_name = self.read_name or instant is not None
            return PageDate(self.name[:10], instant, key) if instant else None
        if key == ":filemodtime" and self.modified is not None:
            return PageDate(self.modified.isoformat(), self.modified, key)
        return None
