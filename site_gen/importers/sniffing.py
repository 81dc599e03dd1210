"""What a file is, by its name and its first bytes, and what it is not."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from site_gen.importers.findings import RefusalReason, RefusedError

MOST_BYTES = 64_000_000
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Microsoft's older container
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
HTML_TAG = re.compile(rb"<(?:p|div|table|span|h[1-6]|ul|ol)[\s>]", re.IGNORECASE)
OTHERS = (
    (b"%PDF-", "a PDF", "copy its text into a text file, or convert it to Word"),
    (b"{\\rtf", "a rich text (RTF) file", "save it as Word (.docx)"),
    (b"\x89PNG", "a picture (PNG)", ""),
    (b"\xff\xd8\xff", "a picture (JPEG)", ""),
    (b"GIF8", "a picture (GIF)", ""),
    (b"II*\x00", "a picture (TIFF)", ""),
    (b"RIFF", "a picture, sound or film", ""),
    (b"\x1f\x8b", "a compressed (gzip) file", "unpack it first"),
    (b"7z\xbc\xaf", "a compressed (7z) file", "unpack it first"),
    (b"Rar!", "a compressed (rar) file", "unpack it first"),
    (b"ID3", "a sound file", ""),
    (b"SQLite format 3", "a database", ""),
    (b"From ", "a mailbox", ""),
)
PICTURES_AND_SOUND = ("a picture", "a sound", "a compressed", "a database")
MAIL_HEADER = re.compile(rb"(?:Received|Return-Path|Message-ID|MIME-Version): ", re.IGNORECASE)
HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".aspx"})
MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown"})
# Text that programs read, and that has no minutes in it whatever its words.
DATA_NAMES = frozenset(
    {".json", ".jsonl", ".csv", ".tsv", ".xml", ".xsd", ".yaml", ".yml", ".toml", ".ini", ".css",
     ".js", ".mjs", ".ts", ".py", ".sh", ".sql", ".ics", ".log", ".svg", ".rss", ".vcf", ".eml"}
)  # fmt: skip
UTF16 = (b"\xff\xfe", b"\xfe\xff")


class SourceKind(StrEnum):
    """What can be read."""

    WORD = "word"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


def sniff(name: str, content: bytes) -> SourceKind:
    """Which kind of source the file is. Raises RefusedError that says what it is instead."""
    file = PurePosixPath(name).name
    suffix = PurePosixPath(file).suffix.lower()
    if file.startswith("~$"):
        message = "this is the lock file that Word keeps while a document is open, not a document"
        raise RefusedError(RefusalReason.LOCK_FILE, message)
    if not content.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c\x00"):
        raise RefusedError(RefusalReason.EMPTY, "this file is empty")
    if len(content) > MOST_BYTES:
        message = f"this file has {len(content):,} bytes; at most {MOST_BYTES:,} are read"
        raise RefusedError(RefusalReason.TOO_LARGE, message)
    if content.startswith((ZIP, EMPTY_ZIP)):
        return SourceKind.WORD
    if suffix in (".docx", ".docm", ".dotx") and not content.startswith(COMPOUND):
        message = "its name says Word, but it is no Word file: it is damaged or was renamed"
        raise RefusedError(RefusalReason.CORRUPT, message)
    _refuse_others(content)
    if suffix in DATA_NAMES:
        message = f"this is a file of data or settings ({suffix}), not a document"
        raise RefusedError(RefusalReason.NO_DOCUMENT, message)
    if suffix in HTML_NAMES or HTML_START.match(content):
        return SourceKind.HTML
    if suffix == ".doc" and HTML_TAG.search(content[:20_000]):  # a page saved as if by Word
        return SourceKind.HTML
    return SourceKind.MARKDOWN if suffix in MARKDOWN_NAMES else SourceKind.TEXT


def _refuse_others(content: bytes) -> None:
    if content.startswith(COMPOUND):
        raise _compound(content)
    for start, what, remedy in OTHERS:
        if content.startswith(start):
            is_hopeless = what.startswith(PICTURES_AND_SOUND)
            reason = RefusalReason.NO_DOCUMENT if is_hopeless else RefusalReason.OTHER_FORMAT
            advice = f"; {remedy}" if remedy else ""
            raise RefusedError(reason, f"this is {what}, which is not read{advice}")
    if MAIL_HEADER.match(content):
        message = "this is an e-mail; save what is attached to it, or copy its text"
        raise RefusedError(RefusalReason.OTHER_FORMAT, message)


def _compound(content: bytes) -> RefusedError:
    """A container that older Office, and password protection, use (MS-CFB)."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        message = "this file is protected by a password; save it without one"
        return RefusedError(RefusalReason.PROTECTED, message)
    if "WordDocument".encode("utf-16-le") in content:
        message = "this is a Word file of the old form (.doc); save it as .docx"
        return RefusedError(RefusalReason.OTHER_FORMAT, message)
    message = "this is a file of older Office or of Outlook, not a Word file (.docx)"
    return RefusedError(RefusalReason.OTHER_FORMAT, message)


def decode_text(content: bytes) -> tuple[str, str]:
    """The text of a file and the encoding it was read with.

    UTF-8 is tried first, then UTF-16 where the file says so, then Windows-1252, which old council
    files are. Raises RefusedError for what is no text.
    """
    if content.startswith(UTF16):
        try:
            return content.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError:
            pass
    if b"\x00" in content:
        raise RefusedError(RefusalReason.NO_DOCUMENT, "this is no text: it holds binary data")
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    text = content.decode("cp1252", errors="replace")
    odd = sum(1 for character in text if character == "\ufffd" or _is_control(character))
    if odd * 100 > len(text):
        raise RefusedError(RefusalReason.NO_DOCUMENT, "this is no text: it holds binary data")
    return text, "Windows-1252"


def _is_control(character: str) -> bool:
    return character < " " and character not in "\t\n\r\x0b\x0c"
