"""How long the main thread of a page is busy at a time: by the clock, and of the processor.

What a browser reports as a long task is measured by the clock. It counts what other programs do
meanwhile, and waiting: the first words that a new page lays out wait for the browser's other
process to find their typeface, also where they are all that there is on the page. So the tasks are
traced as well, with the time that the thread had the processor.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from benchmarks.search_browser.visits import open_page, type_query
from tests.browser.server import ServedFolder

CATEGORIES = "disabled-by-default-devtools.timeline,blink.user_timing"
TASKS = ("ThreadControllerImpl::RunTask", "RunTask")
RESTS = 700  # milliseconds after the results, in which numbers beside the filters come
MICROSECONDS = 1e6
WORDS_ALONE = "robots.txt"  # a page that has some words and nothing else


@dataclass(frozen=True, slots=True)
class LongestTask:
    """The longest of some tasks, in seconds."""

    clock: float
    processor: float


@dataclass
class Trace:
    """What Chromium traced; there once the tracing has ended."""

    events: list[dict[str, Any]] = field(default_factory=list)

    def longest(self, address: str) -> LongestTask:
        """The longest tasks of the main thread that showed the page at `address`."""
        tasks = list(self._tasks(address))
        return LongestTask(
            max((task["dur"] for task in tasks), default=0) / MICROSECONDS,
            max((task.get("tdur", 0) for task in tasks), default=0) / MICROSECONDS,
        )

    def _tasks(self, address: str) -> Iterator[dict[str, Any]]:
        begun = [one for one in self.events if _navigates(one, address)]
        mains = {
            (one["pid"], one["tid"])
            for one in self.events
            if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
        }
        for one in self.events:
            if (
                one["name"] in TASKS
                and "dur" in one
                and (one["pid"], one["tid"]) in mains
                and any(one["pid"] == nav["pid"] and one["ts"] >= nav["ts"] for nav in begun)
            ):
                yield one


def _navigates(event: dict[str, Any], address: str) -> bool:
    data = event.get("args", {}).get("data", {})
    return bool(event["name"] == "navigationStart" and data.get("documentLoaderURL") == address)


@contextmanager
def traced(browser: Browser, page: Page) -> Iterator[Trace]:
    """Traces the browser until the block ends."""
    found = Trace()
    session = browser.new_browser_cdp_session()
    has_ended = False

    def end(_said: object) -> None:
        nonlocal has_ended
        has_ended = True

    session.on("Tracing.dataCollected", lambda said: found.events.extend(said["value"]))
    session.on("Tracing.tracingComplete", end)
    session.send("Tracing.start", {"categories": CATEGORIES, "transferMode": "ReportEvents"})
    try:
        yield found
    finally:
        session.send("Tracing.end")
        while not has_ended:
            page.wait_for_timeout(20)
        session.detach()


def tasks_of_visits(browser: Browser, served: ServedFolder, queries: Sequence[str]) -> LongestTask:
    """The longest task of pages that are opened with a query."""
    addresses = [f"search.html?q={quote(query)}" for query in queries]
    return _worst(_visited(browser, served, one, _results) for one in addresses)


def tasks_of_words_alone(browser: Browser, served: ServedFolder, times: int) -> LongestTask:
    """The same of a page on which there is nothing but a few words."""
    return _worst(_visited(browser, served, WORDS_ALONE, _nothing) for _ in range(times))


def _nothing(_page: Page) -> None:
    pass


def _results(page: Page) -> None:
    page.wait_for_function("() => window.painted")


def _visited(
    browser: Browser, served: ServedFolder, path: str, wait: Callable[[Page], None]
) -> LongestTask:
    with open_page(browser) as page:
        with traced(browser, page) as trace:
            page.goto(f"{served.address}{path}")
            wait(page)
            page.wait_for_timeout(RESTS)
        return trace.longest(f"{served.address}{path}")


def tasks_of_typing(browser: Browser, served: ServedFolder, queries: Sequence[str]) -> LongestTask:
    """The longest task while queries are typed on one page."""
    with open_page(browser) as page:
        address = f"{served.address}search.html"
        with traced(browser, page) as trace:
            page.goto(address)
            page.wait_for_selector("#search-start-tips:not([hidden])")
            for query in queries:
                type_query(page, query)
        return trace.longest(address)


def _worst(tasks: Iterable[LongestTask]) -> LongestTask:
    found = list(tasks)
    return LongestTask(max(one.clock for one in found), max(one.processor for one in found))
