"""Measure the hub over HTTP, as others meet it: ``bench/hub.py [PORT [SECONDS]]``.

Starts ``egiz serve --city`` on a temporary store with a token for each of two tenants, gives each a hundred
entities of five attributes a type, and loads it with ``wrk`` (Debian's package ``wrk``) or, where that is
absent, with a small client in a process of its own. Figures are requests for a second of the server's
processor time, all its threads included, read from ``/proc`` before and after. Questions run while 1,000
updates a second go on; what an update costs by itself is measured apart, under full load, where many share
one commit and it is cheapest; that much and no more is taken off. A second of processor time is worth less
where others use the machine: what the bare server of HTTP answers with a constant page is told beside. Exit
code 1 where a budget is broken.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

SOURCE = Path(__file__).parent.parent / "src"
CLIENT = Path(__file__).parent / "load" / "client.py"

TENANTS = ("astana", "chelyabinsk")
TYPES = ("AirQualityObserved", "WeatherObserved", "TrafficFlowObserved", "NoiseLevelObserved", "Streetlight")
ENTITIES, LIMIT, POINTS, BATCH, CHUNK = 100, 20, 10_000, 100, 500
CONNECTIONS, PACE, ROUNDS = 50, 1_000, 30
SENDERS = {"batch": 4}
"""Connections where they are others: fifty batches at once would wait for one another for seconds."""
NAMES = ("pm25", "pm10", "temperature")
BUDGETS = {"query": 12_500, "create": 6_000, "batch": 20_000, "update": 6_000}
"""Requests (of a batch: entities) for a second of the server's processor time."""
TEMPORAL = 20.0
"""Processor time of 10,000 points [ms]."""
ROOT = "/ngsi-ld/v1"
TICK = os.sysconf("SC_CLK_TCK")
IDLE = 0.04
"""Processor time of half a second at rest [s]."""
BEGINNING = 1_700_000_000

LUA = """
local made, at, count = {}, 0, 0
for line in io.lines("%(file)s") do made[#made + 1] = (line:gsub("\\\\r\\\\n", "\\r\\n")) end
math.randomseed(os.time())
request = function()
  count = count + 1
  return (made[math.random(#made)]:gsub("@@@@@@@@", string.format("%%08d", count)))
end
done = function(summary)
  io.write("requests=" .. summary.requests .. " faults=" .. summary.errors.status + summary.errors.read
    + summary.errors.connect + summary.errors.write + summary.errors.timeout .. "\\n")
end
"""
"""What wrk sends: one of the requests of a file after the other, by chance; a number in place of the mark."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs."""

    process: int
    """Its number."""
    port: int
    """Where it listens."""
    tokens: dict[str, str]
    """A token a tenant."""
    folder: Path
    """Where files may go."""

    def seconds(self) -> float:
        """Tell the processor time it has used, in all its threads [s]."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def settled(self) -> None:
        """Wait until it works no more: what was sent last may still be under way when a client ends."""
        before = -1.0
        while self.seconds() - before >= IDLE:
            before = self.seconds()
            time.sleep(0.5)

    def headers(self, tenant: str) -> dict[str, str]:
        """Give the headers of a tenant."""
        return {"NGSILD-Tenant": tenant, "Authorization": f"Bearer {self.tokens[tenant]}"}

    def client(self, tenant: str) -> httpx.Client:
        """Give a client of a tenant."""
        base = f"http://127.0.0.1:{self.port}{ROOT}"
        return httpx.Client(base_url=base, headers=self.headers(tenant), timeout=60.0, trust_env=False)

    def raw(self, tenant: str, method: str, target: str, body: str = "") -> str:
        """Write a request as it goes over the wire."""
        sent = {**self.headers(tenant), "Host": f"127.0.0.1:{self.port}"}
        if body:
            sent |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
        lines = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        return f"{method} {ROOT}{target} HTTP/1.1\r\n{lines}\r\n{body}"


@contextmanager
def running(port: int) -> Iterator[Server]:
    """Start a server on a fresh store, and end it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tokens = {tenant: f"bench-token-of-{tenant}" for tenant in TENANTS}
        lines = [f"{tenant} read,write {token}" for tenant, token in tokens.items()]
        (folder / "tokens").write_text("\n".join(lines))
        options = ("--store", str(folder / "hub.db"), "--token-file", str(folder / "tokens"))
        process = subprocess.Popen(
            [sys.executable, "-m", "egiz.cli", "serve", "--city", "--port", str(port), *options],
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            stdout=subprocess.PIPE,
            text=True,
        )
        os.sched_setaffinity(process.pid, {max(os.sched_getaffinity(0))})
        try:
            assert process.stdout is not None
            process.stdout.readline()
            yield Server(process.pid, port, tokens, folder)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def entity(name: str, kind: str, number: float) -> dict[str, object]:
    """Make an entity of five attributes."""
    seen = {"observedAt": "2026-01-31T12:00:00Z"}
    return {
        "id": name,
        "type": kind,
        "pm25": {"type": "Property", "value": number, "unitCode": "GQ", **seen},
        "pm10": {"type": "Property", "value": number + 9.5, "unitCode": "GQ", **seen},
        "temperature": {"type": "Property", "value": number - 20.5, "unitCode": "CEL", **seen},
        "status": {"type": "Property", "value": "measured and checked by hand", **seen},
        "location": {
            "type": "GeoProperty",
            "value": {"type": "Point", "coordinates": [71.4 + number / 1000, 51.1 + number / 1000]},
        },
    }


