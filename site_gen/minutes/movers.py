"""Who moved and who seconded, from the phrase that says so."""

import re

from site_gen.minutes.neighbours import speaker_after, speaker_before
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_phrase, mentions
from site_gen.text.values import dataclass
from site_gen.text.words import Words

STEMS = (
    "mov",
    "propos",
    "prop",
    "motion",
    "second",
    "sec.",
    "sec ",
    "2nd",
    "nominat",
    "cynig",
    "eiliw",
    "mholadh",
    "molta",
    "chuidiú",
    "tacaithe",
)
# Three ways: `by` has the name behind it, `bare` on either side, `passive` alone has none.
# "proposed as correct by", "proposed for adoption by"
_AS = r"(?:\s+(?:as|for)\s+(?:\w+\s+){0,3}\w+)?"
_PASSIVE = r"(?:was|were|is|be|been|being)\s+(?:duly\s+|then\s+)?"
MOVE = compile_phrase(
    rf"(?<!\w)(?<!\w-)(?:(?P<by>(?:motion(?:ed)?\s+)?(?:{_PASSIVE})?(?:made|moved|proposed|nominated){_AS}"
    rf"\s+by\s*:?|(?:moved|proposed|proposer|mover){_AS}\s*[:–-](?:\s*by)?|proposer|motion\s+by"
    r"|on\s+the\s+(?:proposal|proposition|motion)\s+of|(?-i:Prop|PROP)(?:\.|\s*:|\s+by)"
    rf"|cynigiwyd\s+gan|(?:arna\s+)?mholadh\s+ag|molta\s+ag)|(?P<passive>{_PASSIVE}(?:moved|proposed|nominated))"
    r"|(?P<bare>moved|proposed|nominated|(?:made|put\s+forward)\s+a\s+(?:motion|proposal)"
    r"|(?-i:Prop|PROP)))(?!\w)"
)
SECOND = compile_phrase(
    rf"(?<!\w)(?<!\w-)(?:(?P<by>(?:{_PASSIVE})?second(?:ed)?\s+by\s*:?|seconded\s*[:–-](?:\s*by)?"
    r"|seconder\s*[:–-]?|(?-i:Sec|SEC|2nd)(?:\.|\s*:|\s+by)|eiliwyd\s+gan"
    r"|(?:arna\s+)?chuidiú\s+ag|tacaithe\s+ag)"
    rf"|(?P<passive>{_PASSIVE}seconded)|(?P<bare>seconded|seconding|(?-i:Sec|SEC|2nd)))(?!\w)"
)
ARTICLE_BEFORE = compile_phrase(
    r"(?<!\w)(?:the|a|an|this|these|any|such|its|their|his|her|of)\s+\Z"
)
LONGEST_ARTICLE = 10  # characters in which one stands
AFTER = compile_phrase(r"[\s,;:.)\]]*(?:and(?!\w)\s*)?")


@dataclass(frozen=True, slots=True)
class Movers:
    """Mover and seconder with the span of the words that name them."""

    moved_by: Speaker | None
    seconded_by: Speaker | None
    start: int  # offset of the first character of the phrase
    end: int  # offset behind the phrase and the "and" or comma after it
    rest: Words  # what follows the phrase


def parse_movers(words: Words) -> Movers | None:
    """The first mover and seconder that `words` name; None when they name neither.

    Accepts "It was moved by A, seconded by B and ...", "Proposed by A; Seconded by B;", "Motion
    made by A", "Seconded by B", "moved A, seconded B", "On the proposal of A, seconded by B",
    "A moved to ... B seconded", "A put forward a motion, seconded by B", "(Proposed Cllr A,
    seconded Cllr B)", "Prop. A Sec. B". Either may be missing. "proposed development" and other
    words without a name beside them are left.
    """
    if not mentions(words.text, STEMS):
        return None
    moved = _named(words, MOVE, 0, is_before=True)
    is_before = moved is None or moved.is_before
    seconded = _named(words, SECOND, moved.end if moved is not None else 0, is_before=is_before)
    if seconded is None and moved is not None:
        seconded = _named(words, SECOND, 0, is_before=is_before)
    found = [each for each in (moved, seconded) if each is not None]
    if not found:
        return None
    end = max(each.end for each in found)
    if (after := AFTER.match(words.text, end)) is not None:
        end = after.end()
    return Movers(
        moved.speaker if moved is not None else None,
        seconded.speaker if seconded is not None else None,
        min(each.start for each in found),
        end,
        words.cut(end),
    )


@dataclass(frozen=True, slots=True)
class _Named:
    speaker: Speaker
    start: int
    end: int
    is_before: bool  # the name stands before its verb: "A moved"


def _named(words: Words, phrase: re.Pattern[str], at: int, *, is_before: bool) -> _Named | None:
    """The first use of `phrase` from `at` on that has a name beside it.

    `is_before` says where to look first. Who wrote "moved A" also writes "seconded B".
    """
    for match in phrase.finditer(words.text, at):
        before = words.text[max(0, match.start() - LONGEST_ARTICLE) : match.start()]
        if match["bare"] is not None and ARTICLE_BEFORE.search(before):
            continue  # "the proposed Fashion Event"
        if match["passive"] is not None:
            continue  # "A was proposed": for an office, by somebody else
        if match[0].lower() in ("2nd", "sec") and not at:
            continue  # "the 2nd meeting": it seconds only what somebody moved
        sides = [_after(words, match)]
        if match["bare"] is not None:
            sides.insert(0 if is_before else 1, _before(words, match))
        if (found := next(filter(None, sides), None)) is not None:
            return found
    return None


def _after(words: Words, match: re.Match[str]) -> _Named | None:
    found = speaker_after(words, match.end())
    return _Named(found[0], match.start(), found[1], is_before=False) if found else None


def _before(words: Words, match: re.Match[str]) -> _Named | None:
    found = speaker_before(words, match.start())
    return _Named(found[0], found[1], match.end(), is_before=True) if found else None
