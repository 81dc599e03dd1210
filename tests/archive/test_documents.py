"""Related documents and pages: prose, no records, and nothing that is withheld."""

from pathlib import Path

from tests.archives import build, site_files, write_archive

REPORT = "content/documents/report.md"
MARCH = "content/meetings/planning/2024-03-12.md"
MINUTES = "---\ndate: 2024-03-12\n---\n\n## 1. Shelters\n\nThe report was noted.\n"
NAMING = "---\ntitle: Report\nmeetings: [{meeting}]\n---\n\nThe words.\n"


def page_of(root: Path, text: str) -> tuple[int, str, str]:
    write_archive(root, {REPORT: text})
    run = build(root)
    return run.status, run.output, site_files(root).get("documents/report.html", b"").decode()


def test_a_document_keeps_its_headings_and_lists_and_yields_no_record(tmp_path: Path) -> None:
    text = "---\ntitle: Report\n---\n\n# Costs\n\nRESOLVED: nothing.\n\n- one\n- two\n"
    status, _, page = page_of(tmp_path, text)
    assert status == 0
    assert "<h2>Costs</h2>" in page
    assert "<li>" in page
    assert not any("records-" in path for path in site_files(tmp_path))


def test_what_is_exempt_in_a_document_is_nowhere(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Report\n---\n\nBefore.\n\n**Exempt (paragraph 3):** The canary sang.\n\n"
        "**End of exempt**\n\nAfter.\n"
    )
    status, output, page = page_of(tmp_path, text)
    assert status == 0, output
    assert "Considered in private" in page
    assert "After." in page
    everything = [*site_files(tmp_path).values(), output.encode()]
    state = (tmp_path / ".minutebook").rglob("*")
    everything += [file.read_bytes() for file in state if file.is_file()]
    assert not any(b"canary sang" in content for content in everything)


def test_a_private_document_has_no_page(tmp_path: Path) -> None:
    status, _, page = page_of(tmp_path, "---\ntitle: Report\nprivate: true\n---\n\nSecret.\n")
    assert (status, page) == (0, "")


def test_two_documents_of_one_name_are_an_error(tmp_path: Path) -> None:
    write_archive(tmp_path, {"content/documents/2024/report.md": "---\ntitle: Other\n---\n\nB.\n"})
    status, output, page = page_of(tmp_path, "---\ntitle: Report\n---\n\nA.\n")
    assert status == 1
    assert f"{REPORT}:1:1: error[id-twice]" in output
    assert "Other" in page


def test_a_page_cannot_take_the_place_of_one_that_every_site_has(tmp_path: Path) -> None:
    write_archive(tmp_path, {"content/pages/index.md": "---\ntitle: Mine\n---\n\nMine.\n"})
    run = build(tmp_path)
    assert run.status == 1
    assert "error[id-twice]" in run.output


def test_a_document_that_names_a_meeting_leads_to_it(tmp_path: Path) -> None:
    write_archive(tmp_path, {MARCH: MINUTES})
    status, output, page = page_of(tmp_path, NAMING.format(meeting="planning-2024-03-12"))
    assert status == 0, output
    assert 'href="../meetings/planning-2024-03-12.html"' in page


def test_a_meeting_that_is_not_there_is_an_error_where_it_is_named(tmp_path: Path) -> None:
    status, output, page = page_of(tmp_path, NAMING.format(meeting="planning-2024-03-12"))
    assert status == 1
    assert f"{REPORT}:3:11: error[link-to-nothing]" in output
    assert 'there is no meeting "planning-2024-03-12"' in output
    assert "The words." in page
    assert "meetings/planning" not in page


def test_minutes_that_break_and_are_mended_leave_and_come_back(tmp_path: Path) -> None:
    write_archive(tmp_path, {MARCH: MINUTES})
    _, _, before = page_of(tmp_path, NAMING.format(meeting="planning-2024-03-12"))
    write_archive(tmp_path, {MARCH: MINUTES.replace("2024-03-12", "2024-13-45")})
    broken = build(tmp_path)
    assert broken.status == 1
    assert "error[link-to-nothing]" in broken.output
    write_archive(tmp_path, {MARCH: MINUTES})
    assert build(tmp_path).status == 0
    assert site_files(tmp_path)["documents/report.html"].decode() == before
