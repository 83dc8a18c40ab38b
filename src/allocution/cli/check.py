"""`allocution check`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from allocution import __version__
from allocution.check.sarif import sarif_log
from allocution.check.wording import describe
from allocution.cli.help import spoken_command
from allocution.cli.options import ARCHIVE, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_findings, progress_bar
from allocution.content.front_matter import place_of
from allocution.messages import Catalogue
from allocution.model.finding import Finding, Severity
from allocution.store.workers import default_jobs
from allocution.workspace.checking import Checked, Checking, Repair

_CONTEXT = 30
_ORDER = list(Severity)


@spoken_command(
    "check",
    """
    allocution check my-archive --language ru
    allocution check --format sarif > findings.sarif
    allocution check --fix
    """,
)
@ARCHIVE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="check-format",
)
@click.option("--fix", is_flag=True, help="check-fix")
@click.option("--yes", is_flag=True, help="check-yes")
@click.option(
    "--fail-on",
    type=click.Choice([str(each) for each in Severity]),
    default="error",
    show_default=True,
    help="check-fail-on",
)
@JOBS
@click.option("-q", "--quiet", is_flag=True, help="shared-quiet")
@LANGUAGE
def command(
    archive: Path, form: str, fix: bool, yes: bool, fail_on: str, jobs: int | None, quiet: bool, language: str
) -> None:
    """Find every problem, and say what to do."""
    with explained_refusal(language), progress_bar(quiet or form != "text") as progress:
        checking = Checking(archive, moment())
        checked = checking.run(jobs or default_jobs(), progress)
    if fix:
        checked = _fixed(checking, checked, yes, language)
    findings = [each for each in checked.findings if not quiet or each.severity is Severity.ERROR]
    if form == "json":
        click.echo(json.dumps(_as_json(checked, language), ensure_ascii=False, indent=2))
    elif form == "sarif":
        click.echo(
            json.dumps(sarif_log(checked.findings, language, __version__), ensure_ascii=False, indent=2)
        )
    else:
        print_findings(findings, language, most=len(findings), to_error=False)
        if not quiet:
            click.echo(_summary(checked, language))
    gravest = min((_ORDER.index(each.severity) for each in checked.findings), default=len(_ORDER))
    sys.exit(1 if gravest <= _ORDER.index(Severity(fail_on)) else 0)


def _fixed(checking: Checking, checked: Checked, yes: bool, language: str) -> Checked:
    """Show what would be repaired, and repair it if the person agrees; what remains is found anew."""
    repairs = checking.repairs(checked)
    for repair in repairs:
        for line in _diff(repair):
            click.secho(line, fg={"+": "green", "-": "red"}.get(line[:1]), err=True)
    says = Catalogue("checking", language)
    if not repairs:
        click.echo(says("nothing-to-fix"), err=True)
        return checked
    if not yes and not _agreed(says("fix-question", files=len(repairs)), language):
        return checked
    for repair in repairs:
        checking.repair(repair)
    click.echo(says("fixed", files=len(repairs)), err=True)
    return checking.run()


def _agreed(question: str, language: str) -> bool:
    says = Catalogue("commands", language)
    yes = says("yes")
    asked = f"{question} [{yes}/{says('no')}]"
    try:
        answer: str = click.prompt(asked, default="", show_default=False, err=True)
    except click.Abort:
        sys.exit(2)  # nobody answered, so that nothing was done
    return answer.strip().lower() in ("y", "yes", yes[0], yes)


def _diff(repair: Repair) -> Iterator[str]:
    """Each change with the words around it: a paragraph is too long a line to compare."""
    text = repair.before.decode("utf-8")
    yield f"--- {repair.path}"
    yield f"+++ {repair.path}"
    for start, end, replacement in repair.edits:
        line, column = place_of(text, start)
        before, after = text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
        before, after = before.rpartition("\n")[2], after.partition("\n")[0]
        yield f"@@ {line}:{column} @@"
        yield f"-{_visible(before + text[start:end] + after)}"
        yield f"+{_visible(before + replacement + after)}"


def _visible(text: str) -> str:
    """A text in which characters that nobody sees are named, and none of them acts on a terminal."""
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in text)


def _summary(checked: Checked, language: str) -> str:
    counts = Counter(str(finding.severity) for finding in checked.findings)
    return Catalogue("checking", language)(
        "summary",
        files=checked.files,
        errors=counts["error"],
        warnings=counts["warning"],
        notes=counts["note"],
    )


def _as_json(checked: Checked, language: str) -> dict[str, Any]:
    return {"files": checked.files, "findings": [_finding(each, language) for each in checked.findings]}


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    message, hint = describe(finding, language)
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "file": finding.place.path,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "message": message,
        "hint": hint,
        "parameters": dict(finding.parameters),
    }
