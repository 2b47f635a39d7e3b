"""What `egiz check` and `egiz facts` print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from textwrap import wrap

from egiz.errors import Fault, Value
from egiz.facts.library import Facts
from egiz.facts.row import Row
from egiz.report.terminal import WIDTH
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.catalogue import find_kind, kind_names
from egiz.study.first import whole_name
from egiz.study.prepare import Prepared


def checked_lines(prepared: Iterable[Prepared], language: str) -> tuple[str, ...]:
    """Say that an agreement has no faults, and how much of it can be studied."""
    every = tuple(prepared)
    first = every[0]
    voice = Voice(Words.of(("egiz.report", *_packages())), language)
    values: dict[str, Value] = {
        "agreement": first.case.agreement.id,
        "studied": len(first.members),
        "unstudied": len(first.unstudied),
        "scenarios": len(every) - 1,
        "day": voice.day(first.case.as_of.isoformat()),
    }
    unstudied = (
        f"  {item.title[language]}: {voice.say(f'why-{reason.key}', reason.values)}"
        for item in first.case.agreement.proposals
        if (reason := first.unstudied.get(item.id)) is not None
    )
    return (voice.say("checked", values), *unstudied, *timetable_lines(first, language))


def timetable_lines(prepared: Prepared, language: str) -> tuple[str, ...]:
    """Say what a user's timetable tells of, and how it was read; nothing where the study has none."""
    own = prepared.case.own
    if own is None:
        return ()
    voice = Voice(Words.of(("egiz.report", "egiz.facts")), language)
    home, away = (whole_name(region.city, language) for region in prepared.case.pair)
    first = own.note(len(prepared.connections))
    notes = (replace(first, values={**first.values, "home": home, "away": away}), *own.feed.notes)
    texts = (voice.say(f"note-{note.key}", _spoken(note, voice)) for note in notes)
    return tuple(line for text in texts for line in wrap(text, WIDTH, subsequent_indent="  "))


def _spoken(note: Fault, voice: Voice) -> Mapping[str, Value]:
    """Values of a note, its days as people write them."""
    shown: dict[str, Value] = {name: str(value) for name, value in note.values.items()}
    return shown | {name: voice.day(str(shown[name])) for name in ("first", "last", "week") if name in shown}


def fact_lines(source: str, unverified: bool, language: str) -> tuple[str, ...]:
    """List facts, one a line, with their sources and places.

    Raises
    ------
    InputError
        ``unknown-source``: no source has that key.
    """
    voice = Voice(Words.of(("egiz.report",)), language)
    facts = every_fact()
    rows = facts.listing(source or None, unverified=unverified)
    return (*(_line(row, voice) for row in rows), voice.say("facts-listed", {"count": len(rows)}))


def every_fact() -> Facts:
    """The shared library with the tables of the market and of every kind installed."""
    facts = Facts.shipped()
    for package in ("egiz.market", *_packages()):
        facts = facts.with_package(package, package.rpartition(".")[2])
    return facts


def _packages() -> Iterator[str]:
    for name in kind_names():
        kind = find_kind(name)
        if kind is not None:
            yield kind.words


def _line(row: Row, voice: Voice) -> str:
    spread = row.spread
    ends = " / ".join(voice.stated(end) for end in (spread.low, spread.mode, spread.high) if end is not None)
    stated = ends or " | ".join(f"{first:g}:{second:g}" for first, second in spread.points)
    known = row.dating.known_from.isoformat() if row.dating.known_from else ""
    parts = (row.key, f"{stated} {voice.unit(row.unit)}".strip(), spread.shape, row.dating.about, known)
    return "  ".join(part for part in (*parts, row.status, row.source.title, row.where) if part)
