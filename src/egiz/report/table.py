"""Writes ``study.xlsx``: the same study for people who live in spreadsheets. Numbers are numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from egiz.report import document as doc
from egiz.report.voice import Voice
from egiz.report.words import Words

CREATED = datetime(2000, 1, 1)
"""Written into every workbook, so that the same study gives the same bytes."""
Cell: TypeAlias = str | float | int | None
WIDE, MIDDLE, NARROW = 46, 22, 14


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
        body = book.add_format({"valign": "top", "text_wrap": True})
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name), sheet, head, body)
    return target.getvalue()


def _fill(page: Worksheet, sheet: Sheet, head: Format, body: Format) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width, body)
    page.write_row(0, 0, sheet.heads, head)
    for line, row in enumerate(sheet.rows, 1):
        page.write_row(line, 0, row)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)


def _heads(voice: Voice, words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word if word in {"P10", "P50", "P90"} else voice.say(word) for word in words)


def _title(document: doc.Document, voice: Voice, scenario: str) -> str:
    return next(voice.of(item.title) for item in document.scenarios if item.name == scenario)


def _summary(document: doc.Document, voice: Voice) -> Sheet:
    titles = {item.id: voice.of(item.title) for item in document.proposals}
    money = voice.say("money-of", {"year": str(document.run.price_year)})
    rows: list[tuple[Cell, ...]] = [(voice.of(document.agreement.title), "", money)]
    for result in document.results:
        scenario = _title(document, voice, result.scenario)
        for answer in result.answers:
            rows.extend(
                (titles[answer.proposal], scenario, voice.of(item.sentence)) for item in answer.findings
            )
    rows.extend(
        (voice.of(item.title), "", voice.of(item.why_text))
        for item in document.proposals
        if item.state != "studied"
    )
    heads = _heads(voice, ("item", "scenario", "answer"))
    return Sheet(voice.say("sheet-summary"), heads, (MIDDLE, MIDDLE, 2 * WIDE), tuple(rows))


def _figures(document: doc.Document, voice: Voice) -> Sheet:
    titles = {item.id: voice.of(item.title) for item in document.proposals}
    rows = [
        (titles[answer.proposal], _title(document, voice, result.scenario), *_figure(item, voice))
        for result in document.results
        for answer in result.answers
        for item in answer.figures
    ]
    words = ("item", "scenario", "figure", "label", "P10", "P50", "P90", "mean", "unit", "key")
    widths = (MIDDLE, MIDDLE, WIDE, NARROW, NARROW, NARROW, NARROW, NARROW, MIDDLE, MIDDLE)
    return Sheet(voice.say("sheet-figures"), _heads(voice, words), widths, tuple(rows))


def _figure(item: doc.Number, voice: Voice) -> tuple[Cell, ...]:
    name, at, unit = voice.of(item.label), ", ".join(item.at), voice.unit(item.unit)
    if isinstance(item, doc.Range):
        return (name, at, item.low, item.middle, item.high, item.mean, unit, item.key)
    if isinstance(item, doc.Share):
        return (name, at, item.low, None, item.high, item.value, unit, item.key)
    if isinstance(item, doc.Count):
        return (name, at, None, item.value, None, item.value, unit, item.key)
    best = max(item.options, key=lambda option: option.share)
    return (f"{name}: {voice.of(best.names)}", at, None, None, None, best.share, unit, item.key)


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
    ends: tuple[Cell, ...] = (one.low, one.middle, one.high) if one else (None, None, None)
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
        (voice.of(item.label), item.strength, names.get(item.figure, item.figure), item.key)
        for item in document.next_to_find_out
    )
    heads = _heads(voice, ("assumption", "rank-correlation", "figure", "key"))
    return Sheet(voice.say("sheet-next"), heads, (WIDE, NARROW, WIDE, MIDDLE), rows)
