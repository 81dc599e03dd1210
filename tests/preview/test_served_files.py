"""Which file a request may have."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.preview.served_files import content_type, find_file


@pytest.fixture
def public(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    for path in (
        "index.html",
        "404.html",
        "meetings/index.html",
        "meetings/a b.html",
        "files/plan.pdf",
        "empty/note.txt",
        ".nojekyll",
        ".hidden/index.html",
        "meetings/.march.html",
    ):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


def found(public: Path, path: str, under: str = "/") -> str | None:
    answer = find_file(public, path, under=under)
    if answer is None:
        return None
    shown = answer.file.relative_to(public.resolve()).as_posix()
    return f"{shown}/" if answer.is_folder else shown


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/meetings/", "meetings/index.html"),
        ("/meetings/a%20b.html", "meetings/a b.html"),
        ("/meetings", "meetings/"),
        ("/files/plan.pdf", "files/plan.pdf"),
    ],
)
def test_a_file_of_the_site_is_found(public: Path, path: str, file: str) -> None:
    assert found(public, path) == file


@pytest.mark.parametrize(
    "path",
    [
        "",
        "index.html",
        "//index.html",
        "/nothing.html",
        "/empty/",  # a folder without an index.html has no list of its files
        "/empty",
        "/index.html/",
        "/../secret.txt",
        "/meetings/../../secret.txt",
        "/meetings/../index.html",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/./index.html",
        "/.nojekyll",
        "/.hidden/",
        "/meetings/.march.html",
        "/%00index.html",
        "/index.html%00.png",
        "/index.html::$DATA",
        "/C:/secret.txt",
        "/%ff",
        "/" + "a" * 5000,
    ],
)
def test_nothing_else_is_found(public: Path, path: str) -> None:
    assert found(public, path) is None


def test_a_whole_path_of_the_disk_is_not_found(public: Path) -> None:
    assert found(public, f"/{public.parent / 'secret.txt'}") is None


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_links_are_not_followed(public: Path) -> None:
    (public / "link.txt").symlink_to(public.parent / "secret.txt")
    (public / "inside.html").symlink_to(public / "index.html")
    (public / "folder").symlink_to(public.parent)
    assert found(public, "/link.txt") is None
    assert found(public, "/inside.html") is None
    assert found(public, "/folder/secret.txt") is None


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_an_output_folder_that_is_reached_through_a_link_is_served(public: Path) -> None:
    elsewhere = public.parent / "elsewhere"
    elsewhere.symlink_to(public.parent)
    assert find_file(elsewhere / "public", "/index.html") is not None


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/minutes/", "index.html"),
        ("/minutes", "index.html"),
        ("/minutes/meetings/", "meetings/index.html"),
        ("/meetings/", "meetings/index.html"),
        ("/minutesmeetings/", None),
        ("/minutes/../secret.txt", None),
    ],
)
def test_the_path_of_the_published_site_leads_to_the_same_files(
    public: Path, path: str, file: str | None
) -> None:
    assert found(public, path, under="/minutes/") == file


@given(
    path=st.text(max_size=40) | st.from_regex(r"/([.%/a-z\\:]|%2e|%2f|%5c){0,20}", fullmatch=True)
)
def test_no_path_at_all_leads_out_of_the_folder(
    tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "drawn" / "public"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text("in", encoding="utf-8")
    answer = find_file(folder, path)
    assert answer is None or answer.file.is_relative_to(folder.resolve())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("A.PDF", "application/pdf"),
        ("a.webp", "image/webp"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_every_file_has_a_content_type(name: str, kind: str) -> None:
    assert content_type(Path(name)) == kind
