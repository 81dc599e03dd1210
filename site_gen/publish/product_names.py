"""What the store calls that which later stations made of one meeting."""

RECORDS, MEETINGS = "records", "meetings"
PERMALINKS, SEARCH = "permalinks", "search"
