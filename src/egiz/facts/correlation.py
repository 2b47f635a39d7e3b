"""Which facts go together: the rows of ``correlations.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from egiz.errors import Fault, InputError, Spot
from egiz.facts.library import Facts
from egiz.figures.assumption import Source
from egiz.figures.correlation import Correlation, Correlations

TABLE = "correlations.csv"
HEADER = ["first", "second", "rank_correlation", "status", "source", "note"]


@cache
def shipped_correlations() -> Correlations:
    """Every pair of facts that go together; raises `InputError` with every fault of the table."""
    text = files("egiz.facts").joinpath(TABLE).read_text(encoding="utf-8")
    return read_correlations(text, TABLE, Facts.shipped().sources)


def read_correlations(text: str, file: str, sources: Mapping[str, Source]) -> Correlations:
    """Read a table of correlations.

    Parameters
    ----------
    text
        The table as CSV with the header of `HEADER`.
    file
        Its name, for messages.
    sources
        Known sources by key.

    Raises
    ------
    InputError
        Every row with a number that is none or a source that is not known; pairs that cannot be.
    """
    faults: list[Fault] = []
    pairs: list[Correlation] = []
    for line, row in enumerate(csv.DictReader(text.splitlines()), 2):
        spot = Spot(file, line, 1)
        if row["source"] not in sources:
            faults.append(Fault("unknown-source", {"name": row["source"], "nearest": ""}, spot))
        try:
            rank = float(row["rank_correlation"])
        except ValueError:
            values = {"key": "rank_correlation", "found": row["rank_correlation"]}
            faults.append(Fault("not-a-number", values, spot))
            continue
        pairs.append(Correlation(row["first"], row["second"], rank, row["source"]))
    if faults:
        raise InputError(faults)
    return Correlations(tuple(pairs))
