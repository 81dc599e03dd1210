"""Which threads pass filters, read from the files that a browser reads.

Twin of `static/js/search/filters.js`: a thread passes when one of its pieces does.
"""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from typing import Any, NamedTuple

from site_gen.search.numbers import decode_all
from site_gen.search.query import Filters
from site_gen.search.shard_reading import IndexReader
from site_gen.search.words import words

_EARLIEST = "0000-00-00"
_LATEST = "9999-99-99"


class _Facts(NamedTuple):
    """What filters know of a thread."""

    signature: frozenset[str]
    date: str
    body: str
    body_name: str


def passing_threads(index: IndexReader, filters: Filters, threads: set[int]) -> set[int]:
    """Those of `threads` that pass all `filters`."""
    people = _threads_of_people(index, filters.person) if filters.person else threads
    return {
        thread
        for thread, facts in enumerate(_facts(index))
        if thread in threads and thread in people and _passes(filters, facts)
    }


def _passes(filters: Filters, facts: _Facts) -> bool:
    kinds, responses = set(filters.type), {f"={one}" for one in filters.response}
    return (
        (not kinds or bool(kinds & facts.signature))
        and (not responses or bool(responses & facts.signature))
        and (
            not filters.committee
            or any(is_meant(one, facts.body, facts.body_name) for one in filters.committee)
        )
        and _whole(facts.date, _LATEST) >= _whole(filters.since, _EARLIEST)
        and _whole(facts.date, _EARLIEST) <= _whole(filters.until, _LATEST)
    )


def is_meant(wanted: str, identifier: str, name: str) -> bool:
    """Whether `wanted` is the id, or all its words stand in the name."""
    asked = [word for word in words(wanted) if word]
    return wanted == identifier or (bool(asked) and set(asked) <= set(words(name)))


def _whole(text: str, filler: str) -> str:
    return text + filler[len(text) :]


def _facts(index: IndexReader) -> Iterator[_Facts]:
    """The facts of every thread, in order."""
    for block in index.blocks:
        value = index.value(f"f-{block['name']}", block["facets"])
        signatures = [frozenset(one.split(" ")) for one in value["signatures"]]
        meetings = list(_meetings_of_threads(value))
        for signature, meeting in zip(decode_all(value["signatureOf"]), meetings, strict=True):
            yield _Facts(signatures[signature], *meeting)


def _meetings_of_threads(value: Any) -> Iterator[tuple[str, str, str]]:
    """Date, committee's id and its name, of each thread of a block."""
    days = list(accumulate(decode_all(value["days"])))
    bodies = [value["bodies"][number] for number in decode_all(value["bodyOf"])]
    dates = [
        value["partial"][str(number)]
        if str(number) in value["partial"]
        else date.fromordinal(day).isoformat()
        for number, day in enumerate(days)
    ]
    meetings = [(day, body, name) for day, (body, name) in zip(dates, bodies, strict=True)]
    start = 0
    for count, threads in zip(value["meetings"], value["threads"], strict=True):
        for place, number in enumerate(decode_all(threads)):
            for _ in range(number):
                yield meetings[start + place % count]
        start += count


def _threads_of_people(index: IndexReader, wanted: list[str]) -> set[int]:
    threads = set()
    for block, start in zip(index.blocks, index.block_starts, strict=False):
        value = index.value(f"p-{block['name']}", block["people"])
        gaps = decode_all(value["gaps"])
        for identifier, name, count in value["people"]:
            own = list(accumulate((next(gaps) for _ in range(count)), initial=start))[1:]
            if any(is_meant(one, identifier, name) for one in wanted):
                threads.update(own)
    return threads
