"""Postings on their way from the process that made a year to those that make groups of terms.

The process between them holds those of all years until the last year is made. It needs to know
how many there are, and nothing else of them: so it holds them compressed, and never unpacks them.
"""

import pickle
import zlib
from typing import NamedTuple

from deflate import zlib_compress

from site_gen.search.postings import Postings

_FASTEST = 1  # of libdeflate's levels


class SentPostings(NamedTuple):
    """Postings as they are sent."""

    number: int  # how many there are
    content: bytes


def sent(postings: Postings) -> SentPostings:
    """`postings` ready to be sent."""
    content = pickle.dumps(postings.narrowed(), protocol=pickle.HIGHEST_PROTOCOL)
    return SentPostings(len(postings), bytes(zlib_compress(content, _FASTEST)))


def received(one: SentPostings) -> Postings:
    """The postings that were sent."""
    found: Postings = pickle.loads(zlib.decompress(one.content))  # noqa: S301 - our own
    return found
