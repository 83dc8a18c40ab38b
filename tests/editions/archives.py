"""The archives that editions are made of, and editions made of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from allocution.cli import main
from allocution.publish.exporting import ExportOptions, ExportSummary, export
from tests.publish.archives import NOW, PROJECT, SAMPLE, SEED, write

SHARED = PROJECT.parent / "shared" / "data"
SCHEMAS = SHARED / "schemas"
TEXAS = SHARED / "texas" / "last-statements.csv"
ARCHIVES = ("sample", "seed", "texas", "odd")


ODD = "\"<&>'{}%\\\\#_~^$ =1+1 \U0001f642 А\u0301"
LONG = "о" * 5000


def quoted(text: str) -> str:
    """A text as YAML has it."""
    return json.dumps(text, ensure_ascii=False)


ODD_FILES = {
    "content/odd.md": f"""---
title: {quoted(ODD)}
speakers: [{quoted("=" + ODD)}, "A B"]
charges: [{quoted("@" + ODD)}, "x"]
court: [{quoted(ODD)}]
judge: {quoted(ODD)}
place: {quoted(ODD)}
sources: [{{address: "https://example.org/a b?c=<d>&e", title: {quoted(ODD)}, note: {quoted(ODD)}}}]
transcribers: [{quoted(ODD)}]
translators: [{quoted(ODD)}]
rights: {quoted(ODD)}
delivered: "-0398~"
corrections:
  - {{written: "Слово", meant: {quoted(ODD)}, note: {quoted(ODD)}}}
  - {{written: "конец. Начало", meant: ""}}
links: [{{address: "https://example.org/[x]", title: {quoted(ODD)}}}]
---
###### Слово <b>глубокий</b> &amp; *заголовок*

=1+1 Слово & < > " ' {{}} % # \u200f*курсив **жирный***. Вот конец. Начало[^1]. Спасибо.

| a | б |
|---|---|
| = | Слово |

> > - 3 <вложено>
>
> ***

```
код <&> *
```

![картинка](x.png "y") [внутрь](/odd/) [ссылка](https://example.org/?a=b&c=«»)

[^1]: Примечание & Слово.

A B: Спасибо. (смеётся [громко])

[аплодисменты, длящиеся очень долго и описанные многими словами подряд & <так>]

[…]
""",
    "content/empty.md": "---\ntitle: Пустая Запись (ничего)\ndelivery: refused\nsection: x\n---\n",
    "content/undated.md": "---\ntitle: Без Даты (x)\nspeakers: [Без Даты]\n---\nСпасибо. 12345 !!! 🙂\n",
    "content/1984/й ё.md": "---\ntitle: Интервал (x)\ndelivered: 1980-09-29/1980-10-02\n---\nСпасибо. "
    + "о" * 5000
    + "\n",
    "content/nameless.md": "---\ntype: statement\n---\nНи имени, ни названия, ни дня.\n",
    "content/rtl.md": '---\ntitle: "אנה כהן (הסתה)"\ntype: statement\nlanguage: he\ndelivered: 1999~\n---\n'
    'אין לי מה להוסיף. "שלום" (Judge, 1999).\n\nהשופט: די!\n\nСказано: «אין לי» 12345.\n',
    "content/gaps.md": "---\ntitle: Одни Пропуски (x)\ntype: statement\n---\n[…]\n\n[неразборчиво]\n\n███ ****\n",
    "content/control.md": '---\ntitle: Знаки (x)\ntype: statement\ncourt: "а\\u0007б\\u200eв\\u202eг"\n---\nСлово\x07 с'
    " \x0bзнаками\x1b и \ufffe\uffff. Со\u00adюз \u200bпуст \u2028строка\u2029абзац \x85дальше. \u202eназад\u202c.\n",
    "content/wide.md": f"""---
title: "М****в И. (ст. 205)"
type: statement
speakers: [{quoted('О’Нил, "Джон" & <Ко>')}, "Smith, John, Jr."]
case: {quoted(ODD * 3)}
court: {quoted("Суд " * 400)}
sources: [{{address: {quoted("https://example.org/" + "a" * 5000)}, title: {quoted(ODD)}}}]
corrections:
  - {{written: "конца. Начала", meant: "конец & <b>. Начало"}}
---
Вот конца. Начала другой фразы; М****в сказал В****, тел. ███.[^1] https://example.org/{"b" * 3000}

[^1]: Помета [в скобках [и ещё]] & <так> *курсив*.
""",
    "hugo.toml": 'title = "Архив <&> \\" «странностей»"\n',
}


def texas(folder: Path) -> Path:
    """The last statements from Texas, imported."""

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["import", "csv", str(TEXAS), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    mapping = folder / "mapping.toml"
    mapping.write_text(run("--guess"), encoding="utf-8")
    run("--mapping", str(mapping), "--into", str(folder / "archive"), "--language", "en")
    return folder / "archive"


@pytest.fixture(name="archives", scope="session")
def archives_fixture(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Archives by name; those whose content isn't beside the repository are missing."""
    found = {"sample": SAMPLE, "odd": write(tmp_path_factory.mktemp("odd"), ODD_FILES)}
    if SEED.is_dir():
        found["seed"] = SEED
    if TEXAS.is_file():
        found["texas"] = texas(tmp_path_factory.mktemp("texas"))
    return found


def exported(root: Path, output: Path, *editions: str, **options: str | int) -> ExportSummary:
    """Export at NOW, in one process if not told otherwise."""
    chosen = ExportOptions(NOW, editions)
    return export(root, output, replace(chosen, **options))  # type: ignore[arg-type]


def tables(folder: Path, name: str) -> list[dict[str, object]]:
    """The rows of a table of the edition `jsonl`."""
    return [json.loads(line) for line in (folder / "jsonl" / f"{name}.jsonl").read_bytes().splitlines()]
