"""Compiled loops: compiled at their first call, kept beside their file, and read from there at little cost.

Where that folder cannot be written, the user's cache folder holds them (``NUMBA_CACHE_DIR`` names another);
where neither can, they are compiled anew. Only modules called ``kernel`` import this one: it brings the
compiler with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit
from numba.core.runtime.nrt import rtsys

Loop = TypeVar("Loop", bound=Callable[..., object])
Read = Callable[[object, object], object]
"""Reads the kept code of a signature for a target; none where there is none."""


def compiled(loop: Loop, beside: object = None) -> Loop:
    """Compile a loop at its first call and keep the code, where a folder can be written.

    Kept code holds that of the loops it calls, from whichever file; so it is made anew when the file of any
    of them changes, not only its own.

    Parameters
    ----------
    loop
        What to compile.
    beside
        A compiled loop of one more file that the code depends on.
    """
    try:
        made = njit(cache=True, nogil=True)(loop)
    except RuntimeError:  # no folder for the cache can be written
        return cast(Loop, njit(nogil=True)(loop))
    called = [loop.__globals__.get(name) for name in loop.__code__.co_names]
    kept, stamp = _kept(made)
    if kept is not None:
        stamps = {_kept(one)[1] for one in (*called, beside)} - {None}
        setattr(kept, "_source_stamp", (stamp, *sorted(stamps, key=repr)))  # noqa: B010 (not numba's own type)
        _read_lightly(getattr(made, "_cache"))  # noqa: B009 (the same)
    return cast(Loop, made)


def _kept(made: object) -> tuple[object, object]:
    """Where numba keeps the code of a compiled loop, and the stamp of the file that it goes by."""
    kept = getattr(getattr(made, "_cache", None), "_cache_file", None)
    return kept, getattr(kept, "_source_stamp", None)


def _read_lightly(cache: object) -> None:
    """Let kept code be read without loading all that a compiler needs, half a second of processor time.

    What running code needs of numba is made ready; where nothing is kept, numba goes its own way.
    """
    read = cast(Read | None, getattr(cache, "_load_overload", None))
    whole = cast(Read, getattr(cache, "load_overload"))  # noqa: B009 (not numba's own type)

    def load_overload(signature: object, target: object) -> object:
        rtsys.initialize(target)
        try:
            found = read(signature, target) if read is not None else None
        except OSError:
            found = None
        return whole(signature, target) if found is None else found

    setattr(cache, "load_overload", load_overload)  # noqa: B010 (the same)
