"""Files to sources: bytes to text with every offset known."""

import codecs
import errno
import re
from pathlib import Path

from site_gen.diagnostics import Parsed
from site_gen.diagnostics.rules import finding
from site_gen.text.places import Place
from site_gen.text.sources import Source

MAX_BYTES = 3_000_000  # four times the longest minutes known
ZIP_START = b"PK\x03\x04"  # APPNOTE.TXT 4.3.7; Word's .docx is such a file
SAVE_HINT = 'open it in your editor, choose "Save as", and there the encoding UTF-8'
WORD_HINT = (
    "delete it here, and turn the Word file into minutes: minutebook import, then the file's name"
)
HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)


def read_source(root: Path, path: str) -> Parsed[Source | None]:
    """The text of the file at `path` (relative to `root`), or None and an error that says why.

    A byte-order mark is dropped and line ends become "\\n". Links are not followed.
    """
    file = root / path
    if file.is_symlink():
        message = "this is a symbolic link; links are not followed"
        return Parsed(None, (finding("symbolic-link", Place(path), message),))
    try:
        content = read_ordinary(file)
    except OSError as error:
        message = f"the file cannot be opened: {errno.errorcode.get(error.errno or 0, 'error')}"
        return Parsed(None, (finding("file-unreadable", Place(path), message),))
    return decode_source(path, content)


def read_ordinary(file: Path) -> bytes:
    """The bytes of a file. Raises OSError, also for a pipe, whose reader would wait for ever."""
    if file.exists() and not file.is_file():
        raise OSError(errno.EINVAL, "it is no ordinary file", str(file))
    return file.read_bytes()


def decode_source(path: str, content: bytes) -> Parsed[Source | None]:
    """As `read_source`, from bytes at hand."""
    if len(content) > MAX_BYTES:
        message = f"the file has {len(content):,} bytes; minutes have at most {MAX_BYTES:,}"
        return Parsed(None, (finding("file-too-large", Place(path), message),))
    if (message_and_hint := _no_text(content)) is not None:
        return Parsed(None, (finding("file-not-utf8", Place(path), *message_and_hint),))
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        message = "the file is not saved as UTF-8, as this character shows"
        return Parsed(None, (finding("file-not-utf8", Place(path, line, column), message),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Parsed(None, (finding("file-empty", Place(path), "the file is empty"),))
    if HTML_START.match(text):
        message = "this is a web page, not Markdown"
        return Parsed(None, (finding("file-is-html", Place(path), message),))
    return Parsed(Source(path, text))


def _no_text(content: bytes) -> tuple[str, str] | None:
    """What a file is whose first bytes say that it is no UTF-8, and what to do with it."""
    if content.startswith(ZIP_START):
        return "this is a Word file or another packed file with a new name, not text", WORD_HINT
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return 'this file is saved as "Unicode" (UTF-16)', SAVE_HINT
    return None
