"""What a committee's meetings usually hold, from those of late."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean

from site_gen.minutes.names import is_councillors_name
from site_gen.model.meetings import Meeting, Presence
from site_gen.text.slugs import slugify
from site_gen.text.values import dataclass

MEETINGS = 4  # looked at
FEWEST_ITEMS = 3  # that recur; with fewer nothing can be told
# Where nothing is known: what nearly every meeting has.
PLAIN_AGENDA = (
    "Apologies for absence",
    "Declarations of interest",
    "Minutes of the last meeting",
    "Public questions",
    "Any other business",
    "Date of next meeting",
)
OF_A_DAY = re.compile(
    r"\s+(?:held\s+on|of|on)\s+(?:the\s+)?(?:\w+day\b|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]).*\Z",
    re.IGNORECASE,
)
OF_MEETING = re.compile(r"\b(the)\s+(meeting)\Z", re.IGNORECASE)  # whose day was left out


@dataclass(frozen=True, slots=True)
class UsualMeeting:
    """The frame of a committee's meetings."""

    agenda: tuple[str, ...] = PLAIN_AGENDA  # titles in order, without numbers
    start: str = ""
    venue: str = ""
    has_councillors: bool = True  # its minutes give members that title
    members: tuple[str, ...] = ()  # who was there last time, as printed
    officers: tuple[str, ...] = ()  # likewise
    chair: str = ""  # likewise


def usual_meeting(meetings: Sequence[Meeting], agenda: Sequence[str] = ()) -> UsualMeeting:
    """The frame of the next meeting after `meetings`, the newest first, all of one committee.

    The agenda is `agenda` where the committee has one; else the items that more than half of the
    last meetings have, where they mostly stand; else what most meetings anywhere have.
    """
    recent = [one for one in meetings if one.items][:MEETINGS]
    newest = recent[0] if recent else None
    recurring = tuple(_recurring(recent)) if len(recent) > 1 else ()
    usual = recurring if len(recurring) >= FEWEST_ITEMS else PLAIN_AGENDA
    return UsualMeeting(
        agenda=tuple(agenda) or usual,
        start=newest.start if newest is not None else "",
        venue=newest.venue if newest is not None else "",
        has_councillors=not recent or any(map(_has_councillors, recent)),
        members=_printed(newest, Presence.MEMBER),
        officers=_printed(newest, Presence.OFFICER),
        chair=_chair(newest),
    )


def _printed(meeting: Meeting | None, presence: Presence) -> tuple[str, ...]:
    attendance = meeting.attendance if meeting is not None else ()
    return tuple(one.speaker.printed for one in attendance if one.presence is presence)


def _chair(meeting: Meeting | None) -> str:
    attendance = meeting.attendance if meeting is not None else ()
    return next((one.speaker.name or "" for one in attendance if one.is_chair), "")


def _recurring(meetings: Sequence[Meeting]) -> Iterator[str]:
    """The titles that more than half have, as the newest prints them, by their mean place."""
    found: dict[str, str] = {}
    places: dict[str, list[float]] = defaultdict(list)
    for meeting in meetings:
        titles = list(dict.fromkeys(_titles(meeting)))
        for at, title in enumerate(titles):
            key = slugify(title)
            found.setdefault(key, title)
            places[key].append(at / len(titles))
    # A number is of one case: "Application 24/00231", and not of every meeting.
    plain = (key for key in found if key and not any(sign.isdigit() for sign in key))
    kept = [key for key in plain if len(places[key]) * 2 > len(meetings)]
    for key in sorted(kept, key=lambda each: fmean(places[each])):
        yield found[key]


def _titles(meeting: Meeting) -> Iterator[str]:
    """Without the day that a title names: "Minutes of the meeting held on 3 May"."""
    for item in meeting.items:
        if item.level == 1 and item.withheld is None:
            shown = " ".join(item.title.split())
            title = OF_A_DAY.sub("", shown).strip(" .:-–—*")
            if title != shown.strip(" .:-–—*"):
                title = OF_MEETING.sub(r"\1 last \2", title)
            yield title.capitalize() if title.isupper() else title


def _has_councillors(meeting: Meeting) -> bool:
    return any(
        is_councillors_name(one.speaker.name or one.speaker.printed)
        for one in meeting.attendance
        if one.presence is Presence.MEMBER
    )
