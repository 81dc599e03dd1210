"""Addresses that were published are kept, or named when they are gone."""

import shutil
from pathlib import Path

import pytest

from tests.archives import MINUTES, build, site_files, write_archive

FRONT = "---\ndate: 2024-03-12\n---\n\n## 1. Questions\n\n"
FIRST = (
    "Councillor Example asked when the shelters would be mended.\n\nThe Clerk replied in May.\n\n"
)
SECOND = "Councillor Sample asked how much they would cost.\n\nThe Clerk replied little.\n\n"
PAGE = "meetings/planning-2024-03-12.html"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """An archive that was built, and whose list of addresses was saved."""
    write_archive(tmp_path, {MINUTES: FRONT + SECOND})
    build(tmp_path)
    (tmp_path / "before.json").write_bytes(site_files(tmp_path)["permalinks.json"])
    return tmp_path


def test_a_question_put_before_another_does_not_take_its_address(published: Path) -> None:
    write_archive(published, {MINUTES: FRONT + FIRST + SECOND})
    run = build(published, "--previous", published / "before.json")
    assert run.status == 0, run.output
    page = site_files(published)[PAGE].decode()
    question = page.index('id="item-1-question-1"')
    assert page.index("how much they would cost", question) > question
    assert page.index("when the shelters") < question


def test_the_same_list_again_changes_nothing(published: Path) -> None:
    write_archive(published, {MINUTES: FRONT + FIRST + SECOND})
    build(published, "--previous", published / "before.json")
    first = site_files(published)
    (published / "after.json").write_bytes(first["permalinks.json"])
    run = build(published, "--previous", published / "after.json")
    assert " 0 written" in run.output
    shutil.rmtree(published / ".minutebook")
    build(published, "--previous", published / "after.json")
    assert site_files(published) == first


def test_an_address_that_means_other_words_now_is_named(published: Path) -> None:
    write_archive(published, {MINUTES: FRONT + FIRST})
    run = build(published, "--previous", published / "before.json")
    assert run.status == 0
    assert "warning[address-means-other-words]" in run.output
    assert "item-1-question-1" in run.output


def test_an_address_whose_words_are_gone_is_named_without_them(published: Path) -> None:
    write_archive(published, {MINUTES: FRONT + "Nothing was asked.\n"})
    run = build(published, "--previous", published / "before.json")
    assert run.status == 0
    assert "warning[address-vanished]" in run.output
    assert "how much they would cost" not in run.output


def test_a_meeting_that_is_gone_is_named_once(published: Path) -> None:
    (published / MINUTES).unlink()
    run = build(published, "--previous", published / "before.json")
    assert run.output.count("warning[address-vanished]") == 1
    assert PAGE in run.output


def test_a_broken_list_is_an_error_and_nothing_is_lost(published: Path) -> None:
    write_archive(published, {"before.json": "{broken"})
    run = build(published, "--previous", published / "before.json")
    assert run.status == 1
    assert "error[permalinks-broken]" in run.output
    assert PAGE in site_files(published)
    missing = build(published, "--previous", published / "nowhere.json")
    assert missing.status == 1
    assert "cannot be read: No such file or directory\n" in missing.output


def test_nothing_is_owed_to_a_demonstration(tmp_path: Path) -> None:
    settings = "content/site.yaml"
    write_archive(tmp_path, {MINUTES: FRONT + SECOND, settings: "demonstration: true\n"})
    build(tmp_path)
    before = tmp_path / "before.json"
    before.write_bytes(site_files(tmp_path)["permalinks.json"])
    (tmp_path / MINUTES).unlink()
    assert "address-vanished" in build(tmp_path, "--previous", before).output
    write_archive(tmp_path, {settings: "title: Our minutes\n"})
    assert "address-vanished" not in build(tmp_path, "--previous", before).output
