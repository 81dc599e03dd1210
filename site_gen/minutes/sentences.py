"""Where sentences begin in running text."""

import re
from collections.abc import Iterator

BOUNDARY = re.compile(r"[.!?][\"”’)*_]{0,4}\s+(?=[\"“‘'(*_]{0,4}[A-Z£€$])|\n(?=[A-Z])")
# A full stop after one of these ends no sentence.
ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘*_./-])(?:[A-Z]|Mrs?|Ms|Messrs|Dr|Prof|Revd?|Hon|Rt|St|Cllrs?|Clr|Cmhlrs?|Coun|Ald|Sgt|Supt|Insp|"
    r"Capt|Col|Lt|Sr|Jr|No|Nos|Ref|Para|Paras|Sec|Art|Dept|Gov|Ltd|Co|Inc|Prop|approx|e\.g|i\.e|viz|etc)\.\s+\Z"
)
FULL_LINE = 60  # characters of a line that was broken because it was full
LINE_ENDS = (".", ":", ";", "!", "?", '"', "”", ")")
BEFORE = 12  # characters that may hold an abbreviation


def sentence_starts(text: str, at: int = 0) -> Iterator[int]:
    """Offsets of the sentences of `text` after its first. Initials and "Cllr." end none.

    With `at` only those whose predecessor ends behind it.
    """
    for match in BOUNDARY.finditer(text, at):
        end = match.end()
        if match[0] == "\n" and _is_wrapped(text, match.start()):
            continue
        if ABBREVIATION.search(text[max(0, end - BEFORE) : end]) is None:
            yield end


def _is_wrapped(text: str, line_end: int) -> bool:
    """Whether a line ends only because it was full: its sentence goes on in the next."""
    line = text[max(0, text.rfind("\n", 0, line_end) + 1) : line_end].rstrip()
    return len(line) >= FULL_LINE and not line.endswith(LINE_ENDS)


def sentence_end(text: str, at: int) -> int:
    """Where the sentence ends that holds the character at `at`; the next one begins there."""
    return next(sentence_starts(text, max(at - 1, 0)), len(text))
