"""One year's meetings to the part of the index that is made of them alone: a task of its own."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from site_gen.search.analysis import FIRST_WORD, Analysis, read_analysis
from site_gen.search.cards import Card, days_of, in_order, make_card
from site_gen.search.display import (
    ShownDay,
    cut_day,
    group_files,
    grouped,
    threads_per_chunk,
)
from site_gen.search.inversion import DayMeetings, invert_counted
from site_gen.search.kept import MeetingEntry, ReadAnalyses, WriteFiles
from site_gen.search.partitions import partitions
from site_gen.search.sent_postings import SentPostings, sent
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class YearTask:
    """What a year's part is made of."""

    entries: Sequence[MeetingEntry]
    read_analyses: ReadAnalyses
    write_files: WriteFiles


@dataclass(frozen=True, slots=True)
class YearPart:
    """What a year gives."""

    cards: list[Card]  # in order
    per_chunk: int  # threads in a file of display records
    digests: dict[int, str]  # of its display records, by group of days
    postings: list[SentPostings]  # by partition, until one takes them
    words: "SentWords"
    paths: list[str]
    changed: int

    def take(self, partition: int) -> SentPostings:
        """The postings of a partition, which from then on are not here."""
        found = self.postings[partition]
        self.postings[partition] = found._replace(content=b"")
        return found


def make_year(task: YearTask) -> YearPart:
    """The part of one year; its display records are written."""
    stored = task.read_analyses([entry.id for entry in task.entries])
    analyses: dict[str, Analysis] = {}
    made = []
    for entry, content in zip(task.entries, stored, strict=True):
        analysis = analyses[entry.id] = read_analysis(content)
        made.append(make_card(analysis, entry.digest, content))
    cards = in_order(made)
    days = list(days_of(cards))
    per_chunk = threads_per_chunk(cards)
    files: dict[str, bytes] = {}
    digests = {}
    for group, of_group in grouped(days):
        shown = (
            ShownDay(day.day, [analyses[card.meeting] for card in day.cards]) for day in of_group
        )
        chunks = [chunk for day in shown for chunk in cut_day(day, per_chunk)]
        digests[group], of_files = group_files(chunks)
        files.update(of_files)
    changed = task.write_files(files)
    postings, words = invert_counted(
        [DayMeetings(day.day, [analyses[card.meeting] for card in day.cards]) for day in days]
    )
    return YearPart(
        cards,
        per_chunk,
        digests,
        [*map(sent, partitions(postings))],
        SentWords.of(words),
        list(files),
        changed,
    )


class SentWords(NamedTuple):
    """In how many meetings of a year each word stands, as it is sent to the process that counts.

    That one holds those of all years: as strings of their own they would take ten times the room.
    """

    words: str  # with a line's end between
    counts: bytes

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> "SentWords":
        """`counts` ready to be sent."""
        return cls("\n".join(counts), np.array([*counts.values()], dtype=np.uint32).tobytes())

    def received(self) -> dict[str, int]:
        """The counts that were sent."""
        counts = np.frombuffer(self.counts, dtype=np.uint32).tolist()
        return dict(zip(self.words.split("\n"), counts, strict=True)) if counts else {}


def count_words(analyses: Sequence[Analysis]) -> dict[str, int]:
    """In how many of the meetings each word stands."""
    numbers: dict[str, int] = {}
    found = [
        numbers.setdefault(word, len(numbers))
        for analysis in analyses
        for word in analysis.words[FIRST_WORD:]
    ]
    counts = np.bincount(np.array(found, dtype=np.int64), minlength=len(numbers)).tolist()
    return dict(zip(numbers, counts, strict=True))
