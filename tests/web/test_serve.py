"""The server as a user meets it: it starts, answers, refuses and stops without a traceback."""

from __future__ import annotations

import json
import signal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from web.running import ended, running

ENTITIES = "/ngsi-ld/v1/entities"
ONE = {"id": "urn:ngsi-ld:WeatherObserved:1", "type": "WeatherObserved", "temperature": {"value": -3.5}}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_was_acknowledged_is_there_after_a_stop(tmp_path: Path, number: signal.Signals) -> None:
    tenant = {"ngsild-tenant": "astana"}
    with running(tmp_path) as (client, process):
        assert client.get("/health").json()["status"] == "pass"
        assert client.post(ENTITIES, json=ONE, headers=tenant).status_code == 201
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "city.db" in out
        assert err == ""
    with running(tmp_path) as (client, _):
        found = client.get(ENTITIES, params={"type": "WeatherObserved"}, headers=tenant).json()
        assert [one["id"] for one in found] == [ONE["id"]]
        other = client.get(
            ENTITIES, params={"type": "WeatherObserved"}, headers={"ngsild-tenant": "chelyabinsk"}
        )
        assert other.json() == []


def test_bad_options_are_told_without_a_traceback(tmp_path: Path) -> None:
    text = tmp_path / "text.db"
    text.write_text("no store at all, but a text of some length\n" * 50, encoding="utf-8")
    keys = tmp_path / "tokens"
    keys.write_text("astana read,fly short7777\nastana read\n", encoding="utf-8")
    cases = {
        ("--lang", "en"): "--city",
        ("--city", "--host", "0.0.0.0"): "--token-file",
        ("--city", "--port", "70000"): "70000",
        ("--city", "--host", "192.0.2.1", "--token-file", str(keys)): "line 1",
        ("--city", "--allow-network", "everywhere"): "everywhere",
        ("--city", "--store", str(text), "--port", "0"): "text.db",
    }
    for options, hint in cases.items():
        done = ended(*options)
        assert done.returncode == 2, done
        assert hint in done.stderr
        assert "Traceback" not in done.stderr
        assert "short7777" not in done.stderr


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with running(tmp_path) as (client, _):
        done = ended("--city", "--port", str(client.base_url.port), "--store", str(tmp_path / "other.db"))
        assert done.returncode == 2
        assert str(client.base_url.port) in done.stderr
        assert not (tmp_path / "other.db").exists()


class Hearer(BaseHTTPRequestHandler):
    """Takes notifications."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.heard.put(json.loads(body))  # type: ignore[attr-defined]
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize("allowed", [True, False])
def test_a_subscriber_is_told_if_it_is_on_the_list(tmp_path: Path, allowed: bool) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hearer)
    server.heard = Queue()  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever)
    thread.start()
    options = ("--allow", "127.0.0.1", "--allow-network", "127.0.0.0/8") if allowed else ()
    try:
        with running(tmp_path, *options) as (client, _):
            wanted = {
                "id": "urn:ngsi-ld:Subscription:1",
                "type": "Subscription",
                "entities": [{"type": "WeatherObserved"}],
                "notification": {"endpoint": {"uri": f"http://127.0.0.1:{server.server_address[1]}/told"}},
            }
            assert client.post("/ngsi-ld/v1/subscriptions", json=wanted).status_code == 201
            assert client.post(ENTITIES, json=ONE).status_code == 201
            if allowed:
                told = server.heard.get(timeout=20)  # type: ignore[attr-defined]
                assert told["data"][0]["id"] == ONE["id"]
            else:
                with pytest.raises(Empty):
                    server.heard.get(timeout=1)  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