def name_of(kind: str, number: int) -> str:
    """Name an entity."""
    return f"urn:ngsi-ld:{kind}:{number:04d}"


def filled(server: Server) -> int:
    """Give each tenant its entities, and one a history of ten thousand points; tell the length of a page."""
    for tenant in TENANTS:
        with server.client(tenant) as client:
            for kind in TYPES:
                every = [entity(name_of(kind, number), kind, number) for number in range(ENTITIES)]
                client.post("/entityOperations/create", json=every).raise_for_status()
            page = client.get("/entities", params={"type": TYPES[0], "limit": LIMIT})
            page.raise_for_status()
    with server.client(TENANTS[0]) as client:
        for first in range(0, POINTS, CHUNK):
            points = [_point(number) for number in range(first, first + CHUNK)]
            body = {"id": "urn:ngsi-ld:Series:1", "type": "Series", "level": points}
            client.post("/temporal/entities", json=body).raise_for_status()
    return len(page.content)


def _point(number: int) -> dict[str, object]:
    """Make one instance of a series."""
    seen = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(BEGINNING + number * 10))
    return {"type": "Property", "value": number % 97 + 0.25, "observedAt": seen}


def requests(server: Server, what: str) -> list[str]:
    """Write the requests of one kind of load; @@@@@@@@ becomes a number that never comes twice."""
    if what == "query":
        asked = [f"{kind}&limit={LIMIT}&offset={at}" for kind in TYPES for at in range(ENTITIES - LIMIT + 1)]
        return [server.raw(tenant, "GET", f"/entities?type={one}") for tenant in TENANTS for one in asked]
    if what == "update":
        named = [name_of(kind, number) for kind in TYPES for number in range(ENTITIES)]
        places = [f"/entities/{one}/attrs/{name}" for one in named for name in NAMES]
        return [
            server.raw(tenant, "PATCH", place, json.dumps(_value(index)))
            for index, place in enumerate(places)
            for tenant in TENANTS
        ]
    if what == "create":
        made = [entity("urn:ngsi-ld:New:@@@@@@@@", kind, one) for kind in TYPES for one in range(ENTITIES)]
        return [server.raw(TENANTS[0], "POST", "/entities", json.dumps(one)) for one in made]
    every = [entity(f"urn:ngsi-ld:Many:@@@@@@@@:{number}", TYPES[0], number) for number in range(BATCH)]
    return [server.raw(TENANTS[1], "POST", "/entityOperations/create", json.dumps(every))]


def _value(index: int) -> dict[str, object]:
    """Make the new value of an attribute."""
    return {"type": "Property", "value": index % 89 + 0.5, "observedAt": "2026-01-31T13:00:00Z"}


