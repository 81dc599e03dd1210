"""The blocks of one item to its records."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.content.block import Block, BlockKind
from site_gen.minutes import (
    circumstances,
    comments,
    decisions,
    motions,
    questions,
    representations,
    tasks,
)
from site_gen.minutes.drafts import DecisionDraft, FlowDraft, PassageDraft, RecordDraft
from site_gen.minutes.item_titles import ANNOUNCING
from site_gen.minutes.reading import Reading, Takes, list_of, names_somebody, number_of
from site_gen.minutes.sentences import sentence_starts
from site_gen.minutes.told import PROPOSING, TOLD, Act, decides_itself, told_acts
from site_gen.minutes.wording import Found, Wording
from site_gen.model.prose import PassageRole, Withheld

Begin = Callable[[Reading, Block, Found], None]
BEGINNINGS: dict[str, Begin] = {
    "question": questions.begin,
    "supplementary": questions.begin,
    "response": questions.begin,
    "said": questions.begin,
    "written-response": questions.begin,
    "promise": questions.begin,
    "comment": comments.begin,
    "comments": comments.announce,
    "points": comments.announce_points,
    "decision": decisions.begin,
    "recommendation": decisions.begin,
    "petition": representations.begin,
    "deputation": representations.begin,
    "statement": representations.begin,
    "action": tasks.begin,
    "undertaking": tasks.begin,
}
# Slots that must hold somebody, lest any sentence with "asked" in it be a question.
NAMED_SLOTS = ("speaker", "addressee")
ANSWERING = ("response", "said", "promise")
MOTION_HEADINGS = ("amendment-heading", "motion-heading")
OPEN_IN_LISTS = ("question", "supplementary", "response", "written-response", "petition")
# Such a phrase that is a whole paragraph announces the next one.
ASKED_OR_BROUGHT = (
    "question", "supplementary", "response", "petition", "deputation", "statement", "motion",
)  # fmt: skip
MOVING = ("movers", "moved", "seconded", "motion", "amendment")
DECIDING = (*TOLD, "decision-in-prose")
FEWEST_WORDS = 4  # "the amendment was agreed"
MOST_NESTED = 20  # movers behind movers in one paragraph; no minutes have three
FURTHEST_OUTCOME = 60  # blocks behind a motion in which its outcome is looked for
# Words that belong to the page and not to the meeting.
FURNITURE = ("furniture", "agenda-item", "minutes-begin")
# "On the proposal of A, seconded by B, it was agreed to ...": the movers stand right before.
IT_WAS = re.compile(
    r"\W*(?:and\s+)?it\s+was\s+(?:\w+\s+){0,2}(?:agreed|resolved|decided)\b", re.IGNORECASE
)
PARAGRAPH_NUMBER = re.compile(r"\s*\d{1,3}\.\d{1,3}[.)]?\s+")  # "62.1 RESOLVED: ..."


def read_item(
    blocks: Sequence[Block],
    wording: Wording,
    *,
    attendance_lines: frozenset[int] = frozenset(),
    title: Block | None = None,
    is_minutes: bool = True,
) -> Reading:
    """The item read: its flow has every word of `blocks`, in order.

    Lines of `attendance_lines` only say who was there and become passages. A `title` such as
    "Question submitted by Councillor Example" opens what it announces. The prose of what is no
    minutes tells of no decisions.
    """
    reading = Reading(wording, attendance_lines, is_minutes=is_minutes)
    body, copy = _after_agenda_copy(blocks, wording)
    reading.flow += copy
    if title is not None:
        _begin_by_title(reading, title)
    for at in range(len(body)):
        _read(reading, body, at)
    reading.close()
    reading.flow = _settled(reading.flow, wording)
    return reading


def _after_agenda_copy(
    blocks: Sequence[Block], wording: Wording
) -> tuple[Sequence[Block], list[PassageDraft | Withheld]]:
    """The agenda's own text, printed again before "Minutes:", and what comes after it."""
    for at, block in enumerate(blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(block.text) > 40:
            continue
        found = wording.whole(block.text)
        if found is not None and found.phrase == "minutes-begin":
            copy = passages(PassageRole.AGENDA, blocks[:at])
            return blocks[at + 1 :], [*copy, PassageDraft(PassageRole.FURNITURE, [block])]
    return blocks, []


def passages(role: PassageRole, blocks: Iterable[Block]) -> list[PassageDraft | Withheld]:
    """Blocks as one passage, parted where text was withheld."""
    found: list[PassageDraft | Withheld] = []
    for block in blocks:
        last = found[-1] if found else None
        if block.withheld is not None:
            found.append(block.withheld)
        elif isinstance(last, PassageDraft):
            last.blocks.append(block)
        else:
            found.append(PassageDraft(role, [block]))
    return found


def _begin_by_title(reading: Reading, title: Block) -> None:
    """Open the question or motion that the item's title announces, without its words."""
    found = opening(reading, title)
    if found is None or found.phrase not in ANNOUNCING or not found.announces:
        return
    if found.phrase == "motion":
        motions.begin_by_title(reading, title, found)
        return
    announced = title.cut(0, found.end) if found.is_alone(title.text) else title
    BEGINNINGS[found.phrase](reading, announced, found)
    if reading.record is not None:
        reading.record.lead = []


def is_furniture(wording: Wording, block: Block) -> bool:
    """Whether the paragraph holds words of a council's page and none of its minutes."""
    found = wording.whole(block.text)
    return found is not None and found.phrase in FURNITURE


def _read(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    block = blocks[at]
    if block.withheld is not None:
        reading.withhold(block.withheld)
    elif block.line in reading.attendance_lines:
        reading.close()
        reading.passage(PassageRole.ATTENDANCE, block)
    elif block.kind is BlockKind.PARAGRAPH:
        _paragraph(reading, blocks, at, block)
    elif block.kind is BlockKind.HEADING:
        _paragraph(reading, blocks, at, replace(block, kind=BlockKind.PARAGRAPH))
    elif block.kind is BlockKind.LIST:
        _list(reading, blocks, at)
    elif block.kind is BlockKind.QUOTE:
        _quote(reading, blocks, at)
    elif block.kind is BlockKind.RULE:
        _page_break(reading, block)
    elif block.kind is not BlockKind.TABLE or not motions.take_table(reading, block):
        _continue(reading, block)


def _paragraph(reading: Reading, blocks: Sequence[Block], at: int, block: Block) -> None:
    """Read a paragraph, which may be only the rest of `blocks[at]`."""
    whole = reading.wording.whole(block.text)
    if whole is not None and whole.phrase in FURNITURE:
        reading.note(block, whole)
        reading.close()
        reading.passage(PassageRole.FURNITURE, block)
        return
    if whole is not None and whole.phrase in MOTION_HEADINGS:
        reading.note(block, whole)
        reading.close()
        reading.passage(PassageRole.LEAD, block)
        reading.is_amending = whole.phrase == "amendment-heading"
        return
    found = opening(reading, block)
    if found is None and whole is not None and whole.phrase == "reply-alone":
        found = questions.answer_alone(reading, block, whole)
    if found is None or not _begin(reading, blocks, at, block, found):
        _undeclared(reading, blocks, at, block)


def _undeclared(reading: Reading, blocks: Sequence[Block], at: int, block: Block) -> None:
    """Read a paragraph that no phrase opens: it goes on with what is open, or is prose."""
    if _decides_itself(reading, block):
        _discuss(reading, block)
        return
    if motions.take_outcome(reading, block) or decisions.take_paragraph(reading, block):
        return
    if motions.take_motion(reading, block) or _bare_decision(reading, blocks, at, block):
        return
    context = circumstances.note(reading, block)
    if reading.takes is Takes.ALL and not _ends_speech(reading, context):
        _continue(reading, block)
        return
    _discuss(reading, block)


def _decides_itself(reading: Reading, block: Block) -> bool:
    """Whether it tells of a decision of its own, though one is open that could take it."""
    if reading.decision is None and not motions.is_pending(reading):
        return False
    if reading.takes_motion and reading.decision is not None and not reading.decision.records:
        return IT_WAS.match(block.text) is not None and bool(_acts(reading, block))
    return decides_itself(_acts(reading, block), block.text)


def _begin(reading: Reading, blocks: Sequence[Block], at: int, block: Block, found: Found) -> bool:
    """Begin what the phrase opens; False when it opens nothing here."""
    if found.phrase in MOVING:
        return _begin_motion(reading, blocks, at, block, found)
    if found.phrase == "vote":
        return motions.take_vote(reading, block, found)
    if found.phrase not in BEGINNINGS:
        return False
    if found.phrase in ("question", "supplementary") and not found.announces:
        _thread(reading, block, found)
        return True
    BEGINNINGS[found.phrase](reading, block, found)
    reading.has_outcome_ahead = reading.takes_motion and _has_outcome_ahead(reading, blocks, at)
    return True


def _begin_motion(
    reading: Reading, blocks: Sequence[Block], at: int, block: Block, found: Found
) -> bool:
    """Begin a motion, or name its movers; False when the words name nobody."""
    if found.phrase in ("motion", "amendment"):
        rest = motions.begin(reading, block, found)
        reading.has_outcome_ahead = _has_outcome_ahead(reading, blocks, at)
        if rest is not None:
            _sentences(reading, rest)
        return True
    if reading.nested >= MOST_NESTED or not motions.names_movers(block):
        return False
    rest = motions.name_movers(reading, block, found)
    reading.has_outcome_ahead = _has_outcome_ahead(reading, blocks, at)
    is_first = reading.decision is not None and not reading.decision.records
    if rest is not None and is_first and _says_all(rest.text):
        decisions.begin_told(reading, rest, found, is_resolved=True)
        return True
    reading.nested += 1
    for part in _motion_and_outcome(rest):
        _paragraph(reading, blocks, at, part)
    reading.nested -= 1
    return True


def _says_all(text: str) -> bool:
    """ "..., the amendment was agreed.": what was decided, and that it was."""
    return len(text.split()) >= FEWEST_WORDS and motions.tells_outcome(text)


def _motion_and_outcome(rest: Block | None) -> Iterator[Block]:
    """ "that the elm be felled. Not carried.": what was moved, and then what came of it."""
    if rest is None:
        return
    starts = sentence_starts(rest.text) if decisions.THAT.match(rest.text) else ()
    start = next((each for each in starts if motions.tells_outcome(rest.text[each:])), None)
    yield rest.cut(0, start)
    if start is not None:
        yield rest.cut(start)


def _thread(reading: Reading, block: Block, found: Found) -> None:
    """ "X asked whether .... Y replied that ...": a question and its answer in one paragraph.

    "This was agreed." behind them is a decision.
    """
    decided = next((act for act in _acts(reading, block) if act.found.phrase in DECIDING), None)
    if decided is not None:
        if (asked := block.cut(0, decided.start)).text:
            _thread(reading, asked, found)
        _discuss(reading, block.cut(decided.start))
        return
    for start in sentence_starts(block.text):
        behind = block.cut(start)
        questions.begin(reading, block.cut(0, start), found)
        answer = opening(reading, behind)
        if answer is not None and answer.phrase in ANSWERING and not answer.announces:
            questions.begin(reading, behind, answer)
            return
        reading.flow.pop()
    questions.begin(reading, block, found)


def _has_outcome_ahead(reading: Reading, blocks: Sequence[Block], at: int) -> bool:
    """Whether the item tells what became of a motion before it turns to another."""
    for block in blocks[at + 1 : at + 1 + FURTHEST_OUTCOME]:
        for leaf in block.leaves:
            if leaf.kind is not BlockKind.PARAGRAPH:
                continue
            if leaf is not block and block.kind is BlockKind.LIST:
                continue
            found = reading.wording.openings(leaf.text)
            if any(each.phrase == "decision" for each in found):
                return False
            if motions.tells_outcome(leaf.text):
                return True
            if block.kind is BlockKind.PARAGRAPH and any(
                each.phrase in ("motion", "amendment", "question") for each in found
            ):
                return False
    return False


def _ends_speech(reading: Reading, context: Iterable[Found]) -> bool:
    """Whether the minutes speak again: "Members noted ..." is no part of an officer's answer."""
    if reading.record is None or not reading.record.blocks:
        return False
    return any(found.phrase == "discussion" for found in context)


def opening(reading: Reading, block: Block) -> Found | None:
    """The phrase that opens a paragraph, if it may stand here and whoever it names is somebody."""
    number = PARAGRAPH_NUMBER.match(block.text)
    for match in reading.wording.openings(block.text, number.end() if number else 0):
        found = match
        if found.phrase in ASKED_OR_BROUGHT and found.is_alone(block.text):
            found = replace(found, announces=True)
        if found.is_label and not questions.is_reply_to_motion(reading, found):
            return found
        if questions.may_stand(reading, found) and _names_somebody(found):
            return found
    return None


def _discuss(reading: Reading, block: Block) -> None:
    """Prose, but for the sentences in it that decide, move or promise something."""
    at = 0
    for act in _acts(reading, block):
        if (before := block.cut(at, act.start)).text:
            _sentences(reading, before)
        _tell(reading, block, act)
        at = act.end
    if (rest := block.cut(at)).text:
        _sentences(reading, rest)


def _acts(reading: Reading, block: Block) -> list[Act]:
    """What the prose of the block tells, where it may tell anything."""
    if not reading.is_minutes:
        return []
    return [act for act in told_acts(reading.wording, block) if _names_somebody(act.found)]


def _tell(reading: Reading, block: Block, act: Act) -> None:
    """The record that a sentence of prose tells of."""
    sentence, found = block.cut(act.start, act.end), act.found.moved(-act.start)
    phrase = found.phrase
    if phrase in PROPOSING:
        decisions.begin_told(reading, sentence, found, is_motion=phrase == "motion-told")
    elif phrase in TOLD and found.announces:
        decisions.begin(reading, sentence, replace(found, end=len(sentence.text)))
    elif phrase in TOLD:
        decisions.begin_told(reading, sentence, found, is_resolved=True)
    elif phrase == "decision-in-prose":
        decisions.begin(reading, sentence, found.within(0))
    elif phrase in ("motion-in-prose", "amendment-in-prose"):
        motions.begin(reading, sentence, found.within(0))
        reading.has_outcome_ahead = True
    else:
        tasks.begin(reading, sentence, found.within(0))


def _sentences(reading: Reading, block: Block) -> None:
    """Prose in which a sentence may tell what became of a motion."""
    if not motions.is_pending(reading) or not motions.tells_somewhere(block.text):
        reading.discuss(block)
        return
    starts = [0, *sentence_starts(block.text), len(block.text)]
    for start, end in pairwise(starts):
        sentence = block.cut(start, end)
        if sentence.text and not motions.take_outcome(reading, sentence):
            reading.discuss(sentence)


def _names_somebody(found: Found) -> bool:
    """Whether whoever a phrase names is somebody."""
    return all(names_somebody(found.slot(slot)) for slot in NAMED_SLOTS if found.slot(slot))


def _quote(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    """A quotation or a box: what it says of movers, votes and outcomes is read as such."""
    block = blocks[at]
    tells = [
        child
        for child in block.children
        if child.kind is BlockKind.TABLE or _tells_of_motion(reading, child)
    ]
    if not tells:
        if not motions.take_motion(reading, block):
            _continue(reading, block)
        return
    for child in block.children:
        if child.kind is BlockKind.PARAGRAPH:
            _paragraph(reading, blocks, at, child)
        elif child.kind is not BlockKind.TABLE or not motions.take_table(reading, child):
            _continue(reading, child)


def _tells_of_motion(reading: Reading, block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    found = reading.wording.openings(block.text)
    kinds = ("movers", "moved", "seconded", "vote", "motion", "amendment", "decision")
    return motions.tells_outcome(block.text) or any(each.phrase in kinds for each in found)


def _list(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    block = blocks[at]
    if comments.take_list(reading, block) or questions.take_list(reading, block):
        return
    if any(_opens_record(reading, entry) for entry in block.children):
        for entry in block.children:
            _entry(reading, blocks, at, entry)
        return
    if decisions.take_list(reading, block) or motions.take_motion(reading, block):
        return
    if _bare_decision(reading, blocks, at, block):
        return
    if _goes_on(reading, block) or not any(_tells(reading, entry) for entry in block.children):
        _continue(reading, block)
        return
    for entry in block.children:
        _told_entry(reading, entry)


def _goes_on(reading: Reading, block: Block) -> bool:
    """Whether the block belongs to the open record."""
    takes_list = reading.takes is Takes.LIST and block.kind is BlockKind.LIST
    return reading.record is not None and (reading.takes is Takes.ALL or takes_list)


def _tells(reading: Reading, entry: Block) -> bool:
    """Whether a list's entry tells of a decision: "b) Bus shelter - it was agreed to ..."."""
    return any(
        child.kind is BlockKind.PARAGRAPH and _acts(reading, child) for child in entry.children
    )


def _told_entry(reading: Reading, entry: Block) -> None:
    """One entry of a list in which decisions are told; its mark stays with its first words."""
    if not _tells(reading, entry):
        reading.discuss(list_of(entry))
        return
    first, *others = entry.children
    acts = _acts(reading, first) if first.kind is BlockKind.PARAGRAPH else []
    at = acts[0].start if acts else len(first.text)
    number = number_of(entry)
    if first.kind is not BlockKind.PARAGRAPH or first.text[:at].strip():
        before = first.cut(0, at) if first.kind is BlockKind.PARAGRAPH else first
        reading.discuss(list_of(replace(entry, children=(before,))))
        number = None
    for act in acts:
        if (before := first.cut(at, act.start)).text:
            _sentences(reading, before)
        _tell(reading, first, replace(act, found=act.found.within(0)))
        if reading.record is not None:
            reading.record.number = reading.record.number or number
        at, number = act.end, None
    rest = first.cut(at) if acts else first
    if acts and rest.text:
        _sentences(reading, rest)
    for child in others:
        if child.kind is BlockKind.PARAGRAPH:
            _discuss(reading, child)
        else:
            _continue(reading, child)


def _opens_record(reading: Reading, entry: Block) -> bool:
    """Whether a list's entry announces something: "(A) Mr Example asked: ..."."""
    first = entry.children[0] if entry.children else None
    if first is None or first.kind is not BlockKind.PARAGRAPH:
        return False
    found = opening(reading, first)
    return found is not None and found.phrase in OPEN_IN_LISTS


def _entry(reading: Reading, blocks: Sequence[Block], at: int, entry: Block) -> None:
    """One entry of such a list; its number is the number of the record that it opens."""
    if not _opens_record(reading, entry):
        _continue(reading, list_of(entry))
        return
    first, *others = entry.children
    before, parts = reading.record, len(reading.flow)
    _paragraph(reading, blocks, at, first)
    record = _first_record(reading, parts)
    if record is not None and record is not before and entry.marker:
        record.number = record.number or number_of(entry)
        if record.lead:  # the number was printed before the words that announce
            record.lead = [list_of(replace(entry, children=tuple(record.lead)))]
    for child in others:
        if child.kind is BlockKind.PARAGRAPH:
            _paragraph(reading, blocks, at, child)
        else:
            _continue(reading, child)


def _first_record(reading: Reading, parts: int) -> RecordDraft | None:
    """The first record behind so many parts of the flow; the open one when nothing is there."""
    if len(reading.flow) == parts:
        return reading.record
    part = reading.flow[parts]
    if isinstance(part, DecisionDraft):
        return part.records[0] if part.records else None
    return part if isinstance(part, RecordDraft) else None


def _bare_decision(reading: Reading, blocks: Sequence[Block], at: int, block: Block) -> bool:
    """ "a) That ...; b) That ..." under no heading: at the end of an item, or before its movers."""
    if not decisions.is_bare(block):
        return False
    for following in blocks[at + 1 :]:
        if following.kind is BlockKind.RULE or decisions.is_bare(following):
            continue
        if _tells_of_motion(reading, following) or following.kind is BlockKind.QUOTE:
            break
        if not is_furniture(reading.wording, following):
            return False
    decisions.begin_bare(reading, block)
    return True


def _continue(reading: Reading, block: Block) -> None:
    """Give the block to what is open, or to the discussion."""
    if reading.record is not None and _goes_on(reading, block):
        reading.record.blocks.append(block)
    else:
        reading.discuss(block)


def _page_break(reading: Reading, block: Block) -> None:
    """A line between pages parts nothing; its page number stays where it was printed."""
    last = reading.flow[-1] if reading.flow else None
    record = reading.record
    if record is not None and record.blocks:
        record.blocks.append(block)
    elif record is not None and record.lead:
        record.lead.append(block)
    elif record is not None and record is last and block.text:
        reading.flow.insert(-1, PassageDraft(PassageRole.FURNITURE, [block]))
    elif isinstance(last, (RecordDraft, PassageDraft)) and last.blocks:
        last.blocks.append(block)
    elif block.text:
        reading.passage(PassageRole.FURNITURE, block)


def _settled(flow: list[FlowDraft], wording: Wording) -> list[FlowDraft]:
    """The flow with records that have no words of their own made passages."""
    settled: list[FlowDraft] = []
    for part in flow:
        if isinstance(part, DecisionDraft):
            motions.settle_kinds(part)
        elif isinstance(part, RecordDraft):
            questions.settle_promise(part, wording)
        if isinstance(part, DecisionDraft) and not part.records:
            settled += part.flow
        elif isinstance(part, RecordDraft) and not part.blocks:
            settled += [PassageDraft(PassageRole.LEAD, part.lead)] if part.lead else []
        else:
            settled.append(part)
    return settled
