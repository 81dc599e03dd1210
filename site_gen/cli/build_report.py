"""What a build says when it has ended."""

from site_gen.cli.findings import tally, tally_words
from site_gen.cli.terminal import BOLD, YELLOW, Terminal
from site_gen.publish.report import PAGES_LIMIT, BuildReport

NEAR = 0.8  # of what GitHub Pages takes: from here on a build warns
# In the order in which people ask for them; one and several.
KINDS = {
    "question": ("question", "questions"),
    "supplementary": ("follow-up question", "follow-up questions"),
    "response": ("answer", "answers"),
    "comment": ("point raised", "points raised"),
    "representation": ("petition or deputation", "petitions and deputations"),
    "resolution": ("decision", "decisions"),
    "motion": ("motion", "motions"),
    "undertaking": ("promise to follow up", "promises to follow up"),
    "action": ("action", "actions"),
    "discussion": ("passage of discussion", "passages of discussion"),
}


def show_report(report: BuildReport, terminal: Terminal) -> None:
    """What the site holds, what changed, and how long it took."""
    errors, _ = tally(report.diagnostics)
    meetings = "1 meeting" if report.meetings == 1 else f"{report.meetings:,} meetings"
    terminal.say(f"{meetings}: {_records(report)}")
    unchanged = report.files - report.changed
    terminal.say(
        f"{report.files:,} files, {size_words(report.size)}: {report.changed:,} written, "
        f"{unchanged:,} unchanged, {report.removed:,} removed"
    )
    seconds = sum(report.seconds.values())
    stages = ", ".join(f"{stage.lower()} {spent:.2f} s" for stage, spent in report.seconds.items())
    terminal.say(f"{seconds:.2f} s: {stages}")
    if report.size > NEAR * PAGES_LIMIT:
        words = (
            f"the site has {size_words(report.size)}, and GitHub Pages takes 1 GB; "
            "keep large attachments elsewhere and link to them, or publish on another server"
        )
        terminal.say(terminal.painted(words, YELLOW))
    summary = tally_words(report.diagnostics)
    terminal.say(terminal.painted(summary, BOLD) if errors else summary)


def show_profile(report: BuildReport, terminal: Terminal) -> None:
    """Where the time went, as a table; processors work at the same time, so theirs adds up."""
    whole = sum(report.seconds.values()) or 1.0
    terminal.say(f"{'stage':<20}{'seconds':>10}{'of all':>8}{'processors':>12}")
    for stage, spent in report.seconds.items():
        worked = report.worked.get(stage, 0.0)
        terminal.say(f"{stage:<20}{spent:>10.2f}{spent / whole:>8.0%}{worked:>12.2f}")
    worked = sum(report.worked.values())
    terminal.say(f"{'all':<20}{whole:>10.2f}{1:>8.0%}{worked:>12.2f}")


def size_words(size: int) -> str:
    """ "133 MB", "1.2 GB", "48 kB"; decimal, as GitHub counts."""
    if size >= 1_000_000_000:
        return f"{size / 1_000_000_000:.1f} GB"
    if size >= 1_000_000:
        return f"{size / 1_000_000:.0f} MB"
    return f"{size / 1000:.0f} kB"


def _records(report: BuildReport) -> str:
    found = report.records
    known = {kind: found.get(kind, 0) for kind in KINDS}
    known["resolution"] += found.get("recommendation", 0)  # as every list counts
    counted = (f"{number:,} {KINDS[kind][number != 1]}" for kind, number in known.items() if number)
    return ", ".join(counted) or "no questions, answers or decisions yet"
