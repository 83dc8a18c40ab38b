from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, tzinfo
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from allocution.cli import main
from allocution.content.body.reading import read_body
from allocution.content.front_matter import read_front_matter
from allocution.content.importing.repaired_escapes import RepairedEscapes
from allocution.content.importing.telegram import (
    ChatExport,
    Joining,
    PassedOver,
    Post,
    as_statement,
    speeches,
)
from allocution.errors import UsageError
from tests.publish.archives import build_site

START = 1592809260
LONG = "Я стою перед этим судом не впервые. " * 90


def message(number: int, text: Any = "", **more: Any) -> dict[str, Any]:
    entities = more.pop("entities", None)
    plain = text if isinstance(text, str) else ""
    return {
        "id": number,
        "type": "message",
        "date": "2020-06-22T13:01:00",
        "date_unixtime": str(START + 60 * number),
        "from": "Канал",
        "from_id": "channel1",
        "text": text,
        **(
            {"text_entities": entities if entities is not None else [{"type": "plain", "text": plain}]}
            if entities != ()
            else {}
        ),
        **more,
    }


def export(*messages: dict[str, Any], **more: Any) -> bytes:
    chat = {"name": "Канал", "type": "public_channel", "id": 1, "messages": list(messages), **more}
    return json.dumps(chat, ensure_ascii=False, indent=1).encode()


def read_export(data: bytes, zone: tzinfo = UTC) -> ChatExport:
    return ChatExport(BytesIO(data), zone)


def posts_of(data: bytes, zone: tzinfo = UTC) -> list[Post]:
    return [each for each in read_export(data, zone) if isinstance(each, Post)]


def run(tmp_path: Path, data: bytes, *options: str) -> Result:
    (tmp_path / "result.json").write_bytes(data)
    arguments = [
        "import",
        "telegram",
        str(tmp_path / "result.json"),
        "--channel",
        "channel",
        "--language",
        "en",
    ]
    return CliRunner().invoke(main, [*arguments, "--into", str(tmp_path / "archive"), *options])


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "archive/statements").iterdir())


def test_consecutive_posts_of_one_speech_are_one_statement(tmp_path: Path) -> None:
    data = export(
        {"id": 1, "type": "service", "action": "create_channel", "date_unixtime": str(START), "text": ""},
        message(14, f"Анна Ким (клевета)\n\n{LONG}"),
        message(15, f"{LONG}конец."),
        message(40, "Другая речь."),
    )
    result = run(tmp_path, data, "--time-zone", "Asia/Almaty")
    assert result.exit_code == 0, result.output
    first, second = files(tmp_path)
    front_matter = read_front_matter(first.read_bytes())
    assert front_matter.values["title"] == "Анна Ким (клевета)"
    assert front_matter.values["draft"] is True
    assert front_matter.values["posted"] == "2020-06-22T13:15:00+06:00"
    assert [source["address"] for source in front_matter.values["sources"]] == [
        "https://t.me/channel/14",
        "https://t.me/channel/15",
    ]
    assert front_matter.body.strip().endswith("конец.")
    assert "Другая речь." in second.read_text(encoding="utf-8")
    assert "service messages" in result.stdout
    assert result.stdout.startswith("t.me/channel: 4 items.")


@pytest.mark.parametrize(
    ("after", "joined"),
    [
        ({"id": 15}, True),
        ({"id": 15, "from": "Другой"}, False),
        ({"id": 60}, False),
        ({"id": 15, "forwarded_from": "Чужой канал"}, False),
    ],
)
def test_what_is_joined(after: dict[str, Any], joined: bool) -> None:
    number = after.pop("id")
    read = read_export(export(message(14, LONG), message(number, "Дальше.", **after)))
    assert len([each for each in speeches(read, Joining()) if isinstance(each, tuple)]) == (
        1 if joined else 2
    )


def test_a_short_post_is_joined_only_by_a_reply() -> None:
    apart = read_export(export(message(14, "Раз."), message(15, "Два.")))
    reply = read_export(export(message(14, "Раз."), message(15, "Два.", reply_to_message_id=14)))
    assert len([each for each in speeches(apart, Joining()) if isinstance(each, tuple)]) == 2
    assert len([each for each in speeches(reply, Joining()) if isinstance(each, tuple)]) == 1


