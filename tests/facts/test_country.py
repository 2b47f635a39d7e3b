"""Countries by code and name, their people and product."""

import pytest

from egiz.errors import InputError
from egiz.facts.country import countries, country_code, find_country


@pytest.mark.parametrize("text", ["KZ", "kaz", "Kazakhstan", "Казахстан", "Қазақстан"])
def test_a_country_by_any_of_its_names(text: str) -> None:
    assert find_country(text).code == "KZ"


@pytest.mark.parametrize(
    ("text", "code"), [("USA", "US"), ("АҚШ", "US"), ("UK", "GB"), ("Turkey", "TR"), ("Narnia", "")]
)
def test_codes(text: str, code: str) -> None:
    assert country_code(text) == code


def test_no_such_country() -> None:
    with pytest.raises(InputError, match="unknown-country"):
        find_country("Narnia")


@pytest.mark.parametrize(
    ("code", "people", "product"),
    [("KAZ", 18_513_930, 181_665e6), ("RUS", 144_373_535, 1_699_876e6)],
)
def test_published_people_and_product(code: str, people: int, product: float) -> None:
    """World Bank figures of 2019, as Natural Earth prints them."""
    country = find_country(code)
    assert (country.people, country.product_usd, country.about) == (people, product, 2019)
    assert country.income_usd == pytest.approx(product / people)


def test_all_countries_hold_together() -> None:
    known = [country for country in countries().values() if country.product_usd is not None]
    assert len(countries()) >= 245
    assert len(known) >= 170
    for country in countries().values():
        assert set(country.names) == {"en", "ru", "kk"}
        assert country.people >= 0
    for country in known:
        assert country.income_usd is not None
        assert 100.0 < country.income_usd < 200_000.0
