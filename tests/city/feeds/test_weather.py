"""Weather of Open-Meteo and METAR, and the air of OpenAQ; each quirk on bytes written here."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from egiz.city.feeds import metar, openaq
from egiz.city.feeds.open_meteo import parse_current, parse_hourly
from egiz.city.feeds.row import Context, FeedError, Parser, Row, Sensor, Spot

NOW = datetime(2026, 11, 24, 12, 10, tzinfo=UTC)
ASTANA, CHELYABINSK = Spot("Astana", 71.45, 51.18), Spot("Chelyabinsk", 61.4, 55.15)
ONE, TWO = Context(NOW, spots=(ASTANA,)), Context(NOW, spots=(ASTANA, CHELYABINSK))

HOURLY = {
    "latitude": 51.2,
    "longitude": 71.4375,
    "generationtime_ms": 0.05,
    "utc_offset_seconds": 0,
    "timezone": "GMT",
    "elevation": 349.0,
    "hourly_units": {"time": "iso8601", "temperature_2m": "°C", "wind_speed_10m": "km/h"},
    "hourly": {
        "time": ["2026-11-24T10:00", "2026-11-24T11:00", "2026-11-24T12:00", "2026-11-24T13:00"],
        "temperature_2m": [-11.5, None, -10.8, -10.1],
        "wind_speed_10m": [18.0, None, 21.6, 25.2],
    },
}
CURRENT = {
    "latitude": 51.2,
    "longitude": 71.4375,
    "utc_offset_seconds": 18000,
    "timezone": "Asia/Almaty",
    "current_units": {
        "time": "iso8601",
        "interval": "seconds",
        "temperature_2m": "°C",
        "surface_pressure": "hPa",
    },
    "current": {
        "time": "2026-11-24T17:00",
        "interval": 900,
        "temperature_2m": -10.9,
        "surface_pressure": 981.4,
    },
}


def body(of: object, **changes: object) -> bytes:
    whole = {**of, **changes} if isinstance(of, dict) else of
    return json.dumps(whole, ensure_ascii=False).encode()


def fault_of(parser: Parser, given: bytes, context: Context = ONE) -> tuple[str, str]:
    with pytest.raises(FeedError) as error:
        parser(given, context)
    return error.value.fault.key, str(error.value.fault.values["where"])


def test_hours_without_nulls_and_without_forecasts() -> None:
    rows = parse_hourly(body(HOURLY), ONE)
    assert [(row.at.hour, dict(row.values)) for row in rows] == [
        (10, {"temperature": -11.5, "wind_speed": 5.0}),
        (12, {"temperature": -10.8, "wind_speed": pytest.approx(6.0)}),
    ]
    assert {row.place for row in rows} == {(71.45, 51.18)}


def test_times_go_by_the_offset_of_the_body() -> None:
    assert parse_current(body(CURRENT), ONE)[0].at == datetime(2026, 11, 24, 12, tzinfo=UTC)
    before = body({**CURRENT, "utc_offset_seconds": 21600})
    assert parse_current(before, ONE)[0].at == datetime(2026, 11, 24, 11, tzinfo=UTC)


def test_times_may_be_seconds() -> None:
    units = {**CURRENT["current_units"], "time": "unixtime"}  # type: ignore[dict-item]
    current = {**CURRENT["current"], "time": 1795521600}  # type: ignore[dict-item]
    row = parse_current(body(CURRENT, current_units=units, current=current), ONE)[0]
    assert row.at == datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_two_places_come_in_the_order_asked() -> None:
    other = {**CURRENT, "latitude": 55.1, "longitude": 61.4}
    rows = parse_current(body([CURRENT, other]), TWO)
    assert [row.series for row in rows] == ["Astana", "Chelyabinsk"]
    assert fault_of(parse_current, body([other, CURRENT]), TWO)[0] == "feed-contradiction"
    assert fault_of(parse_current, body([CURRENT]), TWO) == ("feed-contradiction", "$")


def change(part: str, **members: object) -> bytes:
    return body(HOURLY, **{part: {**HOURLY[part], **members}})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (change("hourly_units", temperature_2m="°Ra"), ("feed-unit", "$.hourly_units.temperature_2m")),
        (body(HOURLY, utc_offset_seconds=None), ("feed-zone", "$.hourly.time[0]")),
        (change("hourly", temperature_2m=[1.0]), ("feed-contradiction", "$.hourly.temperature_2m")),
        (change("hourly", temperature_2m=["-11.5"] * 4), ("feed-number", "$.hourly.temperature_2m")),
        (change("hourly", time=["24.11.2026"] * 4), ("feed-date", "$.hourly.time[0]")),
        (body(HOURLY, hourly={"time": ["2026-11-24T10:00"]}), ("feed-missing", "$.hourly")),
        (body(HOURLY, hourly_units=None), ("feed-missing", "$")),
        (body({"error": True, "reason": "Daily limit exceeded"}), ("feed-refused", "$.error")),
        (body(HOURLY)[:-20], ("feed-broken", str(len(body(HOURLY)) - 20))),
        (b"<html><body>502</body></html>", ("feed-page", "0")),
        (b"[" * 100_000, ("feed-broken", "100000")),
        (b"42", ("feed-shape", "$")),
    ],
)
def test_a_changed_body_is_told(given: bytes, told: tuple[str, str]) -> None:
    assert fault_of(parse_hourly, given) == told


def test_fahrenheit_becomes_celsius() -> None:
    rows = parse_hourly(change("hourly_units", temperature_2m="°F"), ONE)
    assert rows[0].values["temperature"] == pytest.approx((-11.5 - 32) / 1.8)


def reports(text: str, now: datetime = NOW) -> tuple[Row, ...]:
    return metar.parse(text.encode(), Context(now, spots=(Spot("UACC", 71.467, 51.022),)))


def test_a_whole_report() -> None:
    row = reports("METAR UACC 241200Z 24006G12MPS 210V270 9999 -SN BKN020 M11/M13 Q1021 R22/590155 NOSIG=")[0]
    assert (row.series, row.at, row.place) == ("UACC", NOW.replace(minute=0), (71.467, 51.022))
    assert row.values == {
        "wind_direction": 240.0,
        "wind_speed": 6.0,
        "wind_gust": 12.0,
        "visibility": 10000.0,
        "temperature": -11.0,
        "dew_point": -13.0,
        "sea_pressure": 1021.0,
    }


def test_automatic_reports_with_slashes_and_missing_groups() -> None:
    row = reports("USCC 241130Z AUTO /////MPS //// // ////// M09/// Q////")[0]
    assert row.values == {"automatic": True, "temperature": -9.0}
    assert reports("METAR USCC 241130Z AUTO /////MPS //// ///// Q////") == ()
    assert reports("METAR USCC 241130Z NIL=") == ()


def test_a_correction_stands_whatever_the_order() -> None:
    first, second = (
        "METAR UACC 241200Z 24006MPS M11/M13 Q1021=",
        "METAR COR UACC 241200Z 24006MPS M12/M13 Q1021=",
    )
    for text in (first + second, second + "\n" + first):
        rows = reports(text)
        assert [row.values["temperature"] for row in rows] == [-12.0]
        assert rows[0].values["corrected"] is True


def test_units_and_calm_and_variable_wind() -> None:
    assert reports("UACC 241200Z VRB02KT CAVOK 05/M01 A3012")[0].values == {
        "wind_speed": pytest.approx(1.0289, abs=1e-4),
        "visibility": 10000.0,
        "temperature": 5.0,
        "dew_point": -1.0,
        "sea_pressure": pytest.approx(1019.98, abs=0.01),
    }
    assert reports("UACC 241200Z 00000KT CAVOK 05/M01 Q1012")[0].values["wind_speed"] == 0.0


def test_the_header_of_a_server_and_lines_that_go_on() -> None:
    text = "2026/11/24 12:00\nUACC 241200Z 24006MPS\n     9999 M11/M13 Q1021\n"
    assert reports(text)[0].values["sea_pressure"] == 1021.0


def test_groups_after_the_report_are_about_something_else() -> None:
    row = reports("UACC 241200Z 24006MPS 9999 M11/M13 Q1021 TEMPO 1000 24015MPS RMK QFE735")[0]
    assert (row.values["wind_speed"], row.values["visibility"]) == (6.0, 10000.0)


@pytest.mark.parametrize(
    ("group", "now", "at"),
    [
        ("302330Z", datetime(2026, 12, 1, 0, 5, tzinfo=UTC), datetime(2026, 11, 30, 23, 30, tzinfo=UTC)),
        ("010000Z", datetime(2026, 11, 30, 23, 58, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)),
        ("312330Z", datetime(2027, 1, 1, 0, 5, tzinfo=UTC), datetime(2026, 12, 31, 23, 30, tzinfo=UTC)),
        ("310000Z", datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 1, 31, tzinfo=UTC)),
    ],
)
def test_the_month_is_found(group: str, now: datetime, at: datetime) -> None:
    assert reports(f"UACC {group} 24006MPS M11/M13 Q1021", now)[0].at == at


@pytest.mark.parametrize(
    "text",
    [
        "METAR UACC 241200Z",
        "METAR UACC 2412",
        "METAR UACC",
        "METAR UACC 241200Z 2400",
        "METAR UACC 241200Z 24006MPS 9999 M11/M",
        "METAR UACC 241200Z 24006MPS 9999 M11/M13 Q10",
        "METAR UACC 241200Z 24006M",
    ],
)
def test_a_report_cut_short_is_told(text: str) -> None:
    assert fault_of(metar.parse, text.encode())[0] in {"feed-broken", "feed-date"}


@pytest.mark.parametrize("text", ["", "\n", "<html>", "METAR UACC 322560Z 24006MPS M11/M13 Q1021"])
def test_no_report_is_told(text: str) -> None:
    assert fault_of(metar.parse, text.encode())[0] in {"feed-empty", "feed-page", "feed-date"}


def measurement(value: float | None, unit: str = "µg/m³", flags: bool = False) -> dict[str, object]:
    return {
        "value": value,
        "flagInfo": {"hasFlags": flags},
        "parameter": {"id": 2, "name": "pm25", "units": unit, "displayName": None},
        "period": {
            "label": "raw",
            "interval": "01:00:00",
            "datetimeFrom": {"utc": "2026-11-24T10:00:00Z", "local": "2026-11-24T15:00:00+05:00"},
            "datetimeTo": {"utc": "2026-11-24T11:00:00Z", "local": "2026-11-24T16:00:00+05:00"},
        },
        "coordinates": None,
    }


LATEST = {
    "datetime": {"utc": "2026-11-24T11:00:00Z", "local": "2026-11-24T16:00:00+05:00"},
    "value": 61.5,
    "coordinates": {"latitude": 51.13, "longitude": 71.42},
    "sensorsId": 42,
    "locationsId": 7,
}


def air(*results: object, found: object = None, page: int = 1) -> bytes:
    meta = {"name": "openaq-api", "page": page, "limit": 2, "found": len(results) if found is None else found}
    return body({"meta": meta, "results": list(results)})


def test_measurements_stand_at_the_end_of_their_period() -> None:
    row = openaq.parse(air(measurement(61.5)), ONE)[0]
    assert (row.series, row.at.hour, row.values) == ("Astana", 11, {"pm25": 61.5})


def test_latest_values_take_their_parameter_from_the_sensor() -> None:
    known = Context(NOW, sensors={42: Sensor("pm25", "µg/m³")})
    row = openaq.parse(air(LATEST), known)[0]
    assert (row.series, row.values, row.place) == ("7", {"pm25": 61.5}, (71.42, 51.13))
    assert fault_of(openaq.parse, air(LATEST))[0] == "feed-unknown"


def test_nulls_and_flagged_values_are_left_out() -> None:
    rows = openaq.parse(air(measurement(None), measurement(900.0, flags=True)), ONE)
    assert [dict(row.values) for row in rows] == [{}, {}]
    assert [fault.key for fault in rows[1].notes] == ["feed-flagged"]


def test_units_of_air_are_never_guessed() -> None:
    assert fault_of(openaq.parse, air(measurement(0.03, "ppm")))[0] == "feed-unit"
    assert openaq.parse(air(measurement(0.06, "mg/m³")), ONE)[0].values["pm25"] == pytest.approx(60.0)


@pytest.mark.parametrize(
    ("found", "page", "results", "following"),
    [(2, 1, 2, None), (3, 1, 2, 2), (">1000", 1, 2, 2), (">1000", 9, 1, None), (3, 2, 1, None)],
)
def test_pages_go_on_while_there_is_more(
    found: object, page: int, results: int, following: int | None
) -> None:
    given = air(*[measurement(1.0)] * results, found=found, page=page)
    assert openaq.next_page(given) == following


def test_a_missing_key_is_told() -> None:
    refused = body({"detail": "Unauthorized. A valid API key must be provided"})
    assert fault_of(openaq.parse, refused) == ("feed-missing", "$")


def test_no_row_of_the_weather_lies_after_the_poll() -> None:
    later = Context(NOW + timedelta(hours=1), spots=(ASTANA,))
    assert len(parse_hourly(body(HOURLY), later)) == 3
