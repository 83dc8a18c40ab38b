"""One transcript proofread: its likely typing errors, each with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from allocution.content.archive import Record
from allocution.content.editing import append_item
from allocution.content.hugo.configuration_files import is_configuration
from allocution.content.hugo.survey import ContentFile, survey
from allocution.content.laws import ChargeMatcher, packaged_laws
from allocution.content.lexicon import LEXICON, add_to_lexicon, read_lexicon
from allocution.errors import UsageError
from allocution.language.names import case_forms
from allocution.language.proofreading import TypingError, Word, find_typing_errors, words_of
from allocution.language.spelling import NoDictionaryError, SpellingDictionary, spelling_dictionary
from allocution.model.finding import Finding, Place
from allocution.model.passages import Body, PassageKind
from allocution.model.statement import Statement
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder
from allocution.store.writing import write_atomically
from allocution.workspace.loading import Workspace
from allocution.workspace.records import ReadingRules, read_record
from allocution.workspace.withholding import withhold
from allocution.workspace.words import read_words

_CONTEXT = 32
_UNREAD = frozenset((PassageKind.CODE, PassageKind.RULE, PassageKind.MEDIA))


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A likely typing error: where it stands, the words around it, and what may have been meant."""

    place: Place
    before: str
    written: str
    after: str
    suggestions: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of proofreading a file. `unread` are the languages in it that there is no dictionary for."""

    path: str
    words: int
    suspicions: tuple[Suspicion, ...]
    unread: tuple[str, ...]
    findings: tuple[Finding, ...]


def archive_of(file: Path) -> Path:
    """The archive of a content file: the nearest folder above with a configuration or a lexicon.

    Else it is the one that holds the file's folder `content`, else the file's own folder.
    """
    folders = file.absolute().parents
    for folder in folders:
        if any(name == LEXICON or is_configuration(name) for name in ArchiveFolder(folder).top_files()):
            return folder
    return next((folder.parent for folder in folders if folder.name == "content"), folders[0])


class Proofreader:
    """Proofreads the transcripts of one archive. Raises UsageError, DictionariesMissingError, NoDictionaryError."""

    def __init__(self, root: Path, now: datetime) -> None:
        self._workspace = Workspace(root, now)
        self._folder = self._workspace.folder
        data = self._folder.read(LEXICON) if self._folder.exists(LEXICON) else b""
        if isinstance(data, Finding):
            raise UsageError("lexicon-unreadable", file=LEXICON)
        try:
            self.lexicon = read_lexicon(data)
        except UnicodeDecodeError as error:
            raise UsageError("lexicon-encoding", file=LEXICON) from error
        self._lexicon_data = data

    def learn(self, entries: tuple[str, ...]) -> int:
        """Add entries to the archive's lexicon; how many it didn't have yet. Raises PublishError."""
        data = add_to_lexicon(self._lexicon_data, entries)
        before = len(self.lexicon)
        if data != self._lexicon_data:
            exists = self._folder.exists(LEXICON)
            write_atomically(
                self._folder.root / LEXICON,
                data,
                expected=self._lexicon_data if exists else None,
                root=self._folder.root,
            )
            self._lexicon_data, self.lexicon = data, read_lexicon(data)
        return len(self.lexicon) - before

    def proofread(self, path: str) -> Proof:
        """Look for likely typing errors in one content file, named by its path in the archive."""
        record, data = self._read(path)
        statement, body, findings = self._words(record, data)
        known = self._known_words(statement, record.language)
        reading = _Reading(path, _Text.of(data), known)
        suspicions = tuple(reading.suspicions(body))
        return Proof(path, reading.words, suspicions, tuple(sorted(reading.unread)), findings)

    def read_statement(self, path: str) -> tuple[Statement, Body]:
        """A statement and its words, as everybody may see them. Raises UsageError."""
        statement, body, _ = self._words(*self._read(path))
        return statement, body

    def _words(self, record: Record, data: bytes) -> tuple[Statement, Body, tuple[Finding, ...]]:
        statement = record.statement
        if statement is None:
            raise UsageError("not-a-statement", path=record.path)
        speakers = [person.name for person in statement.speakers]
        safe = withhold(record.path, data, self._workspace.now)
        addressed, findings = read_words(record.path, safe.data, record.language, speakers)
        return statement, addressed.body, findings

    def accept(self, suspicion: Suspicion, meant: str) -> None:
        """Put on record what was meant by a word, in the file's `corrections`. Raises PublishError, EditRefusedError.

        Nobody else's change is overwritten, and the transcript's words stay as they came.
        """
        path = suspicion.place.path
        data = self._folder.read(path)
        if isinstance(data, Finding):
            raise UsageError("file-unreadable", path=path)
        correction = {"written": suspicion.written, "meant": meant}
        changed = append_item(data, ("corrections",), correction)
        write_atomically(self._folder.real_path(path), changed, expected=data, root=self._folder.root)

    def _read(self, path: str) -> tuple[Record, bytes]:
        file, rules = self._rules(path)
        data = self._folder.read(path)
        if isinstance(data, Finding):
            raise UsageError("file-unreadable", path=path)
        record = read_record(file, data, rules)
        if record.facts is None:
            raise UsageError("file-has-errors", path=path)
        return record, data

    def _rules(self, path: str) -> tuple[ContentFile, ReadingRules]:
        configuration = self._workspace.configuration
        paths: list[str] = []
        for mount in configuration.mounts:
            listing = self._folder.list_files(
                mount.folder, lambda each: not each.startswith(f"{ADDRESS_RECORDS}/")
            )
            paths.extend(listing.files)
        surveyed = survey(configuration, paths)
        file = next((page for page in surveyed.pages if page.path == path), None)
        if file is None:
            raise UsageError("not-a-content-file", path=path)
        branches, _, _ = self._workspace.branches(surveyed.branches)
        return file, ReadingRules(
            configuration, branches, ChargeMatcher(packaged_laws()), self._workspace.now
        )

    def _known_words(self, statement: Statement, language: str) -> frozenset[str]:
        """Words in lower case that are no errors: the lexicon's and the file's names in every case, corrected ones."""
        people = [*statement.speakers, *statement.judges, *statement.transcribers, *statement.translators]
        names = [*(person.name for person in people), *self.lexicon]
        forms = {form for name in names for word in case_forms(name, language) for form in word}
        forms |= {part for name in names for part in name.split()}
        forms |= {correction.written for correction in statement.corrections}
        return frozenset(form.lower() for form in forms)


@dataclass(frozen=True, slots=True)
class _Text:
    """A file's text, and where each line of it begins."""

    text: str
    lines: tuple[int, ...]

    @classmethod
    def of(cls, data: bytes) -> _Text:
        text = data.decode("utf-8")
        return cls(text, (0, *(match.end() for match in re.finditer("\n", text))))

    def place(self, path: str, word: str, cursor: int) -> tuple[Place, int]:
        """Where the word stands next after the cursor as a whole word, and the cursor behind it."""
        found = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(self.text, cursor)
        start = found.start() if found else cursor
        line = bisect_right(self.lines, start)
        return Place(path, line, start - self.lines[line - 1] + 1), found.end() if found else cursor


