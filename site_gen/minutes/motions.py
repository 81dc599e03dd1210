"""Motions and amendments: who moved them, the vote, and what became of them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from site_gen.content.block import Block
from site_gen.minutes import decisions
from site_gen.minutes.drafts import DecisionDraft
from site_gen.minutes.movers import parse_movers
from site_gen.minutes.outcomes import find_outcome
from site_gen.minutes.paragraphs import joined, words_of
from site_gen.minutes.reading import Reading, Takes
from site_gen.minutes.sentences import sentence_end
from site_gen.minutes.votes import merge_votes, parse_vote, parse_vote_table
from site_gen.minutes.wording import Found
from site_gen.model.prose import PassageRole
from site_gen.model.records import Outcome, RecordKind

MOST_SIDES = 12  # paragraphs that tell of one vote
LONGEST_LABEL = 60  # characters of a paragraph whose names may stand in the next one
LONGEST_OUTCOME = 160  # characters of a paragraph that says only what became of a motion
# A longer one begins like this.
TELLS_OUTCOME = re.compile(
    r"\W*(?:(?:the|this)\s+(?:substantive\s+|original\s+|amended\s+)?"
    r"(?:motion|amendment|proposal|proposition|vote)"
    r"|(?:on|upon)\s+being|votes?\b|voting\b|carried\b|lost\b|motion\b|amendment\b)",
    re.IGNORECASE,
)
NOT_CARRIED = (Outcome.LOST, Outcome.WITHDRAWN, Outcome.DEFERRED, Outcome.LAPSED)
ANNOUNCES = re.compile(r"(?:resolved|agreed)\b[^:\n]{0,60}:[\s*_]*[-–—]?\s*\Z", re.IGNORECASE)
AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
MOTION = re.compile(r"\b(?:motion|proposal|proposition|recommendation)\b", re.IGNORECASE)


def begin(reading: Reading, block: Block, found: Found) -> Block | None:
    """A motion or an amendment that is announced as one, or moved in a sentence.

    Gives the sentences behind that one, which are still to be read.
    """
    reading.note(block, found)
    reading.close()
    decision = DecisionDraft(block.line, is_motion=True)
    decision.is_amendment = found.phrase.startswith("amendment") or reading.is_amending
    if decision.is_amendment:
        decision.amends = next(
            (other for other in reversed_decisions(reading) if not other.is_amendment), None
        )
    reading.add_decision(decision)
    reading.part_kind = RecordKind.MOTION
    end = found.end if found.announces else sentence_end(block.text, found.end)
    first = block.cut(0, end)
    decisions.learn_movers(decision, first)
    if decision.moved_by is None:
        decision.moved_by = reading.speaker(found, block)
    reading.takes_motion = True
    rest = block.cut(end)
    if not found.announces and first.text.rstrip().endswith(":"):
        reading.passage(PassageRole.LEAD, first)
    elif not found.announces:
        decisions.add_part(reading, first)
        return rest if rest.text else None
    else:
        reading.passage(PassageRole.LEAD, first)
    if rest.text:
        decisions.add_part(reading, rest)
    return None


def begin_by_title(reading: Reading, title: Block, found: Found) -> None:
    """A motion that the item's title announces: "Notice of Motion submitted by Cllr Example"."""
    reading.note(title, found)
    decision = DecisionDraft(title.line, is_motion=True)
    decision.moved_by = reading.speaker(found, title)
    reading.add_decision(decision)
    reading.part_kind = RecordKind.MOTION
    reading.takes_motion = True


def names_movers(block: Block) -> bool:
    """Whether the words that begin as "It was proposed" name anybody, or stand as a label."""
    is_label = len(block.text) <= LONGEST_LABEL or block.text.rstrip().endswith(":")
    return is_label or parse_movers(words_of(block)) is not None


def name_movers(reading: Reading, block: Block, found: Found) -> Block | None:
    """ "Moved by A; seconded by B": of the motion just printed, else of one that follows.

    Gives the words behind the names, which are still to be read.
    """
    reading.note(block, found)
    decision = reading.decision
    is_behind = decision is not None and _lacks_movers(decision)
    if decision is None or (decision.first_record and not is_behind):
        reading.close()
        decision = DecisionDraft(block.line)
        reading.add_decision(decision)
    end = decisions.learn_movers(decision, block)
    end = end if 0 < end < len(block.text) else len(block.text)
    reading.passage(PassageRole.MOVERS, block.cut(0, end))
    reading.part_kind = RecordKind.RESOLUTION
    reading.takes_motion = not is_behind
    rest = block.cut(end)
    return rest if rest.text.strip(" .;,") else None


def _lacks_movers(decision: DecisionDraft) -> bool:
    """Whether it has been printed and nobody has been named who moved it."""
    is_named = decision.moved_by is not None and decision.seconded_by is not None
    is_over = decision.outcome is not None and not decision.is_motion
    return decision.first_record is not None and not is_named and not is_over


