"""A small client that loads a server: ``client.py FILE PORT CONNECTIONS SECONDS [RATE]``.

It sends requests of a file (parted by NUL) over connections that stay open, as fast as they are answered, or
so many a second. At the end, or at SIGTERM, it prints how many were answered, how many of them wrongly, and
how long it took [ms].
"""

from __future__ import annotations

import asyncio
import itertools
import random
import re
import signal
import sys
import time
from pathlib import Path

GOOD = 400
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
MARK = b"@@@@@@@@"


class Load:
    """Requests of one run.

    Parameters
    ----------
    made
        The requests.
    connections
        How many are asked at once.
    rate
        Requests a second over all connections; 0: as fast as they are answered.
    """

    def __init__(self, made: list[bytes], connections: int, rate: float) -> None:
        self.made, self.connections, self.rate = made, connections, rate
        self.done = self.faults = 0
        self.ended = asyncio.Event()
        self._numbers = itertools.count()

    async def run(self, port: int, seconds: float) -> None:
        """Send until the time is over or somebody ends it."""
        tasks = [asyncio.create_task(self._connection(port, one)) for one in range(self.connections)]
        try:
            await asyncio.wait_for(self.ended.wait(), seconds)
        except TimeoutError:
            self.ended.set()
        await asyncio.gather(*tasks)

    async def _connection(self, port: int, index: int) -> None:
        """Send one request after the other."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        step = self.connections / self.rate if self.rate else 0.0
        due = time.monotonic() + step * index / self.connections
        while not self.ended.is_set():
            await asyncio.sleep(max(0.0, due - time.monotonic()) if step else 0.0)
            due += step
            number = b"%08d" % next(self._numbers)
            writer.write(random.choice(self.made).replace(MARK, number))
            head = await reader.readuntil(b"\r\n\r\n")
            length = LENGTH.search(head)
            await reader.readexactly(int(length[1]) if length else 0)
            self.done += 1
            self.faults += int(head.split(b" ", 2)[1]) >= GOOD
        writer.close()


async def _run(file: str, port: int, connections: int, seconds: float, rate: float) -> str:
    """Run one load, and tell of it."""
    load = Load(Path(file).read_bytes().split(b"\0"), connections, rate)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, load.ended.set)
    begun = time.monotonic()
    await load.run(port, seconds)
    return f"{load.done} {load.faults} {(time.monotonic() - begun) * 1000:.0f}"


def main(file: str, port: str, connections: str, seconds: str, rate: str = "0") -> str:
    """Run one load as the command line asks."""
    return asyncio.run(_run(file, int(port), int(connections), float(seconds), float(rate)))


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
