"""The cheapest line in plan: the lattice finds the corridor, the refinement the line."""

from __future__ import annotations

from egiz.engines.alignment.record import Array, Array32, Field, Plan, Standard


def route(field: Field, metre_price: Array32, points: Array, standard: Standard) -> Plan:
    """Find the cheapest line in plan through points.

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

    Returns
    -------
    Plan
        The line; it passes every point exactly and keeps the radius everywhere.

    Raises
    ------
    EngineError
        The prices do not fit the field or are not above zero, or there are no two different points.
    NoWayError
        No line joins the points; its `block` tells the place.
    """
    from egiz.engines.alignment.quest import line_of, quest_of  # compiled loops cost half a second of start

    quest = quest_of(field, metre_price, points, standard)
    return quest.plan(line_of(quest))
