"""One file of minutes, from bytes to what the store keeps. Pure; runs in worker processes."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from site_gen.archive.acronyms import check_acronyms
from site_gen.archive.bodies import body_of
from site_gen.archive.content_links import ContentLink, find_content_links
from site_gen.archive.kept_addresses import keep_addresses
from site_gen.archive.people import PeopleIndex
from site_gen.archive.people_checks import check_people
from site_gen.archive.permalinks import meeting_permalinks, permalinks_key
from site_gen.archive.personal_data import check_personal_data
from site_gen.archive.prose_of import prose_of
from site_gen.archive.public_names import apply_public_names, check_public_names
from site_gen.archive.published import PublishedList
from site_gen.archive.resolve import public_test, resolve_meeting
from site_gen.archive.rows import meeting_rows
from site_gen.archive.understood import Products, Understood
from site_gen.content.attachments import normal_path
from site_gen.content.front_matter import split_front_matter
from site_gen.content.meeting_fields import MeetingFields, parse_meeting_fields
from site_gen.content.privacy import may_be_private
from site_gen.content.reading import decode_source
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding, kept_private
from site_gen.minutes.names import PersonName
from site_gen.minutes.shown_lines import without_hidden_lines
from site_gen.minutes.understand import private_meeting, read_minutes
from site_gen.model.bodies import Body
from site_gen.model.meetings import Meeting
from site_gen.site.directory import Directory
from site_gen.site.settings import PublicNames
from site_gen.text.sources import Source
from site_gen.text.values import dataclass, replace

Value = TypeVar("Value")
ALIKE = 0.8  # of two names, one of which may be the other misspelt
DAY_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
MakeProducts = Callable[[Meeting, Directory], Products]


def no_products(_meeting: Meeting, _directory: Directory) -> Products:
    """Nothing, for a run that only checks."""
    return Products()


@dataclass
class Understanding:
    """All that shapes how minutes are understood, besides the minutes themselves."""

    directory: Directory
    products: MakeProducts = no_products
    names: Mapping[str, PersonName | None] | None = None  # of people, where taken apart already

    @cached_property
    def index(self) -> PeopleIndex:
        """Everybody whom the minutes can name."""
        directory = self.directory
        people, offices = directory.people.values(), directory.offices.values()
        return PeopleIndex(people, offices, self.names)

    def understand(self, path: str, content: bytes, *, key: bytes = b"") -> Understood:
        """The meeting in `content` with its rows and products; without them when it has none.

        Every problem of the file is in `diagnostics`, sorted by place.
        """
        problems: list[Diagnostic] = []
        source = _taken(decode_source(path, content), problems)
        if source is None:
            return Understood(path, key, diagnostics=tuple(problems))
        front = _taken(split_front_matter(source), problems)
        fields = front if front is None else _taken(parse_meeting_fields(source, front), problems)
        if front is None or fields is None:
            if may_be_private(source):
                problems[:] = [kept_private(one) for one in problems]
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
        if fields.is_private:
            problems[:] = [kept_private(one) for one in problems]
            return _titled(private_meeting(source, fields), directory.bodies), ()
        read = read_minutes(source, fields=fields, body_line=body_line, settings=directory.settings)
        problems += read.problems
        meeting = _titled(read.meeting, directory.bodies)
        body = directory.bodies.get(meeting.body)
        meeting = _taken(resolve_meeting(meeting, body=body, index=self.index), problems)
        if directory.glossary.acronyms:
            problems += check_acronyms(meeting, read.shown, directory.glossary, body_line=body_line)
        problems += check_people(meeting, has_people=not self.index.is_empty)
        policy = directory.settings.public_names
        problems += check_personal_data(
            read.shown, body_line=body_line, hides_names=policy is not PublicNames.AS_MINUTED
        )
        problems += _file_name_date(fields, source)
        is_public = public_test(meeting)
        problems += check_public_names(meeting, policy, is_public)
        meeting = apply_public_names(meeting, policy, is_public)
        problems[:] = without_hidden_lines(problems, read.hidden_lines)
        # What was withheld, or names a member of the public, is no document of the meeting now.
        shown = {document.path for document in meeting.documents}
        links = (
            *(
                ContentLink(one.path, "", one.place)
                for one in fields.attachments
                if normal_path(one.path) is None or {one.path, normal_path(one.path)} & shown
            ),
            *find_content_links(prose_of(meeting), read.shown),
        )
        return meeting, links


def _titled(meeting: Meeting, bodies: Mapping[str, Body]) -> Meeting:
    if meeting.title:
        return meeting
    return replace(meeting, title=body_of(meeting.body, bodies).name_on(meeting.date))


def _unknown_bodies(
    fields: MeetingFields, bodies: Mapping[str, Body], source: Source
) -> list[Diagnostic]:
    """An error for each committee that bodies.yaml does not list, where there is such a list."""
    if not bodies:
        return _unlike_folder(fields, source)
    named = {fields.body: "body"} | dict.fromkeys(fields.joint_bodies, "joint")
    problems = []
    for body_id, name in named.items():
        if body_id not in bodies:
            near = difflib.get_close_matches(body_id, bodies, 1)
            hint = f'did you mean "{near[0]}"? ' if near else ""
            hint += f"{'otherwise ' if near else ''}add the committee to content/bodies.yaml"
            place = fields.places.get(name, source.place())
            message = f'no committee has the id "{body_id}"'
            problems.append(finding("unknown-body", place, message, hint))
    return problems


def _unlike_folder(fields: MeetingFields, source: Source) -> list[Diagnostic]:
    """A warning where the body is nearly what the folder is called; no list says which is right."""
    parts = PurePosixPath(source.path).parts
    folder = parts[2] if len(parts) > 3 else ""
    if fields.body == folder or not difflib.get_close_matches(fields.body, [folder], 1, ALIKE):
        return []
    place = fields.places.get("body", source.place())
    message = f'the body is "{fields.body}", and the folder is called "{folder}"'
    return [finding("body-unlike-folder", place, message, f'did you mean "{folder}"?')]


def _file_name_date(fields: MeetingFields, source: Source) -> Iterable[Diagnostic]:
    """A hint when the file is named after another day than those of the meeting."""
    match = DAY_IN_NAME.search(PurePosixPath(source.path).name)
    if match is None or fields.date.day is None:
        return
    days = {fields.date.iso, *(sitting.date.iso for sitting in fields.sittings)}
    if match[0] not in days:
        message = f"the file is named {match[0]}, and the meeting was on {fields.date.iso}"
        yield finding("file-name-date", fields.places.get("date", source.place()), message)


def _taken(parsed: Parsed[Value], problems: list[Diagnostic]) -> Value:
    problems += parsed.diagnostics
    return parsed.value
