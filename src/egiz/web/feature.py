"""OGC API - Features, part 1, over the entities of a tenant: a collection is a type, a feature an entity."""

from __future__ import annotations

import math
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from egiz.city.ngsild.document import Json, Members, members, read
from egiz.city.ngsild.hub import Hub
from egiz.city.ngsild.problem import bad, missing
from egiz.web.within import ask, kinds

GEO_JSON = "application/geo+json"
PAGE, LARGEST = 10, 1_000
CLASSES = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{name}" for name in ("core", "geojson")
)
"""What the routes conform to."""

KNOWN = {"limit", "offset", "bbox", "datetime", "f"}
"""Parameters of a list of features; any other is refused, as the standard asks."""

FLAT, SOLID = 4, 6
"""Numbers of a box without and with heights."""


def link(href: str, rel: str, media: str = "application/json") -> Members:
    """Write a link."""
    return {"href": href, "rel": rel, "type": media}


def landing(at: str, title: str) -> Members:
    """Write the page that everything starts from."""
    links: list[Json] = [
        link(at, "self"),
        link(f"{at}/conformance", "conformance"),
        link(f"{at}/collections", "data"),
    ]
    return {"title": title, "links": links}


def conformance() -> Members:
    """Tell what the routes conform to."""
    return {"conformsTo": list(CLASSES)}


async def collections(hub: Hub, tenant: str, at: str) -> Members:
    """List the collections of a tenant.

    Raises
    ------
    RefusedError
        The hub refuses the question.
    """
    found: list[Json] = [_collection(name, at) for name in await kinds(hub, tenant)]
    return {"links": [link(f"{at}/collections", "self")], "collections": found}


async def collection(hub: Hub, tenant: str, at: str, name: str) -> Members:
    """Describe one collection.

    Raises
    ------
    Problem
        There is none of this name.
    """
    if name not in await kinds(hub, tenant):
        raise missing(f"there is no collection {name}")
    return _collection(name, at)


def _collection(name: str, at: str) -> Members:
    """Describe a collection."""
    here = f"{at}/collections/{quote(name, safe='')}"
    links: list[Json] = [link(here, "self"), link(f"{here}/items", "items", GEO_JSON)]
    return {"id": name, "title": name, "itemType": "feature", "links": links}


async def items(hub: Hub, tenant: str, here: str, given: Mapping[str, str], name: str) -> Members:
    """List the features of a collection.

    Parameters
    ----------
    hub, tenant
        What is asked, and whose entities.
    here
        Address of the list.
    given
        Parameters: limit, offset, bbox, datetime.
    name
        Name of the collection.

    Raises
    ------
    Problem
        A parameter is not right, or there is no such collection.
    """
    unknown = sorted(set(given) - KNOWN)
    if unknown:
        raise bad(f"the parameter {unknown[0]} is not known here; known: {', '.join(sorted(KNOWN))}")
    limit = min(_whole(given, "limit", PAGE, least=1), LARGEST)
    offset = _whole(given, "offset", 0, least=0)
    if name not in await kinds(hub, tenant):
        raise missing(f"there is no collection {name}")
    asked = {
        "type": name,
        "limit": str(limit),
        "offset": str(offset),
        "count": "true",
        "options": "keyValues",
    }
    asked |= box(given["bbox"]) if given.get("bbox") else {}
    found = await ask(hub, tenant, "/entities", asked, GEO_JSON)
    made = members(read(found.body), "an answer")
    made.pop("@context", None)
    features = made.get("features")
    count = len(features) if isinstance(features, list) else 0
    total = int(found.headers.get("ngsild-results-count", count))
    links = _links((here, given), (limit, offset), (count, total))
    return {**made, "links": links, "numberMatched": total, "numberReturned": count}


def _links(asked: tuple[str, Mapping[str, str]], page: tuple[int, int], found: tuple[int, int]) -> list[Json]:
    """Link a page with those before and after it."""
    (here, given), (limit, offset), (count, total) = asked, page, found
    links: list[Json] = [link(_page(here, given, limit, offset), "self", GEO_JSON)]
    if offset + count < total and count:
        links.append(link(_page(here, given, limit, offset + limit), "next", GEO_JSON))
    if offset:
        links.append(link(_page(here, given, limit, max(0, offset - limit)), "prev", GEO_JSON))
    return links


def _page(here: str, given: Mapping[str, str], limit: int, offset: int) -> str:
    """Write the address of a page."""
    return f"{here}?{urlencode({**given, 'limit': str(limit), 'offset': str(offset)})}"


async def item(hub: Hub, tenant: str, here: str, name: str) -> Members:
    """Give one feature.

    Raises
    ------
    RefusedError
        There is none of this name.
    """
    found = await ask(hub, tenant, f"/entities/{quote(name, safe='')}", {"options": "keyValues"}, GEO_JSON)
    made = members(read(found.body), "an answer")
    made.pop("@context", None)
    return {**made, "links": [link(here, "self", GEO_JSON)]}


def box(text: str) -> dict[str, str]:
    """Turn a box into a question of place: west, south, east, north, with or without heights [degrees, m].

    Raises
    ------
    Problem
        It is no box, lies outside the globe, or crosses the meridian of 180 degrees.
    """
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        raise bad("bbox must be four or six numbers, joined by commas") from None
    if len(numbers) not in {FLAT, SOLID} or not all(math.isfinite(one) for one in numbers):
        raise bad("bbox must be four or six numbers, joined by commas")
    half = len(numbers) // 2
    (west, south), (east, north) = numbers[:2], numbers[half : half + 2]
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):  # noqa: PLR2004
        raise bad("bbox must be west, south, east, north within the globe")
    if west > east:
        raise bad("a bbox across the meridian of 180 degrees is not answered here; ask for its two halves")
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"georel": "intersects", "geometry": "Polygon", "coordinates": str([ring]).replace(" ", "")}


def _whole(given: Mapping[str, str], name: str, otherwise: int, least: int) -> int:
    """Read a whole number."""
    text = given.get(name)
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < SOLID * 2 and int(text) >= least):
        raise bad(f"{name} must be a whole number of at least {least}")
    return int(text)
