"""What filters need, in one small file for each block: type, committee, date and response.

Threads stand in order, so of each only the number of its signature is said, and of each meeting
how many threads it has. People come in a file of their own, loaded when that filter is opened.
Threads are numbered through a block: in each year those that are not routine, then the others.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any

from site_gen.search.cards import Card
from site_gen.search.numbers import encode_all


def block_facets(years: Sequence[Sequence[Card]]) -> Any:
    """The value of a block's filter file: see `static/js/search/filters.js`."""
    cards = [card for year in years for card in year]
    bodies = {card.body_id: card.body for card in cards}  # the last meeting's name is shown
    body_numbers = {body: number for number, body in enumerate(sorted(bodies))}
    days = [card.day for card in cards]
    signatures = list(chain.from_iterable(map(_signatures, years)))
    listed = [one for one, _ in sorted(Counter(signatures).items(), key=lambda x: (-x[1], x[0]))]
    numbers = {one: number for number, one in enumerate(listed)}
    return {
        "bodies": [[body, bodies[body]] for body in body_numbers],
        "signatures": listed,
        "days": encode_all([after - before for before, after in pairwise([0, *days])]),
        "bodyOf": encode_all([body_numbers[card.body_id] for card in cards]),
        "partial": {
            str(number): card.date for number, card in enumerate(cards) if len(card.date) < 10
        },
        "meetings": [len(year) for year in years],
        "threads": [
            encode_all([card.plain for card in year] + [card.routine for card in year])
            for year in years
        ],
        "signatureOf": encode_all(list(map(numbers.__getitem__, signatures))),
    }


def block_people(years: Sequence[Sequence[Card]], names: Mapping[str, str]) -> Any:
    """The value of a block's file of people: the threads in which each has a part.

    Only people whom `names` lists are in it: nobody else has a filter entry.
    """
    threads: dict[str, list[int]] = {}
    start = 0
    for year in years:
        start = _add_people(threads, year, start)
    listed = sorted(threads.keys() & names.keys())
    each = [sorted(threads[person]) for person in listed]
    return {
        "people": [
            [person, names[person], len(own)] for person, own in zip(listed, each, strict=True)
        ],
        "gaps": "".join(
            encode_all([after - before for before, after in pairwise([0, *own])]) for own in each
        ),
    }


def _signatures(year: Sequence[Card]) -> list[str]:
    plain = chain.from_iterable(card.signatures[: card.plain] for card in year)
    return [*plain, *chain.from_iterable(card.signatures[card.plain :] for card in year)]


def _add_people(threads: dict[str, list[int]], year: Sequence[Card], start: int) -> int:
    """Adds the threads of a year; gives the number of the first thread after it."""
    plain = list(accumulate((card.plain for card in year), initial=start))
    routine = list(accumulate((card.routine for card in year), initial=plain[-1]))
    for card, first, first_routine in zip(year, plain, routine, strict=False):
        for place, people in card.people:
            late = place >= card.plain
            thread = first_routine + place - card.plain if late else first + place
            for person in people:
                threads.setdefault(person, []).append(thread)
    return routine[-1]
