"""What a command prints on a terminal: plain lines, at most 100 characters wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from egiz.report import document as doc
from egiz.report.ranking import rankings
from egiz.report.voice import Voice
from egiz.report.words import Words

WIDTH = 100
NAME_WIDTH = 42
SHORT = 3
"""So many findings are told in words; the table holds the rest."""


def summary_lines(document: doc.Document, language: str) -> tuple[str, ...]:
    """Tell a study in short: sentences and figures of each item, what moves them, what to find out next.

    Parameters
    ----------
    document
        The study.
    language
        One of the three.
    """
    voice = Voice(Words.of(("egiz.report",)), language)
    return tuple(_lines(document, voice))


def _lines(document: doc.Document, voice: Voice) -> Iterator[str]:
    title = voice.of(document.agreement.title)
    yield title[:WIDTH]
    yield "=" * min(len(title), WIDTH)
    yield voice.say("money-of", {"year": str(document.run.price_year)})
    for result in document.results:
        for answer in result.answers:
            yield ""
            yield from _answer(document, result, answer, voice)
    yield from _list(voice.say("find-out-next"), (voice.of(i.label) for i in document.next_to_find_out))
    yield from _unstudied(document, voice)


def _unstudied(document: doc.Document, voice: Voice) -> Iterator[str]:
    """Items that are refused, each with its reason; then those whose model is still to come."""
    unstudied = [item for item in document.proposals if item.state == "not-studied"]
    refused = [f"{voice.of(item.title)} – {voice.of(item.why_text)}" for item in unstudied if item.refused]
    if refused:
        yield ""
        yield voice.say("not-studied-for-good")
        for line in refused:
            yield from _wrapped(line, "  ")
    waiting = [voice.of(item.title) for item in unstudied if not item.refused]
    if waiting:
        yield ""
        yield from _wrapped(f"{voice.say('not-studied-yet')} {', '.join(waiting)}", "")


def _answer(document: doc.Document, result: doc.Result, answer: doc.Answer, voice: Voice) -> Iterator[str]:
    titles = {item.id: item.title for item in document.proposals}
    scenario = next(item.title for item in document.scenarios if item.name == result.scenario)
    head = f"{voice.of(titles[answer.proposal])} · {voice.of(scenario)}"[:WIDTH]
    yield head
    yield "-" * len(head)
    if result is document.results[0]:
        for finding in answer.findings[:SHORT]:
            yield from _wrapped(voice.of(finding.sentence), "  ")
    figures = [figure for figure in answer.figures if not figure.at]
    if figures:
        yield from _figures(figures, voice)
    for title, lines in rankings(document, answer, voice):
        yield ""
        yield from _wrapped(title, "  ")
        yield from (_cut(f"    {line}", WIDTH) for line in lines)


def _figures(figures: Sequence[doc.Number], voice: Voice) -> Iterator[str]:
    """Names, numbers, bands and units in columns as wide as they must be; what is chosen stands by itself."""
    rows = [(_cut(voice.of(figure.label), NAME_WIDTH), voice.spell(figure), figure) for figure in figures]
    name = max(len(label) for label, _, _ in rows)
    numbers = [spelled for _, spelled, figure in rows if not isinstance(figure, doc.Choice)]
    middle = max((len(spelled.middle) for spelled in numbers), default=0)
    band = max((len(spelled.band) for spelled in numbers), default=0) + len("()")
    for label, spelled, figure in rows:
        bounds = f"({spelled.band})" if spelled.band else ""
        if isinstance(figure, doc.Choice):
            line = f"  {label:<{name}}  {spelled.middle} {bounds}"
        else:
            line = f"  {label:<{name}}  {spelled.middle:>{middle}} {bounds:<{band}}  {spelled.measure}"
        yield _cut(line.rstrip(), WIDTH)


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"  {number}. {item}" for number, item in enumerate(items, 1)]
    if lines:
        yield ""
        yield title
        yield from (_cut(line, WIDTH) for line in lines)


def _wrapped(text: str, indent: str) -> Iterator[str]:
    return iter(textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent))


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
