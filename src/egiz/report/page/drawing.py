"""Drawings hold no words: what all languages show stands in the page once, and each language refers to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from egiz.report.markup import Attributes, element

DRAWING = re.compile(
    r'<svg (viewBox="[^"]*" preserveAspectRatio="none") aria-hidden="true">(.*?)</svg>', re.DOTALL
)
LEAST = 150
"""A drawing of fewer letters is not worth a reference."""


def shared(bodies: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Take drawings that stand in several places out of them.

    Parameters
    ----------
    bodies
        Markup of each language.

    Returns
    -------
    tuple
        Markup of the drawings taken out, and the bodies with references in their places.
    """
    counts = Counter(found[0] for body in bodies for found in DRAWING.finditer(body))
    often = [drawing for drawing, count in counts.items() if count > 1 and len(drawing) > LEAST]
    numbers = {drawing: number for number, drawing in enumerate(often)}

    def refer(found: re.Match[str]) -> str:
        number = numbers.get(found[0])
        return found[0] if number is None else f'<svg aria-hidden="true"><use href="#d{number}"></use></svg>'

    symbols = "".join(
        f'<symbol id="d{number}" {found[1]}>{found[2]}</symbol>'
        for drawing, number in numbers.items()
        for found in DRAWING.finditer(drawing)
    )
    frame: Attributes = {"class": "drawings", "aria-hidden": "true", "width": 0, "height": 0}
    return element("svg", frame, symbols) if symbols else "", tuple(DRAWING.sub(refer, one) for one in bodies)
