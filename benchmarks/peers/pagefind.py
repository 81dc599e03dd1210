"""Pagefind: the search that is put on top of another generator's pages."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.install import first_line, install_from_pypi

REQUIREMENT = "pagefind_bin==1.5.2"
NAME = "Pagefind"
SOURCE = f"PyPI, {REQUIREMENT}"


@dataclass(frozen=True, slots=True)
class Pagefind:
    """Pagefind from PyPI, whose package holds the program itself."""

    command: tuple[str, ...]  # the folder to index follows
    version: str


def prepare_pagefind(tools: Path) -> Pagefind:
    """Install it.

    Raises:
        NotInstallableError: it cannot be had here.
    """
    programs = install_from_pypi(tools / "pagefind", REQUIREMENT)
    program = next((tools / "pagefind").rglob("pagefind_bin/pagefind*"), None)
    start = (str(program),) if program else (str(programs / "python"), "-m", "pagefind_bin")
    version = first_line([*start, "--version"]).removeprefix("pagefind ")
    return Pagefind((*start, "--silent", "--site"), version)
