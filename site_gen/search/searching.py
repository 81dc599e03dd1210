"""Search in a written index, for the terminal: the same shards and the same answers as a browser.

Scores are Lunr's (BM25 with k1 1.2 and b 0.75, weights rounded to three places); a thread has, of
each term in each field, the weight of its best piece. Source: lunr.js 2.3.9, `Builder` and
`Index.query`.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from site_gen.search.pieces import FIELDS
from site_gen.search.query import Alternative, Filters, Group, parse_query, spelled_out
from site_gen.search.shard_reading import IndexReader, Posting, ReadFile, TermPostings
from site_gen.search.stemmer import stem
from site_gen.search.thread_filters import passing_threads
from site_gen.search.words import words
from site_gen.text.values import dataclass, field

FEW = 10  # with fewer threads that have all words, those with any follow
HEADING = 0.4  # what a match in a heading is worth beside one in the words below it
MOST_EXPANSIONS = 50
K1 = 1.2
B = 0.75
ROUTINE = frozenset({"apologi", "declar", "routin"})  # who types these wants routine business


@dataclass(frozen=True, slots=True)
class Hit:
    """One thread that was found, opened at the piece that matches best."""

    id: str  # of that piece
    url: str  # relative to the site's root, with fragment
    score: float
    first_id: str  # of the thread's first piece
    date: str
    body: str
    title: str
    speaker: str
    text: str
    has_all_words: bool


@dataclass(slots=True)
class _Found:
    """What is known while a query is worked out."""

    terms: dict[str, TermPostings] = field(default_factory=dict)
    boosts: dict[str, float] = field(default_factory=dict)
    scores: dict[int, float] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)  # terms that count wherever they stand
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)  # spelled out


def search(read_file: ReadFile, text: str, *, most: int | None = None) -> list[Hit]:
    """The threads that `text` finds, best first; all of them, or at most `most`.

    Raises FileNotFoundError when the index is not there, and StaleIndexError when its files are
    of different builds. Nothing typed is an error.
    """
    index = IndexReader(read_file)
    query = parse_query(text, index.glossary)
    found = _Found()
    groups = [(group, _threads_of_group(index, found, group)) for group in query.groups]
    prohibited = set().union(*(_threads_of(index, found, one) for one in query.prohibited))
    _score(index, found, [one for group in query.groups for one in group.alternatives])
    if not groups and not query.filters and not query.prohibited:
        return []
    everything = range(index.threads)
    sets = [threads for _, threads in groups]
    whole = (set.intersection(*sets) if sets else set(everything)) - prohibited
    some = set().union(*sets) - whole - prohibited
    for group, threads in groups:
        some = some & threads if group.is_firm else some
    whole, some = (_passing(index, query.filters, threads) for threads in (whole, some))
    order = _Order(index, found, by_score=bool(groups))
    hits = _hits(index, found, query.groups, order.sort(whole), has_all_words=True)
    if len(whole) < FEW:
        hits += _hits(index, found, query.groups, order.sort(some), has_all_words=False)
    return hits[:most]


def _passing(index: IndexReader, filters: Filters, threads: set[int]) -> set[int]:
    return passing_threads(index, filters, threads) if filters else threads


@dataclass(slots=True)
class _Order:
    """Routine business last unless asked for; by score, else the newest first."""

    index: IndexReader
    found: _Found
    by_score: bool

    def sort(self, threads: Iterable[int]) -> list[int]:
        is_wanted = any(term in ROUTINE for term, one in self.found.terms.items() if one.pieces)
        scores = self.found.scores if self.by_score else {}
        return sorted(
            threads,
            key=lambda thread: (
                not is_wanted and self.index.is_routine(thread),
                -round(scores.get(thread, 0.0), 6),  # sums come in another order in a browser
                -thread,
            ),
        )


def _threads_of_group(index: IndexReader, found: _Found, group: Group) -> set[int]:
    return set().union(*(_threads_of(index, found, one) for one in group.alternatives))


def _threads_of(index: IndexReader, found: _Found, alternative: Alternative) -> set[int]:
    """The threads in which an alternative stands."""
    if alternative.prefix:
        expanded = _expand(index, alternative.prefix)
        for term in expanded:
            found.boosts[term] = max(found.boosts.get(term, 0.0), alternative.boost)
        return set().union(*(_threads(index, _postings(index, found, one)) for one in expanded))
    postings = [_postings(index, found, term) for term in alternative.terms]
    if alternative.places:
        return _joined(index, _phrase_threads(postings, alternative.places))
    return set.intersection(*(_threads(index, one) for one in postings))


def _postings(index: IndexReader, found: _Found, term: str) -> TermPostings:
    if term not in found.terms:
        found.terms[term] = index.postings(term)
    return found.terms[term]


def _threads(index: IndexReader, postings: TermPostings) -> set[int]:
    return _joined(
        index,
        {
            thread
            for each in postings.by_field.values()
            for posting in each
            for thread in range(posting.thread, posting.thread + posting.run + 1)
        },
    )


def _joined(index: IndexReader, threads: set[int]) -> set[int]:
    """`threads`, those that go on from an earlier year counted as where they began."""
    for later, first in index.joins:
        if later in threads:
            threads.discard(later)
            threads.add(first)
    return threads


def _expand(index: IndexReader, start: str) -> list[str]:
    """The terms of the commonest words that begin with `start`."""
    terms: dict[str, int] = {}
    for word, often in index.words_with(start):
        term = stem(word)
        terms[term] = terms.get(term, 0) + often
    return sorted(terms, key=lambda term: (-terms[term], term))[:MOST_EXPANSIONS]


def _phrase_threads(terms: Sequence[TermPostings], places: Sequence[int]) -> set[int]:
    """The threads in which terms stand at these distances, in one field of one piece."""
    threads: set[int] = set()
    for place in terms[0].by_field:
        starts: dict[tuple[int, int], set[int]] | None = None
        runs: dict[tuple[int, int], int] = {}
        for term, distance in zip(terms, places, strict=True):
            own = {}
            for posting in term.by_field.get(place, ()):
                key = (posting.thread, posting.member)
                found = {position - distance for position in posting.positions}
                if starts is not None:
                    found &= starts.get(key, set())
                if found:
                    own[key] = found
                    runs[key] = posting.run
            starts = own
        for thread, member in starts or ():
            threads.update(range(thread, thread + runs[thread, member] + 1))
    return threads


def _score(index: IndexReader, found: _Found, alternatives: Iterable[Alternative]) -> None:
    found.marked.update(found.boosts)  # what prefixes stand for
    for alternative in alternatives:
        if alternative.spelled:
            found.phrases[alternative.spelled] = alternative.terms
        else:
            found.marked.update(alternative.terms)
        for term in alternative.terms:
            found.boosts[term] = max(found.boosts.get(term, 0.0), alternative.boost)
    there = {term: found.terms[term] for term in found.boosts if found.terms[term].pieces}
    magnitude = math.sqrt(sum(found.boosts[term] ** 2 for term in there))
    for term, postings in there.items():
        rarity = _inverse_frequency(index, postings)
        for place, each in postings.by_field.items():
            best: dict[int, float] = {}
            for posting in each:
                weight = _weight(index, rarity, place, posting)
                for thread in range(posting.thread, posting.thread + posting.run + 1):
                    best[thread] = max(best.get(thread, 0.0), weight)
            for thread, weight in best.items():
                share = weight * found.boosts[term] / magnitude
                found.scores[thread] = found.scores.get(thread, 0.0) + share
    for later, first in index.joins:
        found.scores[first] = found.scores.get(first, 0.0) + found.scores.pop(later, 0.0)


def _inverse_frequency(index: IndexReader, postings: TermPostings) -> float:
    return math.log(1 + abs((index.pieces - postings.pieces + 0.5) / (postings.pieces + 0.5)))


def _weight(index: IndexReader, rarity: float, place: int, posting: Posting) -> float:
    share = posting.length / index.averages[place]
    weight: float = rarity * ((K1 + 1) * posting.times) / (K1 * (1 - B + B * share) + posting.times)
    thousandths: int = math.floor(weight * FIELDS[place].boost * 1000 + 0.5)
    return thousandths / 1000


def _hits(
    index: IndexReader,
    found: _Found,
    groups: Sequence[Group],
    threads: Sequence[int],
    *,
    has_all_words: bool,
) -> list[Hit]:
    goes_on: dict[int, list[int]] = {}
    for later, first in index.joins:
        goes_on.setdefault(first, []).append(later)
    exact = [one.spelled for group in groups for one in group.alternatives if one.is_exact]
    hits = []
    for thread in threads:
        records = [index.shown(one) for one in (thread, *goes_on.get(thread, ()))]
        if _has_exactly(records, exact):
            hits.append(_hit(index, found, thread, records, has_all_words=has_all_words))
    return hits


def _has_exactly(records: Sequence[list[Any]], phrases: Sequence[str]) -> bool:
    """Whether each phrase, spelled out, stands in a piece: positions cannot tell stop words."""
    if not phrases:
        return True
    texts = [
        spelled_out(text)
        for _, *pieces in records
        for piece in pieces
        for text in (piece[3], piece[4], piece[8])
    ]
    return all(any(phrase in text for text in texts) for phrase in phrases)


def _hit(
    index: IndexReader,
    found: _Found,
    thread: int,
    records: Sequence[list[Any]],
    *,
    has_all_words: bool,
) -> Hit:
    date, _, body = records[0][0]
    pieces = [piece for _, *listed in records for piece in listed]
    worth = [
        round(
            _worth(index, found, piece[8])
            + HEADING * _worth(index, found, f"{piece[3]} {piece[4]}"),
            6,
        )
        for piece in pieces
    ]
    best = pieces[worth.index(max(worth))]
    return Hit(
        id=best[0],
        url=best[1],
        score=found.scores.get(thread, 0.0),
        first_id=pieces[0][0],
        date=date,
        body=body,
        title=best[3] or best[4],
        speaker=best[5],
        text=best[8],
        has_all_words=has_all_words,
    )


def _worth(index: IndexReader, found: _Found, text: str) -> float:
    """How many, and how rare, the words and phrases of `text` are that were looked for."""
    stems = {stem(word) for word in words(text) if word} & found.marked
    rarity = [_inverse_frequency(index, found.terms[term]) for term in stems]
    spelled = spelled_out(text) if found.phrases else ""
    for phrase, terms in found.phrases.items():
        if phrase in spelled:
            rarity += [_inverse_frequency(index, found.terms[term]) for term in terms]
    return sum(rarity)
