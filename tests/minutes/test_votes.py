"""Votes in prose, in lists of names and in tables."""

import json
import re
import time
from pathlib import Path

import pytest

from site_gen.content.blocks import parse_blocks
from site_gen.minutes.paragraphs import joined, paragraphs
from site_gen.minutes.vote_words import Side
from site_gen.minutes.votes import (
    CountMismatch,
    count_mismatches,
    merge_votes,
    parse_vote,
    parse_vote_table,
)
from site_gen.model.people import Speaker
from site_gen.model.records import Vote
from site_gen.text.sources import Source
from site_gen.text.words import Words

Counts = tuple[int | None, int | None, int | None]


def counts(text: str) -> Counts | None:
    vote = parse_vote(Words.plain(text))
    return None if vote is None else (vote.votes_for, vote.votes_against, vote.abstentions)


def printed(speakers: tuple[Speaker, ...]) -> list[str]:
    return [speaker.printed for speaker in speakers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 for, 3 against, 2 abstentions", (9, 3, 2)),
        ("Vote: 9 for, 3 against, 1 abstention", (9, 3, 1)),
        ("Vote - 3 for, 1 against, 3 abstentions. Motion Carried.", (3, 1, 3)),
        ("one abstained and six were in favour", (6, None, 1)),
        ("Following a vote with 6 in favour and one against, it was agreed", (6, 1, None)),
        ("eight Members in favour of the proposal and nine Members expressing their opposition",
         (8, 9, None)),
        ("by 9 votes to 3, with 2 abstentions", (9, 3, 2)),
        ("Motion Passed (13 to 0)", (13, 0, None)),
        ("The motion passed 5-0.", (5, 0, None)),
        ("was approved on a 3-2 vote", (3, 2, None)),
        ("Agreed by a vote of 6 - 1.", (6, 1, None)),
        ("This was carried by 5 Votes - 1 abstention", (5, None, 1)),
        ("3 in Agreement, 1 Abstention.", (3, None, 1)),
        ("For: 9 Against: 3 Abstained: none", (9, 3, 0)),
        ("Ayes 7 Noes 0", (7, 0, None)),
        ("with no votes against", (None, 0, None)),
        ("AGREED nem con", (None, 0, None)),
        ("1 councillor voted against.", (None, 1, None)),
        ("Abstain: 4 (a, b)", (None, None, 4)),
        ("Carried 4 votes for; 1 abstained", (4, None, 1)),
    ],
)  # fmt: skip
def test_counts_are_read(text: str, expected: Counts) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "All Councillors agreed on 4:30 p.m.",
        "Construction of a dwelling, 50-50 vote by Parish",
     "For the avoidance of doubt the meeting of 2017-2018", "on 12-13 March for 30 people",
     "the score was 3-1", "Memory tooling (37:00)", "Trace events (1:09:00)",
     "minutes 3-4 were agreed", "the vote was taken at 7:30", "",
     "two for the price of one", "a budget of 5 to 6 million", "£3-5 for children",
     "A vote of thanks was passed unanimously", "A vote of sympathy was carried by 9 votes to 0",
     "For Councillor Butler\nCouncillors Reid, Shah (2)\nFor Councillor Hill\nCouncillor Moss (1)"],
)  # fmt: skip
def test_what_is_no_vote_for_or_against_is_none(text: str) -> None:
    assert parse_vote(Words.plain(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "For A. Reid, B. Shah (2) Against C. Moss (1)",
        "**For**\n\nA. Reid, B. Shah. **(2)**\n\n**Against**\n\nC. Moss. **(1)**",
        "For the motion (2) - A. Reid, B. Shah. Against the motion (1) - C. Moss.",
        "On a division there voted:- For (2) - A. Reid and B. Shah; Against (1) - C. Moss.",
        "AYES: A. Reid, B. Shah. NOES: C. Moss. ABSENT: None.",
        "In favour: A. Reid, B. Shah\nAgainst: C. Moss\nAbstained: none",
        "For the Proposal\n\nA. Reid and B. Shah\n\n(2)\n\nAgainst\n\nC. Moss\n\n(1)\n\nThe Mayor",
        "For: A. Reid, B. Shah. Against: C. Moss. The Mayor declared the proposal carried.",
    ],
)
def test_names_are_read_with_their_counts(text: str) -> None:
    blocks = parse_blocks(Source("a.md", text)).value
    vote = parse_vote(joined([paragraph.words for paragraph in paragraphs(blocks)]))
    assert vote is not None
    assert (vote.votes_for, vote.votes_against) == (2, 1)
    assert printed(vote.names_for) == ["A. Reid", "B. Shah"]
    assert printed(vote.names_against) == ["C. Moss"]
    assert count_mismatches(vote) == ()


def test_nobody_is_none_and_not_a_name() -> None:
    vote = parse_vote(Words.plain("AYES: Reid, Shah. NOES: None. ABSTAIN: None. ABSENT: Moss."))
    assert vote is not None
    assert (vote.votes_for, vote.votes_against, vote.abstentions, vote.absent) == (2, 0, 0, 1)
    assert vote.names_against == ()


def test_single_voters_are_named() -> None:
    vote = parse_vote(
        Words.plain(
            "There were 6 votes for the removal. Cllr Reid abstained. Cllr Shah voted against"
        )
    )
    assert vote is not None
    assert (vote.votes_for, vote.votes_against, vote.abstentions) == (6, 1, 1)
    assert printed(vote.names_abstained) == ["Cllr Reid"]
    assert printed(vote.names_against) == ["Cllr Shah"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Resolved (7:7 and on the chair's casting vote)", "for"),
        ("The Chairman used his casting vote against. The motion was lost (7:7)", "against"),
        ("Carried (7 to 7) by the casting vote of the Mayor", "for"),
        ("7 for, 7 against; the Mayor gave her casting vote in favour", "for"),
    ],
)
def test_a_casting_vote_has_a_side(text: str, side: str) -> None:
    vote = parse_vote(Words.plain(text))
    assert vote is not None
    assert vote.casting_vote == side
    assert (vote.votes_for, vote.votes_against) == (7, 7)


