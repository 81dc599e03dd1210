"""Web pages, those of council software above all, to pieces."""
