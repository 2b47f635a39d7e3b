"""How a command ends where something was wrong: what and the mend on standard error, code 2."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import NoReturn

import click

from egiz.errors import Fault, InputError
from egiz.world.place import LANGUAGES

BAD_INPUT = 2

AGAIN = 1.0
"""An interrupt that did not end the command is raised again so often [s]."""

WORDS = ("egiz.report", "egiz.facts", "egiz.city", "egiz.web")
"""Whose words faults are told with."""


@contextmanager
def faults_told(lang: str) -> Iterator[None]:
    """Tell what a user can mend on standard error and end with 2; no traceback."""
    with _heard() as interrupted:
        try:
            known_language(lang)
            with _unswept():
                yield
        except InputError as error:
            _tell_faults(error.faults, lang)
            sys.exit(BAD_INPUT)
        except (Exception, KeyboardInterrupt) as error:
            if not (interrupted.is_set() or isinstance(error, KeyboardInterrupt)):
                raise
            _deaf()
            _tell_faults((Fault("interrupted"),), lang)
            _leave_at_once()


@contextmanager
def _heard() -> Iterator[Event]:
    """See that an interrupt is heard: one that a library swallows, as compilers do, is raised again."""
    interrupted = Event()
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield interrupted
        return

    def raised(*_: object) -> NoReturn:
        interrupted.set()
        raise KeyboardInterrupt

    def begun(*_: object) -> NoReturn:
        signal.setitimer(signal.ITIMER_REAL, AGAIN, AGAIN)
        raised()

    before = signal.signal(signal.SIGINT, begun), signal.signal(signal.SIGALRM, raised)
    try:
        yield interrupted
    finally:
        _deaf()
        for number, handler in zip((signal.SIGINT, signal.SIGALRM), before, strict=True):
            signal.signal(number, handler)


def _deaf() -> None:
    """Raise an interrupt no more."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0.0)


def _leave_at_once() -> NoReturn:
    """End with 2; Python itself would at times end by the signal, if it came in the midst of an import."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(BAD_INPUT)


@contextmanager
def _unswept() -> Iterator[None]:
    """Look for no dead circles of records: a command ends before that pays, at a tenth of its time."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def known_language(lang: str) -> None:
    """Raise `InputError` for a language that has no words."""
    if lang not in LANGUAGES:
        raise InputError.of("unknown-language", {"found": lang})


def _tell_faults(faults: tuple[Fault, ...], lang: str) -> None:
    from egiz.report.words import Words, sentences

    spoken = lang if lang in LANGUAGES else "en"
    click.echo("\n".join(sentences(Words.of(WORDS), spoken, faults)), err=True)
