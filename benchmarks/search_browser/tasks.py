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

from benchmarks.search_browser.visits import open_page, open_to_type, open_until_painted
from tests.browser.server import ServedFolder

CATEGORIES = "disabled-by-default-devtools.timeline,blink.user_timing"
TASKS = ("ThreadControllerImpl::RunTask", "RunTask")
RESTS = 700  # milliseconds after the results, in which numbers beside the filters come
MICROSECONDS = 1e6
LONG = 0.05  # seconds
WORDS_ALONE = "robots.txt"  # a page that has some words and nothing else

Event = dict[str, Any]  # of a trace, as Chromium writes it


@dataclass(frozen=True, slots=True)
class LongestTask:
    """The longest of some tasks, in seconds."""

    clock: float
    processor: float
    long: int  # visits in which one took more than 50 ms by the clock


@dataclass
class Trace:
    """What Chromium traced; there once the tracing has ended."""

    events: list[Event] = field(default_factory=list)

    def longest(self, begins: Callable[[Event], bool]) -> LongestTask:
        """The longest tasks of the main thread of a page, from an event in it on."""
        tasks = list(self.tasks(begins))
        clock = max((task["dur"] for task in tasks), default=0) / MICROSECONDS
        processor = max((task.get("tdur", 0) for task in tasks), default=0) / MICROSECONDS
        return LongestTask(clock, processor, int(clock > LONG))

    def tasks(self, begins: Callable[[Event], bool]) -> Iterator[Event]:
        """The tasks of the main thread of a page, from an event in it on."""
        begun = [one for one in self.events if begins(one)]
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
                and any(one["pid"] == each["pid"] and one["ts"] >= each["ts"] for each in begun)
            ):
                yield one


def navigates(address: str) -> Callable[[Event], bool]:
    """Whether an event is the beginning of a visit to an address."""

    def is_it(event: Event) -> bool:
        data = event.get("args", {}).get("data", {})
        return bool(event["name"] == "navigationStart" and data.get("documentLoaderURL") == address)

    return is_it


def types(event: Event) -> bool:
    """Whether an event is the mark that a page sets when a query is typed."""
    return event["name"] == "typed" and "blink.user_timing" in event.get("cat", "")


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
    return _worst(_visited(browser, served, one, open_until_painted) for one in addresses)


def tasks_of_words_alone(browser: Browser, served: ServedFolder, times: int) -> LongestTask:
    """The same of a page on which there is nothing but a few words."""
    return _worst(_visited(browser, served, WORDS_ALONE, _open) for _ in range(times))


def _open(page: Page, address: str) -> None:
    page.goto(address)


def _visited(
    browser: Browser, served: ServedFolder, path: str, open_at: Callable[[Page, str], None]
) -> LongestTask:
    address = f"{served.address}{path}"
    with open_page(browser) as page:
        with traced(browser, page) as trace:
            open_at(page, address)
            page.wait_for_timeout(RESTS)
        return trace.longest(navigates(address))


def tasks_of_typing(browser: Browser, served: ServedFolder, queries: Sequence[str]) -> LongestTask:
    """The longest task while queries are typed on one page."""
    with open_page(browser) as page:
        typist = open_to_type(page, served)
        with traced(browser, page) as trace:
            for query in queries:
                typist.type(query)
        return trace.longest(types)


def _worst(tasks: Iterable[LongestTask]) -> LongestTask:
    found = list(tasks)
    return LongestTask(
        max(one.clock for one in found),
        max(one.processor for one in found),
        sum(one.long for one in found),
    )
