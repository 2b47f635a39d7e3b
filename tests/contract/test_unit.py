"""Every formula of every study means the unit that it declares; the exemptions are few and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract.dry_run import check_units, exemptions
from egiz.figures.sheet import Sheet
from egiz.study.agreement import AS_AGREED
from egiz.study.open import open_case
from egiz.study.prepare import prepare
from study.conftest import FAIRS

ROOT = Path(__file__).parents[2]
MOST_EXEMPT = 4


def sheet_of(name: str) -> Sheet:
    return prepare(open_case(name, (), None).case, AS_AGREED).joined.sheet


@pytest.fixture
def fairs(tmp_path: Path) -> str:
    (tmp_path / "fairs.yaml").write_text(FAIRS, encoding="utf-8")
    return str(tmp_path / "fairs.yaml")


@pytest.mark.parametrize("name", ["astana-chelyabinsk", str(ROOT / "examples" / "osh-kashgar.yaml"), "fairs"])
def test_formulas_mean_their_units(name: str, fairs: str, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = sheet_of(fairs if name == "fairs" else name)
    assert not check_units(sheet)
    told = exemptions(sheet)
    with capsys.disabled():
        print(f"\n{Path(name).stem}: exempt from the dry run: " + "; ".join(told))
    assert len(told) <= MOST_EXEMPT
