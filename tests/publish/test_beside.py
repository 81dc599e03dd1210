"""The process beside a build: it answers in order, passes errors on, and changes no byte."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

import hypothesis
import pytest

from site_gen.archive.store import Store
from site_gen.cli import start
from site_gen.publish import build as building
from site_gen.publish import second_process
from site_gen.publish.beside import Beside, WorkerLostError
from site_gen.publish.own_state import STATE
from site_gen.publish.progress import Stages, Unwatched
from site_gen.publish.search_update import (
    SearchTask,
    allow_writing,
    begin_update,
    finish_update,
    meeting_entries,
    rehearse_search,
    take_shards,
)
from site_gen.publish.understanding import rehearse_reading
from site_gen.search.kept import Kept, Output
from site_gen.search.shard_files import Group
from site_gen.search.shard_patching import GroupChange, patch_group
from tests.archives import build, run_program, site_files, write_archive
from tests.places import REPOSITORY
from tests.publish.test_changes import NO_SHRINKING, ROUNDS, Step, check_changes

MINUTES = "content/meetings/planning/2024-{month:02}-05.md"
TEXT = "---\ndate: 2024-{month:02}-05\n---\n\n## 1. Bins\n\nRESOLVED: That bins be {colour}.\n"


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every build ask another process, however small the archive is."""
    monkeypatch.setattr(second_process, "needs_two", lambda _root, _workers: True)


