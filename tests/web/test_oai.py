"""OAI-PMH: harvested to the end by two clients of others; every refusal; what is gone is told of, without content."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from oaipmh_scythe import Scythe
from sickle import Sickle

from allocution.editions.oai_tokens import Asked, Token, UnreadableTokenError, read_token, write_token
from allocution.web.app import make_app
from allocution.web.preview import Preview
from tests.editions.archives import ODD_FILES, SCHEMAS
from tests.editions.validators import jing
from tests.publish.archives import build_site, write
from tests.web.processes import serving

PreviewOf = Callable[[Path], Preview]
NAMES = {
    "o": "http://www.openarchives.org/OAI/2.0/",
    "s": "http://www.openarchives.org/OAI/2.0/static-repository",
    "dc": "http://purl.org/dc/elements/1.1/",
    "tei": "http://www.tei-c.org/ns/1.0",
}
LIVING = 230
MANY = {
    "hugo.toml": 'baseURL = "https://archive.example/"\ntitle = "Архив"\n[params.allocution]\noai = true\n'
    'contact = "keeper@archive.example"\n',
    **{
        f"content/s{number:03}.md": f"---\ntitle: Слово {number}\nspeakers: [Иван {number}]\njurisdiction: kz\n"
        f"charges: [{'клевета' if number % 2 else 'измена'}]\nlastmod: 2024-0{1 + number % 9}-05\n---\n"
        f"Слово {number}.\n"
        for number in range(LIVING)
    },
    "content/gone.md": "---\ntitle: Ян Снятый (клевета)\nwithdrawn: {date: 2025-02-03, reason: safety}\n---\n"
    "Снято!\n",
    "content/undated.md": "---\ntitle: Анна Ким (клевета)\ndate: 1960-01-01\n---\n"
    "I deny it. This court is not a court.\n",
}


GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("oai-pmh.rng")))


def published_schema() -> etree.XMLSchema:
    """The protocol's own; what stands in it from elsewhere (metadata) is looked at by schemas of its own."""
    data = (Path(__file__).parent / "schemas" / "OAI-PMH.xsd").read_bytes()
    return etree.XMLSchema(etree.fromstring(data.replace(b'"strict"', b'"lax"')))


SCHEMA = published_schema()


def assert_valid(answer: etree._Element | etree._ElementTree) -> None:
    """By our own grammar and by the published schema."""
    GRAMMAR.assertValid(answer)
    SCHEMA.assertValid(answer)


# All that Dublin Core 1.1 has; the schema of `oai_dc` allows these, in any order and number, and nothing else.
DUBLIN_CORE = frozenset(
    (
        "contributor", "coverage", "creator", "date", "description", "format", "identifier", "language",
        "publisher", "relation", "rights", "source", "subject", "title", "type",
    )
)  # fmt: skip


class Harvester:
    """Requests to the repository of one archive."""

    def __init__(self, preview: Preview) -> None:
        self.app = make_app(preview, lambda _: None)

    def __call__(self, method: str = "GET", **arguments: str) -> etree._Element:
        pairs = {name.rstrip("_"): value for name, value in arguments.items()}
        return self.ask(list(pairs.items()), method)

    def ask(self, pairs: list[tuple[str, str]], method: str = "GET") -> etree._Element:
        async def fetch() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
                if method == "POST":
                    form = {"content-type": "application/x-www-form-urlencoded"}
                    return await client.post("/oai", content=urlencode(pairs), headers=form)
                return await client.get(f"/oai?{urlencode(pairs)}")

        answer = asyncio.run(fetch())
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/xml; charset=utf-8"
        said = etree.fromstring(answer.content)
        assert_valid(said)
        return said


def found(answer: etree._Element, path: str) -> list[str]:
    return [each if isinstance(each, str) else each.text for each in answer.xpath(path, namespaces=NAMES)]


def code(answer: etree._Element) -> str:
    (told,) = found(answer, "o:error/@code")
    return told


@pytest.fixture(name="root", scope="module")
def _root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("oai"), MANY)


@pytest.fixture(name="harvester", scope="module")
def _harvester(root: Path, preview_of: PreviewOf) -> Harvester:
    return Harvester(preview_of(root))


@pytest.fixture(name="address", scope="module")
def _address(root: Path) -> Iterator[str]:
    with serving(root, "--no-watch") as served:
        yield f"{served.address.rstrip('/')}/oai"


