"""Links as they stand on one page."""

import re
from functools import lru_cache
from urllib.parse import quote

from site_gen.site.addresses import SAFE_IN_URL, relative_url
from site_gen.text.values import dataclass

PLAIN = re.compile(r"[\w./#-]*\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Links:
    """Turns addresses from the site's root into links from one page."""

    page: str  # the address of the page that the links stand on
    root: str = ""  # "/minutes/": for the one page that is served at any depth, else empty

    def to(self, target: str) -> str:
        """The link from this page to `target`, relative unless the page has no fixed place.

        Percent-encoded, as attachments may be called anything.
        """
        if self.root:
            return _quoted(self.root + target)
        if "#" in target:
            return _quoted(relative_url(target=target, page=self.page))
        return _link(self.page.rpartition("/")[0], target)


@lru_cache(maxsize=8192)  # people, committees and sections are linked to from page after page
def _link(folder: str, target: str) -> str:
    """The link from any page of `folder` to the top of `target`."""
    return _quoted(relative_url(target=target, page=f"{folder}/" if folder else ""))


def _quoted(link: str) -> str:
    return link if PLAIN.match(link) else quote(link, safe=SAFE_IN_URL)
