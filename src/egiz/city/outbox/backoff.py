"""When a message that could not be sent is tried again, and when it is given up; no clock, no dice."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from egiz.city.store.record import Delivery, Moment

SECOND = 1_000_000
"""Microseconds."""

SPREAD = 0.2
"""By which part a wait may be shorter, so that receivers that failed together are not tried together."""

STEEP = 32
"""Doublings beyond which every wait is the longest."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits that double from try to try."""

    first: float = 1.0
    """The wait after the first failure [s]."""
    longest: float = 300.0
    """The longest wait [s]."""
    patience: float = 3 * 86_400.0
    """A message older than this is given up after one more failure [s]."""

    def wait(self, delivery: Delivery, cooldown: float | None = None) -> float:
        """Give the wait after one more failure [s].

        Parameters
        ----------
        delivery
            The delivery as it was before the try.
        cooldown
            The first wait that the receiver asked for [s].
        """
        start = self.first if cooldown is None else cooldown
        whole = min(max(self.longest, start), start * 2.0 ** min(delivery.attempt, STEEP))
        seed = blake2b(f"{delivery.id} {delivery.attempt}".encode(), digest_size=4).digest()
        return whole * (1.0 - SPREAD * int.from_bytes(seed, "big") / 2**32)

    def due(self, delivery: Delivery, now: Moment, cooldown: float | None = None) -> Moment | None:
        """Tell when to try again [microseconds]; nothing where the message is given up."""
        if now - delivery.created > self.patience * SECOND:
            return None
        return now + int(self.wait(delivery, cooldown) * SECOND)
