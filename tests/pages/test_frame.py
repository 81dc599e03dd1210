"""What every page has around its own words."""

from typing import Any

from site_gen.pages.committee import make_committee_view
from site_gen.pages.content_page import make_about_view
from site_gen.pages.frame import make_frame, site_root_path
from site_gen.pages.links import Links
from site_gen.pages.meetings import make_meetings_view
from site_gen.site.directory import Directory
from site_gen.site.settings import Settings
from site_gen.text.values import replace
from tests.pages.reading_html import read_page
from tests.pages.rendering import RENDERER
from tests.pages.sample_archive import SampleArchive
from tests.pages.sample_meetings import CHILDREN, DIRECTORY


def with_settings(**changes: Any) -> Directory:
    return replace(DIRECTORY, settings=replace(DIRECTORY.settings, **changes))


def test_links_are_relative_to_the_page_they_stand_on() -> None:
    links = Links("meetings/one.html")
    assert links.to("index.html") == "../index.html"
    assert links.to("meetings/two.html#item-1") == "two.html#item-1"
    assert links.to("meetings/one.html#item-1") == "#item-1"


def test_names_of_attachments_are_encoded() -> None:
    link = Links("meetings/one.html").to("files/meetings/Bericht Märkte 100%.pdf")
    assert link == "../files/meetings/Bericht%20M%C3%A4rkte%20100%25.pdf"


def test_the_root_of_a_site_is_the_path_of_its_address() -> None:
    assert site_root_path("https://example.org/minutes/") == "/minutes/"
    assert site_root_path("https://example.org") == "/"
    assert site_root_path("") == "/"


def test_sections_without_anything_in_them_are_left_out() -> None:
    bare = Directory(settings=Settings(title="Small"))
    labels = [link.label for link in make_frame(bare, Links("about.html"), title="x").sections]
    assert labels == ["Meetings", "Committees", "Questions", "Decisions", "About"]


def test_the_section_of_a_page_is_marked() -> None:
    current = [
        link.label
        for link in make_frame(DIRECTORY, Links("questions/2025.html"), title="x").sections
        if link.is_current
    ]
    assert current == ["Questions"]


def test_a_contact_is_a_link_of_the_right_sort() -> None:
    def contact(written: str) -> str:
        return make_frame(with_settings(contact=written), Links("about.html"), title="x").contact

    assert contact("clerk@example.org") == "mailto:clerk@example.org"
    assert contact("https://example.org/contact") == "https://example.org/contact"
    assert contact("javascript:alert(1)") == ""


def test_pages_name_their_feed_only_where_the_site_knows_its_address() -> None:
    archive = SampleArchive()
    html = RENDERER.render(make_committee_view(archive, CHILDREN))
    assert f'href="../feeds/committee-{CHILDREN}.xml">Follow this committee' in html
    silent = SampleArchive(directory=with_settings(address=""))
    assert "feeds/" not in RENDERER.render(make_committee_view(silent, CHILDREN))
    assert "feeds/" not in RENDERER.render(make_about_view(silent))


def test_the_feeds_of_keywords_are_listed_on_the_page_about_the_archive() -> None:
    archive = SampleArchive(directory=with_settings(keywords=("school meals",)))
    html = RENDERER.render(make_about_view(archive))
    assert '<a href="feeds/keyword-school-meals.xml">New minutes about school meals</a>' in html


def test_a_site_that_is_no_demonstration_does_not_say_so() -> None:
    directory = with_settings(is_demonstration=False, is_noindex=False)
    html = RENDERER.render(make_meetings_view(SampleArchive(directory=directory)))
    assert "demonstration" not in read_page(html).text
    assert "noindex" not in html


def test_an_archive_without_a_page_about_it_explains_itself() -> None:
    archive = SampleArchive(directory=replace(DIRECTORY, pages={}))
    text = read_page(RENDERER.render(make_about_view(archive))).text
    assert "About this archive" in text
    assert "This is an archive of minutes" in text


def test_bodies_of_one_name_are_told_apart_by_their_council() -> None:
    twin = replace(DIRECTORY.bodies["planning"], id="city-planning", council="Brackwater")
    archive = SampleArchive(directory=replace(DIRECTORY, bodies={**DIRECTORY.bodies, "p": twin}))
    text = read_page(RENDERER.render(make_meetings_view(archive))).text
    assert "Planning Committee, Fennshire County Council" in text


def test_every_page_says_who_publishes_it_and_only_when_that_is_known() -> None:
    said = {}
    for publisher in ("Brackwater Democratic Services", ""):
        archive = SampleArchive(directory=with_settings(publisher=publisher))
        said[publisher] = read_page(RENDERER.render(make_meetings_view(archive))).text
    assert "Published by Brackwater Democratic Services." in said["Brackwater Democratic Services"]
    assert "Published by" not in said[""]


def test_a_committee_says_whose_work_it_took_over_and_who_took_over_its_own() -> None:
    bodies = dict(DIRECTORY.bodies)
    bodies[CHILDREN] = replace(bodies[CHILDREN], replaces=("planning",), replaced_by=("planning",))
    archive = SampleArchive(directory=replace(DIRECTORY, bodies=bodies))
    html = RENDERER.render(make_committee_view(archive, CHILDREN))
    text = read_page(html).text
    assert "Took over from Planning Committee." in text
    assert "Its work passed to Planning Committee." in text
    assert html.count('href="planning.html"') == 2
