"""Where the keywords of site.yaml stand in a meeting."""

import re
from collections.abc import Iterator
from functools import lru_cache

from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.prose import Passage
from site_gen.model.records import Decision, Record
from site_gen.text.values import dataclass

EXCERPT = 240  # characters shown of the words around a keyword
BEFORE = 60  # of them before it
APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class Mention:
    """The first place in an item that has a keyword."""

    item: AgendaItem
    address: str  # of the record, decision or item that has it
    excerpt: str  # the words around it, on one line


@dataclass(frozen=True, slots=True)
class Keyword:
    """Words to look for."""

    pattern: re.Pattern[str]
    longest: str  # its longest run of letters and digits, in lower case

    def find(self, text: str) -> int | None:
        """The offset of its first place in `text`; None when it is not there."""
        # Cheaper than the pattern, and nearly always the answer.
        if self.longest not in text.lower():
            return None
        match = self.pattern.search(text)
        return match.start() if match is not None else None


def find_mentions(meeting: Meeting, words: str) -> Iterator[Mention]:
    """One mention for each item that has the keyword in its title or words, in order.

    Whole words, in any case, with any white space or apostrophe between: "children's services".
    """
    keyword = _keyword(words)
    for item in meeting.items:
        mention = _mention(item, keyword)
        if mention is not None:
            yield mention


@lru_cache(maxsize=256)
def _keyword(words: str) -> Keyword:
    parts = [APOSTROPHE.sub("['’]", re.escape(word)) for word in words.split()]
    pattern = r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)"
    runs: list[str] = re.findall(r"[^\W_]+", words.lower())
    return Keyword(re.compile(pattern, re.IGNORECASE), max(runs, key=len, default=""))


def _mention(item: AgendaItem, keyword: Keyword) -> Mention | None:
    if keyword.find(item.title) is not None:
        first = next((record.prose.text for record in item.records if record.prose.text), "")
        return Mention(item, item.address, _excerpt(first, 0))
    for address, text in _texts(item.address, item):
        if (at := keyword.find(text)) is not None:
            return Mention(item, address, _excerpt(text, at))
    return None


def _texts(address: str, holder: AgendaItem | Decision) -> Iterator[tuple[str, str]]:
    for part in holder.flow:
        if isinstance(part, Decision):
            yield from _texts(part.address, part)
        elif isinstance(part, Record):
            yield part.address, part.prose.text
        elif isinstance(part, Passage):
            yield address, part.prose.text


def _excerpt(text: str, at: int) -> str:
    """Words around offset `at`, cut between words, with an ellipsis where something is left out."""
    start = max(0, at - BEFORE)
    if start:
        start = text.find(" ", start, at) + 1 or at
    end = start + EXCERPT
    if end < len(text):
        end = max(text.rfind(" ", start, end), at + 1)
    words = " ".join(text[start:end].split())
    return ("… " if start else "") + words + (" …" if end < len(text) else "")
