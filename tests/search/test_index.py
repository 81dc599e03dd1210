"""The index is a function of its pieces, and a change costs what changed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from site_gen.search import analysis, lunr_json, partitions
from site_gen.search.analysis import analyse_meeting, read_analysis
from site_gen.search.index import build_index
from site_gen.search.kept import MeetingEntry, Sources
from site_gen.search.pieces import Piece
from site_gen.search.scripts import read_script
from site_gen.text.values import dataclass, replace
from tests.search.indexes import Folder, Memory, build, search
from tests.search.made_pieces import NAMES, made_pieces


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "search").iterdir()}


def postings(root: Path) -> dict[str, bytes]:
    return {name: content for name, content in files(root).items() if name[:2] in {"c-", "o-"}}


@pytest.fixture
def many_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(partitions.SHARD_SIZES, "c", 1500)
    monkeypatch.setitem(partitions.SHARD_SIZES, "o", 300)
    monkeypatch.setattr(lunr_json, "MOST_PIECES", 0)  # it has tests of its own, and takes long


def test_the_order_of_meetings_changes_nothing(tmp_path: Path, many_shards: None) -> None:
    pieces = made_pieces(800)
    meetings = list(dict.fromkeys(piece.meeting for piece in pieces))
    random.Random(3).shuffle(meetings)
    shuffled = [piece for one in meetings for piece in pieces if piece.meeting == one]
    build(tmp_path / "a", pieces, names=NAMES)
    build(tmp_path / "b", shuffled, names=NAMES)
    assert len(files(tmp_path / "a")) > 60
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_a_meeting_added_leaves_the_closed_block_alone(tmp_path: Path, many_shards: None) -> None:
    pieces = made_pieces(3000)
    kept = Memory()
    build(tmp_path, pieces, kept=kept)
    before = files(tmp_path)
    added = [
        replace(one, id=f"new#{n}", thread=f"new#{n}", meeting="new", date=pieces[-1].date)
        for n, one in enumerate(pieces[:10])
    ]
    report = build(tmp_path, [*pieces, *added], kept=kept)
    after = files(tmp_path)
    changed = {name for name in after if after[name] != before.get(name)}
    assert not report.is_whole
    assert not [name for name in changed if name.startswith(("c-", "w-c", "f-c", "p-c"))]
    total = sum(map(len, postings(tmp_path).values()))
    assert sum(len(after[name]) for name in changed & postings(tmp_path).keys()) < total / 10
    build(tmp_path / "clean", [*pieces, *added])
    assert files(tmp_path / "clean").items() == after.items()


Minutes = dict[str, list[Piece]]


@pytest.mark.parametrize("seed", range(4))
def test_any_changes_give_what_a_clean_build_gives(
    tmp_path: Path, many_shards: None, seed: int
) -> None:
    draws = random.Random(seed)
    meetings = gathered(made_pieces(1500, seed))
    kept = Memory()
    before: Minutes = {}
    folder = tmp_path / "changed"
    patched = 0
    for step in range(6):
        report = build(
            folder,
            chain.from_iterable(meetings.values()),
            kept=kept,
            names=NAMES,
            before=partial(analysed, before),
        )
        patched += not report.is_whole
        build(tmp_path / f"clean{step}", chain.from_iterable(meetings.values()), names=NAMES)
        assert files(folder) == files(tmp_path / f"clean{step}")
        before = {name: list(each) for name, each in meetings.items()}
        for _ in range(draws.randrange(1, 4)):
            CHANGES[draws.randrange(len(CHANGES))](meetings, draws)
    assert patched >= 3


def gathered(pieces: Iterable[Piece]) -> Minutes:
    found: Minutes = {}
    for piece in pieces:
        found.setdefault(piece.meeting, []).append(piece)
    return found


def analysed(meetings: Minutes, meeting: str) -> list[bytes]:
    return [analyse_meeting(meetings[meeting])] if meeting in meetings else []


def edit(meetings: Minutes, draws: random.Random) -> None:
    pieces = meetings[draws.choice(sorted(meetings))]
    place = draws.randrange(len(pieces))
    pieces[place] = replace(pieces[place], text=f"{pieces[place].text} viaduct{draws.random()}")


def take_out(meetings: Minutes, draws: random.Random) -> None:
    name = draws.choice(sorted(meetings))
    threads = [
        piece for piece in meetings[name] if piece.id != piece.thread or draws.random() < 0.7
    ]
    roots = {piece.id for piece in threads}
    left = [piece for piece in threads if piece.thread in roots]
    meetings[name] = left or meetings[name]


def add(meetings: Minutes, draws: random.Random) -> None:
    copy_to(meetings, draws, f"added-{draws.random()}", draws.choice(sorted(meetings)))


def delete(meetings: Minutes, draws: random.Random) -> None:
    del meetings[draws.choice(sorted(meetings))]


def move(meetings: Minutes, draws: random.Random) -> None:
    """One goes to another day, perhaps of another block; its id stays."""
    name = draws.choice(sorted(meetings))
    pieces = meetings.pop(name)
    date = meetings[draws.choice(sorted(meetings))][0].date
    meetings[name] = [replace(piece, date=date) for piece in pieces]


def copy_to(meetings: Minutes, draws: random.Random, name: str, like: str) -> None:
    """Another meeting with some of the same words, on a day on which there is one already."""
    date = meetings[draws.choice(sorted(meetings))][0].date
    meetings[name] = [
        replace(
            piece, meeting=name, date=date, id=piece.id.replace(like, name),
            thread=piece.thread.replace(like, name), url=piece.url.replace(like, name),
        )
        for piece in meetings[like]
    ]  # fmt: skip


CHANGES = [edit, edit, take_out, add, delete, move]


def test_nothing_changed_builds_nothing(tmp_path: Path) -> None:
    pieces = made_pieces(300)
    kept = Memory()
    build(tmp_path, pieces, kept=kept)
    report = build(tmp_path, pieces, kept=kept)
    assert (report.is_whole, report.shards) == (False, 0)


def test_files_that_are_gone_are_made_again(tmp_path: Path) -> None:
    pieces = made_pieces(300)
    kept = Memory()
    build(tmp_path, pieces, kept=kept)
    before = files(tmp_path)
    shown = min(name for name in before if name.startswith("d-"))
    for name in ("o-0-0.js", shown, "lunr.json"):
        (tmp_path / "search" / name).unlink()
    build(tmp_path, pieces, kept=kept)
    assert files(tmp_path) == before


@dataclass(frozen=True)
class Stored:
    """Analyses that other processes may read."""

    analyses: dict[str, bytes]

    def __call__(self, ids: Sequence[str]) -> list[bytes]:
        return [self.analyses[one] for one in ids]


def test_the_number_of_workers_changes_nothing(tmp_path: Path, many_shards: None) -> None:
    pieces = made_pieces(600)
    meetings: dict[str, list[Piece]] = {}
    for piece in pieces:
        meetings.setdefault(piece.meeting, []).append(piece)
    stored = Stored({one: analyse_meeting(each) for one, each in meetings.items()})
    entries = [MeetingEntry(one, each[0].date, "") for one, each in meetings.items()]
    build_index(Sources(entries, stored), Folder(tmp_path / "one"), Memory())
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as workers:
        sources = Sources(entries, stored, run=partial(_run, workers))
        build_index(sources, Folder(tmp_path / "two"), Memory())
    assert {path: len(content) for path, content in files(tmp_path / "one").items()}
    # The other processes cut by the sizes that the fixture set here.
    assert files(tmp_path / "one") == files(tmp_path / "two")


def _run(workers: ProcessPoolExecutor, work: Any, tasks: Sequence[Any]) -> Iterable[Any]:
    return workers.map(work, tasks)


def test_the_same_pieces_give_the_same_bytes() -> None:
    pieces = [one for one in made_pieces(20) if one.meeting == made_pieces(1)[0].meeting]
    first = analyse_meeting(pieces)
    analysis._words_of_chunk.clear()
    assert analyse_meeting(pieces) == first
    assert read_analysis(first).fragments == [one.id.split("#")[1] for one in pieces]


def test_a_meeting_without_pieces_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to index"):
        analyse_meeting([])


def test_a_very_long_text_is_shown_in_part_and_found_in_full(tmp_path: Path) -> None:
    text = "word " * 70_000 + "needle"
    piece = replace(made_pieces(1)[0], text=text, title="")
    build(tmp_path, [piece])
    (reply,) = search(tmp_path, [{"q": "needle"}])
    assert reply["total"] == 1
    assert len(reply["threads"][0]["best"]["text"]) < 6100


def test_an_answer_given_in_another_year_belongs_to_its_question(tmp_path: Path) -> None:
    question = replace(
        made_pieces(1)[0], id="a-2019#q", thread="a-2019#q", meeting="a-2019", date="2019-12-01",
        kind="question", text="What of the viaduct?", title="", people="", item="",
    )  # fmt: skip
    answer = replace(
        question, id="b-2020#r", thread="a-2019#q", meeting="b-2020", date="2020-01-09",
        kind="response", text="It will be strengthened.",
    )  # fmt: skip
    build(tmp_path, [question, answer])
    (reply,) = search(tmp_path, [{"q": "viaduct strengthened"}])
    assert (reply["total"], reply["withAllWords"]) == (1, 1)
    assert reply["threads"][0]["first"]["id"] == "a-2019#q"


def test_an_empty_archive_has_a_manifest_and_finds_nothing(tmp_path: Path) -> None:
    build(tmp_path, [])
    assert read_script((tmp_path / "search" / "manifest.js").read_bytes()).value["pieces"] == 0
    (reply,) = search(tmp_path, [{"q": "anything type:decision"}])
    assert reply["total"] == 0


def test_a_partial_date_is_found_by_its_year(tmp_path: Path) -> None:
    piece = replace(made_pieces(1)[0], date="2018", text="An undated viaduct.")
    build(tmp_path, [piece])
    replies = search(tmp_path, [{"q": f"viaduct {span}"} for span in ("from:2018-06", "to:2017")])
    assert [reply["total"] for reply in replies] == [1, 0]


def test_every_file_says_its_name_and_is_json(tmp_path: Path) -> None:
    build(tmp_path, made_pieces(200), names=NAMES)
    made = files(tmp_path)
    assert len(made) > 1
    for name, content in made.items():
        if name.endswith(".js"):
            assert read_script(content).name == name.removesuffix(".js")
        else:
            json.loads(content)
