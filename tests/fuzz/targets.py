"""What is fuzzed: each reader of bytes that others wrote. A target raises nothing, whatever it is given.

More than that: what a reader says has to fit what it was given, or be the same when it is read again.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO

from allocution.check.outline import Outline
from allocution.check.repairing import repairs
from allocution.content.archive import Record
from allocution.content.body.reading import body_findings, read_body
from allocution.content.body.shortcodes import Part, extract
from allocution.content.dates import read_date, read_moment
from allocution.content.editing import EditRefusedError, append_item, apply_edits, remove_field, set_field
from allocution.content.front_matter import read_body_text, read_front_matter
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.importing.csv_mapping import read_mapping
from allocution.content.importing.telegram import ChatExport, Joining, Post, speeches
from allocution.content.laws import ChargeMatcher, packaged_laws
from allocution.content.page_addresses import read_page_addresses
from allocution.content.sentence_records import parse_record
from allocution.content.settings import Settings, read_settings
from allocution.content.statements import is_statement, read_statement
from allocution.content.title import parse_title
from allocution.errors import CaptureError, ContentError, UsageError
from allocution.evidence.custody import add_line, events, find_break, head_of
from allocution.evidence.telegram_page import Outcome, PostAddress, read_post
from allocution.evidence.warc import make_warc, read_bodies
from allocution.language.sentences import split_sentences
from allocution.model.captures import Capture, Exchange
from allocution.model.dates import DateMeaning
from allocution.model.finding import Finding
from allocution.search.query import parse_query
from allocution.search.typed import typed

_MATCHER = ChargeMatcher(packaged_laws())
_MOMENT = datetime(2020, 6, 22, 13, 1, tzinfo=UTC)
_FENCES = {"yaml": "---", "toml": "+++"}


def inside(findings: Iterable[Finding], text: str) -> None:
    """Each finding is on a line of the text, in a column that it has."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        place = finding.place
        assert 0 <= place.line <= len(lines), finding
        assert place.line == 0 or 0 <= place.column <= len(lines[place.line - 1]) + 1, finding


def front_matter(data: bytes) -> None:
    """A content file's front matter, and the statement that it describes; its places are in the file."""
    try:
        read = read_front_matter(data)
    except ContentError as error:
        code = error.code
        assert code.startswith(("front-matter-", "encoding", "control-character"))
        return
    text = data.decode("utf-8")
    assert text.endswith(read.body)
    assert read.raw in text
    assert read.body_line == text.count("\n", 0, len(text) - len(read.body)) + 1
    assert read_body_text(data) == (read.body, read.body_line)
    if is_statement(read.values):
        inside(read_statement("x.md", read, read.values, _MATCHER)[1], text.replace("\r", " "))


def fenced(data: bytes) -> None:
    """The same bytes as front matter of each format that has fences."""
    for fence in (b"---\n", b"+++\n"):
        front_matter(fence + data + b"\n" + fence)
    front_matter(b"{" + data)


def configuration(data: bytes) -> None:
    """Hugo's configuration in each of its formats."""
    for name in ("hugo.toml", "hugo.yaml", "hugo.json"):
        read_configuration({name: data})


def settings(data: bytes) -> None:
    """What an archive asks of the program: what isn't usable has a finding, the rest is as it was by default."""
    try:
        given = {key.lower(): value for key, value in tomllib.loads(data.decode("utf-8", "replace")).items()}
    except (ValueError, RecursionError):
        return
    read, findings = read_settings(given, "hugo.toml")
    if len(findings) == len(given):
        assert read == Settings()
    assert len(findings) <= len(given)


def body(data: bytes) -> None:
    """The words of a statement; whatever they are, its sentences cover them in order, and spans are inside of them."""
    text = data.decode("utf-8", "replace")
    passages, findings = read_body(text)
    inside(findings, text)
    assert body_findings(text, 1, "") == findings
    for passage in passages:
        end = 0
        for start, stop in split_sentences(passage.text):
            assert end <= start < stop <= len(passage.text)
            end = stop
        for span in passage.spans:
            assert 0 <= span.start <= span.end <= len(passage.text)


