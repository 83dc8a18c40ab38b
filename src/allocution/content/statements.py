"""Front matter into a statement: the field table's types applied, the title read, charges linked to their articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec

from allocution.content.dates import read_date, read_moment
from allocution.content.fields import FIELD_BY_KEY, STATEMENT_KEYS, Field, item_keys
from allocution.content.front_matter import FrontMatter, key_place
from allocution.content.laws import ChargeMatcher
from allocution.content.title import parse_title
from allocution.model.dates import DateMeaning, StatedDate
from allocution.model.finding import Finding, Place, Severity
from allocution.model.law import Charge
from allocution.model.statement import (
    Correction,
    Delivery,
    ExternalLink,
    PersonName,
    Source,
    Stage,
    Statement,
    Withdrawal,
)

MOST_ITEMS = 500
T = TypeVar("T")
_DATE_FIELDS = (
    ("delivered", DateMeaning.DELIVERED),
    ("posted", DateMeaning.POSTED),
    ("verdict", DateMeaning.VERDICT),
)


class _Reading(msgspec.Struct):
    """One file's values by field name, and the findings met while reading them."""

    path: str
    front_matter: FrontMatter
    values: dict[str, Any]
    findings: list[Finding] = msgspec.field(default_factory=list)

    def report(self, code: str, key: str, severity: Severity = Severity.ERROR, **parameters: str) -> None:
        line, column = key_place(self.front_matter, key)
        self.findings.append(
            Finding(
                code,
                severity,
                Place(self.path, line, column),
                tuple(sorted({**parameters, "key": key}.items())),
            )
        )

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        if type(value) is str:
            return value.strip()
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value).strip()
        self.report("wrong-type", name, expected="text")
        return ""

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(self._strings(name, self._listed(name))) if name in self.values else ()

    def _listed(self, name: str) -> list[Any]:
        value = self.values.get(name)
        if value is None or value == "":
            return []
        if isinstance(value, list) and len(value) > MOST_ITEMS:
            self.report("list-too-long", name, most=str(MOST_ITEMS))
            return value[:MOST_ITEMS]
        return value if isinstance(value, list) else [value]

    def _strings(self, name: str, items: list[Any]) -> Iterator[str]:
        for item in items:
            if isinstance(item, str | int | float) and not isinstance(item, bool):
                if str(item).strip():
                    yield str(item).strip()
            else:
                self.report("wrong-type", name, expected="text")

    def truth(self, name: str) -> bool:
        value = self.values.get(name, False)
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        self.report("wrong-type", name, expected="true, false")
        return False

    def items(self, name: str, make: Callable[[dict[str, str]], T], plain: str) -> tuple[T, ...]:
        """The entries of a structured field; a bare text stands for an entry with only the key `plain`."""
        if name not in self.values:
            return ()
        keys = _item_keys(name)
        made = []
        for item in self._listed(name):
            if isinstance(item, Mapping):
                entry = {
                    str(key).lower(): str(value).strip() for key, value in item.items() if value is not None
                }
                for unknown in sorted(entry.keys() - keys):
                    self.report(
                        "unknown-key", name, Severity.WARNING, unknown=unknown, known=", ".join(sorted(keys))
                    )
                made.append(make({key: value for key, value in entry.items() if key in keys}))
            elif isinstance(item, str | int | float) and not isinstance(item, bool):
                made.append(make({plain: str(item).strip()}))
            else:
                self.report("wrong-type", name, expected=plain)
        return tuple(made)

    def choice(self, name: str) -> str:
        value = self.text(name)
        if value and value not in _choices(name):
            self.report("not-in-vocabulary", name, value=value, known=", ".join(sorted(_choices(name))))
            return ""
        return value


@cache
def _item_keys(name: str) -> frozenset[str]:
    return item_keys(FIELD_BY_KEY[name].type)


@cache
def _choices(name: str) -> frozenset[str]:
    return FIELD_BY_KEY[name].values


def is_statement(values: Mapping[str, Any]) -> bool:
    """Whether front matter describes a statement rather than an ordinary page of the site.

    The key `type` decides where it says `statement` or `page`; else any field of statements does, or a title that
    names a charge, or a dated title that names a person.
    """
    lowered = {key.lower(): value for key, value in values.items()}
    kind = lowered.get("type")
    if kind in ("statement", "page"):
        return bool(kind == "statement")
    if not STATEMENT_KEYS.isdisjoint(lowered):
        return True
    title = lowered.get("title")
    if not isinstance(title, str):
        return False
    parts = parse_title(title)
    return bool(parts.charges) or bool(parts.speakers and "date" in lowered)


