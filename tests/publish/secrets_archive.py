"""An archive with a secret wherever one can stand, and a look for them that knows nothing of the program's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from anyascii import anyascii

from allocution.language.names import case_forms

FIRST = (
    "Брад",
    "Велж",
    "Гурз",
    "Дзик",
    "Жулк",
    "Занл",
    "Крум",
    "Лобн",
    "Мырп",
    "Нацр",
    "Одру",
    "Пуст",
    "Рзяв",
)
SECOND = ("омыр", "ажуд", "обиц", "увах", "ечиг", "огеш", "ушиф", "апащ")
GIVEN = ("Айгуль", "Болат", "Мария", "Сергей", "Олеся", "Тимур")

# A secret in a place: front matter (JSON) or body; `{}` is the secret, `{quoted}` the same in an address.
FIELDS: dict[str, str] = {
    "title": '"title": "{} (клевета)", "stage": "trial"',
    "title charge": '"title": "Анна Ким ({})"',
    "speaker": '"speakers": ["Анна Ким", "{}"]',
    "speaker with id": '"speakers": [{"name": "{}", "id": "{quoted}"}]',
    "judge": '"judge": "{}"',
    "transcriber": '"transcribers": ["{}"]',
    "translator": '"translators": ["{}"]',
    "description": '"description": "О том, как {} ждёт"',
    "court": '"court": "Суд имени {}"',
    "place": '"place": "Дом, где {}"',
    "case": '"case": "Дело: {}"',
    "sentence": '"sentence": "Три года и {}"',
    "rights": '"rights": "© {}"',
    "charge": '"charges": [{"wording": "Клевета на {}"}]',
    "source title": '"sources": [{"address": "https://example.org/1", "title": "Пост: {}"}]',
    "source address": '"sources": ["https://example.org/{quoted}/1"]',
    "source note": '"sources": [{"address": "https://example.org/1", "note": "со слов: {}"}]',
    "source archived": '"sources": [{"address": "https://example.org/1", "archived": "https://a.example/{quoted}"}]',
    "sourcelink": '"sourcelink": "https://example.org/{quoted}"',
    "correction": '"corrections": [{"written": "{}", "meant": "кто-то", "note": "то есть {}"}]',
    "correction meant": '"corrections": [{"written": "суд", "meant": "{}"}]',
    "link title": '"links": [{"address": "https://example.org/2", "title": "Статья: {}"}]',
    "link address": '"links": [{"address": "https://example.org/{quoted}", "title": "Статья"}]',
    "tag": '"tags": ["свобода", "{}"]',
    "category": '"categories": ["{}"]',
    "slug": '"slug": "{quoted}"',
    "alias": '"aliases": ["/old/{quoted}/"]',
    "keywords": '"keywords": ["{}"]',
    "linkTitle": '"linkTitle": "{}"',
    "author": '"author": "{}"',
    "editor": '"editor": {"name": "{}", "mail": "{quoted}@example.org"}',
    "parameter": '"params": {"deep": [{"er": "{}"}]}',
    "escaped": '"summary": "\\u0421\\u043b\\u043e\\u0432\\u043e: {}"',
}
BODIES: dict[str, str] = {
    "body": "Мой друг {} ждёт дома.",
    "beginning": "{} ждёт дома.",
    "bold": "Мой друг **{}** ждёт *{}* дома.",
    "interruption": "Судья: {}, тише!",
    "label": "{}: Я не согласен.",
    "stage note": "Суд встал [{} плачет] и ушёл.",
    "heading": "## {} и я\n\nТак было.",
    "quotation": "> Тогда {} сказал нет.",
    "list": "- первый\n- {}",
    "table": "| кто | где |\n| --- | --- |\n| {} | дома |",
    "footnote": "Он ждёт.[^1]\n\n[^1]: Это {}.",
    "link text": "Вот [{}](https://example.org/3).",
    "address of a link": "Вот [это](https://example.org/{quoted}).",
    "link definition": "Вот [это][a].\n\n[a]: https://example.org/{quoted}",
    "title of a link": 'Вот [это](https://example.org/4 "{}").',
    "bare address": "Вот https://example.org/{quoted} и всё.",
    "alt text": "![{}](photo.jpg)",
    "picture address": "![фото]({quoted}.jpg)",
    "caption": '{{< figure src="photo.jpg" caption="{}" >}}',
    "caption address": '{{< figure src="{quoted}.jpg" caption="фото" >}}',
    "code": "Вот `{}` и всё.",
    "code block": "```\n{}\n```",
    "comment": "Он ждёт.<!-- {} -->",
    "attribute": 'Он <span title="{}">ждёт</span>.',
    "details": '{{< details summary="{}" >}}Он ждёт.{{< /details >}}',
    "verse": "Он ждёт,  \n{},  \nдома.",
    "entities": "Он ждёт, {entities}, дома.",
    "soft hyphens": "Он ждёт, {soft}, дома.",
    "inside a word": "Он ждёт, {split}, дома.",
    "two lines": "Он ждёт, {lines}, дома.",
}
PLACES = {**FIELDS, **BODIES}


@dataclass(frozen=True)
class Secret:
    """One secret: what the file asks to withhold, how it stands there, and stems of which no letter may come out."""

    entry: dict[str, str]
    written: str
    stem: str

    @property
    def quoted(self) -> str:
        return quote("-".join(self.written.lower().split()))


def secrets() -> Iterator[Secret]:
    """Secrets without end: a name as it is, declined, in Latin letters, with an initial; and words."""
    number = 0
    while True:
        first, second = FIRST[number % len(FIRST)], SECOND[number // len(FIRST) % len(SECOND)]
        family = f"{first}{second}{'ов' if number % 2 else 'енко'}"
        given = GIVEN[number % len(GIVEN)]
        name, stem = f"{given} {family}", f"{first}{second}".lower()
        asked = {"name": name, "reason": "relative"}
        declined = [max(forms) for forms in case_forms(name, "ru")]
        kinds = (
            Secret(asked, name, stem),
            Secret(asked, " ".join(declined), stem),
            Secret(asked, anyascii(name), anyascii(stem)),
            Secret(asked, f"{given[0]}. {family}", stem),
            Secret({"text": f"{family} у реки", "reason": "safety"}, f"{family} у реки", stem),
        )
        yield kinds[number % len(kinds)]
        number += 1


def statement(place: str, secret: Secret) -> str:
    """A content file with the secret in that place."""
    written = secret.written
    middle = len(written) - 3
    filled = PLACES[place]
    for mark, value in {
        "{quoted}": secret.quoted,
        "{entities}": "".join(f"&#{ord(letter)};" for letter in written),
        "{soft}": "\u00ad".join(written),
        "{split}": f"{written[:middle]}<b>{written[middle:]}</b>",
        "{lines}": written.replace(" ", "\n"),
        "{}": written,
    }.items():
        filled = filled.replace(mark, value)
    lines = ['"title": "Анна Ким (клевета)"'] if not filled.startswith('"title"') else []
    lines += ['"date": "2020-06-22"', f'"withhold": [{json.dumps(secret.entry, ensure_ascii=False)}]']
    body = "Я не признаю вины. Этот суд не суд."
    if place in FIELDS:
        lines.append(filled)
    else:
        body += f"\n\n{filled}"
    return "{" + ",\n".join(lines) + "}\n" + body + "\n"
