"""What lists show of a meeting."""

from __future__ import annotations

from site_gen.archive.rows import meeting_rows
from tests.minutes.samples import understand

MOVED = (
    "## 2. Benches\n\nIt was moved by Cllr Bell, seconded by Cllr Dunn:\n\n"
    "That two benches be bought.\n\nThe motion was put to the vote and {outcome}.\n\n{behind}\n"
)


def listed(outcome: str, behind: str) -> list[str]:
    meeting = understand(MOVED.format(outcome=outcome, behind=behind)).value
    return [f"{row.kind}: {row.opening}" for row in meeting_rows(meeting).decisions]


def test_a_carried_motion_that_is_printed_again_is_listed_once() -> None:
    decided = listed("carried", "RESOLVED: That two benches be bought.")
    assert decided == ["resolution: That two benches be bought."]


def test_a_motion_whose_words_are_printed_nowhere_else_stays_in_the_list() -> None:
    assert listed("carried", "RESOLVED: That the clerk order them.") == [
        "motion: That two benches be bought.",
        "resolution: That the clerk order them.",
    ]


def test_a_lost_motion_stays_in_the_list() -> None:
    assert listed("lost", "RESOLVED: That two chairs be bought.") == [
        "motion: That two benches be bought.",
        "resolution: That two chairs be bought.",
    ]
