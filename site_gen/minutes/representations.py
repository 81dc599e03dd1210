"""Petitions, deputations and statements that the public brought."""

import re

from site_gen.content.block import Block
from site_gen.minutes.drafts import RecordDraft
from site_gen.minutes.reading import Reading, Takes
from site_gen.minutes.wording import Found
from site_gen.model.records import RecordKind

SIGNATURES = re.compile(
    r"(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6})\s+(?:\w+\s+){0,2}(?:signatures|signatories|names|people|residents)",
    re.IGNORECASE,
)
SIGNED_BY = re.compile(
    r"signed\s+by\s+(?:over\s+|more\s+than\s+|some\s+)?(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6})",
    re.IGNORECASE,
)


def begin(reading: Reading, block: Block, found: Found) -> None:
    """A petition, deputation or statement."""
    reading.note(block, found)
    reading.close()
    record = RecordDraft(
        RecordKind.REPRESENTATION,
        block.line,
        number=found.slot("number") or None,
        detail=found.phrase,
    )
    record.speaker = reading.speaker(found, block)
    if not found.announces and (heading := _of_heading(reading, found)) is not None:
        reading.flow.remove(heading)  # its words are the item's title
        record.number = record.number or heading.number
    if found.phrase == "petition":
        record.signatures = _signatures(found.slot("signatures") + " signatures " + block.text)
    if found.announces:
        record.lead.append(block.cut(0, found.end))
    if (rest := block.cut(found.end if found.announces else 0)).text:
        record.blocks.append(rest)
    is_open = found.announces or block.text.rstrip().endswith(":")
    reading.open(record, Takes.ALL if is_open else Takes.NOTHING)


def _of_heading(reading: Reading, found: Found) -> RecordDraft | None:
    """What the item's title announced, when this is the first that tells of it.

    "Petition: lime trees" over "Mr Fir presented a petition ..." is one petition.
    """
    titled = reading.titled
    is_last = titled is not None and reading.flow[-1:] == [titled]
    if titled is None or not is_last or titled.detail != found.phrase or len(titled.blocks) > 1:
        return None
    return titled


def _signatures(text: str) -> int | None:
    """How many signed: "over 2000 signatures" gives 2000."""
    match = SIGNATURES.search(text) or SIGNED_BY.search(text)
    return int(match["count"].replace(",", "")) if match is not None else None
