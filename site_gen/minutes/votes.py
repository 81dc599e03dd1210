"""Votes as prose, lists of names and tables print them."""

import re
from collections.abc import Sequence

from site_gen.minutes.name_lists import split_names
from site_gen.minutes.names import is_sentence, parse_speaker
from site_gen.minutes.neighbours import speaker_before
from site_gen.minutes.outcomes import find_outcome, is_courtesy
from site_gen.minutes.paragraphs import words_of_cell
from site_gen.minutes.vote_words import (
    NOBODY_AGAINST,
    NUMBER_WORDS,
    SIDE_WORDS,
    UNANIMOUS,
    VOTE_STEMS,
    Side,
)
from site_gen.model.people import Speaker
from site_gen.model.records import Outcome, Vote
from site_gen.text.patterns import compile_later, compile_phrase, mentions
from site_gen.text.values import dataclass, field_names, replace
from site_gen.text.words import Words

_SIDES = "|".join(
    f"(?P<{side.value}>{'|'.join(sorted(words, key=len, reverse=True))})"
    for side, words in SIDE_WORDS.items()
)

_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}"
_PLAIN_SIDES = "|".join(word for words in SIDE_WORDS.values() for word in words)
SIDE = compile_phrase(rf"(?:{_SIDES})\b")
# "9 for", "six were in favour", "one member abstained", "with two votes against", "no abstentions"
COUNT_BEFORE = compile_phrase(
    rf"(?<![\w.,/£$€-])(?P<number>{_NUMBER})(?:\s+(?:votes?|members?|councillors?|voted|were|was|to|who)){{0,3}}"
    rf"\s+(?:{_SIDES})(?!\w)"
)
# "For: 9", "Against - 3", "For the motion (9)", "Abstentions None", "AYES: None"
COUNT_AFTER = compile_phrase(
    rf"(?<!\w)(?:{_SIDES})(?:\s+votes?)?\s*[:=–-]?\s*[(]?\s*(?P<number>\d{{1,3}}|none|nil|zero)(?![\w/-])[)]?"
)
# Labels of name lists stand at the start of a sentence, a line or after a bracket.
LABEL = compile_phrase(
    rf"(?:\A|(?<=[.;:)\n|-])|(?<=[.;:)\n|-]\s)|(?<=[.;)\n|]\s\s)|(?<=\s)(?=(?:{_PLAIN_SIDES})\s?:))"
    rf"[ \t]*(?:those\s+)?(?:vot(?:ed|ing)\s+)?(?:{_SIDES})(?!\w)"
    rf"(?P<mark>\s*(?:\(\s*(?P<count>\d{{1,3}})\s*\)|[:–-]|\s+(?=(?-i:[A-Z])))[\s:–-]*)"
)
COUNT_IN_BRACKETS = re.compile(r"\(\s*(\d{1,3})\s*\)")
# A list of names is over where a sentence begins.
SENTENCE_END = re.compile(r"(?<=[a-z]{2})\.\s{1,9}(?=[A-Z])")
# "(13 to 0)", "passed 5-0", "Resolved (7:7", "by 9 votes to 3", "9/0/1"
TALLY = compile_phrase(
    r"(?<![\w.,/£$€:-])(?P<votes_for>\d{1,3})\s*(?:votes?\s+)?(?:to|[-–—:])\s*(?P<votes_against>\d{1,3})"
    r"(?:\s*[-–—:]\s*(?P<abstained>\d{1,3}))?(?![\w%/]|[.,:-]\d|\s?[ap]\.?m\b)"
)
LIKELY_TALLY = re.compile(r"\d\s?(?:votes? )?(?:to|[-–—:])\s?\d")
TALLY_BEFORE = compile_phrase(
    r"(?:carried|passed|passes|approved|adopted|lost|defeated|failed|resolved|vote|voted|by|agreed|"
    r"rejected|carries|unanimously)\W{1,4}(?:(?:on|by)\s+)?(?:a\s+(?:vote|margin|majority)\s+of\s+|by\s+)?\Z"
)
TALLY_AFTER = compile_phrase(r"\W{1,2}(?:vote|margin|majority)(?!\w)")
CARRIED_BY = compile_phrase(
    r"(?<!\w)(?:carried|passed|approved|agreed|adopted)\s+(?:by|with)\s+(?P<number>\d{1,3})\s+votes?(?!\w)"
)
CASTING_VOTE = compile_phrase(
    r"casting\s+vote(?P<side>\s+(?:was\s+)?(?:cast\s+)?(?:in\s+favou?r|for|against)(?!\w))?"
)
UNANIMITY = compile_phrase("|".join(rf"(?<!\w)(?:{words})(?!\w)" for words in UNANIMOUS))
NO_DISSENT = compile_phrase("|".join(rf"(?<!\w)(?:{words})" for words in NOBODY_AGAINST))
NOBODY = compile_phrase(r"\W*(?:none|nil|no\s*one|nobody|n/a|0)?\W*\Z")
SINGLE_VOTER = compile_later(
    r"\s(?:(?:and\s+)?(?:(?:has|had|then)\s+)?(?:(?P<abstained>abstain(?:ed|ing|s))"
    r"|(?:voted|voting|votes|was|were)\s+against|against(?=\s*(?:[.,;)]|\Z))|dissent(?:ed|ing)))(?!\w)"
)
SURE_WORD = compile_phrase(
    r"(?<!\w)(?:yeas?|ayes?|nays?|noes|in\s+fav|abst|opposed|vot(?:es?|ed|ing)|in\s+agree|\w+\s+motion)"
)
TALLY_OF_VOTES = compile_phrase(r"(?<!\w)(\d{1,3})\s+votes?\s+to\s+(\d{1,3})(?!\w)")
STRONG_LABEL = compile_phrase(r"yeas?|ayes?|nays?|noes|in\s+favou?r|abst|.*the\s+\w+\Z")


