"""A preview as people run it: a process of its own, watched from outside."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit

from tests.places import REPOSITORY

PATIENCE = 60.0  # seconds; two busy cores build slowly


@dataclass
class RunningPreview:
    """`minutebook serve` while it runs."""

    process: subprocess.Popen[str]
    address: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def netloc(self) -> str:
        """Host and port."""
        return urlsplit(self.address).netloc

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and body of a request."""
        status, _, body = self.ask(path, **headers)
        return status, body.decode()

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, Any, bytes]:
        """Status, headers and body of a request, sent as it stands."""
        connection = HTTPConnection(self.netloc, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers)
            response: HTTPResponse = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()

    def bulletin(self, path: str = "/") -> dict[str, Any]:
        """The news that hold now, with the stamp of the page at `path`."""
        connection = HTTPConnection(self.netloc, timeout=PATIENCE)
        try:
            connection.request("GET", f"/__preview__/events?path={quote(path)}")
            response = connection.getresponse()
            while True:
                line = response.readline().decode()
                if line.startswith("data: "):
                    found: dict[str, Any] = json.loads(line.removeprefix("data: "))
                    return found
        finally:
            connection.close()

    def wait_for_page(self, path: str, words: str, *, is_there: bool = True) -> None:
        """Wait until the page at `path` has, or no longer has, the words."""
        wait_until(lambda: (words in self.get(path)[1]) is is_there, f"{words!r} on {path}")

    def wait_for_news(self, is_right: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait until a finished build leaves news that are right."""
        found: dict[str, Any] = {}

        def is_there() -> bool:
            found.update(self.bulletin())
            return not found["is_building"] and is_right(found)

        wait_until(is_there, "the news")
        return found


@contextmanager
def started(root: Path, *options: str) -> Iterator[RunningPreview]:
    """A preview of the archive at `root`, its first build ended; stopped when the block ends."""
    command = [sys.executable, str(REPOSITORY / "build.py"), "serve", "--root", str(root)]
    process = subprocess.Popen(
        [*command, *(options or ("--port", "0"))],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    preview = RunningPreview(process)
    reader = Thread(target=_read, args=(process, preview.lines), daemon=True)
    reader.start()
    try:
        wait_until(lambda: bool(_address(preview)) or process.poll() is not None, "the address")
        preview.address = _address(preview)
        wait_until(lambda: process.poll() is not None or _has_built(preview), "the first build")
        yield preview
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)
        reader.join(PATIENCE)


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Wait; fails after a while that no machine needs."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"still waiting for {what}"
        time.sleep(0.02)


def _read(process: subprocess.Popen[str], lines: list[str]) -> None:
    assert process.stdout is not None
    with process.stdout as said:
        lines.extend(line.rstrip("\n") for line in said)


def _address(preview: RunningPreview) -> str:
    said = [line for line in preview.lines if line.startswith("The site is at ")]
    return said[0].removeprefix("The site is at ") if said else ""


def _has_built(preview: RunningPreview) -> bool:
    return any(" built in " in line or "The site stays as it was" in line for line in preview.lines)
