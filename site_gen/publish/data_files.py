"""Open data and everything else that is made from the whole archive and is no page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from site_gen.archive.reading import StoredArchive
from site_gen.exports.feeds import feed_files
from site_gen.exports.meetings import meetings_file
from site_gen.exports.permalinks import permalinks_file
from site_gen.exports.records import record_id, records_file, with_earlier_answers
from site_gen.exports.records_csv import csv_with_earlier_answers, records_csv_file
from site_gen.exports.robots import robots_file
from site_gen.exports.sitemap import sitemap_files
from site_gen.publish.products import FEED_ENTRIES, MEETINGS, PERMALINKS, RECORDS, RECORDS_CSV
from site_gen.site.addresses import records_data_url
from site_gen.site.output import OutputFile

# The lines of one meeting, and the question of another meeting that each response answers.
Linked = Callable[[bytes, dict[str, str]], bytes]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data, made only when asked for."""

    path: str
    year: int | None  # None for one that is made from the minutes of all years
    make: Callable[[], OutputFile]


def data_files(archive: StoredArchive, pages: Iterable[str]) -> Iterator[DataFile]:
    """Every file that is no page; `pages` are the addresses of all pages."""
    earlier = _earlier_answers(archive)
    for year, _ in archive.meeting_years():
        path = records_data_url(year, "jsonl")
        yield DataFile(path, year, _jsonl_maker(archive, earlier, year))
        path = records_data_url(year, "csv")
        yield DataFile(path, year, _csv_maker(archive, earlier, year))
    for file in whole_files(archive, pages):
        yield DataFile(file.path, None, partial(_same, file))


def _same(file: OutputFile) -> OutputFile:
    return file


def whole_files(archive: StoredArchive, pages: Iterable[str]) -> Iterator[OutputFile]:
    """What is made from all meetings at once. `pages` are the addresses of all pages."""
    settings = archive.directory.settings
    yield meetings_file(_contents(archive, MEETINGS), settings)
    yield permalinks_file(
        _contents(archive, PERMALINKS), is_demonstration=settings.is_demonstration
    )
    yield robots_file(settings)
    yield from sitemap_files(pages, settings)
    if settings.address:
        yield from feed_files(_contents(archive, FEED_ENTRIES), archive.directory)


def _jsonl_maker(
    archive: StoredArchive, earlier: dict[str, dict[str, str]], year: int
) -> Callable[[], OutputFile]:
    def make() -> OutputFile:
        chunks = _linked(archive, RECORDS, earlier, year, with_earlier_answers)
        return records_file(year, chunks)

    return make


def _csv_maker(
    archive: StoredArchive, earlier: dict[str, dict[str, str]], year: int
) -> Callable[[], OutputFile]:
    def make() -> OutputFile:
        is_demonstration = archive.directory.settings.is_demonstration
        chunks = _linked(archive, RECORDS_CSV, earlier, year, csv_with_earlier_answers)
        return records_csv_file(year, chunks, is_demonstration=is_demonstration)

    return make


def _linked(
    archive: StoredArchive,
    name: str,
    earlier: dict[str, dict[str, str]],
    year: int,
    linked: Linked,
) -> Iterator[bytes]:
    for meeting, content in archive.store.products(name, year=year):
        yield linked(content, earlier.get(meeting, {}))


def _earlier_answers(archive: StoredArchive) -> dict[str, dict[str, str]]:
    """By meeting, the id of each response to another meeting's question, and of that question."""
    found: dict[str, dict[str, str]] = {}
    for answer in archive.earlier_answers:
        if answer.question_address:
            response = record_id(answer.response_meeting, answer.response_address)
            question = record_id(answer.question_meeting, answer.question_address)
            found.setdefault(answer.response_meeting, {})[response] = question
    return found


def _contents(archive: StoredArchive, name: str) -> Iterator[bytes]:
    return (content for _, content in archive.store.products(name))
