"""A site that is ready to be built, and the meetings that go into it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


class NotInstallableError(Exception):
    """A peer cannot be had on this machine; the message says why."""


@dataclass(frozen=True, slots=True)
class Site:
    """One generator's copy of the archive."""

    root: Path
    command: tuple[str, ...]  # builds it, run in `root`
    version: str
    output: Path
    meetings: Path  # holds <committee>/<date>.md
    state: tuple[Path, ...] = ()  # what a cold build must not find, beside the output
    environment: dict[str, str] = field(default_factory=dict)


class Peer(Protocol):
    """A generator: where it comes from and how its site is set up."""

    name: str
    source: str  # where it is installed from, for the report
    builds_in_part: bool  # a build after a change does not make everything anew

    def prepare(self, corpus: Path, *, tools: Path, root: Path) -> Site:
        """Install the generator into `tools` and make its copy of the archive in `root`.

        Raises:
            NotInstallableError: it cannot be had here.
        """
        ...

    def front_matter(self, meeting: "MeetingFile") -> str:
        """The front matter that this generator reads, its fences included."""
        ...


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting's file taken apart. All peers get the same body."""

    committee: str
    date: str
    title: str
    body: str

    @property
    def year(self) -> str:
        """The year it is listed under."""
        return self.date[:4]

    @property
    def id(self) -> str:
        """One of a kind in the archive."""
        return f"{self.committee}-{self.date}"


def parse_meeting_file(path: Path, text: str) -> MeetingFile:
    """A generated file: title from its front matter, committee and date from its place."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    title = next(line for line in front.splitlines() if line.startswith("title: "))
    return MeetingFile(path.parent.name, path.stem, title.removeprefix("title: "), body)


def meeting_files(corpus: Path) -> Iterator[MeetingFile]:
    """All meetings of an archive, by path."""
    for path in sorted((corpus / "content" / "meetings").rglob("*.md")):
        yield parse_meeting_file(path, path.read_text(encoding="utf-8"))


def write_meetings(peer: Peer, corpus: Path, folder: Path) -> None:
    """Every meeting as `peer` reads it: its own front matter, the same body."""
    for meeting in meeting_files(corpus):
        path = folder / meeting.committee / f"{meeting.date}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((peer.front_matter(meeting) + meeting.body).encode())
