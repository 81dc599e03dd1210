"""Which speakers of a meeting are members of the public, and by what names they go there."""

import re
from collections.abc import Callable, Iterator

from site_gen.archive.name_finder import NameFinder
from site_gen.archive.name_parts import LETTERS, NamedPerson
from site_gen.archive.prose_of import prose_of
from site_gen.archive.visible_text import fold_text
from site_gen.minutes.names import COUNCILLOR_WORD, PersonName, person_name
from site_gen.minutes.titles import NOT_NAMES
from site_gen.model.meetings import Meeting, Presence
from site_gen.model.people import Speaker

IsPublic = Callable[[Speaker], bool]

PLAIN_WORD = re.compile(r"(?<![^\W_])[a-z]{2,}(?![^\W_])")
SEVERAL_NAMES = re.compile(r"\s+(?:and|&)\s+|[,;/]\s*")


# Who is listed so sits on the body. Officers and others count only when people.yaml has them.
MEMBERS = frozenset({Presence.MEMBER, Presence.APOLOGIES, Presence.ABSENT})
FROM_OUTSIDE = re.compile(r"(?<!\w)(?:public|residents?|parishioners?)(?!\w)", re.IGNORECASE)


class PublicSpeakers:
    """Tells the members of the public of one meeting from everybody else."""

    def __init__(self, meeting: Meeting, is_public: IsPublic) -> None:
        self.meeting = meeting
        self.is_public = is_public
        self.members = [
            NamedPerson.of(name)
            for attendee in meeting.attendance
            if attendee.presence in MEMBERS and not FROM_OUTSIDE.search(attendee.capacity)
            for _, name in names_in(attendee.speaker.name or attendee.speaker.printed)
        ]
        self.words = frozenset(_mere_words(meeting))

    def is_hidden(self, speaker: Speaker) -> bool:
        """Whether the speaker's name is kept private."""
        return (
            speaker.person_id is None
            and speaker.office is None
            and COUNCILLOR_WORD.search(speaker.name or speaker.printed) is None
            and self.is_public(speaker)
            and speaker not in self.words
            and not self._is_member(speaker)
        )

    def finder(self) -> NameFinder:
        """Finds those who are hidden, wherever they are named, and nobody else."""
        hidden: dict[str, PersonName] = {}
        shown: dict[str, PersonName] = {}
        for speaker in dict.fromkeys(_speakers(self.meeting)):
            names = hidden if self.is_hidden(speaker) else shown
            for printed in filter(None, (speaker.name, speaker.printed)):
                if printed not in names:
                    names.update(names_in(printed))
        return NameFinder(
            _merged(NamedPerson.of(name) for name in hidden.values()),
            (NamedPerson.of(name) for name in shown.values()),
        )

    def _is_member(self, speaker: Speaker) -> bool:
        """Whether the attendance lists the speaker as a member, in the same or in other words."""
        own = [NamedPerson.of(name) for _, name in names_in(speaker.name or speaker.printed)]
        return bool(own) and all(
            any(
                one.family == member.family and _may_be_same(one, member) for member in self.members
            )
            for one in own
        )


def _mere_words(meeting: Meeting) -> Iterator[Speaker]:
    """Attendees who speak nowhere, whose name has no title and is in the minutes as plain words.

    "Director of Children and Young People" in a list may look like two names. The second would
    then be hidden wherever the minutes speak of young people.
    """
    speaking = set(_acting(meeting))
    doubtful = [
        (speaker, name)
        for speaker in (attendee.speaker for attendee in meeting.attendance)
        if speaker.person_id is None and speaker not in speaking
        for _, name in names_in(speaker.name or speaker.printed)
        if not name.title
    ]
    if not doubtful:
        return
    plain = {
        word for prose in prose_of(meeting) for word in PLAIN_WORD.findall(prose.text)
    } | NOT_NAMES
    for speaker, name in doubtful:
        words = LETTERS.findall(fold_text(" ".join((*name.given, name.family))))
        if all(word in plain for word in words):
            yield speaker


def _speakers(meeting: Meeting) -> Iterator[Speaker]:
    for attendee in meeting.attendance:
        yield attendee.speaker
    yield from _acting(meeting)


def _acting(meeting: Meeting) -> Iterator[Speaker]:
    for declaration in meeting.declarations:
        yield declaration.speaker
    for item in meeting.items:
        yield from filter(None, (item.presented_by, item.introduced_by))
        for record in item.records:
            yield from filter(None, (record.speaker, record.addressed_to))
        for decision in item.decisions:
            yield from filter(None, (decision.moved_by, decision.seconded_by))
            if (vote := decision.vote) is not None:
                yield from (*vote.names_for, *vote.names_against, *vote.names_abstained)
                yield from (*vote.names_did_not_vote, *vote.names_absent)


def names_in(printed: str) -> Iterator[tuple[str, PersonName]]:
    """The one name in `printed`, or each of several: "Mr Example and Mrs Sample"."""
    if (whole := person_name(printed)) is not None:
        yield printed, whole
        return
    for piece in SEVERAL_NAMES.split(re.sub(r"\([^()]*\)", "", printed)):
        name = person_name(piece)
        if name is not None and (name.title or name.given):
            yield piece, name


def _merged(people: Iterator[NamedPerson]) -> Iterator[NamedPerson]:
    """The same person once, under all that is known: "Mr Patel" and "Mr A. Patel"."""
    by_family: dict[str, list[NamedPerson]] = {}
    for person in people:
        known = by_family.setdefault(person.family, [])
        for at, other in enumerate(known):
            if _may_be_same(person, other):
                known[at] = NamedPerson(
                    person.family,
                    max(person.given, other.given, key=lambda given: sum(map(len, given))),
                    person.titles | other.titles,
                )
                break
        else:
            known.append(person)
    for known in by_family.values():
        yield from known


def _may_be_same(one: NamedPerson, other: NamedPerson) -> bool:
    if one.titles and other.titles and not one.titles & other.titles:
        return False
    if not one.given or not other.given:
        return True
    first, second = one.given[0], other.given[0]
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])
