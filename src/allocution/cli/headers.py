"""`allocution headers`."""

from __future__ import annotations

from urllib.parse import urlsplit

import click

from allocution.cli.options import HELP
from allocution.site.policy import SERVERS, server_file


@click.command("headers", context_settings=HELP)
@click.argument("server", type=click.Choice(SERVERS))
@click.option(
    "--base-url", default="/", metavar="URL", help="The site's own address, if it isn't a host's root."
)
def command(server: str, base_url: str) -> None:
    """Print what tells SERVER to send the site's security headers, as a file that it reads.

    \b
    allocution headers nginx > /etc/nginx/snippets/archive.conf
    allocution headers netlify > my-archive/static/_headers
    """
    click.echo(server_file(server, urlsplit(base_url).path or "/"), nl=False)
