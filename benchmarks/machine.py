"""What the figures were measured on."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine in the words that a reader needs to compare it with another."""

    processor: str
    cores: int  # that this process may use
    memory_bytes: int
    system: str
    python: str
    file_system: str  # of the folder where everything is read and written


def this_machine(folder: Path) -> Machine:
    """The machine, and the file system that holds `folder`."""
    return Machine(
        processor=_processor(),
        cores=_cores(),
        memory_bytes=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        system=f"{platform.system()} {platform.release()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        file_system=_file_system(folder.resolve()),
    )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _file_system(folder: Path) -> str:
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "not known"
    mounts = [line.split()[1:3] for line in lines]
    holding = [mount for mount in mounts if folder.is_relative_to(mount[0])]
    return max(holding, key=lambda mount: len(mount[0]), default=["", "not known"])[1]
