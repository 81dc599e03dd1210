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

# Levels, of 12. A change of an old meeting packs hundreds of files anew, so none takes its time.
TEXT = 6  # what has words
FIGURES = 1  # columns of numbers alone repeat nothing: what a higher level finds makes them larger
_BITS, _SINGLE_BITS = 13, 6  # in two characters, and in one
_MOST = (1 << _BITS) - 1
_DIGITS = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
# Of each number its two characters as one value, and back.
_PAIRS = _DIGITS[np.stack(np.divmod(np.arange(_MOST + 1), BASE), axis=1)].view(np.uint16).ravel()
_NUMBERS = np.zeros(1 << 16, dtype=np.uint16)
_NUMBERS[_PAIRS] = np.arange(_MOST + 1)


def packed(text: str, level: int = TEXT) -> str:
    """`text` in printable characters, none of which needs an escape in a script."""
    content = bytes(zlib_compress(text.encode(), level))
    pairs, rest = divmod(8 * len(content), _BITS)
    numbers = _numbers_of(content)[: pairs + (rest > 0)]
    digits = _PAIRS[numbers].view(np.uint8)
    if 0 < rest <= _SINGLE_BITS:
        digits = digits[:-1]
        digits[-1] = _DIGITS[numbers[-1] >> _BITS - _SINGLE_BITS]
    written: bytes = digits.tobytes()
    return written.decode()


def unpacked(text: str) -> str:
    """The text that `packed` was given. Raises ValueError where it is no such text."""
    digits = text.encode()
    pairs, has_single = divmod(len(digits), 2)
    numbers = _NUMBERS[np.frombuffer(digits[: 2 * pairs], dtype=np.uint16)]
    if has_single:
        last = DIGITS.find(digits[-1:].decode("ascii", "replace"))
        numbers = np.append(numbers, np.uint16(max(0, last) << _BITS - _SINGLE_BITS))
    length = (_BITS * pairs + _SINGLE_BITS * has_single) // 8
    try:
        return zlib.decompress(_bytes_of(numbers)[:length]).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        message = "this is no packed text"
        raise ValueError(message) from error


# Eight numbers of 13 bits are 13 bytes of 8, the highest bit first: each is made for all at once.
def _numbers_of(content: bytes) -> NDArray[np.uint16]:
    """The bits of `content` as numbers, with zeros at the end."""
    data = np.frombuffer(content + bytes(-len(content) % _BITS), dtype=np.uint8)
    columns = np.ascontiguousarray(data.reshape(-1, _BITS).T).astype(np.uint32)
    found = np.empty((len(data) // _BITS, 8), dtype=np.uint16)
    for number in range(8):
        first, bit = divmod(number * _BITS, 8)
        three = columns[first] << 16 | columns[first + 1] << 8
        if bit + _BITS > 16:
            three |= columns[first + 2]
        found[:, number] = three >> (24 - _BITS - bit) & _MOST
    return found.ravel()


def _bytes_of(numbers: NDArray[np.uint16]) -> bytes:
    """The bits of `numbers`, with zeros at the end."""
    padded = np.append(numbers, np.zeros(-len(numbers) % 8, dtype=np.uint16))
    columns = np.ascontiguousarray(padded.reshape(-1, 8).T).astype(np.uint32)
    found = np.empty((len(padded) // 8, _BITS), dtype=np.uint8)
    for place in range(_BITS):
        first, bit = divmod(place * 8, _BITS)
        two = columns[first] << _BITS
        if bit + 8 > _BITS:
            two |= columns[first + 1]
        found[:, place] = two >> (2 * _BITS - 8 - bit) & 255
    return found.tobytes()
