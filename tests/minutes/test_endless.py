"""Minutes that are hostile by their length alone: the work grows as they do, and no faster.

What is counted is the lines of the program that are run, which no machine makes more or fewer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from site_gen.archive.assemble import Understanding
from site_gen.content import blocks
from site_gen.content.blocks import parse_blocks
from site_gen.site.directory import Directory
from site_gen.text.sources import Source
from tests.archives import MINUTES
from tests.minutes.samples import FRONT

FEW, MANY = 60, 240


def repeated(form: str, before: str = "") -> Callable[[int], str]:
    return lambda count: before + "".join(form.format(n=n, m=n + 1) for n in range(count))


SHAPES = {
    "paragraphs": repeated("Some text about {n}.\n\n"),
    "one paragraph of definitions": repeated("[a{n}]: b{n}\n"),
    "a numbered list": repeated("{m}. entry {n}\n"),
    "numbers typed in one paragraph": repeated("{m})\u00a0That there be {n};\n"),
    "letters typed in one paragraph": repeated("A. That there be {n};\n"),
    "items of one number": repeated("## 1. Trees\n\nText.\n\n"),
    "items that leap": repeated("## {n}1. Trees\n\nText.\n\n## {n}2. Trees\n\nText.\n\n"),
    "links": repeated("See [it](a{n}.pdf).\n\n"),
    "questions in one item": repeated(
        "Mrs Fox asked: why {n}?\n\nThe Clerk responded: so.\n\n", "## 1. Trees\n\n"
    ),
    "answers in one item": repeated("**Response (The Clerk):** {n}.\n\n", "## 1. Trees\n\n"),
    "labels in one paragraph": repeated(
        "Question {n} (Mr Fox): why?\nResponse (The Clerk): so.\n", "## 1. Trees\n\n"
    ),
    "questions told in one paragraph": repeated(
        "Councillor Fox asked if {n} were there. The Clerk said they were. ", "## 1. Trees\n\n"
    ),
    "batches": repeated(
        "The Clerk responded:\n\n1. so\n2. so\n\n",
        "## 1. Trees\n\nMrs Fox asked:\n\n1. why?\n2. how?\n\n",
    ),
    "parts of a decision": repeated("{m}. That {n} be planted.\n", "## 1. Trees\n\nRESOLVED:\n\n"),
    "decisions without words": repeated("RESOLVED:\n\n", "## 1. Trees\n\n"),
    "motions left open": repeated("**Motion:** that {n} trees be planted.\n\n", "## 1. Trees\n\n"),
    "exempt links": repeated(
        "**Exempt (paragraph 3):** see [x](a{n}.pdf)\n\n**End of exempt**\n\nSee [y](b{n}.pdf)\n\n",
        "## 1. Trees\n\n",
    ),
}  # fmt: skip


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python the work runs, those of comprehensions once for each round."""
    count = 0

    def trace(_frame: FrameType, event: str, _given: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_minutes_are_four_times_the_work(shape: str) -> None:
    understanding = Understanding(Directory())

    def work(count: int) -> int:
        content = (FRONT + SHAPES[shape](count)).encode()
        return lines_run(lambda: understanding.understand(MINUTES, content))

    work(5)  # patterns are made once
    assert work(MANY) < work(FEW) * MANY / FEW * 1.3


def test_a_paragraph_longer_than_any_is_an_error_where_it_begins() -> None:
    entry = "- " + "a long line of it\n  " * blocks.MOST_LINES
    for endless in ("Word. " * (blocks.MOST_CHARACTERS // 6 + 1), "a: b\n" * 41_000, entry):
        parsed = parse_blocks(Source(MINUTES, f"First.\n\n{endless}\n\nLast.\n"))
        assert [one.code for one in parsed.diagnostics] == ["paragraph-too-long"]
        assert parsed.diagnostics[0].place.line == 3
        assert parsed.value == ()


def test_the_longest_paragraph_that_is_known_is_read() -> None:
    parsed = parse_blocks(Source(MINUTES, "sixteen letters\n" * 17_521))
    assert not parsed.diagnostics
    assert len(parsed.value) == 1
