"""Strings and places in them; knows nothing of councils."""
