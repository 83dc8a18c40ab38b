"""The editions `conllu` and `vertical`: tokens, one a line, for corpus tools."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from allocution.editions.collection import Collected, Collection, Published, sentence_identifier
from allocution.editions.tokens import Token, tokens
from allocution.editions.writing import Piece
from allocution.editions.xml_markup import text

_HIDDEN = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def _line(text: str) -> str:
    return " ".join(text.split())


class ConlluWriter:
    """CoNLL-U (https://universaldependencies.org/format.html) in a file for each statement."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def begin(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())

    def statement(self, published: Published) -> Iterator[Piece]:
        """A document; one without a sentence has no file, as the format has no empty documents."""
        collected = published.collected
        lines = [f"# newdoc id = {collected.name}"]
        for number, passage in enumerate(published.body.passages, start=1):
            begun = False
            for sentence in passage.sentences:
                words = _line(passage.text[sentence.start : sentence.end])
                found = tokens(words, sentence.language)
                if not found:
                    continue
                lines += [] if begun else [f"# newpar id = {collected.name}.p{number}"]
                begun = True
                lines += [f"# sent_id = {sentence_identifier(collected, sentence)}", f"# text = {words}"]
                lines += [f"# lang = {sentence.language}"] if sentence.language else []
                lines += [f"# speaker_role = {passage.role}"]
                lines += [_conllu(place, token) for place, token in enumerate(found, start=1)]
                lines.append("")
        if len(lines) > 1:
            yield f"{collected.name}.conllu", "\n".join([*lines, ""]).encode()

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


def _conllu(place: int, token: Token) -> str:
    after = "_" if token.spaced else "SpaceAfter=No"
    return "\t".join(
        (str(place), token.text, token.lemma or "_", token.part or "_", "_", "_", "_", "_", "_", after)
    )


class VerticalWriter:
    """One file with structures in tags and a token a line: word, lemma, part of speech."""

    path = "corpus.vert"

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def begin(self) -> Iterator[Piece]:
        """Nothing."""
        yield self.path, b""

    def statement(self, published: Published) -> Iterator[Piece]:
        """A document."""
        collected = published.collected
        lines = [_tag("doc", **self._described(collected))]
        for passage in published.body.passages:
            if not passage.sentences:
                continue
            lines.append(_tag("p", kind=passage.kind, role=passage.role, speaker=passage.speaker))
            for sentence in passage.sentences:
                lines.append(_tag("s", id=sentence_identifier(collected, sentence), lang=sentence.language))
                lines += _vertical(_line(passage.text[sentence.start : sentence.end]), sentence.language)
                lines.append("</s>")
            lines.append("</p>")
        yield self.path, "\n".join([*lines, "</doc>", ""]).encode()

    def _described(self, collected: Collected) -> dict[str, str]:
        statement, date = collected.statement, collected.work.date
        return {
            "id": collected.name,
            "url": self._collection.address(collected),
            "title": statement.title,
            "speaker": "|".join(person.name for person in statement.speakers),
            "charge": "|".join(charge.wording for charge in statement.charges),
            "court": "|".join(statement.courts),
            "country": statement.jurisdiction,
            "date": date.edtf if date else "",
            "year": str(date.year) if date and date.year is not None else "",
            "lang": collected.item.record.language,
        }

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


def _tag(name: str, **values: str) -> str:
    written = "".join(f' {key}="{escape(value.translate(_HIDDEN))}"' for key, value in values.items())
    return f"<{name}{written}>"


def _vertical(sentence: str, language: str) -> Iterator[str]:
    before: Token | None = None
    for token in tokens(sentence, language):
        if before is not None and not before.spaced:
            yield "<g/>"
        yield f"{text(token.text)}\t{text(token.lemma) or '-'}\t{token.part or '-'}"
        before = token
