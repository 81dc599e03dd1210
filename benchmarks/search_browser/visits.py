"""One visit of a browser to a search page: what it loads, how long it takes, how busy it is."""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession, Page
from playwright.sync_api import TimeoutError as NothingHappenedError

from tests.browser.server import Answer, ServedFolder

SLOW_LINE = {  # 4G as it is on a street: 9 Mb/s, and 100 ms for each request
    "offline": False,
    "latency": 100,
    "downloadThroughput": 9_000_000 / 8,
    "uploadThroughput": 9_000_000 / 8,
}
LONGEST_WAIT = 30_000  # milliseconds
SETTLES = 2000  # milliseconds, for the browser to be done with a window that it opened
LATER = re.compile(r"/search/[fp]-[a-z]+\.js$")  # numbers beside the filters, and people
NOT_SEARCH = re.compile(r"(\.css|\.svg|/)$")  # the page counts: it has code and more within it
WATCH = """
window.longTasks = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) longTasks.push(entry.duration);
}).observe({ type: "longtask", buffered: true });
window.afterPaint = () => new Promise((resolve) =>
  requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now()); port2.postMessage(0); }));
window.hasDrawn = window.firstDrawn = null;
new MutationObserver(() => {
  const some = document.querySelector(".finding, #search-nothing:not([hidden])");
  const number = document.querySelectorAll(".finding").length;
  const told = document.querySelector("#search-count")?.textContent.replaceAll(",", "");
  const all = document.querySelector("[data-drawn], #search-nothing:not([hidden])") ||
    (told && number >= Math.min(10, Number.parseInt(told)));
  if (some && !firstDrawn) {
    window.firstDrawn = performance.now();
    afterPaint().then((at) => { window.firstPainted = at; });
  }
  if (some && all && !hasDrawn) {
    window.hasDrawn = performance.now();
    afterPaint().then((at) => { window.painted = at; console.debug("painted"); });
  }
}).observe(document, { childList: true, subtree: true, attributes: true });
"""
LOADED = """() => [location.pathname, ...performance.getEntriesByType("resource")
  .filter((entry) => entry.startTime < hasDrawn).map((entry) => new URL(entry.name).pathname)]"""
STATE = """() => JSON.stringify({ readyState: document.readyState, firstDrawn: window.firstDrawn,
  hasDrawn: window.hasDrawn, findings: document.querySelectorAll(".finding").length,
  said: document.querySelector("#search-count")?.textContent,
  shown: [...document.querySelectorAll("[data-when]:not([hidden])")].map((one) => one.id),
  unanswered: performance.getEntriesByType("resource").filter((one) => !one.responseEnd)
    .map((one) => one.name) })"""
TYPING = """window.typeQuery = async (query) => {
  const box = document.querySelector("#search-box");
  const count = document.querySelector("#search-count");
  box.value = query;
  performance.mark("typed");
  const started = performance.now();
  const drawn = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      // Not by its place on the page: to ask for that has all laid out at once.
      const isHidden = count.closest("[hidden]");
      const shown = isHidden ? document.querySelector("#search-nothing-heading") : count;
      if (!shown.textContent.replace(/[“”]/g, "").endsWith(` for ${query}`)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.querySelector("#search-page"),
      { childList: true, subtree: true, characterData: true });
  });
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn;
  console.debug(`typed ${(await afterPaint()) - started}`);
};
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page opened with a query in its address and an empty cache."""

    query: str
    sizes: dict[str, int]  # bytes as sent, of each path loaded before the results were drawn
    first_seconds: float  # to the first results
    seconds: float  # to all ten
    longest_task: float  # seconds; 0 when none was longer than 50 ms

    @property
    def total(self) -> int:
        """Bytes of code, manifest, shards and what results show."""
        return sum(self.sizes.values())

    def part(self, pattern: str) -> int:
        """Bytes of the files whose path matches."""
        return sum(size for path, size in self.sizes.items() if re.search(pattern, path))


