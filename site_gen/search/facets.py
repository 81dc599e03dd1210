"""What filters need, in one small file for each block: type, committee, date and response.

Threads stand in order, so of each only the number of its signature is said, and of each meeting
how many threads it has. People come in a file of their own, loaded when that filter is opened.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

from site_gen.search.numbers import encode, encode_all
from site_gen.search.segments import SegmentFacets, SegmentHead

FIRST_DAY = date(1000, 1, 1).toordinal()


def day_number(text: str) -> int:
    """Days from the first of January 1000 to an ISO date; a partial one stands for its first day.

    0 for what is no date.
    """
    parts = [*text.split("-"), "01", "01"][:3]
    try:
        return max(0, date(*map(int, parts)).toordinal() - FIRST_DAY)
    except ValueError:
        return 0


def block_facets(heads: Sequence[SegmentHead], segments: Sequence[SegmentFacets]) -> Any:
    """The value of a block's filter file: see `static/js/search/filters.js`."""
    bodies: dict[str, str] = {}  # the name of the last meeting is the one that filters show
    for segment in segments:
        bodies.update({body: name for _, body, name in segment.meetings})
    body_numbers = {body: number for number, body in enumerate(sorted(bodies))}
    meetings = [meeting for segment in segments for meeting in segment.meetings]
    days = list(accumulate((day_number(day) for day, _, _ in meetings), max))
    signatures = [one for segment in segments for one in segment.signatures]
    listed = [one for one, _ in sorted(Counter(signatures).items(), key=lambda x: (-x[1], x[0]))]
    numbers = {one: number for number, one in enumerate(listed)}
    return {
        "bodies": [[body, bodies[body]] for body in body_numbers],
        "signatures": listed,
        "days": encode_all([after - before for before, after in pairwise([0, *days])]),
        "bodyOf": encode_all([body_numbers[body] for _, body, _ in meetings]),
        "partial": {
            str(number): day for number, (day, _, _) in enumerate(meetings) if len(day) < 10
        },
        "meetings": [len(segment.meetings) for segment in segments],
        "threads": [
            "".join(_threads_of_meetings(head, segment))
            for head, segment in zip(heads, segments, strict=True)
        ],
        "signatureOf": encode_all(list(map(numbers.__getitem__, signatures))),
    }


def block_people(
    heads: Sequence[SegmentHead], segments: Sequence[SegmentFacets], names: Mapping[str, str]
) -> Any:
    """The value of a block's file of people: the threads in which each has a part.

    Only people whom `names` lists are in it: nobody else has a filter entry.
    """
    threads: dict[str, list[int]] = {}
    start = 0
    for head, segment in zip(heads, segments, strict=True):
        for thread, people in enumerate(segment.people, start=start):
            for person in people:
                if person in names:
                    threads.setdefault(person, []).append(thread)
        start += head.threads
    listed = sorted(threads)
    return {
        "people": [[person, names[person], len(threads[person])] for person in listed],
        "gaps": "".join(
            encode_all([after - before for before, after in pairwise([0, *threads[person]])])
            for person in listed
        ),
    }


def _threads_of_meetings(head: SegmentHead, segment: SegmentFacets) -> list[str]:
    """How many plain threads each meeting has, then how many routine ones."""
    plain = Counter(segment.meeting_of[: head.routine_from])
    routine = Counter(segment.meeting_of[head.routine_from :])
    meetings = range(len(segment.meetings))
    return [encode(plain[one]) for one in meetings] + [encode(routine[one]) for one in meetings]
