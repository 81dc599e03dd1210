"""Who was there, who sent apologies, and who declared an interest."""

from collections import Counter

from site_gen.model.meetings import Attendee, Declaration, Meeting, Presence
from site_gen.model.prose import Passage, PassageRole
from site_gen.pages.desk import Desk
from site_gen.pages.words import counted
from site_gen.text.values import dataclass

GROUPS = (
    (Presence.MEMBER, "Present"),
    (Presence.OFFICER, "Officers"),
    (Presence.OTHER, "Also present"),
    (Presence.APOLOGIES, "Apologies"),
    (Presence.ABSENT, "Absent"),
)


@dataclass(frozen=True, slots=True)
class AttendeeView:
    """One name of the attendance."""

    name: str
    href: str
    detail: str  # "Chair; arrived 19:40"


@dataclass(frozen=True, slots=True)
class AttendanceGroup:
    """Everybody who attended in one way."""

    label: str
    attendees: tuple[AttendeeView, ...]


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """An interest that somebody declared."""

    name: str
    href: str
    text: str
    about: str  # "11. Title" with a link, when the minutes say which
    about_href: str


def attendance_summary(desk: Desk) -> str:
    """How many came: "9 present, 2 officers, 1 sent apologies"; empty when nobody is listed."""
    counts = Counter(one.presence for one in desk.meeting.attendance)
    phrases = (
        (Presence.MEMBER, f"{counts[Presence.MEMBER]} present"),
        (Presence.OFFICER, counted(counts[Presence.OFFICER], "officer")),
        (Presence.OTHER, counted(counts[Presence.OTHER], "other")),
        (Presence.APOLOGIES, f"{counts[Presence.APOLOGIES]} sent apologies"),
        (Presence.ABSENT, f"{counts[Presence.ABSENT]} absent"),
    )
    return ", ".join(phrase for presence, phrase in phrases if counts[presence])


def printed_attendance(meeting: Meeting) -> tuple[Passage, ...]:
    """The printed attendance before the agenda, where the page lists everybody itself."""
    if not meeting.attendance:
        return ()
    return tuple(
        part
        for part in meeting.preamble
        if isinstance(part, Passage) and part.role is PassageRole.ATTENDANCE
    )


def attendance_groups(desk: Desk) -> tuple[AttendanceGroup, ...]:
    """The attendance by kind, in the order minuted."""
    attendance = desk.meeting.attendance
    return tuple(
        AttendanceGroup(label, tuple(_attendee(one, desk) for one in same))
        for presence, label in GROUPS
        if (same := [one for one in attendance if one.presence is presence])
    )


def declarations(desk: Desk) -> tuple[DeclarationView, ...]:
    """The interests declared, each with the part of the agenda that it concerns."""
    return tuple(_declaration(one, desk) for one in desk.meeting.declarations)


def _attendee(attendee: Attendee, desk: Desk) -> AttendeeView:
    name = desk.naming.speaker(attendee.speaker, desk.links)
    return AttendeeView(name.name, name.href, "; ".join(_details(attendee)))


def _details(attendee: Attendee) -> list[str]:
    details = []
    if attendee.is_chair and "chair" not in attendee.capacity.casefold():
        details.append("Chair")
    if attendee.capacity:
        details.append(attendee.capacity)
    if attendee.substitutes_for:
        details.append(f"in place of {attendee.substitutes_for}")
    if attendee.arrived:
        details.append(f"arrived {attendee.arrived}")
    if attendee.departed:
        details.append(f"left {attendee.departed}")
    return details


def _declaration(declaration: Declaration, desk: Desk) -> DeclarationView:
    name = desk.naming.speaker(declaration.speaker, desk.links)
    number = declaration.item_number
    found = next((one for one in desk.meeting.items if number and one.number == number), None)
    return DeclarationView(
        name=name.name,
        href=name.href,
        text=declaration.text,
        about=f"{number}. {found.title}" if found else "",
        about_href=f"#{found.address}" if found else "",
    )
