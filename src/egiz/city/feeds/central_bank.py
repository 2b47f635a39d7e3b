"""Rates of the Bank of Russia: roubles for one unit of each currency."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from egiz.city.feeds.body import decimal_of, text_of, xml_of
from egiz.city.feeds.clock import day_of, midnight
from egiz.city.feeds.currency import code_of, once
from egiz.city.feeds.row import Context, FeedError, Row

ZONE = "Europe/Moscow"

ROUNDING = 1e-3
"""How far the rate of one unit may stand from the rate over the nominal, as a share."""


def parse(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read the rates of one day (``XML_daily``).

    Parameters
    ----------
    body
        XML, mostly in windows-1251: ``ValCurs`` with ``Date``, and a ``Valute`` a currency with ``CharCode``,
        ``Nominal``, ``Value`` (decimal comma) and, since 2023, ``VunitRate``.
    context
        Not needed.

    Returns
    -------
    tuple[Row, ...]
        Column ``rate`` [RUB a unit]. The day is the one that the body names: at a week-end that is an earlier
        one than was asked for. It begins at the midnight of Moscow.

    Raises
    ------
    FeedError
        The body is not what it was, or contradicts itself.
    """
    whole = xml_of(body, "ValCurs")
    day = whole.get("Date", "")
    if not day:
        raise FeedError("missing", "ValCurs", {"name": "Date"})
    at = midnight(day_of(day, "ValCurs/@Date"), ZONE)
    found = whole.findall("Valute")
    if not found:
        raise FeedError("missing", "ValCurs", {"name": "Valute"})
    return once(Row(code_of(code, "Valute/CharCode"), at, {"rate": rate}) for code, rate in map(_rate, found))


def _rate(valute: Element) -> tuple[str, float]:
    """Read one currency."""
    code = text_of(valute, "CharCode", "Valute")
    where = f"Valute[{code}]"
    value = decimal_of(text_of(valute, "Value", where), f"{where}/Value")
    nominal = decimal_of(text_of(valute, "Nominal", where), f"{where}/Nominal")
    if nominal <= 0.0:
        raise FeedError("number", f"{where}/Nominal", {"found": str(nominal)})
    rate = value / nominal
    given = valute.findtext("VunitRate")
    if given is not None:
        unit = decimal_of(given, f"{where}/VunitRate")
        if abs(unit - rate) > ROUNDING * abs(rate):
            raise FeedError("contradiction", where, {"one": str(rate), "other": str(unit)})
    return code, rate
