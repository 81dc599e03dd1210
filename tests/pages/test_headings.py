"""Headings of a page go down one level at a time, however the minutes were typed."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.archives import MINUTES, build, site_files, write_archive

FRONT = "---\ndate: 2024-03-12\n---\n\n"
QUESTION = "Mrs Alder asked:\n\nWhy is it closed?\n\nThe Clerk replied:\n\nIt is Monday.\n"
HEADING = re.compile(r"<h([1-6])[ >]")


@pytest.mark.parametrize(
    ("minutes", "deepest"),
    [
        (f"## 1. Library\n\n{QUESTION}", 3),
        (f"## 1. Library\n\n#### 1.1 Opening\n\n{QUESTION}\n\n## 2. Pool\n\nShut.\n", 4),
        (f"# 1. Library\n\n### 1.1 Opening\n\n###### 1.1.1 Hours\n\n{QUESTION}", 5),
        (QUESTION, 2),
    ],
    ids=["items", "a level left out", "two levels left out", "no heading at all"],
)
def test_no_level_is_skipped(tmp_path: Path, minutes: str, deepest: int) -> None:
    write_archive(tmp_path, {MINUTES: FRONT + minutes})
    build(tmp_path)
    page = site_files(tmp_path)["meetings/planning-2024-03-12.html"].decode()
    levels = [int(level) for level in HEADING.findall(page)]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert max(levels) == deepest


def test_councils_without_a_name_make_no_section(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: f"{FRONT}## 1. Library\n\nOpen.\n"})
    build(tmp_path)
    for page in ("index.html", "search.html", "committees/index.html"):
        assert '<section class="council">' not in site_files(tmp_path)[page].decode()
