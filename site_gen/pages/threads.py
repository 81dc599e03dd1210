"""Questions with their answers and follow-up questions, as threads.

Minutes print most threads in order. Where they print several questions and then the answers, the
parts are brought together, and the page says so; nothing is left out.
"""

from collections.abc import Iterator, Mapping, Sequence

from site_gen.model.prose import Passage, PassageRole, Withheld
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.text.values import dataclass

FlowPart = Passage | Record | Decision | Withheld
THREAD_KINDS = frozenset({RecordKind.QUESTION, RecordKind.SUPPLEMENTARY, RecordKind.RESPONSE})
# Words that introduce what comes after them, and so move with it.
INTRODUCING = frozenset({PassageRole.LEAD})


@dataclass(frozen=True, slots=True)
class ThreadPart:
    """One question or answer, with the other words that stand just before it."""

    record: Record
    before: tuple[FlowPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """A question, its answers, its follow-up questions and theirs, in the order minuted."""

    parts: tuple[ThreadPart, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Threads that the minutes print interleaved: questions first, then answers."""

    threads: tuple[Thread, ...]


@dataclass(slots=True)
class _Span:
    """Where in a flow the parts of one thread lie; `places` are in order."""

    places: list[int]

    @property
    def first(self) -> int:
        return self.places[0]

    @property
    def last(self) -> int:
        return self.places[-1]


def thread_flow(flow: Sequence[FlowPart]) -> Iterator[FlowPart | Thread | Batch]:
    """The flow with its questions and answers gathered; every other part where it stood.

    Parts inside a thread's stretch that do not belong to it stay before the question or answer
    that they stood before.
    """
    records = {
        place: part
        for place, part in enumerate(flow)
        if isinstance(part, Record) and part.kind in THREAD_KINDS
    }
    here = 0
    for group in _overlapping(_spans(records)):
        start = _start(flow, group[0].first, here)
        yield from flow[here:start]
        end = max(span.last for span in group)
        before = _words_before(flow, start, {place for span in group for place in span.places})
        threads = tuple(_thread(records, span, before) for span in group)
        yield threads[0] if len(threads) == 1 else Batch(threads)
        here = end + 1
    yield from flow[here:]


def _spans(records: Mapping[int, Record]) -> list[_Span]:
    """One span for each set of records that answers and follow-ups join, by first place."""
    place_of = {record.address: place for place, record in records.items()}
    root = {place: place for place in records}

    def find(place: int) -> int:
        while root[place] != place:
            place = root[place]
        return place

    for place, record in records.items():
        for target in (*record.answers, record.follows):
            if target in place_of:
                one, other = sorted((find(place), find(place_of[target])))
                root[other] = one
    spans: dict[int, _Span] = {}
    for place in records:
        spans.setdefault(find(place), _Span([])).places.append(place)
    return list(spans.values())


def _overlapping(spans: list[_Span]) -> Iterator[list[_Span]]:
    """Runs of spans that lie across each other."""
    group: list[_Span] = []
    end = -1
    for span in spans:
        if group and span.first > end:
            yield group
            group = []
        group.append(span)
        end = max(end, span.last)
    if group:
        yield group


def _start(flow: Sequence[FlowPart], first: int, floor: int) -> int:
    """Where the words begin that introduce the part at `first`."""
    start = first
    while start > floor and _introduces(flow[start - 1]):
        start -= 1
    return start


def _introduces(part: FlowPart) -> bool:
    return isinstance(part, Passage) and part.role in INTRODUCING


def _words_before(
    flow: Sequence[FlowPart], start: int, places: set[int]
) -> dict[int, tuple[FlowPart, ...]]:
    before: dict[int, tuple[FlowPart, ...]] = {}
    waiting: list[FlowPart] = []
    for place in range(start, max(places) + 1):
        if place in places:
            before[place] = tuple(waiting)
            waiting = []
        else:
            waiting.append(flow[place])
    return before


def _thread(
    records: Mapping[int, Record], span: _Span, before: Mapping[int, tuple[FlowPart, ...]]
) -> Thread:
    return Thread(tuple(ThreadPart(records[place], before[place]) for place in span.places))
