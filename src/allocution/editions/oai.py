"""OAI-PMH 2.0 (http://www.openarchives.org/OAI/openarchivesprotocol.html): an archive's records for harvesters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from allocution.editions.collection import Collected, Collection
from allocution.editions.oai_arguments import WRITTEN
from allocution.editions.oai_records import EARLIEST, OaiRecord, OaiRecords
from allocution.editions.oai_tokens import Asked, Token, UnreadableTokenError, read_token, write_token
from allocution.editions.outside_links import WordReader
from allocution.editions.tei import TeiWriter
from allocution.editions.xml_markup import DECLARATION, element, text
from allocution.views.marked_text import xml_characters

UNKNOWN_CONTACT = "unknown@archive.invalid"
HEADERS_AT_ONCE = 200
RECORDS_AT_ONCE = 50
_OAI = "http://www.openarchives.org/OAI/2.0/"
_BEGIN = (
    f'<OAI-PMH xmlns="{_OAI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_OAI} {_OAI}OAI-PMH.xsd">'
)
# Each form of metadata with its schema and its namespace.
FORMATS = {
    "oai_dc": ("http://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
    "tei": (
        "http://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd", "http://www.tei-c.org/ns/1.0",
    ),
}  # fmt: skip
Given = Sequence[tuple[str, str]]


class OaiError(ValueError):
    """A request that is refused, by the protocol's own code."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(slots=True)
class OaiRepository:
    """Answers requests about one collection. `address` is where it answers, `contact` a mail address."""

    collection: Collection
    words: WordReader
    contact: str = ""
    address: str = ""
    records: OaiRecords = field(init=False)
    _tei: TeiWriter = field(init=False)

    def __post_init__(self) -> None:
        self.records = OaiRecords(self.collection)
        self._tei = TeiWriter(self.collection)

    def answer(self, given: Given, moment: str) -> bytes:
        """The answer to a request's arguments; `moment` is when it is given."""
        try:
            verb, arguments = _read(given)
            inside = element(verb, "".join(self._verbs()[verb](arguments)))
            request = element("request", text(self.address), verb=verb, **_attributes(arguments))
        except OaiError as error:
            inside = element("error", text(error.message), code=error.code)
            known = error.code not in ("badVerb", "badArgument")
            request = element("request", text(self.address), **(_attributes(dict(given)) if known else {}))
        said = f"{DECLARATION}{_BEGIN}{element('responseDate', moment)}{request}{inside}</OAI-PMH>\n"
        return xml_characters(said).encode()

    def _verbs(self) -> dict[str, Callable[[dict[str, str]], Iterable[str]]]:
        return {
            "Identify": self._identify,
            "ListMetadataFormats": self._formats,
            "ListSets": self._sets,
            "ListIdentifiers": lambda asked: self._list(asked, HEADERS_AT_ONCE, OaiRecord.header),
            "ListRecords": lambda asked: self._list(
                asked, RECORDS_AT_ONCE, lambda record: self.record(record, self._asked(asked)[0].prefix)
            ),
            "GetRecord": self._get,
        }

    def _identify(self, _: dict[str, str]) -> Iterator[str]:
        yield element("repositoryName", text(self.collection.title))
        yield element("baseURL", text(self.address))
        yield element("protocolVersion", "2.0")
        yield element("adminEmail", text(self.contact or UNKNOWN_CONTACT))
        yield element("earliestDatestamp", min((each.day for each in self.records.every), default=EARLIEST))
        yield element("deletedRecord", "persistent")
        yield element("granularity", "YYYY-MM-DD")

    def _formats(self, asked: dict[str, str]) -> Iterator[str]:
        record = self._known(asked["identifier"]) if "identifier" in asked else None
        if record is not None and record.collected is None:
            raise OaiError("noMetadataFormats", "The record is deleted.")
        for prefix, (schema, namespace) in FORMATS.items():
            if record is not None and not has(record, prefix):
                continue
            inside = element("metadataPrefix", prefix) + element("schema", schema)
            yield element("metadataFormat", inside + element("metadataNamespace", namespace))

    def _sets(self, asked: dict[str, str]) -> Iterator[str]:
        if "resumptionToken" in asked:
            raise OaiError("badResumptionToken", "The list of sets comes in one part.")
        if not self.records.sets:
            raise OaiError("noSetHierarchy", "There are no sets.")
        for spec, name in self.records.sets.items():
            yield element("set", element("setSpec", spec) + element("setName", text(name)))

    def _get(self, asked: dict[str, str]) -> Iterator[str]:
        record, prefix = self._known(asked["identifier"]), _prefix(asked["metadataPrefix"])
        if not has(record, prefix):
            raise OaiError("cannotDisseminateFormat", "Its rights forbid that.")
        yield self.record(record, prefix)

    def _known(self, identifier: str) -> OaiRecord:
        record = self.records.by_identifier.get(identifier)
        if record is None:
            raise OaiError("idDoesNotExist", "There is no such record.")
        return record

    def record(self, record: OaiRecord, prefix: str) -> str:
        """A record with its metadata; a deleted one has none."""
        metadata = element("metadata", self._metadata(record, prefix)) if record.collected else ""
        return element("record", record.header() + metadata)

    def _metadata(self, record: OaiRecord, prefix: str) -> str:
        assert record.collected is not None
        if prefix == "oai_dc":
            return self.records.dublin_core(record.collected)
        return self.in_tei(record.collected)

    def in_tei(self, collected: Collected) -> str:
        """A statement in TEI."""
        ((_, data),) = self._tei.statement(self.words.read(collected))
        return data.decode().removeprefix(DECLARATION).strip()

    def _list(self, asked: dict[str, str], size: int, shown: Callable[[OaiRecord], str]) -> Iterator[str]:
        wanted, token = self._asked(asked)
        matching = [record for record in self.records.every if _fits(record, wanted)]
        left = [record for record in matching if record.place > token.after] if token else matching
        if not left:
            raise OaiError("noRecordsMatch" if token is None else "badResumptionToken", "Nothing is left.")
        yield from map(shown, left[:size])
        cursor = len(matching) - len(left)
        if len(left) > size:
            following = write_token(Token(wanted, left[size - 1].place))
        elif token is None:
            return
        else:
            following = ""
        counts = {"completeListSize": str(len(matching)), "cursor": str(cursor)}
        yield element("resumptionToken", following, **counts)

    def _asked(self, asked: dict[str, str]) -> tuple[Asked, Token | None]:
        if "resumptionToken" in asked:
            try:
                token = read_token(asked["resumptionToken"])
            except UnreadableTokenError:
                raise OaiError("badResumptionToken", "The token isn't one of this repository's.") from None
            return token.asked, token
        since, until = asked.get("from", ""), asked.get("until", "")
        if since and until and since > until:
            raise OaiError("badArgument", "from is later than until.")
        if "set" in asked and not self.records.sets:
            raise OaiError("noSetHierarchy", "There are no sets.")
        return Asked(_prefix(asked["metadataPrefix"]), since, until, asked.get("set", "")), None


