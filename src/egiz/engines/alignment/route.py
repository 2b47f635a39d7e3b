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

    Raises
    ------
    EngineError
        There is no way.
    """
    from egiz.engines.alignment.polygon import plan_of
    from egiz.engines.alignment.quest import line_of, quest_of  # compiled loops cost half a second of start

    quest = quest_of(field, metre_price, points, standard)
    return plan_of(field, quest.task, line_of(quest))
