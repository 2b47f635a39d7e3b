"""Figures as ``study.json`` holds them: the only things that are printed as numbers."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct


class Texts(Struct, frozen=True):
    """One text in three languages."""

    en: str
    ru: str
    kk: str


class Range(Struct, frozen=True, tag_field="form", tag="range"):
    """A number in doubt: one in ten lies below `low`, one in ten above `high`."""

    key: str
    label: Texts
    unit: str
    at: tuple[str, ...]
    """Labels of its axes."""
    low: float
    middle: float
    high: float
    mean: float
    curve: tuple[float, ...]
    """21 quantiles, evenly from 2.5 % to 97.5 %."""


class Share(Struct, frozen=True, tag_field="form", tag="share"):
    """A probability, 0 to 1."""

    key: str
    label: Texts
    unit: str
    at: tuple[str, ...]
    value: float
    error: float
    """Standard error of the simulation."""
    low: float | None
    high: float | None


class Count(Struct, frozen=True, tag_field="form", tag="count"):
    """A number counted exactly."""

    key: str
    label: Texts
    unit: str
    at: tuple[str, ...]
    value: int


class Option(Struct, frozen=True):
    """One of the options of a choice."""

    id: str
    names: Texts
    share: float
    """Share of the draws in which it is chosen."""


class Choice(Struct, frozen=True, tag_field="form", tag="choice"):
    """Which of named options is chosen, and how often."""

    key: str
    label: Texts
    unit: str
    at: tuple[str, ...]
    options: tuple[Option, ...]


Number: TypeAlias = Range | Share | Count | Choice
"""A figure: the only thing that is printed as a number."""


class Chart(Struct, frozen=True):
    """Figures over axes that are drawn together."""

    title: Texts
    form: str
    """bars: a line a label; columns: a column a label; table: a line a label, numbers only."""
    keys: tuple[str, ...]
    """Of quantities over the same axis, or of one over two."""
    in_order: bool = False
    """Lines keep the order of the axis; else the best stands first where the form does not say."""
    heads: tuple[Texts, ...] = ()
    """Short names of the quantities."""
