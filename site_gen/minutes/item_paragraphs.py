"""One paragraph of an item: what it opens, what it goes on with, or prose."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

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
from site_gen.minutes.item_prose import acts_of, read_prose, read_sentences
from site_gen.minutes.looking_ahead import has_outcome_ahead, take_bare_decision
from site_gen.minutes.openings import FURNITURE, opening
from site_gen.minutes.reading import Reading, Takes
from site_gen.minutes.sentences import sentence_starts
from site_gen.minutes.told import TOLD, decides_itself
from site_gen.minutes.wording import Found
from site_gen.model.prose import PassageRole

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
ANSWERING = ("response", "said", "promise")
MOTION_HEADINGS = ("amendment-heading", "motion-heading")
MOVING = ("movers", "moved", "seconded", "motion", "amendment")
DECIDING = (*TOLD, "decision-in-prose")
# "62.1 RESOLVED", and "That the path be mended" under no heading.
NO_PLAIN_START = (*"0123456789", "That ", "THAT ")
FEWEST_WORDS = 4  # "the amendment was agreed"
MOST_SENTENCES = 60  # of a question, behind which its answer may begin
MOST_NESTED = 20  # movers behind movers in one paragraph; no minutes have three
# "On the proposal of A, seconded by B, it was agreed to ...": the movers stand right before.
IT_WAS = re.compile(
    r"\W*(?:and\s+)?it\s+was\s+(?:\w+\s+){0,2}(?:agreed|resolved|decided)\b", re.IGNORECASE
)


def read_paragraph(reading: Reading, blocks: Sequence[Block], at: int, block: Block) -> None:
    """Read a paragraph, which may be only the rest of `blocks[at]`."""
    if not reading.decisions and _is_plain_prose(reading, block):
        reading.give(block)
        return
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


def _is_plain_prose(reading: Reading, block: Block) -> bool:
    """Whether it surely tells nothing, so that no reader need look at it: most prose is so.

    That is known only of an item in which nothing has been moved or decided yet.
    """
    text = block.text
    if not text or text.startswith(NO_PLAIN_START):
        return False
    return reading.wording.is_silent(text)


def _undeclared(reading: Reading, blocks: Sequence[Block], at: int, block: Block) -> None:
    """Read a paragraph that no phrase opens: it goes on with what is open, or is prose."""
    if _decides_itself(reading, block):
        read_prose(reading, block)
        return
    if motions.take_outcome(reading, block) or decisions.take_paragraph(reading, block):
        return
    if motions.take_motion(reading, block) or take_bare_decision(reading, blocks, at, block):
        return
    context = circumstances.note(reading, block)
    if reading.takes is Takes.ALL and not _ends_speech(reading, context):
        reading.give(block)
        return
    read_prose(reading, block)


def _decides_itself(reading: Reading, block: Block) -> bool:
    """Whether it tells of a decision of its own, though one is open that could take it."""
    decision = reading.decision
    if decision is None and not motions.is_pending(reading):
        return False
    if reading.takes_motion and decision is not None and decision.first_record is None:
        return IT_WAS.match(block.text) is not None and bool(acts_of(reading, block))
    return decides_itself(acts_of(reading, block), block.text)


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
    reading.is_before_list = at + 1 < len(blocks) and blocks[at + 1].kind is BlockKind.LIST
    BEGINNINGS[found.phrase](reading, block, found)
    reading.has_outcome_ahead = reading.takes_motion and has_outcome_ahead(reading, blocks, at)
    return True


def _begin_motion(
    reading: Reading, blocks: Sequence[Block], at: int, block: Block, found: Found
) -> bool:
    """Begin a motion, or name its movers; False when the words name nobody."""
    if found.phrase in ("motion", "amendment"):
        rest = motions.begin(reading, block, found)
        reading.has_outcome_ahead = has_outcome_ahead(reading, blocks, at)
        if rest is not None:
            read_sentences(reading, rest)
        return True
    if reading.nested >= MOST_NESTED or not motions.names_movers(block):
        return False
    rest = motions.name_movers(reading, block, found)
    reading.has_outcome_ahead = has_outcome_ahead(reading, blocks, at)
    is_first = reading.decision is not None and reading.decision.first_record is None
    if rest is not None and is_first and _says_all(rest.text):
        decisions.begin_told(reading, rest, found, is_resolved=True)
        return True
    reading.nested += 1
    for part in _motion_and_outcome(rest):
        read_paragraph(reading, blocks, at, part)
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
    decided = next((act for act in acts_of(reading, block) if act.found.phrase in DECIDING), None)
    if decided is not None:
        if (asked := block.cut(0, decided.start)).text:
            _thread(reading, asked, found)
        read_prose(reading, block.cut(decided.start))
        return
    for start in islice(sentence_starts(block.text), MOST_SENTENCES):
        behind = block.cut(start)
        questions.begin(reading, block.cut(0, start), found)
        answer = opening(reading, behind)
        if answer is not None and answer.phrase in ANSWERING and not answer.announces:
            questions.begin(reading, behind, answer)
            return
        reading.flow.pop()
    questions.begin(reading, block, found)


def _ends_speech(reading: Reading, context: Iterable[Found]) -> bool:
    """Whether the minutes speak again: "Members noted ..." is no part of an officer's answer."""
    if reading.record is None or not reading.record.blocks:
        return False
    return any(found.phrase == "discussion" for found in context)
