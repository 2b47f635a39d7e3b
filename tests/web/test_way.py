"""Messages that go out of the running server by other ways than HTTP: MQTT and mail."""

from __future__ import annotations

import asyncio
import json
import signal
import threading
import time
import warnings
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from email import message_from_string
from email.policy import default
from pathlib import Path
from queue import Queue

import pytest

from egiz.city.feeds.feed import KIND, Feed
from egiz.city.feeds.listen import Broker
from egiz.city.ngsild.hub import Hub, open_store
from egiz.errors import InputError
from egiz.web import topic
from egiz.web.relay import parse_relay
from egiz.web.topic import hidden, read_topic
from egiz.web.work import Outside
from web.running import ended, running

SUBSCRIPTIONS, ENTITIES = "/ngsi-ld/v1/subscriptions", "/ngsi-ld/v1/entities"
ASTANA = {"ngsild-tenant": "astana"}
LOOPBACK = ("--allow", "127.0.0.1", "--allow-network", "127.0.0.0/8")
LONGEST = 30.0


@contextmanager
def beside(serving: Coroutine[None, None, None], ready: threading.Event) -> Iterator[None]:
    """Run a small server on a loop of its own, in a thread."""
    loop = asyncio.new_event_loop()
    task = loop.create_task(serving)
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        assert ready.wait(LONGEST)
        yield
    finally:
        loop.call_soon_threadsafe(task.cancel)
        ended = asyncio.run_coroutine_threadsafe(asyncio.wait({task}, timeout=LONGEST), loop)
        ended.result(LONGEST)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(LONGEST)
        loop.close()


def subscription(uri: str, **told: object) -> dict[str, object]:
    endpoint = {"uri": uri, "accept": "application/json", **told}
    return {
        "id": "urn:ngsi-ld:Subscription:1",
        "type": "Subscription",
        "entities": [{"type": "Sensor"}],
        "notification": {"endpoint": endpoint, "format": "keyValues"},
    }


def sensor(number: int, heat: float) -> dict[str, object]:
    return {"id": f"urn:ngsi-ld:Sensor:{number}", "type": "Sensor", "heat": {"value": heat}}


