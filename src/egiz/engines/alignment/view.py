"""One view of a task whichever way it is turned, so that mirrors and quarter turns change nothing.

The raster is mirrored and transposed until the way from the first point to the last leads to the right and
up, and no more up than right; and it begins where the ground is cheaper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from egiz.engines.alignment.barrier import Block, Reason
from egiz.engines.alignment.polygon import Line
from egiz.engines.alignment.polygon.kernel import price_at
from egiz.engines.alignment.record import Array, Array32, Field


@dataclass(frozen=True, slots=True)
class View:
    """How a raster is turned."""

    rows: int
    """Rows of the raster as given."""
    columns: int
    """Columns of the raster as given."""
    left: bool
    """Whether columns are mirrored."""
    down: bool
    """Whether rows are mirrored."""
    steep: bool
    """Whether rows and columns change places, after the mirrors."""
    back: bool
    """Whether the line runs from the last point to the first."""

    def price(self, price: Array32) -> Array32:
        """The raster in this view."""
        seen = price[:, ::-1] if self.left else price
        seen = seen[::-1] if self.down else seen
        return np.ascontiguousarray(seen.T if self.steep else seen)

    def points(self, points: Array) -> Array:
        """Columns and rows of points in this view, in the order of this view."""
        x = self.columns - 1.0 - points[:, 0] if self.left else points[:, 0]
        y = self.rows - 1.0 - points[:, 1] if self.down else points[:, 1]
        seen = np.stack([y, x] if self.steep else [x, y], axis=1)
        return seen[::-1].copy() if self.back else seen

    def given(self, points: Array) -> Array:
        """Columns and rows as given, of points in this view, in the order given."""
        x, y = (points[:, 1], points[:, 0]) if self.steep else (points[:, 0], points[:, 1])
        x = self.columns - 1.0 - x if self.left else x
        y = self.rows - 1.0 - y if self.down else y
        found = np.stack([x, y], axis=1)
        return found[::-1].copy() if self.back else found

    def line(self, line: Line) -> Line:
        """The line as given."""
        at = self.given(np.stack([line.x, line.y], axis=1))
        return Line(at[:, 0].copy(), at[:, 1].copy(), line.kind[::-1].copy() if self.back else line.kind)

    def block(self, block: Block, field: Field, count: int) -> Block:
        """The place in metres, of one told in cells of this view; `count` is the number of points."""
        x, y = self.given(np.array([[block.x, block.y]]))[0]
        last = count - 1 if block.reason in (Reason.CLOSED, Reason.OUTSIDE) else count - 2
        return replace(
            block,
            leg=last - block.leg if self.back else block.leg,
            x=float(field.west + x * field.cell),
            y=float(field.south + y * field.cell),
            width=block.width * field.cell,
        )


def view_of(price: Array32, points: Array) -> View:
    """The view of a raster with points to pass, given as columns and rows."""
    rows, columns = price.shape
    first, last = points[0].tolist(), points[-1].tolist()
    back = price_at(price, last[0], last[1]) < price_at(price, first[0], first[1])
    dx, dy = ((points[0] - points[-1]) if back else (points[-1] - points[0])).tolist()
    return View(rows, columns, dx < 0.0, dy < 0.0, abs(dy) > abs(dx), bool(back))
