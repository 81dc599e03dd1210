"""The guides in docs/ are the site's help pages."""

from __future__ import annotations

import re

import pytest

from site_gen.pages.help_text import GUIDES, guide_html, guide_pictures, read_guide
from site_gen.pages.links import Links
from site_gen.site import addresses
from site_gen.site.theme_folders import guide_folder

# They are for whoever changes Minutebook.
FOR_DEVELOPERS = {"architecture", "search"}


def shown(name: str) -> str:
    return guide_html(read_guide(name), Links(addresses.help_url(name)))


def test_every_guide_is_shown_but_those_for_developers() -> None:
    folder = guide_folder()
    written = {file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.md")}
    assert written - FOR_DEVELOPERS == set(GUIDES)


@pytest.mark.parametrize("name", GUIDES)
def test_links_lead_to_pages_of_the_site_or_elsewhere(name: str) -> None:
    hrefs = re.findall(r'<a href="([^"]*)"', shown(name))
    broken = [href for href in hrefs if ".md" in href or not href]
    assert broken == []


@pytest.mark.parametrize("name", GUIDES)
def test_no_comment_and_no_second_title_is_shown(name: str) -> None:
    html = shown(name)
    assert "&lt;!--" not in html
    assert "<!--" not in html
    assert "<h1" not in html


def test_a_link_to_another_guide_finds_it_from_its_own_depth() -> None:
    assert 'href="reference/settings.html"' in shown("publishing")


def test_a_link_to_what_is_on_no_site_keeps_its_words_alone() -> None:
    written = (guide_folder() / "how-minutebook-reads.md").read_text("utf-8")
    words, target = re.findall(r"\[`([^`]+)`\]\((\.\./[^)]+)\)", written)[0]
    html = shown("how-minutebook-reads")
    assert f"<code>{words}</code>" in html
    assert target not in html


def test_every_picture_of_a_guide_is_published_and_says_what_it_shows() -> None:
    html = "".join(shown(name) for name in GUIDES)
    shown_pictures = re.findall(r'<img src="([^"]+)" alt="[^"]{20,}"', html)
    assert shown_pictures
    assert len(shown_pictures) == html.count("<img")
    published = {file.path: file.content for file in guide_pictures()}
    assert {f"help/{picture}" for picture in shown_pictures} == published.keys()
    assert all(content.startswith(b"<svg") for content in published.values())


def test_a_heading_has_the_anchor_that_links_use() -> None:
    html = shown("how-minutebook-reads")
    assert 'href="#labels-when-you-want-to-be-certain"' in html
    assert 'id="labels-when-you-want-to-be-certain"' in html


def test_there_is_no_other_guide() -> None:
    with pytest.raises(KeyError):
        read_guide("architecture")