async def relaying(got: Queue[list[str]], where: Queue[int], ready: threading.Event) -> None:
    """Take letters as a relay does."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 relay\r\n")
        lines: list[str] = []
        data = False
        while line := (await reader.readline()).decode():
            lines.append(line.rstrip("\r\n"))
            if data and line != ".\r\n":
                continue
            if data:
                got.put(list(lines))
            data = line.upper().startswith("DATA")
            writer.write(b"354 go on\r\n" if data else b"250 fine\r\n")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    where.put(server.sockets[0].getsockname()[1])
    ready.set()
    async with server:
        await server.serve_forever()


def test_a_notification_goes_out_as_a_letter(tmp_path: Path) -> None:
    got: Queue[list[str]] = Queue()
    where: Queue[int] = Queue()
    ready = threading.Event()
    with beside(relaying(got, where, ready), ready):
        file = tmp_path / "mail"
        file.write_text(
            f"# ours\nhost 127.0.0.1:{where.get(timeout=LONGEST)}\nfrom egiz@city.example\nto city.example\n"
            "security none\n",
            encoding="utf-8",
        )
        with running(tmp_path, "--mail-file", str(file)) as (client, _):
            info = [{"key": "subject", "value": "Heat"}]
            made = subscription("mailto:duty@city.example", notifierInfo=info)
            assert client.post(SUBSCRIPTIONS, json=made, headers=ASTANA).status_code == 201
            assert client.post(ENTITIES, json=sensor(1, 41.5), headers=ASTANA).status_code == 201
            lines = got.get(timeout=LONGEST)
    assert "mail FROM:<egiz@city.example>" in {line.partition(" size=")[0] for line in lines}
    begin = next(number for number, line in enumerate(lines) if line.upper().startswith("DATA"))
    letter = message_from_string("\n".join(lines[begin + 1 : -1]), policy=default)
    assert (letter["Subject"], letter["To"]) == ("Heat", "duty@city.example")
    body = json.loads(letter.get_content())
    assert body["data"] == [{"id": "urn:ngsi-ld:Sensor:1", "type": "Sensor", "heat": 41.5}]


async def brokering(
    port: int, got: Queue[dict[str, object]], ready: threading.Event, says: bytes = b""
) -> None:
    """Run a broker, hear one topic of it, and keep saying something to another."""
    import aiomqtt
    from amqtt.broker import Broker

    listener = {"type": "tcp", "bind": f"127.0.0.1:{port}"}
    plugins = {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}}
    broker = Broker({"listeners": {"default": listener}, "plugins": plugins})
    await broker.start()
    try:
        async with aiomqtt.Client("127.0.0.1", port) as client:
            await client.subscribe("city/notify", qos=1)
            ready.set()
            while says:
                await client.publish("devices/air-12/up", says, qos=1)
                await asyncio.sleep(0.3)
            async for message in client.messages:
                got.put(json.loads(bytes(message.payload)))  # type: ignore[arg-type]
    finally:
        await broker.shutdown()


def need_broker() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pytest.importorskip("amqtt.broker", reason="a broker to try with: amqtt")


@pytest.mark.filterwarnings("ignore")
def test_what_devices_publish_is_stored_in_the_city_of_the_address(tmp_path: Path) -> None:
    need_broker()
    got: Queue[dict[str, object]] = Queue()
    ready = threading.Event()
    says = b'{"device": "air-12", "values": {"pm25": 12.5}}'
    at = "astana=mqtt://127.0.0.1:9132/devices/+/up"
    with beside(brokering(9132, got, ready, says), ready), running(tmp_path, "--mqtt", at) as (client, _):
        address = f"{ENTITIES}/urn:ngsi-ld:DeviceMeasurement:device:air-12?options=keyValues"
        end = time.monotonic() + LONGEST
        while (answer := client.get(address, headers=ASTANA)).status_code == 404 and time.monotonic() < end:
            time.sleep(0.2)
        assert answer.status_code == 200
        assert answer.json()["pm25"] == 12.5
        assert client.get(address, headers={"ngsild-tenant": "chelyabinsk"}).status_code == 404


@pytest.mark.parametrize(
    "text",
    [
        "",
        "b.example/a",
        "http://b.example/a",
        "x mqtt://b/a",
        "mqtt://b",
        "mqtt://b:x/a",
        "mqtt://b/a+",
        "mqtt://b/#/a",
    ],
)
def test_what_is_no_topic_is_refused(text: str) -> None:
    assert read_topic(text) is None
    with pytest.raises(InputError):
        Outside(heard=(text,)).checked()


def test_a_fault_in_one_message_does_not_end_the_hearing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    async def failing(_hub: Hub, feed: Feed, _broker: Broker) -> None:
        heard.append(feed.tenant)
        if len(heard) > 1:
            raise asyncio.CancelledError
        raise ExceptionGroup("one", [KeyError("a")])

    async def whole() -> bytes | None:
        store = open_store(tmp_path / "city.db", "normal")
        with suppress(asyncio.CancelledError):
            await topic.heard(Hub(store), "astana=mqtt://b.example/a")
        found = store.read(lambda reading: reading.item("astana", KIND, "device"))
        await store.close()
        return found

    monkeypatch.setattr(topic, "hear", failing)
    monkeypatch.setattr(topic, "PAUSE", 0.0)
    assert b"ExceptionGroup" in (asyncio.run(whole()) or b"")
    assert heard == ["astana", "astana"]


def test_a_topic_is_read() -> None:
    found = read_topic("-=mqtt://me:p%40ss@b.example/city/+/#")
    assert found is not None
    assert (found[0], found[1].host, found[1].topic, found[1].port) == ("", "b.example", "city/+/#", 1883)
    assert (found[1].user, found[1].password) == ("me", "p@ss")
    assert hidden("astana=mqtt://me:secret@b.example/a") == "astana=mqtt://b.example/a"


@pytest.mark.filterwarnings("ignore")
def test_notifications_go_out_by_mqtt_in_order(tmp_path: Path) -> None:
    need_broker()
    got: Queue[dict[str, object]] = Queue()
    ready = threading.Event()
    with beside(brokering(9131, got, ready), ready), running(tmp_path, *LOOPBACK) as (client, _):
        info = [{"key": "MQTT-Version", "value": "mqtt3.1.1"}, {"key": "MQTT-QoS", "value": "1"}]
        made = subscription("mqtt://127.0.0.1:9131/city/notify", notifierInfo=info)
        assert client.post(SUBSCRIPTIONS, json=made, headers=ASTANA).status_code == 201
        for number in range(3):
            assert client.post(ENTITIES, json=sensor(number, 1.0), headers=ASTANA).status_code == 201
        told = [got.get(timeout=LONGEST) for _ in range(3)]
    ids = [one["body"]["data"][0]["id"] for one in told]  # type: ignore[index]
    assert ids == [f"urn:ngsi-ld:Sensor:{number}" for number in range(3)]
    assert all(one["metadata"]["Content-Type"] == "application/json" for one in told)  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", {"mail-missing"}),
        ("host a:0\nfrom a@b\nto b", {"mail-line"}),
        ("host a\nfrom a\nto b", {"mail-line"}),
        ("host a\nfrom a@b\nto b\ncolour red", {"mail-line"}),
        ("host a\nhost b\nfrom a@b\nto b", {"mail-line"}),
        ("host a\nfrom a@b\nto b\nsecurity some", {"mail-line"}),
    ],
)
def test_a_mail_file_that_is_not_right_is_refused(text: str, keys: set[str]) -> None:
    with pytest.raises(InputError) as caught:
        parse_relay(text, "mail")
    assert {fault.key for fault in caught.value.faults} == keys


def test_a_mail_file_is_read() -> None:
    relay = parse_relay(
        "host m.example\nfrom a@b.example\nto b.example c.example\nto D.example\nuser u\n", "mail"
    )
    assert (relay.host, relay.port, relay.secure, relay.user) == ("m.example", 587, True, "u")
    assert relay.domains == ("b.example", "c.example", "d.example")


def test_the_server_does_not_start_with_a_mail_file_that_is_not_there(tmp_path: Path) -> None:
    found = ended("--city", "--port", "0", "--mail-file", str(tmp_path / "none"))
    assert found.returncode == 2
    assert "mail file" in found.stderr


@pytest.mark.filterwarnings("ignore")
def test_a_small_broker_inside_the_server_takes_what_devices_publish(tmp_path: Path) -> None:
    need_broker()
    import aiomqtt

    async def publish() -> None:
        async with aiomqtt.Client("127.0.0.1", 9133) as client:
            says = b'{"device": "air-7", "values": {"pm25": 3.5}}'
            await client.publish("devices/air-7", says, qos=1)

    options = ("--mqtt-broker", "9133", "--mqtt", "astana=mqtt://127.0.0.1:9133/devices/#")
    with running(tmp_path, *options) as (client, process):
        address = f"{ENTITIES}/urn:ngsi-ld:DeviceMeasurement:device:air-7?options=keyValues"
        end = time.monotonic() + LONGEST
        while (answer := client.get(address, headers=ASTANA)).status_code == 404 and time.monotonic() < end:
            with suppress(aiomqtt.MqttError):
                asyncio.run(publish())
            time.sleep(0.5)
        assert answer.status_code == 200
        assert answer.json()["pm25"] == 3.5
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


@pytest.mark.parametrize(
    "text", ["x", "0", "70000", "0.0.0.0:1883", "10.0.0.1:1883", "elsewhere.example:1883"]
)
def test_a_broker_listens_to_this_machine_alone(text: str) -> None:
    with pytest.raises(InputError) as caught:
        Outside(broker=text).checked()
    assert {fault.key for fault in caught.value.faults} == {"serve-broker"}
