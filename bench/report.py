"""Measure how long the files of a study take and how large the page is: ``bench/report.py [AGREEMENT]``.

Exit code 1 where a budget is broken.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from egiz.report.build import document
from egiz.report.document import encode
from egiz.report.export import study_files
from egiz.study.asked import Asked, understood
from egiz.study.run import study

DRAWS = "10000"
LARGEST_PAGE = 3_000_000
"""Bytes of report.html, whatever kinds are studied."""
SLOWEST = {"document": 1.5, "files": 2.5}
"""Budgets [s]: from a study to what is told; from that to every file."""
ROUNDS = 3


def main(agreement: str = "astana-chelyabinsk") -> int:
    """Print times and sizes beside their budgets."""
    asked = understood(Asked(agreement, (), "", DRAWS, "1", False))
    result = study(asked.opened.case, asked.opened.scenarios, asked.plan, lambda _step, _scenario: None)
    told, written = [], []
    for _ in range(ROUNDS):
        start = perf_counter()
        record = document(result)
        middle = perf_counter()
        files = study_files(record, "en")
        told.append(middle - start)
        written.append(perf_counter() - middle)
    lines = [("document", min(told), SLOWEST["document"]), ("files", min(written), SLOWEST["files"])]
    for name, seconds, budget in lines:
        print(f"{name:14} {seconds:8.2f} s       budget {budget:5.1f} s  {_mark(seconds <= budget)}")
    for name, content in files.items():
        print(f"{name:14} {len(content):>10,} bytes")
    page = len(files["report.html"])
    print(f"page           {page / LARGEST_PAGE:8.2f} of its budget  {_mark(page <= LARGEST_PAGE)}")
    same = encode(document(result)) == files["study.json"]
    print(f"same bytes     {_mark(same)}")
    return int(not same or page > LARGEST_PAGE or any(seconds > budget for _, seconds, budget in lines))


def _mark(held: bool) -> str:
    return "held" if held else "BROKEN"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
