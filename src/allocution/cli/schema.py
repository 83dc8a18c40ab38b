"""`allocution schema`."""

from __future__ import annotations

import json

import click

from allocution.cli.help import spoken_command
from allocution.content.fields import LABEL_LANGUAGES, json_schema


@spoken_command(
    "schema",
    """
    allocution schema > front-matter.schema.json
    """,
)
@click.option(
    "--language",
    type=click.Choice(LABEL_LANGUAGES),
    default="en",
    show_default=True,
    help="schema-language",
)
def command(language: str) -> None:
    """Print a JSON Schema for editors."""
    click.echo(json.dumps(json_schema(language), ensure_ascii=False, indent=2))
