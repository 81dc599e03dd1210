"""What an address on the web looks like."""

import re

# White space, what nobody sees, and signs that no address has as they are (RFC 3986, section 2).
_UNFIT = (
    r"\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
    r'"<>\\^`{|}'
)
# No name and password before the host: they would stand on every page.
_HOST = rf"https?://[^{_UNFIT}/?#@:\[\]]+(:[0-9]{{1,5}})?"
SITE_ADDRESS = rf"{_HOST}(/[^{_UNFIT}?#]*)?"  # links are joined to it, so nothing may follow
WEB_ADDRESS = rf"{_HOST}([/?#][^{_UNFIT}]*)?"


def is_site_address(written: str) -> bool:
    """Whether `written` is an address that a site can lie at."""
    return re.fullmatch(SITE_ADDRESS, written) is not None
