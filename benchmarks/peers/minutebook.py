"""Minutebook itself: pages, records, search, feeds and data in one build."""

import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

from benchmarks.peers.site import MeetingFile, Site

REPOSITORY = Path(__file__).resolve().parents[2]


class Minutebook:
    """Builds the archive as it stands."""

    name = "Minutebook"
    source = "this repository"
    builds_in_part = True

    def prepare(self, corpus: Path, *, tools: Path, root: Path) -> Site:
        """A copy of the archive; there is nothing to install."""
        del tools
        shutil.copytree(corpus, root)
        build = str(REPOSITORY / "build.py")
        return Site(
            root=root,
            command=(sys.executable, build, "build", "--root", str(root)),
            version=_version(),
            output=root / "public",
            meetings=root / "content" / "meetings",
            state=(root / ".minutebook",),
        )

    def front_matter(self, meeting: MeetingFile) -> str:
        """As the generated archive has it."""
        return f"---\ntitle: {meeting.title}\ndate: {meeting.date}\nstatus: approved\n---\n"


@cache  # the results of one size, written by then, are no change of the program
def _version() -> str:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    version = str(settings["project"]["version"])
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{version} ({commit.stdout.strip()})" if commit.returncode == 0 else version
