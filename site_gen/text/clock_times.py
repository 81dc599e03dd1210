"""Times of day as minutes print them: "19:30", "7.30pm", "7 p.m."."""

import re

HALF_DAY = re.compile(
    r"(?P<hour>0?[1-9]|1[0-2])(?:[.:](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\.?", re.IGNORECASE
)
WHOLE_DAY = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")


def in_one_form(start: str, end: str) -> tuple[str, str]:
    """Both times as printed; where one counts to 24 and the other to 12, both count to 24."""
    if WHOLE_DAY.fullmatch(start.strip()):
        return start, _to_whole_day(end)
    if WHOLE_DAY.fullmatch(end.strip()):
        return _to_whole_day(start), end
    return start, end


def _to_whole_day(printed: str) -> str:
    """ "6.55pm" as "18:55"; anything else as it is."""
    match = HALF_DAY.fullmatch(printed.strip())
    if match is None:
        return printed
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02}:{match['minute'] or '00'}"
