"""Turns what a ledger says into the figures, findings and promises of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from egiz.errors import Value
from egiz.figures import figure as fig
from egiz.figures.binding import axes_of
from egiz.figures.quantity import Quantity
from egiz.proposals.kind import Chart, Promise
from egiz.report import document as doc
from egiz.report.voice import Voice
from egiz.report.words import Words, identifier
from egiz.study.prepare import Member
from egiz.study.run import Run
from egiz.world.place import LANGUAGES

MOST_DRIVERS = 10
Speaker: TypeAlias = Callable[[str], str]
MONTHS = 12
SCOPES_APART = "|"
"""Between the scopes of a fact that has two."""


FEW_AXES = (1, 2)
"""Axes that a page can show."""


@dataclass(frozen=True, slots=True)
class Namer:
    """Names of keys, axes and labels in three languages."""

    words: Words
    """All words."""
    scopes: Mapping[str, doc.Texts]
    """Names of the cities and countries that facts are scoped to."""

    def key(self, key: str) -> doc.Texts:
        """Name a quantity or an assumption."""
        bare, _, scope = key.partition("@")
        return self.texts(lambda language: self._key(language, bare, scope))

    def axis(self, axis: str) -> doc.Texts:
        """Name an axis."""
        local = axis.rpartition(".")[2]
        return self.texts(lambda language: self.words.label(language, "axis", local))

    def label(self, label: str) -> doc.Texts:
        """Name a label of an axis."""
        if label in self.scopes:
            return self.scopes[label]
        head, _, name = label.partition("-")
        family = identifier("label-of", head)
        if name and self.words.has(LANGUAGES[0], family):
            return self.say(family, {"name": name})
        return self._placed(label) or self.texts(lambda language: self.words.label(language, "label", label))

    def listed(self, label: str) -> doc.Label:
        """Name a label of an axis, and what it begins with, if that has a proper name."""
        place, rest = self._parted(label)
        if place is None:
            return doc.Label(label, self.label(label))
        return doc.Label(label, self.label(label), place, self.label(rest))

    def _placed(self, label: str) -> doc.Texts | None:
        """Name a label that begins with what has a proper name: ``line-new-300``, by ``label-at-new-300``."""
        place, rest = self._parted(label)
        if place is None:
            return None
        word = identifier("label-at", rest)
        spoken = {one: self.words.say(one, word, {"name": getattr(place, one)}) for one in LANGUAGES}
        return self.texts(spoken.__getitem__)

    def _parted(self, label: str) -> tuple[doc.Texts | None, str]:
        """Part a label behind the longest beginning that has a name, if words know the rest."""
        ends = [place for place, sign in enumerate(label) if sign == "-"]
        for end in reversed(ends):
            rest = label[end + 1 :]
            if self.words.has(LANGUAGES[0], identifier("label-at", rest)):
                place = self.scopes.get(label[:end]) or self._general(label, label[:end])
                if place.en:
                    return place, rest
        return None, label

    def _general(self, label: str, head: str) -> doc.Texts:
        """Name the beginning of a label by a word, unless a word names the whole."""
        whole = self.words.has(LANGUAGES[0], identifier("label", label))
        return doc.Texts("", "", "") if whole else self.say(identifier("label", head))

    def head(self, name: str, key: str) -> doc.Texts:
        """Name a quantity at the head of a column: by ``column-<name>`` where it is too long otherwise."""
        word = identifier("column", name)
        return self.say(word) if self.words.has(LANGUAGES[0], word) else self.key(key)

    def say(self, word: str, values: Mapping[str, Value] | None = None) -> doc.Texts:
        """Say a word in all languages; nothing where no language knows it."""
        if not self.words.has(LANGUAGES[0], word):
            return doc.Texts("", "", "")
        spoken = values or {}
        return self.texts(lambda language: self.words.say(language, word, self._proper(language, spoken)))

    def _proper(self, language: str, values: Mapping[str, Value]) -> Mapping[str, Value]:
        """Name the places among some values in a language."""
        known = {name: self.scopes.get(str(value)) for name, value in values.items()}
        return {name: getattr(known[name], language, value) for name, value in values.items()}

    def texts(self, speak: Speaker) -> doc.Texts:
        """Say something in every language."""
        return doc.Texts(*(speak(language) for language in LANGUAGES))

    def _key(self, language: str, bare: str, scope: str) -> str:
        name = self.words.name(language, bare)
        if not scope:
            return name
        parts = (self._scope(language, part) for part in scope.split(SCOPES_APART))
        return f"{name} ({', '.join(parts)})"

    def _scope(self, language: str, scope: str) -> str:
        """Name a scope: a place, a word of its own, or a label of an axis."""
        if scope not in self.scopes and self.words.has(language, identifier("scope", scope)):
            return self.words.label(language, "scope", scope)
        return str(getattr(self.label(scope), language))


def answer(run: Run, member: Member, namer: Namer, agreed: date) -> doc.Answer:
    """Tell what a run says about one proposal.

    Parameters
    ----------
    run
        The study under one scenario.
    member
        The proposal and its kind.
    namer
        Names in three languages.
    agreed
        Day of the agreement, from which promises count.
    """
    findings = run.findings(member)
    named = {(item.key, item.at): item for finding in findings for item in finding.figures.values()}
    drawn = tuple(_chart(run, member, one, namer) for one in member.kind.charts)
    keys = [key for one in drawn for key in one.keys]
    over = [item for key in dict.fromkeys(keys) for item in run.ledger.ranges(key)]
    over += _over_axes(run, member, [*keys, *(item.key for item in named.values())])
    promised = {
        (item.key, item.at): item for item in (_promised(run, member, one) for one in member.kind.promises)
    }
    figures = {**named, **promised, **{(item.key, item.at): item for item in over}}
    return doc.Answer(
        member.proposal.id,
        tuple(number(item, namer) for item in figures.values()),
        tuple(_finding(member.kind.id, finding, namer) for finding in findings),
        tuple(_promise(run, member, promise, namer, agreed) for promise in member.kind.promises),
        _drivers(run, member, findings, namer),
        _cash(run, member, namer),
        tuple(namer.say(f"note-{note}") for note in member.part.preparation.notes),
        drawn,
    )


def number(figure: fig.Figure, namer: Namer) -> doc.Number:
    """Turn a figure into its record."""
    head = (figure.key, namer.key(figure.key), figure.unit, figure.at)
    if isinstance(figure, fig.RangeFigure):
        return doc.Range(*head, figure.low, figure.middle, figure.high, figure.mean, figure.curve)
    if isinstance(figure, fig.ShareFigure):
        low, high = figure.band or (None, None)
        return doc.Share(*head, figure.share, figure.error, low, high)
    if isinstance(figure, fig.CountFigure):
        return doc.Count(*head, figure.count)
    options = zip(figure.options, figure.shares, strict=True)
    return doc.Choice(*head, tuple(doc.Option(name, namer.label(name), share) for name, share in options))


def headline(run: Run, findings: tuple[fig.Finding, ...]) -> fig.Figure | None:
    """Choose the figure whose drivers are told: what a probability is judged by, else the first range."""
    figures = {item.key: item for finding in findings for item in finding.figures.values() if not item.at}
    for figure in figures.values():
        node = run.ledger.sheet.node(figure.key)
        if isinstance(figure, fig.ShareFigure) and isinstance(node, Quantity):
            return next((figures[ask.key] for ask in node.asks if ask.key in figures), figure)
    return next((item for item in figures.values() if isinstance(item, fig.RangeFigure)), None)


def _chart(run: Run, member: Member, one: Chart, namer: Namer) -> doc.Chart:
    sight, title = run.sight(member.proposal.id), identifier("chart", f"{member.kind.id}-{one.name}")
    keys = tuple(name if name in run.ledger.values else sight.key(name) for name in one.quantities)
    heads = tuple(namer.head(name, key) for name, key in zip(one.quantities, keys, strict=True))
    return doc.Chart(namer.say(title), one.form, keys, one.in_order, heads)


def _over_axes(run: Run, member: Member, keys: list[str]) -> list[fig.RangeFigure]:
    """Ranges over one or two axes that unfold a figure: ``load`` by ``load_by_aircraft``."""
    stems = tuple(f"{key}_" for key in keys)
    found: list[fig.RangeFigure] = []
    for node in run.ledger.sheet.quantities:
        own = node.key.startswith(f"{member.proposal.id}.") and node.key not in keys
        if own and len(axes_of(node)) in FEW_AXES and node.key.startswith(stems):
            found.extend(run.ledger.ranges(node.key))
    return found


def _finding(kind: str, finding: fig.Finding, namer: Namer) -> doc.Finding:
    word = identifier("finding", f"{kind}-{finding.key}")
    figures = {name: number(item, namer) for name, item in finding.figures.items()}

    def speak(language: str, *, marked: bool) -> str:
        voice = Voice(namer.words, language)
        values: dict[str, Value] = {"verdict": finding.verdict}
        for name, item in figures.items():
            values[name] = f"[[{name}]]" if marked else voice.said(item)
            if isinstance(item, doc.Range):
                values[f"{name}_number"] = item.middle
        return namer.words.say(language, word, values)

    plain = namer.texts(lambda language: speak(language, marked=False))
    marked = namer.texts(lambda language: speak(language, marked=True))
    used = tuple(
        doc.Used(name, item.key, item.at) for name, item in figures.items() if f"[[{name}]]" in marked.en
    )
    return doc.Finding(finding.key, finding.verdict, plain, marked, used)


def _promised(run: Run, member: Member, promise: Promise) -> fig.Figure:
    sight = run.sight(member.proposal.id)
    return sight.range(promise.quantity, _when(run, sight.key(promise.quantity), promise))


def _when(run: Run, key: str, promise: Promise) -> tuple[str, ...]:
    """Labels at which a promise is told: of a series over years the last one not after its time."""
    axes = (run.ledger.sheet.axes[axis] for axis in axes_of(run.ledger.sheet.node(key)))
    return tuple(due(labels, promise.after_years) for labels in axes)


def due(labels: tuple[str, ...], after_years: float) -> str:
    """Choose the last label that is not after a time, where labels are numbers; else the last label.

    Parameters
    ----------
    labels
        Of one axis.
    after_years
        When a promise is due [year].
    """
    try:
        reached = [label for label in labels if float(label) <= after_years]
    except ValueError:
        return labels[-1]
    return reached[-1] if reached else labels[0]


def _promise(run: Run, member: Member, promise: Promise, namer: Namer, agreed: date) -> doc.Promise:
    key = run.sight(member.proposal.id).key(promise.quantity)
    months = agreed.month - 1 + round(promise.after_years * MONTHS)
    by = f"{agreed.year + months // MONTHS}-{months % MONTHS + 1:02}"
    names = namer.say(f"observable-{promise.observable}")
    return doc.Promise(promise.observable, names, key, _when(run, key, promise), by)


def _drivers(
    run: Run, member: Member, findings: tuple[fig.Finding, ...], namer: Namer
) -> tuple[doc.Driver, ...]:
    """What moves the figure that the kind names, else the first one of its findings that is in doubt."""
    figure = headline(run, findings)
    key = figure.key if figure is not None else ""
    if member.kind.moved:
        key = run.sight(member.proposal.id).key(member.kind.moved)
    drivers = run.ledger.drivers(key)[:MOST_DRIVERS] if key else ()
    return tuple(doc.Driver(key, item.key, namer.key(item.key), item.strength) for item in drivers)


def _cash(run: Run, member: Member, namer: Namer) -> tuple[doc.Cash, ...]:
    lines = []
    for flow in member.kind.cash_flow:
        key = run.sight(member.proposal.id).key(flow.quantity)
        for item in run.ledger.ranges(key):
            ends = (item.low, item.middle, item.high)
            lines.append(doc.Cash(flow.party, key, namer.key(key), item.at, flow.sign, item.unit, *ends))
    return tuple(lines)
