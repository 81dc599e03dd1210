"""What an import has to say about one file, and why a file is not imported."""

from enum import StrEnum

from site_gen.text.values import dataclass


class FindingKind(StrEnum):
    """How much a person has to do about a finding."""

    FOUND = "found"  # the source says it
    GUESSED = "guessed"  # worked out; a person should agree
    LEFT_OUT = "left out"  # of the source, and why
    LOOK = "needs a look"


class Confidence(StrEnum):
    """How sure a guess is."""

    HIGH = "nearly certain"
    MEDIUM = "likely"
    LOW = "unsure"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one thing."""

    kind: FindingKind
    about: str  # "date", "venue", "headings", "pictures"
    message: str
    confidence: Confidence | None = None  # exactly for guesses


class RefusalReason(StrEnum):
    """Why a file is not imported. Values are for programs; the message is for people."""

    EMPTY = "empty"
    LOCK_FILE = "lock-file"
    NO_DOCUMENT = "no-document"  # a zip, a picture, a spreadsheet
    OTHER_FORMAT = "other-format"  # could be minutes, but in a format that is not read
    PROTECTED = "protected"
    CORRUPT = "corrupt"
    TOO_LARGE = "too-large"
    UNSAFE = "unsafe"
    LISTING = "listing"
    CANCELLED = "cancelled"  # a meeting that was not held, and without a date
    NOT_MINUTES = "not-minutes"
    NO_DATE = "no-date"
    NO_BODY = "no-body"
    WORDS_CHANGED = "words-changed"


class RefusedError(Exception):
    """The source cannot be imported; `message` says in plain words what it is."""

    def __init__(self, reason: RefusalReason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


def found(about: str, message: str) -> Finding:
    """The source says it."""
    return Finding(FindingKind.FOUND, about, message)


def guessed(about: str, message: str, confidence: Confidence) -> Finding:
    """It was worked out."""
    return Finding(FindingKind.GUESSED, about, message, confidence)


def left_out(about: str, message: str) -> Finding:
    """Something of the source is not in the result."""
    return Finding(FindingKind.LEFT_OUT, about, message)


def look(about: str, message: str) -> Finding:
    """A person should look."""
    return Finding(FindingKind.LOOK, about, message)
