"""What stands behind the figures: nodes, sources, dates."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

import numpy as np

from egiz.figures import distribution as shapes
from egiz.figures.assumption import Assumption, Dating, Given, Input, Source
from egiz.figures.binding import axes_of
from egiz.figures.ledger import Ledger
from egiz.figures.quantity import Quantity
from egiz.figures.summary import quantiles_of
from egiz.figures.unit import Array
from egiz.report import document as doc
from egiz.report.telling import Namer

MOST_LABELS = 40
"""A node over longer axes shows only its first labels."""
LEVELS = (0.1, 0.5, 0.9)


def nodes(ledger: Ledger, keys: Iterable[str], namer: Namer) -> dict[str, doc.Node]:
    """Tell every node behind some keys, in the order of the sheet: formulas last first, then inputs."""
    wanted = set(keys)
    for key in tuple(wanted):
        wanted.update(ledger.sheet.upstream(key))
    order = [item.key for item in reversed(ledger.sheet.quantities)] + sorted(ledger.sheet.inputs)
    return {key: _node(ledger, key, namer) for key in order if key in wanted}


def _node(ledger: Ledger, key: str, namer: Namer) -> doc.Node:
    node = ledger.sheet.node(key)
    axes = axes_of(node)
    names, ranges = namer.key(key), _ranges(ledger, key, axes)
    if isinstance(node, Quantity):
        how = doc.Worked(node.where, node.expression, node.text)
        needs = tuple(doc.Need(ask.parameter, ask.key) for ask in node.asks)
        return doc.Node(names, node.unit, axes, how, needs, ranges)
    return doc.Node(names, node.unit, axes, _read(node), (), ranges)


def _ranges(ledger: Ledger, key: str, axes: tuple[str, ...]) -> tuple[doc.Spread, ...]:
    """P10, P50 and P90 at each label; none for marks, and none where a value is without bound."""
    values = ledger.values[key]
    mark = isinstance(ledger.sheet.node(key), Quantity) and _is_mark(values)
    if mark or not np.isfinite(values).all():
        return ()
    labels = list(itertools.product(*(ledger.sheet.axes[axis] for axis in axes)))
    rows = values.reshape(len(labels), -1)[:MOST_LABELS]
    ends = quantiles_of(rows, LEVELS)
    return tuple(doc.Spread(at, *(float(end) for end in row)) for at, row in zip(labels, ends, strict=False))


def _is_mark(values: Array) -> bool:
    return bool(((values == 0.0) | (values == 1.0)).all())


def _read(one: Input) -> doc.Read:
    dating = one.dating if isinstance(one, Assumption) else Dating()
    shape, ends = _shape(one)
    known = dating.known_from.isoformat() if dating.known_from else ""
    origin = one.provenance
    return doc.Read(
        origin.source,
        origin.locator,
        origin.status,
        origin.note,
        dating.about,
        known,
        dating.price_year,
        dating.projected,
        shape,
        *ends,
    )


def _shape(one: Input) -> tuple[str, tuple[float | None, float | None, float | None]]:
    if isinstance(one, Given):
        return "", (None, None, None)
    match one.distribution:
        case shapes.Fixed(value):
            return "fixed", (None, value, None)
        case shapes.Triangular(low, mode, high) | shapes.Pert(low, mode, high):
            return type(one.distribution).__name__.lower(), (low, mode, high)
        case shapes.Uniform(low, high) | shapes.Normal(low, high) | shapes.Lognormal(low, high):
            return type(one.distribution).__name__.lower(), (low, None, high)
        case other:
            return type(other).__name__.lower(), (None, None, None)


def sources(nodes: Iterable[doc.Node], known: Mapping[str, Source]) -> tuple[doc.Source, ...]:
    """Tell the sources that nodes name, in alphabetical order of their keys."""
    keys = sorted({node.how.source for node in nodes if isinstance(node.how, doc.Read)} & set(known))
    found = (known[key] for key in keys)
    return tuple(doc.Source(s.key, s.title, s.publisher, s.year, s.link, s.licence) for s in found)


def timeless(nodes: Mapping[str, doc.Node]) -> tuple[doc.Timeless, ...]:
    """List assumptions of fact tables that carry no date."""
    return tuple(
        doc.Timeless(key, node.names, node.how.about, node.how.source)
        for key, node in nodes.items()
        if isinstance(node.how, doc.Read)
        and node.how.shape
        and not (node.how.known_from or node.how.projected)
        and _is_fact(node.how)
    )


def projected(nodes: Mapping[str, doc.Node], namer: Namer) -> tuple[doc.Projected, ...]:
    """List facts that an index carried to the study's day."""
    return tuple(
        doc.Projected(key, node.names, node.how.about, node.how.projected, namer.key(node.how.projected))
        for key, node in nodes.items()
        if isinstance(node.how, doc.Read) and node.how.projected
    )


def unverified(nodes: Mapping[str, doc.Node]) -> tuple[str, ...]:
    """List the keys that nobody has checked."""
    return tuple(
        key for key, node in nodes.items() if isinstance(node.how, doc.Read) and node.how.status == "memory"
    )


def _is_fact(how: doc.Read) -> bool:
    return how.source not in {"agreement", "scenario", "engine", "definition"}
