"""Arrays of numbers as text: what numbers one by one give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.search.number_arrays import column_text, read_column
from site_gen.search.numbers import LARGEST, encode_all

# About the bounds of each length.
NUMBERS = st.one_of(
    st.integers(0, 1000), st.integers(13_900, 14_000), st.integers(0, LARGEST), st.just(LARGEST)
)


@given(st.lists(NUMBERS))
def test_whole_columns_read_and_write_as_single_numbers_do(numbers: list[int]) -> None:
    text = column_text(np.array(numbers, dtype=np.int64))
    assert text == encode_all(numbers)
    assert read_column(text).tolist() == numbers


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_a_number_beyond_the_range_is_refused(number: int) -> None:
    with pytest.raises(OverflowError):
        column_text(np.array([number]))
