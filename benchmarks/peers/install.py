"""Install a peer from its package registry, into a folder of its own."""

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.peers.site import NotInstallableError

LAST_CHARACTERS = 300


def install_from_pypi(folder: Path, *requirements: str) -> Path:
    """A virtual environment with the packages; the folder of its programs.

    Raises:
        NotInstallableError: the registry has no such package for this machine.
    """
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    marker = _marker(folder, requirements)
    if not marker.exists():
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)])
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet"]
        # A source package would be compiled with whatever is at hand: not the peer as released.
        _run([*pip, "--only-binary", ":all:", *requirements])
        marker.touch()
    return programs


def install_from_npm(folder: Path, *requirements: str) -> Path:
    """A node_modules folder with the packages; the folder of their programs.

    Raises:
        NotInstallableError: there is no Node.js, or the registry has no such package.
    """
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise NotInstallableError("needs Node.js, which is not on this machine")
    marker = _marker(folder, requirements)
    if not marker.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "package.json").write_text("{}\n", encoding="utf-8")
        # Scripts of packages are not run: a program must be inside its package.
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        _run([npm, "install", "--prefix", str(folder), *options, *requirements])
        marker.touch()
    return folder / "node_modules" / ".bin"


def first_line(command: list[str]) -> str:
    """The first line that a program prints, for its version.

    Raises:
        NotInstallableError: the program does not start.
    """
    return _run(command).strip().partition("\n")[0]


def _marker(folder: Path, requirements: tuple[str, ...]) -> Path:
    """A file that is there when exactly these packages were installed to the end."""
    safe = "+".join(requirements).replace("/", "_").replace("@", "_")
    return folder / f".installed {safe}"


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as problem:
        raise NotInstallableError(str(problem)) from problem
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())[-LAST_CHARACTERS:]
        raise NotInstallableError(f"{Path(command[0]).name} failed: {said}")
    return done.stdout
