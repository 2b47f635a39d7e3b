"""Names that fall back, and incomes a head."""

from egiz.world.place import Country, Name, name_of


def test_a_name_falls_back_and_says_so() -> None:
    names = {"en": "Kurgan", "ru": "Курган"}
    assert name_of(names, "kk") == Name("Курган", "ru")
    assert name_of(names, "ru") == Name("Курган", "ru")
    assert name_of({"en": "Elsewhere"}, "kk") == Name("Elsewhere", "en")
    assert name_of(names, "de") == Name("Kurgan", "en")


def test_income_is_product_a_head() -> None:
    known = Country("XX", "XXX", {"en": "Somewhere"}, "USD", 2_000_000, 1e10, 2019)
    assert known.income_usd == 5000.0
    assert known.name == "Somewhere"
    assert Country("XY", "XXY", {"en": "Nowhere"}, "", 10, None, None).income_usd is None