@pytest.fixture
def one_for_all(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have every build ask one process, which stays as a preview's does."""
    with closing(Beside()) as stays:
        build_alone = building.build_site
        monkeypatch.setattr(
            "site_gen.cli.building.build_site",
            lambda options, progress, _begun: build_alone(options, progress, stays),
        )
        yield


def _work() -> float:
    """Have a processor work for a moment; the seconds that it worked in this process."""
    while time.process_time() < 0.2:
        sum(range(1000))
    return time.process_time()


def minutes(colour: str) -> dict[str, str]:
    return {
        MINUTES.format(month=month): TEXT.format(month=month, colour=colour)
        for month in range(1, 7)
    }


def test_answers_come_for_what_was_asked_whenever_they_are_taken() -> None:
    with closing(Beside()) as beside:
        lengths = [beside.ask(len, "x" * number) for number in range(5)]
        large = beside.ask(bytes, 1_000_000)  # more than waits in a pipe
        wrong = beside.ask(int, "one")
        assert [one.get() for one in reversed(lengths)] == [4, 3, 2, 1, 0]
        beside.ask(len, "x" * 1_000_000)
        with pytest.raises(ValueError, match="one"):
            wrong.get()
        assert large.get() == bytes(1_000_000)
        assert beside.ask(os.getpid).get() != os.getpid()


def test_what_the_other_process_works_is_counted() -> None:
    with closing(Beside()) as beside:
        stages = Stages(Unwatched())
        stages.beside = lambda: beside.worked
        stages.begin("Waiting")
        spent = beside.ask(_work).get()
        stages.end()
    assert beside.worked >= spent
    assert stages.worked["Waiting"] >= spent


def test_a_process_that_is_ended_from_outside_is_told_of() -> None:
    with closing(Beside()) as beside:
        process = beside.ask(os.getpid).get()
        waiting = beside.ask(signal.pause)
        os.kill(process, signal.SIGKILL)
        for _ in range(2):
            with pytest.raises(WorkerLostError):
                waiting.get()


def test_what_is_not_waited_for_is_ended() -> None:
    beside = Beside()
    process = beside.ask(os.getpid).get()
    beside.ask(signal.pause)
    beside.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_the_other_process_ends_with_the_one_that_asks_whatever_it_does() -> None:
    asking = (
        "import os, signal; from site_gen.publish.beside import Beside; beside = Beside();"
        "print(beside.ask(os.getpid).get(), flush=True); beside.ask(signal.pause); signal.pause()"
    )
    begun = subprocess.Popen(
        [sys.executable, "-c", asking],
        cwd=REPOSITORY,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert begun.stdout is not None
    assert begun.stderr is not None
    os.kill(int(begun.stdout.readline()), 0)
    begun.kill()
    assert begun.stderr.read() == b""  # which ends when the other process has, that holds it too
    begun.wait()
    begun.stdout.close()
    begun.stderr.close()


def test_no_file_is_written_before_that_is_allowed(tmp_path: Path) -> None:
    write_archive(tmp_path, minutes("green"))
    build(tmp_path)
    before = site_files(tmp_path)
    write_archive(tmp_path, minutes("blue"))
    run_program("check", "--root", tmp_path)  # which reads them, and builds nothing
    task = SearchTask(tmp_path / STATE, tmp_path / "public", frozenset(), (), {}, (), {})
    with closing(Beside()) as beside:
        assert beside.ask(begin_update, task).get() is not None
        assert beside.ask(begin_update, task).get() is not None  # nobody wants the one before
        assert site_files(tmp_path) == before
        beside.ask(allow_writing)
        update = beside.ask(finish_update, ()).get()
    assert update is not None
    after = site_files(tmp_path)
    assert 0 < len({path for path in after if after[path] != before.get(path)}) == update.changed


@pytest.mark.usefixtures("two_processes")
def test_the_other_process_may_be_begun_before_it_is_known_to_be_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Beside] = []

    def begin() -> Beside:
        begun.append(Beside())
        return begun[-1]

    monkeypatch.setattr(second_process, "Beside", begin)
    for _ in range(2):
        second_process.begin_early(tmp_path)
    with second_process.second_process(tmp_path, 2) as helping:
        assert [helping] == begun
    with second_process.second_process(tmp_path, 2) as helping:
        assert helping is begun[1]
    second_process.begin_early(tmp_path)
    process = begun[2].ask(os.getpid).get()
    monkeypatch.setattr(second_process, "needs_two", lambda _root, _workers: False)
    with second_process.second_process(tmp_path, 2) as nobody:
        assert nobody is None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    second_process.begin_early(tmp_path)
    assert len(begun) == 3


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["."]),
        (["--strict", "--root", "town"], ["town"]),
        (["build", "--root=town"], ["town"]),
        (["build", "--root"], ["."]),
        (["build", "--workers", "1"], []),
        (["check", "--root", "town"], []),
        (["--help"], []),
    ],
)
def test_a_build_has_the_other_process_begin_before_it_reads_its_options(
    arguments: list[str], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(second_process, "begin_early", lambda root: asked.append(str(root)))
    monkeypatch.setattr("site_gen.cli.main", lambda _arguments: 0)
    monkeypatch.setattr("os._exit", sys.exit)
    with pytest.raises(SystemExit, match="0"):
        start(arguments)
    assert asked == expected


def test_what_only_the_other_process_needs_is_not_loaded_for_a_small_change() -> None:
    loading = "import sys, site_gen.cli.building, site_gen.publish.making; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loading], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "site_gen.publish.search_files" in loaded
    assert not {"numpy", "yaml", "markdown_it", "site_gen.archive.assemble"}.intersection(loaded)


@pytest.mark.usefixtures("two_processes")
def test_both_processes_together_make_what_one_makes(tmp_path: Path) -> None:
    write_archive(tmp_path / "two", minutes("green"))
    build(tmp_path / "two")
    changed = minutes("green") | {MINUTES.format(month=3): TEXT.format(month=3, colour="blue")}
    write_archive(tmp_path / "two", changed)
    run = build(tmp_path / "two")
    assert run.status == 0
    assert " 0 written" not in run.output
    write_archive(tmp_path / "clean", changed)
    build(tmp_path / "clean")
    assert site_files(tmp_path / "two") == site_files(tmp_path / "clean")
    assert " 0 written" in build(tmp_path / "two").output


def test_a_rehearsal_changes_nothing(tmp_path: Path) -> None:
    write_archive(tmp_path, minutes("green"))
    build(tmp_path)
    first = site_files(tmp_path)
    with closing(Beside()) as beside:
        ready = beside.ask(second_process.prepare, tmp_path / STATE)
        reading = beside.ask(rehearse_reading, tmp_path, tmp_path / STATE)
        search = beside.ask(rehearse_search, tmp_path / STATE, tmp_path / "public")
        nothing = beside.ask(rehearse_reading, tmp_path, tmp_path / "no state")
        unready = beside.ask(second_process.prepare, tmp_path / "no state")
        answers = (ready, reading, search, nothing, unready)
        assert [one.get() for one in answers] == [None] * len(answers)
    assert site_files(tmp_path) == first
    assert " 0 written" in build(tmp_path).output


def test_minutes_without_words_have_no_entry_in_the_search(tmp_path: Path) -> None:
    files = minutes("green")
    hidden = MINUTES.format(month=2)
    files[hidden] = files[hidden].replace("---\ndate", "---\nprivate: true\ndate")
    write_archive(tmp_path, files)
    build(tmp_path)
    with Store.open_readonly(tmp_path / STATE) as store:
        days = [entry.date for entry in meeting_entries(store)]
    assert sorted(days) == [f"2024-{month:02}-05" for month in (1, 3, 4, 5, 6)]


@pytest.mark.usefixtures("two_processes")
def test_a_lost_process_is_a_clear_error_and_the_next_build_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_archive(tmp_path / "two", minutes("green"))
    build(tmp_path / "two")
    write_archive(tmp_path / "two", minutes("blue"))
    with monkeypatch.context() as patched:
        patched.setattr(
            "site_gen.publish.understanding.MinutesReader._understood",
            lambda self, _tasks: [self.beside.ask(signal.raise_signal, signal.SIGKILL).get()],
        )
        run = build(tmp_path / "two")
    assert run.status == 2
    assert "a helping process was ended from outside" in run.errors
    assert build(tmp_path / "two").status == 0
    write_archive(tmp_path / "clean", minutes("blue"))
    build(tmp_path / "clean")
    assert site_files(tmp_path / "two") == site_files(tmp_path / "clean")


@hypothesis.settings(
    max_examples=4,
    phases=NO_SHRINKING,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture],
)
@hypothesis.given(ROUNDS)
@pytest.mark.usefixtures("one_for_all")
def test_after_any_changes_both_together_equal_a_clean_build(rounds: list[list[Step]]) -> None:
    check_changes(rounds)