@pytest.mark.parametrize(
    "text", ["RESOLVED (unanimously):", "It was unanimously agreed", "All in favour", "yn unfrydol"]
)
def test_unanimity_needs_no_count(text: str) -> None:
    assert parse_vote(Words.plain(text)) == Vote(is_unanimous=True)


def test_a_table_has_a_column_or_a_row_for_each_side() -> None:
    columns = parse_vote_table(
        [
            ["Yeas:", "Nays:", "Absent:"],
            ["Mayor J. Reid", "C. Moss", "D. Hill"],
            ["B. Shah", "", ""],
        ],
        10,
    )
    assert columns is not None
    assert (columns.votes_for, columns.votes_against, columns.absent) == (2, 1, 1)
    assert printed(columns.names_for) == ["Mayor J. Reid", "B. Shah"]
    assert [speaker.line for speaker in columns.names_for] == [12, 13]
    numbers = parse_vote_table([["For", "Against", "Abstained"], ["9", "3", "1"]])
    assert numbers == Vote(votes_for=9, votes_against=3, abstentions=1)
    rows = parse_vote_table([["**For**", "A. Reid, B. Shah"], ["**Against**", "None"]])
    assert rows is not None
    assert (rows.votes_for, rows.votes_against) == (2, 0)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["Item", "Cost"], ["Bench", "9"]],
        [["Anna", "Josh"], ["A. Reid", "B. Shah"]],
        [["", ""], ["", ""]],
    ],
)
def test_other_tables_are_no_vote(rows: list[list[str]]) -> None:
    assert parse_vote_table(rows) is None


def test_two_tellings_of_one_vote_are_one() -> None:
    names = parse_vote(Words.plain("For: A. Reid, B. Shah Against: none"))
    tally = parse_vote(Words.plain("Motion Passed (2 to 0)"))
    whole = merge_votes(tally, names)
    assert whole is not None
    assert (whole.votes_for, whole.votes_against, len(whole.names_for)) == (2, 0, 2)
    assert merge_votes(None, tally) == tally
    assert merge_votes(tally, None) == tally


def test_counts_that_are_not_the_names_are_told() -> None:
    vote = parse_vote(Words.plain("For A. Reid, B. Shah, C. Moss (4) Against D. Hill (1)"))
    assert vote is not None
    assert count_mismatches(vote) == (CountMismatch(Side.FOR, printed=4, named=3),)


@pytest.mark.parametrize(
    "unit", ["For ", "For: A, ", "9 for, ", "1-", "(1 to 1) ", "abstained ", "A abstained ", "\n",
             "no ", "casting vote ", "1 vote to ", "for (1) ", "."]
)  # fmt: skip
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    start = time.process_time()
    parse_vote(Words.plain(text))
    parse_vote_table([[text], [text]])
    assert time.process_time() - start < 8


def test_every_result_of_a_canadian_council_is_read(corpora: Path) -> None:
    """All 278 results of the answer key, counts and outcome."""
    wrong = []
    for path in sorted((corpora / "london-on" / "data").rglob("*.json")):
        for result in re.findall(r'"string": "(Motion (?:Passed|Failed)[^"]*)"', path.read_text()):
            tally = re.search(r"\((\d+) to (\d+)\)", result)
            expected = (int(tally[1]), int(tally[2]), None) if tally else None
            if counts(result) != expected:
                wrong.append(result)
    assert wrong == []


def test_roll_calls_of_an_irish_council_add_up(corpora: Path) -> None:
    """Every roll call's names are as many as the number printed behind them."""
    votes = []
    for path in sorted((corpora / "limerick").rglob("*.md")):
        blocks = parse_blocks(Source("a.md", path.read_text(encoding="utf-8"))).value
        leaves = [leaf.words for leaf in paragraphs(blocks) if leaf.words]
        for at, words in enumerate(leaves):
            if re.fullmatch(r"For(?: the \w+)?:?", words.text.strip()):
                votes.append(parse_vote(joined(leaves[at : at + 14])))
    assert len(votes) >= 18
    assert [count_mismatches(vote) for vote in votes if vote is not None] == [()] * len(votes)
    assert all(vote is not None and vote.names_for and vote.names_against for vote in votes)


def test_vote_tables_of_a_canadian_council_are_read_whole(corpora: Path) -> None:
    """133 tables of yeas, nays and absent; three ballots between candidates stay tables."""
    read, ballots = 0, 0
    for path in sorted((corpora / "london-on" / "data").rglob("*.json")):
        for row in re.findall(r'"rows": (\[\{.*?\}\])', path.read_text(encoding="utf-8")):
            columns = json.loads(row)
            head = [column["vote"] for column in columns]
            depth = max(len(column["voters"]) for column in columns)
            body = [
                [c["voters"][at] if at < len(c["voters"]) else "" for c in columns]
                for at in range(depth)
            ]
            vote = parse_vote_table([head, *body])
            if vote is None:
                ballots += 1
                continue
            read += 1
            names = (vote.names_for, vote.names_against, vote.names_absent)
            assert sum(map(len, names)) + len(vote.names_did_not_vote) == sum(
                len(column["voters"]) for column in columns
            )
    assert (read, ballots) == (133, 3)
