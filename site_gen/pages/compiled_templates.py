"""Templates as code, kept from build to build."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

SUM_BYTES = 16


class CompiledTemplates(BytecodeCache):
    """Keeps them in a folder, each with a checksum: damaged code could end the interpreter.

    One that cannot be kept or read is made again, which costs time and nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template the code that was kept, where it is what was put there."""
        with suppress(OSError):
            kept = self._file(bucket).read_bytes()
            if kept[:SUM_BYTES] == _checksum(kept[SUM_BYTES:]):
                bucket.bytecode_from_string(kept[SUM_BYTES:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template's code."""
        content = bucket.bytecode_to_string()
        half_written = self._file(bucket).with_suffix(f".{os.urandom(8).hex()}")
        try:
            with suppress(OSError):
                half_written.write_bytes(_checksum(content) + content)
                half_written.replace(self._file(bucket))
        finally:
            with suppress(OSError):
                half_written.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / bucket.key


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=SUM_BYTES).digest()
