"""Values to bytes and back, as the store keeps them.

They are pickles that can make plain values only: this program's own records and enumerations, and
what is built in. A checksum tells those that a disk has damaged.
"""

import io
import pickle
import sqlite3
import sys
import zlib
from collections.abc import Callable
from enum import Enum
from operator import attrgetter
from typing import Any

from msgspec import Struct

from site_gen.text.values import is_value

Reduced = tuple[type, tuple[object, ...]]
OWN = __name__.partition(".")[0]
SUM_BYTES = 4


class DamagedStateError(sqlite3.DatabaseError):
    """What was kept is not what was put there. It is of the kind that SQLite raises for its own."""


def pack(value: object) -> bytes:
    """`value` as bytes. Raises TypeError for what `unpack` would not make."""
    packed = io.BytesIO()
    pickler = pickle.Pickler(packed, protocol=5)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return seal(packed.getvalue())


def unpack(packed: bytes) -> Any:
    """The value that `pack` was given. Raises DamagedStateError for any other bytes."""
    content = unseal(packed)
    try:
        return _Unpickler(io.BytesIO(content)).load()
    except Exception as error:
        raise DamagedStateError("what was kept cannot be read") from error


def unpack_of(packed: bytes, wanted: str, id_of: Callable[[Any], str] = attrgetter("id")) -> Any:
    """As `unpack`. Raises DamagedStateError too where the value's id is not the `wanted` one."""
    value = unpack(packed)
    if (found := id_of(value)) != wanted:
        raise DamagedStateError(f"what was kept of {wanted} is of {found}")
    return value


def seal(content: bytes) -> bytes:
    """The bytes behind their checksum; nothing stays nothing, so that a query can leave it out."""
    return _checksum(content) + content if content else b""


def unseal(sealed: bytes) -> bytes:
    """The bytes that `seal` was given. Raises DamagedStateError for any others."""
    content = sealed[SUM_BYTES:]
    if not sealed:
        return content
    if _checksum(content) != sealed[:SUM_BYTES]:
        raise DamagedStateError("what was kept has been changed")
    return content


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(SUM_BYTES, "big")


class _Unpickler(pickle.Unpickler):
    """Finds nothing but kinds of plain values, so that no bytes can have it call anything else."""

    def find_class(self, module: str, name: str) -> type:
        """The kind of value of that name; each is looked for once."""
        found = _KNOWN.get((module, name))
        if found is None:
            if module.partition(".")[0] != OWN:
                raise pickle.UnpicklingError(f"{module}.{name} is none of our own values")
            __import__(module)
            found = _plain(getattr(sys.modules[module], name))
            _KNOWN[module, name] = found
        return found


_KNOWN: dict[tuple[str, str], type] = {}


def _plain(kind: Any) -> type:
    """The same. Raises TypeError unless it is a kind of plain value."""
    is_own = isinstance(kind, type) and kind.__module__.startswith(f"{OWN}.")
    if is_own and (is_value(kind) or issubclass(kind, Enum | tuple)):
        found: type = kind
        return found
    raise TypeError(f"{kind} is no kind of plain value")


class _Reducers(dict[type, Callable[[Any], Reduced]]):
    """Has a structure made again by a call with its fields, as it says itself."""

    def __missing__(self, kind: type) -> Callable[[Any], Reduced]:
        made = None if issubclass(kind, type) else _reducer(_plain(kind))
        if made is None:
            raise KeyError(kind)
        self[kind] = made
        return made


def _reducer(kind: type) -> Callable[[Any], Reduced] | None:
    if issubclass(kind, Enum):  # by its value: Python 3.11.0 to 3.11.3 would call `getattr`
        return lambda value: (kind, (value.value,))
    by_itself: Callable[[Any], Any] = kind.__reduce__
    return by_itself if issubclass(kind, Struct) else None


_REDUCERS: Any = _Reducers()
