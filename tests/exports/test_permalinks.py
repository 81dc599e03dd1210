"""permalinks.json changed line by line is the one that would be made of all lines."""

from __future__ import annotations

import pytest

from site_gen.exports.permalinks import permalinks_file, with_lines

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
    assert with_lines(content(LINES), other.values()) == content(LINES | other)
