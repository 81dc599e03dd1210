"""A meeting in brief: what was asked and what was decided, each with its link."""

from collections.abc import Iterator

from site_gen.archive.openings import opening_words
from site_gen.model.meetings import Meeting
from site_gen.model.records import RecordKind
from site_gen.pages.listing import decision_state
from site_gen.pages.words import counted
from site_gen.text.values import dataclass

SHOWN = 6
LENGTH = 110  # characters
SHORTEST = 2  # headings; a meeting with fewer is its own summary


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """One line of the summary."""

    href: str
    opening: str
    state: str  # "Amendment: Not agreed"; empty for a plain question or decision


@dataclass(frozen=True, slots=True)
class BriefView:
    """The summary at the head of a meeting's page."""

    asked: tuple[BriefEntry, ...]
    more_asked: str
    decided: tuple[BriefEntry, ...]
    more_decided: str

    def __bool__(self) -> bool:
        return bool(self.asked or self.decided)


def make_brief(meeting: Meeting) -> BriefView:
    """The summary; empty for a meeting with a single heading."""
    if len(meeting.items) < SHORTEST:
        return BriefView((), "", (), "")
    asked, decided = tuple(_asked(meeting)), tuple(_decided(meeting))
    return BriefView(
        asked[:SHOWN],
        _more(len(asked), "more question"),
        decided[:SHOWN],
        _more(len(decided), "more decision"),
    )


def _asked(meeting: Meeting) -> Iterator[BriefEntry]:
    for record in meeting.records:
        if record.kind is RecordKind.QUESTION:
            opening = opening_words(record.prose.text, length=LENGTH)
            yield BriefEntry(f"#{record.address}", opening, "")


def _decided(meeting: Meeting) -> Iterator[BriefEntry]:
    for item in meeting.items:
        for decision in item.decisions:
            for first in decision.records[:1]:
                state = decision_state(
                    first.kind, decision.outcome, is_amendment=decision.amends is not None
                )
                opening = opening_words(first.prose.text, length=LENGTH)
                yield BriefEntry(f"#{decision.address}", opening, state)


def _more(number: int, noun: str) -> str:
    return counted(number - SHOWN, noun) if number > SHOWN else ""
