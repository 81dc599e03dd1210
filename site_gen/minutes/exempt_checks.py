"""What a clerk would look at again in minutes of items that were taken in private.

No message here repeats a word of the minutes.
"""

import re
from collections.abc import Iterator

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.prose import Passage, Withheld
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.text.patterns import compile_later, compile_phrase, mentions
from site_gen.text.sources import Source
from site_gen.text.values import replace

HIGHEST_PARAGRAPH = 18  # of Schedule 12A, Part 4 of which is for Wales
EXCLUDED = compile_later(
    r"\bexclu(?:de|ded|sion)\b[^.;\n]{0,80}\b(?:press|public)\b"
    r"|\b(?:press|public)\b[^.;\n]{0,90}\bexclu(?:de|ded|sion)\b",
    re.IGNORECASE,
)
READMITTED = compile_phrase(
    r"\bre-?admitt?(?:ed)?\b|\b(?:public|open)\s+session\b"
    r"|\bpublic\b[^.\n]{0,60}\b(?:returned|re-?joined)\b"
    r"|\b(?:move|return|resume)[ds]?\s+(?:in)?to\s+(?:public|open)\b"
)
# "To be discussed at the end of the meeting, after a resolution to exclude the public."
LATER = compile_later(
    r"\bat\s+the\s+(?:end|close|conclusion)\s+of\s+(?:the|this)\s+meeting\b"
    r"|\b(?:after|following)\s+(?:an?|the)\s+(?:\w+\s+){0,2}resolution\b",
    re.IGNORECASE,
)
FEWEST_WORDS = 12  # of an item, so that something of what was said is among them
DECIDED = (RecordKind.RESOLUTION, RecordKind.RECOMMENDATION)


def check_exempt(meeting: Meeting, source: Source) -> Iterator[Diagnostic]:
    """Findings about exempt items, and about items that look as if they should be exempt."""
    for withheld in _all_withheld(meeting):
        for number in withheld.paragraphs:
            if not 1 <= int(number) <= HIGHEST_PARAGRAPH:
                message = f"there is no paragraph {int(number)} of reasons for exempt text"
                place = source.place(withheld.line)
                yield _hidden(finding("exempt-paragraph-unknown", place, message))
    for item in meeting.items:
        if (line := _withheld_line(item, is_marked=True)) and not _word_count(item):
            message = "this item is exempt, and nothing tells the public what was done"
            yield _hidden(finding("exempt-without-summary", source.place(line), message))
    if mentions(source.text, ("exclu",)):
        yield from _after_exclusion(meeting, source)


def _hidden(found: Diagnostic) -> Diagnostic:
    return replace(found, hides_line=True)


def _all_withheld(meeting: Meeting) -> Iterator[Withheld]:
    yield from (part for part in meeting.preamble if isinstance(part, Withheld))
    for item in meeting.items:
        if item.withheld is not None:
            yield item.withheld
        for part in item.flow:
            if isinstance(part, Withheld):
                yield part
            elif isinstance(part, Decision):
                yield from (each for each in part.flow if isinstance(each, Withheld))


def _withheld_line(item: AgendaItem, *, is_marked: bool = False) -> int:
    """Where withheld text of the item begins; 0 when it has none.

    With `is_marked` only what a proper mark withholds: the others are errors already.
    """
    own = () if item.withheld is None else (item.withheld,)
    inside = (part for part in item.flow if isinstance(part, Withheld))
    found = (part.line for part in (*own, *inside) if part.paragraphs or not is_marked)
    return next(found, 0)


def _word_count(item: AgendaItem) -> int:
    return sum(len(text.split()) for text in _texts(item))


def _texts(item: AgendaItem) -> Iterator[str]:
    for part in item.flow:
        if isinstance(part, Passage | Record):
            yield part.prose.text
        elif isinstance(part, Decision):
            yield from (each.prose.text for each in part.flow if not isinstance(each, Withheld))


def _after_exclusion(meeting: Meeting, source: Source) -> Iterator[Diagnostic]:
    """One finding, for the first item that was taken in private and is published."""
    is_excluded = False
    for item in meeting.items:
        if not is_excluded:
            is_excluded = _excludes(item) and not _readmits(item)
            continue
        if _readmits(item):
            is_excluded = False
            continue
        if not item.is_routine:
            if _withheld_line(item):
                return  # the clerk has seen to it
            if _word_count(item) >= FEWEST_WORDS:
                message = "the public was excluded before this item, and its words are published"
                yield _hidden(finding("public-excluded", source.place(item.line), message))
                return


def _readmits(item: AgendaItem) -> bool:
    return any(READMITTED.search(text) is not None for text in (item.title, *_texts(item)))


def _excludes(item: AgendaItem) -> bool:
    return any(
        mentions(record.prose.text, ("exclu",))
        and EXCLUDED.search(record.prose.text) is not None
        and LATER.search(record.prose.text) is None
        for decision in item.decisions
        for record in decision.records
        if record.kind in DECIDED
    )