def shortcodes(data: bytes) -> None:
    """Shortcodes: each stands where it says, in order, and none is lost."""
    text = data.decode("utf-8", "replace").replace("\r", "\n")
    extracted = extract(text, 1, "x.md")
    inside(extracted.findings, text)
    end = 0
    for code in extracted.codes:
        assert end <= code.at
        assert text.startswith(code.source, code.at)
        end = code.at + len(code.source)
    for number, code in enumerate(extracted.codes):
        if code.part is not Part.LITERAL and not code.inner:
            assert f"{extracted.sign}{number}{extracted.sign}" in extracted.text


def characters(data: bytes) -> None:
    """Repairs of a body: nothing is left for a second time, and the front matter stays."""
    text = data.decode("utf-8", "replace").replace("\0", "")
    file = f"---\ntitle: x\n---\n{text}"
    record = Record("x.md", b"", b"", None, None, "", language_stated=False, excerpt="")
    after = apply_edits(file, repairs(record, file.encode()))
    assert after.startswith("---\ntitle: x\n---\n")
    assert repairs(record, after.encode()) == ()
    assert len(Outline(text).kinds) == len(text)


def address_record(data: bytes) -> None:
    """Records of addresses of sentences and pages."""
    parse_record(data, "x")
    read_page_addresses(data, "x")


def title(data: bytes) -> None:
    """A title: whatever is found in it stands in it."""
    written = data.decode("utf-8", "replace")
    parts = parse_title(written)
    for piece in (*parts.speakers, *parts.charges):
        assert piece.strip()
        assert "".join(piece.split()) in "".join(written.split())


def date(data: bytes) -> None:
    """A date; what is none is said to be none, what is one has a first and a last day and reads the same again."""
    text = data.decode("utf-8", "replace")
    for read in (read_moment, lambda written: read_date(written, DateMeaning.DELIVERED)):
        try:
            stated = read(text)
        except ValueError:
            continue
        assert stated.written == text
        if not stated.earliest.startswith("-") and len(stated.earliest) == len(stated.latest) == 10:
            assert stated.earliest <= stated.latest
        again = read(stated.edtf)
        assert (again.edtf, again.earliest, again.latest) == (stated.edtf, stated.earliest, stated.latest)


def edtf(data: bytes) -> None:
    """A date of EDTF's own letters: read within a moment, on the same terms as any other."""
    letters = "".join(_EDTF[byte % len(_EDTF)] for byte in data[:400])
    with _soon():
        date(letters.encode())
    with _soon():
        date(f"[{letters}]".encode())


_EDTF = (
    *"0123456789X-/.,~?%[]{}",
    "..",
    "Y",
    "E",
    "S",
    "1964",
    "-12",
    "20XX",
    "1984~",
    "/..",
    "T10:00:00",
    "Z",
)


@contextmanager
def _soon(seconds: float = 1.0) -> Iterator[None]:
    """A bound on the processor's time of what is inside."""
    begun = time.thread_time()
    yield
    assert time.thread_time() - begun < seconds


