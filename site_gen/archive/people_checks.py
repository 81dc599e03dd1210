"""What does not fit between who was there and who did what."""

import difflib
import re
from collections.abc import Iterator

from site_gen.archive.people import name_key
from site_gen.archive.resolve import is_councillor
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.names import is_councillors_name, person_name
from site_gen.model.meetings import AgendaItem, Meeting, Presence
from site_gen.model.people import Speaker
from site_gen.model.records import Decision, Vote
from site_gen.text.places import Place
from site_gen.text.slugs import slugify

AWAY = frozenset({Presence.APOLOGIES, Presence.ABSENT})
# Others are listed apart who vote all the same: "Sectoral interests", "Co-opted members".
MAY_VOTE = frozenset({Presence.MEMBER, Presence.OTHER})
FEWEST_MEMBERS = 3  # of an attendance; with fewer the list is hardly whole
MOST_MEMBERS = 500  # no council has more, and each name would be held against each
ALIKE = 0.8  # of two family names; difflib's ratio
PROPOSED = re.compile(r"\b(?:proposed|moved|nominated)\b", re.IGNORECASE)
SHORTEST = 4  # letters of a family name that can be a slip for another


def check_people(meeting: Meeting, *, has_people: bool) -> Iterator[Diagnostic]:
    """Findings about movers, votes and the attendance of a resolved meeting.

    With `has_people` every councillor's name is held against people.yaml, so it is not held
    against the attendance here.
    """
    yield from _movers(meeting)
    yield from _absent(meeting)
    yield from _votes(meeting)
    if not has_people:
        yield from _names(meeting)


def _identity(speaker: Speaker) -> str:
    return speaker.person_id or name_key(speaker.name or speaker.printed)


def _decisions(meeting: Meeting) -> Iterator[Decision]:
    for item in meeting.items:
        yield from item.decisions


def _active(meeting: Meeting) -> Iterator[tuple[Speaker, str]]:
    """Everybody who does something that takes being there, with what it is."""
    for item in meeting.items:
        for speaker, does in _active_in(item):
            # What the title names was handed in before: "Motion submitted by Councillor Example".
            if speaker is not None and speaker.printed not in item.title:
                yield speaker, does


def _active_in(item: AgendaItem) -> Iterator[tuple[Speaker | None, str]]:
    for record in item.records:
        if record.speaker is not None and record.speaker.name and not record.is_in_writing:
            yield record.speaker, "speaks"
    for decision in item.decisions:
        yield decision.moved_by, "moves"
        yield decision.seconded_by, "seconds"


def _place(meeting: Meeting, speaker: Speaker) -> Place:
    return Place(meeting.path, speaker.line, speaker.column, len(speaker.printed.split("\n")[0]))


def _movers(meeting: Meeting) -> Iterator[Diagnostic]:
    for decision in _decisions(meeting):
        mover, seconder = decision.moved_by, decision.seconded_by
        if mover is None or seconder is None or not (mover.name and seconder.name):
            continue
        if sum(len(PROPOSED.findall(each.prose.text)) for each in decision.records) > 1:
            continue  # several people were nominated, each by somebody else
        # "M/s Norris" and "P. Norris" may be two people, though the names could be one's.
        is_same = name_key(mover.printed) == name_key(seconder.printed)
        if is_same or (mover.person_id and mover.person_id == seconder.person_id):
            message = f'"{seconder.printed}" moved this and seconded it'
            yield finding("mover-is-seconder", _place(meeting, seconder), message)


def _absent(meeting: Meeting) -> Iterator[Diagnostic]:
    there = {
        _identity(one.speaker)
        for one in meeting.attendance
        if one.presence not in AWAY or one.arrived
    }
    away = {
        _identity(one.speaker): one.presence
        for one in meeting.attendance
        if one.presence in AWAY and one.speaker.name
    }
    told: set[str] = set()
    for speaker, does in _active(meeting):
        identity = _identity(speaker)
        presence = away.get(identity)
        if presence is None or identity in there | told:
            continue
        told.add(identity)
        was = "sent apologies" if presence is Presence.APOLOGIES else "is listed as absent"
        message = f'"{speaker.name or speaker.printed}" {was}, and {does} here'
        yield finding("absent-but-speaking", _place(meeting, speaker), message)


def _votes(meeting: Meeting) -> Iterator[Diagnostic]:
    members = {
        _identity(one.speaker)
        for one in meeting.attendance
        if one.presence in MAY_VOTE or (one.presence not in AWAY and is_councillor(one.speaker))
    }
    if len(members) < FEWEST_MEMBERS:
        return
    # Lists of those present leave out substitutes and who came late.
    members |= {_identity(one) for one in _voters(meeting) if is_councillor(one)}
    for decision in _decisions(meeting):
        if decision.vote is not None and (cast := _cast(decision.vote)) > len(members):
            message = f"{cast} votes were cast, and {len(members)} members were there"
            yield finding("more-votes-than-members", Place(meeting.path, decision.line), message)


def _voters(meeting: Meeting) -> Iterator[Speaker]:
    for speaker, _ in _active(meeting):
        yield speaker
    for vote in (one.vote for one in _decisions(meeting) if one.vote is not None):
        yield from (*vote.names_for, *vote.names_against, *vote.names_abstained)


def _cast(vote: Vote) -> int:
    return sum(count or 0 for count in (vote.votes_for, vote.votes_against, vote.abstentions))


def _names(meeting: Meeting) -> Iterator[Diagnostic]:
    listed: dict[str, Speaker] = {}
    for one in meeting.attendance:
        parted = person_name(one.speaker.name or one.speaker.printed)
        if parted is not None and parted.family:
            listed.setdefault(slugify(parted.family), one.speaker)
    if not FEWEST_MEMBERS <= len(listed) <= MOST_MEMBERS:
        return
    told: set[str] = set()
    for speaker, _ in _active(meeting):
        parted = person_name(speaker.name or "")
        family = slugify(parted.family) if parted is not None else ""
        if family in listed or family in told or len(family) < SHORTEST:
            continue
        told.add(family)
        near = difflib.get_close_matches(family, listed, 1, ALIKE)
        if near and is_councillors_name(speaker.name or ""):
            if _letters(speaker.name or "").endswith(near[0].replace("-", "")):
                continue  # "Mc Mahon" and "O Hanlon" are McMahon and O'Hanlon
            meant = listed[near[0]]
            message = f'"{speaker.printed}" is not in the attendance'
            hint = f'did you mean "{meant.name or meant.printed}" (line {meant.line})?'
            yield finding("name-unlike-attendance", _place(meeting, speaker), message, hint)


def _letters(name: str) -> str:
    return slugify(name).replace("-", "")
