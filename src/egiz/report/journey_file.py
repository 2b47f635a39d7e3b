"""Writes what a search through a timetable found: the page of a week, the table of all pairs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec

from egiz.errors import Fault, InputError
from egiz.report.export import place
from egiz.report.itinerary import PACKAGES
from egiz.report.shipped_feed import shipped_zip
from egiz.report.voice import Voice
from egiz.report.week import NAME, week_page
from egiz.report.words import Words
from egiz.study.journey.answer import Answer
from egiz.study.journey.corridor import BUILT_IN
from egiz.study.journey.skim import COLUMNS, Skims

FEED = "timetable.zip"
"""A timetable that ships, as GTFS."""
CSV, PARQUET = ".csv", ".parquet"


def write_week(answer: Answer, out: str, language: str) -> str:
    """Write ``week.html`` into a folder and give its path; of a timetable that ships, the feed beside it.

    Raises
    ------
    InputError
        The folder cannot be written.
    """
    files = {NAME: week_page(answer, language)}
    if answer.request.feed.name in BUILT_IN:
        files[FEED] = shipped_zip(answer.request.feed)
    place(files, Path(out))
    return str(Path(out) / NAME)


def check_table(out: str) -> tuple[Fault, ...]:
    """What is wrong with the name of a table, before anything is worked out."""
    if not out:
        return (Fault("journeys-need-out"),)
    if Path(out).suffix not in {CSV, PARQUET}:
        return (Fault("skims-kind", {"path": out}),)
    if Path(out).suffix == PARQUET and find_spec("pyarrow") is None:
        return (Fault("no-pyarrow"),)
    return ()


def write_skims(skims: Skims, out: str) -> None:
    """Write a table of all pairs, as CSV or Parquet by its name.

    Raises
    ------
    InputError
        The file cannot be written, or Parquet is asked for and the package is not there.
    """
    path = Path(out)
    content = skims_parquet(skims) if path.suffix == PARQUET else skims_csv(skims)
    place({path.name: content}, path.parent)


def skims_csv(skims: Skims) -> bytes:
    """Write a table of all pairs as CSV; what no journey joins has no row."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(skims))
    return target.getvalue().encode()


def skims_parquet(skims: Skims) -> bytes:
    """Write a table of all pairs as Parquet.

    Raises
    ------
    InputError
        ``no-pyarrow``: the extra ``data`` is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise InputError.of("no-pyarrow") from None
    target = io.BytesIO()
    parquet.write_table(pyarrow.table(dict(zip(COLUMNS, _columns(skims), strict=True))), target)
    return target.getvalue()


def skims_line(skims: Skims, out: str, language: str, *, as_json: bool) -> str:
    """Tell what was written, as a sentence or as JSON."""
    counts = {"pairs": len(skims.origin), "places": len(skims.ids)}
    if as_json:
        return msgspec.json.encode({"out": out, **counts}).decode()
    voice = Voice(Words.of(PACKAGES), language)
    shown = {name: voice.count(count) for name, count in counts.items()}
    return voice.say("skims-written", {"path": out, **shown})


def _columns(skims: Skims) -> tuple[list[str] | list[int] | list[float], ...]:
    ends = (skims.origin.tolist(), skims.destination.tolist())
    named = ([of[end] for end in one] for one in ends for of in (skims.ids, skims.names))
    return (*named, skims.best.tolist(), skims.departures.tolist(), skims.generalised.round(1).tolist())


def _rows(skims: Skims) -> Iterator[tuple[str | int | float, ...]]:
    return zip(*_columns(skims), strict=True)
