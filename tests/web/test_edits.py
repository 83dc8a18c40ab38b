"""Edits of words are shown without a reload, and as a reload would show them; whatever else changed asks for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from allocution.web.preview import Preview

PreviewOf = Callable[[Path], Preview]
ONE, TWO, THREE = (f"content/statements/{name}.md" for name in ("one", "two", "three"))


def change(root: Path, path: str, before: str, after: str) -> None:
    """Put other words into a file."""
    file = root / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def pages(preview: Preview) -> dict[str, bytes]:
    """Every page that is made of what is shown, by output."""
    snapshot = preview.snapshot
    found: dict[str, bytes] = {}
    for page in snapshot.prepared.plan.pages.values():
        made, _ = preview.make(snapshot, page)
        found |= made.files
    return found


@pytest.fixture
def longer(small: Path) -> Path:
    """The small archive, whose statements say more than excerpts hold, and a third, which its front page quotes."""
    (small / THREE).write_text((small / ONE).read_text("utf-8").replace("Ann Lee", "Di Poe"), "utf-8")
    for path, last in ((ONE, "Ending one."), (TWO, "Ending two."), (THREE, "Ending three.")):
        file = small / path
        text = f"{file.read_text('utf-8')}\n{'So many words here. ' * 60}\n\n{last}\n"
        file.write_text(text if path == THREE else text.replace("date:", "retelling: true\ndate:"), "utf-8")
    return small


def test_an_edit_is_shown_as_a_server_started_anew_shows_it(longer: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(longer)
    before = preview.snapshot
    change(longer, ONE, "Ending one", "Another end")
    assert preview.take_edits(before)
    assert preview.snapshot.edited
    assert preview.take_edits(preview.snapshot), "nothing more to take up"
    assert preview.snapshot.revision == preview_of(longer).snapshot.revision != before.revision
    assert pages(preview) == pages(preview_of(longer))
    change(longer, TWO, "Ending two", "One more end")
    change(longer, ONE, "Another end", "The end")
    assert preview.take_edits(preview.snapshot)
    assert pages(preview) == pages(preview_of(longer))
    assert preview.take_edits(before), "taken up already"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (ONE, "sedition", "treason"),
        (ONE, "2020-01-02", "2022-01-02"),
        (ONE, "Words.", "Quite other words."),  # lists show how a statement begins
        (THREE, "Ending three", "Another end"),  # the front page quotes it
        ("hugo.toml", "Archive", "Other archive"),
        ("content/statements/gone.md", "Secret", "Other secret"),
        ("static/notes.txt", "заметки", "записки"),
    ],
)
def test_what_other_pages_show_asks_for_a_reload(
    path: str, before: str, after: str, longer: Path, preview_of: PreviewOf
) -> None:
    preview = preview_of(longer)
    change(longer, path, before, after)
    seen = preview.snapshot
    assert not preview.take_edits(seen)
    assert preview.snapshot is seen


def test_files_that_come_and_go_ask_for_a_reload(longer: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(longer)
    change(longer, ONE, "Ending one", "Another end")
    (longer / "content/statements/four.md").write_text((longer / TWO).read_text("utf-8"), "utf-8")
    assert not preview.take_edits(preview.snapshot)


def test_nothing_to_take_up(longer: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(longer)
    assert not preview.take_edits(preview.snapshot)
