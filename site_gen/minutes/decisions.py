"""Decisions: what was resolved, recommended or noted, in parts that share movers and vote."""

import re

from site_gen.content.block import Block, BlockKind
from site_gen.minutes.drafts import DecisionDraft, RecordDraft
from site_gen.minutes.movers import parse_movers
from site_gen.minutes.outcomes import find_outcome
from site_gen.minutes.paragraphs import words_of
from site_gen.minutes.reading import Reading, Takes, ends_sentence, list_of, number_of
from site_gen.minutes.votes import merge_votes, parse_vote
from site_gen.minutes.wording import Found
from site_gen.model.prose import PassageRole
from site_gen.model.records import Outcome, RecordKind
from site_gen.text.patterns import compile_later

THAT = re.compile(r"[\s“\"‘'*_]*that\b", re.IGNORECASE)
# "That it be noted that no interests were declared": nobody moved it, so that it only says so.
REMARK = re.compile(r"that\s+(?:it|is)\s+(?:is\s+|be\s+|being\s+)?noted\b", re.IGNORECASE)
LONGEST_LEAD = 1500  # characters in which movers, vote and outcome are looked for
NUMBERED = re.compile(r"\d{1,3}\.\d{1,3}[.)]?\s")  # "7.2 Another matter"
# "DECISION: to agree" over "(a) that two lorries be bought;": it says nothing without its list.
VERB_ALONE = compile_later(
    r"\W*to\s+(?:agree|approve|endorse|note|recommend|resolve)\W*\Z", re.IGNORECASE
)
# "Full Council, that ..." behind "Recommended to:".
DECIDING_BODY = compile_later(
    r"\s*(?P<decides>[^,:;.\n]{3,80}?)(?:\s*[,:]\s*|\s+(?=that\b)|\s*\n|\s*\Z)", re.IGNORECASE
)


def begin(reading: Reading, block: Block, found: Found) -> None:
    """ "AGREED:", "RESOLVED that ...", "Recommended to Full Council:"."""
    reading.note(block, found)
    motion = _motion_before(reading)
    is_advice = found.phrase == "recommendation"
    if motion is not None and not is_advice and _is_restated_at_once(reading, motion, block, found):
        decision = _go_on_with(reading, motion)
    else:
        decision = open_decision(reading, block)
    decision.is_resolved = True
    reading.takes_parts = True
    kind = RecordKind.RECOMMENDATION if is_advice else RecordKind.RESOLUTION
    decides = found.slot("decides").strip()
    lead_end = found.end if found.announces else 0
    if is_advice and found.is_label and not decides:
        lead_end, decides = _deciding_body(block, found.end)
    _learn(decision, block, lead_end or len(block.text))
    if motion is not None and motion is not decision and not is_advice:
        _restate(motion, decision, block.text[: lead_end or None])
    if lead_end and reading.is_before_list and VERB_ALONE.match(block.text, lead_end):
        lead_end = len(block.text)
    if lead_end:
        reading.passage(PassageRole.LEAD, block.cut(0, lead_end))
    reading.part_kind, reading.decides = kind, decides or None
    if (rest := block.cut(lead_end)).text:
        add_part(reading, rest)


def begin_told(
    reading: Reading,
    block: Block,
    found: Found,
    *,
    is_motion: bool = False,
    is_resolved: bool = False,
) -> None:
    """A decision that sentences of prose tell: its words are those sentences, whole.

    What was moved is a resolution only when it was carried; what was proposed and seconded is
    one unless it was lost: most parishes leave the result out.
    """
    reading.note(block, found)
    if not is_resolved:
        reading.close()  # who moved it stands in its own sentences
    decision = open_decision(reading, block)
    decision.is_motion = decision.is_motion or is_motion
    decision.is_resolved = is_resolved or not is_motion
    reading.takes_parts = reading.takes_motion = False
    reading.part_kind, reading.decides = RecordKind.RESOLUTION, None
    _learn(decision, block, len(block.text))
    if is_resolved and decision.outcome is None:
        decision.outcome = Outcome.CARRIED
    add_part(reading, block)
    if not block.text.rstrip().endswith(":"):
        reading.takes = Takes.NOTHING


def _motion_before(reading: Reading) -> DecisionDraft | None:
    """The item's motion, when nothing has been decided since."""
    last = next((each for each in reversed(reading.decisions) if not each.is_amendment), None)
    is_over = last is not None and last.outcome not in (None, Outcome.CARRIED)
    if last is None or is_over or last.is_resolved or last.first_record is None:
        return None
    return last if last.is_motion or last.moved_by is not None else None


def _is_restated_at_once(
    reading: Reading, motion: DecisionDraft, block: Block, found: Found
) -> bool:
    """Whether "RESOLVED: ..." prints what was moved and carried right before it."""
    lead = block.text[: found.end if found.announces else None]
    is_known = motion.outcome is not None or "motion" in lead.lower()
    return reading.flow[-1] is motion and motion.is_motion and is_known


