"""Measure search in a browser: `python -m benchmarks.search_browser SITE`.

SITE is the public folder of a built site. The bytes and requests until the first ten results are
drawn, the time on a quick line and on a simulated 4G line, and from the last key to results with
all files loaded; 20 queries of each sort, of which the worst counts. Pagefind indexes the pages of
the same meetings and is measured in the same run.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.peers.pagefind import prepare_pagefind
from benchmarks.peers.site import NotInstallableError
from benchmarks.search_browser.pagefind import index_pages
from benchmarks.search_browser.queries import Sort, draw_queries
from benchmarks.search_browser.tasks import (
    LongestTask,
    tasks_of_typing,
    tasks_of_visits,
    tasks_of_words_alone,
)
from benchmarks.search_browser.visits import type_all, visit_filters, visits
from tests.browser.server import ServedFolder, serve
from tests.programs import find_chromium

TOOLS = Path(__file__).parents[1] / ".work" / "tools"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def main(arguments: list[str] | None = None) -> int:
    """Prints a table, and with --json writes every figure."""
    options = _parser().parse_args(arguments)
    sorts = draw_queries(options.site, options.seed, options.queries)
    pagefind = _pagefind(options) if options.pagefind else None
    found: dict[str, Any] = {"seed": options.seed, "load": os.getloadavg()[0], "sorts": []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=list(ARGUMENTS)
        )
        with serve(options.site, "/archive/") as served:
            found["filters"] = _filters(browser, served, sorts)
            found["words alone"] = _task(tasks_of_words_alone(browser, served, len(sorts)))
            for sort in sorts:
                found["sorts"].append(_measured(browser, served, sort))
                _keep(options, found, f"{sort.name}: measured")
        if pagefind:
            with serve(pagefind, "/") as served:
                for sort, ours in zip(sorts, found["sorts"], strict=True):
                    traced = _task(tasks_of_visits(browser, served, sort.queries))
                    ours["pagefind"] = _visited(browser, served, sort) | {"traced": traced}
                    _keep(options, found, f"{sort.name}: Pagefind measured")
        browser.close()
    _show(found)
    return 0


def _keep(options: argparse.Namespace, found: dict[str, Any], done: str) -> None:
    """What is measured stands in the file even if the rest never ends."""
    print(done, file=sys.stderr)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search_browser")
    parser.add_argument("site", type=Path, help="the public folder of a built site")
    parser.add_argument("--seed", type=int, default=0, help="other queries of the same sorts")
    parser.add_argument("--queries", type=int, default=20, help="of each sort")
    parser.add_argument("--json", type=Path, help="a file for every figure")
    parser.add_argument("--without-pagefind", dest="pagefind", action="store_false")
    parser.add_argument("--work", type=Path, help="where Pagefind's index of SITE is kept")
    return parser


def _pagefind(options: argparse.Namespace) -> Path:
    folder: Path = options.work or options.site.with_name(f"{options.site.name}-pagefind")
    try:
        index_pages(prepare_pagefind(TOOLS), options.site, folder)
    except NotInstallableError as problem:
        sys.exit(f"Pagefind cannot be had here: {problem}")
    return folder


def _measured(browser: Browser, served: ServedFolder, sort: Sort) -> dict[str, Any]:
    typing = type_all(browser, served, sort.queries)
    typing_tasks = tasks_of_typing(browser, served, sort.queries)
    return {
        "sort": sort.name,
        "most bytes": sort.most_bytes,
        **_visited(browser, served, sort),
        "traced": _task(tasks_of_visits(browser, served, sort.queries)),
        "typed": {
            "median": median(typing.seconds.values()),
            "worst": max(typing.seconds.values()),
            "longest task": typing.longest_task,
            "traced": _task(typing_tasks),
            "each": typing.seconds,
        },
    }


def _visited(browser: Browser, served: ServedFolder, sort: Sort) -> dict[str, Any]:
    quick = visits(browser, served, sort.queries)
    slow = visits(browser, served, sort.queries, is_slow=True)
    largest = max(quick, key=lambda one: one.total)
    return {
        "queries": len(sort.queries),
        "worst bytes": largest.total,
        "worst query": largest.query,
        "visits": len(quick) + len(slow),
        "median bytes": median(one.total for one in quick),
        "of the worst": {
            "code": largest.part("/assets/.*js$|pagefind(-worker)?[.]js$"),
            "page, with code and manifest": largest.part(r"\.html$"),
            "shown": largest.part(r"/d-[0-9]+-[0-9]+\.js$|fragment/"),
            "requests": len(largest.sizes),
        },
        "most requests": max(len(one.sizes) for one in quick),
        "seconds": _spread([one.seconds for one in quick]),
        "seconds on 4G to the first": _spread([one.first_seconds for one in slow]),
        "seconds on 4G": _spread([one.seconds for one in slow]),
        "longest task": max(one.longest_task for one in quick),
        "each": {one.query: one.sizes for one in quick},
    }


def _task(longest: LongestTask) -> dict[str, float]:
    return {"clock": longest.clock, "processor": longest.processor, "long": longest.long}


def _spread(seconds: list[float]) -> dict[str, float]:
    return {"median": median(seconds), "worst": max(seconds)}


def _filters(browser: Browser, served: ServedFolder, sorts: list[Sort]) -> dict[str, int]:
    filters = visit_filters(browser, served, sorts[0].queries[0])
    return {"counts": filters.counts, "people": filters.people}


def _show(found: dict[str, Any]) -> None:
    print(f"filters' counts {found['filters']['counts']:,} bytes once (at most 80,000)")
    print(f"person filter   {found['filters']['people']:,} bytes once (at most 150,000)")
    print(f"a page of some words alone: longest task {_traced(found['words alone'])}")
    for sort in found["sorts"]:
        print(f"\n{sort['sort']} (at most {sort['most bytes']:,} bytes)")
        _show_visits("Minutebook", sort)
        typed = sort["typed"]
        print(
            f"  typed, files loaded: median {typed['median'] * 1000:.0f} ms, "
            f"worst {typed['worst'] * 1000:.0f} ms, longest task {typed['longest task']:.3f} s, "
            f"traced {_traced(typed['traced'])}"
        )
        if "pagefind" in sort:
            _show_visits("Pagefind", sort["pagefind"])


def _traced(task: dict[str, float]) -> str:
    times = f"{task['clock']:.3f} s, of the processor {task['processor']:.3f} s"
    return f"{times} (over 50 ms by the clock in {task['long']})"


def _show_visits(name: str, figures: dict[str, Any]) -> None:
    seconds, slow = figures["seconds"], figures["seconds on 4G"]
    first = figures["seconds on 4G to the first"]
    if figures["visits"] < 2 * figures["queries"]:
        print(f"  {name}: {figures['visits']} of {2 * figures['queries']} visits ended")
    print(
        f"  {name}: worst {figures['worst bytes']:,} bytes for {figures['worst query']} "
        f"{figures['of the worst']}, median {figures['median bytes']:,.0f}\n"
        f"    most requests {figures['most requests']}, longest task "
        f"{figures['longest task']:.3f} s, traced {_traced(figures['traced'])}\n"
        f"    drawn after {seconds['median']:.2f} s (worst {seconds['worst']:.2f}), on 4G\n"
        f"    {first['median']:.2f} s to the first (worst {first['worst']:.2f}), "
        f"{slow['median']:.2f} s to all ten (worst {slow['worst']:.2f})"
    )


if __name__ == "__main__":
    sys.exit(main())
