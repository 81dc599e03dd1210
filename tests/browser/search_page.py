"""The search page as a reader sees it: what to do on it, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search page of a site at `root`, which ends with a slash."""

    page: Page
    root: str

    def open(self, **asked: str | list[str]) -> None:
        """Opens it with a state in its address, and waits for what that shows."""
        query = f"?{urlencode(asked, doseq=True)}" if asked else ""
        self.page.goto(f"{self.root}search.html{query}")
        if asked:
            self.wait()
        # What the keyboard and the filters need comes after the results.
        self.page.wait_for_function("() => minutebook.filters")

    def wait(self) -> None:
        """Waits until the search has an outcome of any sort."""
        outcome = "#search-count, #search-nothing h2, #search-failed h2, #search-offline h2"
        expect(self.page.locator(outcome).filter(visible=True).first).to_be_visible()
        expect(self.page.locator("#search-page.searching")).to_have_count(0)

    @property
    def box(self) -> Locator:
        """Where one types."""
        return self.page.locator("#search-box")

    @property
    def results(self) -> Locator:
        """The links of the results, in order."""
        return self.page.locator("a.finding__link")

    @property
    def count(self) -> Locator:
        """How many results there are, in words."""
        return self.page.locator("#search-count")

    @property
    def chips(self) -> Locator:
        """The filters in use."""
        return self.page.locator(".chip__words")

    def choose(self, group: str, value: str) -> None:
        """Ticks one choice of a filter."""
        self.page.locator(f"input[name={group}][value={value}]").check()

    def expect_count(self, words: str) -> None:
        """Waits until the count begins with `words`."""
        expect(self.count).to_contain_text(words)

    def expect_address(self, **asked: list[str]) -> None:
        """Waits until the address asks for exactly this."""
        self.page.wait_for_function(
            """(wanted) => {
              const asked = new URLSearchParams(location.search);
              const found = {};
              for (const name of asked.keys()) found[name] = asked.getAll(name);
              return JSON.stringify(Object.entries(found).sort()) === JSON.stringify(wanted);
            }""",
            arg=sorted([name, values] for name, values in asked.items()),
        )

    def asked(self) -> dict[str, list[str]]:
        """What the address asks for."""
        return parse_qs(urlsplit(self.page.url).query)