def read_statement(
    path: str, front_matter: FrontMatter, values: Mapping[str, Any], matcher: ChargeMatcher
) -> tuple[Statement, tuple[Finding, ...]]:
    """The statement that a file's front matter describes, and what was wrong in it.

    `values` are those of the file with what cascades to it.
    """
    reading = _Reading(path, front_matter, _by_field(values))
    title = reading.text("title")
    dates = _dates(reading)
    jurisdiction = reading.text("jurisdiction").lower()
    spoken_in = reading.texts("original")
    translation = reading.choice("translation")
    statement = Statement(
        title=title,
        speakers=_speakers(reading, title),
        charges=_charges(reading, title, jurisdiction, dates, matcher),
        dates=dates,
        sources=_sources(reading),
        languages=reading.texts("language"),
        jurisdiction=jurisdiction,
        courts=reading.texts("court"),
        judges=_people(reading, "judge"),
        case=reading.text("case"),
        stage=Stage(stage) if (stage := reading.choice("stage")) else None,
        delivery=Delivery(delivery) if (delivery := reading.choice("delivery")) else None,
        place=reading.text("place"),
        time_zone=reading.text("timezone"),
        punishment=reading.text("sentence"),
        transcribers=_people(reading, "transcribers"),
        translators=_people(reading, "translators"),
        machine_translated=translation.startswith("machine"),
        original_language=spoken_in[0] if spoken_in else "",
        rights=reading.text("rights"),
        not_in_editions=reading.texts("notInEditions"),
        corrections=_corrections(reading),
        links=reading.items("links", lambda entry: ExternalLink(**{"address": "", **entry}), "address"),
        retelling=reading.truth("retelling"),
        withdrawal=_withdrawal(reading),
    )
    return statement, tuple(reading.findings)


def _by_field(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the field's own name; the name itself wins over its other spellings."""
    named: dict[str, Any] = {}
    for key, value in values.items():
        lowered = key.lower()
        entry: Field | None = FIELD_BY_KEY.get(lowered)
        if entry is not None and (entry.name not in named or entry.name.lower() == lowered):
            named[entry.name] = _composed(value)
    return named


def _composed(value: Any) -> Any:
    """The value with its letters in NFC, so that «й» is one name's letter however the file has it."""
    if isinstance(value, str):
        return value if unicodedata.is_normalized("NFC", value) else unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return {key: _composed(item) for key, item in value.items()} if isinstance(value, dict) else value


def _people(reading: _Reading, name: str) -> tuple[PersonName, ...]:
    people = reading.items(name, lambda entry: PersonName(entry.get("name", ""), entry.get("id", "")), "name")
    return tuple(person for person in people if person.name)


def _speakers(reading: _Reading, title: str) -> tuple[PersonName, ...]:
    stated = _people(reading, "speakers")
    return stated or tuple(PersonName(name) for name in parse_title(title).speakers)


def _charges(
    reading: _Reading, title: str, jurisdiction: str, dates: tuple[StatedDate, ...], matcher: ChargeMatcher
) -> tuple[Charge, ...]:
    on = _time_of_law(dates)

    def match(entry: dict[str, str]) -> Charge:
        article, law, part = entry.get("article", ""), entry.get("law", ""), entry.get("part", "")
        return matcher.match(
            entry.get("wording", "") or article, jurisdiction, on, law=law, article=article, part=part
        )

    stated = reading.items("charges", match, "wording")
    return stated or matcher.match_list(parse_title(title).charges, jurisdiction, on)


def _time_of_law(dates: tuple[StatedDate, ...]) -> str:
    """Between which days the law was in force that the court applied: when it spoke or was spoken to.

    A day of another meaning, such as that of the file, may be decades later; it counts only where nothing else does.
    """
    in_court = [date for date in dates if date.meaning in (DateMeaning.DELIVERED, DateMeaning.VERDICT)]
    known = sorted(in_court or dates, key=lambda date: date.earliest != date.latest)
    return f"{known[0].earliest}/{known[0].latest}" if known else ""


def _dates(reading: _Reading) -> tuple[StatedDate, ...]:
    dates = []
    for name, meaning in _DATE_FIELDS:
        if written := reading.text(name):
            try:
                dates.append(read_date(written, meaning))
            except ValueError:
                reading.report("date-impossible", name, value=written)
    if written := reading.text("date"):
        try:
            dates.append(read_moment(written))
        except ValueError:
            reading.report("date-impossible", "date", Severity.WARNING, value=written)
    return tuple(dates)


def _sources(reading: _Reading) -> tuple[Source, ...]:
    sources = reading.items("sources", _source, "address")
    link = reading.text("sourcelink")
    if link and all(source.address != link for source in sources):
        return (Source(address=link), *sources)
    return sources


def _source(entry: dict[str, str]) -> Source:
    address = entry.get("address", "")
    if address and "://" not in address and "title" not in entry:
        return Source(title=address)
    return Source(**entry)


def _corrections(reading: _Reading) -> tuple[Correction, ...]:
    def make(entry: dict[str, str]) -> Correction:
        occurrence = entry.get("occurrence", "0")
        if not occurrence.isdigit():
            reading.report("wrong-type", "corrections", expected="occurrence: 1")
            occurrence = "0"
        written, meant = entry.get("written", ""), entry.get("meant", "")
        if not written or not meant:
            reading.report("wrong-type", "corrections", expected="written, meant")
        return Correction(written, meant, int(occurrence), entry.get("note", ""))

    return tuple(
        found for found in reading.items("corrections", make, "written") if found.written and found.meant
    )


def _withdrawal(reading: _Reading) -> Withdrawal | None:
    value = reading.values.get("withdrawn")
    if value is None or value is False:
        return None
    if value is True:
        return Withdrawal()
    found = reading.items("withdrawn", lambda entry: Withdrawal(**entry), "reason")
    return found[0] if found else Withdrawal()
