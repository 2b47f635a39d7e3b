"""Reads YAML so that every value knows its line and column, and nothing in it can harm.

Faults: not UTF-8, empty, not YAML, a key given twice, an alias that holds itself, more than a study needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode
from ruamel.yaml.reader import ReaderError

from egiz.errors import InputError, Spot

LARGEST_FILE = 1_000_000
LARGEST_TREE = 100_000
Step = str | int


@dataclass(frozen=True, slots=True)
class Yaml:
    """A YAML file read whole, with the way back to its lines."""

    name: str
    """The file as the user named it."""
    tree: CommentedMap
    """What it holds."""

    def spot(self, path: tuple[Step, ...], *, key: bool = False) -> Spot:
        """Line and column of the value at `path` or of its key; of the nearest holder where it is missing."""
        node: object = self.tree
        line, column = 0, 0
        for step in path:
            if not _holds(node, step):
                break
            line, column = _position(node, step, key=key)
            node = node[step]  # type: ignore[index]
        return Spot(self.name, line + 1, column + 1)


def dotted(path: tuple[Step, ...]) -> str:
    """Write a path as people do: ``proposals[0].terms.weekly_flights``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def read_yaml(path: Path, name: str) -> Yaml:
    """Read a YAML mapping.

    Raises
    ------
    InputError
        The file is absent, unreadable, empty, not UTF-8, not YAML, not a mapping, loops, or is far too large.
    """
    text = _text(path, name)
    try:
        tree = _tree(text, name)
    except DuplicateKeyError as error:
        raise InputError.of("key-twice", {"key": _quoted(error)}, _mark(name, error)) from None
    except MarkedYAMLError as error:
        raise InputError.of("not-yaml", {"reason": _reason(error)}, _mark(name, error)) from None
    except (ReaderError, YAMLError, ValueError) as error:
        raise InputError.of("not-yaml", {"reason": _reason(error)}, Spot(name, 1, 1)) from None
    except RecursionError:
        raise InputError.of("too-large", {}, Spot(name, 1, 1)) from None
    if not isinstance(tree, CommentedMap):
        raise InputError.of("not-a-mapping", {}, Spot(name, 1, 1))
    return Yaml(name, tree)


def _tree(text: str, name: str) -> object:
    """What a text holds, read once: first whether it loops, then the values."""
    constructor, _ = YAML(typ="rt").get_constructor_parser(StringIO(text))
    node = constructor.composer.get_single_node()
    _refuse_loops(node, name)
    return None if node is None else constructor.construct_document(node)


def _text(path: Path, name: str) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError.of("no-such-file", {"path": name}) from None
    except OSError as error:
        raise InputError.of("cannot-read", {"path": name, "reason": error.strerror or ""}) from None
    if len(raw) > LARGEST_FILE:
        raise InputError.of("too-large", {}, Spot(name, 1, 1))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        raise InputError.of("not-utf8", {"byte": error.start}, Spot(name, line, column)) from None
    if not text.strip():
        raise InputError.of("empty-file", {}, Spot(name, 1, 1))
    return text


def _refuse_loops(tree: Node | None, name: str) -> None:
    """Walk the tree as it would unfold; a holder inside itself is a loop."""
    if tree is None:
        return
    count = 0
    stack = [(tree, iter(_children(tree)))]
    above = {id(tree)}
    while stack:
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            above.discard(id(node))
            stack.pop()
            continue
        count += 1
        if id(child) in above:
            raise InputError.of("alias-loop", {}, _start(name, child))
        if count > LARGEST_TREE:
            raise InputError.of("too-large", {}, Spot(name, 1, 1))
        above.add(id(child))
        stack.append((child, iter(_children(child))))


def _children(node: Node) -> Iterable[Node]:
    if isinstance(node, MappingNode):
        return (part for pair in node.value for part in pair)
    return tuple(node.value) if isinstance(node, SequenceNode) else ()


def _holds(node: object, step: Step) -> bool:
    if isinstance(node, CommentedMap):
        return step in node
    return isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node)


def _position(node: object, step: Step, *, key: bool) -> tuple[int, int]:
    assert isinstance(node, CommentedMap | CommentedSeq)
    place = node.lc
    try:
        found = place.item(step) if isinstance(node, CommentedSeq) else None
        found = found or (place.key(step) if key else place.value(step))
    except (KeyError, TypeError):
        found = (place.line or 0, place.col or 0)
    return int(found[0]), int(found[1])


def _start(name: str, node: Node) -> Spot:
    return Spot(name, node.start_mark.line + 1, node.start_mark.column + 1)


def _mark(name: str, error: MarkedYAMLError) -> Spot:
    mark = error.problem_mark or error.context_mark
    return Spot(name, mark.line + 1, mark.column + 1) if mark else Spot(name, 1, 1)


def _reason(error: Exception) -> str:
    text = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return str(text).splitlines()[0] if str(text) else type(error).__name__


def _quoted(error: DuplicateKeyError) -> str:
    problem = str(error.problem or "")
    return problem.split('"')[1] if problem.count('"') > 1 else problem
