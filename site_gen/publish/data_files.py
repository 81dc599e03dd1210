"""Open data and everything else that is made from many meetings and is no page."""

from collections.abc import Callable, Iterable, Iterator, Set

from site_gen.archive.reading import StoredArchive
from site_gen.archive.scope import Scope
from site_gen.exports.feed_entries import FeedEntry, unpacked_feed_entry
from site_gen.exports.feeds import feed_files
from site_gen.exports.meetings import meetings_file
from site_gen.exports.permalinks import (
    ChangedLines,
    line_key,
    lines_of_permalinks,
    permalinks_file,
)
from site_gen.exports.records import records_file, with_earlier_answers
from site_gen.exports.robots import robots_file
from site_gen.exports.sitemap import sitemap_files
from site_gen.publish.product_names import MEETINGS, PERMALINKS, RECORDS
from site_gen.site.addresses import fragment_url, meetings_data_url, records_data_url
from site_gen.site.output import OutputFile
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class YearFile:
    """A file of one year's data, made only when asked for."""

    path: str
    product: str  # of what it is made
    year: int
    make: Callable[[], OutputFile]


@dataclass(frozen=True, slots=True)
class PermalinksBefore:
    """permalinks.json as the last build left it."""

    content: bytes
    changed: Set[str]  # ids of all meetings whose line may be another now


def year_files(archive: StoredArchive) -> Iterator[YearFile]:
    """The records and the meetings of each year."""
    earlier = _earlier_answers(archive)
    for year, _ in archive.meeting_years():
        yield YearFile(
            records_data_url(year), RECORDS, year, _records_maker(archive, earlier, year)
        )
        yield YearFile(meetings_data_url(year), MEETINGS, year, _meetings_maker(archive, year))


def is_stale(file: YearFile, scope: Scope) -> bool:
    """Whether a change of this scope can change the file."""
    return file.year in scope.years or (file.product, file.year) in scope.products


def is_in_permalinks(scope: Scope) -> bool:
    """Whether a change of this scope can change permalinks.json."""
    is_another = any(name == PERMALINKS for name, _ in scope.products)
    return is_another or "meetings" in scope.differing  # which may stand in another order


def is_in_feeds(scope: Scope) -> bool:
    """Whether a change of this scope can change a feed."""
    return bool(scope.differing & {"entries", "meetings"})


def permalinks_files(
    archive: StoredArchive, before: PermalinksBefore | None = None
) -> Iterator[OutputFile]:
    """permalinks.json; `before` is where most of its lines are found sooner than in the store."""
    lines = _all_permalinks(archive) if before is None else _permalinks(archive, before)
    is_demonstration = archive.directory.settings.is_demonstration
    yield permalinks_file(lines, is_demonstration=is_demonstration)


def changed_permalinks(archive: StoredArchive, meetings: Set[str]) -> ChangedLines:
    """What changes permalinks.json, where the lines of `meetings` may be others and no more."""
    return ChangedLines(archive.store.product(PERMALINKS, one) for one in meetings)


def map_files(archive: StoredArchive, pages: Iterable[str]) -> Iterator[OutputFile]:
    """What tells machines of the pages, whose addresses are `pages`."""
    settings = archive.directory.settings
    yield robots_file(settings)
    yield from sitemap_files(pages, settings)


def newest_files(archive: StoredArchive) -> Iterator[OutputFile]:
    """The feeds, each of the newest meetings."""

    def newest(feed: str, limit: int) -> Iterator[FeedEntry]:
        return map(unpacked_feed_entry, archive.store.highest_entries(feed, limit))

    yield from feed_files(newest, archive.directory)


def _all_permalinks(archive: StoredArchive) -> Iterator[bytes]:
    return (content for _, content in archive.store.products(PERMALINKS))


def _permalinks(archive: StoredArchive, before: PermalinksBefore) -> Iterator[bytes]:
    """The line of each meeting, the oldest first; from the store where it may have changed."""
    known = lines_of_permalinks(before.content)
    for meeting_id in archive.meeting_ids():
        line = None if meeting_id in before.changed else known.get(line_key(meeting_id))
        yield archive.store.product(PERMALINKS, meeting_id) if line is None else line


def _records_maker(
    archive: StoredArchive, earlier: dict[str, dict[str, str]], year: int
) -> Callable[[], OutputFile]:
    def make() -> OutputFile:
        is_demonstration = archive.directory.settings.is_demonstration
        chunks = (
            with_earlier_answers(content, earlier.get(meeting, {}))
            for meeting, content in archive.store.products(RECORDS, year=year)
        )
        return records_file(year, chunks, is_demonstration=is_demonstration)

    return make


def _meetings_maker(archive: StoredArchive, year: int) -> Callable[[], OutputFile]:
    def make() -> OutputFile:
        lines = (content for _, content in archive.store.products(MEETINGS, year=year))
        return meetings_file(year, lines)

    return make


def _earlier_answers(archive: StoredArchive) -> dict[str, dict[str, str]]:
    """By meeting, the address of each response to another meeting's question, and of that."""
    found: dict[str, dict[str, str]] = {}
    for answer in archive.earlier_answers:
        if answer.question_address:
            response = fragment_url(answer.response_meeting, answer.response_address)
            question = fragment_url(answer.question_meeting, answer.question_address)
            found.setdefault(answer.response_meeting, {})[response] = question
    return found
