"""Every piece of prose that one meeting shows."""

from collections.abc import Iterator

from site_gen.model.meetings import Meeting
from site_gen.model.prose import Passage, Prose, Withheld
from site_gen.model.records import Decision, Record


def prose_of(meeting: Meeting) -> Iterator[Prose]:
    """All prose in the order minuted: preamble, then each item's leads, records and passages."""
    yield from _flow(meeting.preamble)
    for item in meeting.items:
        yield from _flow(item.flow)


def _flow(flow: tuple[Passage | Record | Decision | Withheld, ...]) -> Iterator[Prose]:
    for part in flow:
        if isinstance(part, Decision):
            yield from _flow(part.flow)
        elif isinstance(part, Passage):
            yield part.prose
        elif isinstance(part, Record):
            if part.lead is not None:
                yield part.lead
            yield part.prose
