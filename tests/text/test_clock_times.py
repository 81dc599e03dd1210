"""Times of day, side by side."""

import pytest

from site_gen.text.clock_times import in_one_form


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("17:00", "6.55pm", ("17:00", "18:55")),
        ("7 p.m.", "21:10", ("19:00", "21:10")),
        ("10:00", "12.15 pm", ("10:00", "12:15")),
        ("23:00", "12.05am", ("23:00", "00:05")),
        ("7.00pm", "9.12 pm", ("7.00pm", "9.12 pm")),
        ("17:00", "19:00", ("17:00", "19:00")),
        ("17:00", "late", ("17:00", "late")),
        ("half past seven", "9pm", ("half past seven", "9pm")),
        ("17:00", "", ("17:00", "")),
        ("", "6.55pm", ("", "6.55pm")),
    ],
)
def test_two_times_side_by_side_count_alike(
    start: str, end: str, expected: tuple[str, str]
) -> None:
    assert in_one_form(start, end) == expected
