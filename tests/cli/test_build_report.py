"""What a build says while it works and when it has ended."""

import io
import pstats
from pathlib import Path

import pytest

from site_gen.cli.build_report import show_report, size_words
from site_gen.cli.terminal import ProgressBar, Terminal
from site_gen.publish.report import BuildReport
from tests.archives import MINUTES, build, site_files, write_archive

TEXT = """---
date: 2024-03-12
---

## 1. Bus shelters

**Question 1 (Ms Example):** When will they be mended?

**Response (The Clerk):** In May.

RESOLVED: That two trees be planted by the pond.
"""


class Screen(io.StringIO):
    """A terminal that keeps what was written."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def report(**changes: object) -> BuildReport:
    usual: dict[str, object] = {
        "diagnostics": (), "meetings": 2, "records": {"question": 1, "response": 2}, "files": 10,
        "size": 1_500_000, "changed": 3, "removed": 1, "seconds": {"Reading": 0.5},
    }  # fmt: skip
    return BuildReport(**{**usual, **changes})  # type: ignore[arg-type]


def said(shown: BuildReport) -> list[str]:
    stream = io.StringIO()
    show_report(shown, Terminal(stream))
    return stream.getvalue().splitlines()


def test_the_report_says_what_is_there_and_what_was_done_in_words_of_the_public() -> None:
    assert said(report()) == [
        "2 meetings: 1 question, 2 answers",
        "10 files, 2 MB: 3 written, 7 unchanged, 1 removed",
        "0.50 s: reading 0.50 s",
        "0 errors, 0 warnings",
    ]


def test_decisions_are_counted_as_the_pages_count_them(tmp_path: Path) -> None:
    parts = TEXT + "\nRESOLVED:\n\na) That it be noted.\n\nb) That thanks be sent.\n"
    wished = "\nRECOMMENDED to the Council: That a pond be dug.\n"
    moved = "\n**Motion:** That the bus stop be moved.\n"
    write_archive(tmp_path, {MINUTES: parts + wished + moved})
    counted = build(tmp_path).output
    assert "1 meeting: 1 question, 1 answer, 3 decisions, 1 motion\n" in counted
    assert b"1 question, 4 decisions and motions" in site_files(tmp_path)["index.html"]


def test_an_archive_without_records_says_so() -> None:
    assert said(report(meetings=1, records={}))[0] == (
        "1 meeting: no questions, answers or decisions yet"
    )


def test_a_site_near_the_limit_of_github_pages_is_a_warning() -> None:
    near = "\n".join(said(report(size=850_000_000)))
    assert "the site has 850 MB, and GitHub Pages takes 1 GB" in near
    assert "GitHub" not in "\n".join(said(report(size=700_000_000)))


@pytest.mark.parametrize(
    ("size", "words"),
    [(900, "1 kB"), (48_200, "48 kB"), (133_400_000, "133 MB"), (1.2e9, "1.2 GB")],
)
def test_sizes_are_decimal(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_bar_shows_the_time_left() -> None:
    screen, clock = Screen(), Clock()
    bar = ProgressBar(Terminal(screen), clock=clock)
    bar.begin("Understanding")
    clock.now = 30.0
    bar.told(1_000, 4_000)
    assert "1,000 of 4,000, 90 s left" in screen.getvalue()
    assert "######------------------" in screen.getvalue()


def test_the_first_file_does_not_foretell_the_others() -> None:
    screen, clock = Screen(), Clock()
    bar = ProgressBar(Terminal(screen), clock=clock)
    bar.begin("Understanding")
    clock.now = 12.0
    bar.told(1, 400)
    assert "1 of 400" in screen.getvalue()
    assert "left" not in screen.getvalue()


def test_a_log_has_a_line_now_and_then_and_none_of_a_quick_build() -> None:
    log, clock = io.StringIO(), Clock()
    bar = ProgressBar(Terminal(log), clock=clock)
    bar.begin("Understanding")
    for second in range(25):
        clock.now = float(second)
        bar.told(second, 100)
    bar.finish()
    assert log.getvalue().splitlines() == [
        "understanding: 10 of 100, 90 s left",
        "understanding: 20 of 100, 80 s left",
    ]


def test_quiet_says_nothing_of_a_good_build(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: TEXT})
    run = build(tmp_path, "--quiet")
    assert (run.status, run.output, run.errors) == (0, "", "")


def test_a_profile_says_where_the_time_went(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: TEXT})
    run = build(tmp_path, "--profile", tmp_path / "build.pstats")
    table = run.output[run.output.index("stage ") :].splitlines()
    stages = [line.split("  ")[0] for line in table[1:]]
    assert stages[0] == "Reading"
    assert {"Understanding", "Writing pages", "Writing search"} <= set(stages)
    assert table[-1].startswith("all ")
    pstats.Stats(str(tmp_path / "build.pstats"))