def test_dublin_core_has_its_fifteen_elements_only(harvester: Harvester) -> None:
    answer = harvester(verb="ListRecords", metadataPrefix="oai_dc")
    told = answer.findall(".//{http://www.openarchives.org/OAI/2.0/oai_dc/}dc")
    assert told
    for each in (element for dublin in told for element in dublin):
        name = etree.QName(each)
        assert name.namespace == NAMES["dc"]
        assert name.localname in DUBLIN_CORE
        assert len(each) == 0
        assert set(each.attrib) <= {"{http://www.w3.org/XML/1998/namespace}lang"}
    for name in DUBLIN_CORE:
        etree.SubElement(told[0], f"{{{NAMES['dc']}}}{name}").text = "x"
    assert GRAMMAR.validate(answer)
    etree.SubElement(told[0], f"{{{NAMES['dc']}}}audience").text = "x"
    assert not GRAMMAR.validate(answer)


def test_sickle_harvests_to_the_end(address: str) -> None:
    client = Sickle(address)
    assert client.Identify().deletedRecord == "persistent"
    records = list(client.ListRecords(metadataPrefix="oai_dc"))
    assert len({record.header.identifier for record in records}) == len(records) == LIVING + 2
    assert [record.header.identifier for record in records if record.deleted] == ["oai:archive.example:gone"]
    titles = [record.metadata["title"][0] for record in records if not record.deleted]
    assert "Иван 7 (клевета)" in titles
    assert len(list(client.ListIdentifiers(metadataPrefix="tei"))) == LIVING + 2
    assert {each.setSpec for each in client.ListSets()} >= {"country:kz", "language:en", "charge"}
    assert [each.metadataPrefix for each in client.ListMetadataFormats()] == ["oai_dc", "tei"]


def test_scythe_harvests_to_the_end(address: str) -> None:
    with Scythe(address) as client:
        records: list[Any] = list(client.list_records(metadata_prefix="tei"))
        assert len({record.header.identifier for record in records}) == len(records) == LIVING + 2
        (record,) = [each for each in records if each.header.identifier.endswith(":s007")]
        assert "Слово 7." in "".join(record.xml.itertext())
        some = list(client.list_identifiers(metadata_prefix="oai_dc", set_="country:kz"))
        assert len(some) == LIVING
        late = list(client.list_records(metadata_prefix="oai_dc", from_="2024-09-01"))
        assert len(late) == LIVING // 9 + 2


def test_the_repository_says_what_it_is(harvester: Harvester) -> None:
    said = harvester(verb="Identify")
    assert found(said, "o:request/@verb") == ["Identify"]
    assert found(said, "o:Identify/o:baseURL") == ["https://archive.example/oai"]
    assert found(said, "o:Identify/o:adminEmail") == ["keeper@archive.example"]
    assert found(said, "o:Identify/o:earliestDatestamp") == ["2024-01-05"]
    assert found(said, "o:Identify/o:granularity") == ["YYYY-MM-DD"]


def test_a_record_without_a_stated_change_is_dated_by_the_latest_day_that_is_stated(
    harvester: Harvester,
) -> None:
    record = harvester(verb="GetRecord", metadataPrefix="oai_dc", identifier="oai:archive.example:undated")
    assert found(record, "//o:datestamp") == ["2025-02-03"]


def test_what_is_withdrawn_is_told_of_without_content(harvester: Harvester) -> None:
    record = harvester(verb="GetRecord", metadataPrefix="tei", identifier="oai:archive.example:gone")
    assert found(record, "//o:header/@status") == ["deleted"]
    assert found(record, "//o:datestamp") == ["2025-02-03"]
    assert found(record, "//o:metadata") == []
    assert "Снят" not in etree.tostring(record, encoding="unicode")
    formats = harvester(verb="ListMetadataFormats", identifier="oai:archive.example:gone")
    assert code(formats) == "noMetadataFormats"


def test_sets_leave_what_is_in_them(harvester: Harvester) -> None:
    specs = dict(
        zip(
            found(harvester(verb="ListSets"), "//o:setName"),
            found(harvester(verb="ListSets"), "//o:setSpec"),
            strict=True,
        )
    )
    listed = harvester(verb="ListIdentifiers", metadataPrefix="oai_dc", set=specs["измена"])
    assert found(listed, "//o:resumptionToken/@completeListSize") == []
    assert len(found(listed, "//o:header")) == LIVING // 2
    every = harvester(verb="ListIdentifiers", metadataPrefix="oai_dc", set="charge")
    assert found(every, "//o:resumptionToken/@completeListSize") == [str(LIVING + 1)]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "badVerb"),
        ({"verb": "Harvest"}, "badVerb"),
        ({"verb": "Identify", "set": "x"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2024"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": ""}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "lang:a b"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": ""}, "badArgument"),
        ({"verb": "ListIdentifiers", "metadataPrefix": ""}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2023-02-29"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "тэи", "identifier": "oai:x:nobody"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "no body"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:x:%"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "http://x:y/"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "http://x:80/?y"}, "idDoesNotExist"),
        ({"verb": "ListMetadataFormats", "identifier": ""}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2024-01-01T00:00:00Z"}, "badArgument"),
        (
            {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2025-01-01", "until": "2024-01-01"},
            "badArgument",
        ),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "resumptionToken": "x"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "ListSets", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "ListRecords", "metadataPrefix": "marc21"}, "cannotDisseminateFormat"),
        (
            {"verb": "GetRecord", "metadataPrefix": "marc21", "identifier": "oai:archive.example:s001"},
            "cannotDisseminateFormat",
        ),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:x:nobody"}, "idDoesNotExist"),
        ({"verb": "ListMetadataFormats", "identifier": "nobody"}, "idDoesNotExist"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "1999-01-01"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "country:xx"}, "noRecordsMatch"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_refusal_has_the_protocols_own_code(
    method: str, arguments: dict[str, str], expected: str, harvester: Harvester
) -> None:
    assert code(harvester(method, **arguments)) == expected


