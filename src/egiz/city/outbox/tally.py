"""What became of the messages of one subscription, kept in the same commit as the journal."""

from __future__ import annotations

import msgspec

from egiz.city.store.reading import Reading
from egiz.city.store.record import Item, Moment
from egiz.city.store.writing import Writing

KIND = "tally"
"""The kind of item that tallies are kept as."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Counters of one subscription."""

    sent: int = 0
    """Tries, successful or not."""
    failed: int = 0
    """Tries that failed."""
    given_up: int = 0
    """Messages struck off without having been delivered."""
    last_sent: Moment | None = None
    """The last try [microseconds]."""
    last_success: Moment | None = None
    """The last try that succeeded [microseconds]."""
    last_failure: Moment | None = None
    """The last try that failed [microseconds]."""
    error: str = ""
    """What the last try ended with; empty after a success."""

    def succeeded(self, now: Moment) -> Tally:
        """Count a success."""
        return msgspec.structs.replace(self, sent=self.sent + 1, last_sent=now, last_success=now, error="")

    def missed(self, now: Moment, error: str, *, given_up: bool) -> Tally:
        """Count a failure."""
        return msgspec.structs.replace(
            self,
            sent=self.sent + 1,
            failed=self.failed + 1,
            given_up=self.given_up + given_up,
            last_sent=now,
            last_failure=now,
            error=error,
        )


def tally(reading: Reading, tenant: str, subscription: str) -> Tally:
    """Read the counters of a subscription; all zero before its first message."""
    body = reading.item(tenant, KIND, subscription)
    return Tally() if body is None else msgspec.json.decode(body, type=Tally)


def keep(writing: Writing, tenant: str, subscription: str, count: Tally) -> None:
    """Keep the counters of a subscription."""
    writing.keep(Item(tenant, KIND, subscription, msgspec.json.encode(count)))
