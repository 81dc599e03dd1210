"""Lines that are numbered as minutes number them, to items."""

import pytest

from site_gen.archive.assemble import Understanding
from site_gen.site.directory import Directory

FRONT = "---\ndate: 2026-05-13\n---\n\n"


def items(*headings: str) -> list[tuple[str | None, str]]:
    text = FRONT + "\n\n".join(f"{heading}\n\nSomething was said." for heading in headings)
    path = "content/meetings/parish/2026-05-13.md"
    meeting = Understanding(Directory()).understand(path, text.encode()).meeting
    assert meeting is not None
    return [(item.number or item.minute, item.title) for item in meeting.items]


@pytest.mark.parametrize(
    ("headings", "numbers"),
    [
        (
            ("**26/01 Apologies**", "**26/02 Minutes**", "**26/03 Trees**"),
            ["26/01", "26/02", "26/03"],
        ),
        (("**204/19 Apologies**", "**205/19 Minutes**"), ["204/19", "205/19"]),
        (("**1. Apologies**", "**2. Minutes**", "**3. Trees**"), ["1", "2", "3"]),
    ],
)
def test_numbers_with_a_year_before_or_behind_them_count_up(
    headings: tuple[str, ...], numbers: list[str]
) -> None:
    assert [number for number, _ in items(*headings)] == numbers


def test_capitals_with_a_mark_in_brackets_are_a_heading() -> None:
    found = items("44. BUDGET", "45. TREES (minute 42)", "46. OFFICES (exempt: paragraph 3)")
    assert [number for number, _ in found] == ["44", "45", "46"]
