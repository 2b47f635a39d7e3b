"""Several quantities over the same labels as a table of plain lines, the best label first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from egiz.report import document as doc
from egiz.report.voice import Voice

Row = Mapping[str, doc.Range]
"""Key of a quantity -> its figure at one label."""


def rankings(document: doc.Document, answer: doc.Answer, voice: Voice) -> Iterator[tuple[str, list[str]]]:
    """Tell the charts of an answer that hold several quantities over one axis.

    Parameters
    ----------
    document
        The study.
    answer
        Of one item.
    voice
        Language and words.

    Yields
    ------
    tuple
        What stands in the columns, and a line a label, the highest of the first quantity first.
    """
    for chart in answer.charts:
        rows = _rows(answer, chart.keys)
        if len(chart.keys) > 1 and rows and all(len(at) == 1 for at in rows):
            first = chart.keys[0]
            best_first = sorted(rows, key=lambda at: -rows[at][first].mean)
            names = [voice.of(rows[best_first[0]][key].label) for key in chart.keys]
            labels = {at: _label(document, at[0], voice) for at in rows}
            cells = [[labels[at], *(_cell(rows[at][key], voice) for key in chart.keys)] for at in best_first]
            yield f"{voice.of(chart.title)}: {' · '.join(names)}", _columns(cells)


def _rows(answer: doc.Answer, keys: Sequence[str]) -> dict[tuple[str, ...], dict[str, doc.Range]]:
    """Figures by label; labels at which a quantity is missing are left out."""
    found: dict[tuple[str, ...], dict[str, doc.Range]] = {}
    for figure in answer.figures:
        if isinstance(figure, doc.Range) and figure.key in keys and figure.at:
            found.setdefault(figure.at, {})[figure.key] = figure
    return {at: row for at, row in found.items() if len(row) == len(keys)}


def _cell(figure: doc.Range, voice: Voice) -> str:
    """A probability by its mean, all else by its middle, with the unit of what is measured."""
    if figure.unit == "1":
        return voice.percent(figure.mean)
    if figure.low == figure.high == 0.0:
        return "–"
    return voice.said(figure).replace(f" ({voice.spell(figure).band})", "")


def _label(document: doc.Document, label: str, voice: Voice) -> str:
    known = (item for axis in document.axes.values() for item in axis.labels if item.id == label)
    found = next(known, None)
    return voice.of(found.names) if found else label


def _columns(cells: Sequence[Sequence[str]]) -> list[str]:
    """Names to the left, numbers to the right."""
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    return [
        "  ".join(
            [
                f"{row[0]:<{widths[0]}}",
                *(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True)),
            ]
        )
        for row in cells
    ]
