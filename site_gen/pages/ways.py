"""The ways to browse an archive, for the home page and for who cannot search."""

from site_gen.pages.frame import Link
from site_gen.pages.links import Links
from site_gen.site import addresses
from site_gen.site.directory import Directory


def ways_to_browse(directory: Directory, links: Links) -> tuple[Link, ...]:
    """A link to each of the archive's lists; `count` says what is there."""
    ways = (
        ("Questions", addresses.QUESTIONS, "Every question, with its answer"),
        ("Decisions", addresses.DECISIONS, "What was decided, and how people voted"),
        ("Meetings", addresses.MEETINGS, "All minutes, year by year"),
        ("Committees", addresses.BODIES, "The meetings of one committee"),
        ("People", addresses.PEOPLE, "What members and officers said and did"),
        ("Documents", addresses.DOCUMENTS, "Reports and articles beside the minutes"),
    )
    is_there = {
        addresses.PEOPLE: bool(directory.people or directory.offices),
        addresses.DOCUMENTS: bool(directory.documents),
    }
    return tuple(
        Link(label, links.to(target), count=words)
        for label, target, words in ways
        if is_there.get(target, True)
    )