def loaded(folder: Path, port: int, what: str, every: list[str], seconds: int) -> tuple[int, int]:
    """Load a server; tell how many requests were answered, and how many of them wrongly."""
    file, connections = folder / f"{what}.txt", SENDERS.get(what, CONNECTIONS)
    if shutil.which("wrk") is None:
        file.write_text("\0".join(every))
        command = [sys.executable, str(CLIENT), str(file), str(port), str(connections), str(seconds)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        done, faults, _ = map(int, told.split())
        return done, faults
    file.write_text("\n".join(one.replace("\r\n", "\\r\\n") for one in every))
    script = folder / f"{what}.lua"
    script.write_text(LUA % {"file": file})
    options = (f"-c{connections}", "-t1", f"-d{seconds}", "--timeout", "20", "-s", str(script))
    command = ["wrk", *options, f"http://127.0.0.1:{port}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"requests=(\d+) faults=(\d+)", told)
    assert found, told
    return int(found[1]), int(found[2])


@contextmanager
def updates(server: Server) -> Iterator[list[int]]:
    """Send updates by the clock meanwhile; what their client tells stands in the list at the end."""
    file = server.folder / "paced.txt"
    file.write_text("\0".join(requests(server, "update")))
    command = [sys.executable, str(CLIENT), str(file), str(server.port), str(CONNECTIONS), "3600", str(PACE)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    told: list[int] = []
    time.sleep(1.0)
    try:
        yield told
    finally:
        process.send_signal(signal.SIGTERM)
        text = process.communicate(timeout=30)[0]
        told += [int(one) for one in text.split()]


def rate(server: Server, what: str, seconds: int) -> float:
    """Measure one kind of load alone: what is done for a second of the server's processor time."""
    every = requests(server, what)
    before = server.seconds()
    done, faults = loaded(server.folder, server.port, what, every, seconds)
    server.settled()
    spent = server.seconds() - before
    each = BATCH if what == "batch" else 1
    if faults:
        print(f"{what}: {faults} of {done} were answered wrongly")
    return (done - faults) * each / spent


def questions(server: Server, seconds: int, update: float) -> tuple[float, float]:
    """Measure queries while updates go on: for all processor time, and for what updates leave of it.

    Parameters
    ----------
    server
        The server.
    seconds
        How long.
    update
        Updates for a second of processor time, measured apart.
    """
    every = requests(server, "query")
    with updates(server) as told:
        before, begun = server.seconds(), time.monotonic()
        done, faults = loaded(server.folder, server.port, "query", every, seconds)
        spent, took = server.seconds() - before, time.monotonic() - begun
    kept = told[0] / told[2] * 1000 * took
    print(
        f"query: {done} in {took:.1f} s, {faults} wrong; {spent:.2f} s of processor; beside them "
        f"{kept / took:.0f} updates a second, {told[1]} wrong"
    )
    return (done - faults) / spent, (done - faults) / (spent - kept / update)


def series(server: Server) -> float:
    """Measure one question for ten thousand points: processor time of the server [ms]."""
    asked = {"options": "temporalValues", "lastN": str(POINTS)}
    with server.client(TENANTS[0]) as client:
        before = server.seconds()
        for _ in range(ROUNDS):
            answer = client.get("/temporal/entities/urn:ngsi-ld:Series:1", params=asked)
        spent = server.seconds() - before
    got = len(answer.json()["level"]["values"])
    if got != POINTS:
        print(f"temporal: {got} points came instead of {POINTS}")
        return float("nan")
    return spent / ROUNDS * 1000


YARDSTICK = """
import asyncio, gc, sys
from granian.constants import Interfaces
from granian.server.embed import Server
async def page(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": body})
body = b"x" * int(sys.argv[2])
server = Server(
    page, "127.0.0.1", int(sys.argv[1]), interface=Interfaces.ASGINL, websockets=False, log_enabled=False
)
gc.freeze()
asyncio.run(server.serve())
"""
"""The bare server of HTTP with a constant page."""


def yardstick(folder: Path, port: int, length: int, seconds: int) -> float:
    """Measure the bare server of HTTP: constant pages for a second of its processor time."""
    process = subprocess.Popen([sys.executable, "-c", YARDSTICK, str(port), str(length)])
    os.sched_setaffinity(process.pid, {max(os.sched_getaffinity(0))})
    try:
        time.sleep(2.0)
        bare = Server(process.pid, port, {}, folder)
        before = bare.seconds()
        done, _ = loaded(folder, port, "bare", ["GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"], seconds)
        return done / (bare.seconds() - before)
    finally:
        process.kill()
        process.wait()


def main(port: str = "9110", seconds: str = "8") -> int:
    """Print what is reached beside its budgets."""
    if shutil.which("wrk") is None:
        print("wrk is not installed (Debian: apt-get install wrk): a client of Python takes its place")
    with running(int(port)) as server:
        length = filled(server)
        print(f"a page of {LIMIT} has {length:,} bytes")
        reached = {"update": rate(server, "update", int(seconds))}
        gross, reached["query"] = questions(server, int(seconds), reached["update"])
        print(f"query, the updates' share not taken off: {gross:,.0f}")
        bare = yardstick(server.folder, server.port + 1, length, int(seconds))
        print(f"the bare server, a constant page of that length: {bare:,.0f}")
        temporal = series(server)
        reached["create"] = rate(server, "create", int(seconds))
        reached["batch"] = rate(server, "batch", int(seconds))
    for name, budget in BUDGETS.items():
        mark = "held" if reached[name] >= budget else "BROKEN"
        print(f"{name:10} {reached[name]:10,.0f} for a second of processor   budget {budget:7,}   {mark}")
    held = temporal <= TEMPORAL
    mark = "held" if held else "BROKEN"
    print(f"{'points':10} {temporal:10.1f} ms for {POINTS:,} points        budget {TEMPORAL:7}   {mark}")
    return int(not held or any(reached[name] < budget for name, budget in BUDGETS.items()))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
