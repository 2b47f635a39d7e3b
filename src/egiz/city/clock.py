"""The one place of the hub that reads the clock; everything else is told the moment."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def moment() -> datetime:
    """Read the clock (UTC)."""
    return datetime.now(UTC)


def instant() -> int:
    """Read the clock [microseconds since 1970-01-01T00:00:00Z]."""
    return time.time_ns() // 1_000


def ticks() -> float:
    """Read a clock that never goes back, from a start of its own [s]."""
    return time.perf_counter()
