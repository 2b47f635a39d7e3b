"""What the server does besides answering: notifications go out, feeds are polled."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from egiz import __version__
from egiz.city.clock import moment
from egiz.city.ngsild.context import Contexts
from egiz.city.ngsild.hub import Hub, Listener
from egiz.city.ngsild.moment import EPOCH
from egiz.city.ngsild.notice import Notifier
from egiz.city.ngsild.rule import Ruler
from egiz.city.ngsild.sweep import sweep
from egiz.city.ngsild.watch import Watches
from egiz.city.outbox.gate import Gate, Refused
from egiz.city.outbox.http import HttpSender
from egiz.city.outbox.mail import MailSender
from egiz.city.outbox.mqtt import SECURE, MqttSender
from egiz.city.outbox.outbox import Outbox
from egiz.city.outbox.sender import Sender
from egiz.city.store.record import Moment
from egiz.city.store.store import Closed, Store
from egiz.city.store.writing import Writing
from egiz.errors import Fault, InputError
from egiz.web.broker import broker_faults, brokered
from egiz.web.refusal import fault_line
from egiz.web.relay import read_relay
from egiz.web.topic import heard, hidden, read_topic

TICK = 1.0
"""How often subscriptions that go by the clock are looked at [s]."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What of the outside the server may touch."""

    hosts: tuple[str, ...] = ()
    """Hosts that notifications may go to."""
    networks: tuple[str, ...] = ()
    """Private networks that they may go to."""
    feeds: str = ""
    """Who asks the feeds of the built-in example, as an address for complaints; empty: none is polled."""
    mail_file: str = ""
    """Path of the file of the mail relay; empty: no letters."""
    heard: tuple[str, ...] = ()
    """Topics where devices publish, such as ``astana=mqtt://broker.example/devices/#``."""
    broker: str = ""
    """Where a small broker of MQTT listens, ``[HOST:]PORT`` of this machine; empty: nowhere."""

    def checked(self) -> Outside:
        """Give it back if it is right.

        Raises
        ------
        InputError
            A network, a topic or the broker's address is none, or the file of the relay is not right.
        """
        faults = [Fault("serve-network", {"found": one}) for one in self.networks if not _is_network(one)]
        faults += broker_faults(self.broker) if self.broker else []
        faults += [Fault("serve-topic", {"found": one}) for one in self.heard if read_topic(one) is None]
        if faults:
            raise InputError(faults)
        if self.mail_file:
            read_relay(Path(self.mail_file))
        return self


def _is_network(text: str) -> bool:
    try:
        ip_network(text)
    except ValueError:
        return False
    return True


def senders(outside: Outside) -> Mapping[str, Sender]:
    """Give who carries messages, by the scheme of their address.

    Raises
    ------
    InputError
        The file of the relay is not right.
    """
    gate = Gate(outside.hosts, outside.networks)
    web, queue = HttpSender(gate), MqttSender(gate)
    letters = {"mailto": MailSender(read_relay(Path(outside.mail_file)))} if outside.mail_file else {}
    return {"http": web, "https": web, "mqtt": queue, SECURE: queue, **letters}


def carried(outside: Outside) -> Callable[[str], None]:
    """Give a check of addresses: whether a message may go there; it raises `EgizError` if not."""
    gate = Gate(outside.hosts, outside.networks)
    relay = read_relay(Path(outside.mail_file)) if outside.mail_file else None

    def checked(uri: str) -> None:
        scheme = urlsplit(uri).scheme.lower()
        if scheme != "mailto":
            gate.named(uri)
        elif relay is None:
            raise Refused("this server has no relay for letters")
        else:
            MailSender(relay).admitted(uri)

    return checked


def instant() -> Moment:
    """Tell the time [microseconds]."""
    return int((moment() - EPOCH).total_seconds() * 1_000_000)


class Work:
    """Everything that runs beside the answers.

    Parameters
    ----------
    store
        The store.
    outside
        What may be touched.
    listeners
        Who else hears of changes.
    say
        Tells the operator of a failure, in one line.
    """

    def __init__(
        self,
        store: Store,
        outside: Outside,
        listeners: tuple[Listener, ...] = (),
        say: Callable[[str], None] | None = None,
    ) -> None:
        contexts = Contexts()
        self.outbox = Outbox(store, senders(outside), instant)
        self.notifier = Notifier(Watches(contexts), self.outbox.nudge)
        self.ruler = Ruler(self.outbox.nudge)
        heard: tuple[Listener, ...] = (self.notifier, self.ruler, *listeners)
        self.hub = Hub(store, contexts, listeners=heard, started=moment())
        self._outside, self._say = outside, say or _tell
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin."""
        jobs = {"outbox": self.outbox.run(), "clock": self._by_the_clock()}
        if self._outside.broker:
            jobs["broker"] = brokered(self._outside.broker)
        if self._outside.feeds:
            jobs["feeds"] = self._fed()
        jobs |= {hidden(one): heard(self.hub, one) for one in self._outside.heard}
        self._tasks = [asyncio.create_task(self._watched(name, job)) for name, job in jobs.items()]

    async def stop(self) -> None:
        """End; what waits in the journal stays there."""
        _, *others = self._tasks
        for task in others:
            task.cancel()
        await self.outbox.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _watched(self, name: str, job: Coroutine[None, None, None]) -> None:
        """Do a job; tell the operator if it fails."""
        try:
            await job
        except Closed:
            return
        except Exception as error:
            self._say(fault_line(error, name))

    async def _by_the_clock(self) -> None:
        """Take out what has ended, and look at the subscriptions that go by the clock."""
        while True:
            await asyncio.sleep(TICK)
            await sweep(self.hub, instant())
            await self.hub.store.write(self._ticked)

    def _ticked(self, writing: Writing) -> None:
        """Look at what goes by the clock."""
        now = instant()
        self.notifier.tick(writing, now)
        self.ruler.tick(writing, now)

    async def _fed(self) -> None:
        """Poll the feeds of the built-in example."""
        from egiz.city.feeds.built_in import built_in_feeds
        from egiz.city.feeds.fetch import client_of
        from egiz.city.feeds.poll import watch

        async with client_of(self._outside.feeds, __version__) as client:
            await watch(self.hub, built_in_feeds(), client)


def _tell(line: str) -> None:
    """Write a line to standard error."""
    with suppress(OSError):
        print(line, file=sys.stderr, flush=True)