def _go_on_with(reading: Reading, motion: DecisionDraft) -> DecisionDraft:
    """The motion, which "RESOLVED: ..." makes a decision: both are one."""
    reading.record = None
    reading.decision = motion
    motion.restated_from = len(motion.records)
    motion.outcome = motion.outcome or Outcome.CARRIED
    return motion


def _restate(motion: DecisionDraft, decision: DecisionDraft, lead: str) -> None:
    """ "RESOLVED: ..." after a motion prints what was moved, so that the motion is not another."""
    if motion.outcome is None and "motion" not in lead.lower():
        return
    motion.is_restated = True
    motion.outcome = motion.outcome or decision.outcome
    decision.moved_by = decision.moved_by or motion.moved_by
    decision.seconded_by = decision.seconded_by or motion.seconded_by
    decision.vote = merge_votes(decision.vote, motion.vote)


def _deciding_body(block: Block, at: int) -> tuple[int, str]:
    """Where the body's name ends that stands behind "Recommended to:", and the name."""
    match = DECIDING_BODY.match(block.text, at)
    if match is None or THAT.match(match["decides"]):
        return at, ""
    return match.end(), match["decides"].strip()


def open_decision(reading: Reading, block: Block) -> DecisionDraft:
    """The decision whose movers stand right before, or another one."""
    decision = reading.decision
    if decision is not None and decision.first_record is None:
        reading.record = None
        return decision
    reading.close()
    decision = DecisionDraft(block.line)
    reading.add_decision(decision)
    return decision


def _learn(decision: DecisionDraft, block: Block, end: int) -> None:
    """Take movers, vote and outcome from the words that announce the decision."""
    words = words_of(block.cut(0, min(end, LONGEST_LEAD)))
    learn_movers(decision, block)
    decision.vote = merge_votes(decision.vote, parse_vote(words))
    outcome = find_outcome(words.text)
    if outcome is not None and decision.outcome is None:
        decision.outcome = outcome.outcome


def learn_movers(decision: DecisionDraft, block: Block) -> int:
    """Take mover and seconder from the block; gives where the words that name them end."""
    movers = parse_movers(words_of(block))
    if movers is None:
        return 0
    decision.moved_by = decision.moved_by or movers.moved_by
    decision.seconded_by = decision.seconded_by or movers.seconded_by
    return movers.end


def add_part(reading: Reading, block: Block, number: str | None = None) -> RecordDraft:
    """A part of the open decision, left open."""
    record = RecordDraft(reading.part_kind, block.line, [block], number=number)
    record.decides = reading.decides
    reading.open(record, Takes.LIST)
    return record


def take_list(reading: Reading, block: Block) -> bool:
    """Each entry of a list under an open decision is a part of it."""
    decision = reading.decision
    if decision is None or not reading.takes_parts or _is_settled(decision):
        return False
    last = decision.last_record
    if last is not None and last.text.rstrip().endswith(":"):
        last.blocks.append(block)
        return True
    for entry in block.children:
        if not entry.children:
            reading.continue_with(list_of(entry))
            continue
        first, *others = entry.children
        add_part(reading, first, number_of(entry)).blocks += others
    return True


def take_paragraph(reading: Reading, block: Block) -> bool:
    """A paragraph under an open decision that is a part of it, or the rest of one."""
    decision = reading.decision
    if decision is None or _is_settled(decision):
        return False
    last = decision.last_record
    if last is not None and block.text[:1].islower() and not ends_sentence(last.text):
        last.blocks.append(block)  # the line was broken within the sentence
        return True
    if not reading.takes_parts:
        return False
    if last is None or (THAT.match(block.text) and _is_complete(last.text)):
        add_part(reading, block)
        return True
    if ends_sentence(last.text) or NUMBERED.match(block.text):
        return False
    last.blocks.append(block)
    return True


def _is_settled(decision: DecisionDraft) -> bool:
    """Something stands behind its last part: the outcome has been told."""
    last = decision.last_record
    return last is not None and decision.flow[-1] is not last


def _is_complete(text: str) -> bool:
    stripped = text.rstrip()
    return ends_sentence(stripped) or stripped.endswith((";", ",", "; and", ", and", "and"))


def begin_bare(reading: Reading, block: Block) -> None:
    """ "a) That ...; b) That ..." though nothing announces it."""
    open_decision(reading, block)
    reading.takes_parts = True
    reading.part_kind, reading.decides = RecordKind.RESOLUTION, None
    if block.kind is BlockKind.LIST:
        take_list(reading, block)
    else:
        add_part(reading, block)


def is_bare(block: Block) -> bool:
    """Whether every entry, or the paragraph, begins with "That" and is no mere remark."""
    if block.kind is BlockKind.LIST:
        return all(
            entry.children and THAT.match(entry.children[0].text) for entry in block.children
        )
    is_that = block.kind is BlockKind.PARAGRAPH and block.text.startswith(("That ", "THAT "))
    return is_that and REMARK.match(block.text) is None
