"""The command that serves: it runs until it is told to stop."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from egiz.cli.ending import WORDS, faults_told
from egiz.cli.option import language_option
from egiz.errors import InputError

TENANTS = ("astana", "chelyabinsk")
"""The tenants of the built-in example."""


@click.command()
@click.option("--city", is_flag=True, help="Serve the smart-city hub.")
@click.option(
    "--store", metavar="FILE", default="egiz-city.db", show_default=True, help="The hub's one file."
)
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Listen here.")
@click.option("--port", metavar="N", default="8000", show_default=True, help="Port; 0 takes a free one.")
@click.option(
    "--token-file", metavar="FILE", default="", help="Who may do what: tenant, scopes, token a line."
)
@click.option(
    "--allow", "hosts", metavar="HOST", multiple=True, help="Notify this host; again for more, * for any."
)
@click.option(
    "--allow-network", "networks", metavar="NETWORK", multiple=True, help="Notify in this private network."
)
@click.option("--feeds", metavar="CONTACT", default="", help="Poll feeds; your address, for the sources.")
@click.option(
    "--mqtt", "heard", metavar="[TENANT=]URL", multiple=True, help="Take what devices publish at mqtt://..."
)
@click.option("--mqtt-broker", "broker", metavar="[HOST:]PORT", default="", help="Be a small broker there.")
@click.option("--mail-file", metavar="FILE", default="", help="The relay for letters: host, from, to a line.")
@click.option(
    "--fast", is_flag=True, help="Acknowledge before the disk has it: a power cut loses the last second."
)
@language_option
def serve(  # noqa: PLR0913, PLR0917 - one parameter an option
    city: bool,
    store: str,
    host: str,
    port: str,
    token_file: str,
    hosts: tuple[str, ...],
    networks: tuple[str, ...],
    feeds: str,
    mail_file: str,
    heard: tuple[str, ...],
    broker: str,
    fast: bool,
    lang: str,
) -> None:
    """Serve the live side of two cities on the open standard, until stopped.

    Others can reach it only with a token file; without one it listens to this machine alone.
    """
    with faults_told(lang):
        if not city:
            raise InputError.of("serve-nothing")
        _run(
            (store, host, port, token_file),
            (hosts, networks, feeds, mail_file, heard, broker),
            lang,
            fast=fast,
        )
    _leave()


def _run(
    inside: tuple[str, str, str, str],
    outside: tuple[tuple[str, ...], tuple[str, ...], str, str, tuple[str, ...], str],
    lang: str,
    *,
    fast: bool,
) -> None:
    """Serve, and tell where and how it ended."""
    from egiz.report.words import Words
    from egiz.web.serve import Asked, serve, understood
    from egiz.web.work import Outside

    words = Words.of(WORDS)
    asked = Asked(*inside, "normal" if fast else "full", TENANTS, Outside(*outside))
    serve(understood(asked), lambda url: click.echo(words.say(lang, "serve-ready", {"url": url})))
    click.echo(words.say(lang, "serve-stopped", {"path": asked.store}))


def _leave() -> NoReturn:
    """End at once: threads of the server may still hold records when Python takes itself apart."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