WORDS = ["".join(letters) for letters in product("bdfgklmnprst", "aeiou", "lmnrt", "aeo", "bdgkx")]


def wordy(number: int, seed: int) -> dict[str, str]:
    """Minutes with so many words that the search keeps them in several groups."""
    words = " ".join(Random(seed).choices(WORDS, k=1_500))
    day = date(2023, 1, 10) + timedelta(days=7 * number)
    text = f"---\ndate: {day}\n---\n\n## 1. Report\n\nThe Committee talked of {words}.\n"
    return {f"content/meetings/planning/{day}.md": text}


@pytest.mark.usefixtures("one_for_all")
def test_both_processes_do_a_part_of_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[GroupChange] = []

    def patch_here(change: GroupChange, output: Output, kept: Kept) -> Group | None:
        done.append(change)
        if len(done) == 1:
            raise OSError(errno.ENOSPC, "no room")
        return patch_group(change, output, kept)

    monkeypatch.setattr("site_gen.search.shard_patching.patch_group", patch_here)
    files = {path: text for number in range(20) for path, text in wordy(number, number).items()}
    root = write_archive(tmp_path / "two", files)
    assert build(root).status == 0
    write_archive(root, wordy(3, 103))
    # One that ends in the middle leaves the other process with an update that nobody wants.
    assert "no room" in build(root).errors
    assert build(root).status == 0
    files |= wordy(4, 104)
    write_archive(root, files)
    assert build(root).status == 0
    assert len(done) > 1
    write_archive(tmp_path / "clean", files)
    build(tmp_path / "clean")
    assert site_files(root) == site_files(tmp_path / "clean")


def test_an_update_is_begun_before_it_is_finished() -> None:
    with closing(Beside()) as beside:
        early = (beside.ask(allow_writing), beside.ask(take_shards), beside.ask(finish_update, ()))
        for too_early in early:
            with pytest.raises(RuntimeError, match="no update"):
                too_early.get()
