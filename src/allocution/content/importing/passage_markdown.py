"""Passages without their marks as Markdown that is read as the same passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from allocution.content.importing.statements import escaped_markdown

Row = Mapping[str, Any]
_FENCE = re.compile(r"`{3,}")


def passages_markdown(rows: Sequence[Row]) -> str:
    """The body of a content file with these passages (rows of the table `passages`)."""
    return "\n\n".join(block for block in _Blocks().of(rows) if block.strip())


@dataclass(slots=True)
class _Blocks:
    """Blocks of Markdown in order; lists and tables know what stood before."""

    indents: list[int] = field(default_factory=list)

    def of(self, rows: Sequence[Row]) -> Iterator[str]:
        footnotes = [str(row["label"]) for row in rows if row["kind"] == "footnote" and row["label"]]
        last = max((place for place, row in enumerate(rows) if row["kind"] in _SPOKEN), default=-1)
        table: list[Row] = []
        for place, row in enumerate(rows):
            if row["kind"] == "table-row":
                if row["level"] and table:
                    yield _table(table)
                    table = []
                table.append(row)
                continue
            if table:
                yield _table(table)
                table = []
            marks = "".join(f"[^{label}]" for label in dict.fromkeys(footnotes)) if place == last else ""
            yield self._block(row) + marks
        if table:
            yield _table(table)

    def _block(self, row: Row) -> str:
        kind, depth = row["kind"], int(row["depth"] or 0)
        if kind != "list-item":
            self.indents.clear()
        text = _labelled(row)
        match kind:
            case "heading":
                return f"{'#' * int(row['level'] or 1)} {' '.join(text.split(chr(10)))}"
            case "quotation":
                return _prefixed(text, "> " * max(1, depth))
            case "list-item":
                return self._item(text, str(row["label"] or ""), max(1, depth))
            case "code":
                written = str(row["text"] or "")
                fence = "`" * max([3, *(len(run) + 1 for run in _FENCE.findall(written))])
                return f"{fence}\n{written}\n{fence}"
            case "media":  # where the picture lay isn't known; `check` says that it is missing
                return f"![{text}](picture-{row['passage']})"
            case "rule":
                return "***"
            case "footnote":
                return _indented(f"[^{row['label']}]: {text}", 4)
        return text

    def _item(self, text: str, label: str, depth: int) -> str:
        """A list's item below those that hold it; one without a label goes on in the item before."""
        del self.indents[depth if not label else depth - 1 :]
        indent = sum(self.indents[: depth - 1])
        if not label:
            return _prefixed(text, " " * sum(self.indents))
        marker = f"{'-' if not label[0].isdigit() else label} "
        self.indents += [len(marker)] * (depth - len(self.indents))
        return " " * indent + _indented(f"{marker}{text}", indent + len(marker))


_SPOKEN = ("speech", "interruption", "quotation", "list-item", "heading")


def _labelled(row: Row) -> str:
    text = escaped_markdown(str(row["text"] or ""))
    if row["speaker"]:
        text = f"{row['speaker']}: {text}".rstrip()
    return f'{{{{< lang "{row["language"]}" >}}}}{text}{{{{< /lang >}}}}' if row["language"] else text


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))


def _indented(text: str, columns: int) -> str:
    return text.replace("\n", "\n" + " " * columns)


def _table(rows: Sequence[Row]) -> str:
    """Rows as a table; one without a head has an empty one."""
    cells = [[_cell(cell) for cell in str(row["text"] or "").split("\t")] for row in rows]
    width = max(map(len, cells))
    lines = [f"| {' | '.join([*each, *[''] * (width - len(each))])} |" for each in cells]
    return "\n".join([lines[0], "|---" * width + "|", *lines[1:]])


def _cell(text: str) -> str:
    return escaped_markdown(text).replace("\n", " ")
