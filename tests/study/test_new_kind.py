"""A second kind, known only here: it needs no change outside its own folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import egiz_fair
import numpy as np
import pytest

from egiz.report import document as doc
from egiz.report.build import document
from egiz.report.export import write_study
from egiz.report.telling import due
from egiz.study.catalogue import kind_names
from egiz.study.open import Opened
from egiz.study.run import Run
from egiz.world.place import LANGUAGES
from study.conftest import worked

Open = Callable[..., Opened]
FILES = {"study.json", "report.html", "study.xlsx", "map.gpkg", "sources.csv", "timetable.zip"}


@pytest.fixture
def as_agreed(fairs: Open) -> Run:
    return worked(fairs()).runs[0]


def test_the_kind_comes_in_by_its_entry_point() -> None:
    assert {"air_route", "fair"} <= set(kind_names())


def test_two_proposals_of_one_kind_never_share_a_stream(as_agreed: Run) -> None:
    ledger = as_agreed.ledger
    spring = ledger.value("spring-fair.share_flying")
    autumn = ledger.value("autumn-fair.share_flying")
    assert abs(np.corrcoef(spring, autumn)[0, 1]) < 0.2
    one = np.sort(spring)
    assert np.allclose(one, np.sort(autumn), rtol=0.05)


def test_the_flight_takes_what_both_fairs_offer(as_agreed: Run) -> None:
    ledger = as_agreed.ledger
    brought = ledger.value("all.trips_brought")
    assert ledger.sheet.axes["trips_brought"] == ("spring-fair", "autumn-fair")
    assert brought.shape == (2, 500)
    assert np.array_equal(brought[0], ledger.value("spring-fair.trips"))
    own = ledger.value("direct-flight.trips_willing") - brought.sum(axis=0)
    assert (own > 0.0).all()


def test_nobody_offering_is_no_fault(fairs: Open) -> None:
    alone = Opened(fairs().case, ())
    flight = alone.case.agreement.proposals[:1]
    from dataclasses import replace

    agreement = replace(alone.case.agreement, proposals=flight)
    run = worked(Opened(replace(alone.case, agreement=agreement), ())).runs[0]
    assert run.ledger.value("all.trips_brought").shape == (0, 500)
    assert np.isfinite(run.ledger.value("direct-flight.yearly_passengers")).all()


def test_series_over_years_and_options(as_agreed: Run) -> None:
    ledger = as_agreed.ledger
    years = ledger.ranges("autumn-fair.visitors_by_year")
    assert [figure.at for figure in years] == [("1",), ("2",), ("3",)]
    assert years[0].middle < years[1].middle < years[2].middle
    halls = {figure.at[0]: figure.middle for figure in ledger.ranges("spring-fair.hall_cost")}
    assert halls["small"] < halls["large"]


def test_a_design_lever_runs_only_the_engine_it_touches(fairs: Open) -> None:
    egiz_fair.runs.clear()
    study = worked(fairs("crowd", "longer"))
    assert egiz_fair.runs == ["long", "short", "long"]
    agreed, crowd, longer = (run.ledger for run in study.runs)
    assert crowd.range("spring-fair.trips").middle > agreed.range("spring-fair.trips").middle
    assert longer.range("autumn-fair.hall_cost", ("small",)).middle > (
        agreed.range("autumn-fair.hall_cost", ("small",)).middle
    )


def test_scenarios_stay_paired(fairs: Open) -> None:
    study = worked(fairs("dear-fuel"))
    agreed, dear = (run.ledger for run in study.runs)
    difference = dear.against(agreed, "direct-flight.sector_cost_by_aircraft", ("CRJ200",))
    assert difference.low > 0.0
    assert np.array_equal(agreed.value("market.air_trips"), dear.value("market.air_trips"))


def test_a_study_of_the_kind_is_told_and_written_in_all_scenarios(fairs: Open, tmp_path: Path) -> None:
    told = document(worked(fairs("crowd", "longer", "dear-fuel")))
    assert len(told.results) == 4
    for result in told.results:
        for answer in result.answers[1:]:
            figures = {(item.key, item.at) for item in answer.figures}
            assert [promise.at for promise in answer.promises] == [("3",)]
            assert {(promise.key, promise.at) for promise in answer.promises} <= figures
    signed = {
        (item.figure, item.key): item.strength for one in told.results[0].answers for item in one.drivers
    }
    asked = told.next_to_find_out
    assert [item.strength for item in asked] == [signed[item.figure, item.key] for item in asked]
    assert [abs(item.strength) for item in asked] == sorted((abs(i.strength) for i in asked), reverse=True)
    for language in LANGUAGES:
        folder = Path(write_study(told, str(tmp_path / language), language))
        assert {path.name for path in folder.iterdir() if path.stat().st_size > 0} == FILES


def test_the_timetable_told_is_that_of_the_design(fairs: Open) -> None:
    told = document(worked(fairs()))
    weeks = {one.proposal: one for one in told.timetables if one.mode == "bus"}
    assert [len(weeks[fair].departures) for fair in ("spring-fair", "autumn-fair")] == [2, 1]
    assert weeks["spring-fair"].stops[0].zone == "Asia/Almaty"
    (flight,) = {one.labels for one in told.timetables if one.mode == "air"}
    chosen = next(
        item for item in told.results[0].answers[0].figures if item.key == "direct-flight.aircraft_type"
    )
    assert isinstance(chosen, doc.Choice)
    assert flight == (max(chosen.options, key=lambda option: option.share).id, "3")
    assert "timetable.zip" in told.files


def test_the_kind_says_what_is_drawn(fairs: Open, tmp_path: Path) -> None:
    told = document(worked(fairs()))
    (spring,) = (answer for answer in told.results[0].answers if answer.proposal == "spring-fair")
    assert [(chart.form, chart.title.ru) for chart in spring.charts] == [
        ("columns", "Посетители по годам"),
        ("bars", "Сколько стоит каждый зал"),
    ]
    drawn = [item.at for item in spring.figures if item.key == "spring-fair.hall_cost"]
    assert drawn == [("small",), ("large",)]
    page = (Path(write_study(told, str(tmp_path), "en")) / "report.html").read_text()
    assert page.count("<caption>Visitors over the years</caption>") == 2
    assert page.count("<caption>What each hall costs<") == 2


@pytest.mark.parametrize(
    ("labels", "years", "label"),
    [
        (("1", "2", "3"), 2.5, "2"),
        (("1", "2", "3"), 9.0, "3"),
        (("1", "2"), 0.5, "1"),
        (("small", "large"), 1.0, "large"),
    ],
)
def test_a_promise_is_read_where_it_is_due(labels: tuple[str, ...], years: float, label: str) -> None:
    assert due(labels, years) == label
