"""Templates, styles and scripts of an archive that cannot be used are named, with the line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.archives import MINUTES, build, site_files, write_archive

GOOD = "---\ndate: 2024-03-12\n---\n\n## 1. Trees\n\nRESOLVED: That two trees be planted.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, {MINUTES: GOOD})


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("templates/base.html", "a\n{% if %}", "base.html, line 2: Expected an expression"),
        ("templates/base.html", b"a\n\xff", "base.html, line 2: it is not saved as UTF-8"),
        ("templates/base.html", "{{ nothing }}", "base.html, line 1: 'nothing' is undefined"),
        ("templates/base.html", "a\n{{ 1 / 0 }}", "base.html, line 2: ZeroDivisionError"),
        ("templates/base.html", "{% extends 'base.html' %}", "line 1: RecursionError"),
        (
            "templates/base.html",
            "{% include 'none.html' %}",
            'base.html, line 1: there is no template "none.html";',
        ),
        (
            "static/css/order.txt",
            "# a\nnone.css\n",
            "order.txt, line 2: static/css/none.css is not",
        ),
        ("static/css/order.txt", b"\xff", "css/order.txt, line 1: it is not saved as UTF-8"),
        (
            "static/css/tokens.css",
            b"a\nb\n\xff",
            "css/tokens.css, line 3: it is not saved as UTF-8",
        ),
    ],
)
def test_what_cannot_be_used_is_named_and_the_site_stays(
    root: Path, path: str, content: str | bytes, told: str
) -> None:
    assert build(root).status == 0
    before = site_files(root)
    run = build(write_archive(root, {path: content}))
    assert run.status == 2
    assert told in run.errors
    assert path.split("/", maxsplit=1)[0] in run.errors
    assert "mend it, and build again" in run.errors
    assert {path: site_files(root)[path] for path in before} == before
    (root / path).unlink()
    assert build(root).status == 0
    assert site_files(root) == before


def test_a_file_whose_name_is_no_text_is_named(root: Path) -> None:
    (root / "static").mkdir()
    name = os.fsdecode(b"m\xf6.css")
    try:
        (root / "static" / name).write_text("", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    run = build(root)
    assert run.status == 2
    assert "static/m\\udcf6.css" in run.errors
    assert "not written in UTF-8" in run.errors
    (root / "static" / name).unlink()
    assert build(root).status == 0
