"""Which phrase opens a paragraph, and whether it may stand there."""

import re

from site_gen.content.block import Block, BlockKind
from site_gen.minutes import questions
from site_gen.minutes.reading import Reading, names_somebody
from site_gen.minutes.wording import Found, Wording
from site_gen.text.values import replace

# Slots that must hold somebody, lest any sentence with "asked" in it be a question.
NAMED_SLOTS = ("speaker", "addressee")
OPEN_IN_LISTS = ("question", "supplementary", "response", "written-response", "petition")
# Such a phrase that is a whole paragraph announces the next one.
ASKED_OR_BROUGHT = (
    "question", "supplementary", "response", "petition", "deputation", "statement", "motion",
)  # fmt: skip
# Words that belong to the page and not to the meeting.
FURNITURE = ("furniture", "agenda-item", "minutes-begin")
# "62.1 RESOLVED: ...", "2025/72 RESOLVED That ..."
PARAGRAPH_NUMBER = re.compile(
    r"\s*(?:\d{1,3}\.\d{1,3}|(?:[A-Z]{1,4}[ ]?)?\d{1,4}/\d{1,4}(?:[./]\d{1,3})?)[.):]?\s+"
)


def opening(reading: Reading, block: Block) -> Found | None:
    """The phrase that opens a paragraph, if it may stand here and whoever it names is somebody."""
    number = PARAGRAPH_NUMBER.match(block.text)
    openings = reading.wording.openings
    for match in openings(block.text, number.end()) if number else openings(block.text):
        found = match
        if found.phrase in ASKED_OR_BROUGHT and found.is_alone(block.text):
            found = replace(found, announces=True)
        if found.is_label and not questions.is_reply_to_motion(reading, found):
            return found
        if questions.may_stand(reading, found) and names_people(found):
            return found
    return None


def names_people(found: Found) -> bool:
    """Whether whoever a phrase names is somebody."""
    return all(names_somebody(found.slot(slot)) for slot in NAMED_SLOTS if found.slot(slot))


def opens_record(reading: Reading, entry: Block) -> bool:
    """Whether a list's entry announces something: "(A) Mr Example asked: ..."."""
    first = entry.children[0] if entry.children else None
    if first is None or first.kind is not BlockKind.PARAGRAPH:
        return False
    found = opening(reading, first)
    return found is not None and found.phrase in OPEN_IN_LISTS


def is_furniture(wording: Wording, block: Block) -> bool:
    """Whether the paragraph holds words of a council's page and none of its minutes."""
    found = wording.whole(block.text)
    return found is not None and found.phrase in FURNITURE
