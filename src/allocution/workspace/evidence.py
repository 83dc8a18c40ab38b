"""An archive's captures as evidence for its statements. Loaded only where an archive has captures."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from allocution.errors import CaptureError, PublishError
from allocution.evidence.block_headers import LEAST_WORK
from allocution.evidence.comparison import Compared, compare, difference
from allocution.evidence.custody import Break, events, find_break
from allocution.evidence.news_page import looks_like_html, read_article
from allocution.evidence.proofs import Proof, check_proof, latest
from allocution.evidence.telegram_page import PostAddress, post_address, read_post
from allocution.evidence.warc import MARKUP, read_bodies
from allocution.model.digests import digest
from allocution.model.evidence import Evidence, KeptBeside, KeptCapture, KeptSource, SentenceCover
from allocution.model.finding import Finding, Place, Severity
from allocution.model.passages import Body, Sentence
from allocution.model.statement import Statement
from allocution.store.capture_folder import LOG_PATH, CaptureFolder

Event = Mapping[str, Any]
_CHANGED = re.compile(r"(gone|new|changed): ([a-z, ]+)")
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


class ArchiveEvidence:
    """What an archive's custody log and captures say. `findings` tell of a log that isn't as it was written."""

    def __init__(self, root: Path, least_work: int = LEAST_WORK) -> None:
        self._folder = CaptureFolder(root)
        self._texts: dict[str, tuple[str, str]] = {}
        self._by_source: dict[str, list[Event]] = defaultdict(list)
        log, head = self._folder.log()
        found = find_break(log, head)
        self.findings = (_broken(found),) if found is not None else ()
        self._least_work = least_work
        self._stamps: dict[str, list[Event]] = defaultdict(list)
        known = events(log) if found is None else []
        for event in latest(known):
            self._stamps[str(event.get("file"))].append(event)
        self._beside: dict[str, list[Event]] = defaultdict(list)
        for event in known:
            if event.get("event") in ("captured", "looked"):
                self._add(event)

    def _add(self, event: Event) -> None:
        """Put a line of the log to its source, and to the capture that it was kept with."""
        self._by_source[source_key(str(event.get("source")))].append(event)
        if "of" in event:
            pages = self._by_source.get(source_key(str(event["of"])), [])
            last = next((each["file"] for each in reversed(pages) if "file" in each), "")
            self._beside[str(event.get("shows") or last)].append(event)

    def captured(self, address: str) -> list[Event]:
        """The captures of a source and looks at it that gave none, the earliest first."""
        return self._by_source.get(source_key(address), [])

    def digest(self, statement: Statement) -> bytes:
        """What tells whether the evidence for a statement has changed."""
        parts = []
        for address in source_addresses(statement):
            for event in self.captured(address):
                file = str(event.get("file", ""))
                for each in (event, *self._stamps.get(file, ()), *self._beside.get(file, ())):
                    states = [
                        self._folder.state(str(each.get(key))) for key in ("file", "token", "root", "header")
                    ]
                    parts += [json.dumps(each, sort_keys=True).encode(), repr(states).encode()]
        return digest(*parts) if parts else b""

    def of(self, statement: Statement, body: Body, *, withholds: bool) -> Evidence:
        """The evidence for a statement; of one that withholds something nothing that could give it away."""
        addresses = source_addresses(statement)
        sources = tuple(KeptSource(each, self._captures(each, withholds)) for each in addresses)
        texts = [text for each in addresses for event in self.captured(each) if (text := self.text(event)[0])]
        if not texts or is_in_other_words(statement):
            return Evidence(sources, captured=bool(texts))
        placed = list(sentences_of(body))
        compared = compare([text for _, _, text in placed], texts)
        open_ones = [
            (_cover(line, sentence, text, each, withholds), bool(each.difference))
            for (line, sentence, text), each in zip(placed, compared, strict=True)
            if each is not None and not each.found
        ]
        return Evidence(
            sources=sources,
            captured=True,
            found=sum(each is not None and each.found for each in compared),
            differing=tuple(cover for cover, differs in open_ones if differs),
            nowhere=tuple(cover for cover, differs in open_ones if not differs),
        )

    def text(self, event: Event) -> tuple[str, str]:
        """The words that were captured, empty where there are none, and what is wrong with the file."""
        name = str(event.get("file", ""))
        if not name.endswith(".warc.gz"):
            return "", self._wrong(event) if name else ""
        if name not in self._texts:
            self._texts[name] = self._read(event)
        return self._texts[name]

    def _wrong(self, event: Event) -> str:
        """What is wrong with a file that isn't read."""
        try:
            same = self._folder.digest(str(event["file"])) == event.get("sha256")
        except (CaptureError, PublishError):
            return "missing"
        return "" if same else "changed"

    def _read(self, event: Event) -> tuple[str, str]:
        try:
            return captured_text(event, self._folder.read(event)), ""
        except CaptureError as error:
            return "", {"capture-missing": "missing", "capture-changed": "changed"}.get(error.code, "damaged")
        except PublishError:
            return "", "damaged"

    def _proof(self, event: Event) -> Proof | None:
        """What a timestamp proves; None for one that doesn't hold: readers are told nothing of it."""
        try:
            return check_proof(event, self._file, self._least_work)
        except (CaptureError, PublishError):
            return None

    def _file(self, name: str, sha256: str) -> bytes:
        return self._folder.read({"file": name, "sha256": sha256})

    def _captures(self, address: str, withholds: bool) -> tuple[KeptCapture, ...]:
        found = []
        before = ""
        for event in self.captured(address):
            text, problem = self.text(event)
            stamps = [self._proof(each) for each in self._stamps.get(str(event.get("file")), ())]
            changed = difference(before, text) if before and text and not withholds else ()
            before = text or before
            found.append(
                KeptCapture(
                    moment=str(event.get("time")),
                    outcome=str(event.get("seen") or event.get("outcome", "")),
                    sha256="" if withholds else str(event.get("sha256", "")),
                    problem=problem,
                    proved=tuple(each.proved for each in stamps if each is not None and each.proved),
                    pending=sum(each is not None and each.proved is None for each in stamps),
                    answered="" if withholds or problem else _shown_at(event),
                    change=changed,
                    beside=() if withholds else tuple(map(self._kept_beside, self._beside_of(event))),
                    attached=() if withholds else tuple(_CHANGED.findall(str(event.get("changed", "")))),
                )
            )
        return tuple(found)

    def _beside_of(self, event: Event) -> list[Event]:
        return self._beside.get(str(event.get("file", "")), []) if event.get("file") else []

    def _kept_beside(self, event: Event) -> KeptBeside:
        size = (self._folder.state(str(event.get("file"))) or (0, 0))[0]
        return KeptBeside(
            kind=str(event.get("kind", "")),
            sha256=str(event.get("payload") or event.get("sha256", "")),
            size=int(event["bytes"]) if str(event.get("bytes", "")).isdecimal() else size,
            problem=self._wrong(event),
        )


