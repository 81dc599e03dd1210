"""Texts made small for the files that browsers load, twin of `static/js/search/packed.js`.

A quarter century of minutes would take 200 MB on a host that gives a site 1 GB, since every file
would lie there as it is read. So it is compressed here (zlib, RFC 1950), and better than a host
compresses it on its way: what is sent shrinks too. Files are JavaScript, so the bytes are written
with the 93 digits of `numbers.py`: 13 bits in two characters, the last 6 or fewer in one.

libdeflate does it: it is a part of what is installed, so the same text gives the same bytes on
every machine; the zlib that a Python comes with differs from one to another.
"""

import zlib

import numpy as np
from deflate import zlib_compress
from numpy.typing import NDArray

from site_gen.search.numbers import BASE, DIGITS

LEVEL = 6  # of 12: a change of an old meeting packs hundreds of files anew
_BITS, _SINGLE_BITS = 13, 6  # in two characters, and in one
_MOST = (1 << _BITS) - 1
_DIGITS = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
_VALUES = np.zeros(128, dtype=np.uint16)
_VALUES[_DIGITS] = np.arange(BASE)


def packed(text: str) -> str:
    """`text` in printable characters, none of which needs an escape in a script."""
    content = bytes(zlib_compress(text.encode(), LEVEL))
    pairs, rest = divmod(8 * len(content), _BITS)
    numbers = _numbers(content, pairs + (rest > 0))
    digits = _DIGITS[np.stack(np.divmod(numbers, BASE), axis=1)].ravel()
    if 0 < rest <= _SINGLE_BITS:
        digits = digits[:-1]
        digits[-1] = _DIGITS[numbers[-1] >> _BITS - _SINGLE_BITS]
    written: bytes = digits.tobytes()
    return written.decode()


def unpacked(text: str) -> str:
    """The text that `packed` was given. Raises ValueError where it is no such text."""
    digits = _VALUES[np.frombuffer(text.encode(), dtype=np.uint8) & 127]
    pairs, has_single = divmod(len(digits), 2)
    numbers = np.append(digits[: 2 * pairs : 2] * BASE + digits[1::2], 0)
    if has_single:
        numbers[-1] = digits[-1] << _BITS - _SINGLE_BITS
    bits = np.unpackbits(numbers.astype(">u2").view(np.uint8).reshape(-1, 2), axis=1)[:, -_BITS:]
    length = (_BITS * pairs + _SINGLE_BITS * has_single) // 8
    try:
        return zlib.decompress(np.packbits(bits).tobytes()[:length]).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        message = "this is no packed text"
        raise ValueError(message) from error


def _numbers(content: bytes, count: int) -> NDArray[np.int64]:
    """The bits of `content` as so many numbers of 13 bits, the highest first; zeros at the end."""
    starts = np.arange(count, dtype=np.int64) * _BITS
    first = starts >> 3
    data = np.frombuffer(content + bytes(3), dtype=np.uint8).astype(np.int64)
    three = data[first] << 16 | data[first + 1] << 8 | data[first + 2]
    found: NDArray[np.int64] = three >> (24 - _BITS - (starts & 7)) & _MOST
    return found
