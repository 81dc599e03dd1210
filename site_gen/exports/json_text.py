"""Values as JSON text: compact, the same on every machine, one line each."""

import json

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
# JSON lets these stand, but many readers of lines take them for the end of one.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_line(value: object) -> str:
    """`value` on one line, its keys in the order given, letters as themselves.

    Raises TypeError or ValueError for what JSON cannot hold.
    """
    encoded = _ENCODER.encode(value)
    if not encoded.isascii():
        for end, escape in _LINE_ENDS.items():
            encoded = encoded.replace(end, escape)
    return encoded
