"""Where imported minutes go in an archive, and whether what stands there may be replaced."""

import difflib
from pathlib import Path

from site_gen.importers.ledger import (
    Entry,
    Ledger,
    hash_text,
    read_ledger,
    write_file,
    write_ledger,
)
from site_gen.importers.merging import check_sums, merge
from site_gen.importers.outcome import FileOutcome
from site_gen.importers.result import ImportedMeeting
from site_gen.minutes.exempt_marks import may_hold_marks
from site_gen.text.values import dataclass, field

MEETINGS = "meetings"
MOST_OF_ONE_DAY = 50
LONGEST_DIFFERENCE = 200  # lines


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with one place, and why."""

    outcome: FileOutcome
    message: str = ""
    difference: str = ""
    merged: str = ""  # MERGED: the text to write


@dataclass(frozen=True, slots=True)
class _Taken:
    """A place that this run has filled."""

    source: str
    words: str  # the minutes without front matter


@dataclass(slots=True)
class Places:
    """The places of one archive. Paths are relative to `into`."""

    into: Path
    is_dry: bool
    overwrite: bool
    keep_edits: bool = False  # where source and archive both changed the same words
    _ledger: Ledger = field(default_factory=Ledger)
    _taken: dict[str, _Taken] = field(default_factory=dict)
    _is_changed: bool = False

    def __post_init__(self) -> None:
        self._ledger = read_ledger(self.into)

    def target(self, source: str, meeting: ImportedMeeting) -> str:
        """Where the meeting goes: where its source went before, else the first free name.

        The place of the same minutes, when another source of this run had them.
        """
        folder = f"{MEETINGS}/{meeting.body}"
        before = self._ledger.target_of(source, folder)
        if before is not None and before not in self._taken and f"/{meeting.stem}" in before:
            return before
        for count in range(1, MOST_OF_ONE_DAY):
            stem = meeting.stem if count == 1 else f"{meeting.stem}-{count}"
            target = f"{folder}/{stem}.md"
            taken = self._taken.get(target)
            entry = self._ledger.entries.get(target)
            is_free = taken is None and (entry is None or entry.source == source)
            if is_free or (taken is not None and taken.words == _words(meeting)):
                return target
        raise ValueError(f"more than {MOST_OF_ONE_DAY} meetings of one committee on one day")

    def twin(self, target: str) -> str | None:
        """The source of this run that has filled the place."""
        taken = self._taken.get(target)
        return None if taken is None else taken.source

    def put(self, source: str, target: str, meeting: ImportedMeeting) -> Decision:
        """Write the minutes and their pictures to `target`, or say why not. Raises OSError."""
        self._taken[target] = _Taken(source, _words(meeting))
        path = self.into / target
        if self._passes_a_link(path):
            message = "its place in the archive is reached by a symbolic link; nothing was written"
            return Decision(FileOutcome.FAILED, message)
        decision = self._decide(path, target, meeting)
        if decision.outcome in (FileOutcome.KEPT, FileOutcome.FAILED):
            return decision
        if decision.outcome is not FileOutcome.UNCHANGED and not self.is_dry:
            for picture in meeting.pictures:
                write_file(path.with_suffix("") / picture.name, picture.content)
            write_file(path, (decision.merged or meeting.markdown).encode("utf-8"))
        entry = Entry(source, hash_text(meeting.markdown), _parts(meeting.markdown))
        self._is_changed |= self._ledger.put(target, entry)
        return decision

    def save_ledger(self) -> None:
        """Keep what was done, unless nothing was or nothing may be. Raises OSError."""
        if self._is_changed and not self.is_dry:
            write_ledger(self.into, self._ledger)
            self._is_changed = False

    def _decide(self, path: Path, target: str, meeting: ImportedMeeting) -> Decision:
        """Never over what a person wrote, changed or removed, unless asked to."""
        found = _text_at(path)
        standing = None if found is None else _with_plain_ends(found)
        last = self._ledger.entries.get(target)
        if standing == meeting.markdown:
            return Decision(FileOutcome.UNCHANGED)
        if standing is None and (last is None or self.overwrite):
            return Decision(FileOutcome.WRITTEN)
        if standing is not None and last is not None and hash_text(standing) == last.written:
            return Decision(FileOutcome.UPDATED)
        if self.overwrite:
            return Decision(FileOutcome.OVERWRITTEN)
        return self._beside_edits(found, last, target, meeting)

    def _beside_edits(
        self, found: str | None, last: Entry | None, target: str, meeting: ImportedMeeting
    ) -> Decision:
        """What to do with a file that somebody changed or removed, or that is their own."""
        what = "removed" if found is None else "changed"
        if last is not None and last.written == hash_text(meeting.markdown):
            message = f"somebody {what} it since it was imported; the source is as it was"
            return Decision(FileOutcome.UNCHANGED, message)
        if found is not None and last is not None and last.parts and "\ufffd" not in found:
            return self._merge(found, last, target, meeting)
        why = f"somebody {what} it since it was imported"
        if last is None:
            why = "a file that import did not write stands there"
        message = f"{why}; that was kept. Take over what you want, or import with --overwrite"
        standing = _with_plain_ends(found or "")
        return Decision(FileOutcome.KEPT, message, _difference(standing, meeting.markdown, target))

    def _merge(self, standing: str, last: Entry, target: str, meeting: ImportedMeeting) -> Decision:
        """What somebody changed and what changed in the source, where they do not meet."""
        plain = _with_plain_ends(standing)
        both = merge(last.parts, plain, meeting.markdown)
        if both.conflicts and not self.keep_edits:
            message = (
                f"somebody changed it and so did the source, in {_places(both.conflicts)} "
                "differently; nothing was written. Take over what you want, or import with "
                "--keep-edits to keep what the archive says there, or with --overwrite"
            )
            difference = _difference(both.text, both.with_theirs, target)
            return Decision(FileOutcome.KEPT, message, difference)
        message = "somebody changed it and so did the source; both are in it now"
        if both.conflicts:
            message = (
                "somebody changed it and so did the source; both are in it now, and in "
                f"{_places(both.conflicts)} what the archive said"
            )
        if both.text == plain:
            return Decision(FileOutcome.UNCHANGED, message)
        difference = _difference(plain, both.text, target)
        merged = both.text.replace("\n", "\r\n") if "\r\n" in standing else both.text
        return Decision(FileOutcome.MERGED, message, difference, merged)

    def _passes_a_link(self, path: Path) -> bool:
        parts = path.relative_to(self.into).parts
        inside = [self.into.joinpath(*parts[:count]) for count in range(len(parts) + 1)]
        return any(each.is_symlink() for each in inside)


def _words(meeting: ImportedMeeting) -> str:
    return meeting.markdown.split("\n---\n", 1)[-1]


def _parts(markdown: str) -> str:
    """Check sums to merge by later; none where a guess could tell what is withheld."""
    return "" if may_hold_marks(markdown) else check_sums(markdown)


def _places(count: int) -> str:
    return "one place" if count == 1 else f"{count} places"


def _with_plain_ends(text: str) -> str:
    """Line ends as import writes them: editors and Git on Windows change them."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _text_at(path: Path) -> str | None:
    """The text of the file there; None when there is none. What is no text differs from all."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _difference(standing: str, imported: str, target: str) -> str:
    if may_hold_marks(standing) or may_hold_marks(imported):
        return "The difference is not shown: it may hold exempt text."
    lines = list(
        difflib.unified_diff(
            standing.split("\n"),
            imported.split("\n"),
            fromfile=f"{target} as it stands",
            tofile=f"{target} with the source",
            lineterm="",
            n=1,
        )
    )
    if len(lines) > LONGEST_DIFFERENCE:
        more = len(lines) - LONGEST_DIFFERENCE
        lines = [*lines[:LONGEST_DIFFERENCE], f"... and {more} more lines"]
    return "\n".join(lines)
