"""A link to a sentence made today still lands on it after edits, in a real browser with scripts off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.chromium import launched
from tests.publish.archives import build_site, write

SENTENCES = tuple(
    f"Это предложение номер {number}, и в нём говорится о деле {name}, которое слушали здесь."
    for number, name in enumerate(
        "первом втором третьем четвёртом пятом шестом седьмом восьмом девятом десятом".split() * 6
    )
)
HIGHLIGHTED = """found => found
  .filter(each => getComputedStyle(each).backgroundColor != "rgba(0, 0, 0, 0)")
  .map(each => each.innerText)"""
REWORDED = "Это предложение номер 40, и в нём сказано о деле пятом, что слушали тут."


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    """A page of a telephone's size in Chromium, without scripts; every request is noted by `requests`."""
    with launched() as browser:
        context = browser.new_context(java_script_enabled=False, viewport={"width": 400, "height": 700})
        page = context.new_page()
        page.set_default_timeout(10_000)
        yield page


@dataclass
class Reader:
    """Somebody who follows links to sentences on a site that is built anew now and then."""

    root: Path
    page: Page

    @property
    def output(self) -> Path:
        return self.root.parent / "public"

    def publish(self, sentences: tuple[str, ...], name: str = "речь", extra: str = "") -> None:
        """Have the statement under this file name, and build."""
        for path in self.root.glob("content/*.md"):
            path.unlink()
        paragraphs = "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))
        head = f'---\ntitle: "Иван Первый (Клевета)"\ndate: 2020-01-02\n{extra}---\n'
        write(self.root, {f"content/{name}.md": f"{head}{paragraphs}\n"})
        build_site(self.root, self.output)

    def identifier(self, sentence: str, name: str = "речь") -> str:
        """The identifier of a sentence, taken from the link at its number."""
        self.page.goto((self.output / name / "index.html").as_uri())
        found = self.page.locator(".s", has_text=sentence)
        assert found.count() == 1
        link = found.locator("a.n").get_attribute("href")
        assert link is not None
        return link.removeprefix("#")

    def follow(self, identifier: str, name: str = "речь") -> None:
        """Open the link, as from a bookmark."""
        self.page.goto("about:blank")
        self.page.goto(f"{(self.output / name / 'index.html').as_uri()}#{identifier}")

    def target(self) -> str:
        """The text of what the link landed on, which has to be in view."""
        found = self.page.locator(":target")
        assert found.count() == 1
        assert self.in_view(":target") or self.in_view(":target small")
        return found.inner_text()

    def in_view(self, selector: str) -> bool:
        """Whether all of an element is inside the window, to the pixel."""
        found = self.page.locator(selector)
        box = found.first.bounding_box() if found.count() else None
        return box is not None and box["y"] > -1 and box["y"] + box["height"] < 701

    def highlighted(self) -> list[str]:
        """The sentences that stand out by their colour."""
        return list(self.page.locator(".words .s").evaluate_all(HIGHLIGHTED))


@pytest.fixture
def reader(browser_page: Page, tmp_path: Path) -> Reader:
    """A reader of an archive with one long statement."""
    found = Reader(tmp_path / "archive", browser_page)
    found.publish(SENTENCES)
    return found


def test_a_link_lands_on_its_sentence(reader: Reader) -> None:
    identifier = reader.identifier("номер 40,")
    reader.follow(identifier)
    assert SENTENCES[40] in reader.target()
    assert [text.lstrip("0123456789") for text in reader.highlighted()] == [SENTENCES[40]]


def test_after_a_correction_the_link_lands_there_and_says_so(reader: Reader) -> None:
    identifier = reader.identifier("номер 40,")
    reader.publish((*SENTENCES[:40], REWORDED, *SENTENCES[41:]))
    reader.follow(identifier)
    note = reader.page.locator(":target small")
    assert note.is_visible()
    assert "исправлено" in reader.target()
    assert [text.lstrip("0123456789") for text in reader.highlighted()] == [REWORDED]
    sentence = reader.page.locator(".s", has_text="номер 40,")
    place, noted = sentence.bounding_box(), note.bounding_box()
    assert place is not None
    assert noted is not None
    assert noted["y"] + noted["height"] <= place["y"] + 1
    assert place["y"] < 700
    assert reader.page.locator(".former small").count() == 1


def test_notes_are_out_of_sight_for_other_readers(reader: Reader) -> None:
    reader.identifier("номер 40,")
    reader.publish((*SENTENCES[:40], REWORDED, *SENTENCES[41:50], *SENTENCES[51:]))
    reader.page.goto((reader.output / "речь/index.html").as_uri())
    assert reader.page.locator(".former small").count() == 2
    assert reader.page.locator(".former small:visible").count() == 0
    assert reader.highlighted() == []


def test_after_a_second_correction_both_links_land(reader: Reader) -> None:
    first = reader.identifier("номер 40,")
    reader.publish((*SENTENCES[:40], REWORDED, *SENTENCES[41:]))
    second = reader.identifier("номер 40,")
    again = REWORDED.replace("тут", "в этом зале")
    reader.publish((*SENTENCES[:40], again, *SENTENCES[41:]))
    third = reader.identifier("номер 40,")
    assert len({first, second, third}) == 3
    for identifier in (first, second):
        reader.follow(identifier)
        assert "исправлено" in reader.target()
        assert [text.lstrip("0123456789") for text in reader.highlighted()] == [again]
    reader.follow(third)
    assert again in reader.target()


def test_after_a_removal_the_link_lands_where_it_stood(reader: Reader) -> None:
    identifier = reader.identifier("номер 40,")
    reader.publish((*SENTENCES[:40], *SENTENCES[41:]))
    reader.follow(identifier)
    assert "больше нет" in reader.target()
    assert reader.highlighted() == []
    note = reader.page.locator(":target small").bounding_box()
    after = reader.page.locator(".s", has_text="номер 41,").bounding_box()
    assert note is not None
    assert after is not None
    assert abs(after["y"] - note["y"]) < 200


@pytest.mark.parametrize(
    ("name", "extra", "address"),
    [
        ("переименовано", "", "переименовано"),
        ("речь", "slug: иначе\n", "иначе"),
        ("речь", "url: /x/y/\n", "x/y"),
    ],
)
def test_after_the_page_moved_its_old_address_answers(
    name: str, extra: str, address: str, reader: Reader
) -> None:
    identifier = reader.identifier("номер 40,")
    corrected = (*SENTENCES[:40], REWORDED, *SENTENCES[41:])
    reader.publish(corrected, name, extra)
    reader.follow(identifier)
    assert "исправлено" in reader.target()
    assert [text.lstrip("0123456789") for text in reader.highlighted()] == [REWORDED]
    moved = reader.page.locator("main > .notice a")
    assert "переехала" in reader.page.locator("main > .notice").inner_text()
    moved.click()
    assert reader.page.url == (reader.output / address / "index.html").as_uri()
    reader.follow(identifier, address)
    assert "исправлено" in reader.target()


def test_renamed_twice_every_address_answers(reader: Reader) -> None:
    identifier = reader.identifier("номер 40,")
    for name in ("второе", "третье"):
        reader.publish(SENTENCES, name)
    for name in ("речь", "второе", "третье"):
        reader.follow(identifier, name)
        assert SENTENCES[40] in reader.target()


def test_the_page_asks_for_its_own_files_only(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.page.goto((reader.output / "index.html").as_uri())
    reader.page.locator(".entries a").first.click()
    assert reader.page.locator("h1").inner_text() == "Иван Первый"
    assert asked
    assert all(url.startswith(reader.output.as_uri()) for url in asked)
