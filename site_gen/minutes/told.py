"""What running prose tells of decisions: the sentences that decide, and those that belong to them.

Parish minutes tell most of what they decide within a paragraph: "Mr A proposed that the account be
paid. Seconded by Mr B. All agreed."
"""

import re
from collections.abc import Sequence

from site_gen.content.block import Block
from site_gen.minutes.movers import parse_movers
from site_gen.minutes.outcomes import find_outcome
from site_gen.minutes.paragraphs import words_of
from site_gen.minutes.votes import parse_vote
from site_gen.minutes.wording import Found, Sentence, Wording
from site_gen.model.records import Outcome
from site_gen.text.values import dataclass, replace

PROPOSING = ("motion-told", "proposal-told")  # the surer first
TOLD = ("decision-told", "decision-short", *PROPOSING)
LONGEST_ADDITION = 160  # characters of a sentence that only adds a seconder or an outcome
LONGEST_ACT = 1500  # characters in which movers are looked for
MOST_ADDITIONS = 4
# A sentence that says what is decided, and so is no addition to the one before it.
DECIDES_MORE = re.compile(
    r"\b(?:agreed|resolved|decided|noted)\s+(?:that|to|by\s+the)\b", re.IGNORECASE
)
ONLY_MOVERS = re.compile(r"\W*(?:proposed|moved|prop\.)\s+(?:by|:)", re.IGNORECASE)
AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
NOMINATIONS = re.compile(r"\bnominat", re.IGNORECASE)
# What is decided was said in the sentence before.
REFERS_BACK = re.compile(
    r"\W*(?:this|these|that|which|they|both|approved|agreed|accepted|adopted|refused|carried|all|"
    r"unanimously)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that prose tells, with the span of all that is said of it."""

    start: int
    end: int
    found: Found  # its places are those of the whole text


def told_acts(wording: Wording, block: Block) -> list[Act]:
    """What the sentences of `block` tell, in order; they do not overlap."""
    text = block.text
    sentences = wording.sentences(text)
    acts: list[Act] = []
    at = 0
    while at < len(sentences):
        free_from = acts[-1].end if acts else 0
        ways = sorted(sentences[at].found, key=_precedence)
        act = next(
            filter(None, (_act(block, sentences, at, each, free_from) for each in ways)), None
        )
        if act is None:
            at += 1
            continue
        acts.append(act)
        at = next(
            (n for n in range(at, len(sentences)) if sentences[n].start >= act.end), len(sentences)
        )
    return acts


def _precedence(found: Found) -> int:
    return PROPOSING.index(found.phrase) if found.phrase in PROPOSING else len(PROPOSING)


def _act(
    block: Block, sentences: Sequence[Sentence], at: int, found: Found, free_from: int
) -> Act | None:
    """The act that the sentence begins; None when its movers are nobody or it stays open."""
    sentence = sentences[at]
    if found.phrase not in TOLD:
        return Act(sentence.start, sentence.end, found)
    last = _last_addition(block, sentences, at, is_proposed=found.phrase in PROPOSING)
    start, end = sentence.start, sentences[last].end
    if found.phrase in PROPOSING and not _is_moved(block, start, end):
        return None
    if at and sentences[at - 1].start >= free_from and REFERS_BACK.match(block.text, start):
        start = sentences[at - 1].start
    return Act(start, end, replace(found, announces=_announces(block.text, end)))


def _is_moved(block: Block, start: int, end: int) -> bool:
    """Whether the words name who moved, and who seconded or what came of it."""
    movers = parse_movers(words_of(block.cut(start, min(end, start + LONGEST_ACT))))
    if movers is None or movers.moved_by is None:
        return False
    outcome = find_outcome(block.text[start:end])
    is_told = outcome is not None and outcome.outcome is not Outcome.NOTED
    return movers.seconded_by is not None or is_told


def _announces(text: str, end: int) -> bool:
    return end >= len(text) and text.rstrip(" *_").endswith(":")


def _last_addition(
    block: Block, sentences: Sequence[Sentence], at: int, *, is_proposed: bool
) -> int:
    """Index of the last sentence that only adds to the one at `at`."""
    last = at
    following = range(at + 1, min(at + 1 + MOST_ADDITIONS, len(sentences)))
    if is_proposed and any(NOMINATIONS.search(_text(block, sentences[n])) for n in following):
        last = next((n for n in following if _decides(block, sentences[n])), at)
    for n in range(last + 1, min(last + 1 + MOST_ADDITIONS, len(sentences))):
        if is_proposed and AMENDMENT.search(_text(block, sentences[n])) is not None:
            if parse_vote(words_of(block.cut(sentences[n].start, sentences[n].end))):
                break
            continue  # what became of it is not what became of the proposal
        if not _only_adds(block, sentences[n]):
            break
        last = n
    return last


def _text(block: Block, sentence: Sentence) -> str:
    return block.text[sentence.start : sentence.end]


def _decides(block: Block, sentence: Sentence) -> bool:
    return bool(sentence.found) or find_outcome(_text(block, sentence)) is not None


def _only_adds(block: Block, sentence: Sentence) -> bool:
    """ "Seconded by Mr B.", "The motion passed 5-0.", "Councillor C against."."""
    text = _text(block, sentence)
    if len(text) > LONGEST_ADDITION or DECIDES_MORE.search(text) is not None:
        return False
    if find_outcome(text) is not None or parse_vote(
        words_of(block.cut(sentence.start, sentence.end))
    ):
        return True
    movers = parse_movers(words_of(block.cut(sentence.start, sentence.end)))
    return movers is not None and (movers.moved_by is None or ONLY_MOVERS.match(text) is not None)


def decides_itself(acts: Sequence[Act], text: str) -> bool:
    """Whether a paragraph that tells of something decides it, and not what came before."""
    return any(act.found.phrase in PROPOSING for act in acts) or (
        bool(acts) and DECIDES_MORE.search(text) is not None
    )