def captured_body(event: Event, data: bytes) -> bytes:
    """What was answered; of a page that a browser showed, the page as its scripts left it. Raises CaptureError."""
    bodies, answered = read_bodies(data), str(event.get("answered"))
    return bodies.get(f"{MARKUP}{answered}") or bodies.get(answered, b"")


def captured_text(event: Event, data: bytes) -> str:
    """The words in a capture; empty where it has none that are read. Raises CaptureError."""
    body = captured_body(event, data)
    post = any_post(str(event["source"]))
    if post is not None:
        return read_post(body, post).plain
    article = read_article(body) if looks_like_html(body) else None
    return article.plain if article is not None else ""


def is_in_other_words(statement: Statement) -> bool:
    """Whether its sentences can't be those of its sources: it is a translation or a retelling."""
    return bool(statement.translators) or statement.machine_translated or statement.retelling


def source_addresses(statement: Statement) -> list[str]:
    """What a statement's sources are captured under: addresses, and digests of files that were sources themselves."""
    found = []
    for source in statement.sources:
        digest = _DIGEST.search(f"{source.title} {source.note}")
        if source.address or digest:
            found.append(source.address or f"sha256:{digest[0] if digest else ''}")
    return found


def source_key(address: str) -> str:
    """What the addresses of one source have in common, however they are written."""
    post = any_post(address)
    return post.source.casefold() if post else address


def any_post(address: str) -> PostAddress | None:
    """The post of an address that is known to be of Telegram, or of what stood in for it."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    return post_address(address, frozenset((host,)))


def sentences_of(body: Body) -> Iterator[tuple[int, Sentence, str]]:
    """Each sentence with its passage's line and its words."""
    for passage in body.passages:
        for sentence in passage.sentences:
            yield passage.line, sentence, passage.text[sentence.start : sentence.end]


def _shown_at(event: Event) -> str:
    """The address under which programs show a captured page; empty where there is none."""
    is_page = str(event.get("file", "")).endswith(".warc.gz") and event.get("status") != "304"
    return str(event.get("answered", "")) if is_page else ""


def _cover(line: int, sentence: Sentence, text: str, found: Compared, withholds: bool) -> SentenceCover:
    return SentenceCover(
        line, sentence.identifier, " ".join(text.split()), () if withholds else found.difference
    )


def _broken(found: Break) -> Finding:
    parameters = (("reason", found.reason),)
    return Finding("custody-broken", Severity.ERROR, Place(LOG_PATH, found.line, 1), parameters)


def read_evidence(root: Path) -> ArchiveEvidence:
    """The evidence of the archive in a folder. Raises PublishError."""
    return ArchiveEvidence(root)
