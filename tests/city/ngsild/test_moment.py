"""Moments written one by one and many at once are the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from egiz.city.ngsild.moment import SECOND, micros, of_many, of_micros

moments = st.integers(-(10**15), 10**16)


@given(st.lists(moments | moments.map(lambda one: one // SECOND * SECOND)))
def test_many_are_written_as_one_by_one(given: list[int]) -> None:
    texts = of_many(given)
    assert texts == [of_micros(one) for one in given]
    assert [micros(one) for one in texts] == given
