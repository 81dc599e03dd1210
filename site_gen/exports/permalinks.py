"""permalinks.json: every address that was ever given out, with its opening words."""

from collections.abc import Iterable, Iterator

from site_gen.archive.permalinks import Permalink, meeting_permalinks, usual_kind
from site_gen.archive.published import AS_BEFORE, LIST_VERSION, MEETINGS_KEY
from site_gen.exports.json_text import json_line
from site_gen.model.meetings import Meeting
from site_gen.site import addresses
from site_gen.site.output import OutputFile

_START, _BETWEEN, _END = b'"%b":{\n' % MEETINGS_KEY.encode(), b",\n", b"\n}\n}\n"


def permalink_line(meeting: Meeting) -> bytes:
    """The line of one meeting: `"id":{"address":entry,...}`, the page itself under "".

    An entry is the digest of all words and the first words, parted by a space; empty where there
    are none; "=" where both are those of the entry before, as with the only part of a decision. One
    whose address does not tell its kind, or that was kept beside a later one, is an object: `kind`,
    `words`, `digest`, `alias_of`.
    """
    entries: dict[str, str | dict[str, str]] = {}
    before = None
    for one in meeting_permalinks(meeting):
        entries[one.address] = AS_BEFORE if _says_the_same(one, before) else _entry(one)
        before = one
    return f"{json_line(meeting.id)}:{json_line(entries)}".encode()


def permalinks_file(lines: Iterable[bytes], *, is_demonstration: bool) -> OutputFile:
    """permalinks.json from the lines of all meetings."""
    return OutputFile(addresses.PERMALINKS, b"".join(_joined(lines, is_demonstration)))


def lines_of_permalinks(content: bytes) -> dict[bytes, bytes]:
    """The line of each meeting in a permalinks.json that `permalinks_file` made, by `line_key`."""
    start = content.index(_START) + len(_START)
    lines = content[start : -len(_END)].split(_BETWEEN)  # no line has a break in it
    return {line[: line.index(b":")]: line for line in lines if line}


class ChangedLines:
    """Gives each line of a permalinks.json that `permalinks_file` made as it is to be now.

    The lines come in their order, with their ends. One that stays is given back itself.
    """

    def __init__(self, lines: Iterable[bytes]) -> None:
        """`lines` are those that meetings of the file have now."""
        self._now = {line[: line.index(b":")]: line for line in lines}
        self._is_head = True  # which may name what is no meeting

    def __call__(self, line: bytes) -> bytes:
        """The line now."""
        if self._is_head:
            self._is_head = line != _START
            return line
        now = self._now.get(line[: line.find(b":")])
        if now is None:
            return line
        ended = now + (_BETWEEN if line.endswith(_BETWEEN) else b"\n")
        return line if ended == line else ended


def line_key(meeting_id: str) -> bytes:
    """What the line of that meeting begins with."""
    return json_line(meeting_id).encode()


def _joined(lines: Iterable[bytes], is_demonstration: bool) -> Iterator[bytes]:
    mark = b'"demonstration":true,\n' if is_demonstration else b""
    yield b'{\n"version":%d,\n%b' % (LIST_VERSION, mark)
    yield _START
    yield _BETWEEN.join(lines)
    yield _END


def _says_the_same(one: Permalink, before: Permalink | None) -> bool:
    if before is None or not one.digest or one.alias_of or one.kind != usual_kind(one.address):
        return False
    return (one.digest, one.words) == (before.digest, before.words)


def _entry(permalink: Permalink) -> str | dict[str, str]:
    if permalink.kind == usual_kind(permalink.address) and not permalink.alias_of:
        return f"{permalink.digest} {permalink.words}" if permalink.digest else ""
    parts = {
        "kind": permalink.kind,
        "words": permalink.words,
        "digest": permalink.digest,
        "alias_of": permalink.alias_of,
    }
    return {name: part for name, part in parts.items() if part}
