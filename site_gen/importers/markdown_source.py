"""Markdown that lacks our front matter, or has another's, to minutes: the body stays as it is."""

import re
from collections.abc import Callable

from site_gen.content.front_matter import split_front_matter
from site_gen.content.meeting_fields import MEETING_FIELDS
from site_gen.content.schema import INFERRED
from site_gen.content.yaml_tree import YamlMapping, YamlText
from site_gen.importers.broken_lines import join_broken_lines
from site_gen.importers.findings import Finding, left_out, look
from site_gen.importers.inline_markdown import CONTROL, without_control
from site_gen.importers.local_links import settle_local_links
from site_gen.importers.pictures import PICTURE_FOLDER, PictureBook
from site_gen.importers.sniffing import decode_text
from site_gen.importers.source_text import SourceFacts, SourceText
from site_gen.importers.yaml_writing import yaml_value
from site_gen.model.meetings import MeetingStatus
from site_gen.text.dates import PartialDate
from site_gen.text.sources import Source
from site_gen.text.values import replace

OPENING = re.compile(r"---[ \t]*\n")
KEY = re.compile(r"[\w-]+[ \t]*:(?:[ \t]|$)", re.MULTILINE)
OWN = frozenset(field.name for field in MEETING_FIELDS)
# Keys of ours that are carried over as they stand; what another system calls "id" or "body" is not.
CARRIED = ("end", "chair", "language", "private", "private_reason", "approved_at")
# Marks by which other systems keep a page from the public, and the values that take them back.
KEPT_BACK = frozenset(
    {
        "confidential",
        "private",
        "exempt",
        "restricted",
        "unpublished",
        "not_for_publication",
        "draft",
    }
)
NOT_MARKED = frozenset({"", "false", "no", "off", "0", "null", "none"})
ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_markdown(
    content: bytes,
    pictures: PictureBook,
    read_beside: Callable[[str], bytes | None] = lambda _: None,
) -> SourceText:
    """The file's body, its words and marks unchanged, and what its front matter says.

    Lines of one paragraph that stand apart are joined. Pictures that lie beside the file are put
    into `pictures`. Links to other files of where it came from lose their address. Raises
    RefusedError for what is no text.
    """
    read = _read(content)
    markdown, joined = join_broken_lines(read.markdown or "")
    read = replace(read, findings=(*read.findings, *joined))
    settled = settle_local_links(
        markdown,
        picture_folder=PICTURE_FOLDER,
        pictures=pictures,
        read_beside=read_beside,
    )
    if not settled.dropped:
        return replace(read, markdown=settled.markdown)
    links = "1 link leads" if settled.dropped == 1 else f"{settled.dropped} links lead"
    message = (
        f"{links} to other files of where the minutes come from; the words are kept, "
        "the links are not"
    )
    return replace(
        read, markdown=settled.markdown, findings=(*read.findings, look("links", message))
    )


def _read(content: bytes) -> SourceText:
    """Body and front matter as they stand."""
    text, encoding = decode_text(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings: list[Finding] = []
    if CONTROL.search(text) is not None:
        text = without_control(text)
        message = "control characters, which no page can show; those at the start of lines became •"
        findings.append(left_out("control characters", message))
    if encoding == "Windows-1252":
        message = "the file is not UTF-8; it was read as Windows-1252. Check accents and £ signs"
        findings.append(look("encoding", message))
    source = Source("imported.md", text)
    if not _has_front_matter(source):
        return SourceText("Markdown", markdown=text, findings=tuple(findings))
    split = split_front_matter(source)
    if split.value is None:
        why = split.diagnostics[0].message if split.diagnostics else "it is broken"
        findings.append(look("front matter", f"the file's front matter cannot be read: {why}"))
        return SourceText("Markdown", markdown=text, findings=tuple(findings))
    body = "\n".join(source.lines[split.value.body_line - 1 :])
    facts, more = _facts(split.value.mapping)
    if facts.date is not None and facts.is_date_of_meeting and not more:
        own = "\n".join(source.lines[1 : split.value.body_line - 2])
        facts = replace(facts, own_lines=own)
    return SourceText("Markdown", markdown=body, facts=facts, findings=(*findings, *more))


def _has_front_matter(source: Source) -> bool:
    """The file opens with "---" and keys; a page break at its top is none."""
    if not OPENING.match(source.text):
        return False
    end = next((at for at, line in enumerate(source.lines[1:], 1) if line.rstrip() == "---"), None)
    return end is not None and KEY.search("\n".join(source.lines[1:end])) is not None


def _facts(mapping: YamlMapping) -> tuple[SourceFacts, list[Finding]]:
    findings: list[Finding] = []
    others = [key for key in mapping.entries if key not in OWN]
    if others:
        names = ", ".join(others)
        findings.append(left_out("front matter", f"keys that are not read here: {names}"))
    date = _date(_text(mapping, "date"))
    if date is None and _text(mapping, "date"):
        message = f'the date "{_text(mapping, "date")}" of the front matter cannot be read'
        findings.append(look("date", message))
    ready = [
        (key, f"{key}: {yaml_value(_text(mapping, key))}") for key in CARRIED if _text(mapping, key)
    ]
    if (mark := _mark_of_privacy(mapping, others)) and "private" not in mapping.entries:
        ready.append(("private", "private: true"))
        message = f'the front matter says "{mark}"; the minutes are marked private'
        findings.append(look("private", message))
    status = _text(mapping, "status")
    facts = SourceFacts(
        title=_text(mapping, "title"),
        body_name="" if others else _text(mapping, "body"),
        date=date,
        is_date_of_meeting=not others,
        start=_text(mapping, "time"),
        venue=_text(mapping, "venue"),
        status=MeetingStatus(status) if status in tuple(MeetingStatus) else None,
        source=_text(mapping, "source"),
        front_matter=tuple(ready),
        origin="the front matter",
    )
    return facts, findings


def _mark_of_privacy(mapping: YamlMapping, others: list[str]) -> str:
    """The line of another system that keeps the page from the public; "" when there is none."""
    for key in others:
        name, value = key.lower().replace("-", "_"), _text(mapping, key)
        if name in KEPT_BACK and value.lower() not in NOT_MARKED:
            return f"{key}: {value}"
        if name in ("published", "public") and value.lower() in NOT_MARKED - {""}:
            return f"{key}: {value}"
    return ""


def _text(mapping: YamlMapping, key: str) -> str:
    value = mapping.entries.get(key)
    return value.text.strip() if isinstance(value, YamlText) else ""


def _date(written: str) -> PartialDate | None:
    is_inferred = written.endswith(INFERRED)
    written = written.removesuffix(INFERRED).strip()
    start = ISO_START.match(written)  # "2018-06-21T19:30:00Z" of other systems
    try:
        return PartialDate.parse(start[0] if start else written, is_inferred=is_inferred)
    except ValueError:
        return None