def has(record: OaiRecord, prefix: str) -> bool:
    """Whether a record may be had in a form: rights may forbid the words."""
    held = record.collected
    return prefix != "tei" or held is None or not held.statement.is_kept_out_of(("tei",))


def _fits(record: OaiRecord, wanted: Asked) -> bool:
    if not has(record, wanted.prefix):
        return False
    if wanted.since and record.day < wanted.since:
        return False
    if wanted.until and record.day > wanted.until:
        return False
    return not wanted.set or any(f"{each}:".startswith(f"{wanted.set}:") for each in record.sets)


def _prefix(prefix: str) -> str:
    if prefix not in FORMATS:
        raise OaiError("cannotDisseminateFormat", f"There are: {', '.join(FORMATS)}.")
    return prefix


# Of each verb the arguments that have to be given, those that may be, and one that stands alone.
_ARGUMENTS: dict[str, tuple[frozenset[str], frozenset[str], str]] = {
    "Identify": (frozenset(), frozenset(), ""),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"}), ""),
    "ListSets": (frozenset(), frozenset(), "resumptionToken"),
    "ListIdentifiers": (
        frozenset({"metadataPrefix"}),
        frozenset({"from", "until", "set"}),
        "resumptionToken",
    ),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"}), "resumptionToken"),
    "GetRecord": (frozenset({"metadataPrefix", "identifier"}), frozenset(), ""),
}


def _read(given: Given) -> tuple[str, dict[str, str]]:
    """The verb and its arguments, none twice and none that the verb doesn't have."""
    verbs = [value for name, value in given if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in _ARGUMENTS:
        raise OaiError("badVerb", f"Verbs are: {', '.join(_ARGUMENTS)}.")
    required, optional, alone = _ARGUMENTS[verbs[0]]
    names = [name for name, _ in given if name != "verb"]
    arguments = {name: value for name, value in given if name != "verb"}
    if len(arguments) < len(names):
        raise OaiError("badArgument", "An argument is given twice.")
    if alone and alone in arguments:
        if len(arguments) > 1:
            raise OaiError("badArgument", f"{alone} stands alone.")
    elif not required <= arguments.keys() <= required | optional:
        raise OaiError("badArgument", f"Arguments are: {', '.join(sorted(required | optional)) or '-'}.")
    for name, value in arguments.items():
        if name in WRITTEN and not WRITTEN[name].holds(value):
            raise OaiError("badArgument", f"{name} is written {WRITTEN[name].told}.")
    return verbs[0], arguments


def _attributes(arguments: dict[str, str]) -> dict[str, str]:
    """Arguments as the request's attributes repeat them, as far as the protocol knows them."""
    known = ("verb", "identifier", "metadataPrefix", "from", "until", "set", "resumptionToken")
    return {name: value for name, value in arguments.items() if name in known}
