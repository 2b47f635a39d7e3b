"""Look for input that makes the hub fail: bytes grown by atheris, for parsers of feeds and whole requests.

A fault is an exception that has no answer, an answer of 500, or one that takes too long. It is written down
once by its place in the code, with its input beside it, and the search goes on. See docs/server.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import resource
import sys
import tempfile
import traceback
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote

import atheris

from fuzz_seed import Json, bodies, requests, words

with atheris.instrument_imports(include=["egiz.city", "egiz.web"]):
    from egiz.city.feeds.catalogue import PARSERS
    from egiz.city.feeds.feed import Feed
    from egiz.city.feeds.fetch import Fetched
    from egiz.city.feeds.poll import take
    from egiz.city.feeds.row import Context, FeedError, Sensor, Spot
    from egiz.city.feeds.shape import names_of
    from egiz.city.ngsild.answer import answer
    from egiz.city.ngsild.context import Contexts
    from egiz.city.ngsild.exchange import ROOT, Request
    from egiz.city.ngsild.hub import Hub, open_store
    from egiz.city.ngsild.notice import Notifier
    from egiz.city.ngsild.watch import Watches
    from egiz.city.outbox.gate import Gate
    from egiz.web.door import Door
    from egiz.web.entry import asked
    from egiz.web.limit import Limits
    from egiz.web.measure import Measures
    from egiz.web.refusal import failure
    from egiz.web.route import routes
    from egiz.web.stream import Streams

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""The moment of the first request."""

ROUNDS = 5_000
"""Executions on one store."""

SLOW = 5.0
"""An execution that takes more processor time is a fault [s]."""

FEED = b"\0"
"""What an input for a parser starts with, before the number of the parser."""

PAGE = b"!"
"""What a request for the whole server starts with."""

PARSED = tuple(PARSERS)
"""Parsers by number."""

REQUESTS = requests()
"""Whole requests."""

FILLING = 12
"""So many of them fill a new store."""

WORDS, VALUES = words()
"""Words of the interface, and awkward values."""


def context() -> Context:
    """Give what parsers must know."""
    spots = (Spot("Astana", 71.43, 51.13), Spot("Almaty", 76.9, 43.25))
    return Context(NOW, "Asia/Almaty", spots, {"NQZ": "Asia/Almaty"}, {1: Sensor("pm25", "µg/m³")})


