"""What became of a motion."""

import time

import pytest

from site_gen.minutes.outcomes import find_outcome, find_outcomes
from site_gen.model.records import Outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Motion Passed (13 to 0)", Outcome.CARRIED),
        ("MOVED by A, SECONDED by B. CARRIED", Outcome.CARRIED),
        ("The motion was put to the vote and declared carried.", Outcome.CARRIED),
        ("RESOLVED (unanimously): that the report be noted", Outcome.CARRIED),
        ("This was unanimously carried.", Outcome.CARRIED),
        ("Carried unanimously", Outcome.CARRIED),
        ("The motion was approved 5-0.", Outcome.CARRIED),
        ("It was approved 5-0.", Outcome.CARRIED),
        ("Unanimously agreed", Outcome.CARRIED),
        ("PENDERFYNWYD derbyn yr adroddiad", Outcome.CARRIED),
        ("declared the Motion to adopt the Budget, as proposed by Councillor A, as carried",
         Outcome.CARRIED),
        ("Motion Failed (6 to 7)", Outcome.LOST),
        ("The amendment having been put to the vote was lost", Outcome.LOST),
        ("The Mayor declared that the Part 8 was defeated.", Outcome.LOST),
        ("The Meetings Administrator declared the Amendment defeated.", Outcome.LOST),
        ("The motion was not carried.", Outcome.LOST),
        ("LOST", Outcome.LOST),
        ("The amendment was put to the vote. Lost.", Outcome.LOST),
        ("The amendment was put to the vote: lost by 5 votes to 4.", Outcome.LOST),
        ("It was put to the vote - not carried", Outcome.LOST),
        ("The clerk counted the hands. Lost.", Outcome.LOST),
        ("The proposal was put to the vote. Agreed unanimously.", Outcome.CARRIED),
        ("It was put to the vote. Withdrawn.", Outcome.WITHDRAWN),
        ("The motion fell for want of a seconder", Outcome.LAPSED),
        ("The amendment lapsed for lack of a seconder.", Outcome.LAPSED),
        ("There was no seconder.", Outcome.LAPSED),
        ("The motion was not seconded.", Outcome.LAPSED),
        ("With the consent of the meeting the amendment was withdrawn", Outcome.WITHDRAWN),
        ("Councillor A withdrew his motion", Outcome.WITHDRAWN),
        ("The motion was deferred to the next meeting", Outcome.DEFERRED),
        ("The application was deferred pending a site visit", Outcome.DEFERRED),
        ("Motion tabled", Outcome.DEFERRED),
        ("NOTED.", Outcome.NOTED),
        ("The report was noted", Outcome.NOTED),
    ],
)  # fmt: skip
def test_an_outcome_is_read(text: str, outcome: Outcome) -> None:
    found = find_outcome(text)
    assert found is not None
    assert found.outcome is outcome


@pytest.mark.parametrize(
    "text",
    ["Works were carried out by the contractor.", "Two sheep were lost on the common",
     "A vote of thanks was passed unanimously", "A vote of sympathy was carried",
     "He carried forward the balance", "Funding was withdrawn from the scheme", "",
     "It was put to the vote. Lost property came next.", "The key was found. Lost again in May",
     "Items passed over to the clerk", "the ball was passed to the wing"],
)  # fmt: skip
def test_other_words_are_no_outcome(text: str) -> None:
    assert find_outcome(text) is None


def test_the_last_outcome_counts_because_minutes_follow_the_order_of_events() -> None:
    text = "The amendment was lost. The motion was then carried."
    assert [found.outcome for found in find_outcomes(text)] == [Outcome.LOST, Outcome.CARRIED]
    last = find_outcome(text)
    assert last is not None
    assert text[last.start : last.end] == "motion was then carried"


@pytest.mark.parametrize(
    "unit", ["motion was ", "was ", "the vote and ", "declared the ", " ", "a "]
)
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    start = time.process_time()
    find_outcomes(text)
    assert time.process_time() - start < 3