@dataclass(frozen=True, slots=True)
class CountMismatch:
    """A printed count that is not the number of names beside it."""

    side: Side
    printed: int
    named: int


def parse_vote(words: Words) -> Vote | None:
    """The vote that `words` tell of; None when they tell of none.

    Accepts "9 for, 3 against, 2 abstentions", "For A, B (2) Against D (1)", "AYES: A. NOES: None.
    ABSENT: None.", "one abstained and six were in favour", "On a division, there voted:- For the
    motion (9) - ...", "unanimously", "(7:7 and on the chair's casting vote)", "(13 to 0)",
    "passed 5-0". Votes of sympathy, thanks or congratulation are no votes.
    """
    text = words.text
    is_likely = mentions(text, VOTE_STEMS) or LIKELY_TALLY.search(text) is not None
    if not is_likely or is_courtesy(text):
        return None
    vote = _named_vote(words) or _counted_vote(text) or _tally(text) or Vote()
    vote = _with_single_voters(words, vote)
    if (casting := CASTING_VOTE.search(text)) is not None:
        vote = replace(vote, casting_vote=_casting_side(text, casting))
    if UNANIMITY.search(text) is not None and not vote.votes_against:
        vote = replace(vote, is_unanimous=True)
    elif NO_DISSENT.search(text) is not None and vote.votes_against is None:
        vote = replace(vote, votes_against=0)
    return vote if vote != Vote() else None


def parse_vote_table(rows: Sequence[Sequence[str]], line: int = 1) -> Vote | None:
    """The vote of a table with a column or a row for each side; None for any other table.

    Accepts a head of "Yeas:", "Nays:", "Absent:" over names, and rows such as "For | 9" or
    "Against | A, B". `rows` are cells as inline Markdown, the head first; `line` is the head's.
    """
    cells = [
        [words_of_cell(cell, line + at + (at > 0)) for cell in row] for at, row in enumerate(rows)
    ]
    return _by_columns(cells) or _by_rows(cells)


def merge_votes(first: Vote | None, second: Vote | None) -> Vote | None:
    """Both as one: what the first leaves open is taken from the second."""
    if first is None or second is None:
        return first or second
    values = {
        name: getattr(first, name) if getattr(first, name) not in (None, (), False) else value
        for name in field_names(Vote)
        for value in (getattr(second, name),)
    }
    return Vote(**values)


