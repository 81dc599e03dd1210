"""The page that answers for every address that is not there."""

from typing import ClassVar

from site_gen.pages.frame import Frame, make_frame, site_root_path
from site_gen.pages.links import Links
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Served at any depth, so its links begin at the root of the site's address."""

    template: ClassVar[str] = "pages/not_found.html"
    frame: Frame


def make_not_found_view(directory: Directory) -> NotFoundView:
    """The "page not found" page."""
    root = site_root_path(directory.settings.address)
    links = Links(addresses.NOT_FOUND, root)
    frame = make_frame(directory, links, title="Page not found")
    return NotFoundView(replace(frame, is_noindex=True))
