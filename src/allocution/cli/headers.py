"""`allocution headers`."""

from __future__ import annotations

from urllib.parse import urlsplit

import click

from allocution.cli.help import spoken_command
from allocution.cli.options import LANGUAGE_OF_OTHERS
from allocution.site.policy import SERVERS, server_file


@spoken_command(
    "headers",
    """
    allocution headers nginx > /etc/nginx/snippets/archive.conf
    allocution headers netlify > my-archive/static/_headers
    """,
)
@click.argument("server", type=click.Choice(SERVERS), metavar="SERVER")
@click.option("--base-url", default="/", metavar="ADDRESS", help="headers-base-url")
@LANGUAGE_OF_OTHERS
def command(server: str, base_url: str) -> None:
    """Print security headers for a server."""
    click.echo(server_file(server, urlsplit(base_url).path or "/"), nl=False)