@contextmanager
def open_page(browser: Browser, *, is_slow: bool = False) -> Iterator[Page]:
    """A page with an empty cache, that watches itself, in a browser that is at rest.

    For a second and more after it opened a window a browser is busy with its own frame around the
    page: as much as one of two cores. Readers search in a window that has long been there.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    page = context.new_page()
    page.add_init_script(WATCH + TYPING)
    if is_slow:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
    try:
        page.wait_for_timeout(SETTLES)
        yield page
    finally:
        context.close()


def visits(
    browser: Browser, served: ServedFolder, queries: Sequence[str], *, is_slow: bool = False
) -> list[Visit]:
    """One visit for each query that had results drawn, at the second try at the latest."""
    tried = ((query, number) for query in queries for number in (1, 2))
    found: dict[str, Visit] = {}
    for query, number in tried:
        if query not in found:
            try:
                found[query] = visit(browser, served, query, is_slow=is_slow)
            except NothingDrawnError as problem:
                print(f"try {number}: {problem}", file=sys.stderr)
    return list(found.values())


class NothingDrawnError(Exception):
    """A visit whose results were not drawn in time; says which, and what there was instead."""


def visit(browser: Browser, served: ServedFolder, query: str, *, is_slow: bool = False) -> Visit:
    """Opens a search page with a query and waits until its results are drawn.

    Raises NothingDrawnError where they are not.
    """
    with open_page(browser, is_slow=is_slow) as page:
        before = len(served.answers)
        try:
            open_until_painted(page, f"{served.address}search.html?q={quote(query)}")
        except NothingHappenedError as problem:
            line = "4G" if is_slow else "quick"
            answers = [(one.status, one.path) for one in served.answers[before:]]
            raise NothingDrawnError(
                f"nothing drawn for {query} on the {line} line of {served.folder}: "
                f"{page.evaluate(STATE)}, answered {answers}"
            ) from problem
        first, seconds = page.evaluate("[firstPainted / 1000, painted / 1000]")
        loaded = set(page.evaluate(LOADED))
        longest = max(page.evaluate("longTasks"), default=0) / 1000
        sizes = _sizes(served.answers[before:], loaded)
    return Visit(query, sizes, first, seconds, longest)


def open_until_painted(page: Page, address: str) -> None:
    """Opens a page and waits until its results are painted, which it says itself: to ask it again
    and again would take time from it.
    """
    with page.expect_console_message(lambda said: said.text == "painted", timeout=LONGEST_WAIT):
        page.goto(address, wait_until="commit")


def _sizes(answers: Sequence[Answer], loaded: set[str]) -> dict[str, int]:
    """What search itself loaded: neither the page nor its looks, nor what comes after results."""
    return {
        answer.path: answer.size
        for answer in answers
        if not NOT_SEARCH.search(answer.path)
        and not LATER.search(answer.path)
        # A worker's requests are not among those of the page.
        and (answer.path in loaded or "/pagefind/" in answer.path)
    }


@dataclass(frozen=True, slots=True)
class Typist:
    """Types on a page, of whose time asking for what happens takes as little as can be."""

    page: Page
    session: CDPSession

    def type(self, query: str) -> float:
        """Seconds from the last key until results are painted."""
        with self.page.expect_console_message(
            lambda said: said.text.startswith("typed "), timeout=60_000
        ) as said:
            call = f"typeQuery({json.dumps(query)})"
            self.session.send("Runtime.evaluate", {"expression": call})
        self.page.wait_for_timeout(50)
        return float(said.value.text.split()[1]) / 1000


@dataclass(frozen=True, slots=True)
class Typing:
    """The same page kept open: from the last key to drawn results, with all files loaded."""

    seconds: dict[str, float]  # by query
    longest_task: float


def type_all(browser: Browser, served: ServedFolder, queries: Sequence[str]) -> Typing:
    """Types each query twice, in turn, and measures the second time."""
    with open_page(browser) as page:
        typist = open_to_type(page, served)
        for query in queries:
            typist.type(query)
        seconds = {query: typist.type(query) for query in queries}
        longest = max(page.evaluate("longTasks"), default=0) / 1000
    return Typing(seconds, longest)


def open_to_type(page: Page, served: ServedFolder) -> Typist:
    """Who types on a search page that was opened without a query and is at rest."""
    page.goto(f"{served.address}search.html")
    page.wait_for_selector("#search-start-tips:not([hidden])")
    page.wait_for_timeout(SETTLES)
    return Typist(page, page.context.new_cdp_session(page))


@dataclass(frozen=True, slots=True)
class Filters:
    """What the filters cost once, after the first results."""

    counts: int  # bytes
    people: int


def visit_filters(browser: Browser, served: ServedFolder, query: str) -> Filters:
    """Opens the filters beside some results, and the one of people."""
    with open_page(browser) as page:
        first = len(served.answers)
        page.goto(f"{served.address}search.html?q={quote(query)}")
        page.wait_for_function("() => window.painted")
        loaded = set(page.evaluate(LOADED))
        page.wait_for_function(
            "() => [...document.querySelectorAll('.filter__count')].some((one) => one.textContent)"
        )
        counted = len(served.answers)
        page.locator("#search-asked-by > summary").click()
        page.wait_for_selector("#search-people .filter__name, #search-nobody:not([hidden])")
        before = [one for one in served.answers[first:counted] if one.path not in loaded]
        return Filters(
            sum(one.size for one in before),
            sum(one.size for one in served.answers[counted:]),
        )
