"""A bar on a terminal while a study is worked out; silence in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from egiz.report.words import Words

Progress = Callable[[str, str], None]


@contextmanager
def shown(language: str, steps: int) -> Iterator[Progress]:
    """Show how far a study is, on standard error and only where that is a terminal.

    Parameters
    ----------
    language
        Language of the texts.
    steps
        How many steps there will be.
    """
    if not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    words = Words.of(("egiz.report",))
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=steps)

        def tell(step: str, scenario: str) -> None:
            said = words.say(language, f"progress-{step}", {"scenario": scenario})
            bar.update(task, description=said, advance=1)

        yield tell


def _nothing(step: str, scenario: str) -> None:
    """Say nothing."""
