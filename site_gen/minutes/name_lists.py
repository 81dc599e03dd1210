"""Lists of names, as attendance and votes print them, to speakers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from site_gen.minutes.names import (
    TITLE,
    is_office,
    is_person,
    is_speaker,
    parse_speaker,
    split_title,
)
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_later, compile_phrase
from site_gen.text.values import replace
from site_gen.text.words import Words

# One title for several names: "Councillors A, B and C".
SHARED_TITLES = {
    "councillors": "Councillor", "councilors": "Councilor", "cllrs": "Cllr", "cmhlrs": "Cmhlr",
    "commissioners": "Commissioner", "trustees": "Trustee", "aldermen": "Alderman",
    "messrs": "Mr", "members": "", "councilmembers": "Councilmember", "cynghorwyr": "Cynghorydd",
    "council members": "Council Member", "comhairleoirí": "Comhairleoir", "drs": "Dr",
}  # fmt: skip
SHARED_TITLE = compile_phrase(
    rf"(?:the\s+)?(?:(?:county|borough|district|city|town|parish)\s+)?"
    rf"(?P<title>{'|'.join(SHARED_TITLES)})(?!\w)[.:]?\s+"
)
BETWEEN_NAMES = compile_phrase(
    rf"(?:[\s,;&.]|(?<!\w)(?:and|agus|both|the)(?!\w)|(?:{'|'.join(SHARED_TITLES)})(?!\w))*"
)
# Between entries. A full stop parts them only before a title or behind a bracket.
SEPARATOR = compile_later(
    r"""
      \s{0,5}[,;]\s*
    | (?<=\))\.(?=\s)\s*
    | (?<=\))\s+(?=[A-Z])
    | (?<=[a-z]{2})(?<!llr)(?<!Mrs)(?<!rof)\.\s+
      (?=(?:[A-Z][a-z]+\s+)?(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b)
    | \s{0,5}(?<!\w)(?:and|And|AND|agus|&|a)(?!\w)\s*
    | [ \t]{0,5}\n\s*
    """,
    re.VERBOSE,
)
# What any of them may begin with is asked first: few characters of a name do.
BOUNDARY = compile_later(rf"(?=[()\s,;.&aA])(?:[()]|{SEPARATOR.pattern})", re.VERBOSE)
# "8 members of the public", "together with 2 reporters": people, but nobody's name.
UNNAMED = compile_phrase(
    r"(?:\(?(?:together\s+with|along\s+with|also|plus|approximately|about|over|\d{1,4}|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|several|no)\b)[^,;\n]{0,60}"
)
# What follows the last name of a list.
COMPANY = compile_later(
    r"(?:,\s{0,5})?\b(?:together\s+with|along\s+with|as\s+well\s+as)\b.{0,200}\Z", re.DOTALL
)
# "Director, Housing (Mr. K. Example)": such a list may break its lines anywhere.
BRACKETED = re.compile(r"\(\s*(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b")
TRAILING = compile_phrase(
    r"\s(?:(?:was|were)\s+(?:all\s+)?(?:present|in\s+attendance|absent)|attended|present)\b.{0,40}\Z",
    re.DOTALL,
)
# The stop of an initial or a title, not of a sentence.
SHORT_STOP = re.compile(r"(?:(?<!\w)\w|Cllr|Cmhlr|Mrs?|Ms|Dr|Prof)\.\Z")
LONGEST_LINE = 200  # characters
LONGEST_LIST = 20_000  # characters


def split_names(words: Words) -> tuple[Speaker, ...]:
    """The people and offices of a list, in order, each with its place.

    Accepts "Councillors A, B, C (J) and D", "Mrs T Mann (Vice-Chair), Mr J Preston", "Director,
    Housing (Mr. K. Example), Town Clerk (Ms. C. Example)", "President Rob Example and Jan Power".
    A shared title goes to each: the name of "B" is "Councillor B". Numbers of unnamed people and
    words that name nobody are left out.
    """
    speakers = (listed_speaker(entry, title) for entry, title in titled_entries(words))
    return tuple(speaker for speaker in speakers if speaker.name or speaker.office)


def titled_entries(words: Words) -> tuple[tuple[Words, str], ...]:
    """The entries of a list, each with the title that it shares with others, or "".

    Numbers of unnamed people are left out; other words stay, whoever they name.
    """
    text = TRAILING.sub("", words.text[:LONGEST_LIST])
    found, shared = [], ""
    for first, last in _entries(text):
        title, start, end = _taken_apart(text[first:last])
        shared = shared if title is None else title
        if start < end:
            found.append((words.cut(first + start, first + end), shared))
    return tuple(found)


@lru_cache(maxsize=4096)  # lists print the same people for years
def _taken_apart(part: str) -> tuple[str | None, int, int]:
    """The title that an entry begins to share, and where its own words start and end.

    Both are the same where it names nobody.
    """
    shared, start, end = None, 0, len(part)
    if (title := SHARED_TITLE.match(part)) is not None:
        shared, start = SHARED_TITLES[" ".join(title["title"].lower().split())], title.end()
    if (company := COMPANY.search(part[start:])) is not None:
        end = start + company.start()
    own = part[start:end]
    return shared, start, end if own.strip() and not is_unnamed(own) else start


def are_all_named(printed: str, speakers: tuple[Speaker, ...]) -> bool:
    """Whether `printed` is a list of these names and nothing else."""
    for speaker in speakers:
        printed = printed.replace(speaker.printed, "", 1)
    return bool(speakers) and BETWEEN_NAMES.fullmatch(printed) is not None


def is_unnamed(printed: str) -> bool:
    """Whether `printed` counts people and names none: "8 members of the public"."""
    return UNNAMED.fullmatch(printed.strip(" .")) is not None


def listed_speaker(entry: Words, title: str) -> Speaker:
    """The speaker of an entry, with the title that its list shares before a name without one."""
    speaker = parse_speaker(entry.text, *entry.place(0))
    if not title or speaker.office is not None or split_title(speaker.printed)[0]:
        return speaker
    name = f"{title} {speaker.name or speaker.printed}"
    return replace(speaker, name=name) if is_person(name) else speaker


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
    if is_person(first) and (" " in first.strip() or TITLE.match(first)):
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
    may_wrap = BRACKETED.search(text) is not None
    start, depth = 0, 0
    for match in BOUNDARY.finditer(text):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and not (match[0].isspace() and _is_wrapped(text, match, may_wrap)):
            if text[start : match.start()].strip():
                yield _trimmed(text, start, match.start())
            start = match.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _is_wrapped(text: str, line_end: re.Match[str], may_wrap: bool) -> bool:
    """Whether an entry goes on behind the end of its line."""
    line = text[max(0, line_end.start() - LONGEST_LINE) : line_end.start()].rpartition("\n")[2]
    if line.endswith((")", ",", ";")) or (line.endswith(".") and not SHORT_STOP.search(line)):
        return False
    if may_wrap:
        return True
    before = re.split(r"[,;]", line)[-1]
    after = re.split(r"[,;\n]", text[line_end.end() : line_end.end() + LONGEST_LINE], maxsplit=1)[0]
    if "," in line:
        return TITLE.match(after) is None and not is_unnamed(after)
    return not (is_speaker(before) and is_speaker(after))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
