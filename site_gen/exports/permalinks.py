"""permalinks.json: every address that was ever given out, one a line, with its opening words."""

from collections.abc import Iterable, Iterator

from site_gen.archive.permalinks import Permalink, meeting_permalinks
from site_gen.archive.published import ADDRESSES_KEY, LIST_VERSION
from site_gen.exports.json_text import json_line
from site_gen.model.meetings import Meeting
from site_gen.site import addresses
from site_gen.site.output import OutputFile


def permalink_lines(meeting: Meeting) -> bytes:
    """The lines of one meeting, each `"address":{...}`, with a comma between them.

    An entry has `kind`, `words` (the first ones, null where there are none), `digest` (of all
    words), and for an address that was kept beside a later one `alias_of`.
    """
    listed = meeting_permalinks(meeting)
    return ",\n".join(_line(meeting.id, permalink) for permalink in listed).encode()


def permalinks_file(chunks: Iterable[bytes], *, is_demonstration: bool) -> OutputFile:
    """permalinks.json from the lines of all meetings, which are never empty."""
    return OutputFile(addresses.PERMALINKS, b"".join(_joined(chunks, is_demonstration)))


def _joined(chunks: Iterable[bytes], is_demonstration: bool) -> Iterator[bytes]:
    mark = b'"demonstration":true,\n' if is_demonstration else b""
    yield b'{\n"version":%d,\n%b"%b":{\n' % (LIST_VERSION, mark, ADDRESSES_KEY.encode())
    is_first = True
    for chunk in chunks:
        if not is_first:
            yield b",\n"
        yield chunk
        is_first = False
    yield b"\n}\n}\n"


def _line(meeting_id: str, permalink: Permalink) -> str:
    url = _url(meeting_id, permalink.address)
    entry: dict[str, str | None] = {"kind": permalink.kind, "words": permalink.words or None}
    if permalink.digest:
        entry["digest"] = permalink.digest
    if permalink.alias_of:
        entry["alias_of"] = _url(meeting_id, permalink.alias_of)
    return f"{json_line(url)}:{json_line(entry)}"


def _url(meeting_id: str, address: str) -> str:
    if not address:
        return addresses.meeting_url(meeting_id)
    return addresses.fragment_url(meeting_id, address)
