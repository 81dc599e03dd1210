"""Answers that were promised: open until the archive has them."""

from pathlib import Path

from site_gen.publish.checking import check_site
from tests.archives import MINUTES, write_archive

ASKED = (
    "---\ndate: 2024-03-12\n---\n\n## 1. Trees\n\n**Question 1 (Mr Patel):** When?\n\n"
    "**Response (The Clerk):** A written answer will follow.\n"
)
LATER = "content/meetings/planning/2024-05-14.md"
ANSWER = (
    "---\ndate: 2024-05-14\n---\n\n## 1. Answers\n\n"
    "**Written response (The Clerk, 2 May 2024; to question 1 of 12 March 2024):** In May.\n"
)


def codes(root: Path, files: dict[str, str]) -> list[str]:
    return [one.code for one in check_site(write_archive(root, files))]


def test_a_promise_is_open_once_the_body_has_met_again(tmp_path: Path) -> None:
    assert codes(tmp_path, {MINUTES: ASKED}) == []
    assert codes(tmp_path, {LATER: "---\ndate: 2024-05-14\n---\n\nHello.\n"}) == [
        "promised-answer-open"
    ]


def test_a_meeting_that_was_not_held_or_of_another_body_opens_no_promise(tmp_path: Path) -> None:
    parks = "content/meetings/parks/2024-05-14.md"
    coming = "---\ndate: 2024-05-14\nstatus: scheduled\n---\n"
    held = coming.replace("scheduled", "approved")
    assert codes(tmp_path, {MINUTES: ASKED, LATER: coming, parks: held}) == []


def test_an_answer_at_a_later_meeting_keeps_the_promise(tmp_path: Path) -> None:
    assert codes(tmp_path, {MINUTES: ASKED, LATER: ANSWER}) == []
