"""Fetch a named package of PyPI, Debian or npm and open it in a folder.

Packages are asked for by name through the ordinary clients; nothing here knows where they are kept.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path


def from_pypi(name: str, version: str, folder: Path) -> Path:
    """Download one wheel, without what it depends on, and unpack it."""
    shelf = _made(folder / f"pypi-{name}")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "-d",
        str(shelf),
        f"{name}=={version}",
    ]
    subprocess.run(command, check=True)
    opened = _made(shelf / "open")
    with zipfile.ZipFile(next(shelf.glob("*.whl"))) as wheel:
        wheel.extractall(opened)
    return opened


def from_debian(name: str, version: str, folder: Path) -> Path:
    """Download one Debian package and unpack it, without installing it."""
    shelf = _made(folder / f"debian-{name}")
    subprocess.run(["apt-get", "-qq", "download", f"{name}={version}"], check=True, cwd=shelf)
    opened = _made(shelf / "open")
    subprocess.run(["dpkg", "-x", str(next(shelf.glob("*.deb"))), str(opened)], check=True)
    return opened


def from_npm(name: str, version: str, folder: Path) -> Path:
    """Download one npm package and unpack it, without installing it."""
    shelf = _made(folder / f"npm-{name}")
    subprocess.run(
        ["npm", "pack", "-s", f"{name}@{version}"], check=True, cwd=shelf, stdout=subprocess.DEVNULL
    )
    opened = _made(shelf / "open")
    with tarfile.open(next(shelf.glob("*.tgz"))) as package:
        package.extractall(opened, filter="data")
    return opened


def _made(folder: Path) -> Path:
    """Make a folder where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder
