"""The demonstration archive: complete, honest about being one, and leaking nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from site_gen.model.records import RecordKind
from tests.archives import words_of
from tests.places import REPOSITORY

# Words that content/ marks as exempt or private, and that may be nowhere in what is made of it.
WITHHELD_SENTENCES = ("that this sentence appear in no page, index, feed or file of the site",)
NEVER_ON_A_PAGE = re.compile(
    r"\b(?:(?<!correct )records?|facets?|agenda items?|kinds?)\b", re.IGNORECASE
)


class _Page(HTMLParser):
    """Collects what links lead to, what they may lead to, and the words shown."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.words: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._skipping += tag in {"script", "style"}
        if tag in {"a", "link", "script", "img"}:
            self.links += [values[name] for name in ("href", "src") if name in values]
        if "id" in values:
            self.anchors.append(values["id"])

    def handle_endtag(self, tag: str) -> None:
        self._skipping -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.words.append(data)


@pytest.fixture(scope="module")
def pages(demonstration_site: Path) -> dict[str, _Page]:
    parsed = {}
    for file in sorted(demonstration_site.rglob("*.html")):
        page = _Page()
        page.feed(file.read_text(encoding="utf-8"))
        parsed[file.relative_to(demonstration_site).as_posix()] = page
    return parsed


@pytest.fixture(scope="module")
def records(demonstration_site: Path) -> list[dict[str, str]]:
    files = sorted(demonstration_site.glob("data/records-*.csv"))
    texts = [io.StringIO(file.read_text(encoding="utf-8-sig"), newline="") for file in files]
    return [row for text in texts for row in csv.DictReader(text)]


@pytest.fixture(scope="module")
def meetings(demonstration_site: Path) -> list[dict[str, object]]:
    files = sorted(demonstration_site.glob("data/meetings-*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text().splitlines()]


def test_every_link_leads_somewhere(pages: dict[str, _Page], demonstration_site: Path) -> None:
    broken = []
    for path, page in pages.items():
        if path == "404.html":
            continue  # its links begin at the site's root, wherever it is shown
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
            is_there = (demonstration_site / target).is_file()
            if is_there and parts.fragment:
                is_there = unquote(parts.fragment) in pages[target].anchors
            if not is_there:
                broken.append((path, link))
    assert broken == []


def test_no_anchor_stands_twice_on_a_page(pages: dict[str, _Page]) -> None:
    twice = {
        path: [anchor for anchor, count in Counter(page.anchors).items() if count > 1]
        for path, page in pages.items()
    }
    assert {path: anchors for path, anchors in twice.items() if anchors} == {}


def test_what_is_withheld_is_nowhere(demonstration_site: Path) -> None:
    content = [file.read_text() for file in (REPOSITORY / "content").rglob("*.md")]
    state = demonstration_site.parent / ".minutebook"
    everything = [
        words_of(file.name, file.read_bytes())
        for folder in (demonstration_site, state)
        for file in folder.rglob("*")
        if file.is_file()
    ]
    shown = [made for made in everything if made.startswith(b'["d-')]
    assert any(b"RESOLVED" in made for made in shown), "what results show is not looked through"
    for sentence in WITHHELD_SENTENCES:
        assert any(sentence in text for text in content), "the canary is gone from content/"
        assert not any(sentence.encode() in made for made in everything)


def test_every_page_says_that_it_is_a_demonstration(pages: dict[str, _Page]) -> None:
    silent = [path for path, page in pages.items() if "demonstration" not in "".join(page.words)]
    assert silent == []


def test_every_page_asks_search_engines_to_stay_away(demonstration_site: Path) -> None:
    files = list(demonstration_site.rglob("*.html"))
    assert files
    for file in files:
        assert 'name="robots" content="noindex' in file.read_text(), file.name


def test_every_data_file_says_that_it_is_a_demonstration(
    demonstration_site: Path, records: list[dict[str, str]], meetings: list[dict[str, object]]
) -> None:
    assert {record["demonstration"] for record in records} == {"true"}
    assert all(meeting["demonstration"] is True for meeting in meetings)
    listed = json.loads((demonstration_site / "permalinks.json").read_text())
    assert listed["demonstration"] is True


def test_every_record_leads_to_its_place(
    pages: dict[str, _Page], records: list[dict[str, str]]
) -> None:
    assert records
    for record in records:
        path, _, anchor = record["url"].partition("#")
        assert anchor in pages[path].anchors, record["url"]


def test_every_address_in_the_list_of_permalinks_is_there(
    pages: dict[str, _Page], demonstration_site: Path
) -> None:
    listed = json.loads((demonstration_site / "permalinks.json").read_text())["meetings"]
    assert listed
    for meeting, addresses in listed.items():
        anchors = pages[f"meetings/{meeting}.html"].anchors
        assert addresses.keys() - {""} <= set(anchors), meeting


def test_the_archive_has_one_of_each(
    records: list[dict[str, str]], meetings: list[dict[str, object]]
) -> None:
    statuses = {meeting.get("status") for meeting in meetings}
    assert {"draft", "cancelled", "scheduled", "approved", "signed"} <= statuses
    assert len(meetings) >= 12
    assert len({meeting["body"] for meeting in meetings}) >= 3
    kinds = Counter(record["kind"] for record in records)
    assert {kind.value for kind in RecordKind} - {"discussion"} <= kinds.keys()
    lost = [record for record in records if record["outcome"] == "lost"]
    assert lost
    assert all(record["kind"] == "motion" for record in lost)


def test_an_answer_given_later_is_linked_to_its_question(
    records: list[dict[str, str]],
) -> None:
    urls = {record["url"] for record in records}
    later = [
        (record["url"], question)
        for record in records
        for question in record["answers"].split()
        if not question.startswith("#")
    ]
    assert [
        (answer.partition("#")[0], question.partition("#")[0]) for answer, question in later
    ] == [
        (
            "meetings/housing-scrutiny-2025-09-16.html",
            "meetings/housing-scrutiny-2025-06-24.html",
        )
    ]
    assert {question for _, question in later} <= urls


def test_words_of_the_code_are_not_on_pages(pages: dict[str, _Page]) -> None:
    """Where minutes do not say such a word themselves, no page says it for them."""
    for path in ("index.html", "search.html", "questions/index.html", "decisions/index.html"):
        found = NEVER_ON_A_PAGE.findall(" ".join(pages[path].words))
        assert found == [], path
