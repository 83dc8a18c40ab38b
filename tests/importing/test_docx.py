from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.cli import main
from allocution.content.body.reading import read_body
from allocution.content.front_matter import read_front_matter
from allocution.content.importing.docx import read_docx
from allocution.content.importing.docx_boxes import unboxed
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
    with pytest.raises(UsageError, match="docx-too-large"):
        read_docx(packed.getvalue(), "x.docx", "0")


# --- documents as people make them ---


def body_of(*paragraphs: str) -> str:
    title = paragraph(run_of("Заголовок"), style="Heading1")
    return read_docx(document(title, *paragraphs), "x.docx", "").body


def words_of(*paragraphs: str) -> list[str]:
    passages, findings = read_body(body_of(*paragraphs))
    assert findings == ()
    return [passage.text for passage in passages]


BOLD, CURSIVE = "<w:b/>", "<w:i/>"


def test_emphasis_inside_words_and_beside_blanks_leaves_no_marks_in_the_words() -> None:
    cut = paragraph(
        run_of("Сло", BOLD), run_of("во"), run_of(" жирное ", BOLD), run_of("тут"), run_of("!", BOLD)
    )
    assert words_of(cut) == ["Слово жирное тут!"]
    assert body_of(cut) == "**Сло**во **жирное** тут!"
    assert body_of(paragraph(run_of("Я", BOLD), run_of(" не боюсь", BOLD))) == "**Я не боюсь**"


WORDS = st.text(alphabet="аб1.,!-–*_~`#>|[](){}<&\\ «»", max_size=8)
RUNS = st.lists(
    st.tuples(WORDS, st.sampled_from(["", BOLD, CURSIVE, BOLD + CURSIVE, "<w:strike/>"])), max_size=6
)


@given(RUNS)
@settings(deadline=None)
def test_whatever_is_marked_the_words_are_those_of_the_document(runs: list[tuple[str, str]]) -> None:
    said = "".join(text for text, _ in runs)
    found = words_of(paragraph(*(run_of(escape(text), properties) for text, properties in runs)))
    assert "".join("".join(found).split()) == "".join(said.split())
    if "  " not in said.strip():
        assert found in ([said.strip()], [] if not said.strip() else [said.strip()])


def test_what_looks_like_markup_stays_words() -> None:
    lines = [
        "* a",
        "# a",
        "1. a",
        "--- ",
        "> a",
        "+ a",
        "===",
        "{{< a >}}",
        "[x](y)",
        "&amp;",
        "<b>",
        "a_b_c",
        "~~~",
    ]
    assert words_of(*(paragraph(run_of(escape(line))) for line in lines)) == [line.strip() for line in lines]


def test_breaks_of_pages_and_lines_part_words() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert words_of(paragraph(run_of("три"), page, run_of("четыре"))) == ["три\nчетыре"]
    assert words_of(paragraph(run_of("раз"), "<w:r><w:br/></w:r>", run_of("два"))) == ["раз\nдва"]


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(run_of(text))}</w:tc>"


def test_a_table_stays_one() -> None:
    rows = f"<w:tr>{cell('Имя')}{cell('Слово|x')}</w:tr><w:tr>{cell('Ким')}{cell('Да')}</w:tr>"
    assert words_of(f"<w:tbl>{rows}</w:tbl>") == ["Имя\tСлово|x", "Ким\tДа"]
    deleted = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('Нет')}</w:tr>"
    assert words_of(f"<w:tbl>{deleted}<w:tr>{cell('Да')}</w:tr></w:tbl>") == ["Да"]


def test_moved_words_and_joined_paragraphs_are_as_accepted() -> None:
    away = f'<w:moveFrom w:author="E">{run_of("Там. ")}</w:moveFrom>'
    here = f'<w:moveTo w:author="E">{run_of("Тут. ")}</w:moveTo>'
    assert words_of(paragraph(away, here, run_of("Конец."))) == ["Тут. Конец."]
    mark = f"<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='E'/></w:rPr></w:pPr>{run_of('Раз ')}</w:p>"
    assert words_of(mark, paragraph(run_of("два."))) == ["Раз два."]


