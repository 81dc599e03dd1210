"""Pages of sample archives, rendered as a build renders them."""

from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.rows import Surroundings
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.every_page import every_page, make_views
from site_gen.pages.meeting import make_meeting_view
from site_gen.pages.renderer import Renderer
from site_gen.pages.threads import FlowPart
from site_gen.site.directory import Directory
from site_gen.text.dates import PartialDate
from tests.pages.sample_meetings import CHILDREN, DIRECTORY

RENDERER = Renderer()


def render_all(archive: ArchiveReading) -> dict[str, str]:
    """Every page of `archive` by its address."""
    return {
        view.frame.address: RENDERER.render(view)
        for key in every_page(archive)
        for view in make_views(archive, key)
    }


def render_meeting(
    meeting: Meeting,
    *,
    directory: Directory = DIRECTORY,
    surroundings: Surroundings | None = None,
) -> str:
    """The page of one meeting."""
    surroundings = surroundings or Surroundings()
    return RENDERER.render(make_meeting_view(meeting, surroundings, directory))


def meeting_with(*flow: FlowPart) -> Meeting:
    """A meeting whose only heading has `flow` under it."""
    return Meeting(
        id="children-scrutiny-2025-01-07",
        path="content/meetings/children-scrutiny/2025-01-07.md",
        body=CHILDREN,
        date=PartialDate(2025, 1, 7),
        title="Children and Education Scrutiny Commission",
        items=(AgendaItem("item-1", "The heading", 1, flow, number="1"),),
    )
