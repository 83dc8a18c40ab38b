from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.content.body.reading import read_body
from allocution.content.front_matter import read_front_matter
from allocution.content.importing.docx import read_docx
from allocution.errors import UsageError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/footnotes.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
PARTS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="footnotes.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>
</Relationships>"""
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:t>Смех в зале</w:t></w:r></w:p></w:footnote>'
NOTES = f"<w:footnotes {W}>{NOTE}</w:footnotes>"
CORE = """<?xml version="1.0"?><cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Секретный Редактор</dc:creator></cp:coreProperties>"""


def run_of(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    return f"<w:p><w:pPr>{f'<w:pStyle w:val={chr(34)}{style}{chr(34)}/>' if style else ''}</w:pPr>{''.join(runs)}</w:p>"


def document(*paragraphs: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/_rels/document.xml.rels", PARTS)
        archive.writestr("word/footnotes.xml", NOTES)
        archive.writestr("docProps/core.xml", CORE)
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
    return packed.getvalue()


SPEECH = document(
    paragraph(run_of("Анна Ким (клевета)")),
    paragraph(
        run_of("Ваша честь! "),
        run_of("Я не виновна", "<w:b/>"),
        run_of(" и "),
        run_of("не боюсь", "<w:i/>"),
        run_of(" (2*3)."),
    ),
    paragraph(
        run_of("Мне "),
        '<w:ins w:author="Секретный Редактор">' + run_of("нечего ") + "</w:ins>",
        '<w:del w:author="Секретный Редактор"><w:r><w:delText>есть что </w:delText></w:r></w:del>',
        run_of("терять."),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
    ),
)


def run(tmp_path: Path, *files: Path) -> Result:
    arguments = ["import", "docx", *map(str, files), "--into", str(tmp_path / "archive"), "--language", "en"]
    return CliRunner().invoke(main, arguments)


def test_a_document_becomes_a_draft_with_its_emphasis_and_notes(tmp_path: Path) -> None:
    (tmp_path / "speech.docx").write_bytes(SPEECH)
    result = run(tmp_path, tmp_path / "speech.docx")
    assert result.exit_code == 0, result.output
    (file,) = (tmp_path / "archive/statements").iterdir()
    front_matter = read_front_matter(file.read_bytes())
    assert (file.name, front_matter.values["title"]) == ("анна-ким.md", "Анна Ким (клевета)")
    assert front_matter.values["draft"] is True
    assert front_matter.values["sources"] == [{"title": "speech.docx"}]
    passages, findings = read_body(front_matter.body)
    assert findings == ()
    assert [passage.text for passage in passages] == [
        "Ваша честь! Я не виновна и не боюсь (2*3).",
        "Мне нечего терять.",
        "Смех в зале",
    ]
    assert [span.kind.value for span in passages[0].spans] == ["strong", "emphasis"]


def test_nobody_who_worked_on_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "speech.docx").write_bytes(SPEECH)
    run(tmp_path, tmp_path / "speech.docx")
    for file in (tmp_path / "archive").rglob("*.md"):
        assert "Секретный" not in file.read_text(encoding="utf-8")


def test_a_second_run_changes_nothing_and_a_changed_document_is_told(tmp_path: Path) -> None:
    file = tmp_path / "speech.docx"
    file.write_bytes(SPEECH)
    run(tmp_path, file)
    (made,) = (tmp_path / "archive/statements").iterdir()
    before = made.read_bytes()
    assert "there already" in run(tmp_path, file).stdout
    file.write_bytes(document(paragraph(run_of("Анна Ким (клевета)")), paragraph(run_of("Иначе."))))
    assert "changed in the source since" in run(tmp_path, file).stdout
    assert made.read_bytes() == before


def test_without_a_title_the_files_name_is_it() -> None:
    statement = read_docx(document(paragraph(run_of("Ваша честь, я буду краток."))), "kim_2020.docx", "0")
    assert (statement.fields["title"], statement.body) == ("kim 2020", "Ваша честь, я буду краток.")


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError):
        read_docx(data, "x.docx", "0")


def test_a_zip_without_a_document_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("x.txt", "x")
    with pytest.raises(UsageError):
        read_docx(packed.getvalue(), "x.docx", "0")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (65 * 1024 * 1024))
    with pytest.raises(UsageError, match="unpacks to"):
        read_docx(packed.getvalue(), "x.docx", "0")
