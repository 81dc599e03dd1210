"""Measured figures to RESULTS.md."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from benchmarks.folders import Change
from benchmarks.results import ADDED, CHANGED, COLD, NOTHING, Measured, Results, SizeResults, both

SUBJECT, HUGO, PAGEFIND = "Minutebook", "Hugo", "Pagefind"
HUGO_AND_PAGEFIND = f"{HUGO} + {PAGEFIND}"
TARGET_MEETINGS = 10_000
NONE = "–"


def results_page(results: Results) -> str:
    """The whole page, in Markdown."""
    sections = [_opening(results)]
    sections += [_size_section(_with_pair(size)) for size in results.sizes]
    sections += _growth_section([_with_pair(size) for size in results.sizes])
    return "\n".join(sections)


def _opening(results: Results) -> str:
    machine = results.machine
    return f"""\
# Measurements

Written by `make bench`; every single run is in `RESULTS.json`. All generators were run in turn on
the same text, in one run, on one file system. Seconds are the median of {results.rounds}; memory
is the most that the whole tree of processes held at once, in any round. Seconds of another machine
do not compare; ratios do, roughly.

- {results.date}; {machine.cores} cores, {machine.processor}; {_size(machine.memory_bytes)} memory
- {machine.system}; {machine.file_system}; {machine.python}
- corpus: `python -m benchmarks.generate --meetings N --seed {results.seed}`

