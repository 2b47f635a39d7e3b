"""Parts of a whole over an axis: told by their means, as probabilities are."""

from __future__ import annotations

from collections.abc import Sequence

from egiz.report import document as doc
from egiz.report.format import FINE_ERROR


def are_parts(figures: Sequence[doc.Range]) -> bool:
    """Whether bare numbers all lie between none and all."""
    return all(one.unit == "1" and one.low >= 0.0 and one.high <= 1.0 for one in figures)


def as_part(one: doc.Range) -> doc.Share:
    """Tell a range that is a part of a whole by its mean; to a per cent, since its draws were not counted."""
    return doc.Share(one.key, one.label, one.unit, one.at, one.mean, 2 * FINE_ERROR, one.low, one.high)
