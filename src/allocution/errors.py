"""Errors that a person sees.

AllocutionError
├── UsageError             what was asked for can't be done as asked (exit status 2)
├── ConfigurationError     the archive's configuration can't be read or contradicts itself (2)
├── ContentError           one content file can't be read; it becomes a finding, never a stop
├── PublishError           the output couldn't be written; what was there before is untouched (2)
└── CaptureError           evidence can't be taken or isn't what it was (2)
"""

from __future__ import annotations


class AllocutionError(Exception):
    """Something that the person at the keyboard can act on; `allocution.messages.explain` says it in their language.

    `code` and `parameters` are those of a message of `catalogue`; what to do about it is the message `code-hint`.
    """

    exit_status = 2
    catalogue = "errors"

    def __init__(self, code: str, **parameters: object) -> None:
        self.code = code
        self.parameters = {name: str(value) for name, value in sorted(parameters.items())}
        told = ", ".join(f"{name} {value}" for name, value in self.parameters.items())
        super().__init__(f"{code}: {told}" if told else code)


class UsageError(AllocutionError):
    """What was asked for can't be done as asked."""


class ConfigurationError(AllocutionError):
    """The archive's configuration can't be read or contradicts itself."""


class ContentError(AllocutionError):
    """One content file can't be read. Carries the finding that says where and what to do.

    `code` and `parameters` are those of a `Finding`; `line` and `column` count from 1, None where unknown.
    """

    catalogue = "findings"

    def __init__(
        self,
        code: str,
        line: int | None = None,
        column: int | None = None,
        **parameters: str,
    ) -> None:
        super().__init__(code, **parameters)
        self.line = line
        self.column = column


class PublishError(AllocutionError):
    """The output couldn't be written; what was there before is untouched."""


class CaptureError(AllocutionError):
    """Evidence can't be taken or isn't what it was."""

    catalogue = "capturing"
