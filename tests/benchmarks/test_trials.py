"""Rounds on a small generator of the test's own: what is built, edited, added and recorded."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.corpus.archive import write_archive
from benchmarks.peers.eleventy import Eleventy
from benchmarks.peers.hugo import Hugo
from benchmarks.peers.install import install_from_npm
from benchmarks.peers.minutebook import Minutebook
from benchmarks.peers.pelican import Pelican
from benchmarks.peers.site import (
    MeetingFile,
    NotInstallableError,
    Peer,
    Site,
    parse_meeting_file,
    write_meetings,
)
from benchmarks.results import ADDED, CHANGED, COLD, NOTHING, Measured
from benchmarks.trials import Archive, Rounds, Trial

# Copies each meeting to a page, and notes in builds.json what it found at each build.
BUILDS = """
import json, pathlib
site = pathlib.Path("public"); known = site.exists(); site.mkdir(exist_ok=True)
texts = {path.stem: path.read_text() for path in pathlib.Path("content").rglob("*.md")}
for name, text in texts.items():
    (site / f"{name}.html").write_text(text)
log = pathlib.Path("builds.json")
builds = json.loads(log.read_text()) if log.exists() else []
edited = [text.count("again, for time") for text in texts.values()]
builds.append([known, len(texts), sum(edited)])
log.write_text(json.dumps(builds))
"""
MEETINGS = 12


@dataclass
class Copier:
    name: str = "Copier"
    source: str = "this test"
    builds_in_part: bool = True
    program: str = BUILDS

    def prepare(self, corpus: Path, *, tools: Path, root: Path) -> Site:
        write_meetings(self, corpus, root / "content")
        command = (sys.executable, "-c", self.program)
        return Site(root, command, "1", root / "public", root / "content")

    def front_matter(self, meeting: MeetingFile) -> str:
        return f"---\ntitle: {meeting.title}\n---\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    root = tmp_path_factory.mktemp("trials") / "archive"
    write_archive(root, meetings=MEETINGS, seed=0, workers=1)
    return Archive(root, MEETINGS, seed=0)


def trial_of(peer: Peer, archive: Archive, folder: Path) -> Trial:
    site = peer.prepare(archive.root, tools=folder, root=folder / "site")
    return Trial(peer, site, Measured(peer.name, peer.source, site.version))


def test_each_round_starts_cold_edits_one_meeting_and_takes_the_added_one_away(
    archive: Archive, tmp_path: Path
) -> None:
    trial = trial_of(Copier(), archive, tmp_path)
    rounds = Rounds(archive, say=lambda _: None)

    for number in (1, 2):
        rounds.run(trial, number)

    later_rounds_keep_the_edit = 1
    assert json.loads((tmp_path / "site" / "builds.json").read_text(encoding="utf-8")) == [
        [False, MEETINGS, 0],
        [True, MEETINGS, 0],
        [True, MEETINGS, 1],
        [True, MEETINGS + 1, 1],
        [False, MEETINGS, later_rounds_keep_the_edit],
        [True, MEETINGS, later_rounds_keep_the_edit],
        [True, MEETINGS, 1],
        [True, MEETINGS + 1, 1],
    ]
    assert {action: len(runs) for action, runs in trial.measured.runs.items()} == dict.fromkeys(
        (COLD, NOTHING, CHANGED, ADDED), 2
    )


def test_what_a_change_and_an_addition_alter_is_recorded(archive: Archive, tmp_path: Path) -> None:
    trial = trial_of(Copier(), archive, tmp_path)

    Rounds(archive, say=lambda _: None).run(trial, 1)

    assert trial.measured.output is not None
    assert trial.measured.output.files == len({slot.day for slot in archive.slots})
    for action in (CHANGED, ADDED):
        assert trial.measured.changes[action][0].changed_files == 1


def test_a_generator_that_fails_is_named_with_its_reason(archive: Archive, tmp_path: Path) -> None:
    said: list[str] = []
    trial = trial_of(Copier(program="raise SystemExit('out of ink')"), archive, tmp_path)

    Rounds(archive, said.append).run(trial, 1)

    assert trial.measured.missing.endswith("status 1: out of ink")
    assert "out of ink" in said[-1]
    assert trial.measured.runs == {}


@pytest.mark.parametrize("peer", [Hugo(), Eleventy(), Pelican()])
def test_every_peer_gets_every_meeting_with_the_same_body(
    peer: Peer, archive: Archive, tmp_path: Path
) -> None:
    write_meetings(peer, archive.root, tmp_path)

    for slot in archive.slots:
        original = (archive.root / slot.path).read_text(encoding="utf-8")
        copy = tmp_path / slot.committee_id / f"{slot.day}.md"
        body = parse_meeting_file(copy, original).body
        assert copy.read_text(encoding="utf-8").endswith(f"---\n{body}")


def test_minutebook_gets_the_archive_as_it_stands(archive: Archive, tmp_path: Path) -> None:
    site = Minutebook().prepare(archive.root, tools=tmp_path, root=tmp_path / "site")

    for slot in archive.slots:
        copy = site.meetings / slot.committee_id / f"{slot.day}.md"
        assert copy.read_bytes() == (archive.root / slot.path).read_bytes()


def test_a_peer_without_its_tools_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NotInstallableError, match=r"needs Node\.js"):
        install_from_npm(tmp_path / "tools", "anything")
