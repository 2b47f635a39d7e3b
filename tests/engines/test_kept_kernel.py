"""Where compiled loops are kept: beside the package, else in the user's cache folder, else nowhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import egiz

PARTS = ("__init__.py", "errors.py", "engines", "world")
SCRIPT = """
import numpy as np
from egiz.engines.journeys.kernel import group
import egiz.engines.rotation.kernel
first, numbers = group(np.array([1, 0, 1], np.int32), np.ones(3, bool), 2)
print(first.tolist(), numbers.tolist())
"""
ANSWER = "[0, 1, 3] [1, 0, 2]"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with a copy of the engines beside which nothing can be kept, not even by the superuser.

    Files stand where numba and Python would make folders.
    """
    source, target = Path(egiz.__file__).parent, tmp_path / "package" / "egiz"
    target.mkdir(parents=True)
    for part in PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source / part, target / part)
    for folder in (target, *(one for one in target.rglob("*") if one.is_dir())):
        (folder / "__pycache__").touch()
    return tmp_path / "package"


def asked(package: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Ask the copy in a new process whose user has a home."""
    own = {name: text for name, text in os.environ.items() if not name.startswith(("NUMBA_", "XDG_"))}
    environment = {**own, "HOME": str(home), "PYTHONPATH": str(package), "LOCALAPPDATA": str(home)}
    command = [sys.executable, "-c", SCRIPT]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def kept(folder: Path) -> list[str]:
    return [one.name for one in folder.rglob("*.nbi")]


def test_nowhere_to_write(package: Path, tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    found = asked(package, tmp_path / "home")
    assert found.returncode == 0, found.stderr
    assert found.stdout.strip() == ANSWER
    assert not found.stderr
    assert not kept(tmp_path)


def test_the_cache_folder_of_the_user(package: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    found = asked(package, home)
    assert found.returncode == 0, found.stderr
    assert found.stdout.strip() == ANSWER
    assert any(name.startswith("kernel.group") for name in kept(home))
    assert not kept(package)
