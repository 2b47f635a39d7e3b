"""What a command prints on a terminal: plain lines, at most 100 characters wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from egiz.report import document as doc
from egiz.report.voice import Voice
from egiz.report.words import Words

WIDTH = 100
NAME_WIDTH = 44
BAND = 26


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
    for result in document.results:
        for answer in result.answers:
            yield ""
            yield from _answer(document, result, answer, voice)
    yield from _list(voice.say("find-out-next"), (voice.of(i.label) for i in document.next_to_find_out))
    unstudied = [voice.of(item.title) for item in document.proposals if item.state == "not-studied"]
    if unstudied:
        yield ""
        yield from _wrapped(f"{voice.say('not-studied-yet')} {', '.join(unstudied)}", "")


def _answer(document: doc.Document, result: doc.Result, answer: doc.Answer, voice: Voice) -> Iterator[str]:
    titles = {item.id: item.title for item in document.proposals}
    scenario = next(item.title for item in document.scenarios if item.name == result.scenario)
    head = f"{voice.of(titles[answer.proposal])} · {voice.of(scenario)}"[:WIDTH]
    yield head
    yield "-" * len(head)
    if result is document.results[0]:
        for finding in answer.findings:
            yield from _wrapped(voice.of(finding.sentence), "  ")
    for figure in answer.figures:
        if not figure.at:
            yield _figure(figure, voice)


def _figure(figure: doc.Number, voice: Voice) -> str:
    spelled = voice.spell(figure)
    band = f"({spelled.band})" if spelled.band else ""
    name = _cut(voice.of(figure.label), NAME_WIDTH)
    line = f"  {name:<{NAME_WIDTH}} {spelled.middle:>12} {band:<{BAND}}"
    return _cut(f"{line} {spelled.measure}".rstrip(), WIDTH)


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
