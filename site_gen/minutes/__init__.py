"""Minutes prose to records: the heart."""
