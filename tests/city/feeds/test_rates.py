"""Rates of both banks, each quirk on bytes written here in the real format."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from egiz.city.feeds.central_bank import parse as parse_russia
from egiz.city.feeds.national_bank import parse_rates, parse_rss
from egiz.city.feeds.row import Context, FeedError, Parser

CONTEXT = Context(datetime(2026, 11, 24, 12, tzinfo=UTC))


def item(code: str, rate: str, quant: str = "1", day: str = "") -> str:
    dated = f"<pubDate>{day}</pubDate>" if day else ""
    return (
        f"<item><fullname>ВАЛЮТА</fullname><title>{code}</title>{dated}<description>{rate}</description>"
        f"<quant>{quant}</quant><index>UP</index><change>+0.31</change></item>"
    )


def kazakhstan(*items: str, day: str = "24.11.2026") -> bytes:
    head = '<?xml version="1.0" encoding="utf-8"?>\n<rates><generator>Alternate</generator>'
    return f"{head}<title>Official rates</title><date>{day}</date>{''.join(items)}</rates>".encode()


def rss(*items: str) -> bytes:
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Курсы</title>'
    return f"{head}{''.join(items)}</channel></rss>".encode()


def valute(code: str, nominal: str, value: str, unit: str = "", name: str = "Доллар США") -> str:
    last = f"<VunitRate>{unit}</VunitRate>" if unit else ""
    return (
        f'<Valute ID="R01235"><NumCode>840</NumCode><CharCode>{code}</CharCode><Nominal>{nominal}</Nominal>'
        f"<Name>{name}</Name><Value>{value}</Value>{last}</Valute>"
    )


def russia(*valutes: str, day: str = "21.11.2026", encoding: str = "windows-1251") -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?><ValCurs Date="{day}" name="Foreign Currency Market">'
    return f"{head}{''.join(valutes)}</ValCurs>".encode(encoding)


def fault_of(parser: Parser, body: bytes) -> tuple[str, str]:
    with pytest.raises(FeedError) as error:
        parser(body, CONTEXT)
    return error.value.fault.key, str(error.value.fault.values["where"])


def test_tenge_for_one_unit_whatever_the_nominal() -> None:
    body = kazakhstan(item("USD", "519.42"), item("KRW", "35.27", "100"), item("UZS", "4.33", "100"))
    rates = {row.series: row.values["rate"] for row in parse_rates(body, CONTEXT)}
    assert rates == pytest.approx({"USD": 519.42, "KRW": 0.3527, "UZS": 0.0433})


@pytest.mark.parametrize("text", ["519.42", "519,42"])
def test_a_point_or_a_comma(text: str) -> None:
    assert parse_rates(kazakhstan(item("USD", text)), CONTEXT)[0].values["rate"] == 519.42


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        ("24.11.2026", datetime(2026, 11, 23, 19, tzinfo=UTC)),
        ("29.02.2024", datetime(2024, 2, 28, 18, tzinfo=UTC)),
        ("01.03.2024", datetime(2024, 2, 29, 19, tzinfo=UTC)),
    ],
)
def test_the_day_begins_by_the_clock_of_astana_of_that_day(day: str, moment: datetime) -> None:
    assert parse_rates(kazakhstan(item("RUB", "5.61"), day=day), CONTEXT)[0].at == moment


def test_items_of_the_rss_have_days_of_their_own() -> None:
    body = rss(item("USD", "519.42", day="24.11.2026"), item("EUR", "601.1", day="23.11.26"))
    rows = parse_rss(body, CONTEXT)
    assert [(row.series, row.at.day) for row in rows] == [("USD", 23), ("EUR", 22)]
    mail = rss(item("USD", "519.42", day="Tue, 24 Nov 2026 00:00:00 +0500"))
    assert parse_rss(mail, CONTEXT)[0].at == datetime(2026, 11, 23, 19, tzinfo=UTC)


def test_windows_1251_and_the_decimal_comma() -> None:
    body = russia(valute("USD", "1", "78,2345", "78,2345"), valute("KZT", "100", "15,0712", "0,150712"))
    assert "Доллар".encode("cp1251") in body
    rates = {row.series: row.values["rate"] for row in parse_russia(body, CONTEXT)}
    assert rates == pytest.approx({"USD": 78.2345, "KZT": 0.150712})


def test_the_same_in_another_declared_encoding() -> None:
    body = russia(valute("USD", "1", "78,2345"), encoding="utf-8")
    assert parse_russia(body, CONTEXT)[0].values["rate"] == 78.2345


def test_at_a_week_end_the_day_of_the_body_counts() -> None:
    sunday = Context(datetime(2026, 11, 22, 12, tzinfo=UTC))
    row = parse_russia(russia(valute("USD", "1", "78,2345"), day="21.11.2026"), sunday)[0]
    assert row.at == datetime(2026, 11, 20, 21, tzinfo=UTC)


def test_a_thousand_may_be_parted_by_a_space() -> None:
    body = russia(valute("XAU", "1", "10\u00a0234,50"))
    assert parse_russia(body, CONTEXT)[0].values["rate"] == 10234.5


PAGE = b"<!DOCTYPE html>\n<html><head><title>503 Service Unavailable</title></head><body>...</body></html>"
COMPLETE = kazakhstan(item("USD", "519.42"), item("EUR", "601.10"))


@pytest.mark.parametrize("parser", [parse_rates, parse_rss, parse_russia])
@pytest.mark.parametrize(
    ("body", "key"),
    [
        (PAGE, "feed-page"),
        (b"\xef\xbb\xbf  <HTML><BODY>", "feed-page"),
        (b"", "feed-empty"),
        (b" \r\n", "feed-empty"),
        (COMPLETE[:-30], "feed-broken"),
        (b'{"error": "moved"}', "feed-broken"),
        (b"<other/>", "feed-missing"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', "feed-unsafe"),
        ('<?xml version="1.0" encoding="utf-16"?><rates/>'.encode("utf-16"), "feed-unsafe"),
        (b'<?xml version="1.0" encoding="no-such"?><rates/>', "feed-encoding"),
    ],
)
def test_what_is_no_body_of_rates_is_told(parser: Parser, body: bytes, key: str) -> None:
    assert fault_of(parser, body)[0] == key


def test_every_cut_of_a_body_is_told() -> None:
    whole = russia(valute("USD", "1", "78,2345"), valute("EUR", "1", "90,1"))
    for end in range(len(whole)):
        assert fault_of(parse_russia, whole[:end])[0] in {"feed-broken", "feed-empty"}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (kazakhstan(), ("feed-missing", "rates")),
        (kazakhstan(item("USD", "-")), ("feed-number", "item[USD]/description")),
        (kazakhstan(item("USD", "nan")), ("feed-number", "item[USD]/description")),
        (kazakhstan(item("USD", "519.42", "0")), ("feed-number", "item[USD]/quant")),
        (kazakhstan(item("USD", "519.42").replace("<quant>1</quant>", "")), ("feed-missing", "item[USD]")),
        (kazakhstan(item("доллар", "519.42")), ("feed-code", "item/title")),
        (kazakhstan(item("USD", "1"), day="31.02.2026"), ("feed-date", "item[USD]/date")),
        (kazakhstan(item("USD", "519.42"), item("USD", "520")), ("feed-contradiction", "USD")),
    ],
)
def test_a_format_that_changed_is_told_with_its_place(body: bytes, told: tuple[str, str]) -> None:
    assert fault_of(parse_rates, body) == told


def test_a_nominal_that_no_longer_fits_the_rate_of_one_unit_is_told() -> None:
    body = russia(valute("KZT", "1", "15,0712", "0,150712"))
    assert fault_of(parse_russia, body) == ("feed-contradiction", "Valute[KZT]")


def test_the_same_currency_twice_counts_once() -> None:
    assert len(parse_rates(kazakhstan(item("USD", "519.42"), item("USD", "519.42")), CONTEXT)) == 1


def test_a_currency_that_is_missing_leaves_the_others() -> None:
    assert [row.series for row in parse_rates(kazakhstan(item("EUR", "601.1")), CONTEXT)] == ["EUR"]
