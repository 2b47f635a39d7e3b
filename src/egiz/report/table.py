"""Writes ``study.xlsx``: the same study for people who live in spreadsheets. Numbers are numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from math import floor, log10
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from egiz.report import document as doc
from egiz.report.format import step_of
from egiz.report.voice import PERCENT_UNITS, Voice
from egiz.report.words import Words

WHOLE, PERCENT, FINE_PERCENT = "#,##0", "0%", "0.0%"
"""Number formats; a spreadsheet writes their marks in the reader's own language."""
NEAR_END = 0.095
"""A share nearer than this to none or all is shown to a tenth of a per cent."""
CREATED = datetime(2000, 1, 1)
"""Written into every workbook, so that the same study gives the same bytes."""
WIDE, MIDDLE, NARROW = 46, 22, 14
BOLD = "bold"
"""Form of a text that leads a group of rows."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value with the form in which a spreadsheet shows it; the value itself keeps all its digits."""

    value: str | float
    """What stands in the cell."""
    form: str
    """A number format such as ``#,##0``, or `BOLD`."""


Cell: TypeAlias = str | float | int | None | Shown


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet before it is written."""

    name: str
    """Its tab."""
    heads: tuple[str, ...]
    """Titles of its columns."""
    widths: tuple[int, ...]
    """Widths of its columns [characters]."""
    rows: tuple[tuple[Cell, ...], ...]
    """Its content."""


def workbook(document: doc.Document, words: Words, language: str) -> bytes:
    """Write the workbook.

    Parameters
    ----------
    document
        The study.
    words
        All words.
    language
        Of all texts.
    """
    voice = Voice(words, language)
    sheets = (
        _summary(document, voice),
        _figures(document, voice),
        _assumptions(document, voice),
        _sources(document, voice),
        _questions(document, voice),
    )
    target = BytesIO()
    with Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties(
            {
                "title": voice.of(document.agreement.title),
                "author": f"Egiz {document.egiz}",
                "created": CREATED,
            }
        )
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
        forms = _forms(book, sheets)
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name), sheet, head, forms)
    return target.getvalue()


def _forms(book: Workbook, sheets: Iterable[Sheet]) -> Mapping[str, Format]:
    """Make each form once; the empty one is that of plain cells."""
    cells = (cell for sheet in sheets for row in sheet.rows for cell in row)
    used = dict.fromkeys(["", BOLD, *(cell.form for cell in cells if isinstance(cell, Shown))])
    plain = {"valign": "top", "text_wrap": True}
    looks = {form: {"bold": True} if form == BOLD else {"num_format": form} for form in used if form}
    return {form: book.add_format({**plain, **looks.get(form, {})}) for form in used}


def _fill(page: Worksheet, sheet: Sheet, head: Format, forms: Mapping[str, Format]) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width, forms[""])
    page.write_row(0, 0, sheet.heads, head)
    for line, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, Shown):
                page.write(line, column, cell.value, forms[cell.form])
            else:
                page.write(line, column, cell)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)


def _heads(voice: Voice, words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word if word in {"P10", "P50", "P90"} else voice.say(word) for word in words)


def _title(document: doc.Document, voice: Voice, scenario: str) -> str:
    return next(voice.of(item.title) for item in document.scenarios if item.name == scenario)


def _summary(document: doc.Document, voice: Voice) -> Sheet:
    titles = {item.id: voice.of(item.title) for item in document.proposals}
    money = voice.say("money-of", {"year": str(document.run.price_year)})
    rows: list[tuple[Cell, ...]] = [(Shown(voice.of(document.agreement.title), BOLD), "", money)]
    for result in document.results:
        scenario = _title(document, voice, result.scenario)
        for answer in result.answers:
            head = (titles[answer.proposal], scenario)
            for item in answer.findings:
                rows.append((*head, Shown(voice.of(item.sentence), BOLD)))
                for one in _of_finding(item, answer):
                    at = _at(document, one, result.nodes, voice)
                    rows.append((*head, *_headline(one, at, voice)))
    rows.extend(
        (voice.of(item.title), "", voice.of(item.why_text))
        for item in document.proposals
        if item.state != "studied"
    )
    heads = _heads(voice, ("item", "scenario", "answer", "P10", "P50", "P90", "unit"))
    widths = (MIDDLE, MIDDLE, 2 * WIDE, NARROW, MIDDLE, NARROW, MIDDLE)
    return Sheet(voice.say("sheet-summary"), heads, widths, tuple(rows))


def _of_finding(finding: doc.Finding, answer: doc.Answer) -> Iterable[doc.Number]:
    """Figures that a sentence names."""
    used = {(item.key, item.at) for item in finding.figures}
    return (figure for figure in answer.figures if (figure.key, figure.at) in used)


def _headline(item: doc.Number, at: str, voice: Voice) -> tuple[Cell, ...]:
    """Name, P10, P50 (of a probability its mean, of a choice its option) and P90."""
    name, unit = voice.of(item.label) + (f": {at}" if at else ""), voice.unit(item.unit)
    if isinstance(item, doc.Range):
        low, middle, high = (Shown(end, _form(item)) for end in (item.low, item.middle, item.high))
        return (name, low, middle, high, unit)
    if isinstance(item, doc.Share):
        return (name, _percent(item.low), _percent(item.value), _percent(item.high), unit)
    if isinstance(item, doc.Count):
        return (name, None, Shown(item.value, WHOLE), None, unit)
    best = max(item.options, key=lambda option: option.share)
    return (name, None, voice.of(best.names), None, unit)


def _form(one: doc.Range | doc.Spread, unit: str = "") -> str:
    """Number format with as many decimals as the doubt allows."""
    if (one.unit if isinstance(one, doc.Range) else unit) in PERCENT_UNITS:
        return PERCENT
    step = step_of(one.low, one.middle, one.high)
    decimals = max(0, -floor(log10(step) + 0.5))
    return WHOLE + ("." + "0" * decimals if decimals else "")


def _percent(share: float | None) -> Cell:
    """A share in per cent, to a tenth where it is near none or all."""
    if share is None:
        return None
    return Shown(share, PERCENT if min(share, 1.0 - share) >= NEAR_END else FINE_PERCENT)


def _figures(document: doc.Document, voice: Voice) -> Sheet:
    titles = {item.id: voice.of(item.title) for item in document.proposals}
    rows = [
        (
            titles[answer.proposal],
            _title(document, voice, result.scenario),
            *_figure(item, _at(document, item, result.nodes, voice), voice),
        )
        for result in document.results
        for answer in result.answers
        for item in answer.figures
    ]
    words = ("item", "scenario", "figure", "label", "P10", "P50", "P90", "mean", "unit", "key")
    widths = (MIDDLE, MIDDLE, WIDE, NARROW, NARROW, NARROW, NARROW, NARROW, MIDDLE, MIDDLE)
    return Sheet(voice.say("sheet-figures"), _heads(voice, words), widths, tuple(rows))


def _figure(item: doc.Number, at: str, voice: Voice) -> tuple[Cell, ...]:
    name, unit = voice.of(item.label), voice.unit(item.unit)
    if isinstance(item, doc.Range):
        ends = (Shown(end, _form(item)) for end in (item.low, item.middle, item.high, item.mean))
        return (name, at, *ends, unit, item.key)
    if isinstance(item, doc.Share):
        return (name, at, _percent(item.low), None, _percent(item.high), _percent(item.value), unit, item.key)
    if isinstance(item, doc.Count):
        count = Shown(item.value, WHOLE)
        return (name, at, None, count, None, count, unit, item.key)
    best = max(item.options, key=lambda option: option.share)
    return (f"{name}: {voice.of(best.names)}", at, None, None, None, _percent(best.share), unit, item.key)


def _at(document: doc.Document, item: doc.Number, nodes: Mapping[str, doc.Node], voice: Voice) -> str:
    """Name the labels of a figure."""
    axes = nodes[item.key].axes if item.key in nodes else ()
    names = {
        label.id: voice.of(label.names)
        for axis in axes
        for label in (document.axes[axis].labels if axis in document.axes else ())
    }
    return ", ".join(names.get(label, label) for label in item.at)


def _assumptions(document: doc.Document, voice: Voice) -> Sheet:
    rows = tuple(_assumption(document, voice, *item) for item in _reads(document))
    words = (
        ("assumption", "P10", "P50", "P90", "unit", "status-head", "source")
        + ("locator", "as-of", "known-from", "price-year", "note", "key")
    )  # fmt: skip
    widths = (
        WIDE,
        NARROW,
        NARROW,
        NARROW,
        MIDDLE,
        NARROW,
        WIDE,
        MIDDLE,
        NARROW,
        NARROW,
        NARROW,
        WIDE,
        MIDDLE,
    )
    return Sheet(voice.say("assumptions"), _heads(voice, words), widths, rows)


def _reads(document: doc.Document) -> Iterable[tuple[str, doc.Node, doc.Read]]:
    for key, node in document.results[0].nodes.items():
        if isinstance(node.how, doc.Read):
            yield key, node, node.how


def _assumption(
    document: doc.Document, voice: Voice, key: str, node: doc.Node, how: doc.Read
) -> tuple[Cell, ...]:
    one = node.ranges[0] if len(node.ranges) == 1 else None
    ends: tuple[Cell, ...] = (None, None, None)
    if one:
        ends = tuple(Shown(end, _form(one, node.unit)) for end in (one.low, one.middle, one.high))
    source = next((item.title for item in document.sources if item.key == how.source), None)
    where = source or voice.label("origin", how.source)
    unit, status = voice.unit(node.unit), voice.label("status", how.status)
    rest = (how.locator, how.about, how.known_from, how.price_year, how.note, key)
    return (voice.of(node.names), *ends, unit, status, where, *rest)


def _sources(document: doc.Document, voice: Voice) -> Sheet:
    rows = tuple((s.title, s.publisher, s.year, s.link, s.licence, s.key) for s in document.sources)
    words = ("source", "publisher", "year", "link", "licence", "key")
    return Sheet(
        voice.say("sources"), _heads(voice, words), (WIDE, MIDDLE, NARROW, WIDE, MIDDLE, MIDDLE), rows
    )


def _questions(document: doc.Document, voice: Voice) -> Sheet:
    names = {
        item.key: voice.of(item.label)
        for result in document.results
        for answer in result.answers
        for item in answer.figures
    }
    rows = tuple(
        (voice.of(item.label), Shown(item.strength, "0.00"), names.get(item.figure, item.figure), item.key)
        for item in document.next_to_find_out
    )
    heads = _heads(voice, ("assumption", "rank-correlation", "figure", "key"))
    return Sheet(voice.say("sheet-next"), heads, (WIDE, NARROW, WIDE, MIDDLE), rows)
