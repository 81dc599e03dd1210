"""What the check says of a piece of minutes."""

from __future__ import annotations

from pathlib import Path

from site_gen.diagnostics import Diagnostic
from site_gen.publish.checking import check_site
from tests.archives import MINUTES, write_archive

FRONT = "---\ndate: 2024-03-12\n---\n\n"


def said_of(root: Path, body: str, files: dict[str, str] | None = None) -> tuple[Diagnostic, ...]:
    """Everything said of an archive whose one meeting has this body."""
    whole = body if body.startswith("---") else FRONT + body
    write_archive(root, {MINUTES: whole, **(files or {})})
    return check_site(root)


def codes_of(root: Path, body: str, files: dict[str, str] | None = None) -> list[str]:
    """The codes of what is said."""
    return [one.code for one in said_of(root, body, files)]
