"""The archive's nouns, frozen. Everything above passes these on; nothing here does work."""
