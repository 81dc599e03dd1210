"""What is kept of each meeting that is indexed, so that a build need not read its analysis."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from sys import intern
from typing import NamedTuple

import numpy as np

from site_gen.search.analysis import COLUMNS, END, STOP, Analysis
from site_gen.search.days import day_number
from site_gen.search.digests import digest_of


class Card(NamedTuple):
    """One meeting, without its words."""

    meeting: str
    date: str
    day: int
    body_id: str
    body: str
    digest: str  # of its entry: equal digests, equal analyses
    content: str  # digest of its analysis
    plain: int  # threads that are not routine
    routine: int
    pieces: int
    lengths: tuple[int, ...]  # terms of all pieces, one number for each field
    texts: int  # pieces whose own text has a term
    shown: int  # characters that results show of it
    signatures: list[str]  # of each thread
    people: list[tuple[int, list[str]]]  # threads in which people have a part, with their ids
    foreign: list[tuple[int, str]]  # threads that begin in another meeting, with that piece's id


class Day(NamedTuple):
    """All meetings of one day, in order."""

    day: int
    cards: list[Card]
    plain: int  # threads that are not routine
    routine: int  # threads that are


def make_card(analysis: Analysis, digest: str, stored: bytes) -> Card:
    """The card of a meeting; `stored` is its analysis as it was stored."""
    kind = np.dtype(analysis.width)
    tokens = np.frombuffer(analysis.numbered, dtype=kind)
    ended = np.flatnonzero(tokens == END)
    stops = np.append(0, np.cumsum(tokens == STOP))
    lengths = np.diff(ended, prepend=-1) - 1 - np.diff(stops[ended], prepend=0)
    of_pieces = lengths[np.frombuffer(analysis.rows, dtype=kind).reshape(-1, COLUMNS)[:, 2:]]
    return Card(
        analysis.meeting,
        analysis.date,
        day_number(analysis.date),
        analysis.body_id,
        analysis.body,
        digest,
        digest_of(stored),
        analysis.plain,
        len(analysis.signatures) - analysis.plain,
        len(of_pieces),
        tuple(of_pieces.sum(axis=0).tolist()),
        int(np.count_nonzero(of_pieces[:, 0])),
        sum(len(item) + len(pieces) for item, pieces in analysis.shown),
        [*map(intern, analysis.signatures)],  # few differ: one copy of each is kept
        analysis.people,
        analysis.foreign,
    )


def in_order(cards: Iterable[Card]) -> list[Card]:
    """`cards` as the index has them: by date."""
    return sorted(cards, key=lambda card: (card.day, card.date, card.meeting))


def days_of(cards: Sequence[Card]) -> Iterator[Day]:
    """The days of some meetings that are in order."""
    for day, each in groupby(cards, key=attrgetter("day")):
        of_day = [*each]
        plain, routine = of_day[0].plain, of_day[0].routine
        for card in of_day[1:]:
            plain += card.plain
            routine += card.routine
        yield Day(day, of_day, plain, routine)
