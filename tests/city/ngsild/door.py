"""A hub on a fresh store, asked through its door; for tests."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias, cast

from egiz.city.ngsild.answer import answer
from egiz.city.ngsild.context import Contexts
from egiz.city.ngsild.exchange import ROOT, Request, Response
from egiz.city.ngsild.hub import Hub, open_store

Loose: TypeAlias = "dict[str, Loose] | list[Loose] | str | int | float | bool | None"
"""Any JSON value."""

Shown: TypeAlias = "dict[str, dict[str, Loose]]"

CONTEXT = "https://example.org/city.jsonld"
TERMS = {
    "@context": {
        "Sensor": "https://example.org/city#Sensor",
        "Depot": "https://example.org/city#Depot",
        "temperature": "https://example.org/city#temperature",
        "label": "https://example.org/city#label",
        "owner": {"@id": "https://example.org/city#owner", "@type": "@id"},
    }
}


class Door:
    """Asks a hub and steps its clock forward a second a request."""

    def __init__(self, folder: Path) -> None:
        self._runner = asyncio.Runner()
        self.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
        self.hub = self._runner.run(self._open(folder))

    async def _open(self, folder: Path) -> Hub:
        store = open_store(folder / "hub.db", "normal")
        return Hub(store, Contexts({CONTEXT: json.dumps(TERMS).encode()}), started=self.moment)

    def ask(self, method: str, path: str, body: Loose | bytes = None, /, **headers: str) -> Response:
        """Send one request; a name of a header has underscores for dashes."""
        self.moment += timedelta(seconds=1)
        where, _, query = path.partition("?")
        head = {name.replace("_", "-"): value for name, value in headers.items()}
        content = b""
        if body is not None:
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            head.setdefault("content-type", "application/json")
        head.setdefault("content-length", str(len(content)))
        request = Request(method, ROOT + where, query, head, content, self.moment)
        return self._runner.run(answer(request, self.hub))

    def get(self, path: str, /, **headers: str) -> Shown:
        """Give the JSON of a successful answer."""
        response = self.ask("GET", path, **headers)
        assert response.status == 200, response.body
        return cast(Shown, json.loads(response.body))

    def create(self, name: str, kind: str = "Sensor", /, **attributes: Loose) -> None:
        """Create an entity."""
        response = self.ask("POST", "/entities", {"id": name, "type": kind, **attributes})
        assert response.status == 201, response.body

    def close(self) -> None:
        """Let go of the store."""
        self._runner.run(self.hub.store.close())
        self._runner.close()
