"""What is kept comes back as it was, and nothing else comes of it."""

from __future__ import annotations

import os
import pickle
import random
import zlib
from collections.abc import Callable
from datetime import date
from enum import Enum

import pytest

from site_gen.archive.packing import SUM_BYTES, DamagedStateError, pack, unpack
from site_gen.diagnostics import Diagnostic, Severity
from site_gen.publish.beside import Beside
from site_gen.text.places import Place

VALUE = {"a": (Diagnostic("a-code", Severity.ERROR, "a message", Place("a.md", 3)), {1, 2})}


def summed(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(SUM_BYTES, "big") + content


def test_a_value_comes_back() -> None:
    assert unpack(pack(VALUE)) == VALUE


def test_a_python_that_finds_members_of_enumerations_by_name_is_no_matter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As 3.11.2 does, which Debian 12 has: it keeps a call of `getattr`, no plain value."""

    def by_name(self: Enum, _protocol: int) -> tuple[object, tuple[object, str]]:
        return getattr, (type(self), self.name)

    monkeypatch.setattr(Enum, "__reduce_ex__", by_name)
    monkeypatch.setattr(Severity, "__reduce_ex__", by_name, raising=False)
    assert unpack(pack(VALUE)) == VALUE


def test_any_change_of_a_byte_is_noticed() -> None:
    packed = pack(VALUE)
    for place in range(len(packed)):
        changed = bytearray(packed)
        changed[place] ^= 1 << random.Random(place).randrange(8)
        with pytest.raises(DamagedStateError):
            unpack(bytes(changed))
        with pytest.raises(DamagedStateError):
            unpack(packed[:place])


class Calls:
    """Has whoever unpacks it call something."""

    def __init__(self, what: Callable[..., object], *given: object) -> None:
        self._said = what, given

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._said


@pytest.mark.parametrize(
    ("what", "given"),
    [(os.mkdir, ("made",)), (eval, ("1",)), (getattr, (1, "real")), (Beside, ()), (unpack, (b"",))],
)
def test_nothing_is_called_that_is_no_plain_value(
    what: Callable[..., object],
    given: tuple[object, ...],
    tmp_path: os.PathLike[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DamagedStateError):
        unpack(summed(pickle.dumps(Calls(what, *given))))
    assert not os.listdir(tmp_path)  # noqa: PTH208 - as given


def test_what_would_not_come_back_is_not_kept() -> None:
    with pytest.raises(TypeError, match="no kind of plain value"):
        pack(date(2024, 3, 12))
