"""Which committee met and what to call the meeting: from the text, its title and its name."""

import re
from collections.abc import Iterator

from site_gen.content.blocks import parse_blocks
from site_gen.importers.body_names import body_id, first_body_name
from site_gen.importers.draft import Draft
from site_gen.importers.findings import (
    Confidence,
    Finding,
    RefusalReason,
    RefusedError,
    found,
    guessed,
)
from site_gen.importers.options import ImportOptions
from site_gen.importers.source_text import SourceText
from site_gen.minutes.header import Header, parse_header
from site_gen.text.slugs import slugify
from site_gen.text.sources import Source

HEAD = 500  # characters that say what the minutes are
NAME_PARTS = re.compile(r"\s+[-–—|:]\s+|\s*[|:]\s*")  # of a title or the name of a file
MEETING_KIND = re.compile(
    r"\b(?P<kind>special|extraordinary|annual(?:\s+general)?|adjourned|emergency|joint)"
    r"\s+(?:[\w‘’']+\s+){0,4}?meeting\b",
    re.IGNORECASE,
)


def find_body_name(header: Header, read: SourceText, name: str) -> str:
    """The name of the committee as a register would have it; "" where nothing says it.

    `name` is the name of the file.
    """
    return first_body_name(_body_names(header, read, name))


def _body_names(header: Header, read: SourceText, name: str) -> Iterator[str]:
    """Where the name of the committee may stand, the surest first."""
    yield read.facts.body_name
    if header.body_name is not None:
        yield header.body_name.text
    for words in (read.facts.title, name.rsplit(".", 1)[0].replace("_", " "), *read.margins):
        told = parse_header(parse_blocks(Source("content/imported.md", words)).value)
        if words and told.body_name is not None:
            yield told.body_name.text
        yield from NAME_PARTS.split(words)


def place_body(body_name: str, options: ImportOptions, findings: list[Finding]) -> str:
    """The id of the committee: as a person said, as the text says, or as the folder is named.

    Raises RefusedError where none of them says it.
    """
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
    message = "the text does not say which committee met; say it: --body planning"
    raise RefusedError(RefusalReason.NO_BODY, message)


def meeting_title(read: SourceText, draft: Draft, body_name: str, name: str) -> str:
    """What to call the meeting: the source's own title, else the committee and kind of meeting."""
    if read.facts.title:
        return read.facts.title
    kind = MEETING_KIND.search(draft.text[:HEAD]) or MEETING_KIND.search(name)
    if kind is None:
        return body_name
    printed = f"{kind['kind'].lower()} meeting"
    return f"{body_name}: {printed}" if body_name else printed.capitalize()
