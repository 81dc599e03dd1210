"""The front matter of a meeting: its fields, and what one file says in them."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from site_gen.content.attachments import normal_path
from site_gen.content.front_matter import FrontMatter
from site_gen.content.privacy import PRIVATE, REASON, read_privacy
from site_gen.content.schema import Field, FieldType, SchemaReader, Values
from site_gen.content.web_addresses import read_web_address
from site_gen.diagnostics import Parsed
from site_gen.diagnostics.rules import finding
from site_gen.model.meetings import Correction, MeetingStatus, Sitting
from site_gen.site.page_names import refused_id
from site_gen.text.dates import PartialDate
from site_gen.text.places import Place
from site_gen.text.slugs import slugify
from site_gen.text.sources import Source
from site_gen.text.values import dataclass, field
from site_gen.text.web_addresses import WEB_ADDRESS

TEXT, TEXTS, DATE = FieldType.TEXT, FieldType.TEXTS, FieldType.DATE
ID_PATTERN = "[a-z0-9]+([-_.][a-z0-9]+)*"
ID = re.compile(rf"{ID_PATTERN}\Z")

MEETING_FIELDS = (
    Field(
        "date",
        DATE,
        "The day of the meeting.",
        "date: 2024-03-12",
        is_required=True,
        other_words=("day", "meeting_date", "date_of_meeting", "when"),
    ),
    Field(
        "id",
        TEXT,
        "The meeting's own address.",
        "id: planning-2024-03-12-special",
        pattern=ID_PATTERN,
    ),
    Field(
        "body",
        TEXT,
        "The committee; the folder's name when not given.",
        "body: planning",
        other_words=("committee", "board", "council"),
    ),
    Field(
        "title",
        TEXT,
        "The meeting's title.",
        'title: "Planning Committee"',
        other_words=("name", "heading", "meeting"),
    ),
    Field(
        "time",
        TEXT,
        "When it began.",
        "time: 19:30",
        other_words=("start", "started", "start_time", "begins", "began"),
    ),
    Field(
        "end",
        TEXT,
        "When it ended.",
        "end: 21:05",
        other_words=("ended", "end_time", "finish", "finished", "closed"),
    ),
    Field(
        "venue",
        TEXT,
        "Where it was held.",
        "venue: Town Hall",
        other_words=("place", "location", "room", "where", "held_at"),
    ),
    Field(
        "chair",
        TEXT,
        "Who was in the chair.",
        "chair: Councillor A. Example",
        other_words=("chairman", "chairwoman", "chairperson", "presiding"),
    ),
    Field(
        "present",
        TEXTS,
        "Members present.",
        "present: [Councillor A. Example]",
        other_words=("members", "attendance", "attendees"),
    ),
    Field(
        "apologies",
        TEXTS,
        "Members who sent apologies.",
        "apologies: [Councillor B. Example]",
        other_words=("absent", "absences"),
    ),
    Field(
        "in_attendance",
        TEXTS,
        "Officers and others.",
        "in_attendance: [Director of Housing]",
        other_words=("officers", "also_present", "staff"),
    ),
    Field(
        "status",
        FieldType.CHOICE,
        "How far the meeting and its minutes have come; draft when not said.",
        "status: approved",
        choices=tuple(MeetingStatus),
    ),
    Field("approved_at", TEXT, "The day or id of the meeting that approved these minutes."),
    Field(
        "corrections",
        FieldType.ENTRIES,
        "Changes to published minutes, said openly.",
        'corrections: [{date: 2024-05-01, was: "9 votes", now: "8 votes", by: Clerk}]',
        fields=(
            Field("date", DATE, "When it was corrected.", "date: 2024-05-01", is_required=True),
            Field("item", TEXT, "The number of the item."),
            Field("was", TEXT, "What the minutes said.", 'was: "9 votes"', is_required=True),
            Field("now", TEXT, "What they say now.", 'now: "8 votes"', is_required=True),
            Field("by", TEXT, "Who made the correction."),
        ),
    ),
    Field(
        "sittings",
        FieldType.ENTRIES,
        "The days of a meeting that took several.",
        "sittings: [2024-03-12, 2024-03-13]",
        fields=(
            Field("date", DATE, "The day.", "date: 2024-03-12", is_required=True),
            Field("time", TEXT, "When it began."),
            Field("venue", TEXT, "Where."),
        ),
        short_form="date",
    ),
    Field("joint", TEXTS, "Other committees that met with this one.", "joint: [housing]"),
    Field(
        "source",
        TEXT,
        "The web address of the original.",
        "source: https://example.org/m/1",
        pattern=WEB_ADDRESS,
    ),
    Field(
        "attachments",
        FieldType.ENTRIES,
        "Files that belong to the minutes, named from where the minutes lie.",
        "attachments: [report.pdf]",
        other_words=("files", "documents", "papers", "appendices"),
        fields=(
            Field("file", TEXT, "The file.", "file: report.pdf", is_required=True),
            Field("title", TEXT, "What to call it on the page."),
        ),
        short_form="file",
    ),
    Field("topics", TEXTS, "What it was about.", "topics: [housing, budget]"),
    Field("language", TEXT, "The language of the minutes (BCP 47).", "language: cy"),
    PRIVATE,
    Field(REASON, TEXT, "Why, in plain words for the public."),
)


@dataclass(frozen=True, slots=True)
class AttachmentField:
    """An attachment as the front matter names it."""

    path: str  # within content/, with forward slashes
    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class MeetingFields:
    """The front matter of one meeting; empty where it says nothing, so that the text may."""

    id: str
    body: str
    date: PartialDate
    title: str = ""
    start: str = ""
    end: str = ""
    venue: str = ""
    chair: str = ""
    present: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    in_attendance: tuple[str, ...] = ()
    status: MeetingStatus = MeetingStatus.DRAFT
    approved_at: str = ""
    corrections: tuple[Correction, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    joint_bodies: tuple[str, ...] = ()
    source: str = ""
    attachments: tuple[AttachmentField, ...] = ()
    topics: tuple[str, ...] = ()
    language: str = ""
    is_private: bool = False
    private_reason: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)  # of each value given


def parse_meeting_fields(source: Source, front: FrontMatter) -> Parsed[MeetingFields | None]:
    """What the front matter says; None when date or committee cannot be known.

    A mark of privacy that cannot be read, or is misspelt, is an error and keeps the meeting
    private.
    """
    reader = SchemaReader()
    values = reader.read(front.mapping, MEETING_FIELDS)
    privacy = read_privacy(front.mapping, values, MEETING_FIELDS, reader.problems)
    problems = [*privacy.diagnostics]
    body = values.text("body") or _folder(source.path)
    date = values.date("date")
    if refused := refused_id(slugify(body)):
        message = "no committee is named and the file lies in no committee's folder"
        if body:
            message = f'"body: {body}" {refused}'
        hint = "move it to content/meetings/<committee>/, or add a line such as `body: planning`"
        problems.append(finding("field-missing", source.place(), message, hint))
    if date is None or refused:
        return Parsed(None, tuple(problems))
    body = slugify(body)
    identifier = values.text("id") or f"{body}-{date.iso}"
    reason = refused_id(identifier) if ID.match(identifier) else "cannot be part of an address"
    if reason:
        message = f'"id: {identifier}" {reason}'
        hint = f"write small letters, digits and hyphens: `id: {slugify(identifier) or body}`"
        problems.append(finding("field-wrong-value", values.place_of("id"), message, hint))
        return Parsed(None, tuple(problems))
    fields = MeetingFields(
        id=identifier,
        body=body,
        date=date,
        title=values.text("title"),
        start=values.text("time"),
        end=values.text("end"),
        venue=values.text("venue"),
        chair=values.text("chair"),
        present=values.texts("present"),
        apologies=values.texts("apologies"),
        in_attendance=values.texts("in_attendance"),
        status=MeetingStatus(values.text("status", MeetingStatus.DRAFT)),
        approved_at=values.text("approved_at"),
        corrections=tuple(_correction(entry) for entry in values.entries("corrections")),
        sittings=tuple(_sitting(entry) for entry in values.entries("sittings")),
        joint_bodies=tuple(slugify(name) for name in values.texts("joint")),
        source=read_web_address(values, "source", problems),
        attachments=tuple(_attachment(source, entry) for entry in values.entries("attachments")),
        topics=values.texts("topics"),
        language=values.text("language"),
        is_private=privacy.value,
        private_reason=values.text(REASON),
        places=values.places,
    )
    return Parsed(fields, tuple(problems))


def _folder(path: str) -> str:
    parts = PurePosixPath(path).parts  # content/meetings/<body>/...
    return parts[2] if len(parts) > 3 else ""


def _correction(entry: Values) -> Correction:
    return Correction(
        entry.required_date("date"),
        was=entry.text("was"),
        now=entry.text("now"),
        by=entry.text("by"),
        item=entry.text("item"),
    )


def _sitting(entry: Values) -> Sitting:
    return Sitting(entry.required_date("date"), entry.text("time"), entry.text("venue"))


def _attachment(source: Source, entry: Values) -> AttachmentField:
    folder = PurePosixPath(source.path).parent.relative_to("content")
    written = entry.text("file")
    path = normal_path(str(folder / written)) or str(folder / written)
    title = entry.text("title") or PurePosixPath(written).name
    return AttachmentField(path, title, entry.place_of("file"))
