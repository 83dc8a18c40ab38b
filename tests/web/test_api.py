"""The API: lists in parts, filters, chosen fields, problems in the reader's language; the same bytes as files."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import httpx
import jsonschema_rs
import pytest

from allocution.messages import LANGUAGES, Catalogue
from allocution.web.app import Sharing, make_app
from allocution.web.preview import Preview
from allocution.web.rate_limit import MOST_CLIENTS, RateLimit
from tests.publish.archives import build_site, tree, write
from tests.publish.secrets_archive import PLACES, secrets, statement
from tests.web.conftest import ROOT

PreviewOf = Callable[[Path], Preview]
SAMPLE = ROOT / "examples" / "archive"


class Client:
    """Requests to the API of one archive."""

    def __init__(self, preview: Preview, sharing: Sharing) -> None:
        self.app = make_app(preview, lambda _: None, (), sharing)

    def __call__(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
                return await client.request(method, path, headers=named)

        return asyncio.run(ask())

    def json(self, path: str) -> Any:
        answer = self(f"/api/v1/{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(autouse=True, scope="module")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(name="client", scope="module")
def _client(preview_of: PreviewOf) -> Client:
    return Client(preview_of(SAMPLE), Sharing(("*",), 0))


def test_the_entry_leads_to_everything(client: Client) -> None:
    entry = client.json("index.json")
    assert client("/api/v1/").json() == entry
    lists = [entry[name] for name in ("statements", "speakers", "charges", "courts", "countries")]
    for address in (*lists, entry["description"]):
        assert client(f"/api/v1/{address}").status_code == 200


def test_a_list_leads_to_its_objects(client: Client) -> None:
    statements = client.json("statements.json")
    assert statements["total"] == len(statements["items"]) == 23
    for item in statements["items"]:
        whole = client.json(item["data"])
        assert item.items() <= whole.items()
        assert whole["sentences"][0]["address"].startswith(item["address"])
    for name in ("speakers", "charges", "courts", "countries"):
        for item in client.json(f"{name}.json")["items"]:
            whole = client.json(item["data"])
            assert whole["name"] == item["name"]
            assert len(whole["statements"]) == item["statements"] > 0


def test_filters_leave_what_fits(client: Client) -> None:
    every = client.json("statements.json")["items"]

    def names(query: str) -> list[str]:
        return [each["name"] for each in client.json(f"statements.json?{query}")["items"]]

    assert names("language=uk") == [each["name"] for each in every if each["language"] == "uk"] != []
    assert names("since=1960&until=1969-12") == [
        each["name"] for each in every if each["date"] and "1960" <= each["date"]["earliest"] <= "1969-12-31"
    ]
    assert names("until=-0001") == [each["name"] for each in every if "socrates" in each["name"]]
    (country,) = [each for each in client.json("countries.json")["items"] if each["id"] == "za"]
    assert len(names("country=za")) == country["statements"] == 2
    assert names("country=za&language=kk") == []
    assert names("speaker=nobody") == []
    assert names("sort=-date")[0] == next(each["name"] for each in reversed(every) if each["date"])


def test_every_part_of_a_list_is_reached(client: Client) -> None:
    every = [each["name"] for each in client.json("statements.json")["items"]]
    found: list[str] = []
    path, previous = "statements.json?limit=7&fields=name", ""
    while path:
        part = client.json(path)
        assert part["total"] == len(every)
        assert bool(part["previous"]) == bool(found)
        found += [each.pop("name") for each in part["items"]]
        assert part["items"] == [{}] * len(part["items"])
        if previous:
            assert client.json(part["previous"])["items"][0]["name"] == previous
        previous = found[-len(part["items"])]
        path = part["next"]
    assert found == every


def test_fields_are_chosen_of_a_statement(client: Client) -> None:
    name = client.json("statements.json?limit=1&fields=name")["items"][0]["name"]
    assert list(client.json(f"statements/{name}.json?fields=title,sentences")) == ["title", "sentences"]


def test_a_search_finds_sentences(client: Client) -> None:
    found = client.json("search.json?q=court&limit=2")
    assert found["total"] > 2
    assert len(found["items"]) == 2
    assert all("#s-" in each["address"] for each in found["items"])
    assert client.json(found["next"])["items"][0] not in found["items"]


def test_an_answer_that_is_known_is_not_sent_again(client: Client) -> None:
    answer = client("/api/v1/statements.json")
    tag = answer.headers["etag"]
    again = client("/api/v1/statements.json", if_none_match=f'"x", W/{tag}')
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    head = client("/api/v1/statements.json", "HEAD")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(answer.content))


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("nothing", 404, "not-found"),
        ("statements/nobody.json", 404, "not-found"),
        ("statements/pages/1.json", 404, "not-found"),
        ("statements/pages/99.json", 404, "not-found"),
        ("statements/pages/²2.json", 404, "not-found"),
        ("statements.json?langauge=ru", 400, "parameter-unknown"),
        ("statements.json?limit=3&limit=4", 400, "parameter-repeated"),
        ("statements.json?limit=0", 400, "parameter-unusable"),
        ("statements.json?limit=1e3", 400, "parameter-unusable"),
        ("statements.json?fields=name,secret", 400, "parameter-unusable"),
        ("statements.json?since=yesterday", 400, "parameter-unusable"),
        ("statements.json?" + "&".join(f"a{n}=1" for n in range(60)), 400, "too-many-parameters"),
        ("index.json?x=1", 400, "parameter-unknown"),
        ("search.json", 400, "parameter-missing"),
        ("search.json?q=", 400, "parameter-unusable"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_is_told_in_the_readers_language(
    path: str, status: int, code: str, language: str, client: Client
) -> None:
    answer = client(f"/api/v1/{path}", accept_language=f"de, {language}-XX;q=0.5, en;q=0.1")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == language
    problem = answer.json()
    assert problem["type"] == f"urn:allocution:problem:{code}"
    assert problem["title"] == Catalogue("api", language)(code)
    assert problem["status"] == status
    assert len(problem["detail"]) > 10


def test_nothing_can_be_written(client: Client) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
        answer = client("/api/v1/statements.json", method)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_pages_of_other_origins_read_only_where_that_is_allowed(preview_of: PreviewOf, small: Path) -> None:
    origin = "https://reader.example"
    preview = preview_of(small)
    path = "/api/v1/statements.json"
    shut = Client(preview, Sharing())(path, origin=origin)
    assert "access-control-allow-origin" not in shut.headers
    assert shut.headers["cross-origin-resource-policy"] == "same-origin"
    some = Client(preview, Sharing((origin,)))
    assert some(path, origin=origin).headers["access-control-allow-origin"] == origin
    assert "Origin" in some(path, origin=origin).headers["vary"]
    assert "access-control-allow-origin" not in some(path, origin="https://other.example").headers
    preflight = some(path, "OPTIONS", origin=origin, access_control_request_method="GET")
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert Client(preview, Sharing(("*",)))(path).headers["access-control-allow-origin"] == "*"


def test_a_client_that_asks_too_much_is_told_to_wait(preview_of: PreviewOf, small: Path) -> None:
    client = Client(preview_of(small), Sharing(requests_a_minute=3))
    answers = [client("/api/v1/index.json") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert int(answers[3].headers["retry-after"]) in range(1, 21)
    assert answers[0].headers["ratelimit-policy"] == '"client";q=3;w=60'
    assert answers[0].headers["ratelimit"].startswith('"client";r=2')
    assert client("/statements/one/").status_code == 200


def test_the_limit_fills_again_and_remembers_no_more_than_it_needs() -> None:
    now = [0.0]
    limit = RateLimit(60, lambda: now[0])
    assert all(limit.take("a").allowed for _ in range(60))
    refused = limit.take("a")
    assert (refused.allowed, refused.wait) == (False, 1)
    assert limit.take("b").allowed
    now[0] = 1.0
    assert limit.take("a").allowed
    assert not limit.take("a").allowed
    for number in range(MOST_CLIENTS + 5):
        limit.take(str(number))
    assert len(limit._buckets) == MOST_CLIENTS


def test_what_changes_on_disk_is_answered_anew(preview_of: PreviewOf, small: Path) -> None:
    client = Client(preview_of(small), Sharing())
    path = "/api/v1/statements/statements.one.json"
    assert client(path).json()["sentences"][0]["text"] == "Words."
    (small / "content/statements/one.md").write_text('---\ntitle: "Ann Lee (sedition)"\n---\n\nNew words.\n')
    assert client(path).json()["sentences"][0]["text"] == "New words."


def test_every_answer_is_as_it_is_described(client: Client) -> None:
    described = client.json("openapi.json")
    for path, schema in (
        ("index", "Entry"),
        ("statements", "StatementList"),
        ("charges", "TermList"),
        ("search?q=суд", "SearchAnswer"),
        ("nothing", "Problem"),
        ("statements?limit=3&fields=name", "StatementList"),
    ):
        wanted = {"$ref": f"#/components/schemas/{schema}", "components": described["components"]}
        jsonschema_rs.validate(wanted, client(f"/api/v1/{path}").json())


def api_files(folder: Path) -> dict[str, bytes]:
    """The API's files of a built site."""
    return {path: data for path, data in tree(folder).items() if path.startswith("api/")}


