"""Atom feeds, the site map, robots.txt and the permalink list."""

import json
import xml.etree.ElementTree as ET

import pytest

from site_gen.archive.permalinks import meeting_permalinks
from site_gen.archive.published import parse_published
from site_gen.exports.feed_entries import (
    FeedEntry,
    feed_entries,
    packed_feed_entry,
    unpacked_feed_entry,
)
from site_gen.exports.feeds import feed_files, feeds_of
from site_gen.exports.keywords import find_mentions
from site_gen.exports.permalinks import permalink_line, permalinks_file
from site_gen.exports.robots import robots_file
from site_gen.exports.sitemap import MOST_PAGES, sitemap_files
from site_gen.model.bodies import Body, BodyName
from site_gen.model.meetings import Correction, Meeting, MeetingStatus
from site_gen.model.prose import Withheld
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.site.settings import Settings
from site_gen.text.dates import PartialDate
from site_gen.text.values import replace
from tests.made_meetings import decision, item, make_meeting, passage, record

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SETTINGS = Settings(
    title="Minutes & more",
    address="https://example.org/minutes/",
    keywords=("bus stops", "Ó Briain"),
)
BODIES = {
    one: Body(one, (BodyName(f"{one.title()} Committee"),)) for one in ("planning", "housing")
}
DIRECTORY = Directory(settings=SETTINGS, bodies=BODIES)


def feeds(*meetings: Meeting, directory: Directory = DIRECTORY) -> dict[str, ET.Element]:
    entries = [entry for meeting in meetings for entry in feed_entries(meeting, directory)]
    entries.sort(key=lambda one: (one.updated, one.url), reverse=True)

    def newest(feed: str, limit: int) -> list[FeedEntry]:
        return [entry for entry in entries if entry.feed == feed][:limit]

    return {file.path: ET.fromstring(file.content) for file in feed_files(newest, directory)}


def texts(feed: ET.Element, tag: str) -> list[str | None]:
    return [one.text for one in feed.iter(ATOM + tag)]


def entry_texts(feed: ET.Element, tag: str) -> list[str | None]:
    return [one.findtext(ATOM + tag) for one in feed.iter(ATOM + "entry")]


BUSES = make_meeting(
    item("Questions", record("question", "Where are the BUS\u00a0STOPS now?")),
    item("Roads", decision(passage("RESOLVED:"), record("resolution", "x"))),
)


def test_there_is_a_feed_of_the_archive_of_each_body_and_of_each_keyword() -> None:
    made = feeds(BUSES)
    assert list(made) == [
        "feeds/all.xml", "feeds/committee-planning.xml", "feeds/committee-housing.xml",
        "feeds/keyword-bus-stops.xml", "feeds/keyword-o-briain.xml",
    ]  # fmt: skip
    assert [feed.url for feed in feeds_of(DIRECTORY)] == list(made)
    assert [len(entry_texts(feed, "id")) for feed in made.values()] == [1, 1, 0, 1, 0]


def test_there_is_no_feed_when_the_site_does_not_know_its_address() -> None:
    directory = replace(DIRECTORY, settings=replace(SETTINGS, address=""))
    assert feeds(BUSES, directory=directory) == {}
    assert feeds_of(directory) == ()


def test_a_feed_has_all_that_rfc_4287_asks_for() -> None:
    feed = feeds(BUSES)["feeds/all.xml"]
    assert feed.tag == ATOM + "feed"
    assert feed.findtext(ATOM + "id") == "https://example.org/minutes/feeds/all.xml"
    assert feed.findtext(ATOM + "title") == "Minutes & more"
    assert feed.findtext(ATOM + "updated") == "2024-03-12T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Minutes & more"
    assert {one.get("rel"): one.get("href") for one in feed.findall(ATOM + "link")} == {
        "self": "https://example.org/minutes/feeds/all.xml",
        "alternate": "https://example.org/minutes/",
    }
    (entry,) = feed.findall(ATOM + "entry")
    for tag in ("id", "title", "updated", "published", "summary"):
        assert entry.findtext(ATOM + tag)
    link = entry.find(ATOM + "link")
    assert link is not None
    assert link.get("href") == "https://example.org/minutes/meetings/planning-2024-03-12.html"
    assert entry.findtext(ATOM + "title") == "Planning Committee, 12 March 2024"
    assert entry.findtext(ATOM + "summary") == (
        "1 question: “Where are the BUS STOPS now?” 1 decision: “x” "
        "On the agenda: Questions; Roads."
    )


def test_a_site_that_has_moved_names_its_entries_as_before() -> None:
    moved = replace(
        SETTINGS, address="https://minutes.example.net/", first_address=SETTINGS.address
    )
    before = feeds(BUSES)
    after = feeds(BUSES, directory=replace(DIRECTORY, settings=moved))
    assert {path: texts(feed, "id") for path, feed in after.items()} == {
        path: texts(feed, "id") for path, feed in before.items()
    }
    links = {str(link.get("href")) for feed in after.values() for link in feed.iter(ATOM + "link")}
    assert all(link.startswith("https://minutes.example.net/") for link in links)


def test_a_second_meeting_of_a_day_is_told_from_the_first() -> None:
    feed = feeds(replace(BUSES, title="Budget meeting"))["feeds/all.xml"]
    assert entry_texts(feed, "title") == ["Budget meeting, Planning Committee, 12 March 2024"]


def test_a_summary_tells_what_was_asked_and_decided() -> None:
    long = "How many homes " + "and homes " * 30
    meeting = make_meeting(
        replace(item("Minutes", decision(record("resolution", "To sign them."))), is_routine=True),
        item("Homes", record("question", long), record("supplementary", "And now?")),
        item("Roads", decision(record("motion", "To close them."))),
        item("Roofs", *(decision(record("resolution", f"Roof {each}.")) for each in range(3))),
    )
    (summary,) = entry_texts(feeds(meeting)["feeds/all.xml"], "summary")
    assert summary is not None
    questions, decisions = summary.split(" 4 decisions: ")
    assert questions.startswith("1 question: “How many homes and homes")
    assert questions.endswith("…”")
    assert len(questions) < 150
    # What is done at every meeting comes last; what was lost is no decision.
    assert decisions == "“Roof 0.” “Roof 1.” “Roof 2.” On the agenda: Homes; Roads; Roofs."


def test_the_feed_of_a_keyword_belongs_to_the_search_for_it() -> None:
    feed = feeds(BUSES)["feeds/keyword-o-briain.xml"]
    links = {one.get("rel"): one.get("href") for one in feed.findall(ATOM + "link")}
    assert links["alternate"] == "https://example.org/minutes/search.html?q=%C3%93+Briain"


def test_an_entry_of_a_keyword_leads_to_the_very_answer() -> None:
    feed = feeds(BUSES)["feeds/keyword-bus-stops.xml"]
    assert entry_texts(feed, "id") == [
        "https://example.org/minutes/meetings/planning-2024-03-12.html#item-1-question-1"
    ]
    assert entry_texts(feed, "title") == ["Questions (Planning Committee, 12 March 2024)"]
    assert entry_texts(feed, "summary") == ["Where are the BUS STOPS now?"]


def test_a_feed_without_entries_is_still_whole_and_never_asks_the_clock() -> None:
    assert texts(feeds()["feeds/all.xml"], "updated") == ["1970-01-01T00:00:00Z"]


