"""Formulas as quantities: a public function whose return hint bears a unit *is* a quantity of its name."""

from __future__ import annotations

import ast
import inspect
import linecache
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import FunctionType, ModuleType, SimpleNamespace
from typing import Annotated, TypeAlias, get_args, get_origin, get_type_hints

import numpy as np

from egiz.errors import SheetError
from egiz.figures.assumption import Given
from egiz.figures.unit import Array, Over, Unit

Formula: TypeAlias = Callable[..., Array]
"""Takes the arrays it asks for, in their order, and gives one."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a formula asks for."""

    parameter: str
    """Name of the parameter."""
    key: str
    """Key of the quantity or input that it means."""
    unit: str
    """Unit it expects."""
    axes: tuple[str, ...] = ()
    """Keys of the axes it expects before the draws."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A formula with its name, unit, axes and needs."""

    key: str
    """Its whole name."""
    unit: str
    """A unit (`figures.unit.is_unit`)."""
    axes: tuple[str, ...]
    """Keys of the axes before the draws."""
    asks: tuple[Ask, ...]
    """What it needs, in the order of the parameters."""
    formula: Formula
    """The function itself."""
    where: str = ""
    """``package/module.py:line`` of the function."""
    text: str = ""
    """First line of its docstring."""
    written: str | None = None
    """The formula in words of code where it does not come from a function."""

    @property
    def expression(self) -> str:
        """What the last return gives back, as code; empty where the source cannot be read."""
        return _last_return(self.formula) if self.written is None else self.written


@dataclass(frozen=True, slots=True)
class Scope:
    """What the names of a module mean in a study."""

    prefix: str = ""
    """Put before the name of each quantity with a point; empty for global ones."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Keys of parameters that mean something else than themselves."""
    axes: Mapping[str, str] = field(default_factory=dict)
    """Keys of axes that mean something else than themselves."""

    def key(self, name: str) -> str:
        """Whole name of a quantity of the module."""
        return f"{self.prefix}.{name}" if self.prefix else name


def quantities(modules: Iterable[ModuleType], scope: Scope | None = None) -> tuple[Quantity, ...]:
    """Read the quantities of sheet modules.

    Parameters
    ----------
    modules
        Modules of plain functions; only functions defined in them count, not imported ones.
    scope
        What their names mean; none = as they stand.

    Returns
    -------
    tuple
        One quantity a public function whose return hint bears a `Unit`, in the order of the files.

    Raises
    ------
    SheetError
        A hint cannot be resolved, a parameter bears no unit, has a default or takes any number of values; all
        faults at once.
    """
    scope = scope or Scope()
    faults: list[str] = []
    read = [hinted for module in modules for hinted in _hinted(module, faults)]
    own = frozenset(function.__name__ for function, _ in read)
    found = [_quantity(function, hints, scope, own) for function, hints in read]
    if faults:
        raise SheetError(faults)
    return tuple(found)


def gathered(
    key: str, unit: str, axis: str, parts: tuple[str, ...], part_axes: tuple[str, ...] = ()
) -> Quantity:
    """Make the quantity that puts others side by side along a new first axis.

    Parameters
    ----------
    key
        Its whole name.
    unit
        Unit of it and of all parts.
    axis
        Key of the new axis; as many labels as there are parts.
    parts
        Keys of the parts in the order of the labels; there may be none.
    part_axes
        Axes of each part.

    Returns
    -------
    Quantity
        Shape (parts, axes of a part..., draws).
    """
    asks = tuple(Ask(f"part_{index}", part, unit, part_axes) for index, part in enumerate(parts))

    def stacked(*arrays: Array) -> Array:
        """Put side by side."""
        if not arrays:
            return np.empty((0,) + (1,) * (len(part_axes) + 1))
        return np.stack(np.broadcast_arrays(*arrays))

    written = f"stack({', '.join(parts)})"
    return Quantity(
        key, unit, (axis, *part_axes), asks, stacked, _where(stacked), "Put side by side.", written
    )


def taken(key: str, source: Quantity | Given, index: int) -> Quantity:
    """Make the quantity that is one row of another's first axis.

    Parameters
    ----------
    key
        Its whole name.
    source
        What the row is taken from; must have an axis.
    index
        Which row, counted from 0.

    Returns
    -------
    Quantity
        Shape (other axes of the source..., draws).

    Raises
    ------
    SheetError
        The source has no axis.
    """
    if not source.axes:
        raise SheetError([f"{key} takes row {index} of {source.key}, which has no axis"])

    def row(whole: Array) -> Array:
        """One row of a whole."""
        one: Array = whole[index]
        return one

    asks = (Ask("whole", source.key, source.unit, source.axes),)
    written = f"{source.key}[{index}]"
    return Quantity(key, source.unit, source.axes[1:], asks, row, _where(row), "One row of a whole.", written)