def test_a_site_without_a_server_has_the_same_bytes_at_the_same_addresses(
    preview_of: PreviewOf, tmp_path: Path
) -> None:
    many = {
        f"content/s{number:03}.md": f"---\ntitle: Слово {number}\nspeakers: [Иван {number}]\n"
        "charges: [клевета]\n---\nСлово.\n"
        for number in range(130)
    }
    root = write(tmp_path / "archive", {"hugo.toml": "[params.allocution]\napi = true\n", **many})
    build_site(root, tmp_path / "public")
    files = api_files(tmp_path / "public")
    client = Client(preview_of(root), Sharing(requests_a_minute=0))
    assert {"api/v1/index.json", "api/v1/openapi.json", "api/v1/speakers/pages/2.json"} <= files.keys()
    assert len(files) == 2 + 130 + 130 + 1 + 4 + 3
    for path in [*list(files)[::17], *(each for each in files if "pages" in each)]:
        assert client(f"/{quote(path)}").content == files[path], path
    first = json.loads(files["api/v1/statements.json"])
    assert f"api/v1/{first['next']}" in files
    assert all(f"api/v1/{unquote(item['speakers'][0]['data'])}" in files for item in first["items"])


def test_files_are_made_anew_only_when_something_changed(tmp_path: Path) -> None:
    one = "---\ntitle: Анна Ким (клевета)\n---\nСлово.\n"
    settings = "[params.allocution]\napi = true\n"
    root = write(tmp_path / "archive", {"hugo.toml": settings, "content/a.md": one, "content/b.md": one})
    out = tmp_path / "public"
    build_site(root, out)
    before = api_files(out)
    build_site(root, out)
    assert api_files(out) == before
    write(root, {"content/a.md": one.replace("Слово", "Другое")})
    build_site(root, out)
    changed = {path for path, data in api_files(out).items() if data != before.get(path)}
    assert "api/v1/statements/a.json" in changed
    (root / "content/b.md").unlink()
    build_site(root, out)
    assert "api/v1/statements/b.json" not in api_files(out)
    write(root, {"hugo.toml": ""})
    build_site(root, out)
    assert api_files(out) == {}


def test_nothing_that_is_withheld_is_answered(preview_of: PreviewOf, tmp_path: Path) -> None:
    planted = list(zip(PLACES, secrets(), strict=False))
    for number, (place, secret) in enumerate(planted):
        write(tmp_path, {f"content/s{number}.md": statement(place, secret)})
    client = Client(preview_of(tmp_path), Sharing(requests_a_minute=0))
    said = [client(f"/api/v1/{name}").text for name in ("statements", "speakers", "charges", "courts")]
    said += [client(f"/api/v1/statements/s{number}").text for number in range(len(planted))]
    everything = "\n".join(said).casefold()
    assert len(said) > 50
    assert [place for place, secret in planted if secret.stem in everything] == []
