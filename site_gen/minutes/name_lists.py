"""Lists of names, as attendance and votes print them, to speakers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from site_gen.minutes.names import (
    TITLE,
    is_office,
    is_person,
    is_speaker,
    parse_speaker,
    split_title,
)
from site_gen.model.people import Speaker
from site_gen.text.words import Words

# One title for several names: "Councillors A, B and C".
SHARED_TITLES = {
    "councillors": "Councillor", "councilors": "Councilor", "cllrs": "Cllr", "cmhlrs": "Cmhlr",
    "commissioners": "Commissioner", "trustees": "Trustee", "aldermen": "Alderman",
    "messrs": "Mr", "members": "", "councilmembers": "Councilmember", "cynghorwyr": "Cynghorydd",
    "council members": "Council Member", "comhairleoirí": "Comhairleoir", "drs": "Dr",
}  # fmt: skip
SHARED_TITLE = re.compile(
    rf"(?:the\s+)?(?:(?:county|borough|district|city|town|parish)\s+)?"
    rf"(?P<title>{'|'.join(SHARED_TITLES)})(?!\w)[.:]?\s+",
    re.IGNORECASE,
)
SEPARATOR = re.compile(
    r"\s*(?:[,;]|(?<=\))\.(?=\s)|(?<=\))\s+(?=[A-Z])"
    r"|(?<=[a-z]{2})(?<!llr)(?<!Mrs)(?<!rof)\.\s+(?=(?:[A-Z][a-z]+\s+)?(?:C(?:ll|oun)|Mr|Ms|Miss|Dr)[a-z]*\b)"
    r"|(?<![\w])(?:and|And|AND|agus|&|a)(?![\w]))\s*|\s*\n\s*"
)
# "8 members of the public", "together with 2 reporters": people, but nobody's name.
UNNAMED = re.compile(
    r"(?:\(?(?:together\s+with|along\s+with|also|plus|approximately|about|over|\d{1,4}|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|several|no)\b)[^,;\n]{0,60}",
    re.IGNORECASE,
)
# What follows the last name of a list.
COMPANY = re.compile(
    r"\s*(?:,\s*)?\b(?:together\s+with|along\s+with|as\s+well\s+as)\b.{0,200}\Z", re.DOTALL
)
# "Director, Housing (Mr. K. Example)": such a list may break its lines anywhere.
BRACKETED = re.compile(r"\(\s*(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b")
TRAILING = re.compile(
    r"\s+(?:(?:was|were)\s+(?:all\s+)?(?:present|in\s+attendance|absent)|attended|present)\b.{0,40}\Z",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_LIST = 20_000  # characters


def split_names(words: Words) -> tuple[Speaker, ...]:
    """The people and offices of a list, in order, each with its place.

    Accepts "Councillors A, B, C (J) and D", "Mrs T Mann (Vice-Chair), Mr J Preston", "Director,
    Housing (Mr. K. Example), Town Clerk (Ms. C. Example)", "President Rob Example and Jan Power".
    A shared title goes to each: the name of "B" is "Councillor B". Numbers of unnamed people and
    words that name nobody are left out.
    """
    speakers = []
    for entry, title in titled_entries(words):
        speaker = parse_speaker(entry.text, *entry.place(0))
        if speaker.name is not None or speaker.office is not None:
            speakers.append(with_title(speaker, title))
    return tuple(speakers)


def titled_entries(words: Words) -> tuple[tuple[Words, str], ...]:
    """The entries of a list, each with the title that it shares with others, or "".

    Numbers of unnamed people are left out; other words stay, whoever they name.
    """
    text = TRAILING.sub("", words.text[:LONGEST_LIST])
    found, shared = [], ""
    for first, last in _entries(text):
        start, end = first, last
        part = text[start:end]
        title = SHARED_TITLE.match(part)
        if title is not None:
            shared = SHARED_TITLES[" ".join(title["title"].lower().split())]
            part = part[title.end() :]
        start = end - len(part)
        if (company := COMPANY.search(part)) is not None:
            end = start + company.start()
        if words.text[start:end].strip() and not is_unnamed(words.text[start:end]):
            found.append((words.cut(start, end), shared))
    return tuple(found)


def is_unnamed(printed: str) -> bool:
    """Whether `printed` counts people and names none: "8 members of the public"."""
    return UNNAMED.fullmatch(printed.strip(" .")) is not None


def with_title(speaker: Speaker, shared: str) -> Speaker:
    """The speaker with the title of the list before a name that has none of its own."""
    if not shared or speaker.name is None or split_title(speaker.name)[0]:
        return speaker
    return replace(speaker, name=f"{shared} {speaker.name}")


def _entries(text: str) -> Iterator[tuple[int, int]]:
    """Spans of single entries. Commas inside an office or in brackets part nothing."""
    start = at = 0
    spans = list(_parts(text))
    while at < len(spans):
        last = _office_end(text, spans, at)
        start = spans[at][0]
        yield start, spans[last][1]
        at = last + 1


def _office_end(text: str, spans: list[tuple[int, int]], at: int) -> int:
    """Index of the part that ends the entry begun at `at`.

    An office with commas goes on to the name in brackets: "Director, Housing (Mr. K. Example)".
    """
    first = text[spans[at][0] : spans[at][1]]
    if is_person(first) and (TITLE.match(first) or " " in first.strip()):
        after = text[spans[at][0] : spans[at + 1][1]] if at + 1 < len(spans) else ""
        following = text[spans[at + 1][0] : spans[at + 1][1]] if after else ""
        # "Roxie Example, Port Manager" is one entry.
        return at + 1 if following and "," in after and is_office(following) else at
    if SHARED_TITLE.match(first) or "(" in first:
        return at
    for last in range(at + 1, min(at + 8, len(spans))):
        part = text[spans[last][0] : spans[last][1]]
        if "(" in part and is_office(text[spans[at][0] : spans[last][0] + part.index("(")].strip()):
            return last
        if is_person(part) and TITLE.match(part):
            return at
    return at


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Spans between separators that stand outside brackets, without white space, none empty."""
    start, depth, at = 0, 0, 0
    for match in re.finditer(r"[()]|" + SEPARATOR.pattern, text):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and not (match[0].isspace() and _is_wrapped(text, match)):
            at = match.start()
            if text[start:at].strip():
                yield _trimmed(text, start, at)
            start = match.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _is_wrapped(text: str, line_end: re.Match[str]) -> bool:
    """Whether an entry goes on behind the end of its line."""
    if text[line_end.start() - 1] in ").,;":
        return False
    if BRACKETED.search(text) is not None:
        return True
    before = re.split(r"[,;\n]", text[: line_end.start()])[-1]
    after = re.split(r"[,;\n]", text[line_end.end() :], maxsplit=1)[0]
    if "," in text[: line_end.start()].rpartition("\n")[2]:
        return TITLE.match(after) is None and not is_unnamed(after)
    return not (is_speaker(before) and is_speaker(after))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
