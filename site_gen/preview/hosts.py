"""Which Host headers are answered.

A page on the web can give its own name the address of this machine and then read what is served
here as if it were its own (DNS rebinding). It cannot change the Host header, which tells.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

LOCAL_NAMES = ("localhost", "localhost.localdomain")


def is_loopback(host: str) -> bool:
    """Whether only this machine itself can reach a server at `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return _is_local_name(host)


def is_known_host(header: str, *, served_at: str) -> bool:
    """Whether a request with this Host header meant this server.

    `served_at` is the host that the server was started for. Numbers cannot be rebound: on
    loopback only loopback's own are taken, elsewhere all are, and one name, `served_at` itself.
    """
    try:
        name = urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return False
    if "@" in header or not name:
        return False
    if is_loopback(name) or name == served_at.lower():
        return True
    return not is_loopback(served_at) and _is_number(name)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_local_name(name: str) -> bool:
    # Browsers never ask anybody where names below "localhost" are (RFC 6761, section 6.3).
    lowered = name.lower().rstrip(".")
    return lowered in LOCAL_NAMES or lowered.endswith(".localhost")