def test_entities_become_markdown_that_reads_as_they_were() -> None:
    entities = [
        {"type": "bold", "text": "Анна Ким "},
        {"type": "plain", "text": "сказала: 2*3_4 [так] # и\n# не иначе, "},
        {"type": "italic", "text": "тихо"},
        {"type": "text_link", "text": "здесь", "href": "https://example.org/a(b)"},
        {"type": "blockquote", "text": "Чужие слова"},
        {"type": "custom_emoji", "text": "👋", "document_id": "x"},
        {"type": "hashtag", "text": "#суд"},
    ]
    (post,) = posts_of(export(message(14, entities=entities)))
    passages, findings = read_body(post.markdown)
    assert findings == ()
    assert [passage.text for passage in passages] == [
        "Анна Ким сказала: 2*3_4 [так] # и\n# не иначе, тихоздесь",
        "Чужие слова",
        "👋#суд",
    ]
    assert [
        (span.kind.value, span.value) for span in passages[0].spans if span.kind.value != "line-break"
    ] == [
        ("strong", ""),
        ("emphasis", ""),
        ("link", "https://example.org/a(b)"),
    ]


def test_a_mixed_list_without_entities_is_read() -> None:
    text = ["Раз ", {"type": "bold", "text": "два"}, " три."]
    (post,) = posts_of(export(message(14, text, entities=())))
    assert post.markdown == "Раз **два** три."


def test_an_escape_that_is_no_json_is_repaired_and_counted(tmp_path: Path) -> None:
    data = export(message(14, "Раз ВТАБ два и C:\\\\x41.")).replace("ВТАБ".encode(), rb"\x0B")
    result = run(tmp_path, data)
    assert result.exit_code == 0, result.output
    assert "2 escapes in the export" in result.stdout
    assert "\x0b" in files(tmp_path)[0].read_bytes().decode()


def test_missing_media_is_told_and_its_caption_comes_in(tmp_path: Path) -> None:
    data = export(
        message(
            14, "Подпись к снимку.", photo="(File not included. Change data exporting settings to download.)"
        ),
        message(16, "", entities=[], photo="photos/photo_1.jpg"),
        message(
            18,
            "",
            entities=[],
            file="(File exceeds maximum size. Change data exporting settings to download.)",
        ),
    )
    result = run(tmp_path, data)
    assert "2 photos or recordings aren’t in the export." in result.stdout
    assert "messages without words" in result.stdout
    assert len(files(tmp_path)) == 1


def test_the_export_of_a_whole_account_is_refused(tmp_path: Path) -> None:
    account = {
        "personal_information": {"phone_number": "+7 000"},
        "chats": {"list": [{"messages": [message(1, "x")]}]},
    }
    result = run(tmp_path, json.dumps(account).encode())
    assert result.exit_code == 2
    assert "whole account" in result.stderr
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"messages": 1}', b"\xff"])
def test_what_is_no_export_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError):
        read_export(data, UTC)


def test_a_second_run_changes_nothing_and_chosen_messages_alone_come_in(tmp_path: Path) -> None:
    data = export(message(14, "Раз."), message(30, "Два."), message(50, "Три."))
    run(tmp_path, data, "--ids", "14,29-31")
    assert len(files(tmp_path)) == 2
    before = [path.read_bytes() for path in files(tmp_path)]
    again = run(tmp_path, data, "--ids", "14,29-31")
    assert [path.read_bytes() for path in files(tmp_path)] == before
    assert "there already: statements" in again.stdout
    assert "messages that weren’t chosen" in again.stdout


def test_drafts_build_once_they_are_none(tmp_path: Path) -> None:
    run(tmp_path, export(message(14, f"Анна Ким (клевета)\n\n{LONG}")))
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"draft: true", b"draft: false"))
    assert build_site(tmp_path / "archive", tmp_path / "site").statements == 1


def test_dates_have_the_offset_of_the_zone_on_that_day() -> None:
    (post,) = posts_of(export(message(14, "Раз.")), ZoneInfo("Asia/Almaty"))
    assert post.moment.isoformat() == "2020-06-22T13:15:00+06:00"


@given(
    pieces=st.lists(
        st.sampled_from([b"\\", b"\\x0B", b"\\x", b"0", b"B", b"x0", b'"', b"slovo ", b"\\u00e9"]),
        max_size=30,
    ),
    size=st.integers(1, 9),
)
def test_escapes_are_repaired_wherever_a_piece_is_cut(pieces: list[bytes], size: int) -> None:
    data = b"".join(pieces)
    whole, cut = RepairedEscapes(BytesIO(data)), RepairedEscapes(BytesIO(data))
    expected = whole.read(len(data) + 1) + whole.read(1)
    assert b"".join(iter(lambda: cut.read(size), b"")) == expected
    assert cut.count == whole.count


