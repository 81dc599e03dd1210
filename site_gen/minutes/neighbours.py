"""The name or office that stands right before or behind a word."""

import re
from collections.abc import Iterable

from site_gen.minutes.names import is_office, is_person, parse_speaker, person_name
from site_gen.minutes.titles import OFFICE_NOUNS, PARTICLES
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_phrase
from site_gen.text.words import Words

# What ends a name that follows "by": it may hold commas and stops of its own.
NAME_STOP = compile_phrase(
    r"[;:]|(?<!\w)(?:second(?:ed|er)|sec[.:]|prop[.:]|moved|propos(?:ed|er)|that|to|was|were|it|which"
    r"|resolved|agreed|carried|who|members|the\s+following|and\s+(?:resolved|agreed|seconded|carried"
    r"|unanimously|it|that|members|was|passed))(?!\w)"
)
# Small words that may stand inside an office or a name. Any other small word ends it.
SMALL_WORDS = {"of", "for", "and", "the", "in", "on", "with", "at", "&", "an"} | PARTICLES
ARTICLE = re.compile(r"(?:an|y|yr)\s+(?=[^\W\d_a-z])")  # of Irish and Welsh
ADVERBS = re.compile(r"(?:\s+(?:then|also|formally|duly|had|has|therefore|subsequently))?\s*\Z")
LONGEST_NAME = 120
MOST_WORDS = 14


def speaker_after(words: Words, at: int) -> tuple[Speaker, int] | None:
    """The longest name or office that begins at `at`, and the offset behind it.

    A name ends with its line, unless the line ends with a bare title: "Councillor\\nExample".
    """
    text = words.text[at : at + LONGEST_NAME + 40]
    skipped = len(text) - len(text.lstrip(" \n\t,("))
    if (article := ARTICLE.match(text, skipped)) is not None:
        skipped = article.end()
    stop = NAME_STOP.search(text, skipped)
    chunk = text[skipped : stop.start() if stop is not None else len(text)][:LONGEST_NAME]
    for part in (chunk.split("\n", 1)[0], chunk):
        if (printed := _best(_beginnings(part))) is not None:
            start = at + skipped
            return parse_speaker(printed, *words.place(start)), start + len(printed)
    return None


def speaker_before(words: Words, at: int) -> tuple[Speaker, int] | None:
    """The longest name or office that ends at `at`, and where it begins."""
    text = words.text[max(0, at - LONGEST_NAME) : at]
    tail = ADVERBS.search(text)
    chunk = text[: tail.start()] if tail is not None else text
    bracket = chunk.rfind("(") if chunk.endswith(")") else -1
    bare = chunk[:bracket].rstrip() if bracket > 0 else chunk
    ends = [bare[match.start() :] for match in re.finditer(r"[^\s,;:–-]\S*", bare)][-MOST_WORDS:]
    printed = _best(each for each in ends if not any(mark in each for mark in ",;:"))
    if printed is None:
        return None
    start = len(bare) - len(printed)
    begin = at - len(text) + start
    return parse_speaker(chunk[start:], *words.place(begin)), begin


def _beginnings(chunk: str) -> list[str]:
    """The beginnings of `chunk` that may be a name, the longest first."""
    ends: list[int] = []
    for match in re.finditer(r"\S+", chunk):
        if match[0][0].islower() and match[0].strip(".,") not in SMALL_WORDS and ends:
            break
        ends.append(match.end())
    return [_without_stop(chunk[:end]) for end in reversed(ends[:MOST_WORDS])]


def _without_stop(printed: str) -> str:
    printed = printed.rstrip(" .,;–-")
    return printed.rstrip(" .,;)") if printed.count(")") > printed.count("(") else printed


def _best(longest_first: Iterable[str]) -> str | None:
    """A person before an office, the longest of each; a bare word only when no office has it."""
    candidates = list(longest_first)
    people = [printed for printed in candidates if is_person(printed)]
    office = next((printed for printed in candidates if _is_plain_office(printed)), None)
    sure = next((printed for printed in people if not _is_bare(printed)), None)
    return sure or office or (people[0] if people else None)


def _is_bare(printed: str) -> bool:
    name = person_name(printed)
    return name is not None and not name.title and not name.given


def _is_plain_office(printed: str) -> bool:
    """An office whose small words all belong to offices: no "BG remaining as representative"."""
    small = (word for word in printed.split() if word[0].islower())
    return is_office(printed) and all(
        word in SMALL_WORDS or word in OFFICE_NOUNS or word in ("chief", "people") for word in small
    )
