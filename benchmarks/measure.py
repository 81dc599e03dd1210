"""How long a command takes, and the most memory that it and its children hold together."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05  # more often, looking took 4 % of what was measured
PROC = Path("/proc")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
LAST_CHARACTERS = 2000  # of what a failed command said
WHOLE_PATH = re.compile(r"/[^\s:'\"]+/")


@dataclass(frozen=True, slots=True)
class Run:
    """One command, from its start to its end."""

    seconds: float
    # The largest sum of resident memory over the tree of processes. Memory that two processes
    # share counts twice, so the figure is never too low. None where there is no /proc.
    peak_bytes: int | None


class CommandFailedError(Exception):
    """A measured command ended badly. The message is one line without a path of this machine."""

    def __init__(self, command: Sequence[str], *, status: int, said: str) -> None:
        self.said = said[-LAST_CHARACTERS:]  # the last that it said, as it said it
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        last = WHOLE_PATH.sub("", lines[-1]) if lines else "it said nothing"
        super().__init__(f"{Path(command[0]).name} ended with status {status}: {last}")


def measure(command: Sequence[str], *, folder: Path, environment: dict[str, str]) -> Run:
    """Run the command in `folder` and wait for it. Memory is looked at every 50 ms.

    Raises:
        CommandFailedError: its status is not 0.
        OSError: there is no such program.
    """
    os.sync()  # what an earlier command wrote is not to be this one's burden
    said = folder / ".said"
    with said.open("w+b") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | environment, stdout=output, stderr=output
        )
        with TreeMemory(process.pid) as memory:
            status = process.wait()
        seconds = time.perf_counter() - started
    if status:
        words = said.read_text(encoding="utf-8", errors="replace")
        raise CommandFailedError(command, status=status, said=words)
    said.unlink()
    return Run(seconds, memory.peak_bytes)


class TreeMemory:
    """Looks at a process and its descendants every 50 ms while its `with` block runs."""

    def __init__(self, pid: int) -> None:
        self.peak_bytes: int | None = 0 if PROC.joinpath("self/statm").exists() else None
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "TreeMemory":
        if self.peak_bytes is not None:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self.peak_bytes is not None:
            self._thread.join()

    def _look(self) -> None:
        while True:
            now = sum(map(resident_bytes, tree(self._pid)))
            self.peak_bytes = max(self.peak_bytes or 0, now)
            if self._ended.wait(SAMPLE_SECONDS):
                return


def tree(pid: int) -> Iterator[int]:
    """The process and all its descendants that are alive."""
    waiting = [pid]
    while waiting:
        current = waiting.pop()
        yield current
        # A process may end while it is looked at: then it has no memory and no children.
        with suppress(OSError):
            for thread in (PROC / str(current) / "task").iterdir():
                with suppress(OSError):
                    waiting += map(int, (thread / "children").read_bytes().split())


def resident_bytes(pid: int) -> int:
    """Resident memory of one process; 0 when it has ended."""
    try:
        return int((PROC / str(pid) / "statm").read_bytes().split()[1]) * PAGE_BYTES
    except (OSError, IndexError):
        return 0
