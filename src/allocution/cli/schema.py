"""`allocution schema`."""

from __future__ import annotations

import json

import click

from allocution.cli.options import HELP
from allocution.content.fields import LABEL_LANGUAGES, json_schema


@click.command("schema", context_settings=HELP)
@click.option(
    "--language",
    type=click.Choice(LABEL_LANGUAGES),
    default="en",
    show_default=True,
    help="Language of titles and help.",
)
def command(language: str) -> None:
    """Print a JSON Schema of the front matter, for editors that complete and check it.

    \b
    allocution schema > front-matter.schema.json
    """
    click.echo(json.dumps(json_schema(language), ensure_ascii=False, indent=2))