def count_mismatches(vote: Vote) -> tuple[CountMismatch, ...]:
    """Where the printed counts are not the numbers of the printed names."""
    found = []
    for side in Side:
        printed, names = _count(vote, side), _names(vote, side)
        if printed is not None and names and printed != len(names):
            found.append(CountMismatch(side, printed, len(names)))
    return tuple(found)


COUNT_FIELDS = {
    Side.FOR: "votes_for",
    Side.AGAINST: "votes_against",
    Side.ABSTAINED: "abstentions",
    Side.DID_NOT_VOTE: "did_not_vote",
    Side.ABSENT: "absent",
}
NAME_FIELDS = {side: f"names_{side.value}" for side in Side}


def _count(vote: Vote, side: Side) -> int | None:
    count: int | None = getattr(vote, COUNT_FIELDS[side])
    return count


def _names(vote: Vote, side: Side) -> tuple[Speaker, ...]:
    names: tuple[Speaker, ...] = getattr(vote, NAME_FIELDS[side])
    return names


def _vote(counts: dict[Side, int], names: dict[Side, tuple[Speaker, ...]] | None = None) -> Vote:
    named = names or {}
    filled = {COUNT_FIELDS[side]: count for side, count in counts.items()}
    return replace(
        Vote(),
        **filled,  # type: ignore[arg-type]
        **{NAME_FIELDS[side]: each for side, each in named.items()},  # type: ignore[arg-type]
    )


def _side(match: re.Match[str]) -> Side:
    return next(side for side in Side if match.groupdict().get(side.value) is not None)


def _number(printed: str) -> int:
    bare = " ".join(printed.lower().split())
    return int(bare) if bare.isdigit() else NUMBER_WORDS[bare]


def _named_vote(words: Words) -> Vote | None:
    """Labels with names after them: at least two sides, or one that cannot mean anything else."""
    labels = _first_labels(words.text)
    sides = {_side(label) for label in labels}
    if len(sides) < 2 and not any(STRONG_LABEL.match(label[0].strip(" :-–")) for label in labels):
        return None
    counts: dict[Side, int] = {}
    names: dict[Side, tuple[Speaker, ...]] = {}
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(words.text)
        listed, printed = _listed(words, label, end)
        side = _side(label)
        if listed is not None:
            names[side] = listed
            counts[side] = printed if printed is not None else len(listed)
        elif printed is not None:
            counts[side] = printed
    return _vote(counts, names) if len(counts) >= 2 or names else None


def _first_labels(text: str) -> list[re.Match[str]]:
    """The labels of the first vote; none of a ballot: "For Cllr A ... For Cllr B ..."."""
    found: list[re.Match[str]] = []
    for label in LABEL.finditer(text):
        if any(_side(label) is _side(earlier) for earlier in found):
            return found if len(found) > 1 else []
        found.append(label)
    return found


def _listed(
    words: Words, label: re.Match[str], end: int
) -> tuple[tuple[Speaker, ...] | None, int | None]:
    """The names after a label and the count printed with them."""
    printed = int(label["count"]) if label["count"] else None
    text = words.text[label.end() : end]
    if (count := COUNT_IN_BRACKETS.search(text)) is not None:
        printed = int(count[1])
        end = label.end() + count.start()
    else:
        end = label.end() + _story_start(text)
    if NOBODY.match(words.text, label.end(), end):
        return ((), printed if printed is not None else 0)
    if (bare := re.match(r"\s*(\d{1,3})\b", text)) is not None:
        return None, int(bare[1])
    listed = split_names(words.cut(label.end(), end))
    return (listed or None), printed


def _story_start(text: str) -> int:
    """Where a sentence begins behind the names; the end when none does."""
    for stop in SENTENCE_END.finditer(text):
        if is_sentence(text[stop.end() : stop.end() + 120]):
            return stop.start()
    return len(text)


def _with_single_voters(words: Words, vote: Vote) -> Vote:
    """With those whom the story names: "Cllr Example abstained", "Cllr Example voted against"."""
    names: dict[Side, tuple[Speaker, ...]] = {}
    for match in SINGLE_VOTER.finditer(words.text):
        side = Side.ABSTAINED if match["abstained"] else Side.AGAINST
        before = speaker_before(words, match.start())
        if before is not None and before[0].name is not None and not _names(vote, side):
            names[side] = (*names.get(side, ()), before[0])
    for side, named in names.items():
        vote = replace(vote, **{NAME_FIELDS[side]: named})  # type: ignore[arg-type]
        if _count(vote, side) is None:
            vote = replace(vote, **{COUNT_FIELDS[side]: len(named)})  # type: ignore[arg-type]
    return vote


