"""Messages by MQTT and by e-mail, against small servers on the loopback."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import Awaitable, Callable

import aiomqtt
import pytest

from egiz.city.outbox.gate import Gate, Refused
from egiz.city.outbox.mail import MailSender, Relay, letter
from egiz.city.outbox.mqtt import MqttSender, payload
from egiz.city.outbox.parcel import Parcel
from egiz.city.outbox.sender import Failed, Hopeless

LOOPBACK = Gate(("*",), ("127.0.0.0/8",))


def test_the_payload_of_mqtt_holds_metadata_and_body() -> None:
    parcel = Parcel(uri="mqtt://broker/a", body=b'{"x":1}', headers={"Link": "<c>"})
    assert json.loads(payload(parcel)) == {
        "metadata": {"Content-Type": "application/json", "Link": "<c>"},
        "body": {"x": 1},
    }


@pytest.mark.parametrize(
    ("uri", "info"),
    [
        ("mqtt://127.0.0.1", {}),
        ("mqtt://127.0.0.1/a/+/b", {}),
        ("mqtt://127.0.0.1/a", {"MQTT-QoS": "3"}),
        ("mqtt://127.0.0.1/a", {"MQTT-Version": "mqtt1"}),
    ],
)
def test_what_mqtt_cannot_carry_is_hopeless(uri: str, info: dict[str, str]) -> None:
    with pytest.raises(Hopeless):
        asyncio.run(MqttSender(LOOPBACK).send(Parcel(uri=uri, body=b"{}", info=info)))


def test_a_broker_that_is_not_there_is_a_failure() -> None:
    with pytest.raises(Failed):
        asyncio.run(MqttSender(LOOPBACK).send(Parcel(uri="mqtt://127.0.0.1:9/a", body=b"{}")))
    with pytest.raises(Refused):
        asyncio.run(MqttSender(Gate()).send(Parcel(uri="mqtt://127.0.0.1:9/a", body=b"{}")))


@pytest.mark.filterwarnings("ignore")
def test_messages_reach_a_broker_in_order() -> None:
    pytest.importorskip("amqtt", reason="a broker to try with: amqtt")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from amqtt.broker import Broker

    async def whole() -> list[bytes]:
        config = {
            "listeners": {"default": {"type": "tcp", "bind": "127.0.0.1:18830"}},
            "plugins": {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}},
        }
        broker = Broker(config)
        await broker.start()
        sender, got = MqttSender(LOOPBACK), []
        try:
            async with aiomqtt.Client("127.0.0.1", 18830) as client:
                await client.subscribe("city/notify", qos=1)
                for number in range(5):
                    parcel = Parcel(
                        uri="mqtt://127.0.0.1:18830/city/notify",
                        body=b"%d" % number,
                        info={"MQTT-Version": "mqtt3.1.1"} if number % 2 else {},
                    )
                    await sender.send(parcel)
                async with asyncio.timeout(10):
                    async for message in client.messages:
                        got.append(bytes(message.payload))  # type: ignore[arg-type]
                        if len(got) == 5:
                            break
        finally:
            await sender.close()
            await broker.shutdown()
        return got

    assert [json.loads(one)["body"] for one in asyncio.run(whole())] == [0, 1, 2, 3, 4]


def mail(uri: str = "mailto:duty@city.example", body: bytes = b"too hot") -> Parcel:
    return Parcel(uri=uri, body=body, info={"subject": "Alert\nBcc: x@evil.org"}, timeout=5.0)


def with_relay(answer: Callable[[bytes], bytes], play: Callable[[int], Awaitable[None]]) -> list[bytes]:
    """Run a relay that answers each line as it is told, and keep the lines."""
    lines: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 relay\r\n")
        data = False
        while line := await reader.readline():
            lines.append(line.rstrip())
            if data and line != b".\r\n":
                continue
            data = line.upper().startswith(b"DATA")
            writer.write(b"354 go on\r\n" if data else answer(line))
        writer.close()

    async def whole() -> None:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        try:
            await play(server.sockets[0].getsockname()[1])
        finally:
            server.close()

    asyncio.run(whole())
    return lines


def relay(port: int, *domains: str) -> MailSender:
    return MailSender(Relay("127.0.0.1", port, "egiz@city.example", secure=False, domains=domains))


def test_a_letter_reaches_the_relay_and_no_header_is_smuggled_in() -> None:
    lines = with_relay(lambda line: b"250 fine\r\n", lambda port: relay(port, "city.example").send(mail()))
    assert b"too hot" in lines
    assert b"Subject: Alert Bcc: x@evil.org" in lines
    assert not [line for line in lines if line.lower().startswith(b"bcc")]
    assert letter(mail(), "egiz@city.example")["Message-ID"].encode() in b"\n".join(lines)


def test_a_relay_that_refuses_for_ever_or_for_now() -> None:
    def refusing(code: bytes) -> Callable[[bytes], bytes]:
        return lambda line: code + b" no\r\n" if line.upper().startswith(b"RCPT") else b"250 fine\r\n"

    with pytest.raises(Hopeless):
        with_relay(refusing(b"550"), lambda port: relay(port, "*").send(mail()))
    with pytest.raises(Failed):
        with_relay(refusing(b"450"), lambda port: relay(port, "*").send(mail()))
    with pytest.raises(Failed):
        asyncio.run(relay(9, "*").send(mail()))


def test_mail_goes_to_allowed_domains_and_real_addresses_only() -> None:
    with pytest.raises(Refused):
        asyncio.run(relay(9, "city.example").send(mail("mailto:x@elsewhere.example")))
    for uri in ("mailto:", "mailto:nobody", "mailto:a@b@c", "mailto:a%0Ab@c.example"):
        with pytest.raises(Hopeless):
            asyncio.run(relay(9, "*").send(mail(uri)))
