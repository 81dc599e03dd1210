"""permalinks.json changed line by line is the one that would be made of all lines."""

from __future__ import annotations

import pytest

from site_gen.exports.permalinks import ChangedLines, permalinks_file

# Ids that the head of the file says too, that begin alike, and that are followed by nothing.
LINES = {
    "demonstration": b'"demonstration":{"a":"x :,"}',
    "meetings": b'"meetings":{}',
    "parks-2024": b'"parks-2024":{"a":""}',
    "parks-2024-b": b'"parks-2024-b":{"a":"one"}',
}


def content(lines: dict[str, bytes]) -> bytes:
    return permalinks_file(lines.values(), is_demonstration=True).content


@pytest.mark.parametrize("ids", [[one] for one in LINES] + [[*reversed(LINES)], []])
def test_other_lines_take_the_place_of_those_of_the_same_meetings(ids: list[str]) -> None:
    other = {one: f'"{one}":{{"other":"longer than before"}}'.encode() for one in ids}
    change = ChangedLines(other.values())
    now = [change(line) for line in content(LINES).splitlines(keepends=True)]
    assert b"".join(now) == content(LINES | other)


def test_lines_that_stay_are_given_back_themselves() -> None:
    change = ChangedLines(LINES.values())
    for line in content(LINES).splitlines(keepends=True):
        assert change(line) is line
