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
    "a request": (
        "## 1. Trees\n\nMr Reid asked the Clerk to write to the county about the elms.\n"
    ),
    "a question with a letter, and what came of it behind a dash": (
        "## 1. Trees\n\n(a) Mr Reid queried if an oak was sick - Mr Shah will look at it.\n"
    ),
    "a question with a letter, and what came of it in a sentence": (
        "## 1. Trees\n\n(a) Mr Reid asked if an oak was sick. Mr Shah will look at it.\n"
    ),
    "motions that were taken with another": (
        "## 1. Trees\n\nIt was agreed that Items 2 and 3 would be taken together.\n\n"
        "## 2. Oaks\n\n**Motion:** That two oaks be planted.\n\n"
        "## 3. Elms\n\n**Motion:** That two elms be planted.\n\nThe motions were carried.\n"
    ),
    "a reply to a motion": (
        "## 1. Notice of Motion\n\nI will move that two trees be planted.\n\n"
        "Seconded by Councillor Shah. It was carried.\n\nREPLY: The trees are ordered.\n"
    ),
    "letters that begin again under one number": (
        "## 1. Reports\n\n## (a) Trees\n\nOne.\n\n## (b) Elms\n\nTwo.\n\n"
        "## (a) Bins\n\nOne.\n\n## (b) Paths\n\nTwo.\n"
    ),
    "the letter i and then its first part": (
        "## 1. Reports\n\n## (h) Trees\n\nOne.\n\n## (i) Bins\n\nTwo.\n\n## (i) Green\n\nOne.\n"
    ),
    "numbers of versions": "## v0.10.36\n\nIt is out.\n\n## v0.10.37\n\nIt is not.\n",
    "a nomination that was declined before another": (
        "## 1. Chair\n\nElection of Chairman: B. Reid proposed Miss Moss - she was not prepared "
        "to stand. Mrs Hart was proposed by R. Shah and seconded by B. Reid there being no other "
        "nominations - Mrs Hart was elected.\n"
    ),
    "a name with a gap in it": (
        "Present: Councillor McMahon, Councillor O'Hanlon, Councillor Moss\n\n## 1. Trees\n\n"
        "It was moved by Councillor Mc Mahon, seconded by Councillor O Hanlon and RESOLVED that "
        "two trees be planted.\n"
    ),
    "an exclusion of the public for later": (
        "## 1. Lease\n\nIt was agreed that the lease be discussed at the end of the meeting after "
        "a resolution to exclude the public.\n\n"
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
