"""The table on the terminal."""

import pytest

from egiz.report.terminal import WIDTH, summary_lines
from egiz.report.words import LANGUAGES
from report.fixture import document


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_a_terminal(language: str) -> None:
    assert max(len(line) for line in summary_lines(document(), language)) <= WIDTH


def test_figures_stand_with_band_and_unit() -> None:
    lines = "\n".join(summary_lines(document(), "en"))
    assert "5,000 (3,000–10,000)  passengers a year" in lines
    assert "Agreed, but not studied yet: Ural fast railway" in lines