def test_an_archive_without_sets_says_so(preview_of: PreviewOf, tmp_path: Path) -> None:
    harvester = Harvester(preview_of(write(tmp_path, {"content/a.md": "---\ntitle: X\n---\n"})))
    assert code(harvester(verb="ListSets")) == "noSetHierarchy"
    assert found(harvester(verb="Identify"), "//o:adminEmail") == ["unknown@archive.invalid"]


def test_an_argument_given_twice_is_refused(harvester: Harvester) -> None:
    assert code(harvester.ask([("verb", "ListSets"), ("verb", "ListSets")])) == "badVerb"
    twice = [("verb", "GetRecord"), ("identifier", "a"), ("identifier", "b"), ("metadataPrefix", "oai_dc")]
    assert code(harvester.ask(twice)) == "badArgument"


def test_a_harvest_goes_on_after_the_archive_has_changed(
    preview_of: PreviewOf, tmp_path: Path, root: Path
) -> None:
    before = Harvester(preview_of(root))(verb="ListRecords", metadataPrefix="oai_dc")
    (token,) = found(before, "//o:resumptionToken")
    first = found(before, "//o:identifier")
    gone = first[3].rpartition(":")[2]
    less = {path: text for path, text in MANY.items() if path != f"content/{gone}.md"}
    after = Harvester(preview_of(write(tmp_path, less)))(verb="ListRecords", resumptionToken=token)
    assert not set(first) & set(found(after, "//o:identifier"))
    assert found(after, "//o:resumptionToken/@cursor") == ["49"]


texts = st.text(max_size=12)


@given(
    st.builds(Token, st.builds(Asked, texts, texts, texts, texts), st.tuples(texts, texts)),
    st.text(max_size=20),
)
def test_tokens_come_back_and_others_are_refused(token: Token, other: str) -> None:
    written = write_token(token)
    assert read_token(written) == token
    if other != written:
        try:
            assert write_token(read_token(other)) == other
        except UnreadableTokenError:
            pass


words = st.sampled_from(
    (
        "ListRecords",
        "ListIdentifiers",
        "Identify",
        "GetRecord",
        "ListSets",
        "oai_dc",
        "tei",
        "2024-01-01",
        "\0",
        "<&>",
    )
)