def test_only_the_newest_fifty_are_kept_newest_first_in_whatever_order_they_come() -> None:
    meetings = [
        make_meeting(meeting_id=f"m-{day:02}", date=PartialDate(2024, 1 + day // 28, 1 + day % 28))
        for day in range(60)
    ]
    there, back = feeds(*meetings), feeds(*reversed(meetings))
    ids = entry_texts(there["feeds/all.xml"], "id")
    assert ids == entry_texts(back["feeds/all.xml"], "id")
    assert len(ids) == 50
    assert ids[0] is not None
    assert ids[0].endswith("m-59.html")
    updated = entry_texts(there["feeds/all.xml"], "updated")
    assert updated == sorted(updated, key=str, reverse=True)


def test_a_correction_makes_a_meeting_new_again() -> None:
    meeting = replace(BUSES, corrections=(Correction(PartialDate(2025, 2), was="a", now="b"),))
    (feed, *_) = feeds(meeting).values()
    assert entry_texts(feed, "updated") == ["2025-02-01T00:00:00Z"]
    assert entry_texts(feed, "published") == ["2024-03-12T00:00:00Z"]
    approved = replace(BUSES, approved_at="2024-04-09")
    assert entry_texts(feeds(approved)["feeds/all.xml"], "updated") == ["2024-04-09T00:00:00Z"]
    by_id = replace(BUSES, approved_at="planning-2024-04-09")
    assert entry_texts(feeds(by_id)["feeds/all.xml"], "updated") == ["2024-03-12T00:00:00Z"]


@pytest.mark.parametrize("status", [MeetingStatus.SCHEDULED, MeetingStatus.CANCELLED])
def test_meetings_not_held_and_private_ones_are_not_in_a_feed(status: MeetingStatus) -> None:
    assert not [*feed_entries(replace(BUSES, status=status), DIRECTORY)]
    assert not [*feed_entries(replace(BUSES, is_private=True), DIRECTORY)]


def test_a_joint_meeting_is_in_the_feeds_of_all_its_bodies() -> None:
    meeting = replace(BUSES, joint_bodies=("housing", "planning"))
    made = feeds(meeting)
    for url in ("feeds/committee-planning.xml", "feeds/committee-housing.xml"):
        assert len(entry_texts(made[url], "id")) == 1


def test_a_draft_and_a_demonstration_say_so() -> None:
    directory = replace(DIRECTORY, settings=replace(SETTINGS, is_demonstration=True))
    made = feeds(replace(BUSES, status=MeetingStatus.DRAFT), directory=directory)
    for feed in made.values():
        assert "Demonstration" in (feed.findtext(ATOM + "subtitle") or "")
        for summary in entry_texts(feed, "summary"):
            assert summary is not None
            assert summary.startswith("Demonstration: ")
    (summary,) = entry_texts(made["feeds/all.xml"], "summary")
    assert summary is not None
    assert "Draft: may change when approved." in summary


def test_words_that_xml_cannot_hold_do_no_harm() -> None:
    body = Body("planning", (BodyName("A <b> & \x00\x0b \ud7ff\ufffe"),))
    directory = replace(DIRECTORY, bodies={"planning": body})
    meeting = make_meeting(item("</entry>]]> & \x01", record("comment", "bus stops </x>\x02")))
    made = feeds(meeting, directory=directory)
    assert entry_texts(made["feeds/keyword-bus-stops.xml"], "summary") == ["bus stops </x>"]
    assert entry_texts(made["feeds/all.xml"], "title") == [
        "Planning Committee, A <b> &  \ud7ff, 12 March 2024"
    ]


def test_two_keywords_of_one_address_share_a_feed_that_has_each_entry_once() -> None:
    settings = replace(SETTINGS, keywords=("Pay", "pay!", "تعليم"))
    directory = replace(DIRECTORY, settings=settings)
    meeting = make_meeting(item("A", record("comment", "The pay! And تعليم.")))
    made = feeds(meeting, directory=directory)
    assert len(entry_texts(made["feeds/keyword-pay.xml"], "id")) == 1
    other = addresses.keyword_feed_url("تعليم")
    assert len(entry_texts(made[other], "id")) == 1
    assert other.isascii()


# --------------------------------------------------------------------------- keywords


def mentions(words: str, *texts: str, title: str = "Item") -> list[tuple[str, str]]:
    meeting = make_meeting(item(title, *(record("comment", text) for text in texts)))
    return [(one.address, one.excerpt) for one in find_mentions(meeting, words)]


def test_a_keyword_is_found_as_whole_words_in_any_case_space_and_apostrophe() -> None:
    assert mentions("children's services", "the CHILDREN’S\nServices plan") == [
        ("item-1-comment-1", "the CHILDREN’S Services plan")
    ]
    assert mentions("pay", "payment", "repay", "Pay.") == [("item-1-comment-3", "Pay.")]
    assert mentions("c++ (new)", "so C++ (new) it is") != []
    assert mentions("£2.6m", "it cost £2.6m.", "£2x6m") != []


def test_a_keyword_in_a_title_leads_to_the_item_and_shows_its_first_words() -> None:
    assert mentions("roads", "It is long.", title="The roads") == [("item-1", "It is long.")]


def test_long_words_are_cut_around_the_keyword() -> None:
    ((_, excerpt),) = mentions("needle", "hay " * 200 + "needle " + "straw " * 200)
    assert excerpt.startswith("… hay")
    assert excerpt.endswith("straw …")
    assert "needle" in excerpt
    assert len(excerpt) < 250
    ((_, excerpt),) = mentions("needle", "needle " + "x" * 900)
    assert excerpt == "needle …"


def test_what_is_withheld_is_in_no_feed() -> None:
    meeting = make_meeting(item("Pay", Withheld(1, ("3",))))
    assert [entry.summary for entry in feed_entries(meeting, DIRECTORY)] == [
        "On the agenda: Pay."
    ] * 2


# ------------------------------------------------------------- site map and robots.txt


def test_the_site_map_has_every_page_once_sorted_with_its_whole_address() -> None:
    pages = ["meetings/b & é.html", "index.html", "404.html", "about.html", "about.html"]
    (file,) = sitemap_files(pages, SETTINGS)
    assert file.path == "sitemap.xml"
    assert [one.text for one in ET.fromstring(file.content).iter(MAP + "loc")] == [
        "https://example.org/minutes/about.html",
        "https://example.org/minutes/",
        "https://example.org/minutes/meetings/b%20&%20%C3%A9.html",
    ]


def test_there_is_no_site_map_without_an_address() -> None:
    assert list(sitemap_files(["index.html"], Settings())) == []


def test_a_long_site_map_is_an_index_with_parts() -> None:
    pages = [f"meetings/{number}.html" for number in range(MOST_PAGES + 1)]
    index, first, second = sitemap_files(pages, SETTINGS)
    assert [one.text for one in ET.fromstring(index.content).iter(MAP + "loc")] == [
        f"https://example.org/minutes/{part.path}" for part in (first, second)
    ]
    counts = [
        sum(1 for _ in ET.fromstring(one.content).iter(MAP + "loc")) for one in (first, second)
    ]
    assert counts == [MOST_PAGES, 1]


def test_robots_may_read_everything_and_learn_where_the_site_map_is() -> None:
    assert robots_file(SETTINGS).content.decode() == (
        "User-agent: *\nDisallow:\n\nSitemap: https://example.org/minutes/sitemap.xml\n"
    )
    assert robots_file(Settings()).content.decode() == "User-agent: *\nDisallow:\n"


def test_robots_asked_to_stay_away_may_still_read_the_pages_that_ask_it() -> None:
    content = robots_file(replace(SETTINGS, is_noindex=True)).content.decode()
    assert "Disallow: /minutes/data/\n" in content
    assert "Disallow: /minutes/permalinks.json\n" in content
    assert "Sitemap" not in content
    assert "Disallow: /minutes/\n" not in content
    assert "Disallow: /data/\n" in robots_file(Settings(is_noindex=True)).content.decode()


# ------------------------------------------------------------------------- permalinks


def test_an_entry_comes_back_from_how_it_is_kept() -> None:
    entries = list(feed_entries(BUSES, DIRECTORY))
    assert entries
    for entry in entries:
        assert unpacked_feed_entry(packed_feed_entry(entry)) == entry


def test_the_list_of_permalinks_is_json_with_one_meeting_a_line() -> None:
    chunks = [permalink_line(one) for one in (BUSES, make_meeting(meeting_id="b"))]
    file = permalinks_file(chunks, is_demonstration=True)
    assert file.path == "permalinks.json"
    written = json.loads(file.content)
    assert written["demonstration"] is True
    assert list(written["meetings"]) == ["planning-2024-03-12", "b"]
    listed = written["meetings"]["planning-2024-03-12"]
    assert list(listed) == [
        "", "item-1", "item-1-question-1", "item-2", "item-2-decision-1", "item-2-resolution-1",
    ]  # fmt: skip
    digest, words = listed["item-1-question-1"].split(" ", 1)
    assert (len(digest), words) == (8, "Where are the BUS STOPS now?")
    assert listed["item-2-decision-1"] != "="
    assert listed["item-2-resolution-1"] == "="  # it is all that the decision says
    whole = parse_published(file.content.decode(), "p").value
    assert whole.of("planning-2024-03-12") == meeting_permalinks(BUSES)
    lines = file.content.decode().splitlines()
    assert [line[:4] for line in lines[4:6]] == ['"pla', '"b":']
    assert json.loads(permalinks_file([], is_demonstration=False).content) == {
        "version": 1, "meetings": {},
    }  # fmt: skip
