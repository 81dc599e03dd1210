"""Where the page of minutes is when its address changed while they were written.

A date that is put right is another address. Whoever has the page open wants to go there with it.
"""

from collections.abc import Mapping

from site_gen.text.values import dataclass, field


@dataclass(slots=True)
class Moves:
    """Follows the pages of files that were saved. Notes and looks may come from two threads."""

    _pages: dict[str, str] = field(default_factory=dict)  # the latest of each file
    _moved: dict[str, str] = field(default_factory=dict)  # from one page to the next

    def note(self, pages: Mapping[str, str]) -> None:
        """The page that each of these files has now; a file that has none now is left out."""
        for file, page in pages.items():
            before = self._pages.get(file, page)
            self._pages[file] = page
            self._moved.pop(page, None)  # somebody is there again
            if before != page:
                self._moved[before] = page

    def find(self, page: str) -> str:
        """Where the page is that was at `page`; empty for one that did not move."""
        found, steps = "", len(self._moved)
        while steps >= 0 and (page := self._moved.get(page, "")):
            found, steps = page, steps - 1
        return found
