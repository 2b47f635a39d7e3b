"""Rates of the National Bank of Kazakhstan: tenge for one unit of each currency."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from egiz.city.feeds.body import decimal_of, text_of, xml_of
from egiz.city.feeds.clock import day_of, midnight
from egiz.city.feeds.currency import code_of, once
from egiz.city.feeds.row import Context, FeedError, Row

ZONE = "Asia/Almaty"
"""The clock of Astana, its change of 2024-03-01 included."""


def parse_rates(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read the rates of one day (``get_rates``).

    Parameters
    ----------
    body
        XML: ``rates`` with ``date`` and one ``item`` a currency; an item holds ``title`` (the code),
        ``description`` (tenge for `quant` units) and ``quant``.
    context
        Not needed.

    Returns
    -------
    tuple[Row, ...]
        Column ``rate`` [KZT a unit], one row a currency, from the midnight of Astana that begins the day.

    Raises
    ------
    FeedError
        The body is not what it was.
    """
    whole = xml_of(body, "rates")
    day = text_of(whole, "date", "rates")
    return once(_row(item, day) for item in _items(whole, "rates"))


def parse_rss(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read the latest rates (``rates_all.xml``), each with a day of its own.

    Parameters
    ----------
    body
        RSS: ``rss/channel/item`` with ``title``, ``pubDate``, ``description`` and ``quant``.
    context
        Not needed.

    Returns
    -------
    tuple[Row, ...]
        As `parse_rates`.

    Raises
    ------
    FeedError
        The body is not what it was.
    """
    whole = xml_of(body, "rss")
    items = _items(whole, "rss/channel")
    return once(_row(item, text_of(item, "pubDate", "item/pubDate")) for item in items)


def _items(whole: Element, where: str) -> list[Element]:
    """Give the items, wherever they stand."""
    found = list(whole.iter("item"))
    if not found:
        raise FeedError("missing", where, {"name": "item"})
    return found


def _row(item: Element, day: str) -> Row:
    """Read one currency."""
    code = code_of(text_of(item, "title", "item"), "item/title")
    where = f"item[{code}]"
    rate = decimal_of(text_of(item, "description", where), f"{where}/description")
    nominal = decimal_of(text_of(item, "quant", where), f"{where}/quant")
    if nominal <= 0.0:
        raise FeedError("number", f"{where}/quant", {"found": str(nominal)})
    return Row(code, midnight(day_of(day, f"{where}/date"), ZONE), {"rate": rate / nominal})
