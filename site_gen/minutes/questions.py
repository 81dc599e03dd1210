"""Questions and their answers, one by one or in numbered batches."""

from itertools import islice

from site_gen.content.block import Block
from site_gen.content.list_markers import find_marker
from site_gen.minutes.drafts import ASKING, PassageDraft, RecordDraft
from site_gen.minutes.reading import (
    Reading,
    Takes,
    is_one_answerer,
    is_one_asker,
    list_of,
    number_of,
)
from site_gen.minutes.wording import Found, Wording
from site_gen.model.records import RecordKind
from site_gen.text.values import replace

MOST_BEHIND = 500  # parts of an item among which the questions of a batch stand
LONGEST_PROMISE = 200  # characters of an answer that is only promised
KINDS = {
    "question": RecordKind.QUESTION,
    "supplementary": RecordKind.SUPPLEMENTARY,
    "response": RecordKind.RESPONSE,
    "said": RecordKind.RESPONSE,
    "written-response": RecordKind.RESPONSE,
    "promise": RecordKind.RESPONSE,
}


def begin(reading: Reading, block: Block, found: Found) -> None:
    """Open the question or response that `found` opens in `block`."""
    reading.note(block, found)
    reading.close()
    kind = KINDS[found.phrase]
    record = RecordDraft(kind, block.line, number=found.slot("number") or None)
    record.speaker = reading.speaker(found, block)
    record.addressed_to = reading.speaker(found, block, "addressee")
    record.is_promise = found.phrase == "promise"
    record.is_in_writing = found.phrase in ("promise", "written-response")
    record.dated, record.earlier = found.slot("date"), found.slot("earlier")
    if kind is RecordKind.RESPONSE:
        record.numbers = tuple(filter(None, [record.number, *_numbers(found.slot("numbers"))]))
        record.number = None
    if not found.announces:
        record.blocks.append(block)
        reading.open(record, Takes.LIST if block.text.rstrip().endswith(":") else Takes.NOTHING)
        return
    record.lead.append(block.cut(found.start, found.end))
    rest = block.cut(found.end)
    if rest.text:
        record.blocks.append(rest)
    reading.open(record, Takes.ALL)


def is_reply_to_motion(reading: Reading, found: Found) -> bool:
    """ "REPLY:" under a notice of motion answers no question: it is what officers said of it."""
    if found.phrase != "response" or found.slots or not reading.decisions:
        return False
    if not any(decision.is_motion for decision in reading.decisions[-8:]):
        return False
    return not any(
        isinstance(part, RecordDraft) and part.kind in ASKING for part in reading.flow[-8:]
    )


def answer_alone(reading: Reading, block: Block, whole: Found) -> Found | None:
    """ "Reply" alone in a paragraph: it announces the answer, where one is waited for."""
    if not _has_been_asked(reading, or_answered=False):
        return None
    return replace(whole, phrase="response", end=len(block.text), announces=True)


def may_stand(reading: Reading, found: Found) -> bool:
    """Whether the phrase may open an answer here.

    "Councillor Example said:" and "In response it was stated that ..." answer something only
    right after a question or another answer to it; elsewhere they are discussion.
    """
    kind = KINDS.get(found.phrase)
    if kind is None or found.is_label or is_reply_to_motion(reading, found):
        return kind is None or not is_reply_to_motion(reading, found)
    if kind in ASKING:
        return found.announces or is_one_asker(found.slot("speaker"))
    if found.announces and found.phrase != "said":
        return True
    if not is_one_answerer(found.slot("speaker")):
        return False
    return _has_been_asked(reading, or_answered=found.phrase != "said")


def _has_been_asked(reading: Reading, *, or_answered: bool) -> bool:
    """Whether the last record but for discussion is a question, or an answer to one."""
    kinds = (*ASKING, RecordKind.RESPONSE) if or_answered else ASKING
    for part in reversed(reading.flow):
        if isinstance(part, PassageDraft):
            continue
        if not isinstance(part, RecordDraft):
            return False
        if part.kind is not RecordKind.DISCUSSION:
            return part.kind in kinds
    return False


