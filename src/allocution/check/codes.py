"""Every finding that the program makes: how grave it is, and what its wording mentions."""

from __future__ import annotations

from dataclasses import dataclass

from allocution.model.finding import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Code:
    """One code of findings. Its wording is the messages `code` and `code-hint` of the catalogues.

    `parameters` are the names of all values that its findings have; the wording mentions each of them.
    `also` are severities that it has besides the usual one, depending on what it was found in.
    """

    code: str
    severity: Severity
    parameters: tuple[str, ...] = ()
    also: tuple[Severity, ...] = ()

    @property
    def severities(self) -> tuple[Severity, ...]:
        """The usual severity, then the others."""
        return (self.severity, *self.also)


CODES: tuple[Code, ...] = (
    # files and folders
    Code("unreadable", _ERROR, ("problem",)),
    Code("file-too-large", _ERROR, ("most", "size")),
    Code("folder-too-deep", _ERROR),
    Code("link-out-of-archive", _ERROR),
    Code("name-unusable", _ERROR),
    Code("name-too-long", _ERROR),
    Code("not-a-file", _WARNING),
    # a file's text and its front matter
    Code("encoding", _ERROR, ("byte",)),
    Code("control-character", _ERROR, ("character",)),
    Code("front-matter-unclosed", _ERROR, ("fence",)),
    Code("front-matter-broken", _ERROR, ("problem",)),
    Code("front-matter-too-large", _ERROR, ("most", "size")),
    Code("front-matter-not-mapping", _ERROR, ("found",)),
    # the fields of a statement
    Code("wrong-type", _ERROR, ("expected", "key")),
    Code("list-too-long", _ERROR, ("key", "most")),
    Code("not-in-vocabulary", _ERROR, ("key", "known", "value")),
    # Hugo's own `date` decides on nothing in a statement; the dates of statements do.
    Code("date-impossible", _ERROR, ("key", "value"), also=(_WARNING,)),
    Code("unknown-key", _WARNING, ("key", "known", "unknown")),
    # Where it is about what is to be withheld, nobody can tell which of the two was meant.
    Code("key-repeated", _WARNING, ("key",), also=(_ERROR,)),
    # what a statement's fields say
    Code("key-unknown", _WARNING, ("key", "likely"), also=(_NOTE,)),
    Code("speaker-missing", _WARNING),
    Code("charge-ambiguous", _WARNING, ("candidates", "wording")),
    Code("charge-part-unknown", _NOTE, ("article", "parts", "wording")),
    Code("source-missing", _WARNING),
    Code("source-malformed", _WARNING, ("address",)),
    Code("source-too-small", _WARNING, ("most", "posts", "units")),
    Code("time-zone-unknown", _WARNING, ("value",)),
    Code("offset-not-of-zone", _WARNING, ("had", "offset", "zone")),
    Code("language-unknown", _WARNING),
    Code("language-undeclared", _NOTE, ("language",)),
    # the letters of the body
    Code("mojibake", _WARNING, ("likely", "written")),
    Code("mixed-alphabets", _WARNING, ("word",)),
    Code("invisible-character", _WARNING, ("character",)),
    Code("double-space", _NOTE),
    Code("dash-for-hyphen", _NOTE, ("word",)),
    # what rights keep out of editions
    Code("edition-forbidden", _NOTE, ("edition",)),
    Code("edition-one-author", _WARNING, ("edition", "speaker")),
    Code("selection-misunderstood", _WARNING, ("name", "query")),
    Code("selection-empty", _WARNING, ("name", "query")),
    # what is withheld
    Code("withhold-reason", _ERROR, ("entry", "known", "value")),
    Code("withhold-malformed", _ERROR, ("entry",)),
    Code("withhold-unmatched", _ERROR, ("entry",)),
    Code("withhold-unclosed", _ERROR),
    Code("withhold-misplaced", _ERROR, ("key",)),
    Code("withhold-in-path", _ERROR, ("entry",)),
    Code("withheld-leaked", _ERROR, ("output", "what")),
    # what files say of each other
    Code("duplicate-statement", _WARNING, ("other",)),
    Code("nearly-duplicate-statement", _WARNING, ("other",)),
    Code("translation-alone", _NOTE),
    Code("translation-older", _WARNING, ("original",)),
    Code("link-broken", _WARNING, ("address",)),
    Code("people-alike", _NOTE, ("first", "second")),
    Code("name-shared", _NOTE, ("name", "other")),
    # the body
    Code("too-much-markup", _ERROR, ("marks", "most")),
    Code("body-character", _WARNING),
    Code("nesting-too-deep", _WARNING, ("limit",)),
    Code("link-unsafe", _WARNING, ("address",)),
    Code("html-script", _WARNING, ("tag",)),
    # Embeds and forms lose what they showed: a warning. Harmless tags lose only their look: a note.
    Code("html-dropped", _WARNING, ("tag",), also=(_NOTE,)),
    Code("html-unknown", _NOTE, ("tag",)),
    Code("shortcode-malformed", _WARNING),
    Code("shortcode-unmatched", _WARNING, ("name",)),
    Code("shortcode-unknown", _WARNING, ("name",)),
    # captures
    Code("custody-broken", _ERROR, ("reason",)),
    Code("words-uncaptured", _NOTE, ("all", "differing", "found", "nowhere")),
    Code("withheld-unlogged", _NOTE, ("count",)),
    Code("address-in-words", _WARNING, ("address",)),
    # records of addresses
    Code("addresses-format-unknown", _WARNING, ("line",)),
    Code("addresses-conflict", _WARNING, ("line",)),
    Code("addresses-damaged", _WARNING, ("line",)),
    Code("addresses-repeated", _WARNING, ("identifier",)),
    # the archive as a whole
    Code("terms-alike", _NOTE, ("first", "second", "slug")),
    # pages as Hugo sees them
    Code("hugo-same-page", _ERROR, ("page", "used")),
    Code("hugo-address-taken", _ERROR, ("address", "other")),
    Code("hugo-content-format", _WARNING, ("format",)),
    Code("hugo-bad-date", _WARNING, ("key", "value")),
    Code("hugo-doubtful-draft", _WARNING, ("value",)),
    Code("hugo-bad-address", _WARNING, ("value",)),
    Code("hugo-bad-alias", _WARNING, ("value",)),
    # the configuration
    Code("configuration-encoding", _ERROR, ("byte",)),
    Code("configuration-control-character", _ERROR, ("character",)),
    Code("configuration-front-matter-unclosed", _ERROR, ("fence",)),
    Code("configuration-front-matter-broken", _ERROR, ("problem",)),
    Code("configuration-front-matter-too-large", _ERROR, ("most", "size")),
    Code("configuration-front-matter-not-mapping", _ERROR, ("found",)),
    Code("hugo-configuration-ignored", _WARNING, ("used",)),
    Code("hugo-default-language-missing", _WARNING, ("language", "used")),
    Code("hugo-bad-setting", _WARNING, ("key", "value")),
    Code("hugo-bad-pattern", _WARNING, ("key", "value")),
    Code("hugo-bad-time-zone", _WARNING, ("value",)),
    Code("setting-unknown", _WARNING, ("key", "known")),
    Code("setting-unusable", _WARNING, ("expected", "key")),
    # the theme
    Code("theme-file-unknown", _WARNING),
    Code("theme-template-broken", _ERROR, ("problem",)),
    Code("theme-wording-broken", _ERROR),
    # law files
    Code("law-unreadable", _ERROR, ("problem",)),
    Code("law-number-invalid", _ERROR, ("number",)),
    Code("law-number-repeated", _ERROR, ("number",)),
    Code("law-subject-unknown", _ERROR, ("number", "subject")),
    Code("law-language-unknown", _ERROR, ("language", "number")),
    Code("law-date-invalid", _ERROR, ("date", "number")),
)
CODE_BY_NAME: dict[str, Code] = {code.code: code for code in CODES}
