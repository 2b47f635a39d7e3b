"""Vehicles, trips, flights, trains and devices; each quirk on bytes written here."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from google.transit import gtfs_realtime_pb2

from egiz.city.feeds import device, flight, train
from egiz.city.feeds.catalogue import PARSERS, parse_trip_updates, parse_vehicles
from egiz.city.feeds.row import Context, FeedError, Parser, Row

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CONTEXT = Context(
    NOW,
    zones={
        "NQZ": "Asia/Almaty",
        "CEK": "Asia/Yekaterinburg",
        "2700": "Asia/Almaty",
        "2040": "Asia/Yekaterinburg",
        "FRA": "Europe/Berlin",
    },
)
STAMP = int(NOW.timestamp())


def fault_of(parser: Parser, given: bytes) -> tuple[str, str]:
    with pytest.raises(FeedError) as error:
        parser(given, CONTEXT)
    return error.value.fault.key, str(error.value.fault.values["where"])


def message(timestamp: int = STAMP, version: str = "2.0") -> gtfs_realtime_pb2.FeedMessage:
    made = gtfs_realtime_pb2.FeedMessage()
    made.header.gtfs_realtime_version = version
    made.header.timestamp = timestamp
    return made


def add_vehicle(made: gtfs_realtime_pb2.FeedMessage, name: str, place: tuple[float, float]) -> None:
    entity = made.entity.add(id=f"v{name}")
    entity.vehicle.vehicle.id = name
    entity.vehicle.position.longitude, entity.vehicle.position.latitude = place
    entity.vehicle.position.speed = 8.5
    entity.vehicle.trip.route_id = "12"


def test_vehicles_take_the_time_of_the_message_if_they_have_none() -> None:
    made = message()
    add_vehicle(made, "a", (71.43, 51.13))
    add_vehicle(made, "b", (0.0, 0.0))
    made.entity[1].vehicle.timestamp = STAMP - 40
    made.entity.add(id="gone", is_deleted=True).vehicle.vehicle.id = "gone"
    first, second = parse_vehicles(made.SerializeToString(), CONTEXT)
    assert (first.series, first.at, first.values) == ("a", NOW, {"speed": 8.5, "route": "12"})
    assert first.place == pytest.approx((71.43, 51.13), abs=1e-5)
    assert (second.place, second.at.second) == (None, 20)


def test_the_delay_is_that_of_the_next_stop() -> None:
    made = message()
    update = made.entity.add(id="1").trip_update
    update.trip.trip_id, update.trip.route_id, update.trip.start_date = "t1", "12", "20261124"
    for stop, delay, time in (("s1", 30, STAMP - 600), ("s2", 95, STAMP + 60), ("s3", 20, STAMP + 300)):
        one = update.stop_time_update.add(stop_id=stop)
        one.arrival.delay, one.arrival.time = delay, time
    gone = made.entity.add(id="2").trip_update
    gone.trip.trip_id = "t2"
    gone.trip.schedule_relationship = gtfs_realtime_pb2.TripDescriptor.CANCELED
    late, cancelled = parse_trip_updates(made.SerializeToString(), CONTEXT)
    assert late.series == "t1@20261124"
    assert late.values == {"cancelled": False, "route": "12", "delay": 95.0, "stop": "s2"}
    assert cancelled.values == {"cancelled": True}


def test_messages_that_cannot_be_used_are_told() -> None:
    made = message()
    add_vehicle(made, "a", (71.43, 51.13))
    whole = made.SerializeToString()
    assert fault_of(parse_vehicles, whole[:-3])[0] == "feed-broken"
    assert fault_of(parse_vehicles, b"<html>503</html>")[0] == "feed-page"
    assert fault_of(parse_vehicles, b"")[0] == "feed-empty"
    assert fault_of(parse_vehicles, message(version="3.0").SerializeToString())[0] == "feed-version"
    assert fault_of(parse_vehicles, message(timestamp=0).SerializeToString())[0] == "feed-date"
    made.header.incrementality = gtfs_realtime_pb2.FeedHeader.DIFFERENTIAL
    assert fault_of(parse_vehicles, made.SerializeToString())[0] == "feed-version"


HEAD = "flight,from,to,scheduled_departure,actual_departure,status,passengers,load"


def flights(*lines: str, head: str = HEAD, encoding: str = "utf-8") -> bytes:
    return "\r\n".join((head, *lines, "")).encode(encoding)


def one(given: bytes) -> Row:
    (row,) = flight.parse(given, CONTEXT)
    return row


def test_local_times_go_by_the_airport() -> None:
    row = one(flights("KC 991,NQZ,CEK,2026-11-24T09:30,2026-11-24T10:05,departed,41,82.5"))
    assert row.series == "KC991@2026-11-24"
    assert row.values["scheduled_departure"] == "2026-11-24T04:30:00Z"
    assert row.values["departure_delay"] == 35.0
    assert (row.values["passengers"], row.values["load"]) == (41.0, 82.5)


def test_astana_changed_its_clock_on_2024_03_01() -> None:
    before = one(flights("KC991,NQZ,CEK,2024-02-29T09:30,,scheduled,,"))
    after = one(flights("KC991,NQZ,CEK,2024-03-01T09:30,,scheduled,,"))
    assert before.values["scheduled_departure"] == "2024-02-29T03:30:00Z"
    assert after.values["scheduled_departure"] == "2024-03-01T04:30:00Z"


def test_a_time_that_the_clock_showed_twice_or_never_is_left_out_and_noted() -> None:
    twice = one(flights("KC991,NQZ,CEK,2024-02-29T23:30,,scheduled,,"))
    assert [note.key for note in twice.notes] == ["feed-twice"]
    assert "scheduled_departure" not in twice.values
    never = one(flights("LH1,FRA,NQZ,2026-03-29T02:30,,scheduled,,"))
    assert [note.key for note in never.notes] == ["feed-twice"]
    told = one(flights("KC991,NQZ,CEK,2024-02-29T23:30+06:00,,scheduled,,"))
    assert told.values["scheduled_departure"] == "2024-02-29T17:30:00Z"


def test_a_table_from_a_russian_spreadsheet() -> None:
    head = HEAD.replace(",", ";") + ";note"
    line = "KC991;NQZ;CEK;2026-11-24T09:30;;Cancelled;0;82,5;погода"
    row = one(flights(line, head=head, encoding="cp1251"))
    assert (row.values["status"], row.values["load"]) == ("cancelled", 82.5)
    marked = b"\xef\xbb\xbf" + flights(line, head=head)
    assert one(marked).values["load"] == 82.5


def test_an_empty_table_has_no_flights() -> None:
    assert flight.parse(flights(), CONTEXT) == ()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (flights("KC991,NQZ,CEK,2026-11-24T09:30,,sched")[:-2], ("feed-broken", "2")),
        (flights("KC991,NQZ,CEK,2026-11-24T09:30,,sched,1,2"), ("feed-unknown", "line 2.status")),
        (flights("KC991,XXX,CEK,2026-11-24T09:30,,scheduled,1,2"), ("feed-unknown", "line 2.from")),
        (flights("KC991,NQZ,CEK,24.11.2026,,scheduled,1,2"), ("feed-date", "line 2.scheduled_departure")),
        (flights("KC991,NQZ,CEK,,,scheduled,1,2"), ("feed-missing", "line 2")),
        (flights("KC991,NQZ,CEK,2026-11-24T09:30,,scheduled,many,2"), ("feed-number", "line 2.passengers")),
        (flights(head=HEAD.replace("status", "state")), ("feed-missing", "1")),
        (b"<!doctype html><html>", ("feed-page", "0")),
    ],
)
def test_a_changed_table_is_told(given: bytes, told: tuple[str, str]) -> None:
    assert fault_of(flight.parse, given) == told


def board(*trains: object) -> bytes:
    return json.dumps({"trains": trains}).encode()


TRAIN = {
    "number": "147Ж",
    "from": "2700",
    "to": "2040",
    "scheduled_departure": "2026-11-24T10:00",
    "actual_departure": None,
    "scheduled_arrival": "2026-11-25T06:00+05:00",
    "actual_arrival": "2026-11-25T06:45",
    "status": "arrived",
}


def test_trains_with_nulls_and_both_forms_of_time() -> None:
    (row,) = train.parse(board(TRAIN), CONTEXT)
    assert row.series == "147Ж@2026-11-24"
    assert row.values["arrival_delay"] == 45.0
    assert "departure_delay" not in row.values
    assert train.parse(board(), CONTEXT) == ()


def test_a_changed_board_is_told() -> None:
    assert fault_of(train.parse, board({**TRAIN, "from": None})) == ("feed-missing", "$.trains[0]")
    assert fault_of(train.parse, board({**TRAIN, "number": 147})) == ("feed-shape", "$.trains[0].number")
    assert fault_of(train.parse, b'{"items": []}') == ("feed-missing", "$")
    assert fault_of(train.parse, board(TRAIN)[:-9])[0] == "feed-broken"


def push(**changes: object) -> bytes:
    whole = {"device": "air-12", "time": "2026-11-24T16:59:30+05:00", "values": {"pm25": 12.5, "co": None}}
    return json.dumps({**whole, **changes}).encode()


@pytest.mark.parametrize(
    "time", ["2026-11-24T16:59:30+05:00", "2026-11-24T11:59:30Z", STAMP - 30, (STAMP - 30) * 1000]
)
def test_a_device_tells_its_time_in_many_ways(time: object) -> None:
    (row,) = device.parse(push(time=time), CONTEXT)
    assert row.at == NOW.replace(hour=11, minute=59, second=30)
    assert (row.series, row.values) == ("air-12", {"pm25": 12.5})


def test_a_device_without_a_clock_or_with_a_backlog() -> None:
    assert device.parse(push(time=None), CONTEXT)[0].at == NOW
    backlog = b"[" + push() + b"," + push(time=STAMP) + b"]"
    assert len(device.parse(backlog, CONTEXT)) == 2
    moving = device.parse(push(longitude=71.4, latitude=51.1), CONTEXT)[0]
    assert moving.place == (71.4, 51.1)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (push(time="2026-11-24T16:59:30"), ("feed-zone", "$[0].time")),
        (push(time=0), ("feed-date", "$[0].time")),
        (push(time=True), ("feed-number", "$[0].time")),
        (push(device="../../etc"), ("feed-code", "$[0].device")),
        (push(device=12), ("feed-code", "$[0].device")),
        (push(values={"pm25": "12"}), ("feed-number", "$[0].values.pm25")),
        (push(values={"pm25": 10**400}), ("feed-number", "$[0].values.pm25")),
        (push(values={f"a{n}": 1 for n in range(101)}), ("feed-large", "$[0].values")),
        (push(longitude=71.4), ("feed-missing", "$[0]")),
        (push().replace(b"12.5", b"NaN"), ("feed-broken", "77")),
        (push()[:-4], ("feed-broken", str(len(push()) - 4))),
    ],
)
def test_a_push_that_is_none_is_told(given: bytes, told: tuple[str, str]) -> None:
    assert fault_of(device.parse, given) == told


def test_there_are_twelve_parsers_and_none_takes_a_page_or_nothing() -> None:
    assert len(PARSERS) == 12
    for parser in PARSERS.values():
        assert fault_of(parser, b" <html lang='kk'><body>")[0] == "feed-page"
        assert fault_of(parser, b"")[0] == "feed-empty"
