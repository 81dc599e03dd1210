"""Short strings that stand for content, to notice that it changed."""

from base64 import urlsafe_b64encode
from hashlib import blake2b

SHORT = 3  # characters of a short digest


def digest_of(*parts: bytes) -> str:
    """Twenty hexadecimal digits that stand for `parts`."""
    return _digest(parts).hexdigest()


def short_digest(*parts: bytes) -> str:
    """Three characters that stand for `parts`: of 260,000 changes one goes unnoticed.

    The manifest has one for each file that a query may load, and every query loads the manifest.
    """
    return urlsafe_b64encode(_digest(parts).digest()[:3]).decode()[:SHORT]


def _digest(parts: tuple[bytes, ...]) -> blake2b:
    digest = blake2b(digest_size=10)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest
