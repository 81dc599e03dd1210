"""One document to Markdown minutes: the pure heart of import. It reads and writes no disk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from posixpath import basename

from site_gen.content.block import Block
from site_gen.content.blocks import parse_blocks
from site_gen.content.meeting_fields import MeetingFields
from site_gen.importers.body_names import body_id, first_body_name
from site_gen.importers.findings import (
    Confidence,
    Finding,
    RefusalReason,
    RefusedError,
    found,
    guessed,
    look,
)
from site_gen.importers.front_matter import write_front_matter
from site_gen.importers.html.reading import read_html
from site_gen.importers.inline_markdown import letters, plain_words, words_of
from site_gen.importers.likeness import Likeness, is_cancelled, likeness
from site_gen.importers.markdown import write_markdown
from site_gen.importers.markdown_source import read_markdown
from site_gen.importers.meeting_date import DatedMeeting, find_meeting_date
from site_gen.importers.options import ImportOptions
from site_gen.importers.outline import find_outline
from site_gen.importers.pictures import Picture, PictureBook
from site_gen.importers.pieces import Piece, paragraphs_of
from site_gen.importers.plain_text import read_plain_text
from site_gen.importers.result import ImportedMeeting, ImportResult, Refusal
from site_gen.importers.sniffing import SourceKind, sniff
from site_gen.importers.source_text import SourceText
from site_gen.importers.word.reading import read_word
from site_gen.minutes.header import Header, parse_header
from site_gen.minutes.page_breaks import with_page_breaks
from site_gen.minutes.understand import parse_meeting
from site_gen.model.meetings import Meeting, MeetingStatus, Presence
from site_gen.model.records import RecordKind
from site_gen.text.dates import PartialDate
from site_gen.text.slugs import slugify
from site_gen.text.sources import Source

PICTURE_FOLDER = "pictures-of-this-meeting"  # until the name of the file is known
PLAIN = ImportOptions()
AWAY = frozenset({Presence.APOLOGIES, Presence.ABSENT})
UNKNOWN_DAY = PartialDate(2000)
MINUTES_SCORE = 3
KIND_NAMES = (
    (RecordKind.QUESTION, "questions"),
    (RecordKind.RESPONSE, "answers"),
    (RecordKind.RESOLUTION, "decisions"),
    (RecordKind.MOTION, "motions"),
)


def import_document(name: str, content: bytes, *, options: ImportOptions = PLAIN) -> ImportResult:
    """The minutes that a file holds, or why it holds none; with a report either way.

    `name` is the file's name or path; only its last part is used. No word of the document is
    changed: what result and source say is compared, and a difference refuses the import.
    """
    findings: list[Finding] = []
    read: SourceText | None = None
    try:
        pictures = PictureBook()
        read = _read(basename(name.replace("\\", "/")), content, pictures, options)
        findings += [*read.findings, *pictures.findings()]
        draft = _draft(read)
        findings += draft.findings
        meeting = _meeting(basename(name), read, draft, options, findings)
    except RefusedError as refused:
        kind = "" if read is None else read.format
        return ImportResult(
            kind, refusal=Refusal(refused.reason, refused.message), findings=tuple(findings)
        )
    used = tuple(picture for picture in pictures.pictures.values())
    placed = _with_pictures(meeting, used)
    return ImportResult(read.format, placed, findings=tuple(findings))


def _read(name: str, content: bytes, pictures: PictureBook, options: ImportOptions) -> SourceText:
    match sniff(name, content):
        case SourceKind.WORD:
            word = read_word(content, pictures)
            return SourceText(
                "Word file", word.pieces, findings=word.findings, margins=word.margins
            )
        case SourceKind.HTML:
            return read_html(
                content, pictures, address=options.address, read_beside=options.read_beside
            )
        case SourceKind.MARKDOWN:
            return read_markdown(content)
        case SourceKind.TEXT:
            return read_plain_text(content)


@dataclass(frozen=True, slots=True)
class _Draft:
    """The body of the minutes as Markdown."""

    markdown: str
    blocks: tuple[Block, ...]
    text: str
    findings: tuple[Finding, ...] = field(default=())


def _draft(read: SourceText) -> _Draft:
    """The body, written and read back. Raises RefusedError where it holds nothing."""
    findings: tuple[Finding, ...] = ()
    pieces: tuple[Piece, ...] = ()
    if read.markdown is None:
        pieces, findings = find_outline(read.pieces)
        markdown = write_markdown(pieces, lambda name: f"{PICTURE_FOLDER}/{name}")
    else:
        markdown = read.markdown.lstrip("\n").rstrip() + "\n"
    parsed = parse_blocks(Source("content/imported.md", markdown))
    text = "\n".join(words_of(parsed.value))
    if not any(map(str.isalnum, text)):
        message = f"this {read.format} holds no words"
        raise RefusedError(RefusalReason.EMPTY, message)
    if read.markdown is None:
        _hold_to_words(pieces, parsed.value)
    problems = tuple(look("text", problem.message) for problem in parsed.diagnostics)
    return _Draft(markdown, parsed.value, text, (*findings, *problems))


def _hold_to_words(pieces: Iterable[Piece], blocks: Iterable[Block]) -> None:
    """Refuse the import if the Markdown says other words than the source."""
    wanted = letters("".join(_source_words(pieces)))
    given = letters("".join(words_of(blocks)))
    if wanted == given:
        return
    at = next(
        (at for at, (one, other) in enumerate(zip(wanted, given, strict=False)) if one != other),
        min(len(wanted), len(given)),
    )
    near = wanted[max(0, at - 20) : at + 20]
    message = f'the text could not be carried over word for word, near "{near}"'
    raise RefusedError(RefusalReason.WORDS_CHANGED, message)


def _source_words(pieces: Iterable[Piece]) -> Iterator[str]:
    """The words of pieces with the marks that they are written with."""
    for paragraph in paragraphs_of(pieces):
        if paragraph.is_empty:
            continue
        is_bullet = paragraph.role.value == "entry" and not paragraph.label
        yield "-" if is_bullet else paragraph.label
        for run in paragraph.runs:
            label = " ".join(run.text.split()) or "Picture"
            yield label if run.picture else plain_words(run.text)


def _meeting(
    name: str,
    read: SourceText,
    draft: _Draft,
    options: ImportOptions,
    findings: list[Finding],
) -> ImportedMeeting:
    understood = _understood(draft, options)
    status = _status(read, draft, findings)
    if not options.is_minutes and status is not MeetingStatus.CANCELLED:
        like = likeness(draft.text, f"{read.facts.title} {name}", understood)
        _hold_to_minutes(like, findings, status)
    header = _header(draft, read)
    dated = _dated(header, read, draft, name, options)
    findings += dated.findings
    body_name = first_body_name(_body_names(header, read, name))
    body = _body(body_name, options, findings)
    title = _title(read, header, body_name)
    findings += _understanding(understood)
    findings += _facts_found(understood, read, title)
    front = write_front_matter(
        title=title,
        date=dated.date,
        values=(
            ("id", options.id),
            ("time", read.facts.start or understood.start),
            ("venue", read.facts.venue or understood.venue),
            ("status", status.value if status is not None else ""),
            ("source", read.facts.source),
        ),
        ready=read.facts.front_matter,
    )
    return ImportedMeeting(
        markdown=f"{front}\n{draft.markdown}",
        body=body,
        body_name=body_name,
        date=dated.date,
        title=title,
        stem=options.stem or dated.date.iso,
        status=status,
    )


def _header(draft: _Draft, read: SourceText) -> Header:
    """What the minutes say of themselves; headers and footers of pages are asked last."""
    blocks = with_page_breaks(draft.blocks)
    header = parse_header(blocks, blocks[-6:])
    if header.date is None and read.margins:
        margins = parse_blocks(Source("content/imported.md", "\n\n".join(read.margins))).value
        header = parse_header((*margins, *blocks), blocks[-6:])
    return header


def _dated(
    header: Header, read: SourceText, draft: _Draft, name: str, options: ImportOptions
) -> DatedMeeting:
    try:
        return find_meeting_date(
            header, draft.text, name=name, facts=read.facts, month_first=options.month_first
        )
    except RefusedError as refused:
        if is_cancelled(draft.text):
            message = "this says that a meeting was cancelled, but not which: it gives no date"
            raise RefusedError(RefusalReason.CANCELLED, message) from refused
        raise


def _body_names(header: Header, read: SourceText, name: str) -> Iterator[str]:
    """Where the name of the committee may stand, the surest first."""
    yield read.facts.body_name
    if header.body_name is not None:
        yield header.body_name.text
    for words in (read.facts.title, name.rsplit(".", 1)[0].replace("_", " "), *read.margins):
        found_name = parse_header(
            parse_blocks(Source("content/imported.md", words)).value
        ).body_name
        if words and found_name is not None:
            yield found_name.text
    yield read.facts.title


def _body(body_name: str, options: ImportOptions, findings: list[Finding]) -> str:
    if options.body:
        return body_id(options.body, options.bodies)
    if body_name:
        identifier = body_id(body_name, options.bodies)
        is_known = identifier in options.bodies.values()
        message = f'{body_name} ("{identifier}")'
        told = found("committee", message)
        findings.append(told if is_known else guessed("committee", message, Confidence.MEDIUM))
        return identifier
    if slugify(options.folder):
        identifier = body_id(options.folder, options.bodies)
        message = f'"{identifier}", from the name of the folder; the text names no committee'
        findings.append(guessed("committee", message, Confidence.LOW))
        return identifier
    message = "the text does not say which committee met; say it with --body"
    raise RefusedError(RefusalReason.NO_BODY, message)


def _title(read: SourceText, header: Header, body_name: str) -> str:
    return read.facts.title or body_name or (header.title.text if header.title is not None else "")


def _understood(draft: _Draft, options: ImportOptions) -> Meeting:
    """What the archive will understand of the minutes; its body and date are not known yet."""
    source = Source("content/meetings/imported.md", draft.markdown)
    fields = MeetingFields(id="imported", body="imported", date=UNKNOWN_DAY)
    return parse_meeting(source, fields=fields, body_line=1, settings=options.settings).value


def _status(read: SourceText, draft: _Draft, findings: list[Finding]) -> MeetingStatus | None:
    """What became of the meeting, where the source says it."""
    if read.facts.status is not None:
        findings.append(found("status", read.facts.status.value))
        return read.facts.status
    if is_cancelled(draft.text):
        findings.append(guessed("status", "the meeting was cancelled", Confidence.MEDIUM))
        return MeetingStatus.CANCELLED
    return None


def _hold_to_minutes(like: Likeness, findings: list[Finding], status: MeetingStatus | None) -> None:
    if status is not None or like.score >= MINUTES_SCORE + 2:
        return
    if like.score >= MINUTES_SCORE:
        findings.append(look("minutes", "this may not be minutes; read it before you publish it"))
        return
    message = (
        "this does not read as minutes: it does not say who was there, what was on the agenda or "
        "what was decided. If it is minutes, import it with --minutes"
    )
    raise RefusedError(RefusalReason.NOT_MINUTES, message)


def _understanding(meeting: Meeting) -> Iterator[Finding]:
    """One line on the records that the archive will find."""
    counts = [
        (sum(record.kind is kind for record in meeting.records), kind_name)
        for kind, kind_name in KIND_NAMES
    ]
    told = [f"{count} {kind_name}" for count, kind_name in counts if count]
    items = sum(bool(item.title) for item in meeting.items)
    told.insert(0, f"{items} items")
    yield found("understood", ", ".join(told))


def _facts_found(meeting: Meeting, read: SourceText, title: str) -> Iterator[Finding]:
    if title:
        yield guessed("title", title, Confidence.MEDIUM)
    for about, given, printed in (
        ("time", read.facts.start, meeting.start),
        ("venue", read.facts.venue, meeting.venue),
        ("chair", "", meeting.chair),
    ):
        if given:
            yield found(about, f"{given}, from {read.facts.origin}")
        elif printed:
            yield guessed(about, printed, Confidence.HIGH)
    if meeting.attendance:
        present = sum(
            each.presence.value in ("member", "officer", "other") for each in meeting.attendance
        )
        away = len(meeting.attendance) - present
        message = f"{present} present, {away} with apologies or absent; read from the text"
        yield found("attendance", message)


def _with_pictures(meeting: ImportedMeeting, pictures: tuple[Picture, ...]) -> ImportedMeeting:
    """The meeting with its pictures in the folder that has the file's name."""
    return ImportedMeeting(
        markdown=meeting.markdown.replace(f"({PICTURE_FOLDER}/", f"({meeting.stem}/"),
        body=meeting.body,
        body_name=meeting.body_name,
        date=meeting.date,
        title=meeting.title,
        stem=meeting.stem,
        status=meeting.status,
        pictures=pictures,
    )
