"""`allocution key`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from allocution.cli.help import SpokenGroup
from allocution.cli.language import default_language
from allocution.cli.options import HELP, LANGUAGE_OF_OTHERS
from allocution.evidence.minisign import SecretKey, needs_password
from allocution.messages import Catalogue
from allocution.store.key_file import random_bytes, read_key, write_new_key

PASSWORD = "ALLOCUTION_KEY_PASSWORD"
_FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.group("key", cls=SpokenGroup, help="key", context_settings=HELP)
@LANGUAGE_OF_OTHERS
def command() -> None:
    """Make and show keys for releases."""


@command.command("new", help="key-new", context_settings=HELP)
@_FILE
@click.option("--no-password", is_flag=True, help="key-new-no-password")
@LANGUAGE_OF_OTHERS
def new(file: Path, no_password: bool) -> None:
    """Make a key."""
    password = "" if no_password else _new_password()
    key = SecretKey(random_bytes(8), random_bytes(32))
    beside = write_new_key(file, key.file(password, random_bytes(32)), key.public.file())
    says = _says()
    click.echo(says("secret-key", file=str(file)))
    click.echo(says("public-key", file=str(beside)))
    click.echo(key.public.text)
    click.echo(says("print-the-key"))


@command.command("show", help="key-show", context_settings=HELP)
@_FILE
@LANGUAGE_OF_OTHERS
def show(file: Path) -> None:
    """Print the public key."""
    click.echo(read_secret_key(file).public.text)


def read_secret_key(file: Path) -> SecretKey:
    """The secret key in a file, its password asked for where it has one. Raises UsageError."""
    data = read_key(file)
    if not needs_password(data):
        return SecretKey.read(data)
    password = os.environ.get(PASSWORD) or _asked(_says()("password-of", file=str(file)))
    return SecretKey.read(data, password)


def _new_password() -> str:
    given = os.environ.get(PASSWORD)
    if given:
        return given
    says = _says()
    while True:
        password = _asked(says("password"))
        if _asked(says("password-again")) == password:
            return password
        click.echo(says("passwords-differ"), err=True)


def _asked(label: str) -> str:
    password: str = click.prompt(label, hide_input=True, err=True)
    return password


def _says() -> Catalogue:
    return Catalogue("commands", default_language())
