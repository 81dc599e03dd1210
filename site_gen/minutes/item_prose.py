"""Running prose to discussion, but for the sentences that decide, move or promise something."""

from itertools import pairwise

from site_gen.content.block import Block
from site_gen.minutes import decisions, motions, tasks
from site_gen.minutes.openings import names_people
from site_gen.minutes.reading import Reading
from site_gen.minutes.sentences import sentence_starts
from site_gen.minutes.told import PROPOSING, TOLD, Act, told_acts
from site_gen.text.values import replace


def read_prose(reading: Reading, block: Block) -> None:
    """Prose, but for the sentences in it that decide, move or promise something."""
    at = 0
    for act in acts_of(reading, block):
        if (before := block.cut(at, act.start)).text:
            read_sentences(reading, before)
        tell(reading, block, act)
        at = act.end
    if (rest := block.cut(at)).text:
        read_sentences(reading, rest)


def acts_of(reading: Reading, block: Block) -> list[Act]:
    """What the prose of the block tells, where it may tell anything."""
    if not reading.is_minutes:
        return []
    return [act for act in told_acts(reading.wording, block) if names_people(act.found)]


def tell(reading: Reading, block: Block, act: Act) -> None:
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


def read_sentences(reading: Reading, block: Block) -> None:
    """Prose in which a sentence may tell what became of a motion."""
    if not motions.is_pending(reading) or not motions.tells_somewhere(block.text):
        reading.discuss(block)
        return
    starts = [0, *sentence_starts(block.text), len(block.text)]
    for start, end in pairwise(starts):
        sentence = block.cut(start, end)
        if sentence.text and not motions.take_outcome(reading, sentence):
            reading.discuss(sentence)
