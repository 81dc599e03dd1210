"""The scores of real minutes: what the rules about lines take for an answer, and the sums."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.recognise import main
from benchmarks.recognition.limerick import find_events, find_resolutions
from benchmarks.recognition.scores import Report, Score, Share

MINUTES = """8.

**Question submitted by Councillor A. Reader**

I will ask.

**REPLY*:**

Yes.

9. Notice of Motion submitted by Councillor B. Writer

REPLY: No.

A question submitted by nobody.
"""


def test_questions_replies_and_motions_are_told_by_how_lines_begin() -> None:
    events = [(event.kind, event.line) for event in find_events(tuple(MINUTES.split("\n")))]
    assert events == [("question", 1), ("reply", 7), ("motion", 11), ("reply", 13)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Proposed by Councillor Sheahan (J);", "", "Seconded by Cmhlr. Ó Ceallaigh;"),
         [(1, "sheahan", "ceallaigh")]),
        (("Proposed by: Councillor A", "Seconded by: Councillor B. Bea", "And Resolved"),
         [(1, "a", "bea")]),
        (("Proposed by Councillor A, seconded by Councillor B and resolved",), [(1, "a", "b")]),
        (("Proposed by Councillor A;", "Proposed by Councillor B;", "Seconded by Councillor C;"),
         [(2, "b", "c")]),
        (("Proposed by the following members;", "Seconded by Councillor C;"), []),
        (("It was proposed by Councillor A", "Seconded by Councillor C;"), []),
    ],
)  # fmt: skip
def test_a_proposer_with_a_seconder_is_a_resolution(
    lines: tuple[str, ...], found: list[tuple[int, str, str]]
) -> None:
    told = [(one.line, one.mover, one.seconder) for one in find_resolutions(lines)]
    assert told == found


def test_precision_recall_and_f1() -> None:
    score = Score("questions", 0.9, hits=6, missed=["a", "b"], invented=["c"] * 4)
    assert (score.recall, score.precision) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    score.elsewhere = ["d"] * 5
    assert score.strict_f1 < score.f1


def test_what_is_not_reached_or_crashes_is_not_good() -> None:
    assert Report("x", scores=[Score("a", 1.0, hits=1)], shares=[Share("b", 1.0)]).is_reached
    assert not Report("x", scores=[Score("a", 1.0, missed=["m"])]).is_reached
    assert not Report("x", shares=[Share("b", 1.0, wrong=["w"])]).is_reached
    assert not Report("x", crashes=["c"]).is_reached


def test_without_corpora_or_with_a_wrong_name_the_status_is_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--folder", str(tmp_path / "none")]) == 2
    assert main(["nowhere"]) == 2
    assert "no such corpus: nowhere" in capsys.readouterr().err
