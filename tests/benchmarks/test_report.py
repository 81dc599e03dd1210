"""RESULTS.md: medians, ratios, what was missing, what was asked for, how it grows."""

import re

from benchmarks.folders import Change, Output
from benchmarks.machine import Machine
from benchmarks.measure import Run
from benchmarks.report import results_page
from benchmarks.results import ADDED, CHANGED, COLD, NOTHING, Measured, Results, SizeResults

MEGABYTE = 1_000_000
MACHINE = Machine("a processor", 2, 1024 * 1024 * 1000, "Linux", "Python", "ext4")


def measured(name: str, cold: float, changed: float, megabytes: int = 100) -> Measured:
    seconds = {COLD: cold, NOTHING: changed, CHANGED: changed}
    return Measured(
        name,
        "somewhere",
        "1.0",
        runs={
            # The median is the middle one, not the mean and not the last.
            action: [Run(each, megabytes * MEGABYTE) for each in (time * 3, time / 2, time)]
            for action, time in seconds.items()
        },
        output=Output(7, megabytes * MEGABYTE, "questions/2012.html", 200_000),
    )


def page(*sizes: SizeResults) -> str:
    return results_page(Results(MACHINE, "2025-01-01", 3, 0, list(sizes)))


def row(text: str, opening: str, *, after: str = "") -> list[str]:
    line = next(
        line for line in text[text.index(after) :].splitlines() if line.startswith(f"| {opening} |")
    )
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_median_of_the_rounds_is_shown() -> None:
    text = page(SizeResults(100, MEGABYTE, [measured("Minutebook", 4, 1)]))

    assert row(text, "Minutebook")[2:5] == ["4.00 s", "1.00 s", "1.00 s"]


def test_minutebook_is_compared_with_each_peer_and_with_hugo_and_pagefind_together() -> None:
    ours, hugo, pagefind = (
        measured("Minutebook", 6, 1),
        measured("Hugo", 4, 2),
        measured("Pagefind", 8, 8),
    )
    text = page(SizeResults(100, MEGABYTE, [ours, hugo, pagefind]))

    ratios = "Minutebook's time as a share of each:"
    assert row(text, "Hugo", after=ratios)[1:] == ["1.5", "0.5", "0.5"]
    assert row(text, "Hugo + Pagefind", after=ratios)[1:] == ["0.5", "0.1", "0.1"]


def test_a_peer_that_could_not_be_had_is_named_with_the_reason() -> None:
    absent = Measured("Eleventy", "npm", missing="not installable here: no Node.js")
    text = page(SizeResults(100, MEGABYTE, [measured("Minutebook", 6, 1), absent]))

    assert "- Eleventy (npm): not installable here: no Node.js" in text


def test_pagefind_alone_missing_leaves_hugo_and_no_pair() -> None:
    absent = Measured("Pagefind", "PyPI", missing="not installable here: no wheel")
    sizes = SizeResults(
        10_000, MEGABYTE, [measured("Minutebook", 6, 1), measured("Hugo", 4, 2), absent]
    )
    text = page(sizes)

    assert "Hugo + Pagefind |" not in text.split("What was asked for")[0]
    assert row(text, "cold, share of Hugo + Pagefind")[2:] == ["–", "not measured"]


def test_at_ten_thousand_meetings_each_figure_is_held_to_what_was_asked() -> None:
    ours = measured("Minutebook", 10, 0.5, megabytes=650)
    ours.changes[ADDED] = [Change("search", 10, 1, 1000, 50)]
    sizes = SizeResults(
        10_000, MEGABYTE, [ours, measured("Hugo", 10, 10), measured("Pagefind", 15, 15)]
    )
    text = page(sizes)

    assert row(text, "cold, share of Hugo + Pagefind")[1:] == ["0.5", "0.4", "yes"]
    assert row(text, "one changed, share of Hugo + Pagefind")[1:] == ["0.02", "0.02", "yes"]
    assert row(text, "memory, MB")[1:] == ["700", "650", "yes"]
    assert row(text, "output, MB")[1:] == ["600", "650", "**no**"]
    assert row(text, "one added, % of search bytes that differ")[1:] == ["10", "5.0", "yes"]


def test_sizes_are_in_thousands_and_millions_of_bytes() -> None:
    ours = measured("Minutebook", 2, 1, megabytes=64)
    ours.changes[CHANGED] = [Change("search", 10, 1, 1_500_000, 2_500)]
    text = page(SizeResults(100, 1_200_000, [ours]))

    assert "## 100 meetings (1.2 MB of Markdown)" in text
    assert row(text, "Minutebook")[5:7] == ["64.0 MB", "64.0 MB"]
    assert row(text, "search")[3:] == ["1.5 MB", "2.5 kB (0.2%)"]


def test_targets_are_shown_at_ten_thousand_alone() -> None:
    text = page(SizeResults(1_000, MEGABYTE, [measured("Minutebook", 10, 0.5)]))

    assert "What was asked for" not in text


def test_growth_is_told_from_one_size_to_the_next() -> None:
    small = SizeResults(1_000, MEGABYTE, [measured("Minutebook", 2, 1)])
    large = SizeResults(10_000, 10 * MEGABYTE, [measured("Minutebook", 21, 1.5, megabytes=300)])
    text = page(small, large)

    growth = row(text, "Minutebook", after="## Growth")
    assert growth[1:] == ["1,000 to 10,000", "× 10.50", "× 1.50", "× 3.00", "× 3.00"]


def test_every_table_has_as_many_cells_in_each_row() -> None:
    size = SizeResults(10_000, MEGABYTE, [measured("Minutebook", 2, 1), measured("Hugo", 1, 1)])
    tables = re.findall(r"(?:^\|.*\n)+", page(size, size), re.MULTILINE)
    assert tables
    for table in tables:
        assert len({line.count("|") for line in table.splitlines()}) == 1
