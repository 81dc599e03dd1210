"""Arrays of numbers as text: what numbers one by one give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.search.number_arrays import column_text, read_column
from site_gen.search.numbers import LARGEST, LENGTHS, decode_all, encode, encode_all
from tests.search.javascript import run_javascript

# About the bounds of each length.
NUMBERS = st.one_of(
    st.integers(0, 1000), st.integers(13_900, 14_000), st.integers(0, LARGEST), st.just(LARGEST)
)


@given(st.lists(NUMBERS))
def test_whole_columns_read_and_write_as_single_numbers_do(numbers: list[int]) -> None:
    text = column_text(np.array(numbers, dtype=np.int64))
    assert text == encode_all(numbers)
    assert read_column(text).tolist() == numbers


def test_numbers_about_the_bounds_of_each_length_are_read_everywhere() -> None:
    about = [first + more for _, _, first in LENGTHS for more in (-1, 0, 1, 80, 81)]
    numbers = [0, *about, LARGEST]
    text = encode_all(numbers)

    assert [len(encode(first - 1)) for _, _, first in LENGTHS] == [1, 2, 3]
    assert [*decode_all(text)] == numbers
    assert run_javascript("answer([...minutebook.numbers.decode(given)]);", text) == numbers
    singly = "answer(given.map((text) => minutebook.numbers.read(text, 0)));"
    read = [{"number": number, "end": len(encode(number))} for number in numbers]
    assert run_javascript(singly, [*map(encode, numbers)]) == read


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_a_number_beyond_the_range_is_refused(number: int) -> None:
    with pytest.raises(OverflowError):
        column_text(np.array([number]))
