"""Atom feeds (RFC 4287): the archive, each committee, and each keyword of site.yaml."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator

from site_gen.exports.feed_entries import DEMONSTRATION, FeedEntry
from site_gen.exports.xml_text import add, xml_file, xml_words
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.site.output import OutputFile
from site_gen.site.settings import Settings
from site_gen.text.values import dataclass

NEWEST = 50
ATOM = "http://www.w3.org/2005/Atom"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MIDNIGHT = "T00:00:00Z"  # minutes give a day; RFC 4287 asks for a time
BEFORE_ANY_MEETING = "1970-01-01"
Newest = Callable[[str, int], Iterable[FeedEntry]]


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, without its entries."""

    url: str
    title: str
    page: str  # the page that shows the same, with what it is asked for


def feeds_of(directory: Directory) -> tuple[Feed, ...]:
    """Every feed that the site has: none when it does not know its own address."""
    settings = directory.settings
    if not settings.address:
        return ()
    feeds = [Feed(addresses.FEED, settings.title, addresses.HOME)]
    for body in directory.bodies.values():
        title = f"{body.name}: {settings.title}"
        feeds.append(Feed(addresses.body_feed_url(body.id), title, addresses.body_url(body.id)))
    for keyword in settings.keywords:
        title = f"{keyword}: {settings.title}"
        feeds.append(
            Feed(addresses.keyword_feed_url(keyword), title, addresses.search_url(keyword))
        )
    return tuple({feed.url: feed for feed in reversed(feeds)}.values())[::-1]


def feed_files(newest: Newest, directory: Directory) -> Iterator[OutputFile]:
    """Every feed with its newest entries.

    `newest(feed, limit)` gives the entries of the feed of that address, the latest first: by the
    day on which they were updated and then by address, which is one of a kind.
    """
    for feed in feeds_of(directory):
        entries = list(newest(feed.url, NEWEST))
        yield OutputFile(feed.url, xml_file(_feed_element(feed, entries, directory.settings)))


def _feed_element(feed: Feed, entries: list[FeedEntry], settings: Settings) -> ET.Element:
    own = addresses.whole_url(feed.url, site_address=settings.address)
    root = ET.Element("feed", {"xmlns": ATOM, XML_LANGUAGE: xml_words(settings.language)})
    add(root, "id", _id(feed.url, settings))
    add(root, "title", feed.title)
    if subtitle := _subtitle(settings):
        add(root, "subtitle", subtitle)
    add(root, "updated", (entries[0].updated if entries else BEFORE_ANY_MEETING) + MIDNIGHT)
    add(add(root, "author"), "name", settings.publisher or settings.title)
    add(root, "link", rel="self", type="application/atom+xml", href=own)
    page, mark, asked = feed.page.partition("?")
    shown = addresses.whole_url(page, site_address=settings.address) + mark + asked
    add(root, "link", rel="alternate", type="text/html", href=shown)
    for entry in entries:
        _add_entry(root, entry, settings)
    return root


def _id(url: str, settings: Settings) -> str:
    """What stays the same when the site moves (RFC 4287, 4.2.6): its address at first."""
    return addresses.whole_url(url, site_address=settings.first_address or settings.address)


def _subtitle(settings: Settings) -> str:
    mark = DEMONSTRATION if settings.is_demonstration else ""
    return " ".join(filter(None, (mark, settings.description)))


def _add_entry(root: ET.Element, entry: FeedEntry, settings: Settings) -> None:
    page = addresses.whole_url(entry.url, site_address=settings.address)
    element = add(root, "entry")
    add(element, "id", _id(entry.url, settings))
    add(element, "title", entry.title)
    add(element, "link", rel="alternate", type="text/html", href=page)
    add(element, "published", entry.published + MIDNIGHT)
    add(element, "updated", entry.updated + MIDNIGHT)
    add(element, "category", term=entry.category)
    add(element, "summary", entry.summary)
