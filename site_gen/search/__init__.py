"""Records to an index that a browser and a terminal can search, at any size of archive."""
