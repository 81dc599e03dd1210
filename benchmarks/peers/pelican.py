"""Pelican: a page a meeting, a list a committee and a list a year."""

import shutil
from pathlib import Path

from benchmarks.peers.install import first_line, install_from_pypi
from benchmarks.peers.site import MeetingFile, Site, write_meetings

TEMPLATES = Path(__file__).with_name("pelican")
REQUIREMENT = "pelican[markdown]==4.12.0"


class Pelican:
    """Pelican from PyPI, with its cache of what it has read."""

    name = "Pelican"
    source = f"PyPI, {REQUIREMENT}"
    builds_in_part = False

    def prepare(self, corpus: Path, *, tools: Path, root: Path) -> Site:
        """Its settings and theme, and the meetings beside them."""
        programs = install_from_pypi(tools / "pelican", REQUIREMENT)
        pelican = str(programs / "pelican")
        shutil.copytree(TEMPLATES, root)
        meetings = root / "content" / "meetings"
        write_meetings(self, corpus, meetings)
        return Site(
            root=root,
            command=(pelican, "--settings", "pelicanconf.py", "--quiet"),
            version=first_line([pelican, "--version"]),
            output=root / "public",
            meetings=meetings,
            state=(root / "cache",),
        )

    def front_matter(self, meeting: MeetingFile) -> str:
        """The committee is the folder; the slug must be one of a kind."""
        return f"---\ntitle: {meeting.title}\ndate: {meeting.date}\nslug: {meeting.id}\n---\n"
