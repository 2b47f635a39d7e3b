"""Measure how long the files of a study take and how large they are: ``bench/report.py [AGREEMENT]``."""

from __future__ import annotations

import sys
from time import perf_counter

from egiz.report.build import document
from egiz.report.document import encode
from egiz.report.export import study_files
from egiz.study.asked import Asked, understood
from egiz.study.run import study

DRAWS = "10000"
LARGEST_PAGE = 1_500_000


def main(agreement: str = "astana-chelyabinsk") -> None:
    """Print seconds and bytes."""
    asked = understood(Asked(agreement, (), "", DRAWS, "1", False))
    start = perf_counter()
    result = study(asked.opened.case, asked.opened.scenarios, asked.plan, lambda _step, _scenario: None)
    ran = perf_counter()
    record = document(result)
    told = perf_counter()
    files = study_files(record, "en")
    written = perf_counter()
    print(f"run {ran - start:.2f} s, document {told - ran:.2f} s, files {written - told:.2f} s")
    for name, content in files.items():
        print(f"{name:14} {len(content):>10,} bytes")
    print(f"page against its budget: {len(files['report.html']) / LARGEST_PAGE:.2f}")
    print(f"same bytes again: {encode(document(result)) == files['study.json']}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
