"""One meeting: what was asked, answered, said and decided."""

from collections.abc import Iterable
from typing import ClassVar

from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.prose import Prose
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.model.rows import MeetingRow, Surroundings
from site_gen.pages.abbreviation_links import link_abbreviations
from site_gen.pages.abbreviations import Abbreviation
from site_gen.pages.attendance_view import (
    AttendanceGroup,
    DeclarationView,
    attendance_groups,
    attendance_summary,
    declarations,
    printed_attendance,
)
from site_gen.pages.brief import BriefView, make_brief
from site_gen.pages.citation import PageCitation, cite_page
from site_gen.pages.desk import Desk, lay_desk
from site_gen.pages.document_references import ReferenceView, reference_view
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.item_view import ItemView, item_view
from site_gen.pages.listing import Day, make_day
from site_gen.pages.meeting_banner import BannerView, banner_view
from site_gen.pages.prose_view import PrintedBlock, ProseBlock, WithheldBlock, word_blocks
from site_gen.pages.words import counted, joined
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.clock_times import in_one_form
from site_gen.text.values import dataclass

COUNTED = ("question", "decision", "promise to follow up")
Counts = tuple[int, int, int]  # how many of each of them an item has


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A change to published minutes."""

    day: str
    was: str
    now: str
    by: str
    about: str


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One heading in the contents."""

    href: str
    number: str
    title: str
    depth: int  # 1 for the agenda's own headings
    facts: str  # "9 questions"


@dataclass(frozen=True, slots=True)
class MeetingView:
    """Everything on a meeting's page."""

    template: ClassVar[str] = "pages/meeting.html"
    frame: Frame
    meeting_id: str
    language: str  # of the minutes, when it is not the archive's own
    title: str
    body: Link
    council: str
    joint_bodies: tuple[Link, ...]
    day: Day
    is_date_inferred: bool
    times: str  # "19:30 to 21:05"
    venue: str
    chair: str
    sittings: tuple[str, ...]
    banner: BannerView
    is_private: bool
    private_reason: str
    facts: str  # "9 questions, 3 decisions"
    corrections: tuple[CorrectionView, ...]
    brief: BriefView
    attendance: tuple[AttendanceGroup, ...]
    attendance_summary: str  # "9 present, 2 officers"
    attendance_printed: tuple[Prose, ...]  # the same in the words of the minutes
    declarations: tuple[DeclarationView, ...]
    preamble: tuple[ProseBlock | PrintedBlock | WithheldBlock, ...]
    contents: tuple[ContentsEntry, ...]
    items: tuple[ItemView, ...]
    documents: tuple[ReferenceView, ...]
    abbreviations: tuple[Abbreviation, ...]
    source: str
    citation: PageCitation
    previous: Link | None
    next: Link | None


def make_meeting_view(
    meeting: Meeting, surroundings: Surroundings, directory: Directory
) -> MeetingView:
    """The page of one meeting, from that meeting and what surrounds it alone.

    A private meeting shows its committee, its date and the reason; nothing else is taken from it.
    """
    if meeting.is_private:
        meeting = _without_words(meeting)
    desk = lay_desk(meeting, surroundings, directory)
    body = desk.naming.body_on(meeting.body, meeting.date)
    label = desk.naming.body_label(meeting.body, meeting.date)
    printed = printed_attendance(meeting)
    preamble = tuple(part for part in meeting.preamble if part not in printed)
    counts = [_counts(item) for item in meeting.items]
    facts = _facts(counts)
    return MeetingView(
        frame=_frame(desk, label, facts),
        meeting_id=meeting.id,
        language=meeting.language if meeting.language != directory.settings.language else "",
        title=meeting.title or body,
        body=Link(body, desk.links.to(addresses.body_url(meeting.body))),
        council=desk.naming.council(meeting.body),
        joint_bodies=_joint_bodies(desk),
        day=make_day(meeting.date),
        is_date_inferred=meeting.date.is_inferred,
        times=" to ".join(filter(None, in_one_form(meeting.start, meeting.end))),
        venue=meeting.venue,
        chair=meeting.chair,
        sittings=_sittings(meeting),
        banner=banner_view(desk),
        is_private=meeting.is_private,
        private_reason=meeting.private_reason,
        facts=facts,
        corrections=_corrections(meeting),
        brief=make_brief(meeting),
        attendance=attendance_groups(desk),
        attendance_summary=attendance_summary(desk),
        attendance_printed=tuple(part.prose for part in printed),
        declarations=declarations(desk),
        preamble=word_blocks(link_abbreviations(preamble, desk.abbreviations)),
        contents=tuple(
            _contents_entry(item, _facts([one]))
            for item, one in zip(meeting.items, counts, strict=True)
            if item.title
        ),
        items=_items(desk),
        documents=tuple(reference_view(one, desk) for one in meeting.documents),
        abbreviations=desk.abbreviations,
        source=meeting.source,
        citation=cite_page(meeting, desk.naming),
        previous=_neighbour(surroundings.previous, desk),
        next=_neighbour(surroundings.next, desk),
    )


