"""Slips in minutes that can be mended without a guess, and are mended only if nothing else changes.

Of the body only blanks are touched, and only where the minutes are understood as before. Of the
front matter only what cannot be read as it is, and only where one way of reading it is left.
"""

import codecs
import difflib
import re
from collections.abc import Callable, Iterator

from site_gen.archive.assemble import Understanding
from site_gen.archive.understood import Understood
from site_gen.content.meeting_fields import MEETING_FIELDS
from site_gen.content.privacy import PRIVATE_WORDS
from site_gen.content.yaml_problems import quoted_line
from site_gen.diagnostics import Diagnostic
from site_gen.model.meetings import MeetingStatus
from site_gen.text.prose_dates import find_dates
from site_gen.text.values import dataclass

MENDABLE = frozenset({"field-unknown", "field-wrong-value", "yaml-broken", "date-wrong"})
MOST_MENDED = 20  # slips of one front matter
NEAR = 0.8  # of two spellings; difflib's ratio
# Blanks that may need mending; a file without any of these needs none.
BLANKS = re.compile(rb"\r|[ \t]\n|\xc2\xa0|\A\xef\xbb\xbf|[^\n]\Z")
NO_BREAK = "\u00a0"
AFTER_MARKER = re.compile(
    rf"^(\s*(?:[-*+•·]|\(?[0-9a-z]{{1,3}}[.)])){NO_BREAK}[ {NO_BREAK}]*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A file set right."""

    content: bytes
    changes: tuple[str, ...]  # what was done, each a sentence with its line


def may_be_mended(content: bytes, findings: tuple[Diagnostic, ...]) -> bool:
    """Whether a look at the file is worth its time."""
    return bool(BLANKS.search(content)) or any(one.code in MENDABLE for one in findings)


def mend(path: str, content: bytes, understanding: Understanding) -> Mended | None:
    """The minutes with every slip mended that surely is one; None when there is none."""
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None
    changes: list[str] = []

    def understand(written: str) -> Understood:
        return understanding.understand(path, written.encode())

    text, blanks = _mended_blanks(text, understand)
    if blanks:
        changes.append(blanks)
    text, lines = _mended_front(text, understand)
    changes += lines
    mended = text.encode()
    return Mended(mended, tuple(changes) or ("line ends",)) if mended != content else None


def _mended_blanks(text: str, understand: Callable[[str], Understood]) -> tuple[str, str]:
    """Line ends, blanks at line ends, and no-break spaces behind the marks of a list."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = plain.split("\n")
    mended = [_without_blanks(line, next_line) for line, next_line in _with_next(lines)]
    tidy = "\n".join(mended).rstrip("\n") + "\n"
    touched = sum(one != other for one, other in zip(lines, mended, strict=True))
    if not touched:
        return (tidy if plain.strip() else plain), ""
    before, after = understand(plain), understand(tidy)
    if before.meeting != after.meeting or _codes(before) != _codes(after):
        return plain, ""
    return tidy, f"blanks in {touched} line{'' if touched == 1 else 's'}"


def _with_next(lines: list[str]) -> Iterator[tuple[str, str]]:
    return zip(lines, [*lines[1:], ""], strict=True)


def _without_blanks(line: str, next_line: str) -> str:
    """The line without blanks at its end; two of them before words force a line to end there."""
    bare = line.rstrip(" \t")
    if line.endswith("  ") and bare and next_line.strip():
        bare = line
    return AFTER_MARKER.sub(r"\1 ", bare)


def _mended_front(text: str, understand: Callable[[str], Understood]) -> tuple[str, list[str]]:
    """The front matter mended slip by slip, each only if its finding goes and none comes."""
    changes: list[str] = []
    tried: set[Diagnostic] = set()
    understood = understand(text)
    while len(changes) < MOST_MENDED:
        lines = text.split("\n")
        found = next(
            (one for one in understood.diagnostics if one.code in MENDABLE and one not in tried),
            None,
        )
        if found is None or not 1 < found.place.line <= len(lines):
            return text, changes
        tried.add(found)
        at = found.place.line - 1
        line = _mended_line(found, lines[at], lines)
        if line is None:
            continue
        candidate = "\n".join([*lines[:at], line, *lines[at + 1 :]])
        after = understand(candidate)
        if _is_better(understood, after, found):
            changes.append(f"line {at + 1}" + ("" if found.hides_line else f": {line}"))
            text, understood = candidate, after
    return text, changes


def _mended_line(found: Diagnostic, line: str, lines: list[str]) -> str | None:
    if "---" in lines[1:] and found.place.line > lines.index("---", 1):
        return None  # of the body nothing is rewritten
    start, end = found.place.column - 1, found.place.column - 1 + found.place.length
    if found.code == "yaml-broken":
        return quoted_line(line)
    if found.code == "field-unknown" and start == 0:
        key = _only_near(line[:end], [one.name for one in MEETING_FIELDS])
        is_free = key is not None and not any(one.startswith(f"{key}:") for one in lines)
        return f"{key}{line[end:]}" if is_free else None
    if found.code == "field-wrong-value" and line.startswith("status:"):
        status = _only_near(line[start:end], list(MeetingStatus))
        return None if status is None else f"{line[:start]}{status}{line[end:]}"
    if found.code == "date-wrong" and line.startswith("date:"):
        return _with_whole_date(line)
    return None


def _with_whole_date(line: str) -> str | None:
    """The line with the one day that it names in words: "date: 12th March 2024"."""
    found = find_dates(line)
    date = found[0].date if len(found) == 1 else None
    is_in_words = bool(found) and re.search(r"[A-Za-z]{3}", found[0].printed) is not None
    if date is None or date.day is None or not is_in_words or found[0].has_wrong_weekday:
        return None
    rest = (line[: found[0].start] + line[found[0].end :]).removeprefix("date:").strip(" '\"")
    return None if rest else f"date: {date.iso}"


def _only_near(written: str, words: list[str]) -> str | None:
    """The one word that `written` is near to; none of those that keep minutes private."""
    lowered = written.strip().lower()
    if difflib.get_close_matches(lowered, PRIVATE_WORDS, 1, 0.6):
        return None
    near = difflib.get_close_matches(lowered, words, 2, NEAR)
    return near[0] if len(near) == 1 else None


def _is_better(before: Understood, after: Understood, mended: Diagnostic) -> bool:
    """Whether the finding went; where the file could be read before, no other may have come."""
    is_gone = all(
        (one.code, one.place.line) != (mended.code, mended.place.line) for one in after.diagnostics
    )
    if not is_gone or before.meeting is None:
        return is_gone
    return set(_codes(after)) <= set(_codes(before))


def _codes(understood: Understood) -> list[str]:
    return sorted(one.code for one in understood.diagnostics)
