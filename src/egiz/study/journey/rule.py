"""What changing and boarding take, from the facts that ship."""

from __future__ import annotations

from collections.abc import Collection

from egiz.engines.journeys import Taste
from egiz.facts.dated import Dated
from egiz.facts.library import Facts
from egiz.study.journey.schedule import Rules
from egiz.study.journey.walk import Walking

METRES = 1000.0
SECONDS_PER_HOUR = 3600.0


def shipped_rules(modes: Collection[str]) -> Rules:
    """Rules of the newest facts for some modes; of a range its middle."""
    facts = Facts.shipped()
    known = facts.at(facts.edition)

    def middle(name: str, scope: str) -> float:
        return known.pick(name, scope).middle

    walking = Walking(
        middle("walking_speed", "stop") * METRES / SECONDS_PER_HOUR,
        round(middle("change_minutes", "stop")),
        *(middle("walking_reach", scope) * METRES for scope in ("neighbour", "namesake", "station")),
    )
    boarding, leaving = (_by_mode(known, name, modes) for name in ("boarding_minutes", "leaving_minutes"))
    return Rules(walking, boarding, leaving)


def _by_mode(known: Dated, name: str, modes: Collection[str]) -> dict[str, int]:
    return {mode: round(known.pick(name, mode).middle) for mode in known.scopes(name) if mode in modes}


def shipped_taste() -> Taste:
    """What travellers mind, by the newest facts; of a range its middle."""
    facts = Facts.shipped()
    known = facts.at(facts.edition)
    return Taste(
        known.pick("generalised_change", "journey").middle,
        known.pick("generalised_early", "journey").middle,
        known.pick("generalised_late", "journey").middle,
    )
