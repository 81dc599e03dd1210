"""Pages of ModernGov, the software on which most English councils publish their meetings.

Its templates mark everything with classes that begin with "mg"; those, and not the council's own
layout around them, tell what a page is.
"""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from site_gen.importers.findings import Finding, RefusalReason, RefusedError, look
from site_gen.importers.html.page import Page
from site_gen.importers.html.walk import Walk
from site_gen.importers.pieces import Paragraph, Piece, Role, Run
from site_gen.importers.source_text import SourceFacts
from site_gen.model.meetings import MeetingStatus
from site_gen.text.dates import PartialDate
from site_gen.text.prose_dates import find_dates
from site_gen.text.values import dataclass, replace

# Links and labels of the software, not of the minutes.
FURNITURE = frozenset(
    {"mgHelpLine", "mgFooter", "mgActionList", "mgHide", "mgHiddenField", "mgLinkSep", "mgRss",
     "mgMeetingsEarlierLater", "mgHelp", "mgPrinterFriendly", "mgStarRating"}
)  # fmt: skip
SECTION_TITLES = frozenset({"Items", "Media"})  # of the software's sections, not of the minutes
LOCATION = re.compile(r"\bmgLocationDetails\.aspx", re.IGNORECASE)
FILE_SIZE = "mgFileSize"
# "Example Committee - Thursday 4 December 2025 7:30 pm, CANCELLED"
MEETING_TITLE = re.compile(
    r"(?P<body>.+?)\s+[-–—]\s+(?P<when>.*?\d{4}.*?)\s*(?:,\s*(?P<state>[A-Z][A-Z ]{5,30}))?\Z",
    re.DOTALL,
)
# "Meeting of Example Committee, Thursday 4 December 2025 7.30 pm (Item 5.)"
MEETING_OF_ITEM = re.compile(
    r"Meeting of\s+(?P<body>.+?),\s+(?P<when>[^()]*?\d{4}[^()]*?)\s*"
    r"\(Item\s+(?P<number>[\w.]+?)\.?\)",
    re.DOTALL,
)
# What follows "Made at meeting:": "04/03/2025 - Example Cabinet"
MADE_AT = re.compile(r"(?P<when>\d{1,2}[/ ]\w+[/ ]\d{4})\s*[-–—]\s*(?P<body>.+)")
CLOCK = re.compile(
    r"\b(?P<clock>\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)", re.IGNORECASE
)
STATES = {
    "CANCELLED": MeetingStatus.CANCELLED,
    "CANCELED": MeetingStatus.CANCELLED,
    "WITHDRAWN": MeetingStatus.CANCELLED,
    "POSTPONED": MeetingStatus.POSTPONED,
    "RESCHEDULED": MeetingStatus.POSTPONED,
    "INQUORATE": MeetingStatus.INQUORATE,
}
CUT_OFF = re.compile(
    r"view the full (?P<what>\w+) text for item (?P<item>[\w.]+?)\.?\s*\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """What one page holds."""

    pieces: tuple[Piece, ...]
    facts: SourceFacts
    findings: tuple[Finding, ...]


def is_moderngov(page: Page) -> bool:
    """Whether the software made the page."""
    return _first(page, "#modgov") is not None or (
        _first(page, ".mgContent") is not None and _first(page, ".mgMainTitleTxt") is not None
    )


def is_furniture(node: LexborNode) -> bool:
    """What the software puts around the words of a meeting."""
    attributes = node.attributes or {}
    classes = (attributes.get("class") or "").split()
    if not FURNITURE.isdisjoint(classes):
        return True
    if "mgSectionTitle" in classes and _words(node) in SECTION_TITLES:
        return True
    return node.tag == "a" and LOCATION.search(attributes.get("href") or "") is not None


def read_moderngov(page: Page, walk: Walk) -> CouncilPage:
    """The meeting, item or decision that the page shows.

    Raises RefusedError for pages that list meetings, committees or people.
    """
    kind = _words(_first(page, ".mgMainTitleTxt"))
    titles = [_words(node) for node in page.tree.css(".mgSubTitleTxt") if _words(node)]
    facts = _facts(page, kind, titles)
    if facts is None:
        raise _listing(page, kind)
    pieces = tuple(_body(page, walk, titles))
    if facts.status in (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED):
        return CouncilPage(pieces, facts, ())
    if not any(isinstance(piece, Paragraph) for piece in pieces):
        raise _listing(page, kind)
    return CouncilPage(pieces, facts, (*_cut_off(page), *_one_item(kind)))


def _facts(page: Page, kind: str, titles: Iterable[str]) -> SourceFacts | None:
    """Which meeting the page is about; None when it is about none."""
    for title in titles:
        if (match := MEETING_TITLE.match(title)) is not None:
            return _meeting_facts(page, match, match["state"] or "", kind)
    text = _words(_first(page, "#modgov") or page.body)
    if (item := MEETING_OF_ITEM.search(text)) is not None:
        return _meeting_facts(page, item, "", kind)
    if _first(page, ".mgWordPara, .mgContent") is None:
        return None
    if (made := MADE_AT.match(_label(page, ("made at meeting",)))) is not None:
        return _meeting_facts(page, made, "", kind)
    if _first(page, ".mgItemTable, .mgAiTitleTxt") is not None or kind.startswith("Agenda item"):
        return SourceFacts(title="", source=page.address, origin="the page")
    return None


def _meeting_facts(page: Page, match: re.Match[str], state: str, kind: str) -> SourceFacts | None:
    date = _date(match["when"])
    if date is None:
        return None
    clock = CLOCK.search(match["when"][match["when"].rfind(str(date.year)) + 4 :])
    body = " ".join(match["body"].split())
    status = STATES.get(state.strip())
    if status is None and not _has_minutes(page) and kind.lower().startswith(("agenda", "meeting")):
        status = MeetingStatus.SCHEDULED
    return SourceFacts(
        title=body,
        body_name=body,
        date=date,
        start=" ".join(clock["clock"].split()) if clock is not None else "",
        venue=_label(page, ("venue", "proposed venue", "location")),
        status=status,
        source=page.address,
        origin="the page's title",
    )


def _has_minutes(page: Page) -> bool:
    """Whether any item has more than its agenda."""
    labels = (_words(node).lower() for node in page.tree.css(".mgSubItemTitleTxt"))
    return any(label.startswith(("minutes", "decision", "resolved")) for label in labels)


def _date(written: str) -> PartialDate | None:
    dates = [found.date for found in find_dates(written) if found.date is not None]
    return dates[0] if dates else None


def _label(page: Page, wanted: tuple[str, ...]) -> str:
    """What follows a label such as "Venue:" in its paragraph."""
    for label in page.tree.css(".mgLabel"):
        if _words(label).rstrip(": ").lower() not in wanted or label.parent is None:
            continue
        following = (label.next, *_after(label.next))
        words = [_words(node) for node in following if node is not None and not is_furniture(node)]
        return " ".join(" ".join(words).split()).strip(" .,")
    return ""


def _after(node: LexborNode | None) -> Iterator[LexborNode]:
    while node is not None and (node := node.next) is not None:
        yield node


def _body(page: Page, walk: Walk, titles: list[str]) -> Iterator[Piece]:
    """The title, the documents of the meeting, and its items."""
    for title in titles:
        yield Paragraph((Run(title),), Role.TITLE, 1)
    for node in page.tree.css(".mgLinks li"):
        if node.css_first(f".{FILE_SIZE}") is not None:
            for piece in walk.pieces(node):
                if isinstance(piece, Paragraph):
                    yield replace(piece, role=Role.ENTRY, label="")
    for content in page.tree.css(".mgContent"):
        yield from _content(content, walk)


def _content(content: LexborNode, walk: Walk) -> Iterator[Piece]:
    number: list[Run] = []  # of the item whose title comes next
    for node in _parts(content):
        classes = ((node.attributes or {}).get("class") or "").split()
        if "mgItemNumberCell" in classes:
            number = [Run(" ".join(_words(node).split()))] if _words(node) else []
        elif "mgAiTitleTxt" in classes:
            yield from _item_title(node, walk, number)
            number = []
        else:
            yield from walk.pieces_of(node)


def _parts(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes below that are read one by one: item numbers, item titles, and the rest whole."""
    child = node.child
    while child is not None:
        classes = ((child.attributes or {}).get("class") or "").split() if child.tag else []
        is_own = "mgItemNumberCell" in classes or "mgAiTitleTxt" in classes
        has_items = not is_own and child.is_element_node and child.css_first(".mgAiTitleTxt")
        if has_items and not is_furniture(child):
            yield from _parts(child)
        elif not is_furniture(child):
            yield child
        child = child.next


def _item_title(node: LexborNode, walk: Walk, number: list[Run]) -> Iterator[Piece]:
    """The heading of an item; the size of a document linked there stands under it."""
    runs: list[Run] = []
    sizes: list[Run] = []
    for piece in walk.pieces_of(node):
        if isinstance(piece, Paragraph):
            own, size = _without_size(piece.runs, node)
            runs += own
            sizes += size
    space = [Run(" ")] if number and runs else []
    yield Paragraph((*number, *space, *_trimmed(runs)), Role.HEADING, 2)
    if sizes:
        yield Paragraph(tuple(sizes))


def _without_size(runs: tuple[Run, ...], node: LexborNode) -> tuple[list[Run], list[Run]]:
    """The runs of a title, and those that print the size of its file: "PDF 99 KB"."""
    written = [_words(size) for size in node.css(f".{FILE_SIZE}")]
    own: list[Run] = []
    sizes: list[Run] = []
    for run in runs:
        flat = " ".join(run.text.split())
        size = next((each for each in written if each and flat.endswith(each)), "")
        if not size:
            own.append(run)
            continue
        sizes.append(replace(run, text=size))
        if rest := flat[: -len(size)].rstrip():
            own.append(replace(run, text=rest))
    return own, sizes


def _trimmed(runs: list[Run]) -> list[Run]:
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    return [*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())] if runs else []


def _cut_off(page: Page) -> Iterator[Finding]:
    """Items whose text the page shows only in part."""
    for link in page.tree.css(".mgContent a"):
        if (match := CUT_OFF.search(_words(link))) is not None:
            yield look(
                "text cut off",
                f"the page shows only the beginning of the {match['what']} of item "
                f"{match['item']}; the whole text is on a page of its own. Import that too, or "
                "copy the rest",
            )


def _one_item(kind: str) -> Iterator[Finding]:
    """A page that is not the whole meeting."""
    if kind.lower().startswith(("agenda item", "decision")):
        message = "the page holds one item of the meeting; the meeting has a page of its own"
        yield look("one item", message)


def _listing(page: Page, kind: str) -> RefusedError:
    name = kind or page.title or "without a title"
    message = (
        f'this is the page "{name}" of a council\'s website, a listing: it holds no minutes. '
        "Save the pages of the meetings that it leads to"
    )
    return RefusedError(RefusalReason.LISTING, message)


def _first(page: Page, selector: str) -> LexborNode | None:
    return page.tree.css_first(selector)


def _words(node: LexborNode | None) -> str:
    if node is None:
        return ""
    return " ".join((node.text_content or "" if node.is_text_node else node.text()).split())
