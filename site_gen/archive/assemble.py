"""One file of minutes, from bytes to what the store keeps. Pure; runs in worker processes."""

import difflib
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from site_gen.archive.acronyms import check_acronyms
from site_gen.archive.content_links import ContentLink, find_content_links
from site_gen.archive.kept_addresses import keep_addresses
from site_gen.archive.people import PeopleIndex
from site_gen.archive.permalinks import Permalink, meeting_permalinks
from site_gen.archive.prose_of import prose_of
from site_gen.archive.public_names import apply_public_names, check_public_names
from site_gen.archive.published import PublishedList
from site_gen.archive.resolve import public_test, resolve_meeting
from site_gen.archive.rows import meeting_rows
from site_gen.archive.understood import Understood
from site_gen.content.attachments import normal_path
from site_gen.content.bodies_file import body_title
from site_gen.content.front_matter import split_front_matter
from site_gen.content.meeting_fields import MeetingFields, parse_meeting_fields
from site_gen.content.reading import decode_source
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.minutes.understand import parse_meeting
from site_gen.model.bodies import Body, BodyName
from site_gen.model.meetings import Meeting
from site_gen.site.directory import Directory
from site_gen.text.sources import Source

Value = TypeVar("Value")
Products = Callable[[Meeting, Directory], Mapping[str, bytes]]


def no_products(_meeting: Meeting, _directory: Directory) -> Mapping[str, bytes]:
    """Nothing, for a run that only checks."""
    return {}


@dataclass
class Understanding:
    """All that shapes how minutes are understood, besides the minutes themselves."""

    directory: Directory
    products: Products = no_products
    index: PeopleIndex = field(init=False)

    def __post_init__(self) -> None:
        directory = self.directory
        self.index = PeopleIndex(directory.people.values(), directory.offices.values())

    def understand(self, path: str, content: bytes, *, key: bytes = b"") -> Understood:
        """The meeting in `content` with its rows and products; without them when it has none.

        Every problem of the file is in `diagnostics`, sorted by place.
        """
        problems: list[Diagnostic] = []
        source = _taken(decode_source(path, content), problems)
        if source is None:
            return Understood(path, key, diagnostics=tuple(problems))
        front = _taken(split_front_matter(source), problems)
        if front is None:
            return Understood(path, key, diagnostics=tuple(problems))
        fields = _taken(parse_meeting_fields(source, front), problems)
        if fields is None:
            return Understood(path, key, diagnostics=tuple(problems))
        problems += _unknown_bodies(fields, self.directory.bodies, source)
        meeting, links = self._meeting(source, fields, front.body_line, problems)
        return self._understood(Understood(path, key, links=links), meeting, problems)

    def keep_addresses(self, understood: Understood, published: PublishedList) -> Understood:
        """The same with every published address at the words for which it was published."""
        meeting = understood.meeting
        if meeting is None:
            return understood
        previous = published.of(meeting.id)
        kept = keep_addresses(meeting, previous)
        if kept.value is not meeting or kept.diagnostics:
            problems = [*understood.diagnostics, *kept.diagnostics]
            understood = self._understood(understood, kept.value, problems)
        own = b"" if kept.diagnostics else permalinks_key(meeting_permalinks(kept.value))
        return replace(understood, published=permalinks_key(previous), own=own)

    def _understood(
        self, understood: Understood, meeting: Meeting, problems: list[Diagnostic]
    ) -> Understood:
        return replace(
            understood,
            meeting=meeting,
            rows=meeting_rows(meeting),
            diagnostics=tuple(sorted(problems, key=lambda found: found.sort_key)),
            products=self.products(meeting, self.directory),
        )

    def _meeting(
        self, source: Source, fields: MeetingFields, body_line: int, problems: list[Diagnostic]
    ) -> tuple[Meeting, tuple[ContentLink, ...]]:
        directory = self.directory
        parsed = parse_meeting(
            source, fields=fields, body_line=body_line, settings=directory.settings
        )
        problems += parsed.diagnostics
        meeting = _titled(parsed.value, directory.bodies)
        if meeting.is_private:
            return meeting, ()
        body = directory.bodies.get(meeting.body)
        meeting = _taken(resolve_meeting(meeting, body=body, index=self.index), problems)
        if directory.glossary.acronyms:
            problems += check_acronyms(meeting, source, directory.glossary)
        policy = directory.settings.public_names
        is_public = public_test(meeting)
        problems += check_public_names(meeting, policy, is_public)
        meeting = apply_public_names(meeting, policy, is_public)
        # What was withheld, or names a member of the public, is no document of the meeting now.
        shown = {document.path for document in meeting.documents}
        links = (
            *(
                ContentLink(one.path, "", one.place)
                for one in fields.attachments
                if normal_path(one.path) is None or {one.path, normal_path(one.path)} & shown
            ),
            *find_content_links(prose_of(meeting), source),
        )
        return meeting, links


def permalinks_key(permalinks: Iterable[Permalink]) -> bytes:
    """A key of a list of addresses: equal keys, equal lists."""
    return hashlib.blake2b(repr(tuple(permalinks)).encode(), digest_size=16).digest()


def body_of(body_id: str, bodies: Mapping[str, Body]) -> Body:
    """The committee or council of that id; one named after its folder when no file lists it."""
    return bodies.get(body_id) or Body(body_id, (BodyName(body_title(body_id)),))


def _titled(meeting: Meeting, bodies: Mapping[str, Body]) -> Meeting:
    if meeting.title:
        return meeting
    return replace(meeting, title=body_of(meeting.body, bodies).name_on(meeting.date))


def _unknown_bodies(
    fields: MeetingFields, bodies: Mapping[str, Body], source: Source
) -> list[Diagnostic]:
    """An error for each committee that bodies.yaml does not list, where there is such a list."""
    if not bodies:
        return []
    named = {fields.body: "body"} | dict.fromkeys(fields.joint_bodies, "joint")
    problems = []
    for body_id, name in named.items():
        if body_id not in bodies:
            near = difflib.get_close_matches(body_id, bodies, 1)
            hint = f'did you mean "{near[0]}"? ' if near else ""
            hint += "otherwise add the committee to content/bodies.yaml"
            place = fields.places.get(name, source.place())
            message = f'no committee has the id "{body_id}"'
            problems.append(finding("unknown-body", place, message, hint))
    return problems


def _taken(parsed: Parsed[Value], problems: list[Diagnostic]) -> Value:
    problems += parsed.diagnostics
    return parsed.value