def test_a_file_that_ends_too_soon_writes_nothing(tmp_path: Path) -> None:
    data = export(*(message(number, "Слово.") for number in range(30)))
    result = run(tmp_path, data[: len(data) // 2])
    assert result.exit_code == 2
    assert not (tmp_path / "archive").exists()


def test_memory_does_not_grow_with_the_messages() -> None:
    def needed(count: int) -> int:
        data = export(*(message(40 * number, "Слово за словом. " * 100) for number in range(1, count)))
        tracemalloc.start()
        try:
            export_read = ChatExport(BytesIO(data))
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            for _ in speeches(export_read, Joining()):
                pass
            return tracemalloc.get_traced_memory()[1] - before
        finally:
            tracemalloc.stop()

    assert needed(2000) < 2 * needed(200) + 1_000_000


def test_an_older_export_has_times_of_no_zone_and_they_stay_so() -> None:
    older = message(7, "Слово.")
    del older["date_unixtime"]
    (post,) = posts_of(export(older), ZoneInfo("Asia/Almaty"))
    assert post.moment.isoformat() == "2020-06-22T13:01:00"
    assert as_statement((post,), "court").fields["date"] == "2020-06-22T13:01:00"
    told = list(speeches(read_export(export(older, message(8, "Ещё."))), Joining()))
    assert len(told) == 2


@pytest.mark.parametrize("written", ["99999999999999", "x", "1e999", "-99999999999999999999"])
def test_a_post_of_no_possible_time_is_told_and_nothing_else_is_lost(written: str) -> None:
    odd = message(7, "Слово.", date_unixtime=written)
    told = list(read_export(export(odd, message(8, "Ещё."))))
    assert told[0] == PassedOver(7, "no-time", (written,))
    assert isinstance(told[1], Post)


@pytest.mark.parametrize(
    "odd",
    [
        {"photo": None, "file": None, "author": None, "edited_unixtime": None},
        {"date_unixtime": START},
        {"date_unixtime": None},
        {"entities": [{"type": "plain"}]},
        {"entities": [{"type": "text_link", "text": "Слово.", "href": None}]},
    ],
)
def test_what_is_missing_in_a_message_keeps_no_other_out(odd: dict[str, Any]) -> None:
    posts = posts_of(export(message(7, "Слово.", **odd), message(8, "Ещё.")))
    assert [post.markdown for post in posts] == ["Слово.", "Ещё."]


def test_a_number_that_no_decimal_holds_is_refused() -> None:
    with pytest.raises(UsageError, match="telegram-number-too-large"):
        read_export(b'{"messages": [{"id": 1e9999999999999999999999}]}')


def test_a_byte_order_mark_is_no_part_of_it() -> None:
    assert len(posts_of(b"\xef\xbb\xbf" + export(message(1, "Слово.")))) == 1


def test_lines_stay_lines_wherever_a_stretch_ends() -> None:
    stretches: list[Any] = [
        {"type": "bold", "text": "Анна Ким"},
        "\nПервая\n",
        {"type": "italic", "text": "вторая"},
        "\n\nДальше",
        {"type": "blockquote", "text": "чужое\nслово"},
        "\nконец",
    ]
    (post,) = posts_of(export(message(1, stretches, entities=())))
    assert [passage.text for passage in read_body(post.markdown)[0]] == [
        "Анна Ким\nПервая\nвторая",
        "Дальше",
        "чужое\nслово",
        "конец",
    ]
    assert "**Анна Ким**\\\nПервая\\\n*вторая*" in post.markdown


@pytest.mark.parametrize(
    ("given_name", "status"), [("@court", 0), ("https://t.me/court/", 0), ("../x y", 2), ("", 2)]
)
def test_only_a_channels_name_makes_addresses(tmp_path: Path, given_name: str, status: int) -> None:
    (tmp_path / "result.json").write_bytes(export(message(1, "Слово.")))
    arguments = ["import", "telegram", str(tmp_path / "result.json"), "--channel", given_name]
    result = CliRunner().invoke(main, [*arguments, "--into", str(tmp_path / "archive")])
    assert result.exit_code == status, result.output
    if status == 0:
        (file,) = (tmp_path / "archive/statements").iterdir()
        assert "https://t.me/court/1" in file.read_text(encoding="utf-8")
