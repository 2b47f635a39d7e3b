"""What sort of item a proposal is: the record that each kind hands over.

A kind is one folder with an entry point in the group ``egiz.kinds``; it never touches a file and never names
another kind. Its folder holds ``assumptions.csv`` and ``words/{en,ru,kk}.ftl`` beside the modules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Literal, Protocol, TypeAlias

from egiz.errors import EgizError, Value
from egiz.facts.dated import Dated
from egiz.facts.ground import Ground
from egiz.figures.figure import ChoiceFigure, Figure, Finding, ShareFigure
from egiz.figures.ledger import Ledger
from egiz.figures.part import Need, Offer, Preparation
from egiz.market.between import Between
from egiz.market.outlook import Outlook
from egiz.world.pair import Pair
from egiz.world.place import City


@dataclass(frozen=True, slots=True)
class Term:
    """What an agreement says of a proposal: a number, one of a few words, or cities in a row."""

    name: str
    """Key in the agreement; a numeric term is an assumption of that name."""
    unit: str = ""
    """Unit of a number; empty for a word."""
    low: float = 0.0
    """Least number that makes sense."""
    high: float = 0.0
    """Greatest number that makes sense."""
    whole: bool = False
    """Only whole numbers make sense."""
    options: tuple[str, ...] = ()
    """The words to choose from."""
    default: str = ""
    """The word that stands where none is given; empty: the term must be given, unless it is optional."""
    optional: bool = False
    """A number that may be left out."""
    partner: str = ""
    """A term without which this one says nothing."""
    places: bool = False
    """A list of cities, two at least; it may be left out."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one proposal as its agreement states them."""

    numbers: Mapping[str, tuple[float, float]]
    """Least and greatest value stated; alike where one number is."""
    words: Mapping[str, str]
    """The options chosen."""
    places: Mapping[str, tuple[City, ...]] = field(default_factory=dict)
    """Cities in a row; a list that was left out is not there."""

    def number(self, name: str) -> float:
        """Middle of what is stated, for design points."""
        low, high = self.numbers[name]
        return (low + high) / 2

    def optional(self, name: str) -> float | None:
        """Middle of what is stated; none where the agreement leaves it out."""
        return self.number(name) if name in self.numbers else None

    def word(self, name: str) -> str:
        """The option chosen."""
        return self.words[name]

    def cities(self, name: str) -> tuple[City, ...]:
        """Cities in a row; none where the agreement leaves them out."""
        return self.places.get(name, ())


class NotStudied(EgizError):
    """The item cannot be studied for this pair; the words hold ``why-<key>``."""

    def __init__(self, key: str, values: Mapping[str, Value] | None = None) -> None:
        self.key = key
        self.values = values or {}
        super().__init__(key)


@dataclass(frozen=True, slots=True)
class Lever:
    """A term or an assumption that a person may move."""

    name: str
    """Local name of the term or assumption."""
    effect: Literal["instant", "design"]
    """``instant``: the sheets run again; ``design``: the engines run again."""
    low: float = 0.0
    """Where the slider begins."""
    high: float = 0.0
    """Where it ends."""
    step: float = 0.0
    """How it moves."""


@dataclass(frozen=True, slots=True)
class Cash:
    """A line of the cash flow."""

    party: str
    """Who gets or pays: ``operator``, ``budget``, ``owner`` ..."""
    quantity: str
    """Local name of a quantity in money a year."""
    sign: Literal[1, -1]
    """Gets or pays."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What the proposal says will be observed."""

    observable: str
    """What to look at; the words hold ``observable-<name>``."""
    quantity: str
    """Local name of the quantity that says how much."""
    after_years: float
    """By when, counted from the agreement's date [year]."""


@dataclass(frozen=True, slots=True)
class Pick:
    """What chooses one label of the timetable that would be run."""

    quantity: str
    """Local name of a quantity."""
    axis: str = ""
    """Local axis whose labels it numbers; empty: its middle, rounded half up, is the label itself."""


Form: TypeAlias = Literal["bars", "columns", "table"]
"""``bars``: a line a label with a bar for each quantity or second label; ``columns``: a column a label;
``table``: a line a label, its numbers side by side with no bars."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Quantities over the same axis that are drawn together, or one quantity over one axis or two.

    What unfolds a figure of a finding (``load_by_aircraft`` of ``load``) is drawn without being named here.
    """

    name: str
    """The words hold its title as ``chart-<kind>-<name>``."""
    form: Form
    """How it is drawn."""
    quantities: tuple[str, ...]
    """Local names, or whole keys of the market."""
    in_order: bool = False
    """Where lines stand one below another: in the order of the axis, not the best first."""


class View(Protocol):
    """A ledger seen by one proposal: local names instead of whole keys."""

    @property
    def ledger(self) -> Ledger:
        """The whole ledger."""

    def key(self, name: str) -> str:
        """Whole key of a local name."""

    def range(self, name: str, at: tuple[str, ...] = ()) -> Figure:
        """P10, P50, P90 and mean."""

    def share(self, name: str, at: tuple[str, ...] = ()) -> ShareFigure:
        """A probability with its error."""

    def choice(self, name: str, axis: str) -> ChoiceFigure:
        """One of the labels of an axis, by the number that the quantity gives."""


@dataclass(frozen=True, slots=True)
class World:
    """What a kind prepares for."""

    pair: Pair
    """The two regions."""
    outlook: Outlook
    """Their travel market in middle values."""
    between: Callable[[City, City], Between]
    """What the market says of any other two cities."""
    ground: Ground = field(default_factory=Ground)
    """What lines are laid over."""


Prepare: TypeAlias = Callable[[Terms, World, Dated], Preparation]
"""Runs the heavy engines for one design point."""

Find: TypeAlias = Callable[[View], tuple[Finding, ...]]
"""Reads a ledger and says what it means."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Everything the study asks of a kind."""

    id: str
    """As written in agreements."""
    terms: tuple[Term, ...]
    """What an agreement may say of it."""
    prepare: Prepare
    """Heavy engines and choice of facts, once a design point; raises `NotStudied`."""
    sheets: tuple[ModuleType, ...]
    """Modules of formulas."""
    offers: tuple[Offer, ...]
    """What other parts may take."""
    needs: tuple[Need, ...]
    """What must come from elsewhere."""
    levers: tuple[Lever, ...]
    """What a person may move."""
    cash_flow: tuple[Cash, ...]
    """Money by party and year."""
    promises: tuple[Promise, ...]
    """What will be observed."""
    findings: Find
    """Verdicts with their figures."""
    words: str
    """Import name of the package that holds ``words/`` and ``assumptions.csv``."""
    timetable: tuple[Pick, ...] = ()
    """What chooses the timetable that is told, one a label of `Timetable`; empty: there is none."""
    charts: tuple[Chart, ...] = ()
    """What is drawn beside what unfolds a figure."""
    moved: str = ""
    """Local name of the quantity whose drivers are told; a chance near none moves with nothing.

    Empty: what the first chance is judged by, else the first range."""