class _Reading:
    """One file being proofread; counts its words and the languages that nobody can proofread."""

    def __init__(self, path: str, text: _Text, known: frozenset[str]) -> None:
        self.words = 0
        self.unread: set[str] = set()
        self._path = path
        self._text = text
        self._known = known

    def suspicions(self, body: Body) -> Iterator[Suspicion]:
        """What looks like a typing error, in the order of the file."""
        for passage in body.passages:
            if passage.kind in _UNREAD:
                continue
            cursor = self._text.lines[min(passage.line, len(self._text.lines)) - 1]
            for sentence in passage.sentences:
                language = sentence.language.partition("-")[0]
                words = list(words_of(passage.text, sentence.start, sentence.end))
                self.words += len(words)
                for error in self._errors(words, language):
                    written = passage.text[error.word.start : error.word.end]
                    place, cursor = self._text.place(self._path, written, cursor)
                    yield _suspicion(place, passage.text, error, language)

    def _errors(self, words: list[Word], language: str) -> Iterator[TypingError]:
        dictionary = self._dictionary(language)
        if dictionary is not None:
            yield from find_typing_errors(words, dictionary, self._known)

    def _dictionary(self, language: str) -> SpellingDictionary | None:
        try:
            return spelling_dictionary(language)
        except NoDictionaryError:
            self.unread.add(language)
            return None


def _suspicion(place: Place, text: str, error: TypingError, language: str) -> Suspicion:
    word = error.word
    before = text[max(word.start - _CONTEXT, 0) : word.start]
    after = text[word.end : word.end + _CONTEXT]
    if word.start > _CONTEXT:
        before = "…" + before.partition(" ")[2]
    if word.end + _CONTEXT < len(text):
        after = after.rpartition(" ")[0] + "…"
    return Suspicion(place, before, text[word.start : word.end], after, error.suggestions, language)
