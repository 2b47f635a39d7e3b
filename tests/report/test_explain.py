"""The tree on a terminal, the list of facts, the word that an agreement is sound."""

import re

import pytest

from egiz.errors import InputError
from egiz.report.explain import MOST_LABELS, explained
from egiz.report.listing import every_fact, fact_lines
from egiz.world.place import LANGUAGES
from report.fixture import document


@pytest.mark.parametrize("language", LANGUAGES)
def test_tree_reaches_every_source(language: str) -> None:
    lines = "\n".join(explained(document(), "direct-flight.yearly_profit", language))
    for key in ("market.air_trips", "net_yield", "people@Astana", "fuel_price"):
        assert f"[{key}]" in lines
    assert "Statistics committee of Kazakhstan" in lines


def test_a_node_is_told_once() -> None:
    lines = explained(document(), "direct-flight.yearly_profit", "en")
    one = lines[: lines.index("")] if "" in lines else lines
    heads = [line for line in one if "[direct-flight.sectors]" in line]
    assert len(heads) > 1
    assert sum("explained above" not in line for line in heads) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_an_axis_are_few_and_short(language: str) -> None:
    lines = explained(document(), "direct-flight.sector_cost_components", language)
    first = lines[1 : next(number for number, line in enumerate(lines) if "  = " in line)]
    values = [line for line in first if re.search(r"\d–", line)]
    assert len(values) == MOST_LABELS
    assert any(line.strip().endswith("…") for line in first)
    assert all(len(line) < 60 for line in values)
    units = ("USD", "долл", "доллар")
    assert not [line for line in values if any(unit in line for unit in units)]


def test_no_line_is_endless() -> None:
    for key in document().results[0].nodes:
        assert max(map(len, explained(document(), key, "en"))) <= 110


def test_unknown_figure_names_near_ones() -> None:
    with pytest.raises(InputError) as caught:
        explained(document(), "yearly_passenger", "en")
    (fault,) = caught.value.faults
    assert fault.key == "unknown-figure"
    assert "direct-flight.yearly_passengers" in str(fault.values["nearest"])


def test_facts_are_listed_with_source_and_place() -> None:
    lines = fact_lines("", False, "en")
    assert len(lines) == len(every_fact().rows) + 1
    assert lines[-1] == f"{len(lines) - 1:,} facts"
    assert all(re.search(r"\.csv:\d+$", line) for line in lines[:-1])


def test_unverified_facts_are_those_of_memory() -> None:
    lines = fact_lines("", True, "en")[:-1]
    assert lines
    assert all("  memory  " in line for line in lines)


def test_unknown_source_is_a_fault() -> None:
    with pytest.raises(InputError) as caught:
        fact_lines("no-such-source", False, "en")
    assert caught.value.faults[0].key == "unknown-source"
