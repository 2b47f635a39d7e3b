"""Several lines that are genuinely different, not one line moved aside a little."""

from __future__ import annotations

from egiz.engines.alignment.record import Array, Array32, Field, Plan, Standard

PENALTY = 0.3
"""What a corridor already taken is dearer by, each time."""


def distinct(
    field: Field,
    metre_price: Array32,
    points: Array,
    standard: Standard,
    count: int,
    penalty: float = PENALTY,
) -> tuple[Plan, ...]:
    """Find the cheapest line and others that keep away from it and from each other.

    Ground near a line already found is made dearer and the search repeated. A line counts as different if at
    least half of it lies away from every other: farther than two radii, and than a fiftieth of the way.

    Parameters
    ----------
    field
        The ground; only its place and size matter here.
    metre_price
        Price of a metre of line by cell [USD/m]; inf where the line may not go: (rows, columns).
    points
        x and y of each point to pass [m]: (points, 2).
    standard
        Holds the least radius.
    count
        How many lines to look for.
    penalty
        What a corridor already taken is dearer by, each time [1].

    Returns
    -------
    tuple of Plan
        By rising price at the true prices; the first is that of `route` or cheaper. Fewer than asked for
        where the search meets no more.

    Raises
    ------
    EngineError
        As `route`; or fewer than one line is asked for, or the penalty is not above zero.
    NoWayError
        No line joins the points; its `block` tells the place.
    """
    from egiz.engines.alignment.quest import quest_of  # compiled loops cost half a second of start
    from egiz.engines.alignment.variety import different_lines

    quest = quest_of(field, metre_price, points, standard)
    plans = [quest.plan(line) for line in different_lines(quest, count, penalty)]
    return tuple(sorted(plans, key=lambda plan: plan.price))
