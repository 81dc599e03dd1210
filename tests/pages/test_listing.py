"""What a list says of one decision, and in which colour."""

import pytest

from site_gen.model.records import Outcome, RecordKind
from site_gen.model.rows import DecisionRow
from site_gen.pages.links import Links
from site_gen.pages.listing import DecisionEntry, decision_entry
from site_gen.text.dates import PartialDate


def entry(kind: RecordKind, outcome: Outcome | None) -> DecisionEntry:
    row = DecisionRow(
        "m", "d", "b", PartialDate.parse("2024-03-12"), "Trees", "That", kind, outcome
    )
    return decision_entry(row, Links("decisions/index.html"))


@pytest.mark.parametrize(
    ("kind", "outcome", "state", "is_agreed"),
    [
        (RecordKind.MOTION, Outcome.CARRIED, "Motion: Agreed", True),
        (RecordKind.MOTION, Outcome.LOST, "Motion: Not agreed", False),
        (RecordKind.MOTION, None, "Motion: no result recorded", False),
        (RecordKind.RESOLUTION, Outcome.CARRIED, "", True),
        (RecordKind.RESOLUTION, None, "", False),
        (RecordKind.RECOMMENDATION, None, "Recommendation", False),
    ],
)
def test_a_motion_says_whether_it_was_agreed(
    kind: RecordKind, outcome: Outcome | None, state: str, *, is_agreed: bool
) -> None:
    made = entry(kind, outcome)
    assert (made.state, made.is_agreed) == (state, is_agreed)
    assert made.state_key == ("not-decided" if kind is RecordKind.MOTION else "decided")
