"""A few rounds of kill -9 while messages go out; bench/outbox_crash.py runs a thousand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_no_message_is_lost_by_kill() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, str(ROOT / "bench" / "outbox_crash.py"), "8", "3"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = re.fullmatch(
        r"8 rounds of kill -9: (\d+) messages acknowledged, (\d+) received, (\d+) of them again, 0 faults\n",
        done.stdout,
    )
    assert told
    assert int(told[1]) > 0
    assert int(told[2]) >= int(told[1])