Hugo, Eleventy and Pelican make a page a meeting and a list a committee and a year, no more: no
records, no search, no feeds, no data. Pagefind adds a search of whole pages to Hugo's.
"""


def _with_pair(size: SizeResults) -> SizeResults:
    hugo, pagefind = size.of(HUGO), size.of(PAGEFIND)
    if hugo is None or pagefind is None or not hugo.runs or not pagefind.runs:
        return size
    pair = both(HUGO_AND_PAGEFIND, hugo, pagefind)
    others = [one for one in size.measured if one.name != PAGEFIND]
    place = others.index(hugo) + 1
    measured = [*others[:place], pair, *others[place:]]
    return SizeResults(size.meetings, size.corpus_bytes, measured)


def _size_section(size: SizeResults) -> str:
    blocks = [
        f"## {size.meetings:,} meetings ({_size(size.corpus_bytes)} of Markdown)",
        _table(
            ("", "version", "cold", "nothing changed", "one changed", "memory", "output", "files"),
            [_figures(one) for one in size.measured if one.runs],
        ),
    ]
    missing = [
        f"- {one.name} ({one.source}): {one.missing}" for one in size.measured if one.missing
    ]
    if missing:
        blocks.append("Not measured, or not to the end:\n\n" + "\n".join(missing))
    blocks += _ratios(size)
    blocks += _changes(size)
    if size.meetings == TARGET_MEETINGS:
        blocks += _targets(size)
    return "\n\n".join(blocks) + "\n"


def _figures(one: Measured) -> tuple[str, ...]:
    peak = max((one.peak_bytes(action) or 0 for action in one.runs), default=0)
    output = one.output
    return (
        one.name,
        one.version,
        _seconds(one.seconds(COLD)),
        _seconds(one.seconds(NOTHING)),
        _seconds(one.seconds(CHANGED)),
        _size(peak) if peak else NONE,
        _size(output.total_bytes) if output else NONE,
        f"{output.files:,}" if output else NONE,
    )


def _ratios(size: SizeResults) -> Iterator[str]:
    subject = size.of(SUBJECT)
    peers = [one for one in size.measured if one.name != SUBJECT and one.runs]
    if subject is None or not subject.runs or not peers:
        return
    rows = [
        (one.name, *(_ratio(subject, one, action) for action in (COLD, NOTHING, CHANGED)))
        for one in peers
    ]
    yield f"{SUBJECT}'s time as a share of each:"
    yield _table(("", "cold", "nothing changed", "one changed"), rows)


def _changes(size: SizeResults) -> Iterator[str]:
    subject = size.of(SUBJECT)
    for action, changes in (subject.changes if subject else {}).items():
        yield f"What differs in {SUBJECT}'s output after {action}:"
        yield _table(
            ("folder", "files", "of them differ", "size", "of it differs"),
            [_change(change) for change in changes if change.changed_files],
        )


def _change(change: Change) -> tuple[str, ...]:
    share = change.changed_bytes / change.total_bytes if change.total_bytes else 0
    return (
        change.folder or "all",
        f"{change.files:,}",
        f"{change.changed_files:,}",
        _size(change.total_bytes),
        f"{_size(change.changed_bytes)} ({share:.1%})",
    )


def _targets(size: SizeResults) -> Iterator[str]:
    subject, pair, hugo = size.of(SUBJECT), size.of(HUGO_AND_PAGEFIND), size.of(HUGO)
    if subject is None or not subject.runs:
        return
    yield "What was asked for, and what was found:"
    rows = [*_time_targets(subject, pair, hugo), *_size_targets(subject)]
    yield _table(("", "at most", "found", ""), rows)


def _time_targets(
    subject: Measured, pair: Measured | None, hugo: Measured | None
) -> Iterator[tuple[str, ...]]:
    for action, limit in ((COLD, 0.5), (CHANGED, 0.02)):
        share = _share(subject, pair, action)
        yield _target(f"{action}, share of {HUGO_AND_PAGEFIND}", limit, share, "{:.3g}")
    yield _target(f"{COLD}, share of {HUGO} (aim)", 1.0, _share(subject, hugo, COLD), "{:.3g}")
    yield _target(f"{CHANGED}, seconds", 1.5, subject.seconds(CHANGED), "{:.2f}")
    yield _target(f"{NOTHING}, seconds", 0.7, subject.seconds(NOTHING), "{:.2f}")


def _size_targets(subject: Measured) -> Iterator[tuple[str, ...]]:
    peaks = [subject.peak_bytes(action) or 0 for action in subject.runs]
    yield _target("memory, MB", 700, max(peaks) / 1e6, "{:.0f}")
    if subject.output:
        yield _target("output, MB", 600, subject.output.total_bytes / 1e6, "{:.0f}")
        largest = subject.output.largest_list_bytes / 1e3
        name = f"largest list, kB ({subject.output.largest_list})"
        yield _target(name, 300, largest, "{:.0f}")
    for change in subject.changes.get(ADDED, []):
        if change.folder == "search" and change.total_bytes:
            share = 100 * change.changed_bytes / change.total_bytes
            yield _target("one added, % of search bytes that differ", 10, share, "{:.1f}")


def _target(name: str, limit: float, found: float | None, form: str) -> tuple[str, ...]:
    if found is None:
        return name, f"{limit:g}", NONE, "not measured"
    return name, f"{limit:g}", form.format(found), "yes" if found <= limit else "**no**"


def _growth_section(sizes: Sequence[SizeResults]) -> Iterator[str]:
    """How each size grows from the one before it."""
    if len(sizes) < 2:
        return
    rows = [row for small, large in pairwise(sizes) for row in _growth(small, large)]
    yield "## Growth\n"
    yield _table(("", "meetings", "cold", "one changed", "memory", "output"), rows) + "\n"


def _growth(small: SizeResults, large: SizeResults) -> Iterator[tuple[str, ...]]:
    for after in large.measured:
        before = small.of(after.name)
        if before is None or not before.runs or not after.runs:
            continue
        yield (
            after.name,
            f"{small.meetings:,} to {large.meetings:,}",
            _times(after.seconds(COLD), before.seconds(COLD)),
            _times(after.seconds(CHANGED), before.seconds(CHANGED)),
            _times(after.peak_bytes(COLD), before.peak_bytes(COLD)),
            _times(_output_bytes(after), _output_bytes(before)),
        )


def _output_bytes(one: Measured) -> int | None:
    return one.output.total_bytes if one.output else None


def _share(subject: Measured, other: Measured | None, action: str) -> float | None:
    ours, theirs = subject.seconds(action), other and other.seconds(action)
    return ours / theirs if ours is not None and theirs else None


def _ratio(subject: Measured, other: Measured, action: str) -> str:
    share = _share(subject, other, action)
    return NONE if share is None else f"{share:.3g}"


def _times(after: float | None, before: float | None) -> str:
    return f"× {after / before:.2f}" if after and before else NONE


def _seconds(seconds: float | None) -> str:
    return NONE if seconds is None else f"{seconds:.2f} s"


def _size(size: float) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{size / 1e3:,.1f} kB"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
