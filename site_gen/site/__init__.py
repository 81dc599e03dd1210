"""The site as a whole: its settings, its addresses, and what may be handed to the writer."""
