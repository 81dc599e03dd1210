"""Real council pages and board minutes: complete, checked against what a reader counted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_gen.importers.findings import RefusalReason
from site_gen.importers.import_document import import_document
from site_gen.importers.options import ImportOptions
from site_gen.importers.result import ImportResult
from site_gen.importers.run import run_import
from site_gen.model.meetings import MeetingStatus
from tests.places import CORPORA

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="../shared/corpora is not here")

PAGES = CORPORA / "moderngov"
BOARD = sorted((CORPORA / "docx" / "board-minutes").glob("*.docx"))
ITEMS = re.compile(r"^## (\d+)\. ", re.MULTILINE)
HEADING = re.compile(r"^#{2,3} (\S+)\.? ", re.MULTILINE)
# What a reader counted: the day, and the items with the numbers that Word computes or somebody
# typed ("V1II" is the clerk's own).
READ = {
    "03.15.2018": ("2018-03-15", "I II III IV V VI A B V1II A B C IX X"),
    "04.19.2018": ("2018-04-19", "I II III IV VI A B C D V1II A B IX X"),
    "05.23.2018": ("2018-05-23", "I II III IV V VI VII VIII IX X"),
    "06.06.2018": ("2018-06-06", "I II III IV"),
    "06.28.2018": ("2018-06-28", "I II III IV V VI VII A B C VIII A B C IX X"),
    "07.26.2018": ("2018-07-26", "I II III IV V VI VII A B C D E VIII A B IX X"),
}


def page(name: str) -> ImportResult:
    return import_document(name, (PAGES / name).read_bytes())


def test_the_meeting_page_has_every_item_minute_decision_and_document() -> None:
    html = (PAGES / "Agenda_Irrelevant.html").read_text(encoding="utf-8")
    result = page("Agenda_Irrelevant.html")
    assert result.meeting is not None
    written = result.meeting.markdown
    assert [int(number) for number in ITEMS.findall(written)] == list(range(29, 39))
    for label in ("Minutes:", "Decision:", "Additional documents:"):
        assert written.count(f"\n{label}\n") == html.count(f">{label}</p>") > 0
    assert len(re.findall(r"\bPDF \d+ [KM]B\b", written)) == html.count("mgFileSize") == 8
    assert not re.search(r"^#.*PDF \d", written, re.MULTILINE)  # sizes are no part of titles
    assert re.search(r"\n1\. a Neighb.+\n\n2\. a Neighb.+\n\n3\. a Neighb", written)


def test_every_document_of_the_page_is_linked_once_its_address_is_known() -> None:
    options = ImportOptions(address="https://council.example/ieListDocuments.aspx")
    content = (PAGES / "Agenda_Irrelevant.html").read_bytes()
    result = import_document("Agenda_Irrelevant.html", content, options=options)
    assert result.meeting is not None
    links = re.findall(
        r"\]\(<?(https://council\.example/documents/[^)>]+)", result.meeting.markdown
    )
    files = re.findall(rb'href="(documents/[^"]+)"', content)
    assert len(links) == len(set(links)) == len(files) == 8


def test_a_weekday_that_does_not_fit_and_text_cut_off_are_said() -> None:
    told = [finding.message for finding in page("Agenda_Irrelevant.html").findings]
    assert any("was not a Wednesday" in message for message in told)
    assert any("item 35" in message for message in told)


def test_the_cancelled_meeting_is_one() -> None:
    result = page("Agenda_412.html")
    assert result.meeting is not None
    assert result.meeting.status is MeetingStatus.CANCELLED
    assert result.meeting.date.iso == "2025-12-04"


@pytest.mark.parametrize(
    "name", ["BrowseMeetings.html", "CommitteeDetails.html", "CommitteeStructure.html"]
)
def test_the_listings_are_named_as_such(name: str) -> None:
    result = page(name)
    assert result.refusal is not None
    assert result.refusal.reason is RefusalReason.LISTING


@pytest.mark.parametrize("path", BOARD, ids=lambda path: path.name)
def test_board_minutes_have_their_day_and_every_item_with_its_number(path: Path) -> None:
    result = import_document(path.name, path.read_bytes())
    assert result.meeting is not None
    day, numbers = READ[path.name.split(" ")[0]]
    assert result.meeting.date.iso == day
    assert not result.meeting.date.is_inferred
    assert " ".join(HEADING.findall(result.meeting.markdown)).replace(".", "") == numbers


@pytest.mark.long
def test_all_minutes_corpora_import_in_one_go(tmp_path: Path) -> None:
    names = ("limerick", "stokeferry", "london-on", "moderngov", "docx", "nodejs-tsc")
    run = run_import([CORPORA / name for name in names], root=tmp_path)
    assert run.count("failed") == run.count("kept") == 0  # type: ignore[arg-type]
    by_corpus = {
        name: sum(CORPORA / name in file.source.parents and bool(file.target) for file in run.files)
        for name in names
    }
    assert by_corpus["nodejs-tsc"] == 399
    assert by_corpus["limerick"] == 202
    assert by_corpus["london-on"] == 14
    assert by_corpus["moderngov"] == 2
    assert by_corpus["docx"] == 6
    assert by_corpus["stokeferry"] > 330  # the rest are letters, editorials and news
