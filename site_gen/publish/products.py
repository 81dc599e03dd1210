"""What later stations make of one meeting, kept with it in the store."""

from collections.abc import Mapping

from site_gen.exports.feed_entries import feed_entry_lines
from site_gen.exports.meetings import meeting_line
from site_gen.exports.permalinks import permalink_lines
from site_gen.exports.records import record_lines
from site_gen.exports.records_csv import record_csv_lines
from site_gen.model.meetings import Meeting
from site_gen.search.analysis import analyse_meeting
from site_gen.search.minutes_pieces import meeting_pieces
from site_gen.site.directory import Directory

RECORDS, RECORDS_CSV, MEETINGS = "records", "records.csv", "meetings"
PERMALINKS, FEED_ENTRIES, SEARCH = "permalinks", "feed entries", "search"


def make_products(meeting: Meeting, directory: Directory) -> Mapping[str, bytes]:
    """The meeting's lines of each data file, by the name under which the store keeps them."""
    pieces = meeting_pieces(meeting, directory)
    is_demonstration = directory.settings.is_demonstration
    return {
        RECORDS: record_lines(meeting, is_demonstration=is_demonstration),
        RECORDS_CSV: record_csv_lines(meeting, is_demonstration=is_demonstration),
        MEETINGS: meeting_line(meeting, directory),
        PERMALINKS: permalink_lines(meeting),
        FEED_ENTRIES: feed_entry_lines(meeting, directory),
        SEARCH: analyse_meeting(pieces) if pieces else b"",
    }
