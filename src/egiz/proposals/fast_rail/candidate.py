"""Which trains could run each design, and how each runs over every part of the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from egiz.facts.dated import Dated
from egiz.market.stock import Stock, stock_names, stock_of
from egiz.proposals.fast_rail.running import Nodes, Ran, Way, ran
from egiz.proposals.fast_rail.terms import DESIGNS, TRAINS, speed_of
from egiz.proposals.kind import NotStudied


def runs_by_train(
    ways: Mapping[tuple[str, str], Way], own: Mapping[tuple[str, str], Ran], nodes: Nodes, facts: Dated
) -> Mapping[tuple[str, str], Mapping[str, Ran]]:
    """Run every train that could run a design, and leave out those that the line is too steep for.

    Parameters
    ----------
    ways
        Design and part of the line -> the line as trains meet it.
    own
        The same -> the run of the train that the study reckons with.
    nodes
        Slow ways through cities.
    facts
        Facts known by a day.

    Returns
    -------
    Mapping
        Design and train -> part of the line -> run; of each design the train of the study comes first.
    """
    stocks = tuple(stock_of(facts, name) for name in stock_names(facts))
    found: dict[tuple[str, str], Mapping[str, Ran]] = {}
    for design in DESIGNS:
        parts = {part: way for (one, part), way in ways.items() if one == design}
        found[design, TRAINS[design]] = {part: own[design, part] for part in parts}
        for stock in _others(design, stocks, facts):
            with suppress(NotStudied):
                found[design, stock.name] = {part: ran(way, stock, nodes) for part, way in parts.items()}
    return found


def _others(design: str, stocks: tuple[Stock, ...], facts: Dated) -> Iterator[Stock]:
    """Trains of like speed: slower ones would be in the way, faster ones be paid for in vain."""
    least, speed = facts.pick("train_speed_fit").middle, speed_of(design)
    for stock in stocks:
        top = stock.facts["train_top_speed"].middle
        if stock.name != TRAINS[design] and min(top, speed) >= least * max(top, speed):
            yield stock
