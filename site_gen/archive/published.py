"""The list of addresses that was published before, read back."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from site_gen.archive.permalinks import Permalink, usual_kind
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.site.addresses import meeting_url
from site_gen.text.places import Place
from site_gen.text.values import dataclass, field

LIST_VERSION = 1
MEETINGS_KEY = "meetings"
AS_BEFORE = "="  # an entry: the words and their digest are those of the entry before
OPENING_LINES = re.compile(r'^\s*("(?:[^"\\]|\\.)*"):\{', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PublishedList:
    """permalinks.json of an earlier build. Empty before anything was published."""

    path: str = ""  # as given
    meetings: Mapping[str, tuple[Permalink, ...]] = field(default_factory=dict)  # by id, as listed
    lines: Mapping[str, int] = field(default_factory=dict)  # by id, where each begins
    is_demonstration: bool = False  # it said that nothing in it was real

    def of(self, meeting_id: str) -> tuple[Permalink, ...]:
        """What was published of one meeting, in the order listed."""
        return self.meetings.get(meeting_id, ())


class _WrongEntryError(Exception):
    """An entry that is not as `permalink_line` writes it."""

    def __init__(self, quoted: str, message: str) -> None:
        super().__init__(message)
        self.quoted = quoted  # what stands at its place


def parse_published(text: str, path: str) -> Parsed[PublishedList]:
    """The list in `text`; empty, with one located error, when it is broken.

    A broken list is never used in part: addresses left out of it would be given away.
    """
    try:
        listed = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno, error.colno)
        return _broken(path, place, "the list of published addresses is not JSON")
    except RecursionError:
        return _broken(path, Place(path), "the list of published addresses is not one of ours")
    try:
        meetings = _meetings(_entries(listed))
    except _WrongEntryError as error:
        return _broken(path, _place_of(error.quoted, text, path), str(error))
    is_demonstration = listed.get("demonstration") is True
    return Parsed(PublishedList(path, meetings, _lines(text), is_demonstration))


def check_missing_meetings(
    published: PublishedList, meeting_ids: Collection[str]
) -> tuple[Diagnostic, ...]:
    """A warning for each published meeting that is not among `meeting_ids` any more."""
    return tuple(
        finding(
            "address-vanished",
            Place(published.path, published.lines.get(meeting_id, 1)),
            f"{meeting_url(meeting_id)} was published and is gone, "
            f"with {_counted(len(permalinks) - 1)} in it",
            f'put the minutes back, or write "id: {meeting_id}" in the front matter of the file '
            "that holds them now",
        )
        for meeting_id, permalinks in published.meetings.items()
        if meeting_id not in meeting_ids
    )


def _counted(addresses: int) -> str:
    return "1 address" if addresses == 1 else f"{max(addresses, 0)} addresses"


def _broken(path: str, place: Place, message: str) -> Parsed[PublishedList]:
    return Parsed(PublishedList(path), (finding("permalinks-broken", place, message),))


def _entries(listed: Any) -> dict[str, Any]:
    if not isinstance(listed, dict) or not isinstance(listed.get(MEETINGS_KEY), dict):
        raise _WrongEntryError("", f'the list of published addresses has no "{MEETINGS_KEY}"')
    if listed.get("version") != LIST_VERSION:
        raise _WrongEntryError(
            '"version"',
            "the list of published addresses was made by another version of the program",
        )
    entries: dict[str, Any] = listed[MEETINGS_KEY]
    return entries


def _meetings(entries: dict[str, Any]) -> dict[str, tuple[Permalink, ...]]:
    meetings: dict[str, tuple[Permalink, ...]] = {}
    for meeting_id, listed in entries.items():
        if not isinstance(listed, dict):
            raise _WrongEntryError(json.dumps(meeting_id), "this meeting has no addresses")
        found: list[Permalink] = []
        for address, entry in listed.items():
            if entry == AS_BEFORE:
                if not found:
                    message = f'before the address "{address}" of this meeting there is none'
                    raise _WrongEntryError(json.dumps(meeting_id), message)
                last = found[-1]
                found.append(Permalink(address, usual_kind(address), last.words, last.digest))
            else:
                found.append(_permalink(meeting_id, address, entry))
        meetings[meeting_id] = tuple(found)
    return meetings


def _permalink(meeting_id: str, address: str, entry: Any) -> Permalink:
    if isinstance(entry, str):
        digest, _, words = entry.partition(" ")
        return Permalink(address, usual_kind(address), words, digest)
    place = json.dumps(meeting_id)
    if not isinstance(entry, dict) or not isinstance(entry.get("kind"), str):
        raise _WrongEntryError(place, f'the address "{address}" of this meeting has no kind')
    words, digest, alias_of = (entry.get(key, "") for key in ("words", "digest", "alias_of"))
    if not all(isinstance(value, str) for value in (words, digest, alias_of)):
        message = f'the words of the address "{address}" of this meeting are no words'
        raise _WrongEntryError(place, message)
    return Permalink(address, entry["kind"], words, digest, alias_of)


def _place_of(quoted: str, text: str, path: str) -> Place:
    at = text.find(quoted) if quoted else -1
    if at < 0:
        return Place(path)
    before = text.rfind("\n", 0, at) + 1
    return Place(path, text.count("\n", 0, at) + 1, at - before + 1, len(quoted))


def _lines(text: str) -> dict[str, int]:
    """Where each meeting stands, as far as each has a line of its own."""
    lines: dict[str, int] = {}
    line, counted = 1, 0
    for match in OPENING_LINES.finditer(text):
        line += text.count("\n", counted, match.start(1))
        counted = match.start(1)
        lines.setdefault(json.loads(match[1]), line)
    return lines
