"""An invented council's minutes: any number of meetings, the same bytes for size and seed."""