@dataclass(frozen=True, slots=True)
class _Hint:
    unit: str
    axes: tuple[str, ...]


_Hints: TypeAlias = Mapping[str, _Hint | None]

_UNRESOLVED = (NameError, AttributeError, TypeError, SyntaxError)
"""What a hint can fail with."""


def _hinted(module: ModuleType, faults: list[str]) -> list[tuple[FunctionType, Mapping[str, _Hint]]]:
    """List the quantities of one module with their hints; what is wrong goes to `faults`."""
    public = [
        function
        for name, function in vars(module).items()
        if isinstance(function, FunctionType)
        and not name.startswith("_")
        and function.__module__ == module.__name__
    ]
    found: list[tuple[FunctionType, Mapping[str, _Hint]]] = []
    for function, hints in _resolved(module, public, faults):
        read = {parameter: _read_hint(hint) for parameter, hint in hints.items()}
        if read.get("return") is not None:
            faults += _bad_parameters(function, read)
            found.append((function, {key: hint for key, hint in read.items() if hint is not None}))
    return found


def _resolved(
    module: ModuleType, functions: list[FunctionType], faults: list[str]
) -> Iterator[tuple[FunctionType, Mapping[str, object]]]:
    """Resolve hints, each text only once a module: a sheet says `Hours` a hundred times."""
    texts = {hint for one in functions for hint in one.__annotations__.values() if isinstance(hint, str)}
    try:
        holder = SimpleNamespace(__annotations__={text: text for text in sorted(texts)})
        known = get_type_hints(holder, vars(module), include_extras=True)
    except _UNRESOLVED:
        known = None
    for one in functions:
        try:
            if known is None or hasattr(one, "__wrapped__"):
                yield one, get_type_hints(one, include_extras=True)
            else:
                yield (
                    one,
                    {
                        name: known[hint] if isinstance(hint, str) else hint
                        for name, hint in one.__annotations__.items()
                    },
                )
        except _UNRESOLVED as error:
            name = f"{_where(one)} {one.__name__}"
            faults.append(f"{name}: a hint cannot be resolved ({error}); import it for real")


def _read_hint(hint: object) -> _Hint | None:
    if get_origin(hint) is not Annotated:
        return None
    marks = get_args(hint)[1:]
    units = [mark.name for mark in marks if isinstance(mark, Unit)]
    axes = [axis for mark in marks if isinstance(mark, Over) for axis in mark.axes]
    return _Hint(units[-1], tuple(axes)) if units else None


def _bad_parameters(function: FunctionType, hints: _Hints) -> list[str]:
    code = inspect.unwrap(function).__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    name = f"{_where(function)} {function.__name__}"
    faults = [
        f"{name}: the parameter {parameter} bears no unit"
        for parameter in names
        if hints.get(parameter) is None
    ]
    starred = code.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS)
    if starred or code.co_kwonlyargcount or function.__defaults__:
        faults.append(f"{name}: a default, a star or a parameter by name only cannot be told a need")
    return faults


def _quantity(
    function: FunctionType, hints: Mapping[str, _Hint], scope: Scope, own: frozenset[str]
) -> Quantity:
    def axes(hint: _Hint) -> tuple[str, ...]:
        return tuple(scope.axes.get(axis, axis) for axis in hint.axes)

    def key(parameter: str) -> str:
        return scope.names.get(parameter, scope.key(parameter) if parameter in own else parameter)

    asks = [Ask(name, key(name), hint.unit, axes(hint)) for name, hint in hints.items() if name != "return"]
    given = hints["return"]
    return Quantity(
        key=scope.key(function.__name__),
        unit=given.unit,
        axes=axes(given),
        asks=tuple(asks),
        formula=function,
        where=_where(function),
        text=(inspect.getdoc(function) or "").partition("\n")[0],
    )


def _where(function: Formula) -> str:
    code = inspect.unwrap(function).__code__
    module = function.__module__.replace(".", "/")
    package = "/__init__" if code.co_filename.endswith("__init__.py") else ""
    return f"{module}{package}.py:{code.co_firstlineno}"


def _source(formula: Formula) -> str:
    """Lines of a function, by the places of its code; `inspect` reads letter by letter what these tell."""
    code = inspect.unwrap(formula).__code__
    ends = [end for _, end, _, _ in code.co_positions() if end is not None]
    lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 : max(ends, default=0)]
    return "".join(lines) or inspect.getsource(formula)


def _last_return(formula: Formula) -> str:
    try:
        tree = ast.parse(textwrap.dedent(_source(formula)))
    except (OSError, TypeError, SyntaxError):
        return ""
    returns = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return) and node.value]
    return ast.unparse(max(returns, key=lambda value: value.lineno)) if returns else ""
