"""Citations that stay true for years: who, which meeting, where in it, and the address."""

from site_gen.model.meetings import Meeting
from site_gen.pages.frame import canonical_address
from site_gen.pages.naming import Naming
from site_gen.site import addresses
from site_gen.text.values import dataclass

DEMONSTRATION = "Demonstration: all of it is invented."


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation, and the words for the link beside it."""

    text: str
    href: str  # "#item-11-question-3"


@dataclass(frozen=True, slots=True)
class Citer:
    """Makes the citations of one meeting."""

    opening: str  # council, committee, date
    closing: str  # the archive's title, and that it is a demonstration
    page: str  # whole address of the meeting's page; empty when the site does not know its own

    def cite(self, where: str, address: str) -> Citation:
        """A citation of the part at `address`, which people find by the words `where`."""
        parts = [self.opening, where] if where else [self.opening]
        text = f"{', '.join(parts)}. {self.closing}"
        fragment = f"#{address}" if address else ""
        if self.page:
            text = f"{text} {self.page}{fragment}"
        return Citation(text, fragment)


def make_citer(meeting: Meeting, naming: Naming) -> Citer:
    """The citations of `meeting`."""
    settings = naming.directory.settings
    body = naming.body_on(meeting.body, meeting.date)
    council = naming.council(meeting.body)
    names = [council, body] if council and council not in body else [body]
    closing = f"{settings.title}."
    if settings.is_demonstration:
        closing = f"{closing} {DEMONSTRATION}"
    return Citer(
        opening=f"{', '.join(names)}, minutes of {meeting.date.short}",
        closing=closing,
        page=canonical_address(settings.address, addresses.meeting_url(meeting.id)),
    )
