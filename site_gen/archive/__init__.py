"""Many meetings to one archive: people resolved, answers linked, lists kept in a store."""
