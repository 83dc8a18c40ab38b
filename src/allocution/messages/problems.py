"""What other programs say in English of something that went wrong, recognised so as to be said otherwise.

What the program itself finds wrong is given by the name of its message.
"""

from __future__ import annotations

import re
from functools import cache

_SYSTEM = {
    "no-such-file": "No such file or directory",
    "denied": "Permission denied|Operation not permitted",
    "exists": "File exists",
    "is-folder": "Is a directory",
    "is-no-folder": "Not a directory",
    "disk-full": "No space left on device|Disk quota exceeded",
    "read-only": "Read-only file system",
    "name-too-long": "File name too long",
    "busy": "Device or resource busy|Text file busy",
    "not-empty": "Directory not empty",
    "disk-fails": "Input/output error",
    "too-many-open": "Too many open files",
    "links-in-circle": "Too many levels of symbolic links",
    "other-disk": "Invalid cross-device link",
    "no-such-address": "Cannot assign requested address",
}
# A message, and the forms in which libraries say the same.
_FORMS = {
    **{name: rf"(?:\[Errno \d+\] )?(?:{text})(?:: '.*')?" for name, text in _SYSTEM.items()},
    "host-unknown": ".*(?:Name or service not known|Temporary failure in name resolution|No address associated).*",
    "connection-refused": ".*Connection refused.*",
    "connection-lost": ".*(?:Connection reset|Remote end closed|Connection aborted|Broken pipe).*",
    "timed-out": ".*timed out.*",
    "certificate-expired": ".*certificate has expired.*",
    "certificate-of-other-host": ".*(?:Hostname mismatch|IP address mismatch).*",
    "certificate-untrusted": ".*(?:self[- ]signed certificate|unable to get local issuer).*",
    "certificate-invalid": ".*(?i:certificate[ _]verify[ _]failed).*",
    "no-way-there": ".*(?:Network is unreachable|No route to host).*",
    "not-in-encoding": r"'(?P<encoding>[\w-]+)' codec can't decode byte (?P<byte>0x\w+) in position \d+: .*",
    "not-json": "(?:parse|lexical) error: .*|Incomplete JSON.*",
    "not-a-zip": "File is not a zip file",
    "quote-unclosed": r"found unexpected end of stream|Unterminated string.*|Illegal character '\\n'",
    "list-unclosed": r"did not find expected ',' or '\]'|Unclosed array",
    "table-unclosed": "did not find expected ',' or '}'|Unclosed inline table",
    "colon-in-value": "mapping values are not allowed in this context",
    "colon-missing": "could not find expected ':'|Expecting ':' delimiter",
    "key-expected": "did not find expected key",
    "start-impossible": "found character that cannot start any token",
    "escape-unknown": r"found unknown escape character|Unescaped '\\' in a string|Invalid \\escape.*",
    "dash-expected": "did not find expected '-' indicator|block sequence entries are not allowed in this context",
    "anchor-unknown": "found undefined alias|did not find expected alphabetic or numeric character",
    "tab-indents": "found a tab character.*",
    "document-mark": "found unexpected document indicator|did not find expected <document start>",
    "value-missing": "did not find expected node content|Invalid value|Expecting value",
    "equals-missing": "Expected '=' after a key in a key/value pair",
    "line-unreadable": "Invalid statement",
    "key-twice": "Cannot overwrite a value|Duplicate inline table key .*|Cannot declare .* twice",
    "more-on-line": "Expected newline or end of document after a statement|Extra data",
    "comma-missing": "Expecting ',' delimiter",
    "name-unquoted": "Expecting property name enclosed in double quotes",
    # What verify.py says, which is a program of its own.
    "missing": "it is missing",
    "length-differs": "it has another length",
    "content-differs": "its content is another",
    "unsigned": "nobody signed it",
    "not-ordinary": "it isn't an ordinary file",
    "signature-wrong": "the signature .*",
}  # fmt: skip


def recognised(problem: str) -> tuple[str, dict[str, str]] | None:
    """The message that says the same, and what it names; None for what isn't known."""
    for message, form in _patterns().items():
        if found := form.fullmatch(problem):
            return message, found.groupdict()
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {message: re.compile(form, re.DOTALL) for message, form in _FORMS.items()}
