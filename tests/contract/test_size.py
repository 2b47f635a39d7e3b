"""The limits of size: a module 400 lines, a function 25 without its docstring, six parameters."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "egiz"
MODULE_LINES = 400
FUNCTION_LINES = 25
KERNEL_LINES = 120
PARAMETERS = 6

A_PLAIN_SUM = {"direct_cost_parts"}
"""May take as many terms as it adds up."""

A_COMMAND = "cli"
"""A command has one parameter an option."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def functions(path: Path) -> Iterator[Function]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines from ``def`` to the end, the docstring and its quotes left out."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines


def parameters(function: Function) -> int:
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return len([name for name in names if name not in {"self", "cls"}]) + len(function.args.kwonlyargs)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_and_its_functions_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES
    limit = KERNEL_LINES if path.name == "kernel.py" else FUNCTION_LINES
    long = {node.name: length(node) for node in functions(path) if length(node) > limit}
    assert not long
    free = path.parent.name == A_COMMAND or path.name == "kernel.py"
    wide = {node.name for node in functions(path) if parameters(node) > PARAMETERS and not free}
    assert wide <= A_PLAIN_SUM


def test_no_module_is_called_by_a_word_without_meaning() -> None:
    meaningless = {"utils", "util", "common", "helpers", "helper", "manager", "base", "misc"}
    assert not [path for path in modules() if path.stem in meaningless]
