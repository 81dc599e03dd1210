"""What somebody promised or was told to do: undertakings and actions."""

import re

from site_gen.content.block import Block
from site_gen.minutes.drafts import RecordDraft
from site_gen.minutes.names import is_speaker, parse_speaker
from site_gen.minutes.reading import Reading, Takes
from site_gen.minutes.wording import Found
from site_gen.model.records import RecordKind

KINDS = {
    "action": RecordKind.ACTION,
    "undertaking": RecordKind.UNDERTAKING,
    "undertaking-in-prose": RecordKind.UNDERTAKING,
}
# "A. Example to write to ...": whose task it is.
TASK_OF = re.compile(r"\s*(?P<who>[^:;\n]{1,80}?)\s+(?:to|will|shall)\s", re.IGNORECASE)


def begin(reading: Reading, block: Block, found: Found) -> None:
    """An action or an undertaking; a list behind an announced one belongs to it."""
    reading.note(block, found)
    reading.close()
    record = RecordDraft(KINDS[found.phrase], block.line, number=found.slot("number") or None)
    record.speaker = reading.speaker(found, block)
    record.due = found.slot("due")
    if found.announces:
        record.lead.append(block.cut(0, found.end))
    if (rest := block.cut(found.end if found.announces else 0)).text:
        record.blocks.append(rest)
        task = TASK_OF.match(rest.text)
        if record.speaker is None and task is not None and is_speaker(task["who"]):
            record.speaker = parse_speaker(task["who"], *rest.place(task.start("who")))
    reading.open(record, Takes.LIST)
