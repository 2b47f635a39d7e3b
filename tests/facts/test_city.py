"""Cities are found by the names people give them."""

from time import perf_counter

import pytest

from egiz.errors import InputError
from egiz.facts.city import cities, cities_near, city_by_id, city_columns, find_city, nearest_names
from egiz.world.place import Name
from egiz.world.spelling import fold
from egiz.world.sphere import between_km

ASTANA, CHELYABINSK, OSH, KASHGAR = 1526273, 1508291, 1527534, 1280849


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Astana", ASTANA),
        ("  астана ", ASTANA),
        ("Нур-Султан", ASTANA),
        ("Nur Sultan", ASTANA),
        ("Tselinograd, KZ", ASTANA),
        ("Chelyabinsk", CHELYABINSK),
        ("Челябинск, Россия", CHELYABINSK),
        ("Челябі", CHELYABINSK),
        ("Osh", OSH),
        ("Ош", OSH),
        ("Osh, KG", OSH),
        ("Kashgar", KASHGAR),
        ("Kashi, China", KASHGAR),
        ("Washington, D.C.", 4140963),
        ("Springfield", 4409896),
        ("Springfield, US", 4409896),
        ("Springfield, Illinois", 4250542),
        ("Springfield, IL, USA", 4250542),
        ("Paris", 2988507),
        ("Paris, Texas", 4717560),
        ("Алма-Ата", 1526384),
        ("Свердловск", 1486209),
        ("Омбы", 1496153),
    ],
)
def test_names_of_many_kinds(text: str, number: int) -> None:
    assert find_city(text).id == number


def test_the_country_may_be_given_apart() -> None:
    assert find_city("London", "CA").country == "CA"
    assert find_city("London").country == "GB"


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("Astanna", "Astana"), ("Chelyabnsk", "Chelyabinsk"), ("Челябнск", "Челябинск"), ("Oshh", "Osh")],
)
def test_an_unknown_city_names_the_nearest_spelling(text: str, nearest: str) -> None:
    start = perf_counter()
    with pytest.raises(InputError) as error:
        find_city(text)
    (fault,) = error.value.faults
    assert fault.key == "unknown-city"
    assert fault.values["name"] == text
    assert str(fault.values["nearest"]).split(", ")[0] == nearest
    assert len(str(fault.values["nearest"]).split(", ")) <= 3
    assert perf_counter() - start < 1.5


@pytest.mark.parametrize(
    "text", ["", "   ", ",", "Astana, Atlantis", "Astana, RU", "x" * 5000, "\x00", "阿斯"]
)
def test_what_names_no_city_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="unknown-city"):
        find_city(text)


def test_a_city_with_everything_known() -> None:
    city = find_city("Chelyabinsk")
    assert (city.country, city.zone, city.admin.code) == ("RU", "Asia/Yekaterinburg", "RU.13")
    assert city.latitude == pytest.approx(55.16, abs=0.05)
    assert city.longitude == pytest.approx(61.43, abs=0.05)
    assert 1_000_000 < city.people < 1_400_000
    assert city.named("ru") == Name("Челябинск", "ru")


def test_all_cities_are_there_once() -> None:
    everything = cities()
    assert len(everything) == len({city.id for city in everything}) == 34_006
    assert [city.people for city in everything] == sorted((city.people for city in everything), reverse=True)
    assert len(cities("KZ")) == 84
    for city in everything:
        assert -90.0 <= city.latitude <= 90.0
        assert -180.0 <= city.longitude <= 180.0
        assert city.name
        assert city.zone


def test_every_city_is_found_by_its_own_name_and_country() -> None:
    """The largest of its name within a country is the one found."""
    first: dict[tuple[str, str], int] = {}
    for city in cities():
        first.setdefault((fold(city.name), city.country), city.id)
    for (name, country), number in list(first.items())[::37]:
        found = find_city(name, country)
        assert found.people >= city_by_id(number).people


def test_cyrillic_texts_get_cyrillic_proposals() -> None:
    assert nearest_names("Екатеринбурк")[0] == "Екатеринбург"
    assert nearest_names("Ekaterinburk")[0] == "Yekaterinburg"
    assert nearest_names("") == ()


def test_an_unknown_number_is_refused() -> None:
    with pytest.raises(InputError, match="unknown-city"):
        city_by_id(1)


def test_cities_near_a_point_are_those_of_the_whole_table() -> None:
    """Twin: columns of the table against its records."""
    sofia = find_city("Sofia")
    found = cities_near(sofia.latitude, sofia.longitude, 200.0)
    wanted = [city for city in cities() if between_km(city, sofia) <= 200.0]
    assert found[0].name == "Sofia"
    assert len(found) == pytest.approx(len(wanted), abs=2)
    assert [city.people for city in found] == sorted((city.people for city in found), reverse=True)
    latitude, longitude, people = city_columns()
    assert (latitude[0], longitude[0], people[0]) == (
        cities()[0].latitude,
        cities()[0].longitude,
        cities()[0].people,
    )