@dataclass(slots=True)
class Search:
    """What is sought, what was found."""

    folder: Path
    """Where faults are written."""
    executions: int = 0
    """How many inputs were tried."""
    faults: dict[str, int] = field(default_factory=dict)
    """How often each was met."""
    runner: asyncio.Runner = field(default_factory=asyncio.Runner)
    """Runs the hub."""
    hub: Hub | None = None
    """The hub."""

    def fresh(self) -> Hub:
        """Give the hub, a new one on a new store now and then."""
        if self.hub is None or self.executions % ROUNDS == 0:
            self.hub = self.runner.run(self._made())
            for one in REQUESTS[:FILLING]:
                self.runner.run(answer(request_of(one, NOW), self.hub))
        return self.hub

    async def _made(self) -> Hub:
        if self.hub is not None:
            await self.hub.store.close()
        with tempfile.TemporaryDirectory() as folder:  # the open file lives on without its name
            store = open_store(Path(folder) / "hub.db", "normal")
        contexts = Contexts()
        notifier = Notifier(Watches(contexts), lambda: None)
        return Hub(store, contexts, listeners=(notifier,), checked_target=Gate(("*",)).named)

    def one(self, data: bytes) -> None:
        """Try one input."""
        hub = self.fresh()
        self.executions += 1
        started = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        try:
            self.tried(data, hub)
        except Exception as error:
            self._found(_place(error), data, error)
        taken = resource.getrusage(resource.RUSAGE_SELF).ru_utime - started
        if taken > SLOW:
            self._found(f"slow-{data[:24]!r}", data, TimeoutError(f"{taken:.1f} s"))
        if self.executions % 1000 == 0:
            self.tell()

    def tried(self, data: bytes, hub: Hub) -> None:
        """Give an input to whom it is for; what it raises is a fault."""
        if data[:1] == FEED and data[1:]:
            self._feed(data[1], data[2:], hub)
        elif data[:1] == PAGE:
            self.runner.run(self._page(data[1:], hub))
        else:
            self._request(data, hub)

    def _feed(self, number: int, body: bytes, hub: Hub) -> None:
        name = PARSED[number % len(PARSED)]
        try:
            PARSERS[name](body, context())
            names_of(body, name)
        except FeedError:
            return
        self.runner.run(take(hub, Feed("f", name, "astana"), Fetched(body, "", ""), NOW))

    async def _page(self, data: bytes, hub: Hub) -> None:
        """Ask the whole server, by the path as it stands."""
        request = request_of(data, NOW)
        failed: list[str] = []
        limits, measures = Limits(), Measures()
        door = Door(
            hub,
            routes(hub, measures, limits, Streams(limits, measures)),
            None,
            limits,
            measures,
            failed.append,
        )
        path = request.path.removeprefix(ROOT).encode("latin-1")
        scope = {
            "type": "http",
            "method": request.method,
            "path": unquote(path.decode("latin-1")),
            "raw_path": path,
            "query_string": request.query.encode("latin-1"),
            "headers": [(k.encode("latin-1"), v.encode("latin-1")) for k, v in request.headers.items()],
        }
        come: list[MutableMapping[str, object]] = [{"type": "http.request", "body": request.body}]

        async def receive() -> MutableMapping[str, object]:
            return come.pop() if come else {"type": "http.disconnect"}

        async def send(message: MutableMapping[str, object]) -> None:
            if message.get("status") == HTTPStatus.INTERNAL_SERVER_ERROR:
                failed.append("status 500")

        await asyncio.wait_for(door(scope, receive, send), SLOW)
        if failed:
            raise ValueError(failed[0])

    def _request(self, data: bytes, hub: Hub) -> None:
        request = request_of(data, NOW + timedelta(seconds=self.executions))
        asked(request.method, request.path, request.headers)
        try:
            response = self.runner.run(answer(request, hub))
        except Exception as error:
            if failure(error) is None:
                raise
            return
        for name, value in response.headers.items():
            f"{name}{value}".encode("latin-1")
            if "\r" in value or "\n" in value:
                raise ValueError(f"a line break in the header {name}")
        if response.status == HTTPStatus.INTERNAL_SERVER_ERROR:
            raise ValueError(f"status {response.status}")

    def _found(self, place: str, data: bytes, error: Exception) -> None:
        self.faults[place] = self.faults.get(place, 0) + 1
        if self.faults[place] > 1:
            return
        name = "".join(letter if letter.isalnum() else "-" for letter in place)[:100]
        (self.folder / f"{name}.bin").write_bytes(data)
        text = "".join(traceback.format_exception(error))
        (self.folder / f"{name}.txt").write_text(text[-6000:], encoding="utf-8", errors="replace")

    def tell(self) -> None:
        """Write down how far the search is."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        state = {
            "executions": self.executions,
            "cpu": used.ru_utime + used.ru_stime,
            "memory": used.ru_maxrss,
            "faults": self.faults,
        }
        (self.folder / "state.json").write_text(json.dumps(state, indent=1), encoding="utf-8")


def _place(error: BaseException) -> str:
    """Name the place in our code where an error arose."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "egiz" in one.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    told = str(error)[:60] if isinstance(error, ValueError) else ""
    return f"{type(error).__name__}-{told}-{Path(last.filename).name}-{last.name}-{last.line}"


