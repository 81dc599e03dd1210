"""One meeting's speakers to the people and offices of people.yaml."""

from collections.abc import Callable

from site_gen.archive.people import Occasion, PeopleIndex, name_key
from site_gen.archive.speakers import replace_speakers
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.minutes.names import is_councillors_name
from site_gen.model.bodies import Body
from site_gen.model.meetings import Meeting, Presence
from site_gen.model.people import Speaker
from site_gen.text.places import Place
from site_gen.text.values import replace

LISTED = frozenset({Presence.MEMBER, Presence.OFFICER, Presence.APOLOGIES, Presence.ABSENT})


def resolve_meeting(meeting: Meeting, *, body: Body | None, index: PeopleIndex) -> Parsed[Meeting]:
    """The meeting with `person_id` set wherever exactly one person or office fits.

    A councillor whom people.yaml does not know is a warning, once a name and meeting. Anybody
    else whom it does not know is a member of the public.
    """
    occasion = Occasion(
        body=meeting.body,
        council=body.council if body is not None else "",
        date=meeting.date,
        attending=listed_names(meeting),
    )
    found: dict[tuple[str, str | None, str | None], str | None] = {}
    unknown: dict[str, Speaker] = {}

    def resolved(speaker: Speaker) -> Speaker:
        key = (speaker.printed, speaker.name, speaker.office)
        if key not in found:
            found[key] = index.find(speaker, occasion)
        if found[key] is None and not index.is_empty and is_councillor(speaker):
            unknown.setdefault(name_key(speaker.name or speaker.printed), speaker)
        if speaker.person_id == found[key]:
            return speaker
        return replace(speaker, person_id=found[key])

    meeting = replace_speakers(meeting, resolved)
    return Parsed(meeting, tuple(_unknown(meeting.path, one, index) for one in unknown.values()))


def listed_names(meeting: Meeting) -> frozenset[str]:
    """Keys of the names that the minutes list among members and officers."""
    return frozenset(
        name_key(attendee.speaker.name or attendee.speaker.printed)
        for attendee in meeting.attendance
        if attendee.presence in LISTED
    )


def is_councillor(speaker: Speaker) -> bool:
    """Whether the minutes give the speaker a councillor's title."""
    return is_councillors_name(speaker.name or speaker.printed)


def public_test(meeting: Meeting) -> Callable[[Speaker], bool]:
    """Tells whether a speaker of `meeting` is a person whom nothing shows to be in public life.

    People of people.yaml, councillors, and whom the minutes list among members and officers are.
    """
    listed = listed_names(meeting)

    def is_member_of_public(speaker: Speaker) -> bool:
        if speaker.person_id is not None or speaker.name is None or is_councillor(speaker):
            return False
        return name_key(speaker.name) not in listed

    return is_member_of_public


def _unknown(path: str, speaker: Speaker, index: PeopleIndex) -> Diagnostic:
    name = speaker.name or speaker.printed
    near = index.nearest(name)
    hint = f'did you mean "{near}"? ' if near else ""
    hint += "otherwise add the person or this spelling to people.yaml"
    place = Place(path, speaker.line, speaker.column, len(speaker.printed))
    return finding("unknown-person", place, f'no person is called "{name}"', hint)
