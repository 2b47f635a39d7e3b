"""Compiled loops: kept code is read by a later process, and made anew when what it was made of changes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
INNER = """
from egiz.engines.loop import compiled

@compiled
def inner(number):
    return number + {}
"""
OUTER = """
import sys
import numpy as np
from egiz.engines.loop import compiled
from inner_kernel import inner

@compiled
def outer(numbers):
    found = np.zeros(numbers.shape[0])
    for place in range(numbers.shape[0]):
        found[place] = inner(numbers[place])
    return found

print(*outer(np.arange(3.0)), *outer.stats.cache_hits.values(), "numba.np.arraymath" in sys.modules)
"""


def answered(folder: Path) -> str:
    """What the outer loop says in a new process."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(SOURCE), str(folder))),
        "NUMBA_CACHE_DIR": str(folder / "kept"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    line = [sys.executable, "-c", "import outer_kernel"]
    done = subprocess.run(line, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_kept_code_answers_alike_without_the_compiler_and_follows_its_files(tmp_path: Path) -> None:
    (tmp_path / "inner_kernel.py").write_text(INNER.format("1.0"), encoding="utf-8")
    (tmp_path / "outer_kernel.py").write_text(OUTER, encoding="utf-8")
    assert answered(tmp_path) == "1.0 2.0 3.0 True"
    assert answered(tmp_path) == "1.0 2.0 3.0 1 False"
    (tmp_path / "inner_kernel.py").write_text(INNER.format("10.0"), encoding="utf-8")
    assert answered(tmp_path) == "10.0 11.0 12.0 True"
