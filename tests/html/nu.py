"""What the Nu HTML checker says of pages and style sheets, all of them in one start of Java."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.programs import find_java, find_node_module

# The checker reads CSS more slowly than browsers learn it. Each line is a feature that every
# browser in use has and that the checker takes for a mistake.
NOT_YET_KNOWN = re.compile(r"Unrecognized at-rule “@container”")
# A page in a folder has no origin that 'self' could name. Browsers make an exception for files,
# the checker makes none; tests/browser holds that every page loads all it names.
NO_ORIGIN = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): (?:external|image) .* blocked"
)
# The checker finds no digest that fits a script or style of some ten thousand characters, and asks
# for one of data, which does not run. `unlisted_inline` looks for those that really have none.
NO_DIGEST = re.compile(r"Inline (?:script|style) violates Content Security Policy \(meta tag\)")
INLINE = re.compile(
    r"<(?P<tag>script|style)(?P<attributes>[^>]*)>(?P<text>.*?)</(?P=tag)>", re.DOTALL
)
FILE_OR_DATA = re.compile(r'\s(?:src=|type="application/)')


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the checker found wrong. Line and column count from 1; 0 when it gave none."""

    path: Path
    line: int
    column: int
    kind: str  # "error" or "warning"
    message: str
    extract: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.kind}: {self.message}\n    {self.extract}"


def check_pages(places: Iterable[Path]) -> list[Finding]:
    """Errors and warnings in every .html and .css file named or in a folder named, in order.

    Raises ValueError when there is nothing to check, since that is never what a test means.
    """
    files = sorted(set(_find_checkable(places)))
    if not files:
        raise ValueError("there is no page and no style sheet to check")
    findings = map(_finding, _run_checker(files))
    return sorted(
        (one for one in findings if one and not _is_mistaken(one.message)),
        key=lambda one: (one.path, one.line, one.column, one.message),
    )


def _is_mistaken(message: str) -> bool:
    return any(known.search(message) for known in (NOT_YET_KNOWN, NO_ORIGIN, NO_DIGEST))


def assert_valid(places: Iterable[Path]) -> None:
    """Fails with a readable list when the checker finds anything."""
    findings = check_pages(places)
    listed = "\n".join(map(str, findings[:50]))
    assert not findings, f"{len(findings)} problems, the first of them:\n{listed}"


def unlisted_inline(page: Path) -> list[str]:
    """The scripts and styles within a page that its content policy does not name by digest."""
    html = page.read_text(encoding="utf-8")
    return [
        found["text"]
        for found in INLINE.finditer(html)
        if not FILE_OR_DATA.search(found["attributes"]) and _digest(found["text"]) not in html
    ]


def _digest(text: str) -> str:
    """As a content policy names it (W3C, Content Security Policy Level 3, hash-source)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _find_checkable(places: Iterable[Path]) -> Iterable[Path]:
    for place in places:
        if place.is_dir():
            yield from (one.resolve() for one in place.rglob("*.html"))
            yield from (one.resolve() for one in place.rglob("*.css"))
        else:
            yield place.resolve(strict=True)


def _run_checker(files: list[Path]) -> list[dict[str, Any]]:
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect"]
    jar = find_node_module("vnu-jar/build/dist/vnu.jar")
    words = ["-Xss4m", "-jar", str(jar), *options, "--also-check-css", *map(str, files)]
    with tempfile.NamedTemporaryFile("w", suffix=".args", encoding="utf-8") as arguments:
        # Ten thousand names do not fit a command line, so Java reads its arguments from a file.
        arguments.write("\n".join(map(_quoted, words)))
        arguments.flush()
        run = subprocess.run(
            [find_java(), f"@{arguments.name}"], capture_output=True, text=True, check=False
        )
    if run.returncode or not run.stdout:
        raise RuntimeError(f"the checker did not run:\n{run.stdout}{run.stderr}")
    messages: list[dict[str, Any]] = json.loads(run.stdout)["messages"]
    return messages


def _quoted(word: str) -> str:
    """A word as Java's argument files want it."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _finding(message: dict[str, Any]) -> Finding | None:
    """None for what the checker merely remarks."""
    is_remark = message["type"] == "info" and message.get("subType") != "warning"
    if is_remark:
        return None
    return Finding(
        path=Path(unquote(urlsplit(message.get("url", "")).path)),
        line=message.get("lastLine", 0),
        column=message.get("firstColumn", message.get("lastColumn", 0)),
        kind="warning" if message["type"] == "info" else "error",
        message=message["message"],
        extract=" ".join(message.get("extract", "").split()),
    )
