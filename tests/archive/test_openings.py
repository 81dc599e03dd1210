"""What lists show of a text."""

from __future__ import annotations

import pytest

from site_gen.archive.openings import opening_words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Question 1 - A resident asked\nwhy.", "A resident asked why."),
        ("QUESTION 12: Why?", "Why?"),
        ("Question No. 3a – Why?", "Why?"),
        ("Question 4.", "Question 4."),
        ("Question time was long.", "Question time was long."),
        ("Question 5 years of cuts, she said.", "Question 5 years of cuts, she said."),
        ("A resident asked of Question 1 - why.", "A resident asked of Question 1 - why."),
    ],
)
def test_a_list_leaves_out_the_number_that_was_printed_before_a_question(
    text: str, shown: str
) -> None:
    assert opening_words(text) == shown


def test_longer_words_are_cut_behind_a_word() -> None:
    assert opening_words("Question 1: one two, three", length=9) == "one two…"
    assert opening_words("onetwothree", length=5) == "onetw…"
