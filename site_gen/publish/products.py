"""What later stations make of one meeting, kept with it in the store."""

from site_gen.archive.understood import Entry, Products
from site_gen.exports.feed_entries import feed_entries, packed_feed_entry
from site_gen.exports.meetings import meeting_line
from site_gen.exports.permalinks import permalink_line
from site_gen.exports.records import record_lines
from site_gen.model.meetings import Meeting
from site_gen.publish.product_names import MEETINGS, PERMALINKS, RECORDS, SEARCH
from site_gen.search.analysis import analyse_meeting
from site_gen.search.minutes_pieces import meeting_pieces
from site_gen.site.directory import Directory


def make_products(meeting: Meeting, directory: Directory) -> Products:
    """The meeting's lines of each data file, its terms for the search, its entries in feeds."""
    pieces = meeting_pieces(meeting, directory)
    is_demonstration = directory.settings.is_demonstration
    contents = {
        RECORDS: record_lines(meeting, is_demonstration=is_demonstration),
        MEETINGS: meeting_line(meeting, directory),
        PERMALINKS: permalink_line(meeting),
        SEARCH: analyse_meeting(pieces) if pieces else b"",
    }
    entries = (
        Entry(one.feed, f"{one.updated} {one.url}", packed_feed_entry(one))
        for one in feed_entries(meeting, directory)
    )
    return Products(contents, tuple(entries))
