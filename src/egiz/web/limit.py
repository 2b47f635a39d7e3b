"""What one request may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that the door keeps."""

    body: int = 8 * 1024 * 1024
    """Longest body [bytes]."""
    target: int = 16 * 1024
    """Longest path with its query [bytes]."""
    arrival: float = 30.0
    """A body must have come after so long [s]."""
    answer: float = 60.0
    """An answer must be there after so long [s]."""
    running: int = 1_000
    """Requests worked on at once; more are sent away."""
    listeners: int = 200
    """Browsers that listen to events at once."""
    rows: int = 100_000
    """Rows of one table."""
    farewell: float = 5.0
    """How long running requests may take to end when the server stops [s]."""
