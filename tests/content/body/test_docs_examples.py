"""The examples of docs/transcripts.md are so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allocution.content.body.vocabulary import ROLES
from tests.content.body.notation import described

DOCUMENT = (Path(__file__).parents[3] / "docs" / "transcripts.md").read_text("utf-8")
EXAMPLES = re.findall(
    r"^```markdown\n(.*?)^```\n\n```passages\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE
)


def test_every_example_is_found() -> None:
    assert len(EXAMPLES) == DOCUMENT.count("```markdown\n") == DOCUMENT.count("```passages\n") > 8


@pytest.mark.parametrize(("body", "passages"), EXAMPLES)
def test_example(body: str, passages: str) -> None:
    assert described(body, speakers=["Альнур Ильяшев"]) == passages.rstrip("\n")


def test_every_office_of_the_table_has_its_role() -> None:
    table = DOCUMENT.split("| role | ru |")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.split("\n")[2:]]
    assert len(rows) == 9
    for role, *cells in rows:
        for office in ", ".join(cells).split(", "):
            assert ROLES[office.casefold()] == role
