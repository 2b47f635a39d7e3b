"""Write the generated pages: the glossary, the commands, the list of facts from memory.

Usage: ``python tools/generate_docs.py [--check]``; with ``--check`` nothing is written and the exit code is 1
where a page is out of step.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from egiz import cli
from egiz.report.words import Words

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LANGUAGES = ("en", "ru", "kk")
PACKAGES = ("egiz.facts", "egiz.market", "egiz.proposals.air_route", "egiz.proposals.fast_rail")
MADE = "<!-- Made by tools/generate_docs.py; do not edit. -->"


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {DOCS / "glossary.md": glossary(), DOCS / "commands.md": commands()}


def glossary() -> str:
    """The words of the house, then every quantity and assumption, in three languages."""
    with (DOCS / "glossary.csv").open(encoding="utf-8", newline="") as file:
        rows = [[row[column] for column in (*LANGUAGES, "is")] for row in csv.DictReader(file)]
    parts = [
        "# Glossary",
        MADE,
        "Kazakh words are **not yet reviewed by a speaker**.",
        table(("English", "Русский", "Қазақша", "is"), rows),
    ]
    for package in PACKAGES:
        words = Words.of((package,))
        ids = sorted(word for word in words.ids["en"] if word.startswith("name-"))
        named = [[word.removeprefix("name-"), *(words.say(lang, word) for lang in LANGUAGES)] for word in ids]
        parts += [f"## Names in `{package}`", table(("name", "English", "Русский", "Қазақша"), named)]
    return "\n\n".join(parts) + "\n"


def commands() -> str:
    """The help of every command."""
    parts = ["# Commands", MADE]
    for name in ("", *sorted(cli.main.commands)):
        command = cli.main.commands[name] if name else cli.main
        context = click.Context(command, info_name=f"egiz {name}".strip(), max_content_width=100)
        parts += [f"## `{context.info_name}`", f"```\n{command.get_help(context)}\n```"]
    return "\n\n".join(parts) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    heads = tuple(heads)
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Write or check the pages."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(ROOT)} is out of step; run: make docs\n")
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages()[path], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
