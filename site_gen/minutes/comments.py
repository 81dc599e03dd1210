"""Points raised: one comment for each entry of the list that is announced as comments."""

from site_gen.content.block import Block
from site_gen.content.list_markers import find_marker
from site_gen.minutes.drafts import RecordDraft
from site_gen.minutes.reading import Expects, Reading, Takes, list_of, number_of
from site_gen.minutes.wording import Found
from site_gen.model.prose import PassageRole
from site_gen.model.records import RecordKind


def announce(reading: Reading, block: Block, found: Found) -> None:
    """The words that announce comments; they stay prose when no list follows."""
    reading.note(block, found)
    reading.close()
    reading.passage(PassageRole.LEAD, block)
    reading.expects = Expects.COMMENTS


def announce_points(reading: Reading, block: Block, found: Found) -> None:
    """ "Key points included:": of what was presented, or of what was said about it."""
    before = {each.phrase for each in reading.wording.context(reading.previous_text)}
    if "discussion" in before and not before & {"presenter", "introducer"}:
        announce(reading, block, found)
    else:
        reading.discuss(block)


def begin(reading: Reading, block: Block, found: Found) -> None:
    """A comment with a label: "Comment (Cllr Example): ..."."""
    reading.note(block, found)
    reading.close()
    record = RecordDraft(RecordKind.COMMENT, block.line, number=found.slot("number") or None)
    record.speaker = reading.speaker(found, block)
    record.lead.append(block.cut(found.start, found.end))
    if (rest := block.cut(found.end)).text:
        record.blocks.append(rest)
    reading.open(record, Takes.ALL)


def take_list(reading: Reading, block: Block) -> bool:
    """Each entry of an announced list is a comment; what is below an entry belongs to it."""
    if reading.expects is not Expects.COMMENTS:
        return False
    if reading.last_marker and not _continues(reading, block.children[0]):
        return False
    for entry in block.children:
        if not entry.children:
            reading.continue_with(list_of(entry))
            continue
        record = RecordDraft(
            RecordKind.COMMENT, entry.line, list(entry.children), number=number_of(entry)
        )
        reading.open(record, Takes.LIST)
        reading.last_marker = entry.marker
    return True


def _continues(reading: Reading, entry: Block) -> bool:
    last = find_marker(reading.last_marker + "  x")
    marker = find_marker(entry.marker + "  x")
    return last is not None and marker is not None and marker.value_after(last) is not None