def many_times(data: bytes) -> None:
    """A piece of front matter again and again, up to the size that is read at all: no shape of it takes long."""
    piece = data[:200] or b"a"
    for fence, before in ((b"---\n", b""), (b"---\n", b"a: "), (b"+++\n", b""), (b"+++\n", b"a = ")):
        repeated = before + piece * (_FRONT_MATTER // len(piece))
        with _soon(2.0):
            _read(fence + repeated + b"\n" + fence)
    with _soon(2.0):
        _read(b'{"a":' + piece * (_FRONT_MATTER // len(piece)))


def _read(file: bytes) -> None:
    try:
        read = read_front_matter(file)
    except ContentError:
        return
    read_statement("x.md", read, read.values, _MATCHER)


_FRONT_MATTER = 60_000


def query(data: bytes) -> None:
    """A query: any gives a tree, and the tree typed again gives the same."""
    tree = parse_query(data.decode("utf-8", "replace")).tree
    if tree is not None:
        assert parse_query(typed(tree)).tree == tree


def editing(data: bytes) -> None:
    """One field changed: the file says it afterwards, or the change is refused; its words are the same."""
    changes: tuple[tuple[Callable[[], bytes], str | None], ...] = (
        (lambda: set_field(data, ("title",), "Имя: «Фамилия»"), "Имя: «Фамилия»"),
        (lambda: append_item(data, ("sources",), {"address": "x", "note": "a\nb"}), ""),
        (lambda: remove_field(data, ("title",)), None),
    )
    for change, expected in changes:
        try:
            before = read_front_matter(data)
            after = read_front_matter(change())
        except (ContentError, EditRefusedError):
            continue
        assert after.body == before.body
        if expected != "":
            assert {key.lower(): value for key, value in after.values.items()}.get("title") == expected


def telegram_page(data: bytes) -> None:
    """The page of a post: one of six outcomes; words only where it is said that there are some."""
    post = PostAddress("https://t.me", "channel", 14)
    for page in (data, _POST % data):
        read = read_post(page, post)
        if read.outcome not in (Outcome.OK, Outcome.PARTIAL):
            assert not read.markdown
            assert not read.plain
        assert read.posted is None or read.posted.tzinfo is not None
        assert bool(read.markdown.strip()) == bool(read.plain.strip())


_POST = (
    b'<div class="tgme_widget_message" data-post="channel/14"><div class="tgme_widget_message_bubble">'
    b'<div class="tgme_widget_message_text">%s</div><time datetime="2020-06-22T07:01:00+00:00"></time></div></div>'
)


def telegram_export(data: bytes) -> None:
    """The export of a chat: refused, or every message becomes something once."""
    for file in (data, b'{"name": "x", "messages": [' + data + b"]}"):
        try:
            export = ChatExport(BytesIO(file))
            listed = list(export)
        except UsageError:
            continue
        assert len(listed) == export.count
        told = list(speeches(listed, Joining()))
        joined = [post.identifier for each in told if isinstance(each, tuple) for post in each]
        assert joined == [each.identifier for each in listed if isinstance(each, Post)]


def mapping(data: bytes) -> None:
    """The mapping of a table: usable, or refused."""
    try:
        read_mapping(data)
    except UsageError:
        return


def warc(data: bytes) -> None:
    """A file of captures: what is put in comes out; anything else is whole or refused."""
    answer = Exchange("https://t.me/a/1", "203.0.113.1", _MOMENT, (), 200, "OK", (), data, data)
    made = make_warc([Capture(answer.address, (answer,))])
    assert read_bodies(made) == {answer.address: data}
    for file in (data, made[: len(data)], made[:-20] + data):
        try:
            read_bodies(file)
        except CaptureError:
            continue


def custody(data: bytes) -> None:
    """The log of custody: what is added can be read again, and no change of it goes unnoticed."""
    text = data.decode("utf-8", "replace")
    log = add_line(add_line(b"", {"event": text}), {"event": "second"})
    assert find_break(log, head_of(log)) is None
    assert [event["event"] for event in events(log)] == [text, "second"]
    if find_break(data) is None and data:
        events(data)
    place = len(data) % len(log)
    changed = log[:place] + data + log[place + 1 :]
    assert changed == log or find_break(changed, head_of(log)) is not None


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each
    for each in (
        front_matter,
        fenced,
        configuration,
        settings,
        body,
        shortcodes,
        characters,
        address_record,
        title,
        date,
        edtf,
        many_times,
        query,
        editing,
        telegram_page,
        telegram_export,
        mapping,
        warc,
        custody,
    )
}
