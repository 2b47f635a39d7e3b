"""A server in a process of its own, on loopback, ended by its own handle."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

SOURCE = Path(__file__).parents[2] / "src"
LONGEST = 60.0
"""No server, answer or end may take longer [s]."""


def command(*options: str) -> list[str]:
    return [sys.executable, "-m", "egiz.cli", "serve", *options]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCE)}


def ended(*options: str) -> subprocess.CompletedProcess[str]:
    """Run a server that is to end by itself."""
    return subprocess.run(
        command(*options), env=environment(), capture_output=True, text=True, timeout=LONGEST, check=False
    )


@contextmanager
def running(folder: Path, *options: str) -> Iterator[tuple[httpx.Client, subprocess.Popen[str]]]:
    """Start a server on a free port; give a client of it and its process."""
    given = ("--city", "--port", "0", "--store", str(folder / "city.db"), *options)
    process = subprocess.Popen(
        command(*given),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    guard = threading.Timer(LONGEST, process.kill)
    guard.start()
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+?:\d+", line)
        assert found, line
        with httpx.Client(base_url=found[0], timeout=LONGEST, trust_env=False) as client:
            yield client, process
    finally:
        guard.cancel()
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
        process.communicate(timeout=LONGEST)