def _numbers(printed: str) -> list[str]:
    """ "3 and 4" gives 3 and 4, "1 to 3" gives 1, 2 and 3."""
    numbers: list[str] = []
    is_range = False
    for part in printed.replace("-", " to ").replace("–", " to ").replace(",", " ").split():
        if part == "to":
            is_range = True
        elif part.isdigit():
            first = int(numbers[-1]) + 1 if is_range and numbers else int(part)
            numbers += [str(number) for number in range(first, min(int(part), first + 50) + 1)]
            is_range = False
    return numbers


def settle_promise(record: RecordDraft, wording: Wording) -> None:
    """Mark a response that says only that an answer will follow."""
    if record.kind is not RecordKind.RESPONSE or len(record.blocks) != 1:
        return
    text = record.text
    if len(text) <= LONGEST_PROMISE and any(
        found.phrase == "promise" for found in wording.openings(text)
    ):
        record.is_promise = record.is_in_writing = True


def take_list(reading: Reading, block: Block) -> bool:
    """Read a list behind an announced question or response as a batch; False when it is none."""
    record = reading.record
    if record is None or reading.takes is not Takes.ALL or number_of(block.children[0]) is None:
        return False
    if record.kind in ASKING:
        return _questions(reading, record, block)
    if record.kind is RecordKind.RESPONSE:
        return _responses(reading, record, block)
    return False


def _questions(reading: Reading, record: RecordDraft, block: Block) -> bool:
    """ "X asked:" and then "1. ... 2. ...": each entry is a question."""
    if not record.blocks and not record.batch:
        reading.batches += 1
        record.batch = reading.batches
    elif not record.batch or not _continues(reading, block.children[0]):
        return False
    for entry in block.children:
        if not entry.children:
            reading.continue_with(list_of(entry))
            continue
        if record.blocks:
            following = RecordDraft(record.kind, entry.line, speaker=record.speaker)
            following.addressed_to, following.batch = record.addressed_to, record.batch
            reading.open(following, Takes.ALL)
            record = following
        record.number = number_of(entry)
        record.blocks += entry.children
        reading.last_marker = entry.marker
    return True


def _responses(reading: Reading, record: RecordDraft, block: Block) -> bool:
    """ "X responded:" and then "1. ... 2. ...": n answers n of the batch asked before."""
    asked = pending_batch(reading)
    if len(asked) < 2 or (record.blocks and not record.batch):
        return False
    numbers = {question.number for question in asked}
    if record.batch and not _continues(reading, block.children[0]):
        return False
    if number_of(block.children[0]) not in numbers:
        return False
    for entry in block.children:
        if number_of(entry) not in numbers or not entry.children:
            record.blocks.append(list_of(entry))
            continue
        if record.blocks:
            following = RecordDraft(record.kind, entry.line, speaker=record.speaker)
            following.is_in_writing = record.is_in_writing
            reading.open(following, Takes.ALL)
            record = following
        record.batch = asked[0].batch
        record.number = number_of(entry)
        record.blocks += entry.children
        reading.last_marker = entry.marker
    return True


def pending_batch(reading: Reading) -> list[RecordDraft]:
    """The questions of the last batch that was asked together."""
    batch: list[RecordDraft] = []
    for part in islice(reversed(reading.flow), MOST_BEHIND):
        if isinstance(part, RecordDraft) and part.kind in ASKING:
            if not part.batch or (batch and part.batch != batch[0].batch):
                break
            batch.append(part)
    return batch[::-1]


def _continues(reading: Reading, entry: Block) -> bool:
    """Whether the entry counts on from the last one of the open batch."""
    last = find_marker(reading.last_marker + " x")
    marker = find_marker(entry.marker + " x")
    return last is not None and marker is not None and marker.value_after(last) is not None
