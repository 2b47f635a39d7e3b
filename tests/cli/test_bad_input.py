"""Bad input: what is wrong, where, and the mend; every fault at once; exit code 2; never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egiz.cli import main

GOOD = """\
agreement: two-cities
title: Two cities
date: 2017-07
pair: [Astana, Chelyabinsk]
proposals:
  - id: direct-flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {weekly_flights: 3}
"""


def egiz(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def refused(result: Result, *said: str) -> str:
    """The command ended with 2, wrote nothing on standard output, and told each of these."""
    assert result.exit_code == 2, result.output
    assert not result.stdout
    assert "Traceback" not in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)
    for part in said:
        assert part in result.stderr, result.stderr
    return result.stderr


def written(folder: Path, text: str | bytes) -> str:
    path = folder / "agreement.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_an_unknown_city_with_its_neighbours_in_spelling(tmp_path: Path) -> None:
    said = refused(egiz("check", written(tmp_path, GOOD.replace("Chelyabinsk", "Chelyabynsk"))))
    assert "4:16" in said
    assert "Chelyabinsk" in said


def test_a_city_without_a_number_of_people(tmp_path: Path) -> None:
    found = refused(egiz("check", written(tmp_path, GOOD.replace("Chelyabinsk", "Ngerulmud"))), "4:16")
    assert "no number of people" in found


def test_the_same_city_twice_under_two_names(tmp_path: Path) -> None:
    refused(egiz("check", written(tmp_path, GOOD.replace("Chelyabinsk", "Астана"))), "4:16", "two different")
    refused(egiz("new", "Astana", "Nur-Sultan"), "two different")


def test_every_fault_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("Astana", "Astanna").replace("weekly_flights: 3", "weekly_flights: -3, wings: two")
    path = written(tmp_path, text)
    said = refused(egiz("run", path, "--draws", "0", "--as-of", "yesterday", "--scenario", "dayly"))
    for part in ("Astanna", "4:8", "-3", "wings", "10:", "yesterday", "dayly", "draws"):
        assert part in said
    assert said.count("\n") >= 7


def test_a_slip_in_a_scenario_hides_no_other(tmp_path: Path) -> None:
    scenario = (
        "scenarios: [{name: s, title: S, author: A, reason: R, terms: {direct-flght: {weekly_flights: 7}}}]\n"
    )
    text = GOOD.replace("weekly_flights: 3", "weekly_flights: many, aircraft: an225") + scenario
    text = text.replace("[Astana, Chelyabinsk]", "[Astana, astana]")
    said = refused(egiz("check", written(tmp_path, text)), "many", "CRJ200", "direct-flight?")
    assert said.count("two different") == 1


def test_a_fault_shows_the_line_it_speaks_of(tmp_path: Path) -> None:
    said = refused(
        egiz("check", written(tmp_path, GOOD.replace("weekly_flights: 3", "weekly_flights: many")))
    )
    assert "        terms: {weekly_flights: many}" in said.splitlines()


def test_a_kind_that_is_nearly_one(tmp_path: Path) -> None:
    refused(egiz("check", written(tmp_path, GOOD.replace("air_route", "air_rout"))), "7:11", "air_route")


@pytest.mark.parametrize(
    ("old", "new", "spot", "said"),
    [
        ("weekly_flights: 3", "weekly_flights: three", "10:29", "number"),
        ("weekly_flights: 3", "weekly_flights: 1.5", "10:29", "whole"),
        ("weekly_flights: 3", "weekly_flights: 1000000", "10:29", "70"),
        ("weekly_flights: 3", "weekly_flights: {low: 4, high: 2}", "10:29", "low"),
        ("weekly_flights: 3", "weekly_flight: 3", "10:28", "weekly_flights"),
        ("weekly_flights: 3", "weekly_flights: .nan", "10:29", "finite"),
        ("weekly_flights: 3", "weekly_flights: 3, aircraft: Concorde", "10:42", "CRJ200"),
        ("date: 2017-07", "date: July 2017", "3:7", "2017-07-05"),
        ("title: Two", "titel: Two", "2:1", "title"),
        ("pair: [Astana, Chelyabinsk]", "pair: Astana", "4:7", "pair"),
        ("id: direct-flight", "id: Direct Flight", "6:9", "Direct Flight"),
    ],
)
def test_a_fault_has_its_line_and_column(tmp_path: Path, old: str, new: str, spot: str, said: str) -> None:
    assert old in GOOD
    refused(egiz("check", written(tmp_path, GOOD.replace(old, new))), f"{spot}  ", said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "empty"),
        (b"   \n\n", "empty"),
        (b"a: [1, 2", "YAML"),
        (b"- a\n- b\n", "keys"),
        (b"a: &a\n  b: *a\n", "itself"),
        (b"a: &a [*a]\n", "itself"),
        ("agreement: \u0430".encode("utf-16"), "UTF-8"),
        ("title: Ас".encode("cp1251"), "UTF-8"),
        (b"a: 1\na: 2\n", "twice"),
        (b"a: \x00\n", "YAML"),
        (b"x: {a: {a\n", "YAML"),
        (b"[" * 3000, "1:1"),
    ],
)
def test_files_that_are_no_agreement(tmp_path: Path, text: bytes, said: str) -> None:
    refused(egiz("check", written(tmp_path, text)), said)


def test_a_file_that_unfolds_without_end(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    refused(egiz("check", written(tmp_path, "\n".join(lines))), "more than a study needs")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "astana-chelyabinks"), "astana-chelyabinsk"),
        (("run", "nowhere.yaml"), "nowhere.yaml"),
        (("run", "astana-chelyabinsk", "--draws", "0"), "100"),
        (("run", "astana-chelyabinsk", "--draws", "1000000000000"), "100"),
        (("run", "astana-chelyabinsk", "--draws", "ten"), "ten"),
        (("run", "astana-chelyabinsk", "--seed", "-1"), "-1"),
        (("run", "astana-chelyabinsk", "--draws", "1000", "--sobol"), "512"),
        (("run", "astana-chelyabinsk", "--as-of", "1999-01-01"), "1999-01-01"),
        (("run", "astana-chelyabinsk", "--as-of", "2017-13-01"), "2017-13-01"),
        (("run", "astana-chelyabinsk", "--scenario", "dayly"), "daily"),
        (("explain", "astana-chelyabinsk", "direct-flight.yearly_pasengers"), "yearly_passengers"),
        (("facts", "--source", "geoname"), "geonames"),
        (("new", "Xyzzyville", "Astana"), "Xyzzyville"),
        (("check", "astana-chelyabinsk", "--lang", "de"), "de"),
    ],
)
def test_commands_that_cannot_be_carried_out(words: tuple[str, ...], said: str) -> None:
    refused(egiz(*words), said)


def test_an_output_folder_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    refused(egiz("run", "astana-chelyabinsk", "--draws", "100", "--out", str(file / "below")), str(file))
    refused(egiz("new", "Osh", "Kashgar", "--out", str(file / "below")), str(file))
    assert file.read_text() == "not a folder"


def test_a_first_agreement_never_replaces_a_file(tmp_path: Path) -> None:
    assert egiz("new", "Osh", "Kashgar", "--out", str(tmp_path)).exit_code == 0
    refused(egiz("new", "Osh", "Kashgar", "--out", str(tmp_path)), "osh-kashgar.yaml")


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates()
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["agreement", "title", "date", "pair", "proposals", "scenarios", "odd"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(KEYS, TREES, max_size=7))
def test_broken_agreements_are_refused(tmp_path: Path, tree: dict[str, object]) -> None:
    from ruamel.yaml import YAML

    path = tmp_path / "agreement.yaml"
    with path.open("w", encoding="utf-8") as file:
        YAML().dump(tree, file)
    refused(egiz("check", str(path)), "agreement.yaml")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_good_agreement_with_one_thing_broken(tmp_path: Path, data: st.DataObject) -> None:
    lines = GOOD.splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    lines[place] = data.draw(st.text(max_size=12)) + lines[place][data.draw(st.integers(0, 4)) :]
    result = egiz("check", written(tmp_path, "\n".join(lines)))
    if result.exit_code != 0:
        refused(result)


@pytest.mark.parametrize(
    ("name", "mode", "bounds"),
    [
        ("market.nest_scale@air", 0.5, "between 1 and 20"),
        ("market.way_speed@train", 0, "between 1 and"),
        ("market.weekly_departures@Astana|Chelyabinsk|connection", -3, "0.1"),
        ("market.chance_offered@Astana|Chelyabinsk|bus", 1.2, "and 1"),
    ],
)
def test_a_scenario_sees_nothing_that_cannot_be(tmp_path: Path, name: str, mode: float, bounds: str) -> None:
    seen = f"{{name: {name}, mode: {mode}}}"
    scenario = f"scenarios: [{{name: s, title: S, author: A, reason: R, assumptions: [{seen}]}}]\n"
    path = written(tmp_path, GOOD + scenario)
    refused(egiz("run", path, "--scenario", "s", "--draws", "100"), name, bounds)