def _joint_bodies(desk: Desk) -> tuple[Link, ...]:
    """The committees that met together with its own, as far as the archive has them."""
    return tuple(
        Link(desk.naming.body_on(one, desk.meeting.date), desk.links.to(addresses.body_url(one)))
        for one in desk.meeting.joint_bodies
        if one in desk.naming.directory.bodies
    )


def _sittings(meeting: Meeting) -> tuple[str, ...]:
    """When and where each day of a meeting of several days was."""
    return tuple(
        ", ".join(part for part in (one.date.long, one.start, one.venue) if part)
        for one in meeting.sittings
    )


def _corrections(meeting: Meeting) -> tuple[CorrectionView, ...]:
    return tuple(
        CorrectionView(one.date.short, one.was, one.now, one.by, _agenda_place(one.item))
        for one in meeting.corrections
    )


def _agenda_place(number: str) -> str:
    """Where on the agenda a correction belongs, as a reader says it."""
    return f"number {number} on the agenda" if number[:1].isdigit() else number


def _without_words(meeting: Meeting) -> Meeting:
    return Meeting(
        id=meeting.id,
        path=meeting.path,
        body=meeting.body,
        date=meeting.date,
        title="",
        status=meeting.status,
        is_private=True,
        private_reason=meeting.private_reason,
    )


def _frame(desk: Desk, body: str, facts: str) -> Frame:
    meeting = desk.meeting
    directory = desk.naming.directory
    trail = [("Committees", addresses.BODIES), (body, addresses.body_url(meeting.body))]
    if meeting.body not in directory.bodies:
        trail = [("Meetings", addresses.MEETINGS)]
    year = addresses.body_year_url(meeting.body, meeting.date.year)
    if meeting.body in directory.bodies:
        trail.append((str(meeting.date.year), year))
    return make_frame(
        directory,
        desk.links,
        title=f"{body}, {meeting.date.short}",
        description=f"Minutes of {body}, {meeting.date.short}. {facts}".strip(),
        trail=tuple(trail),
        here=meeting.date.short,
    )


def _items(desk: Desk) -> tuple[ItemView, ...]:
    """Every item; its heading is one level below that of the item above it, whatever was typed."""
    views = []
    part = ""
    headings: dict[str | None, int] = {None: 1}
    for item in desk.meeting.items:
        heading = headings.get(item.parent, 1) + 1
        headings[item.address] = heading
        views.append(item_view(item, desk, heading=heading, begins_part=item.part != part))
        part = item.part
    return tuple(views)


def _contents_entry(item: AgendaItem, facts: str) -> ContentsEntry:
    return ContentsEntry(
        href=f"#{item.address}",
        number=item.number or "",
        title=item.title,
        depth=item.level,
        facts=facts,
    )


def _facts(counts: Iterable[Counts]) -> str:
    """ "9 questions, 3 decisions and 1 promise to follow up"; empty when there is none."""
    numbers = [sum(column) for column in zip((0, 0, 0), *counts, strict=True)]
    return joined(
        [counted(number, noun) for number, noun in zip(numbers, COUNTED, strict=True) if number]
    )


def _counts(item: AgendaItem) -> Counts:
    questions = decisions = promises = 0
    for part in item.flow:
        if isinstance(part, Decision):
            kinds = [record.kind for record in part.records]
            decisions += any(kind is not RecordKind.MOTION for kind in kinds)
        elif isinstance(part, Record):
            kinds = [part.kind]
        else:
            continue
        questions += kinds.count(RecordKind.QUESTION)
        promises += kinds.count(RecordKind.UNDERTAKING)
    return questions, decisions, promises


def _neighbour(row: MeetingRow | None, desk: Desk) -> Link | None:
    if row is None:
        return None
    return Link(row.date.short, desk.links.to(addresses.meeting_url(row.id)))
