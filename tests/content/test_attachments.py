"""Which files may be published beside minutes."""

from pathlib import Path

import pytest

from site_gen.content.attachments import check_attachment, normal_path
from site_gen.text.places import Place

PLACE = Place("content/meetings/a/1.md", 3, 5)


def refusal(root: Path, path: str) -> str | None:
    found = check_attachment(root, path, place=PLACE)
    if found is None:
        return None
    assert found.place == PLACE
    return found.code


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7"),
        ("a.PDF", b"%PDF-1.7"),
        ("a.docx", b"PK\x03\x04"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBP"),
        ("a.csv", b"a,b\n1,2\n"),
        ("a.txt", "Größe".encode()),
    ],
)
def test_files_that_are_what_they_say_are_taken(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / name).write_bytes(content)
    assert refusal(tmp_path, name) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<script>"),
        ("a.png", b"GIF89a"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WAVE"),
        ("a.txt", b"MZ\x00\x01"),
        ("a.html", b"<p>"),
        ("a.svg", b"<svg>"),
        ("a.exe", b"MZ"),
        ("a", b"x"),
    ],
)
def test_other_kinds_and_false_names_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / name).write_bytes(content)
    assert refusal(tmp_path, name) == "attachment-refused"


@pytest.mark.parametrize("path", ["../secret.txt", "a/../../secret.txt", "/etc/a.txt", "..\\a.txt"])
def test_paths_that_lead_outside_are_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    assert refusal(tmp_path, path) == "attachment-refused"


def test_a_missing_file_and_a_folder_are_missing(tmp_path: Path) -> None:
    (tmp_path / "content/a.pdf").mkdir(parents=True)
    assert refusal(tmp_path, "b.pdf") == "attachment-missing"
    assert refusal(tmp_path, "a.pdf") == "attachment-missing"


@pytest.mark.parametrize(
    ("kept", "written", "hint"),
    [
        ("cafe\u0301.pdf", "caf\u00e9.pdf", "the accents in the name of"),
        ("caf\u00e9.pdf", "cafe\u0301.pdf", "the accents in the name of"),
        ("Plan.PDF", "plan.pdf", 'the file is called "Plan.PDF"'),
        ("plans.pdf", "plan.pdf", "put the file beside the minutes"),
    ],
)
def test_a_name_that_only_looks_the_same_is_pointed_out(
    tmp_path: Path, kept: str, written: str, hint: str
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / kept).write_bytes(b"%PDF-1.7")
    found = check_attachment(tmp_path, written, place=PLACE)
    assert found is not None
    assert found.code == "attachment-missing"
    assert hint in (found.hint or "")


def test_a_file_behind_a_linked_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.txt").write_text("secret")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/papers").symlink_to(tmp_path / "outside")
    assert refusal(tmp_path, "papers/a.txt") == "symbolic-link"


def test_dots_in_paths_are_worked_out() -> None:
    assert normal_path("meetings/a/../b/./c.pdf") == "meetings/b/c.pdf"
    assert normal_path("..") is None
