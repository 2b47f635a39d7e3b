"""The server as a user meets it: it starts, answers, refuses and stops without a traceback."""

from __future__ import annotations

import signal
from pathlib import Path

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
