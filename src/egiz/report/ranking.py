"""Several quantities over the same labels as a table of plain lines, the best first or in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

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
        What stands in the columns, and a line a label: the highest of the first quantity first, or in the
        order of the axis where the kind asks for it. Numbers of a column are rounded alike where their labels
        stand together.
    """
    for chart in answer.charts:
        rows = _rows(answer, chart.keys)
        if len(chart.keys) > 1 and rows and all(len(at) == 1 for at in rows):
            first = chart.keys[0]
            ordered = sorted(rows, key=lambda at: _place(document, at[0]))
            if not chart.in_order:
                ordered = sorted(rows, key=lambda at: -rows[at][first].mean)
            known = [_label(document, at[0]) for at in ordered]
            groups = [_above(one, voice) if chart.in_order else "" for one in known]
            columns = [
                _column([rows[at][key] for at in ordered], head, voice, groups)
                for key, head in zip(chart.keys, chart.heads or (None,) * len(chart.keys), strict=True)
            ]
            heads = [head for head, _ in columns]
            yield (
                f"{voice.of(chart.title)}: {' · '.join(heads)}",
                _lines(known, columns, voice, chart.in_order),
            )


def _lines(
    known: Sequence[doc.Label], columns: Sequence[tuple[str, list[str]]], voice: Voice, in_order: bool
) -> list[str]:
    """Lines of a table; in the order of the axis those that begin alike stand under what they share."""
    short = [f"  {voice.of(one.short)}" if in_order and one.short else voice.of(one.names) for one in known]
    lines = _columns([list(row) for row in zip(short, *(own for _, own in columns), strict=True)])
    return _under(known, lines, voice) if in_order else lines


def _rows(answer: doc.Answer, keys: Sequence[str]) -> dict[tuple[str, ...], dict[str, doc.Range]]:
    """Figures by label; labels at which a quantity is missing are left out."""
    found: dict[tuple[str, ...], dict[str, doc.Range]] = {}
    for figure in answer.figures:
        if isinstance(figure, doc.Range) and figure.key in keys and figure.at:
            found.setdefault(figure.at, {})[figure.key] = figure
    return {at: row for at, row in found.items() if len(row) == len(keys)}


def _column(
    figures: Sequence[doc.Range], head: doc.Texts | None, voice: Voice, groups: Sequence[str]
) -> tuple[str, list[str]]:
    """Title with the unit of what is measured; probabilities by their means, all else by middles."""
    name = voice.of(head or figures[0].label)
    if all(one.unit == "1" and one.low >= 0.0 and one.high <= 1.0 for one in figures):
        return name, [voice.percent(figure.mean) for figure in figures]
    spelled = voice.spell_alike(figures, groups)
    measure = voice.measured(figures[0].unit, replace(spelled[0], middle="", band="")).strip()
    cells = [
        "–" if figure.low == figure.high == 0.0 else one.middle
        for figure, one in zip(figures, spelled, strict=True)
    ]
    return f"{name}, {measure}" if measure else name, cells


def _place(document: doc.Document, label: str) -> int:
    """Place of a label on the axis that has it."""
    axes = ([item.id for item in axis.labels] for axis in document.axes.values())
    return next((axis.index(label) for axis in axes if label in axis), 0)


def _label(document: doc.Document, label: str) -> doc.Label:
    known = (item for axis in document.axes.values() for item in axis.labels if item.id == label)
    return next(known, doc.Label(label, doc.Texts(label, label, label)))


def _under(known: Sequence[doc.Label], lines: Sequence[str], voice: Voice) -> list[str]:
    """Put a line above labels that begin alike."""
    found, above = [], ""
    for label, line in zip(known, lines, strict=True):
        group = _above(label, voice)
        if group and group != above:
            found.append(group)
        found.append(line)
        above = group
    return found


def _above(label: doc.Label, voice: Voice) -> str:
    """What stands above a label and others that begin alike; nothing where none do."""
    return voice.of(label.group) if label.group is not None else ""


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
