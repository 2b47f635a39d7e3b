"""What ends by itself: when the next does, and what ends of an entity at a moment."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from egiz.city.ngsild import change as changes
from egiz.city.ngsild import moment
from egiz.city.ngsild.change import Change, instances
from egiz.city.ngsild.document import Json, Members
from egiz.city.ngsild.entity import HEAD
from egiz.city.store.record import Moment

NEVER: Moment = 2**63 - 1
"""Later than anything that ends [microseconds]."""


@dataclass(slots=True)
class Expiry:
    """When something ends next: looked at by every request, so that nothing is read from the store for it."""

    next: Moment = 0
    """Not before; 0: the store was not asked yet [microseconds]."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while something is taken out."""

    def note(self, end: Moment | None) -> None:
        """Hear of one more end."""
        if end is not None and end < self.next:
            self.next = end

    def waits(self, now: Moment) -> bool:
        """Tell whether something must be taken out before anything is answered at a moment."""
        return self.next <= now or self.turn.locked()

    def idle(self) -> bool:
        """Tell whether nothing ends at all, so that nobody needs to look at the clock."""
        return self.next == NEVER and not self.turn.locked()


def first_end(whole: Mapping[str, Json]) -> Moment | None:
    """Tell when the first thing of an entity ends, itself or an attribute; nothing where none does.

    Parameters
    ----------
    whole
        The stored form.
    """
    ends = [moment.micros(str(one["expiresAt"])) for _, one in _mortal(whole)]
    if "expiresAt" in whole:
        ends.append(moment.micros(str(whole["expiresAt"])))
    return min(ends, default=None)


def ended(tenant: str, whole: Members, now: Moment) -> Change | None:
    """Take what has ended out of an entity, or end the entity; nothing where nothing has.

    Parameters
    ----------
    tenant
        Its tenant.
    whole
        The stored form.
    now
        The moment.
    """
    stamp = moment.of_micros(now)
    if "expiresAt" in whole and moment.micros(str(whole["expiresAt"])) <= now:
        return changes.deleted(tenant, whole, stamp)
    found: Change | None = None
    left = whole
    for name, one in [*_mortal(whole)]:
        if moment.micros(str(one["expiresAt"])) <= now:
            step = changes.attribute_deleted(tenant, left, name, str(one.get("datasetId", "")), stamp)
            left = dict(step.after or {})
            before = () if found is None else found.touched
            found = replace(step, before=whole, touched=(*before, *step.touched))
    return found


def _mortal(whole: Mapping[str, Json]) -> Iterator[tuple[str, Members]]:
    """Give the instances of attributes that end by themselves."""
    for name, value in whole.items():
        if name not in HEAD:
            for one in instances(value):
                if "expiresAt" in one:
                    yield name, one
