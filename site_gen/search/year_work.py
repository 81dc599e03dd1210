"""One year's meetings to the part of the index that is made of them alone: a task of its own."""

from collections.abc import Mapping, Sequence

import numpy as np

from site_gen.search.analysis import FIRST_WORD, Analysis, read_analysis
from site_gen.search.cards import Card, days_of, in_order, make_card
from site_gen.search.display import ShownDay, cut_group, grouped, threads_per_chunk
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
    postings: list[SentPostings]  # by partition
    words: Mapping[str, int]  # in how many meetings each stands
    paths: list[str]
    changed: int


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
        shown = [
            ShownDay(day.day, [analyses[card.meeting] for card in day.cards]) for day in of_group
        ]
        digests[group], chunks = cut_group(shown, per_chunk)
        files.update((chunk.path, chunk.content) for chunk in chunks)
    changed = task.write_files(files)
    postings, words = invert_counted(
        [DayMeetings(day.day, [analyses[card.meeting] for card in day.cards]) for day in days]
    )
    return YearPart(
        cards,
        per_chunk,
        digests,
        [*map(sent, partitions(postings))],
        words,
        list(files),
        changed,
    )


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
