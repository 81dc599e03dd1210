"""What prose tells of an item beside its records: who presented it, what became of it."""

from site_gen.content.block import Block
from site_gen.minutes.reading import Reading, names_somebody
from site_gen.minutes.wording import Found
from site_gen.model.meetings import ItemState

STATES = {
    "deferred": ItemState.DEFERRED,
    "withdrawn": ItemState.WITHDRAWN,
    "not-reached": ItemState.NOT_REACHED,
    "taken-in-private": ItemState.PRIVATE,
}


def note(reading: Reading, block: Block) -> tuple[Found, ...]:
    """Remember what the block tells of its item; gives the phrases that open it."""
    found = reading.wording.context(block.text)
    for each in found:
        if each.phrase in STATES:
            reading.note(block, each)
            reading.state = reading.state or STATES[each.phrase]
        if each.phrase not in ("presenter", "introducer"):
            continue
        if not names_somebody(each.slot("speaker")):
            continue
        reading.note(block, each)
        speaker = reading.speaker(each, block)
        if each.phrase == "introducer":
            reading.introduced_by = reading.introduced_by or speaker
        else:
            reading.presented_by = reading.presented_by or speaker
    return found
