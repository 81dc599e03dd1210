"""Days as numbers, counted from long before any minutes."""

from datetime import date

FIRST_DAY = date(1000, 1, 1).toordinal()
GROUP_BITS = 5  # days whose display records share a digest are equal but for so many bits


def day_number(text: str) -> int:
    """Days from the first of January 1000 to an ISO date; a partial one stands for its first day.

    Of what is no date the year counts alone; 0 where there is none.
    """
    parts = [*text.split("-"), "01", "01"][:3]
    for given in (parts, [parts[0], "01", "01"]):
        try:
            return max(0, date(*map(int, given)).toordinal() - FIRST_DAY)
        except ValueError:
            continue
    return 0


def group_of(day: int) -> int:
    """Which days' display records share a digest with those of `day`."""
    return day >> GROUP_BITS