def take_motion(reading: Reading, block: Block) -> bool:
    """The words of a motion behind its movers or its heading, up to what became of it."""
    decision = reading.decision
    if decision is None or not reading.takes_motion:
        return False
    last = decision.last_record
    if last is None:
        decisions.add_part(reading, block)
        reading.takes = Takes.ALL if reading.has_outcome_ahead else Takes.LIST
        return True
    if decision.flow[-1] is not last:
        return False
    if not reading.has_outcome_ahead:
        return False
    last.blocks.append(block)
    return True


@lru_cache(maxsize=1024)  # a motion looks for its outcome, and so does the motion before it
def tells_outcome(text: str) -> bool:
    """Whether a paragraph says only how the vote went and what came of it."""
    if not _is_about_outcome(text):
        return False
    return find_outcome(text) is not None


def _is_about_outcome(text: str) -> bool:
    """Whether a paragraph may tell what came of a motion: "That the motion be approved" is one."""
    if decisions.THAT.match(text) is not None:
        return False
    return len(text) <= LONGEST_OUTCOME or TELLS_OUTCOME.match(text) is not None


def is_pending(reading: Reading) -> bool:
    """Whether a motion of the item has no outcome yet."""
    return any(decision.is_pending for decision in reading.decisions[-8:])


@lru_cache(maxsize=256)
def tells_somewhere(text: str) -> bool:
    """Whether a sentence of the text may tell what became of a motion."""
    return find_outcome(text) is not None


def take_outcome(reading: Reading, block: Block) -> bool:
    """ "Motion Passed (13 to 0)", "The amendment was put to the vote and lost."."""
    if not reading.decisions or not _is_about_outcome(block.text):
        return False
    decision = _decision_meant(reading, block.text)
    if decision is None or ANNOUNCES.search(block.text) is not None:
        return False
    outcome = find_outcome(block.text)
    vote = parse_vote(words_of(block))
    if outcome is None and vote is None:
        return False
    if outcome is not None:
        decision.outcome = outcome.outcome
    decision.vote = merge_votes(decision.vote, vote)
    _put(reading, decision, PassageRole.OUTCOME if outcome is not None else PassageRole.VOTE, block)
    return True


def take_vote(reading: Reading, block: Block, found: Found) -> bool:
    """A paragraph that opens as a vote: "On a division, there voted: ...", "AYES: ..."."""
    decision = _decision_meant(reading, block.text)
    if decision is None:
        return False
    outcome = find_outcome(block.text)
    is_label = block.text.rstrip(" -–—").endswith(":")
    is_side = "side" in found.slots
    vote = parse_vote(words_of(block))
    if vote is None and outcome is None and not is_label and not is_side:
        return False
    reading.note(block, found)
    _learn_vote(decision, block)
    if outcome is not None:
        decision.outcome = outcome.outcome
    _put(reading, decision, PassageRole.VOTE, block)
    return True


def _learn_vote(decision: DecisionDraft, block: Block) -> None:
    """Take the vote from all paragraphs so far that tell of it: each may tell of one side."""
    decision.votes.append(block)
    if len(decision.votes) > MOST_SIDES:
        return
    together = parse_vote(joined([words_of(each) for each in decision.votes]))
    decision.vote = merge_votes(together, decision.vote)


def take_table(reading: Reading, block: Block) -> bool:
    """A table of votes."""
    vote = parse_vote_table(block.rows, block.line)
    decision = _decision_meant(reading, "")
    if decision is None or vote is None:
        return False
    decision.vote = merge_votes(decision.vote, vote)
    _put(reading, decision, PassageRole.VOTE, block)
    return True


def _put(reading: Reading, decision: DecisionDraft, role: PassageRole, block: Block) -> None:
    """The words into the decision when it stands last, else where they were printed."""
    is_last = reading.flow[-1] is decision
    if not is_last:
        reading.close()
    reading.decision = decision if is_last else None
    reading.passage(role, block)


def _decision_meant(reading: Reading, text: str) -> DecisionDraft | None:
    """The decision that words about a vote mean: the open one, else the last without outcome."""
    current = reading.decision
    wants_amendment = AMENDMENT.search(text) is not None
    wants_motion = MOTION.search(text) is not None
    if current is not None and (current.first_record or current.moved_by):
        is_other = current.is_amendment and wants_motion and not wants_amendment
        if not is_other or current.outcome is None:
            return current
    for decision in reversed_decisions(reading):
        if not decision.is_pending:
            continue
        if wants_amendment and not decision.is_amendment and not wants_motion:
            continue
        if wants_motion and decision.is_amendment and not wants_amendment:
            continue
        return decision
    return None


def settle_kinds(decision: DecisionDraft) -> None:
    """Make the parts resolutions when they were carried, and motions when they were not."""
    is_open = decision.is_motion and decision.outcome is None
    is_motion = is_open or decision.is_restated or decision.outcome in NOT_CARRIED
    for at, record in enumerate(decision.records):
        if decision.restated_from is not None:
            is_motion = at < decision.restated_from
        if is_motion and record.kind in (RecordKind.RESOLUTION, RecordKind.RECOMMENDATION):
            record.kind = RecordKind.MOTION
        elif not is_motion and record.kind is RecordKind.MOTION:
            record.kind = RecordKind.RESOLUTION


def reversed_decisions(reading: Reading) -> Iterator[DecisionDraft]:
    """The decisions so far, the last first."""
    return reversed(reading.decisions)
