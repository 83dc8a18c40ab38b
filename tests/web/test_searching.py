"""The search page of the web application: every state of it has an address."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from allocution.web.app import Sharing, make_app
from allocution.web.preview import Preview
from tests.chromium import launched
from tests.editions.validators import nu_errors
from tests.publish.archives import write
from tests.search.test_searching import ARCHIVE
from tests.web.test_app import Client

PreviewOf = Callable[[Path], Preview]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", ARCHIVE)


@pytest.fixture
def client(root: Path, preview_of: PreviewOf) -> Client:
    return Client(preview_of(root))


def marks(html: str) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", html)


def links(html: str) -> dict[str, str]:
    """Addresses by the text of links that ask for something."""
    found = re.findall(r'<a href="([^"]*\?[^"]*)"[^>]*>(.*?)</a>', html)
    return {re.sub("<.*?>", "", text).strip(" ×"): unescape(address) for address, text in found}


def test_hits_are_sentences_with_what_was_found_marked(client: Client) -> None:
    answer = client("/search?q=репрессия")
    assert answer.status_code == 200
    assert sorted(marks(answer.text)) == ["Репрессии", "репрессиями", "репрессиях"]
    assert "Найдено 3 предложения в 2 выступлениях." in answer.text
    (address,) = set(re.findall(r'href="(kim/index\.html#s-\w+)"[^>]*>Анна Ким', answer.text)[:1])
    page = client("/kim/").text
    assert f'id="{address.partition("#")[2]}"' in page
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "form-action 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/search", "/search/", "/search/index.html"])
def test_links_lead_there_from_each_address_of_the_page(path: str, client: Client) -> None:
    (found,) = set(re.findall(r'href="([./]*)lee/index\.html#s-\w+', client(f"{path}?q=молчал").text))
    assert found == ("../" if path != "/search" else "")


def test_the_page_speaks_the_language_of_its_site(client: Client) -> None:
    assert "sentences found" in client("/en/search?q=court OR суд").text
    assert "предложени" in client("/search?q=court OR суд").text


def test_hits_stay_in_the_readers_language_of_the_interface(root: Path, preview_of: PreviewOf) -> None:
    configuration = ARCHIVE["hugo.toml"] + '[params.allocution]\ninterfaceLanguages = ["kk"]\n'
    write(root, {"hugo.toml": configuration})
    client = Client(preview_of(root))
    for view in ("", "&view=concordance"):
        text = client(f"/kk/search?q=репрессия{view}").text
        assert re.findall(r'href="([^"]*kim/index\.html#s-\w+)"', text)
        for address in re.findall(r'href="([^"]*(?:kim|lee)/index\.html#s-\w+)"', text):
            assert client(f"/kk/{address}").status_code == 200
    hits = client("/kk/search.json?q=репрессия").json()["hits"]
    assert {hit["page"] for hit in hits} == {"/kim/", "/lee/"}


def test_a_facet_is_a_link_that_leaves_as_many_statements_as_it_says(client: Client) -> None:
    html = client("/search?q=суд OR court OR репрессия").text
    counted = re.findall(r'<a href="([^"]*)" rel="nofollow">.*?</a> <span class="count">(\d+)</span>', html)
    assert len(counted) > 6
    for address, count in counted:
        found = client(f"/search.json{unescape(address)}").json()
        assert found["statements"] == int(count), address


def test_a_filter_can_be_taken_away(client: Client) -> None:
    html = client("/search?q=(суд OR court) country:kz").text
    assert links(html)["country:kz"] == "?q=%D1%81%D1%83%D0%B4+OR+court"


def test_notes_and_suggestions_are_said_and_led_to(client: Client) -> None:
    html = client('/search?q="репресия').text
    assert "Кавычка не закрыта" in html
    html = client("/search?q=репресия").text
    (address,) = [address for text, address in links(html).items() if "репрессия" in text]
    assert len(marks(client(f"/search{address}").text)) == 3


def test_why_a_word_was_found_is_said_when_asked(client: Client) -> None:
    plain = client("/search?q=репрессии").text
    assert "другая форма слова" not in plain
    html = client(f"/search{links(plain)['почему найдено']}").text
    assert "другая форма слова" in html
    assert "точно так" in html


def test_pages_follow_each_other(root: Path, preview_of: PreviewOf) -> None:
    words = " ".join(f"Слово номер {number}." for number in range(50))
    write(
        root,
        {
            "content/many.md": f'---\ntitle: "Олег Ан (клевета)"\ndate: 2020-01-01\nlanguage: ru\n---\n\n{words}\n'
        },
    )
    client = Client(preview_of(root))
    html, seen = client("/search?q=слово").text, []
    while True:
        seen += re.findall(r"<mark>Слово</mark> номер (\d+)", html)
        if "Дальше" not in links(html) and not re.search('rel="next" href="([^"]*)"', html):
            break
        (following,) = re.findall('rel="next" href="([^"]*)"', html)
        html = client(f"/search{unescape(following)}").text
    assert sorted(map(int, seen)) == list(range(50))
    beyond = client("/search?q=слово&page=99")
    assert beyond.status_code == 200
    assert re.findall('rel="prev" href="([^"]*)"', beyond.text)
    assert "<mark>Слово</mark> номер" in beyond.text
    assert "<mark>7</mark>" in client('/search?q="номер 7"&page=2').text


def test_newest_first(client: Client) -> None:
    dates = [hit["date"] for hit in client("/search.json?q=я OR court&sort=date").json()["hits"]]
    assert dates == sorted(dates, reverse=True)


def test_the_concordance_and_its_table(client: Client) -> None:
    html = client("/search?q=суд OR честный&view=concordance&around=right").text
    rows = re.findall(r"<tr lang=.*?</tr>", html)
    assert len(rows) >= 4
    assert '<th scope="row">2021</th>' in html
    answer = client(f"/{links(html)['CSV']}")
    assert answer.headers["content-type"].startswith("text/csv")
    table = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert len(table) == len(rows) + 1


def test_what_is_cut_from_a_query_is_said(client: Client) -> None:
    notes = client(f"/search.json?q={'суд ' * 300}").json()["notes"]
    assert [note["code"] for note in notes] == ["too-many-words", "too-long"]
    assert "Запрос длиннее 1000 знаков" in client(f"/search?q={'суд ' * 300}").text.replace("\u00a0", "")
    assert client("/search.json?q=суд").json()["notes"] == []


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "q=",
        "q=((",
        "q=%00",
        "page=0&q=суд",
        "page=x&q=суд",
        "page=" + "9" * 400 + "&q=суд",
        "sort=x&q=суд",
    ],
)
def test_nothing_that_is_asked_is_an_error(asked: str, client: Client) -> None:
    assert client(f"/search?{asked}").status_code == 200
    assert client(f"/search.json?{asked}").status_code == 200
    assert client(f"/search.csv?{asked}").status_code == 200


def test_what_is_typed_is_never_markup(client: Client) -> None:
    html = client('/search?q="><script>alert(1)</script> суд').text
    assert "<script" not in html


def test_data_where_it_is_wished(client: Client) -> None:
    answer = client("/search?q=суд", accept="application/json")
    assert answer.json()["total"] == client("/search.json?q=суд").json()["total"]
    assert answer.headers["vary"] == "Accept"


def test_a_change_of_the_archive_is_found(root: Path, preview_of: PreviewOf) -> None:
    client = Client(preview_of(root))
    assert client("/search.json?q=молчать").json()["total"] == 1
    write(root, {"content/lee.md": ARCHIVE["content/lee.md"].replace("молчал", "кричал")})
    client.preview.reload(client.preview.snapshot)
    assert client("/search.json?q=молчать").json()["total"] == 0
    assert client("/search.json?q=кричать").json()["total"] == 1


def test_no_script_is_named_that_its_policy_forbids(root: Path, preview_of: PreviewOf) -> None:
    setting = "\n[params.allocution]\noffline = true\n"
    write(root, {"hugo.toml": (root / "hugo.toml").read_text("utf-8") + setting})
    assert "<script" not in Client(preview_of(root))("/search?q=суд").text


def test_a_page_of_the_archive_at_that_address_stays(root: Path, preview_of: PreviewOf) -> None:
    write(root, {"content/search.md": "---\ntitle: Own page\n---\n\nOwn words.\n"})
    client = Client(preview_of(root))
    assert "Own words." in client("/search/").text
    assert "sentences found" in client("/en/search?q=court OR суд").text


def test_a_site_with_an_index_is_searched_here_all_the_same(root: Path, preview_of: PreviewOf) -> None:
    write(root, {"hugo.toml": ARCHIVE["hugo.toml"] + "\n[params.allocution]\nsearch = true\n"})
    client = Client(preview_of(root))
    page = client("/kim/").text
    (leads,) = set(re.findall(r'href="([^"]*search/index.html)"', page))
    assert leads == "../search/index.html"
    assert len(marks(client("/search/index.html?q=репрессия").text)) == 3
    assert client("/assets/search/page.js").headers["content-type"].startswith("text/javascript")


def test_what_the_server_finds_is_sound_and_shuts_nobody_out(client: Client, tmp_path: Path) -> None:
    asked = {
        "hits": "q=(суд OR репрессия) country:kz&why=1",
        "kwic": "q=репрессия&view=concordance",
        "none": "q=йцу",
    }
    pages = {f"{name}/index.html": client(f"/search/?{query}").text for name, query in asked.items()}
    styles = {name: client(f"/{name}").text for name in ("assets/site.css", "-/search.css")}
    write(tmp_path / "found", pages | styles)
    assert nu_errors([tmp_path / "found" / name for name in pages]) == []
    with launched() as browser:
        for name in pages:
            page = browser.new_page(viewport={"width": 360, "height": 900})
            page.goto((tmp_path / "found" / name).as_uri())
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_who_searches_or_harvests_too_much_has_to_wait(
    preview_of: Callable[[Path], Preview], small: Path
) -> None:
    client = Client(preview_of(small))
    client.app = make_app(client.preview, client.heard.append, (), Sharing(requests_a_minute=2))
    answers = [
        client(path) for path in ("/search?q=a", "/oai?verb=Identify", "/search?q=b", "/oai?verb=Identify")
    ]
    assert [each.status_code for each in answers] == [200, 200, 429, 429]
    assert int(answers[2].headers["retry-after"]) > 0
    assert client("/").status_code == 200
