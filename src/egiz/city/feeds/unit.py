"""Units as sources write them, made ours; an unknown one is told, never guessed."""

from __future__ import annotations

from collections.abc import Mapping

from egiz.city.feeds.row import FeedError

KELVIN = 273.15
FAHRENHEIT_ZERO = 32.0

Line = tuple[float, float]

FACTORS: Mapping[tuple[str, str], Line] = {
    ("°F", "°C"): (5.0 / 9.0, -FAHRENHEIT_ZERO * 5.0 / 9.0),
    ("K", "°C"): (1.0, -KELVIN),
    ("km/h", "m/s"): (1.0 / 3.6, 0.0),
    ("mp/h", "m/s"): (0.44704, 0.0),
    ("mph", "m/s"): (0.44704, 0.0),
    ("kn", "m/s"): (1852.0 / 3600.0, 0.0),
    ("KT", "m/s"): (1852.0 / 3600.0, 0.0),
    ("MPS", "m/s"): (1.0, 0.0),
    ("KMH", "m/s"): (1.0 / 3.6, 0.0),
    ("inHg", "hPa"): (33.8638866667, 0.0),
    ("Pa", "hPa"): (0.01, 0.0),
    ("inch", "mm"): (25.4, 0.0),
    ("cm", "mm"): (10.0, 0.0),
    ("ug/m3", "µg/m³"): (1.0, 0.0),
    ("μg/m³", "µg/m³"): (1.0, 0.0),
    ("mg/m³", "µg/m³"): (1000.0, 0.0),
}
"""Factor and constant from the first unit to the second; each is exact by definition."""


def converted(number: float, source: str, target: str, where: str) -> float:
    """Convert a number.

    Parameters
    ----------
    number
        In the unit of the source.
    source
        Its unit as the source writes it.
    target
        Our unit.
    where
        The place in the body.

    Returns
    -------
    float
        In our unit.

    Raises
    ------
    FeedError
        No rule leads from one unit to the other.
    """
    if source == target:
        return number
    line = FACTORS.get((source, target))
    if line is None:
        raise FeedError("unit", where, {"found": source[:60], "wanted": target})
    return line[0] * number + line[1]
