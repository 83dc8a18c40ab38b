"""Addresses of sentences that survive edits: identifiers, the record kept in git, and its update.

An identifier is derived from the wording alone, so a statement that never changed needs no record. The record
remembers what wordings there were and which sentence each of them became; its file is in `sentence_records`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from operator import itemgetter
from unicodedata import is_normalized, normalize

import msgspec

from allocution.content.sentence_alignment import Heir, align, similarity
from allocution.content.sentence_records import AddressEntry, AddressRecord
from allocution.content.usual_letters import byte_a_letter, letters_of
from allocution.model.passages import RemovedSentence

_ALPHABET = b"0123456789abcdefghjkmnpqrstvwxyz"
_LETTERS = bytes(_ALPHABET[value % 32] for value in range(256))
_LENGTH = 8
_EMPTY_DIGEST = blake2b(digest_size=_LENGTH)  # never updated: copying it is quicker than making one
_BETWEEN = "|"
_BETWEEN_LETTERS = b"|"
_BEFORE_WORDS = '«–—„“"('  # what usually stands before a word's first letter, and never is one
_FIRST = itemgetter(0)
_LETTERS_BEFORE_WORDS = byte_a_letter(_BEFORE_WORDS) or b""

# A sentence is recognised far from its place only when it has words enough and most of them are the same.
_LIKELY_LETTERS = 6
_LIKELY = 0.7


class Wordings(msgspec.Struct, frozen=True):
    """A statement's sentences as identifiers and initials are made of them: in NFC, white space folded.

    `joined` is all of them at once, «| One. | Two. |»; empty where that needs care: a bar of their own, or
    letters that were decomposed. `letters` is the same a byte for each, empty where there are unusual ones.
    """

    sentences: Sequence[str]
    joined: str
    letters: bytes = b""


def wordings(sentences: Sequence[str]) -> Wordings:
    """The wordings of sentences; looked at all at once, since nearly always they are folded and in NFC."""
    joined = _join(sentences)
    letters = byte_a_letter(joined)
    if letters and b"  " not in letters:
        whole = letters.count(_BETWEEN_LETTERS) == len(sentences) + 1
        return Wordings(sentences, joined, letters) if whole else Wordings(sentences, "")
    if "  " in joined or not joined.isprintable():
        sentences = [
            sentence if _is_folded(sentence) else " ".join(sentence.split()) for sentence in sentences
        ]
        joined = _join(sentences)
    if not is_normalized("NFC", joined):
        return Wordings([normalize("NFC", sentence) for sentence in sentences], "")
    return Wordings(sentences, joined if joined.count(_BETWEEN) == len(sentences) + 1 else "")


def _join(sentences: Sequence[str]) -> str:
    return f"| {' | '.join(sentences)} |" if sentences else ""


def identifiers(sentences: Sequence[str]) -> list[str]:
    """The identifiers of a statement's sentences in order; the second of one wording ends in -2.

    Eight letters, each the low five bits of a byte of BLAKE2b-64 over the sentence in NFC, spaces folded.
    """
    return identify(wordings(sentences))


def identify(worded: Wordings) -> list[str]:
    """The same for sentences in their form."""
    start = _EMPTY_DIGEST.copy
    digests = []
    for encoded in _encoded(worded):
        digest = start()
        digest.update(encoded)
        digests.append(digest.digest())
    letters = b"".join(digests).translate(_LETTERS).decode("ascii")
    found = [letters[at : at + _LENGTH] for at in range(0, len(letters), _LENGTH)]
    return found if len(set(found)) == len(found) else list(_numbered(found))


def _encoded(worded: Wordings) -> list[bytes]:
    if worded.joined:
        return worded.joined[2:-2].encode("utf-8", "surrogatepass").split(b" | ")
    return [sentence.encode("utf-8", "surrogatepass") for sentence in worded.sentences]


def _is_folded(sentence: str) -> bool:
    return "  " not in sentence and sentence.isprintable() and sentence == sentence.strip()


def _numbered(found: Iterable[str]) -> Iterator[str]:
    count: dict[str, int] = {}
    for identifier in found:
        count[identifier] = count.get(identifier, 0) + 1
        yield identifier if count[identifier] == 1 else f"{identifier}-{count[identifier]}"


def initials(sentences: Sequence[str], worded: Wordings | None = None) -> list[str]:
    """For each sentence the first letter or digit of its words: enough to know it again, not to read it.

    `worded` are the sentences' wordings, which make it quick.
    """
    if worded is None or not worded.joined:
        return [_initials_of(sentence) for sentence in sentences]
    first = _first_letters(worded)
    return [
        letters if letters.isalnum() else _initials_of(sentence)
        for letters, sentence in zip(first.split(_BETWEEN)[1:-1], sentences, strict=True)
    ]


def _first_letters(worded: Wordings) -> str:
    """The first letter of every word, bars included."""
    if worded.letters:
        return letters_of(bytes(map(_FIRST, worded.letters.translate(None, _LETTERS_BEFORE_WORDS).split())))
    joined = worded.joined
    for mark in _BEFORE_WORDS:
        joined = joined.replace(mark, "")
    words = joined.split(" ")
    return "%.1s" * len(words) % tuple(words)  # twice as quick as to take the letters one by one


def _initials_of(sentence: str) -> str:
    words = sentence.split()
    return "".join([word[0] if word[0].isalnum() else next(filter(str.isalnum, word), "") for word in words])


def update(record: AddressRecord | None, sentences: Sequence[str]) -> AddressRecord:
    """The record after an edit: `record` itself where nothing changed; no identifier is ever forgotten.

    One that vanished leads to the sentence that replaced it, or stays as removed where its sentence stood.
    """
    worded = wordings(sentences)
    found = identify(worded)
    if record is not None and record.current == found:
        return record
    letters = initials(worded.sentences, worded)
    if record is None:
        return AddressRecord(tuple(map(AddressEntry, found, letters)))
    return _updated(record, found, letters)


def without_withheld(record: AddressRecord, sentences: Sequence[str], mark: str) -> AddressRecord:
    """The record without what tells of words that are withheld now: by a digest of them a guess could be tried.

    Of sentences with the mark, and of all that are gone from their statement, no earlier wording stays.
    """
    if not any(mark in sentence for sentence in sentences):
        return record
    standing = (entry for entry in record.entries if not entry.removed)
    entries = [
        msgspec.structs.replace(entry, former=()) if mark in sentence else entry
        for entry, sentence in zip(standing, sentences, strict=True)
    ]
    return AddressRecord(tuple(entries))


def _updated(record: AddressRecord, found: list[str], letters: list[str]) -> AddressRecord:
    stands = set(found)
    former: list[list[str]] = [[] for _ in found]
    gone: list[list[AddressEntry]] = [[] for _ in range(len(found) + 1)]
    place = 0
    for entry, heir in zip(record.entries, _heirs(record.entries, found, letters), strict=True):
        if heir is None:
            gone[place].append(msgspec.structs.replace(entry, removed=True))
            continue
        former[heir.index] += [identifier for identifier in entry.known if identifier not in stands]
        if heir.in_place:
            place = heir.index + 1
    entries = []
    for index, (identifier, initial) in enumerate(zip(found, letters, strict=True)):
        entries += gone[index]
        entries.append(AddressEntry(identifier, initial, tuple(former[index])))
    return AddressRecord((*entries, *gone[-1]))


def _heirs(entries: Sequence[AddressEntry], found: list[str], letters: list[str]) -> list[Heir | None]:
    """For each entry the sentence that it became: by alignment, by its very words, by likeness."""
    heirs: list[Heir | None] = [None] * len(entries)
    index_of = {identifier: index for index, identifier in enumerate(found)}
    last = {_wording(identifier): index for index, identifier in enumerate(found)}
    standing = [number for number, entry in enumerate(entries) if not entry.removed]
    old = [(_wording(entries[number].identifier), entries[number].initials) for number in standing]
    new = [(_wording(identifier), initial) for identifier, initial in zip(found, letters, strict=True)]
    for number, heir in zip(standing, align(old, new), strict=True):
        heirs[number] = heir
    free = set(range(len(found))) - {heir.index for heir in heirs if heir}
    for number, entry in enumerate(entries):
        if heirs[number] is None:
            index = _elsewhere(entry, index_of, last)
            if index is None:
                index = _likely(entry, sorted(free), letters)
            if index is not None:
                free.discard(index)
                heirs[number] = Heir(index, in_place=False)
    return heirs


def _wording(identifier: str) -> str:
    return identifier[:_LENGTH]


def _elsewhere(entry: AddressEntry, index_of: dict[str, int], last: dict[str, int]) -> int | None:
    """The sentence with the entry's very words, or with words that it had before."""
    for identifier in reversed(entry.known):
        if identifier in index_of:
            return index_of[identifier]
    return last.get(_wording(entry.identifier))


def _likely(entry: AddressEntry, free: Sequence[int], letters: Sequence[str]) -> int | None:
    """A new sentence anywhere that is nearly the entry's: moved and reworded at once, or taken in again."""
    if len(entry.initials) < _LIKELY_LETTERS:
        return None
    scores = {index: similarity(entry.initials, letters[index]) for index in free}
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _LIKELY else None


def same_statement(record: AddressRecord, sentences: Sequence[str]) -> float:
    """How much of a record's and a text's sentences are the same, 0 to 1: tells a renamed file."""
    here = {_wording(identifier) for identifier in identifiers(sentences)}
    entries = [entry for entry in record.entries if not entry.removed]
    if not here or not entries:
        return 0.0
    known = {_wording(identifier) for identifier in record.known()}
    kept = sum(any(_wording(identifier) in here for identifier in entry.known) for entry in entries)
    return (kept + len(here & known)) / (len(entries) + len(here))


def removed_sentences(record: AddressRecord) -> Iterator[RemovedSentence]:
    """The addresses whose sentences are gone, each before the sentence that it stood before."""
    before = 0
    for entry in record.entries:
        if entry.removed:
            for identifier in entry.known:
                yield RemovedSentence(identifier, before)
        else:
            before += 1
