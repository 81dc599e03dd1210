"""Every page of a small archive: its links, its words, and what must never stand on it."""

import re
from posixpath import dirname, join, normpath

import pytest

from site_gen.pages.help_text import FOR_THE_PUBLIC, GUIDES
from site_gen.site.addresses import help_url
from tests.pages.reading_html import read_page
from tests.pages.rendering import render_all
from tests.pages.sample_archive import SampleArchive

OUTSIDE = re.compile(r"[a-z]+:")
ADDRESS = re.compile(r"https?://\S+")
MADE_ELSEWHERE = (
    "assets/",
    "search/",
    "data/",
    "feeds/",
    "files/",
    "help/images/",
)  # by other stations of the build
# The public's words stand for these; the samples' own minutes use none of them.
INSIDE_WORDS = re.compile(
    r"\b(records?|kinds?|facets?|items?|registers?|permalinks?|supplementar(?:y|ies)|undertakings?"
    r"|exempt|withheld|resolutions?|stub|slug)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render_all(SampleArchive())


def test_every_link_within_the_site_leads_somewhere(pages: dict[str, str]) -> None:
    read_pages = {address: read_page(html) for address, html in pages.items()}
    for address, page in read_pages.items():
        if address == "404.html":
            continue
        for link in page.links:
            if OUTSIDE.match(link):
                continue
            path, _, fragment = link.partition("#")
            target = normpath(join(dirname(address), path)) if path else address
            if target.startswith(MADE_ELSEWHERE):
                continue
            assert target in pages, f"{address} links to {link}"
            assert not fragment or fragment in read_pages[target].places, f"{address}: {link}"


def test_links_are_relative_so_that_the_site_works_in_any_folder(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        if address != "404.html":
            assert not [link for link in read_page(html).links if link.startswith("/")], address


def test_the_page_for_missing_addresses_links_from_the_root_of_the_site(
    pages: dict[str, str],
) -> None:
    links = [link for link in read_page(pages["404.html"]).links if link.startswith(("/", "."))]
    assert "/archive/assets/site.css" in links
    assert all(link.startswith("/archive/") for link in links)


def test_no_page_has_the_same_place_twice(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        places = read_page(html).places
        assert len(places) == len(set(places)), address


def test_nothing_stands_inline_that_the_content_policy_forbids(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        assert read_page(html).inline == [], address
        assert "default-src 'none'" in html, address
        assert "unsafe" not in html, address


def test_pages_speak_the_words_of_the_public(pages: dict[str, str]) -> None:
    for_clerks = {help_url(name) for name in set(GUIDES) - set(FOR_THE_PUBLIC)}
    for address in pages.keys() - for_clerks:
        html = pages[address]
        # Addresses are for machines; "asked a supplementary question" are the minutes' own words.
        said = ADDRESS.sub("", read_page(html).text)
        found = INSIDE_WORDS.findall(said.replace("asked a supplementary question", ""))
        assert not found, f"{address}: {found}"


def test_every_page_says_that_a_demonstration_is_one(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        assert "This is a demonstration." in read_page(html).text, address
        assert '<meta name="robots" content="noindex">' in html, address


def test_every_page_has_a_search_form_that_leads_to_the_search_page(
    pages: dict[str, str],
) -> None:
    for address, html in pages.items():
        form = re.search(r'<form [^>]*action="([^"]+)" method="get"', html)
        assert form, address
        if address != "404.html":
            assert normpath(join(dirname(address), form[1])) == "search.html", address


def test_every_page_names_its_whole_address_once_the_site_knows_its_own(
    pages: dict[str, str],
) -> None:
    canonical = '<link rel="canonical" href="https://minutes.example.org/archive/{}">'
    assert canonical.format("") in pages["index.html"]
    assert canonical.format("questions/2025.html") in pages["questions/2025.html"]
    assert "canonical" not in pages["404.html"]


def test_every_page_begins_with_a_way_past_the_navigation(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        body = html.partition("<body")[2]
        assert body.index('href="#content"') < body.index("<nav"), address
        assert "content" in read_page(html).places, address


def test_a_private_meeting_shows_its_committee_its_date_and_the_reason_alone(
    pages: dict[str, str],
) -> None:
    everything = "".join(pages.values())
    assert "Secret" not in everything
    assert "secret garden" not in everything
    text = read_page(pages["meetings/planning-2025-03-01.html"]).text
    assert "Planning Committee" in text
    assert "Saturday 1 March 2025" in text
    assert "This meeting was held in private. It concerns legal advice." in text


def test_a_committee_in_another_language_says_so_where_its_words_begin(
    pages: dict[str, str],
) -> None:
    assert '<article class="meeting" lang="cy">' in pages["meetings/planning-2018-06.html"]


def test_the_home_page_shows_what_was_asked_and_decided_lately(pages: dict[str, str]) -> None:
    text = read_page(pages["index.html"]).text
    assert "What does the council do to keep the social workers" in text
    assert "1 more question" in text
    assert "That the council pay for crossing patrols." in text
    assert "Amendment: Not agreed" in text


def test_planned_meetings_stand_apart_from_those_that_were_held(pages: dict[str, str]) -> None:
    home = read_page(pages["index.html"]).text
    assert home.index("Latest meetings") < home.index("Tuesday 24 June 2025")
    assert home.index("Planned") < home.index("Tuesday 20 January 2026")


def test_members_of_the_public_have_no_page_and_no_entry(pages: dict[str, str]) -> None:
    assert not [address for address in pages if "public" in address or "canon" in address]
    assert "A member of the public" not in read_page(pages["people/index.html"]).text


def test_a_person_s_page_names_what_they_did_with_links_to_it(pages: dict[str, str]) -> None:
    html = pages["people/daniel-okafor.html"]
    assert 'href="../meetings/children-scrutiny-2025-06-24.html#item-5-question-1"' in html
    text = read_page(html).text
    assert "Co-opted member" in text
    assert "Asked: Questions from members" in text
    assert "Seconded: Inspection report" in text


def test_documents_have_an_overview_and_a_page_for_each_year(pages: dict[str, str]) -> None:
    assert 'href="year-2025.html"' in pages["documents/index.html"]
    text = read_page(pages["documents/year-2025.html"]).text
    assert "Documents of 2025" in text
    assert "Pay review of social work May 2025. Report by Director of Finance" in text
