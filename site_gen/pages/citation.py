"""Citations that stay true for years: who, which meeting, where in it, and the address."""

from site_gen.model.meetings import Meeting, MeetingStatus
from site_gen.pages.frame import canonical_address
from site_gen.pages.naming import Naming
from site_gen.site import addresses
from site_gen.text.values import dataclass

WITHOUT_MINUTES = (MeetingStatus.SCHEDULED, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)
DEMONSTRATION = "Demonstration: all of it is invented."


@dataclass(frozen=True, slots=True)
class PageCitation:
    """The citation of a whole page, in the two pieces between which that of a part is named."""

    opening: str  # council, committee, date
    closing: str  # the archive's title, that it is a demonstration, and the page's whole address


@dataclass(frozen=True, slots=True)
class Citation:
    """What the citation of one part has besides that of its page and the heading above it.

    `static/js/citation.js` puts them together. Whole, they were a tenth of every page.
    """

    part: str  # "amendment 1"; empty where the address says it: see `cite_part`
    href: str  # "#item-11-question-3"


# What the last two words of an address say; `static/js/citation.js` has the same list.
SAID_BY_ADDRESS = {"question": "question", "response": "answer", "decision": "decision"}


def cite_part(part: str, address: str) -> Citation:
    """The citation of what stands at `address` and is called `part`: "question 3".

    Where both say the same, as nearly everywhere, it is said once: it is there nine times a page.
    """
    kind, _, number = address.rpartition("-")
    name = SAID_BY_ADDRESS.get(kind.rpartition("-")[2])
    return Citation("" if part == f"{name} {number}" else part, f"#{address}")


def cite_page(meeting: Meeting, naming: Naming) -> PageCitation:
    """The citation of `meeting`; without an address when the site does not know its own."""
    settings = naming.directory.settings
    body = naming.body_on(meeting.body, meeting.date)
    council = naming.council(meeting.body)
    names = [council, body] if council and council not in body else [body]
    what = "meeting" if meeting.status in WITHOUT_MINUTES else "minutes"
    closing = f"{settings.title}."
    if settings.is_demonstration:
        closing = f"{closing} {DEMONSTRATION}"
    page = canonical_address(settings.address, addresses.meeting_url(meeting.id))
    return PageCitation(
        opening=f"{', '.join(names)}, {what} of {meeting.date.short}",
        closing=f". {closing} {page}".rstrip(),
    )
