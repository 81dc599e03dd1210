"""Bytes to text, and the files that are refused."""

import os
from pathlib import Path

import pytest

from site_gen.content.reading import MAX_BYTES, decode_source, read_source


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"", "file-empty", 1, 1),
        (b" \n\t\n", "file-empty", 1, 1),
        ("ab\ncd\u00e9".encode("latin-1"), "file-not-utf8", 2, 3),
        (b"\xff\xfe-\x00-\x00", "file-not-utf8", 1, 1),
        (b"<!DOCTYPE html>\n<p>", "file-is-html", 1, 1),
        (b"\n <html lang='en'>", "file-is-html", 1, 1),
        (b"x" * (MAX_BYTES + 1), "file-too-large", 1, 1),
    ],
)
def test_what_is_no_markdown_is_refused_with_its_place(
    content: bytes, code: str, line: int, column: int
) -> None:
    parsed = decode_source("content/meetings/a/b.md", content)
    assert parsed.value is None
    problem = parsed.diagnostics[0]
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)
    assert problem.hint


def test_a_word_file_with_a_new_name_is_told_for_one() -> None:
    problem = decode_source("a.md", b"PK\x03\x04\x14\x00\x06\x00").diagnostics[0]
    assert problem.code == "file-not-utf8"
    assert "Word file" in problem.message
    assert "minutebook import" in problem.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_file_saved_as_unicode_is_told_for_one(encoding: str) -> None:
    content = "\ufeff---\ndate: 2024-03-12\n---\n".encode(encoding)
    problem = decode_source("a.md", content).diagnostics[0]
    assert problem.code == "file-not-utf8"
    assert "UTF-16" in problem.message
    assert "Save as" in problem.hint


def test_line_ends_and_a_byte_order_mark_are_made_plain() -> None:
    source = decode_source("a.md", b"\xef\xbb\xbfone\r\ntwo\rthree\n").value
    assert source is not None
    assert source.lines == ("one", "two", "three", "")


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "a.md").symlink_to(tmp_path / "secret")
    parsed = read_source(tmp_path, "a.md")
    assert parsed.value is None
    assert parsed.diagnostics[0].code == "symbolic-link"


def test_a_file_that_cannot_be_opened_is_reported(tmp_path: Path) -> None:
    assert read_source(tmp_path, "gone.md").diagnostics[0].code == "file-unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_file_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "site.yaml")
    read = read_source(tmp_path, "site.yaml")
    assert read.value is None
    assert [one.code for one in read.diagnostics] == ["file-unreadable"]
