"""A stamp changes with what is shown at an address, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.preview.stamps import page_stamp

FILES = ("index.html", "404.html", "about.html", "search.html", "assets/site.css", "data/a.json")


@pytest.fixture
def public(tmp_path: Path) -> Path:
    for name in FILES:
        write(tmp_path, name, "first")
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    """As a build does: another file is put in its place."""
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    written = file.with_suffix(".tmp")
    written.write_text(text, encoding="utf-8")
    written.replace(file)


def stamp(folder: Path, path: str = "/about.html", edition: str = "e1") -> str:
    return page_stamp(folder, path, under="/", edition=edition)


def test_nothing_changed_nothing_to_show(public: Path) -> None:
    assert stamp(public) == stamp(public, edition="e2")


@pytest.mark.parametrize("name", ["about.html", "assets/site.css", "assets/site.js"])
def test_the_page_its_style_and_its_script_count(public: Path, name: str) -> None:
    before = stamp(public)
    write(public, name, "other")
    assert stamp(public) != before


@pytest.mark.parametrize("name", ["index.html", "404.html", "data/a.json"])
def test_other_files_do_not(public: Path, name: str) -> None:
    before = stamp(public)
    write(public, name, "other")
    assert stamp(public) == before


def test_the_search_page_shows_what_stands_in_other_files(public: Path) -> None:
    assert stamp(public, "/search.html") != stamp(public, "/search.html", edition="e2")


def test_a_page_that_comes_or_goes_has_another_stamp(public: Path) -> None:
    missing = stamp(public, "/may.html")
    assert missing.startswith("missing.")
    write(public, "may.html", "first")
    assert stamp(public, "/may.html").startswith("page.")
    (public / "may.html").unlink()
    assert stamp(public, "/may.html") == missing


def test_there_is_a_stamp_before_there_is_a_site(tmp_path: Path) -> None:
    assert stamp(tmp_path / "public", "/").startswith("missing.")
