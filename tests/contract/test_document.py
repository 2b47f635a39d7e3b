"""Documents that cannot drift: generated pages, links, the README, and nothing that names this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = {".py", ".md", ".toml", ".txt", ".csv", ".ftl", ".yaml", ".json", ".css", ".js", "", ".cfg"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout: which files belong to the project is not known")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "tools/generate_docs.py", "--check"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_readme_opens_with_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first = text.split("```")[1].splitlines()
    assert [line.split("#")[0].strip() for line in first[1:] if line] == ["make study", "make test"]


def test_links_in_documents_lead_somewhere() -> None:
    broken = []
    for page in (path for path in tracked() if path.suffix == ".md"):
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken


def test_nothing_names_a_registry_or_a_machine() -> None:
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb.debian" + ".org")
    folders = ("/" + "root/", "/" + "home/", "/" + "work/")
    found = []
    for path in tracked():
        if path.suffix in TEXT and path.stat().st_size < 3_000_000:
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [f"{path.relative_to(ROOT)}: {word}" for word in (*hosts, *folders) if word in text]
    assert not found


def test_no_file_is_too_large() -> None:
    large = [path for path in tracked() if path.stat().st_size > 3_000_000]
    assert not large
    shipped = sum(path.stat().st_size for path in tracked() if path.is_relative_to(ROOT / "src/egiz"))
    assert shipped < 12_000_000
