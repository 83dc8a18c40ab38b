"""Statements out of the edition `tei`, as rows of the tables: words and facts; not emphasis, links and nesting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from allocution.content.fields import field as field_of
from allocution.content.importing.exported import UnreadableTablesError

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES = {"t": _TEI[1:-1]}
_HAPPENINGS = ("vocal", "kinesic", "incident", "pause")
_DATES = {"delivered": "delivered", "posted": "posted", "verdict": "verdict", "unstated": "undetermined_date"}
_JOINED = "; "
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wordings:
    """What the program says in an edition, in every language that it speaks: `notices` by the name of the message."""

    languages: Sequence[str]
    notices: Mapping[str, Set[str]]


def tei_rows(files: Mapping[str, bytes], wordings: Wordings) -> dict[str, list[Row]]:
    """The rows of each table that the statements' files tell of. Raises UnreadableTablesError."""
    found: dict[str, list[Row]] = {
        name: [] for name in ("statements", "charges", "sources", "passages", "corrections", "names")
    }
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for path, data in sorted(files.items()):
        if not path.endswith(".xml"):
            continue
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableTablesError("tei-unreadable", path=path, problem=error.msg) from error
        if root.tag == f"{_TEI}TEI":
            _Document(root, found, wordings).read(path)
    if not found["statements"]:
        raise UnreadableTablesError("tei-without-statements")
    return found


@dataclass(slots=True)
class _Document:
    root: Any
    tables: dict[str, list[Row]]
    wordings: Wordings
    name: str = ""

    def read(self, path: str) -> None:
        self.name = self.root.get(_ID) or ""
        address = self._text("//t:publicationStmt/t:idno[@type='URI']")
        if not self.name or not address:
            raise UnreadableTablesError("tei-statement-unnamed", path=path)
        self.tables["statements"].append(self._statement(address))
        self.tables["charges"] += [
            {"statement": self.name, **self._charge(term)} for term in self._all("//t:keywords/t:term")
        ]
        sources = self._all("//t:sourceDesc/t:bibl[@type='source']")
        self.tables["sources"] += [{"statement": self.name, **_source(each)} for each in sources]
        words = _Words(self.name)
        for division in self._all("//t:body/t:div"):
            words.division(division)
        notes = dict(self._correction_notes())
        for row in words.corrections:
            row["note"] = notes.get(f"{row['written']} → {row['meant']}")
        self.tables["passages"] += words.passages
        self.tables["corrections"] += words.corrections

    def _all(self, path: str) -> list[Any]:
        found: list[Any] = self.root.xpath(path, namespaces=_NAMES)
        return found

    def _text(self, path: str) -> str:
        return _JOINED.join(_content(each) for each in self._all(path))

    def _statement(self, address: str) -> Row:
        language = self.root.get(_LANG) or ""
        original = self._all("//t:sourceDesc/t:bibl[@type='original']/t:ptr")
        country = self._all("//t:setting/t:name[@type='country']")
        row: Row = {
            "statement": self.name,
            "address": address,
            "title": self._text("//t:titleStmt/t:title"),
            "speakers": self._people("//t:titleStmt/t:author/t:persName", "speaker"),
            "judges": self._people("//t:setting/t:persName[@role='judge']", "judge"),
            "courts": self._text("//t:setting/t:orgName"),
            "place": self._text("//t:setting/t:name[@type='place']"),
            "jurisdiction": country[0].get("key", "").lower() if country else "",
            "case": self._text("//t:notesStmt/t:note[@type='case']"),
            "punishment": self._text("//t:notesStmt/t:note[@type='sentence']"),
            "rights": self._text("//t:availability/t:licence"),
            "changed": self._text("//t:publicationStmt/t:date"),
            "translates": original[0].get("target", "")[1:] if original else "",
            "language": language if language != "und" else "",
            "language_stated": language != "und",
            "transcribers": self._helpers("transcribers"),
            "translators": self._helpers("translators"),
        }
        for date in self._all("//t:setting/t:date"):
            row[_DATES.get(date.get("type"), "undetermined_date")] = _content(date)
        for category in self._all("//t:textClass/t:catRef"):
            kind, _, value = category.get("target", "")[1:].partition(".")
            if kind in ("stage", "delivery"):
                row[kind] = value
        told = {_content(note) for note in self._all("//t:notesStmt/t:note[@type='notice']")}
        row["retelling"] = bool(told & self.wordings.notices["retelling"])
        row["machine_translated"] = bool(told & self.wordings.notices["translated-by-machine"])
        return row

    def _people(self, path: str, role: str) -> str:
        people = self._all(path)
        for person in people:
            identifier, name = person.get("ref", "")[1:], _content(person)
            self.tables["names"].append(
                {"person": identifier, "statement": self.name, "role": role, "name": name}
            )
        return _JOINED.join(map(_content, people))

    def _helpers(self, name: str) -> str:
        labels = {field_of(name).label(language) for language in self.wordings.languages}
        found = [
            _content(each.find(f"{_TEI}name"))
            for each in self._all("//t:titleStmt/t:respStmt")
            if _content(each.find(f"{_TEI}resp")) in labels
        ]
        return _JOINED.join(found)

    def _charge(self, term: Any) -> Row:
        pointers = (term.get("target") or "").split()
        row = {"wording": _content(term)}
        if term.get("type") == "charge" and len(pointers) == 1 and pointers[0].count(".") > 1:
            _, law, article = pointers[0][1:].split(".", 2)
            row |= {"law": law, "article": article.replace("_", " "), "part": term.get("n") or ""}
        return row

    def _correction_notes(self) -> Iterator[tuple[str, str]]:
        for note in self._all("//t:notesStmt/t:note[@type='correction']"):
            written, _, said = _content(note).partition(": ")
            yield written, said


def _source(bibl: Any) -> Row:
    row = {name: _content(bibl.find(f"{_TEI}{name}")) for name in ("title", "date", "note")}
    for pointer in bibl.findall(f"{_TEI}ptr"):
        row["address" if pointer.get("type") == "source" else "archived"] = pointer.get("target")
    return row


def _content(node: Any) -> str:
    return "".join(node.itertext()) if node is not None else ""


@dataclass(slots=True)
class _Words:
    name: str
    passages: list[Row] = field(default_factory=list)
    corrections: list[Row] = field(default_factory=list)
    label: str = ""
    choice: Any = None

    def division(self, division: Any) -> None:
        for node in division.iterchildren(tag=etree.Element):
            self._beside(node, int(division.get("n") or 0))

    def _beside(self, node: Any, level: int = 0) -> None:
        tag = etree.QName(node).localname
        if tag == "u":
            self._turn(node)
        elif tag == "head":
            self._add("heading", node, level=level)
        elif tag == "milestone":
            self._add("rule", node)
        elif tag == "gap":
            self._add("gap", node)
        elif tag in _HAPPENINGS:
            self._add("stage-note", node)
        elif tag == "note":
            self._note(node)

    def _note(self, node: Any) -> None:
        match node.get("type"):
            case "speaker":
                self.label = _content(node).removesuffix(":")
            case "footnote":
                self._add("footnote", node, label=node.get("n") or "", depth=1)
            case "media":
                self._add("media", node)
            case _:
                self._add("stage-note", node)

    def _turn(self, turn: Any) -> None:
        role = (turn.get("ana") or "").rpartition(".")[2]
        for node in turn.iterchildren(tag=etree.Element):
            if etree.QName(node).localname != "seg":
                self._beside(node)
                continue
            kind = node.get("type") or "paragraph"
            if kind == "paragraph":
                kind = "speech" if role == "defendant" else "interruption"
            depth = 1 if kind in ("quotation", "list-item") else 0
            label, self.label = self.label, ""
            self._add(
                kind, node, role=role, speaker=label, label=node.get("n") or "", depth=depth,
                language=node.get(_LANG) or "",
            )  # fmt: skip

    def _add(self, kind: str, node: Any, **known: Any) -> None:
        number = len(self.passages) + 1
        parts: list[str] = []
        self._take(node, parts, number)
        row = {"role": "defendant", "speaker": "", "language": "", "level": 0, "depth": 0, "label": ""}
        row |= {"statement": self.name, "passage": number, "kind": kind, "text": "".join(parts)} | known
        self.passages.append(row)

    def _take(self, node: Any, parts: list[str], number: int) -> None:
        """The text of a node, as the transcript has it; what was meant goes among the corrections."""
        if not isinstance(node.tag, str):  # a comment
            return
        if etree.QName(node).localname == "choice" and node.find(f"{_TEI}sic") is not None:
            self._choice(node, parts, number)
            return
        if node.get("type") == "footnote" and etree.QName(node).localname == "ref":
            return
        parts.append(node.text or "")
        for inner in node:
            self._take(inner, parts, number)
            parts.append(inner.tail or "")

    def _choice(self, node: Any, parts: list[str], number: int) -> None:
        """A correction; where it reaches over the end of a sentence, each part of it is a choice of its own."""
        start = sum(map(len, parts))
        self._take(node.find(f"{_TEI}sic"), parts, number)
        written, meant = "".join(parts)[start:], _content(node.find(f"{_TEI}corr"))
        before, self.choice = self.choice, node
        if not meant and before is not None and before.getparent() is not node.getparent():
            last = self.corrections[-1]
            if (last["passage"], last["start"] + len(last["written"])) == (number, start):
                last["written"] += written
                return
        self.corrections.append(
            {"statement": self.name, "passage": number, "start": start, "written": written, "meant": meant}
        )
