"""A day exchanged within a shard's text: what writing the whole shard again gives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from site_gen.search.analysis import analyse_meeting, read_analysis
from site_gen.search.blocks import Block
from site_gen.search.days import day_number
from site_gen.search.inversion import DayMeetings, invert
from site_gen.search.number_arrays import WrittenColumn, column_text
from site_gen.search.pieces import Piece
from site_gen.search.postings import Postings, differing, replaced
from site_gen.search.shard_splicing import spliced
from site_gen.search.shards import ShardWriter
from site_gen.text.values import replace
from tests.search.made_pieces import WORDS, made_pieces
from tests.search.test_number_arrays import NUMBERS

PIECES = made_pieces(160)  # ten in each meeting, one meeting a day
RARE = "weir"  # in no other piece
BLOCK = Block("c", ("2000", "2001"), day_number("1999-12-31"), short=8, common=40)
# Some words often: from eight times on they are counted otherwise.
TEXTS = st.lists(st.sampled_from([*WORDS[:6] * 9, *WORDS, RARE]), max_size=120).map(" ".join)


def postings_of(pieces: Sequence[Piece]) -> Postings:
    meetings = [(date, [*each]) for date, each in groupby(pieces, attrgetter("date"))]
    return invert(
        [
            DayMeetings(day_number(date), [read_analysis(analyse_meeting(each))])
            for date, each in meetings
        ]
    )


def check_splice(start: int, others: Sequence[Piece]) -> bool:
    """Whether `others` in place of as many pieces of one meeting were put in by a splice."""
    meeting = slice(start // 10 * 10, start // 10 * 10 + 10)
    changed = [*PIECES]
    changed[start : start + len(others)] = others
    whole, day = postings_of(PIECES), day_number(PIECES[start].date)
    gone, come = differing(postings_of(PIECES[meeting]), postings_of(changed[meeting]))
    before, now = (
        ShardWriter(whole, BLOCK),
        ShardWriter(replaced(whole, gone, come, np.array([day])), BLOCK),
    )
    terms = whole.terms
    shard = before.shard(0, len(terms))
    found = spliced(shard, terms, BLOCK, day, gone, come)
    if found is None:
        return False
    assert found.shard == now.shard(0, len(terms))
    grown = [size + found.growth.get(place, 0) for place, size in enumerate(before.sizes())]
    assert grown == now.sizes()
    return True


@given(st.integers(0, 15), st.lists(TEXTS, min_size=1, max_size=10))
def test_what_is_spliced_is_what_would_be_written(meeting: int, texts: list[str]) -> None:
    start = 10 * meeting
    there = PIECES[start : start + len(texts)]
    check_splice(start, [replace(one, text=text) for one, text in zip(there, texts, strict=True)])


def test_few_words_more_are_spliced() -> None:
    one = PIECES[42]
    assert check_splice(42, [replace(one, text=f"{one.text} {WORDS[0]} {WORDS[1]}")])
    assert check_splice(42, [replace(one, text=" ".join([WORDS[0]] * 200))])


def test_a_word_that_is_new_or_goes_for_good_is_not_spliced() -> None:
    assert not check_splice(42, [replace(PIECES[42], text=f"{PIECES[42].text} {RARE}")])


@given(st.lists(NUMBERS, min_size=1), st.lists(NUMBERS), st.data())
def test_a_stretch_of_a_column_is_read_and_exchanged(
    numbers: list[int], others: list[int], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(numbers)))
    end = data.draw(st.integers(first, len(numbers)))
    text = column_text(np.array(numbers, dtype=np.int64))
    column = WrittenColumn(text)
    assert column.numbers(first, end).tolist() == numbers[first:end]
    longer = column.exchange(first, end, np.array(others, dtype=np.int64))
    expected = column_text(np.array(numbers[:first] + others + numbers[end:], dtype=np.int64))
    assert column.text() == expected
    assert longer == len(expected) - len(text)
