"""Pages for print: the words that were put in come out, numbered as on the site, in every language's letters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allocution.editions import pdf, typst_markup
from allocution.errors import UsageError
from allocution.evidence.unpacking import texts_in
from allocution.messages import explain
from tests.editions.archives import ARCHIVES, exported, tables
from tests.editions.validators import output_of
from tests.publish.archives import SAMPLE, tree, write

# Inside of these lie the words, outside the running head and the number of the page.
FRAMES = {"pdf": ("0", "60", "596", "725"), "pdf-a5": ("0", "45", "421", "505")}
KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸"
PAGE = """---
title: Анна Ким (клевета)
language: ru
url: /a/
---
Первое предложение. Второе предложение — длинное: сельскохозяйственного, человеконенавистничество.

Соңғы сөз: Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸ айтылды.
"""


def words_of(path: Path, edition: str = "pdf") -> str:
    """The text of a PDF without running heads."""
    left, top, width, height = FRAMES[edition]
    return output_of("pdftotext", "-raw", "-x", left, "-y", top, "-W", width, "-H", height, str(path), "-")


def letters(text: str) -> str:
    """What is neither space nor a hyphen, which lines may have been broken at, nor the number of a sentence."""
    return re.sub(r"[\s\u00ad\u2060\u200b\u200c\u200d\u200e\u200f\ufeff‐‑-]|\d", "", text)


@pytest.mark.parametrize("edition", ["pdf", "pdf-a5"])
@pytest.mark.parametrize("archive", [name for name in ARCHIVES if name != "odd"])
def test_every_sentence_comes_out_as_it_went_in(
    archive: str, edition: str, archives: dict[str, Path], tmp_path: Path
) -> None:
    if archive not in archives:
        pytest.skip(f"no {archive} beside the repository")
    exported(archives[archive], tmp_path / "out", edition, "jsonl")
    found = letters(
        "".join(words_of(path, edition) for path in sorted((tmp_path / "out" / edition).iterdir()))
    )
    corrected = (
        {(row["statement"], row["passage"]) for row in tables(tmp_path / "out", "corrections")}
        if (tmp_path / "out/jsonl/corrections.jsonl").exists()
        else set()
    )
    rows = [
        row
        for row in tables(tmp_path / "out", "sentences")
        if (row["statement"], row["passage"]) not in corrected
    ]
    lost = [row["text"] for row in rows if letters(str(row["text"])) not in found]
    assert len(lost) <= len(rows) // 200, (
        lost
    )  # those that a page ends in with a note of another passage between
    assert rows


def test_numbers_are_those_of_the_site_and_lead_there(tmp_path: Path) -> None:
    root = write(
        tmp_path / "archive", {"content/a.md": PAGE, "hugo.toml": 'baseURL = "https://example.org/"\n'}
    )
    exported(root, tmp_path / "out", "pdf", "jsonl", statement="a")
    text, raw = words_of(tmp_path / "out/pdf/book-a4.pdf"), (tmp_path / "out/pdf/book-a4.pdf").read_bytes()
    for row in tables(tmp_path / "out", "sentences"):
        assert re.search(rf"(?<!\d){row['number']}\s+{re.escape(str(row['text'])[:6])}", text)
        assert f"{row['address']})".encode() in raw


def test_every_letter_of_kazakh_has_its_sign(tmp_path: Path) -> None:
    exported(write(tmp_path / "archive", {"content/a.md": PAGE}), tmp_path / "out", "pdf")
    assert KAZAKH in " ".join(words_of(tmp_path / "out/pdf/book-a4.pdf").split())


def test_it_says_where_the_words_are_from_and_what_their_digest_is(tmp_path: Path) -> None:
    files = {
        "content/a.md": PAGE,
        "hugo.toml": 'baseURL = "https://example.org/"\n[params.allocution]\n'
        'publicKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"\n',
    }
    exported(write(tmp_path / "archive", files), tmp_path / "out", "pdf", "text")
    shown = words_of(tmp_path / "out/pdf/book-a4.pdf")
    listed = (tmp_path / "out/editions.json").read_text()
    digest = re.search(r'"text/a.txt",\s+"bytes": \d+,\s+"sha256": "(\w+)"', listed)
    assert digest
    assert digest[1] in shown
    assert "https://example.org/a/" in shown
    assert "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3" in shown


def test_a_character_without_a_sign_stands_by_its_number(tmp_path: Path) -> None:
    page = PAGE.replace("Второе", "Второе \U0001f642 日 \ue000")
    exported(write(tmp_path / "archive", {"content/a.md": page}), tmp_path / "out", "pdf")
    text = words_of(tmp_path / "out/pdf/book-a4.pdf")
    assert "[U+1F642]" in text
    assert "[U+65E5]" in text
    assert "[U+E000]" in text


def test_a_word_without_end_stays_on_the_page(tmp_path: Path) -> None:
    page = PAGE + "\n" + "о" * 500 + "\n"
    exported(write(tmp_path / "archive", {"content/a.md": page}), tmp_path / "out", "pdf")
    assert words_of(tmp_path / "out/pdf/book-a4.pdf").count("о") >= 500


def test_what_is_long_comes_in_volumes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "BYTES_IN_A_VOLUME", 10_000)
    exported(SAMPLE, tmp_path / "out", "pdf", "jsonl")
    volumes = sorted((tmp_path / "out/pdf").iterdir(), key=lambda path: int(path.stem.split("-")[1]))
    assert len(volumes) > 2
    assert f"1 из {len(volumes)}" in words_of(volumes[0])
    text = letters("".join(map(words_of, volumes)))
    assert all(letters(str(row["text"]))[:20] in text for row in tables(tmp_path / "out", "sentences"))


def test_without_typst_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    with pytest.raises(UsageError) as refused:
        exported(SAMPLE, tmp_path / "out", "pdf")
    assert "allocution[pdf]" in explain(refused.value, "en")[1]
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("text", ['"', "\\", '\\"', "#emph[x]", "a\nb", "\x00\x1b", "//", "/*", "*_`$@<>"])
def test_no_text_is_taken_for_markup(text: str) -> None:
    written = typst_markup.string(text)
    assert re.fullmatch(r'"([^"\\\n]|\\.)*"', written)


def test_its_words_are_seen_by_whoever_looks_for_leaks(tmp_path: Path) -> None:
    page = PAGE + "\n" + "Здесь стоит человеконенавистничество, " * 40 + "\n"
    exported(write(tmp_path / "archive", {"content/a.md": page}), tmp_path / "out", "pdf")
    seen = max(
        texts_in((tmp_path / "out/pdf/book-a4.pdf").read_bytes()), key=lambda text: text.count("стоит")
    )
    assert seen.count("человеконенавистничество") == 41


def test_no_line_ends_between_a_number_and_its_sentence(tmp_path: Path) -> None:
    page = PAGE + "\n" + "".join(f"Слово {'а' * (n % 7 + 1)} сказано. " for n in range(300)) + "\n"
    exported(write(tmp_path / "archive", {"content/a.md": page}), tmp_path / "out", "pdf")
    lines = words_of(tmp_path / "out/pdf/book-a4.pdf").splitlines()
    assert sum("сказано" in line for line in lines) > 50
    assert [line for line in lines if re.search(r"[.?!] \d+\s*$", line)] == []
