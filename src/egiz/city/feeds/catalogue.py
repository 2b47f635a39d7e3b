"""Every parser by its name."""

from __future__ import annotations

from collections.abc import Mapping

from egiz.city.feeds import central_bank, device, flight, metar, national_bank, open_meteo, openaq, train
from egiz.city.feeds.row import Context, Parser, Row


def parse_vehicles(body: bytes, context: Context) -> tuple[Row, ...]:
    """See `egiz.city.feeds.transit.parse_vehicles`; protocol buffers are loaded when first needed."""
    from egiz.city.feeds import transit

    return transit.parse_vehicles(body, context)


def parse_trip_updates(body: bytes, context: Context) -> tuple[Row, ...]:
    """See `egiz.city.feeds.transit.parse_trip_updates`."""
    from egiz.city.feeds import transit

    return transit.parse_trip_updates(body, context)


PARSERS: Mapping[str, Parser] = {
    "kz-rates": national_bank.parse_rates,
    "kz-rates-rss": national_bank.parse_rss,
    "ru-rates": central_bank.parse,
    "weather-hourly": open_meteo.parse_hourly,
    "weather-now": open_meteo.parse_current,
    "metar": metar.parse,
    "air": openaq.parse,
    "vehicles": parse_vehicles,
    "trips": parse_trip_updates,
    "flights": flight.parse,
    "trains": train.parse,
    "device": device.parse,
}
"""The twelve parsers."""
