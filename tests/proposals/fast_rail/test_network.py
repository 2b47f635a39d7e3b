"""How a line and its ways on are named."""

from __future__ import annotations

from egiz.facts.city import find_city
from egiz.proposals.fast_rail.network import names_of, network_of
from egiz.proposals.kind import Terms
from egiz.report.document import Texts
from egiz.report.telling import Namer
from egiz.report.words import Words
from egiz.study.region import region_of
from egiz.world.pair import Pair

WAYS = {
    "line": ("Yekaterinburg", "Chelyabinsk"),
    "onward": ("Chelyabinsk", "Kostanay", "Astana"),
    "onward_other": ("Chelyabinsk", "Petropavl", "Kokshetau", "Astana"),
}


def names() -> dict[str, Texts]:
    places = {term: tuple(find_city(name) for name in row) for term, row in WAYS.items()}
    network = network_of(Terms({}, {"extent": "line"}, places), Pair(*map(region_of, places["line"])))
    return {name: Texts(of["en"], of["ru"], of["kk"]) for name, of in names_of(network).items()}


def test_alternatives_are_named_by_their_cities() -> None:
    namer = Namer(Words.of(("egiz.report", "egiz.proposals.fast_rail")), names())
    assert namer.label("line-new-300").en == "Yekaterinburg – Chelyabinsk, new line, 300 km/h"
    assert namer.label("onward-new-250").en == "Yekaterinburg – Astana (Kostanay), new line, 250 km/h"
    other = namer.label("onward-other-upgrade-160")
    assert other.en == "Yekaterinburg – Astana (Petropavl, Kokshetau), today's line made faster, 160 km/h"
    assert other.ru.startswith("Екатеринбург – Астана (Петропавловск, Кокшетау), реконструкция")
    assert other.kk.startswith("Екатеринбург – Астана (Петропавл, Көкшетау), қолданыстағы желіні жаңғырту")
    assert namer.label("nothing").en == "nothing is built"


def test_without_names_of_their_own_they_keep_general_ones() -> None:
    namer = Namer(Words.of(("egiz.report", "egiz.proposals.fast_rail")), {})
    assert namer.label("line-new-300").en == "first line, new, 300 km/h"
