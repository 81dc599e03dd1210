"""Eleventy: a page a meeting, a list a committee and a list a year."""

import shutil
from pathlib import Path

from benchmarks.peers.install import first_line, install_from_npm
from benchmarks.peers.site import MeetingFile, Site, write_meetings

TEMPLATES = Path(__file__).with_name("eleventy")
REQUIREMENT = "@11ty/eleventy@3.1.2"


class Eleventy:
    """Eleventy from npm."""

    name = "Eleventy"
    source = f"npm, {REQUIREMENT}"
    builds_in_part = False

    def prepare(self, corpus: Path, *, tools: Path, root: Path) -> Site:
        """Its settings and templates, and the meetings beside them."""
        programs = install_from_npm(tools / "eleventy", REQUIREMENT)
        eleventy = str(programs / "eleventy")
        shutil.copytree(TEMPLATES, root)
        write_meetings(self, corpus, root / "content" / "meetings")
        return Site(
            root=root,
            command=(eleventy, "--quiet"),
            version=first_line([eleventy, "--version"]),
            output=root / "public",
            meetings=root / "content" / "meetings",
        )

    def front_matter(self, meeting: MeetingFile) -> str:
        """With committee and year, which the lists are made of."""
        return (
            f"---\ntitle: {meeting.title}\ndate: {meeting.date}\n"
            f'committee: {meeting.committee}\nyear: "{meeting.year}"\n---\n'
        )
