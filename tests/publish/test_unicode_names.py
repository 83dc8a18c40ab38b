"""Names of files and links are compared in Unicode NFC: «й» is one letter however it is composed."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from allocution.workspace.checking import Checking
from tests.publish.archives import NOW, build_site, write

NAME = "андрей"
COMPOSED, DECOMPOSED = normalize("NFC", NAME), normalize("NFD", NAME)
HEAD = '---\ntitle: "Анна Ким"\ndate: 2020-06-22\nlanguage: ru\nsourcelink: https://example.org/1\n---\n\n'


def test_a_link_finds_a_file_whose_name_is_composed_otherwise(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    write(
        root,
        {
            f"{DECOMPOSED}.md": HEAD + "Слово.\n",
            "other.md": HEAD.replace("Анна", "Инна") + f"[а]({COMPOSED}.md)\n",
        },
    )
    assert [each.code for each in Checking(root, NOW).run().findings] == []
    build_site(root, tmp_path / "site")
    assert (tmp_path / "site" / COMPOSED / "index.html").exists()


def test_a_translation_finds_its_original(tmp_path: Path) -> None:
    configuration = 'defaultContentLanguage = "ru"\n[languages.ru]\n[languages.kk]\n'
    files = {
        "hugo.toml": configuration,
        f"content/{DECOMPOSED}.md": HEAD + "Слово.\n",
        f"content/{COMPOSED}.kk.md": HEAD.replace("ru", "kk") + "Сөз.\n",
    }
    root = write(tmp_path / "archive", files)
    build_site(root, tmp_path / "site")
    assert f"../kk/{COMPOSED}" in (tmp_path / "site" / COMPOSED / "index.html").read_text(
        encoding="utf-8"
    ) or ("hreflang" in (tmp_path / "site" / COMPOSED / "index.html").read_text(encoding="utf-8"))


def test_two_files_of_one_name_are_told(tmp_path: Path) -> None:
    write(tmp_path, {f"{DECOMPOSED}.md": HEAD + "Раз.\n", f"{COMPOSED}.md": HEAD + "Два.\n"})
    assert "hugo-same-page" in {each.code for each in Checking(tmp_path, NOW).run().findings}
