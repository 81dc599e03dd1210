"""What a careful clerk would notice, and what no clerk would want to be told."""

from pathlib import Path

import pytest

from tests.diagnostics.checked import codes_of, said_of

PRESENT = "Present: Councillor Reid, Councillor Shah, Councillor Moss\n\n"

SILENT = {
    "a question that the same paragraph answers": (
        "## 1. Budget\n\nThe Clerk asked if there were any projects to be included. There were no "
        "projects named. It was left at that.\n"
    ),
    "a question and words behind it": (
        "## 1. Budget\n\nCouncillor Reid asked whether a grant could be had.\n\n"
        "It was thought that it could.\n"
    ),
    "letters that begin again under another item": (
        "## 1. Trees\n\n## (a) Oaks\n\nOne.\n\n## (b) Elms\n\nTwo.\n\n"
        "## 2. Bins\n\n## (a) Green\n\nOne.\n\n## (b) Blue\n\nTwo.\n"
    ),
    "a number left out among headings that a line has": (
        "## 1. Trees\n\nOne.\n\n## 2. Bins\n\nTwo.\n\n3 Roads: none.\n\n## 4. Paths\n\nFour.\n"
    ),
    "numbers that are no count": (
        "## 3. Trees\n\nOne.\n\n## 9. Bins\n\nTwo.\n\n## 27. Paths\n\nFour.\n"
    ),
    "a motion of which a story is told": (
        "## 1. Trees\n\n**Motion:** That two trees be planted.\n\n"
        "After some talk the members agreed that it should be so.\n"
    ),
    "a substitute among the votes": (
        f"{PRESENT}## 1. Trees\n\nRESOLVED: That two trees be planted.\n\n"
        "**For:** Councillors Reid, Shah, Moss and Hart (4)\n"
    ),
    "a day without a year in the next year": (
        "## 1. Next meeting\n\nThe next meeting is on Tuesday 14 January.\n"
    ),
    "a link that says where it leads": (
        "## 1. Trees\n\nSee [here is the survey](https://example.org/s), "
        "[page 4](https://example.org/4) and [the map](https://example.org/m).\n"
    ),
    "a picture with a description, and one that is no picture": (
        "## 1. Trees\n\n![The oak](https://example.org/o.png) and \\![](x) \n"
    ),
    "a corner of a table that is empty": (
        "## 1. Trees\n\n| | Planted |\n|---|---|\n| Oak | 2 |\n"
    ),
    "the public excluded and let in again": (
        "## 1. Lease\n\nRESOLVED: That the public be excluded.\n\nThe public was readmitted.\n\n"
        "## 2. Trees\n\nTwo trees were planted by the pond, and the wardens thanked for it all.\n"
    ),
    "a motion to exclude the public that is only on the agenda": (
        "## 1. Exclusion\n\nTo consider whether the public should be excluded.\n\n"
        "## 2. Trees\n\nTwo trees were planted by the pond, and the wardens thanked for it all.\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("body", SILENT.values(), ids=SILENT.keys())
def test_nothing_is_said_of(body: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, body) == ()


SPOKEN = {
    "a weekday deep in the text": (
        "## 1. Trees\n\nThe next meeting is on Friday 14 May 2024.\n",
        "weekday-wrong",
    ),
    "a day that no month has": (
        "## 1. Trees\n\nIt was read on 31st April 2023.\n",
        "date-impossible",
    ),
    "a weekday that is wrong in every year near": (
        "## 1. Trees\n\nThe next meeting is on Sunday 14 March.\n",
        "weekday-wrong",
    ),
    "a numbered question at the end": (
        "## 1. Trees\n\n**Question 1 (Mr Patel):** When? And where? We were told. Twice.\n",
        "question-without-response",
    ),
    "a vague link in a table": (
        "## 1. Trees\n\n| Plan |\n|---|\n| [here](https://example.org) |\n",
        "link-text-vague",
    ),
    "a picture called by its file": (
        "## 1. Trees\n\n![IMG_2041.jpg](https://example.org/x.jpg)\n",
        "picture-without-description",
    ),
}


@pytest.mark.parametrize(("body", "code"), SPOKEN.values(), ids=SPOKEN.keys())
def test_something_is_said_of(body: str, code: str, tmp_path: Path) -> None:
    assert codes_of(tmp_path, body) == [code]


def test_a_finding_stands_at_the_words_that_it_is_about(tmp_path: Path) -> None:
    body = "## 1. Trees\n\nA first line.\nThe next meeting is on Friday 14 May 2024.\n"
    (found,) = said_of(tmp_path, body)
    assert (found.place.line, found.place.column, found.place.length) == (8, 24, 18)
