"""Reads what stops are called in other languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from egiz.facts.gtfs import column
from egiz.facts.gtfs.archive import Archive
from egiz.facts.gtfs.grid import Grid
from egiz.facts.gtfs.record import Translation
from egiz.facts.gtfs.slip import Slips

TABLE = "translations.txt"
OLD = ("trans_id", "lang", "translation")
"""Columns of the table as it was before it became part of the specification: names are keys."""
NEW = ("table_name", "field_name", "language", "translation")


def translations(
    archive: Archive, ids: Mapping[str, int], names: Sequence[str], slips: Slips
) -> tuple[Translation, ...]:
    """Read names of stops from ``translations.txt``.

    Parameters
    ----------
    archive
        The feed.
    ids
        Number of each stop by its id.
    names
        What the stops are called, by their numbers.
    slips
        Takes a table that cannot be taken apart.

    Notes
    -----
    Names serve only to find stops: a row that refers to nothing, or to another table, is passed over.
    """
    grid = column.whole_table(archive, TABLE, slips)
    if grid is None:
        return ()
    called: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        called.setdefault(name, []).append(number)
    found = _rows(grid)
    return tuple(
        Translation(number, language, text)
        for ident, name, language, text in found
        for number in ([ids[ident]] if ident in ids else called.get(name, ()) if not ident else ())
        if text
    )


def _rows(grid: Grid) -> Iterator[tuple[str, str, str, str]]:
    """Id or name of a stop, language, name in it."""
    if set(NEW) <= set(grid.header):
        columns = [column.words(grid, name) for name in (*NEW, "record_id", "field_value")]
        for table, field, language, text, ident, name in zip(*columns, strict=True):
            if (table, field) == ("stops", "stop_name"):
                yield ident, name, language, text
    elif set(OLD) <= set(grid.header):
        for name, language, text in zip(*(column.words(grid, name) for name in OLD), strict=True):
            yield "", name, language, text
