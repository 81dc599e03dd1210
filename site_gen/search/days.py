"""Days as numbers, counted from the first of the calendar."""

from datetime import date

DAY_BITS = 22  # of the number of any day up to the year 9999
GROUP_BITS = 5  # days whose display records share a digest are equal but for so many bits


def day_number(text: str) -> int:
    """The ordinal of an ISO date, as Python's: 1 is the first of January of the year 1.

    A partial date stands for its first day. Of what is no date the year counts alone;
    0 where there is none.
    """
    parts = [*text.split("-"), "01", "01"][:3]
    for given in (parts, [parts[0], "01", "01"]):
        try:
            return date(*map(int, given)).toordinal()
        except ValueError:
            continue
    return 0


def group_of(day: int) -> int:
    """Which days' display records share a digest with those of `day`."""
    return day >> GROUP_BITS
