"""What a reader must know before reading on: planned, cancelled, draft, corrected."""

from site_gen.model.meetings import MeetingStatus
from site_gen.model.rows import MeetingRow
from site_gen.pages.desk import Desk
from site_gen.site import addresses
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass

SENTENCES = {
    MeetingStatus.SCHEDULED: "This meeting is planned. There are no minutes yet.",
    MeetingStatus.CANCELLED: "This meeting was cancelled. It did not take place.",
    MeetingStatus.POSTPONED: "This meeting was put off to another day.",
    MeetingStatus.INQUORATE: "Too few members came for this meeting to decide anything.",
    MeetingStatus.DRAFT: "Draft: may change when approved.",
    MeetingStatus.APPROVED: "These minutes were approved",
    MeetingStatus.SIGNED: "These minutes were approved and signed",
}
CALM = frozenset({MeetingStatus.APPROVED, MeetingStatus.SIGNED})


@dataclass(frozen=True, slots=True)
class BannerView:
    """How far the meeting and its minutes have come."""

    status: str  # for the style
    is_calm: bool  # nothing to look out for
    sentence: str  # without its point when `link` ends it
    link: str  # "on 2 July 2025"
    href: str


def banner_view(desk: Desk) -> BannerView:
    """The state of the minutes in one sentence."""
    status = desk.meeting.status
    link, href = "", ""
    if status in CALM:
        link, href = _approval(desk)
    sentence = SENTENCES[status] if link else SENTENCES[status].rstrip(".") + "."
    return BannerView(status.value, status in CALM, sentence, link, href)


def _approval(desk: Desk) -> tuple[str, str]:
    by: MeetingRow | None = desk.surroundings.approved_by
    if by is not None:
        return f"on {by.date.short}", desk.links.to(addresses.meeting_url(by.id))
    try:
        return f"on {PartialDate.parse(desk.meeting.approved_at).short}", ""
    except ValueError:
        return "", ""