@given(
    pairs=st.lists(
        st.tuples(
            st.sampled_from(
                ("verb", "metadataPrefix", "identifier", "from", "until", "set", "resumptionToken", "x")
            ),
            words | st.text(max_size=8),
        ),
        max_size=5,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_asked_the_answer_is_xml(pairs: list[tuple[str, str]], harvester: Harvester) -> None:
    assert len(harvester.ask(pairs)) == 3


def test_a_site_without_a_server_has_a_static_repository(root: Path, tmp_path: Path) -> None:
    build_site(root, tmp_path / "public")
    whole = etree.fromstring((tmp_path / "public" / "oai" / "repository.xml").read_bytes())
    assert [etree.QName(each).localname for each in whole] == [
        "Identify",
        "ListMetadataFormats",
        "ListRecords",
    ]
    assert found(whole, "s:Identify/o:baseURL") == ["https://archive.example/oai/repository.xml"]
    assert found(whole, "s:Identify/o:deletedRecord") == ["no"]
    assert len(found(whole, "s:ListRecords/o:record")) == LIVING + 1
    assert "Снят" not in etree.tostring(whole, encoding="unicode")


@pytest.mark.parametrize("prefix", ["oai_dc", "tei"])
def test_the_oddest_archive_is_harvested(prefix: str, preview_of: PreviewOf, tmp_path: Path) -> None:
    harvester = Harvester(preview_of(write(tmp_path, ODD_FILES)))
    said = harvester(verb="ListRecords", metadataPrefix=prefix)
    assert len(found(said, "//o:record/o:metadata")) == len(ODD_FILES) - 1
    for number, tei in enumerate(said.iterfind(".//tei:TEI", NAMES)):
        file = tmp_path / f"{number}.xml"
        file.write_bytes(etree.tostring(tei))
        assert jing(SCHEMAS / "tei_all.rng", [file]) == ""


def test_answers_are_as_the_protocol_has_them(harvester: Harvester) -> None:
    for verb in ("Identify", "ListSets", "ListMetadataFormats", "Nothing"):
        harvester(verb=verb)
    for verb in ("ListIdentifiers", "ListRecords"):
        for prefix in ("oai_dc", "tei", "other"):
            harvester(verb=verb, metadataPrefix=prefix)
    for identifier in ("oai:archive.example:gone", "oai:archive.example:s007", "oai:archive.example:never"):
        harvester(verb="GetRecord", metadataPrefix="oai_dc", identifier=identifier)


@pytest.mark.parametrize(
    ("written", "broken"),
    [
        (b"<protocolVersion>2.0", b"<protocolVersion>1.1"),
        (b"keeper@archive.example", b"keeper"),
        (b"persistent", b"for ever"),
        (b"YYYY-MM-DD", b"day"),
        (b"</Identify>", b"<nothing/></Identify>"),
    ],
)
def test_the_grammar_sees_what_is_wrong(written: bytes, broken: bytes, harvester: Harvester) -> None:
    said = etree.tostring(harvester(verb="Identify"))
    wrong = said.replace(written, broken)
    assert wrong != said
    assert not GRAMMAR.validate(etree.fromstring(wrong))
    assert not SCHEMA.validate(etree.fromstring(wrong))


class FromFiles(Sickle):  # type: ignore[misc]
    """Sickle, asking files instead of a server: arguments name a file, a token is the path of one."""

    def __init__(self, folder: Path) -> None:
        super().__init__("https://archive.example/oai/")
        self.folder = folder

    def _request(self, asked: dict[str, str]) -> requests.Response:
        answer = requests.Response()
        answer.status_code = 200
        answer._content = (self.folder / self._path(asked)).read_bytes()
        return answer

    @staticmethod
    def _path(asked: dict[str, str]) -> str:
        if "resumptionToken" in asked:
            return asked["resumptionToken"]
        if asked["verb"] == "GetRecord":
            return f"GetRecord/{asked['metadataPrefix']}/{asked['identifier'].split(':', 2)[2]}.xml"
        if "metadataPrefix" not in asked:
            return f"{asked['verb']}.xml"
        within = [*asked.get("set", "").split(":")] if asked.get("set") else []
        return "/".join((asked["verb"], asked["metadataPrefix"], *within, "1.xml"))


def test_without_a_server_files_are_harvested_to_the_end(root: Path, tmp_path: Path, address: str) -> None:
    build_site(root, tmp_path / "public")
    client, server = FromFiles(tmp_path / "public" / "oai"), Sickle(address)
    assert client.Identify().deletedRecord == "persistent"
    sets = [each.setSpec for each in client.ListSets()]
    assert sets == [each.setSpec for each in server.ListSets()]
    for prefix in ("oai_dc", "tei"):
        assert gathered(client, prefix) == gathered(server, prefix)
        for chosen in sets:
            asked = {"metadataPrefix": prefix, "set": chosen}
            found = [each.identifier for each in client.ListIdentifiers(**asked)]
            assert found == [each.identifier for each in server.ListIdentifiers(**asked)]
        for name in ("gone", "s007"):
            one = {"metadataPrefix": prefix, "identifier": f"oai:archive.example:{name}"}
            assert client.GetRecord(**one).raw == server.GetRecord(**one).raw
    in_charge = client.ListRecords(metadataPrefix="oai_dc", set="charge")
    assert len(list(in_charge)) == LIVING + 1
    files = [path for path in (tmp_path / "public" / "oai").rglob("*.xml") if path.name != "repository.xml"]
    assert len(files) > 2 * LIVING
    for path in files:
        assert_valid(etree.parse(path))


def gathered(client: Sickle, prefix: str) -> list[tuple[str, str, bool]]:
    """All records, with their metadata, and whether they are deleted."""
    records = client.ListRecords(metadataPrefix=prefix)
    return [(record.header.identifier, record.raw, record.deleted) for record in records]


def test_files_are_made_anew_as_the_archive_changes(tmp_path: Path) -> None:
    files = {name: text for name, text in MANY.items() if name < "content/s003" or name == "hugo.toml"}
    root = write(tmp_path / "archive", files)
    build_site(root, tmp_path / "public")
    gone = tmp_path / "public/oai/GetRecord/oai_dc/s001.xml"
    assert gone.is_file()
    (root / "content/s001.md").unlink()
    build_site(root, tmp_path / "public")
    assert not gone.exists()
    left = (tmp_path / "public/oai/ListRecords/oai_dc/1.xml").read_text()
    assert "s000" in left
    assert "s001" not in left
