"""What a person is told about files that really are broken, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allocution.check.wording import describe
from allocution.content.body.reading import read_body
from allocution.content.laws.reading import read_law
from allocution.content.page_addresses import read_page_addresses
from allocution.content.sentence_records import HEADER, parse_record
from allocution.errors import ContentError
from allocution.model.finding import Finding, Place, Severity
from allocution.store.archive_folder import MOST_CONTENT_BYTES as MOST_BYTES
from allocution.workspace.loading import BrokenConfigurationError, Remembered, Workspace

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LANGUAGES = ("ru", "kk", "en", "uk")
Reader = Callable[[Path], Iterable[Finding]]


@dataclass(frozen=True)
class Case:
    """Something broken, the code of its finding, and what its wording holds in all languages or in each."""

    code: str
    read: Reader
    facts: tuple[str, ...] = ()
    words: tuple[str, str, str, str] = ("", "", "", "")
    name: str = field(default="")


def archive(**files: bytes) -> Reader:
    """Reads an archive of these files, whose names have `__` for `/` and `_dot_` for a point."""

    def read(folder: Path) -> Iterable[Finding]:
        for name, data in files.items():
            path = folder / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            return Workspace(folder, NOW).load(Remembered()).findings
        except BrokenConfigurationError as refused:
            return refused.findings

    return read


def statement(front_matter: str) -> Reader:
    """Reads an archive of one statement with these fields beside its title."""
    text = f"---\ntitle: Айгуль Нурланова (репост)\n{front_matter}\n---\nСлова.\n"
    return archive(content__a_dot_md=text.encode())


def linked(target: str) -> Reader:
    """Reads an archive with a link in it."""

    def read(folder: Path) -> Iterable[Finding]:
        (folder / "content").mkdir()
        (folder / "content" / "link.md").symlink_to(target)
        try:
            return Workspace(folder, NOW).load(Remembered()).findings
        except BrokenConfigurationError as refused:
            return refused.findings

    return read


def body(text: str) -> Reader:
    """Reads a file with this body."""
    return lambda _: read_body(text, path="content/a.md")[1]


def law(text: str) -> Reader:
    """Reads a law file."""

    def read(_: Path) -> Iterable[Finding]:
        try:
            read_law(text.encode())
        except ContentError as error:
            yield Finding(error.code, Severity.ERROR, Place("laws/a.toml"), tuple(error.parameters.items()))

    return read


LAW = (
    'identifier = "kz-uk-2014"\njurisdiction = "kz"\ncertainty = "certain"\n'
    "titles = {{}}\nshort_titles = {{}}\n"
    '[[articles]]\nnumber = "{number}"\nsubject = "{subject}"\ncertainty = "certain"\n'
)
STATEMENT = b"---\ntitle: A B (c)\nurl: /one/\n---\n"

CASES = (
    Case("encoding", archive(content__a_dot_md="Гражданка судья".encode("cp1251")), ("UTF-8", "0xC3")),
    Case("control-character", archive(content__a_dot_md=b"---\ntitle: A\0\n---\n"), ("U+0000",)),
    Case("front-matter-unclosed", archive(content__a_dot_md=b"+++\ntitle = 'A'\n"), ("+++",)),
    Case(
        "front-matter-broken",
        archive(content__a_dot_md=b"---\ntitle: A: B\n---\n"),
        (),
        ("без кавычек", "тырнақшасыз", "isn’t in quotation marks", "без лапок"),
    ),
    Case(
        "front-matter-not-mapping",
        archive(content__a_dot_md=b"---\n- title\n---\n"),
        ("title:",),
        ("список", "тізім", "a list", "список"),
    ),
    Case(
        "front-matter-not-mapping",
        archive(content__a_dot_md=b"---\n12\n---\n"),
        ("(int)",),
        ("одно значение", "жалғыз мән", "a single value", "одне значення"),
    ),
    Case(
        "front-matter-too-large",
        archive(content__a_dot_md=b"---\ntitle: " + 70_000 * b"a" + b"\n---\n"),
        ("70008", "65536"),
    ),
    Case(
        "wrong-type",
        statement("court: {name: Суд}"),
        ("court",),
        ("Ожидается: текст", "Күтілетіні: мәтін", "Expected: a text", "Очікується: текст"),
    ),
    Case("wrong-type", statement("retelling: perhaps"), ("retelling", "true, false")),
    Case("not-in-vocabulary", statement("stage: первая"), ("stage", "первая", "appeal", "trial")),
    Case("date-impossible", statement("verdict: 2020-02-30"), ("verdict", "2020-02-30", "2020~")),
    Case("date-impossible", statement("date: 22 июня"), ("«date»", "22 июня", "T13:01"), name="date"),
    Case("unknown-key", statement("speakers: {nmae: A}"), ("speakers", "nmae", "id, name")),
    Case(
        "unreadable",
        linked("nowhere.md"),
        (),
        ("такого файла или папки нет", "мұндай файл не қалта жоқ", "no such file or folder", "такого файлу"),
    ),
    Case(
        "link-out-of-archive",
        linked("../../outside.md"),
        (),
        ("за пределы архива", "мұрағаттың сыртына", "out of the archive", "за межі архіву"),
    ),
    Case(
        "file-too-large",
        archive(content__a_dot_md=bytes(MOST_BYTES + 1)),
        (str(MOST_BYTES), str(MOST_BYTES + 1)),
    ),
    Case("hugo-doubtful-draft", statement("draft: maybe"), ("maybe", "draft: false")),
    Case("hugo-bad-date", statement("lastmod: вчера"), ("lastmod", "вчера", "2020-06-22")),
    Case(
        "hugo-bad-alias", statement("aliases: [https://example.org/a]"), ("https://example.org/a", "aliases")
    ),
    Case(
        "hugo-address-taken",
        archive(content__a_dot_md=STATEMENT, content__b_dot_md=STATEMENT),
        ("/one/", "content/a.md"),
    ),
    Case(
        "hugo-same-page",
        archive(content__a_dot_md=STATEMENT, content__a_dot_html=STATEMENT),
        ("/a", "content/a.html"),
    ),
    Case("hugo-content-format", archive(content__a_dot_rst=b"A"), ("rst", ".md")),
    Case(
        "configuration-front-matter-broken",
        archive(hugo_dot_toml=b"title = 'A\n"),
        (),
        (
            "Файл настроек не используется",
            "Баптау файлы қолданылмайды",
            "configuration file isn’t used",
            "Файл налаштувань не використовується",
        ),
    ),
    Case("hugo-bad-time-zone", archive(hugo_dot_toml=b"timeZone = 'Alma/Ata'\n"), ("Alma/Ata", "UTC")),
    Case("hugo-bad-pattern", archive(hugo_dot_toml=b"ignoreFiles = ['(']\n"), ("ignoreFiles", "(")),
    Case("shortcode-unknown", body("Слова {{< карта >}}."), ("карта",)),
    Case("shortcode-unmatched", body("Слова {{< /lang >}}."), ("lang",)),
    Case("html-script", body("<script>alert(1)</script>\n"), ("script",)),
    Case("html-dropped", body("Слова <iframe src=x></iframe>"), ("iframe",)),
    Case("link-unsafe", body("[Слова](javascript:alert)"), ("javascript:alert", "https://")),
    Case("nesting-too-deep", body(">" * 70 + " Слова"), ("64",)),
    Case(
        "addresses-conflict",
        lambda _: parse_record(f"{HEADER}\n<<<<<<< HEAD\n".encode(), "addresses/a.md.txt")[1],
        ("<<<<<<< HEAD",),
    ),
    Case(
        "addresses-damaged",
        lambda _: read_page_addresses(b"content/a.md /a/\n", "addresses/pages.txt")[1],
        ("content/a.md /a/",),
    ),
    Case("law-number-invalid", law(LAW.format(number="274,1", subject="speech")), ("274,1",)),
    Case("law-subject-unknown", law(LAW.format(number="274", subject="weather")), ("274", "weather")),
)


def label(case: Case) -> str:
    """What a case is called when it fails."""
    return f"{case.code} {case.name}".strip()


@pytest.mark.parametrize("case", CASES, ids=label)
def test_a_broken_file_is_explained_in_each_language(case: Case, tmp_path: Path) -> None:
    findings = [found for found in case.read(tmp_path) if found.code == case.code]
    assert len(findings) == 1
    for language, word in zip(LANGUAGES, case.words, strict=True):
        message, hint = describe(findings[0], language)
        told = f"{message} {hint}"
        quoted = told.replace("“", "«").replace("”", "»")
        for fact in (*case.facts, word):
            assert fact in quoted, f"{language}: {told}"
        assert message
        assert hint


def test_the_words_that_a_field_takes_are_told_with_their_meaning() -> None:
    given = (("key", "translation"), ("known", "human, machine"), ("value", "x"))
    finding = Finding("not-in-vocabulary", Severity.ERROR, Place("a.md"), given)
    assert describe(finding, "ru")[1].endswith(": human (человек), machine (машинный перевод).")
    assert describe(finding, "en")[1].endswith(": human (by a person), machine (by machine).")
    other = Finding(
        "unknown-key",
        Severity.ERROR,
        Place("a.md"),
        (("key", "speakers"), ("known", "id, name"), ("unknown", "x")),
    )
    assert describe(other, "ru")[1].endswith(": id, name.")


def test_a_language_without_findings_of_its_own_gets_english() -> None:
    finding = Finding("hugo-bad-time-zone", Severity.WARNING, Place("hugo.toml"), (("value", "Alma/Ata"),))
    assert describe(finding, "be") == describe(finding, "fr") == describe(finding, "en")
    assert describe(finding, "ru") != describe(finding, "en")


def test_a_value_is_told_as_it_is_and_never_read_as_a_pattern() -> None:
    value = '{ $key } <b> " \\ %s «»'
    finding = Finding("hugo-bad-time-zone", Severity.WARNING, Place("hugo.toml"), (("value", value),))
    for language in LANGUAGES:
        assert value in describe(finding, language)[0]