def _counted_vote(text: str) -> Vote | None:
    """Numbers beside words of voting; one alone counts when the word cannot mean anything else."""
    counts: dict[Side, int] = {}
    is_sure = False
    matches = [list(pattern.finditer(text)) for pattern in (COUNT_BEFORE, COUNT_AFTER)]
    # "9 for, 3 against" or "For: 9 Against: 3": whichever way the text begins.
    for found in sorted(filter(None, matches), key=lambda each: each[0].start()):
        for match in found:
            side = _side(match)
            counts.setdefault(side, _number(match["number"]))
            is_sure = is_sure or SURE_WORD.search(match[0]) is not None
        if len(counts) >= 2:
            break
    if (carried_by := CARRIED_BY.search(text)) is not None:
        counts.setdefault(Side.FOR, int(carried_by["number"]))
        is_sure = True
    if votes := TALLY_OF_VOTES.search(text):
        counts.setdefault(Side.FOR, int(votes[1]))
        counts.setdefault(Side.AGAINST, int(votes[2]))
    return _vote(counts) if len(counts) >= 2 or is_sure else None


def _tally(text: str) -> Vote | None:
    """Two numbers that a word of voting, or brackets around them alone, make a tally."""
    for match in TALLY.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        is_told = TALLY_BEFORE.search(before) or TALLY_AFTER.match(text, match.end())
        if match["votes_for"] == match["votes_against"] == "50":
            continue  # "a 50-50 vote" gives shares
        if is_told or (before.endswith("(") and " to " in match[0]):
            abstained = match["abstained"]
            counts = {Side.FOR: int(match["votes_for"]), Side.AGAINST: int(match["votes_against"])}
            if abstained is not None:
                counts[Side.ABSTAINED] = int(abstained)
            return _vote(counts)
    return None


def _casting_side(text: str, match: re.Match[str]) -> str | None:
    if match["side"] is not None:
        return "against" if "against" in match["side"].lower() else "for"
    found = find_outcome(text)
    if found is None or found.outcome not in (Outcome.CARRIED, Outcome.LOST):
        return None
    return "for" if found.outcome is Outcome.CARRIED else "against"


def _cell_side(cell: Words) -> Side | None:
    match = SIDE.fullmatch(cell.text.strip(" :*()"))
    return _side(match) if match is not None else None


def _by_columns(cells: list[list[Words]]) -> Vote | None:
    if not cells or not (sides := [_cell_side(cell) for cell in cells[0]]):
        return None
    if any(side is None for side in sides if cells[0][sides.index(side)].text) or not any(sides):
        return None
    names: dict[Side, tuple[Speaker, ...]] = {}
    for column, side in enumerate(sides):
        if side is None:
            continue
        entries = [
            row[column] for row in cells[1:] if column < len(row) and row[column].text.strip()
        ]
        if len(entries) == 1 and entries[0].text.strip().isdigit():
            return _by_rows([list(column) for column in zip(*cells, strict=False)])
        names[side] = tuple(
            parse_speaker(entry.text, *entry.place(0))
            for entry in entries
            if not NOBODY.match(entry.text)
        )
    return _vote({side: len(each) for side, each in names.items()}, names)


def _by_rows(cells: list[list[Words]]) -> Vote | None:
    counts: dict[Side, int] = {}
    names: dict[Side, tuple[Speaker, ...]] = {}
    for row in cells:
        if len(row) < 2 or (side := _cell_side(row[0])) is None:
            continue
        for cell in row[1:]:
            if cell.text.strip().isdigit():
                counts[side] = int(cell.text)
            elif listed := split_names(cell):
                names[side] = listed
                counts.setdefault(side, len(listed))
            elif cell.text.strip() and NOBODY.match(cell.text):
                counts.setdefault(side, 0)
    return _vote(counts, names) if len(counts) >= 2 else None
