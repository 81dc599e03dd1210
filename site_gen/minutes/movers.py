"""Who moved and who seconded, from the phrase that says so."""

import re
from dataclasses import dataclass

from site_gen.minutes.names import is_office, is_person, parse_speaker
from site_gen.minutes.titles import PARTICLES
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_phrase, mentions
from site_gen.text.words import Words

# "Prop." and "Sec." need their capital or their stop, "proposed" and "moved" do not.
MOVE = compile_phrase(
    r"(?<![\w-])(?:(?:motion|motioned)(?:\s+(?:was\s+)?(?:made|moved|proposed))?\s+by"
    r"|(?:was|were|be|been)\s+(?:duly\s+)?(?:moved|proposed)(?:\s+by)?"
    r"|(?:moved|proposed|proposer|mover)(?:\s+by|\s*[:\-–]\s*(?:by\s+)?)?"
    r"|on\s+the\s+(?:proposal|proposition|motion)\s+of"
    r"|made\s+a\s+motion|(?:Prop|PROP)(?:\.|\s*:|\s+by|(?=\s+[A-Z]))|cynigiwyd\s+gan)(?!\w)"
)
STEMS = ("mov", "propos", "prop", "motion", "second", "sec.", "sec ", "2nd", "cynig", "eiliw")
SECOND = compile_phrase(
    r"(?<![\w-])(?:(?:was|were|be|been)\s+(?:duly\s+)?seconded(?:\s+by)?"
    r"|seconded(?:\s+by|\s*[:\-–]\s*(?:by\s+)?)?|seconder\s*:?|seconding"
    r"|(?:Sec|SEC|2nd)(?:\.|\s*:|\s+by)|eiliwyd\s+gan)(?!\w)"
)
# What ends a name that follows "by": it may hold commas and stops of its own.
NAME_STOP = compile_phrase(
    r"[;:]|(?<!\w)(?:second(?:ed|er)|sec[.:]|prop[.:]|moved|propos(?:ed|er)|that|to|was|were|it|which|resolved"
    r"|agreed|carried|who|members|the\s+following|and\s+(?:resolved|agreed|seconded|carried"
    r"|unanimously|it|that|members|was|passed))(?!\w)"
)
# Small words that may stand inside an office or a name. Any other small word ends it.
SMALL_WORDS = {"of", "for", "and", "the", "in", "on", "with", "at", "&", "an"} | PARTICLES
AFTER = compile_phrase(r"[\s,;:.)\]]*(?:and(?!\w)\s*)?")
BEFORE = re.compile(r"(?:\s+(?:then|also|formally|duly|had|has|therefore|subsequently))?\s*\Z")
LONGEST_NAME = 120
MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Movers:
    """Mover and seconder with the span of the words that name them."""

    moved_by: Speaker | None
    seconded_by: Speaker | None
    start: int  # offset of the first character of the phrase
    end: int  # offset behind the phrase and the "and" or comma after it
    rest: Words  # what follows the phrase

    @property
    def is_complete(self) -> bool:
        """Both are named."""
        return self.moved_by is not None and self.seconded_by is not None


def parse_movers(words: Words) -> Movers | None:
    """The first mover and seconder that `words` name; None when they name neither.

    Accepts "It was moved by A, seconded by B and ...", "Proposed by A; Seconded by B;", "Motion
    made by A", "Seconded by B", "moved A, seconded B", "On the proposal of A, seconded by B",
    "A moved to ... B seconded", "(Proposed Cllr A, seconded Cllr B)", "Prop. A Sec. B". Either
    may be missing. "proposed development" and other words without a name beside them are left.
    """
    if not mentions(words.text, STEMS):
        return None
    moved = _named(words, MOVE, 0)
    seconded = _named(words, SECOND, moved.end if moved is not None else 0)
    if seconded is None and moved is not None:
        seconded = _named(words, SECOND, 0)
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


def _named(words: Words, phrase: re.Pattern[str], at: int) -> _Named | None:
    """The first use of `phrase` from `at` on that has a name after or before it."""
    for match in phrase.finditer(words.text, at):
        if (after := speaker_after(words, match.end())) is not None:
            return _Named(after[0], match.start(), after[1])
        if "by" in match[0].lower().split():
            continue
        if (before := speaker_before(words, match.start())) is not None:
            return _Named(before[0], before[1], match.end())
    return None


def speaker_after(words: Words, at: int) -> tuple[Speaker, int] | None:
    """The longest name or office that stands at `at`, and the offset behind it.

    A name ends with its line, unless the line ends with a bare title: "Councillor\\nExample".
    """
    text = words.text[at : at + LONGEST_NAME + 40]
    skipped = len(text) - len(text.lstrip(" \n\t,("))
    stop = NAME_STOP.search(text, skipped)
    chunk = text[skipped : stop.start() if stop is not None else len(text)][:LONGEST_NAME]
    first_line = chunk.split("\n", 1)[0]
    for part in (first_line, chunk):
        if (printed := _longest_speaker(part)) is not None:
            start = at + skipped
            return parse_speaker(printed, *words.place(start)), start + len(printed)
    return None


def _longest_speaker(chunk: str) -> str | None:
    """The longest beginning of `chunk` that is a name or an office."""
    ends: list[int] = []
    for match in re.finditer(r"\S+", chunk):
        if match[0][0].islower() and match[0].strip(".,") not in SMALL_WORDS and ends:
            break
        ends.append(match.end())
    for end in reversed(ends[:MOST_WORDS]):
        printed = chunk[:end].rstrip(" .,;")
        if printed.count(")") > printed.count("("):
            printed = printed.rstrip(" .,;)")
        if is_person(printed) or is_office(printed):
            return printed
    return None


def speaker_before(words: Words, at: int) -> tuple[Speaker, int] | None:
    """The longest name or office that ends at `at`, and where it begins."""
    text = words.text[max(0, at - LONGEST_NAME) : at]
    tail = BEFORE.search(text)
    chunk = text[: tail.start()] if tail is not None else text
    bracket = chunk.rfind("(") if chunk.endswith(")") else -1
    bare = chunk[:bracket].rstrip() if bracket > 0 else chunk
    starts = [match.start() for match in re.finditer(r"\S+", bare)][-MOST_WORDS:]
    for start in starts:
        printed = bare[start:]
        if "," in printed or ";" in printed:
            continue
        if is_person(printed) or is_office(printed):
            begin = at - len(text) + start
            return parse_speaker(chunk[start:], *words.place(begin)), begin
    return None