def test_fields_formulas_and_links_keep_their_words() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    assert words_of(paragraph(f'<w:fldSimple w:instr="PAGE">{run_of("5")}</w:fldSimple>', formula)) == [
        "5a+b"
    ]
    ruby = f"<w:r><w:ruby><w:rt>{run_of('る')}</w:rt><w:rubyBase>{run_of('漢')}</w:rubyBase></w:ruby></w:r>"
    assert words_of(paragraph(ruby)) == ["漢"]
    inside = f'<w:hyperlink w:anchor="a">{run_of("ссылка")}</w:hyperlink>'
    assert body_of(paragraph(inside)) == "ссылка"


def test_a_picture_is_left_behind_and_told(tmp_path: Path) -> None:
    blip = (
        '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="r9" xmlns:r="r"/>'
    )
    (tmp_path / "a.docx").write_bytes(
        document(paragraph(run_of("Фото "), f"<w:r><w:drawing>{blip}</w:drawing></w:r>"))
    )
    result = run(tmp_path, tmp_path / "a.docx")
    assert result.exit_code == 0, result.output
    assert "a.docx: not taken over: picture." in result.stderr


def test_an_empty_document_becomes_no_statement(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(document(paragraph()))
    assert "a.docx: the document has no words" in run(tmp_path, tmp_path / "a.docx").stderr
    assert not (tmp_path / "archive/statements").exists()


@pytest.mark.parametrize("broken", ["<w:p>", "<w:p>\x07</w:p>", "&nothing;"])
def test_a_broken_document_is_refused(broken: str) -> None:
    with pytest.raises(UsageError, match=r"docx-unreadable|docx-not-a-package"):
        read_docx(document(broken), "x.docx", "")


# --- text boxes ---

NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def drawing(*boxes: str, more: str = "") -> str:
    shapes = "".join(
        f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph(run_of(box))}</w:txbxContent></wps:txbx></wps:wsp>"
        for box in boxes
    )
    graphic = f"<a:graphic><a:graphicData>{shapes}{more}</a:graphicData></a:graphic>"
    return f"<w:drawing><wp:anchor>{graphic}</wp:anchor></w:drawing>"


def alternatives(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>{fallback}</mc:AlternateContent>'
    )


BOX = f"<w:txbxContent>{paragraph(run_of('В рамке.'))}</w:txbxContent>"
OLD_BOX = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
OLD_PICTURE = "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"
PICTURE = "<a:blip/>"
UNBOXED = "До после."
BOXED = f"{UNBOXED}\n\nВ рамке."


@pytest.mark.parametrize(
    ("inside", "body", "details"),
    [
        (alternatives(drawing("В рамке."), f"<mc:Fallback>{OLD_BOX}</mc:Fallback>"), BOXED, ()),
        (alternatives(drawing("В рамке."), ""), BOXED, ()),
        (alternatives(drawing("В рамке."), "<mc:Fallback/>"), BOXED, ()),
        (alternatives(drawing("В рамке."), f"<mc:Fallback>{OLD_PICTURE}</mc:Fallback>"), BOXED, ()),
        (drawing("В рамке.", "И ещё.", more=PICTURE), f"{BOXED}\n\nИ ещё.", ("picture",)),
        (alternatives(drawing(more=PICTURE), f"<mc:Fallback>{OLD_PICTURE}</mc:Fallback>"), UNBOXED, ("picture",)),
        (drawing(more="<dgm:relIds/>"), UNBOXED, ("picture",)),
        (alternatives("", ""), UNBOXED, ()),
    ],
    ids=["both", "no fallback", "empty", "only a picture", "two boxes", "picture", "diagram", "nothing"],
)  # fmt: skip
def test_the_words_of_a_text_box_are_taken_once(inside: str, body: str, details: tuple[str, ...]) -> None:
    boxed = f"<w:r {NAMESPACES}>{inside}</w:r>"
    speech = document(
        paragraph(run_of("Анна Ким (клевета)")), paragraph(run_of("До "), boxed, run_of("после."))
    )
    found = read_docx(speech, "x.docx", "")
    assert (found.body, found.details) == (body, details)


@given(
    st.lists(
        st.sampled_from(["<w:drawing>", "</w:drawing>", "<mc:Choice/>", "</mc:Choice>", "x"]), max_size=200
    )
)
def test_what_is_not_sound_is_left_as_it_is(pieces: list[str]) -> None:
    content = "".join(pieces).encode()
    if content.count(b"<w:drawing>") != content.count(b"</w:drawing>") or b"</mc:Choice>" in content:
        assert unboxed(content) == content
    else:
        unboxed(content)
