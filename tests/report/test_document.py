"""The document and its schema."""

from pathlib import Path

from egiz.report.schema import text

DOCS = Path(__file__).parents[2] / "docs"


def test_published_schema_is_that_of_the_records() -> None:
    assert (DOCS / "study.schema.json").read_text("utf-8") == text()