def request_of(data: bytes, moment: datetime) -> Request:
    """Read a request as HTTP writes it: a line, headers, an empty line, a body."""
    head, _, body = data.partition(b"\n\n")
    first, *rest = head.decode("latin-1").replace("\r", "").split("\n")
    method, _, target = first.partition(" ")
    path, _, query = target.partition("?")
    pairs = [line.partition(":") for line in rest]
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}
    headers.setdefault("content-length", str(len(body)))
    return Request(method.upper(), ROOT + path, query, headers, body, moment)


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """Change an input: by bytes, by members of its JSON, or by words of the interface."""
    dice = random.Random(seed)
    way = dice.choice(("bytes", "bytes", "bytes", "body", "body", "body", "words", "words"))
    if way == "bytes" or not data:
        return bytes(atheris.Mutate(data, most))
    made = _body_changed(data, dice) if way == "body" else _words_changed(data, dice)
    return made[:most]


def _body_changed(data: bytes, dice: random.Random) -> bytes:
    """Change one member of a JSON body."""
    cut = 2 if data[:1] == FEED else data.find(b"\n\n") + 2
    try:
        content = json.loads(data[cut:])
        made = json.dumps(_changed(content, dice), ensure_ascii=False).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return _words_changed(data, dice)
    return data[:cut] + made


def _changed(value: Json, dice: random.Random) -> Json:
    """Change something in a JSON value."""
    if isinstance(value, dict) and value and _often(dice):
        return _members_changed(value, dice)
    if isinstance(value, list) and value and _often(dice):
        return _elements_changed(value, dice)
    wrapped: tuple[Json, ...] = ([value], {dice.choice(WORDS): value})
    return _some(dice) if _often(dice) else dice.choice(wrapped)


def _members_changed(value: Mapping[str, Json], dice: random.Random) -> Json:
    """Change an object: a member goes, comes, stands twice, or is changed itself."""
    name = dice.choice(list(value))
    way = dice.choice(("gone", "twice", "more", *("deeper",) * 9))
    if way == "gone":
        return {key: one for key, one in value.items() if key != name}
    if way == "deeper":
        return {**value, name: _changed(value[name], dice)}
    return {**value, dice.choice(WORDS): value[name] if way == "twice" else _some(dice)}


def _elements_changed(value: list[Json], dice: random.Random) -> Json:
    """Change an array: an element goes, stands twice, or is changed itself."""
    place = dice.randrange(len(value))
    way = dice.choice(("gone", "twice", *("deeper",) * 6))
    if way == "gone":
        return [*value[:place], *value[place + 1 :]]
    middle = [value[place], value[place]] if way == "twice" else [_changed(value[place], dice)]
    return [*value[:place], *middle, *value[place + 1 :]]


def _often(dice: random.Random) -> bool:
    """Say yes four times of five."""
    return bool(dice.randrange(5))


def _some(dice: random.Random) -> Json:
    return dice.choice((dice.choice(VALUES), dice.choice(VALUES), dice.choice(WORDS)))


def _words_changed(data: bytes, dice: random.Random) -> bytes:
    """Put a word of the interface somewhere, or a piece of another request."""
    place = dice.randrange(len(data) + 1)
    end = min(len(data), place + dice.choice((0, 0, 1, 4, 12)))
    word = dice.choice(WORDS).encode("utf-8", "surrogatepass")
    if not _often(dice):
        other = dice.choice(REQUESTS)
        start = dice.randrange(len(other))
        word = other[start : start + dice.randrange(1, 60)]
    return data[:place] + word + data[end:]


def main(arguments: Sequence[str]) -> None:
    """Search until the time is over; arguments after ``--`` go to atheris."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", type=Path, help="where inputs and faults are kept")
    reader.add_argument("--seconds", type=int, default=3600)
    reader.add_argument("--again", type=Path, help="one input to try again")
    given = reader.parse_args(arguments)
    corpus = given.folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    search = Search(given.folder)
    if given.again:
        search.tried(given.again.read_bytes(), search.fresh())
        return
    seeds = [*REQUESTS, *(FEED + bytes((PARSED.index(name),)) + body for name, body in bodies())]
    for number, one in enumerate(seeds):
        (corpus / f"seed-{number:03d}").write_bytes(one)
    options = [f"-max_total_time={given.seconds}", "-max_len=4096", "-timeout=60", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], str(corpus), *options], search.one, custom_mutator=mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
