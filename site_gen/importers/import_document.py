"""One document to Markdown minutes: the pure heart of import. It reads and writes no disk."""

from posixpath import basename

from site_gen.content.blocks import parse_blocks
from site_gen.importers.draft import Draft, write_draft
from site_gen.importers.findings import (
    Confidence,
    Finding,
    RefusalReason,
    RefusedError,
    found,
    guessed,
    look,
)
from site_gen.importers.front_matter import own_front_matter, write_front_matter
from site_gen.importers.html.reading import read_html
from site_gen.importers.likeness import Likeness, is_cancelled, likeness
from site_gen.importers.markdown_source import read_markdown
from site_gen.importers.meeting_date import DatedMeeting, find_meeting_date
from site_gen.importers.naming import find_body_name, meeting_title, place_body
from site_gen.importers.options import ImportOptions
from site_gen.importers.pictures import PICTURE_FOLDER, Picture, PictureBook
from site_gen.importers.plain_text import read_plain_text
from site_gen.importers.result import ImportedMeeting, ImportResult, Refusal
from site_gen.importers.sniffing import SourceKind, sniff
from site_gen.importers.source_text import SourceText
from site_gen.importers.understanding import report_understanding, understand
from site_gen.importers.word.reading import read_word
from site_gen.minutes.header import Header, parse_header
from site_gen.minutes.page_breaks import with_page_breaks
from site_gen.model.meetings import MeetingStatus
from site_gen.text.sources import Source
from site_gen.text.values import replace

PLAIN = ImportOptions()
FEWEST_SIGNS, ENOUGH_SIGNS = 4, 7  # scores of likeness


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
        draft = write_draft(read)
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
            return read_markdown(content, pictures, options.read_beside)
        case SourceKind.TEXT:
            return read_plain_text(content)


def _meeting(
    name: str,
    read: SourceText,
    draft: Draft,
    options: ImportOptions,
    findings: list[Finding],
) -> ImportedMeeting:
    understood = understand(draft.markdown, options)
    status = _status(read, draft, findings)
    if not options.is_minutes and status is not MeetingStatus.CANCELLED:
        like = likeness(draft.text, title=read.facts.title, name=name, meeting=understood)
        _hold_to_minutes(like, findings, status)
    header = _header(draft, read)
    dated = _dated(header, read, draft, name, options)
    findings += dated.findings
    body_name = find_body_name(header, read, name)
    body = place_body(body_name, options, findings)
    title = meeting_title(read, draft, body_name, name)
    findings += report_understanding(understood, read, title)
    front = own_front_matter(read.facts.own_lines, options.id) or write_front_matter(
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


def _header(draft: Draft, read: SourceText) -> Header:
    """What the minutes say of themselves; headers and footers of pages are asked last."""
    blocks = with_page_breaks(draft.blocks)
    header = parse_header(blocks, blocks[-6:])
    if header.date is None and read.margins:
        margins = parse_blocks(Source("content/imported.md", "\n\n".join(read.margins))).value
        header = parse_header((*margins, *blocks), blocks[-6:])
    return header


def _dated(
    header: Header, read: SourceText, draft: Draft, name: str, options: ImportOptions
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


def _status(read: SourceText, draft: Draft, findings: list[Finding]) -> MeetingStatus | None:
    """What became of the meeting, where the source says it."""
    if read.facts.status is not None:
        findings.append(found("status", read.facts.status.value))
        return read.facts.status
    if is_cancelled(draft.text):
        findings.append(guessed("status", "the meeting was cancelled", Confidence.MEDIUM))
        return MeetingStatus.CANCELLED
    return None


def _hold_to_minutes(like: Likeness, findings: list[Finding], status: MeetingStatus | None) -> None:
    if status is not None or like.score >= ENOUGH_SIGNS:
        return
    if like.score >= FEWEST_SIGNS:
        findings.append(look("minutes", "this may not be minutes; read it before you publish it"))
        return
    message = (
        "this does not read as minutes: it does not say who was there, what was on the agenda or "
        "what was decided. If it is minutes, import it with --minutes"
    )
    raise RefusedError(RefusalReason.NOT_MINUTES, message)


def _with_pictures(meeting: ImportedMeeting, pictures: tuple[Picture, ...]) -> ImportedMeeting:
    """The meeting with its pictures in the folder that has the file's name."""
    markdown = meeting.markdown.replace(f"({PICTURE_FOLDER}/", f"({meeting.stem}/")
    return replace(meeting, markdown=markdown, pictures=pictures)
