"""What the outbox asks of whoever carries a message."""

from __future__ import annotations

from typing import Protocol

from egiz.city.outbox.parcel import Parcel
from egiz.errors import EgizError


class Failed(EgizError):
    """A try that failed; another may succeed."""


class Hopeless(EgizError):
    """A message that the receiver will never take."""


class Sender(Protocol):
    """Carries messages of some schemes."""

    async def send(self, parcel: Parcel) -> None:
        """Carry one message; ends when the receiver has it.

        Raises
        ------
        Failed
            It may be tried again.
        Hopeless
            It makes no sense to try again.
        Refused
            It may not go there.
        """

    async def close(self) -> None:
        """Let go of every connection."""
