"""Time and memory of a whole tree of processes."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.measure import PROC, CommandFailedError, measure, tree

HOLDS_MEMORY = """
import subprocess, sys, time
block = bytearray(40_000_000)
if len(sys.argv) > 1:
    subprocess.run([sys.executable, __file__], check=True)
else:
    time.sleep(1)
"""
needs_proc = pytest.mark.skipif(not (PROC / "self/statm").exists(), reason="no /proc here")


@needs_proc
def test_memory_of_a_child_counts_with_that_of_its_parent(tmp_path: Path) -> None:
    program = tmp_path / "holds_memory.py"
    program.write_text(HOLDS_MEMORY, encoding="utf-8")

    alone = measure([sys.executable, str(program)], folder=tmp_path, environment={})
    both = measure([sys.executable, str(program), "child"], folder=tmp_path, environment={})

    assert alone.peak_bytes is not None
    assert both.peak_bytes is not None
    assert alone.peak_bytes > 40_000_000
    assert both.peak_bytes - alone.peak_bytes > 40_000_000


def test_seconds_are_those_of_the_command(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(0.4)"]

    began = time.monotonic()
    told = measure(command, folder=tmp_path, environment={}).seconds
    assert 0.4 <= told <= time.monotonic() - began


def test_the_environment_is_added_to(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import os; assert os.environ['TOLD'] and os.environ['PATH']"]

    measure(command, folder=tmp_path, environment={"TOLD": "yes"})


def test_a_failure_is_told_in_one_line_without_paths_and_kept_whole_beside(tmp_path: Path) -> None:
    code = "import sys; print('first'); sys.exit('no /some/where/file.txt')"

    with pytest.raises(CommandFailedError) as failed:
        measure([sys.executable, "-c", code], folder=tmp_path, environment={})

    name = Path(sys.executable).name
    assert str(failed.value) == f"{name} ended with status 1: no file.txt"
    assert "first" in failed.value.said
    assert "/some/where/file.txt" in failed.value.said


@needs_proc
def test_a_process_that_has_ended_has_no_descendants() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()

    assert list(tree(process.pid)) == [process.pid]
