"""A few rounds of kill -9 under load; bench/crash.py runs a thousand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_nothing_acknowledged_is_lost_by_kill() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, str(ROOT / "bench" / "crash.py"), "8", "3"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = re.fullmatch(
        r"8 rounds of kill -9: (\d+) writes acknowledged, (\d+) deliveries sent, 0 faults\n", done.stdout
    )
    assert told
    assert int(told[1]) > 0
    assert int(told[2]) > 0
