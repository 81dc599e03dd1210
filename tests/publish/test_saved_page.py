"""The page of minutes that were just saved is what the next build makes of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_gen.publish.build import build_site
from site_gen.publish.progress import Unwatched
from site_gen.publish.report import BuildOptions
from site_gen.publish.saved_page import SavedPages
from site_gen.text.values import replace
from tests.archives import write_archive

MARCH = "content/meetings/planning/2024-03-12.md"
MAY = "content/meetings/planning/2024-05-14.md"
PAGE = "public/meetings/planning-2024-03-12.html"
MINUTES = """---
date: {date}
---

## 1. Bus shelters

Councillor Example asked when the shelters would be mended.

The Clerk replied that the work would begin in {month}. See [the other](2024-05-14.md).
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(
        tmp_path,
        {
            MARCH: MINUTES.format(date="2024-03-12", month="May"),
            MAY: MINUTES.format(date="2024-05-14", month="June"),
        },
    )


def options(root: Path) -> BuildOptions:
    return BuildOptions(root, root / "public", workers=1, is_watched=True)


def saved_pages(root: Path) -> SavedPages:
    kept = build_site(options(root), Unwatched()).saved_pages
    assert kept is not None
    return kept


def save(root: Path, month: str) -> None:
    write_archive(root, {MARCH: MINUTES.format(date="2024-03-12", month=month)})


def test_it_is_the_page_that_the_next_build_makes(root: Path) -> None:
    pages = saved_pages(root)
    save(root, "July")
    assert pages.write(MARCH)
    early = (root / PAGE).read_bytes()
    assert b"begin in July" in early
    assert b'href="planning-2024-05-14.html"' in early
    build_site(options(root), Unwatched())
    assert (root / PAGE).read_bytes() == early


def test_the_next_build_makes_it_again_however_it_looks(root: Path) -> None:
    pages = saved_pages(root)
    save(root, "July")
    pages.write(MARCH)
    save(root, "May")
    build_site(options(root), Unwatched())
    assert b"begin in May" in (root / PAGE).read_bytes()


def test_pages_of_other_minutes_are_left_alone(root: Path) -> None:
    pages = saved_pages(root)
    other = root / "public/meetings/planning-2024-05-14.html"
    before = other.stat().st_mtime_ns
    save(root, "July")
    pages.write(MARCH)
    assert other.stat().st_mtime_ns == before


def test_withheld_words_are_on_no_page(root: Path) -> None:
    pages = saved_pages(root)
    secret = "\n**Exempt (paragraph 3):**\n\nThe price is 12,345.\n\n**End of exempt**\n"
    write_archive(root, {MARCH: MINUTES.format(date="2024-03-12", month="May") + secret})
    assert pages.write(MARCH)
    assert b"12,345" not in (root / PAGE).read_bytes()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(MARCH, MINUTES.format(date="2024-13-12", month="May"), id="an error"),
        pytest.param(MARCH, MINUTES.format(date="2024-03-19", month="May"), id="another address"),
        pytest.param(
            MARCH.replace("-12", "-26"), MINUTES.format(date="2024-03-26", month="May"), id="new"
        ),
        pytest.param("content/pages/about.md", "---\ntitle: About\n---\n", id="no minutes"),
    ],
)
def test_what_it_cannot_judge_is_left_to_the_build(root: Path, path: str, text: str) -> None:
    pages = saved_pages(root)
    before = sorted((file, file.read_bytes()) for file in (root / "public").rglob("*.html"))
    write_archive(root, {path: text})
    assert not pages.write(path)
    after = sorted((file, file.read_bytes()) for file in (root / "public").rglob("*.html"))
    assert after == before


def test_minutes_that_have_gone_are_left_to_the_build(root: Path) -> None:
    pages = saved_pages(root)
    (root / MARCH).unlink()
    assert not pages.write(MARCH)


def test_when_nobody_watches_and_nothing_changed_nothing_is_kept(root: Path) -> None:
    saved_pages(root)
    built = build_site(replace(options(root), is_watched=False), Unwatched())
    assert built.saved_pages is None


def test_no_page_is_written_where_the_site_was_removed(root: Path) -> None:
    pages = saved_pages(root)
    shutil.rmtree(root / "public")
    save(root, "July")
    assert not pages.write(MARCH)
    build_site(options(root), Unwatched())  # which refuses a folder that holds a page alone
    assert "July" in (root / PAGE).read_text(encoding="utf-8")
