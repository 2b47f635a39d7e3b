"""Compiled code is kept beside its file, or in the user's cache folder where that cannot be written.

``NUMBA_CACHE_DIR`` names another folder; where none can be written, code is compiled anew. No fast-math: sums
are taken in an order that never changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Loop = TypeVar("Loop", bound=Callable[..., object])


def compiled(loop: Loop) -> Loop:
    """Compile a loop at its first call and keep the code, where a folder can be written.

    Kept code holds that of the loops it calls, from whichever file; so it is made anew when the file of any
    of them changes, not only its own.
    """
    try:
        made = njit(cache=True, nogil=True)(loop)
    except RuntimeError:  # no folder for the cache can be written
        return cast(Loop, njit(nogil=True)(loop))
    called = [loop.__globals__.get(name) for name in loop.__code__.co_names]
    kept, stamp = _kept(made)
    if kept is not None:
        stamps = {_kept(one)[1] for one in called} - {None}
        setattr(kept, "_source_stamp", (stamp, *sorted(stamps, key=repr)))  # noqa: B010 (not numba's own type)
    return cast(Loop, made)


def _kept(made: object) -> tuple[object, object]:
    """Where numba keeps the code of a compiled loop, and the stamp of the file that it goes by."""
    kept = getattr(getattr(made, "_cache", None), "_cache_file", None)
    return kept, getattr(kept, "_source_stamp", None)
