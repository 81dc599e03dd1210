"""What the archive gives away besides pages: open data, permalinks, feeds, the site map."""
