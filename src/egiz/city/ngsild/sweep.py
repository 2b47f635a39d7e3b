"""Taking out what has ended, a bounded number a commit; its history stays, as after a deletion."""

from __future__ import annotations

from egiz.city.ngsild.expire import NEVER, ended
from egiz.city.ngsild.hub import Hub, commit, stored
from egiz.city.ngsild.prepare import record
from egiz.city.store.record import Moment
from egiz.city.store.store import Closed
from egiz.city.store.writing import Writing

MOST = 500
"""Entities of one commit; other writes go between two."""

PAUSE = 1_000_000
"""How long a failure is left alone [microseconds]."""


async def sweep(hub: Hub, now: Moment) -> int:
    """Take out everything that has ended; gives how many entities were looked at.

    Parameters
    ----------
    hub
        The hub.
    now
        The moment [microseconds].
    """
    total = 0
    async with hub.expiry.turn:
        while hub.expiry.next <= now:
            try:
                total += await hub.store.write(lambda writing: _swept(writing, hub, now))
            except Closed:
                raise
            except Exception:
                hub.expiry.next = now + PAUSE
                raise
    return total


def _swept(writing: Writing, hub: Hub, now: Moment) -> int:
    """Take out some."""
    hub.expiry.next = NEVER
    due = writing.expired(now, MOST)
    for tenant, name in due:
        whole = stored(writing, tenant, name)
        change = None if whole is None else ended(tenant, whole, now)
        if change is not None:
            commit(writing, hub, change)
        elif whole is not None:
            writing.put(record(tenant, whole, set()), set())
    hub.expiry.note(writing.next_expiry())
    return len(due)
