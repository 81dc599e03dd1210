"""Small meetings for tests, put together from their words alone."""

from collections import Counter
from collections.abc import Iterator
from html import escape

from site_gen.model.meetings import AgendaItem, Meeting, MeetingStatus
from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, PassageRole, Prose, Withheld
from site_gen.model.records import Decision, Outcome, Record, RecordKind, Vote
from site_gen.text.dates import PartialDate
from site_gen.text.values import replace

Part = Passage | Record | Decision | Withheld


def prose(text: str) -> Prose:
    """Paragraphs of plain text."""
    paragraphs = (f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n") if line)
    return Prose("\n".join(paragraphs), text)


def record(kind: str, text: str, speaker: str | None = None, **more: object) -> Record:
    """A record without an address; `make_meeting` gives it one."""
    return replace(
        Record(RecordKind(kind), "", prose(text), 1),
        speaker=None if speaker is None else Speaker(speaker, name=speaker),
        **more,  # type: ignore[arg-type]
    )


def passage(text: str, role: PassageRole = PassageRole.PROSE) -> Passage:
    return Passage(role, prose(text), 1)


def decision(*parts: Passage | Record, outcome: Outcome | None = None, vote: Vote | None = None,
             moved_by: str | None = None) -> Decision:  # fmt: skip
    mover = None if moved_by is None else Speaker(moved_by, name=moved_by)
    return Decision("", 1, parts, moved_by=mover, vote=vote, outcome=outcome)


def item(title: str, *parts: Part, number: str | None = None, **more: object) -> AgendaItem:
    made = AgendaItem("", title, 1, parts, number=number)
    return replace(made, **more)  # type: ignore[arg-type]


def make_meeting(
    *items: AgendaItem, meeting_id: str = "planning-2024-03-12", **more: object
) -> Meeting:
    """The meeting with addresses as minutes get them: item number or position, kind and ordinal."""
    made = Meeting(
        id=meeting_id,
        path=f"content/meetings/planning/{meeting_id}.md",
        body="planning",
        date=PartialDate(2024, 3, 12),
        title="Planning Committee",
        status=MeetingStatus.APPROVED,
        items=tuple(_addressed(one, at) for at, one in enumerate(items, start=1)),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _addressed(one: AgendaItem, position: int) -> AgendaItem:
    address = one.address or f"item-{one.number or position}"
    line = position * 100
    counts: Counter[str] = Counter()
    return replace(
        one, address=address, line=line, flow=tuple(_parts(one.flow, address, line, counts))
    )


def _parts(
    flow: tuple[object, ...], address: str, line: int, counts: Counter[str]
) -> Iterator[Part]:
    for part in flow:
        line += 1
        if isinstance(part, Decision):
            own = _next(address, "decision", counts)
            inner = tuple(_parts(part.flow, address, line, counts))
            owned = tuple(
                replace(one, decision=own) if isinstance(one, Record) else one
                for one in inner
                if not isinstance(one, Decision)
            )
            yield replace(part, address=own, line=line, flow=owned)
        elif isinstance(part, Record):
            yield replace(
                part, address=_next(address, part.kind.value, counts, part.number), line=line
            )
        else:
            assert isinstance(part, Passage | Withheld)
            yield replace(part, line=line)


def _next(address: str, kind: str, counts: Counter[str], number: str | None = None) -> str:
    counts[kind] += 1
    return f"{address}-{kind}-{number or counts[kind]}"
