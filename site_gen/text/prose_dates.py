"""Dates in prose, as minutes print them."""

import datetime as dt
import re
from collections.abc import Iterator
from enum import StrEnum

from site_gen.text.dates import PartialDate
from site_gen.text.month_names import MONTH_NAMES, WEEKDAY_NAMES
from site_gen.text.patterns import compile_later
from site_gen.text.values import dataclass

# Emphasis marks count as space, because they break dates up: "19TH** **FEBRUARY,".
GAP = r"[\s*_\u00a0]{1,12}"
LOOSE = r"[\s*_\u00a0]{0,12}"
# "th" and its kin, in three languages and as scanners misread it: "13™ DECEMBER", "7\" DECEMBER".
ORDINAL = r"(?:st|nd|rd|th|ú|fed|eg|ain|ydd|af|il|[^\w\s,.;:()/-]{1,2}[thd]{0,2})"
FIRST_YEAR, LAST_YEAR = 1600, 2199
# Two digits of a year: the POSIX rule for %y, 69 to 99 are 1969 to 1999.
PIVOT = 69


def _alternatives(names: dict[str, int]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(
        re.escape(name).replace(r"\-", GAP).replace(r"\ ", GAP) for name in longest_first
    )


MONTH = rf"(?:{_alternatives(MONTH_NAMES)})"
# Behind no word and no stroke. That is asked behind the first digit: a search for one is quick.
NUMBER = re.compile(r"\d(?<![\w/].)\d*")
# Behind a number that no word, digit or stroke stands before.
DAY_FIRST = compile_later(
    rf"""
      (?P<year_iso>\d{{4}})-(?P<month_iso>\d{{2}})-(?P<day_iso>\d{{2}})(?![\d-])
    | (?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)
      (?P<year_numeric>\d{{4}}|\d\d)(?![\d/]|[.-]\d)
    | (?P<day>\d{{1,3}}){LOOSE}{ORDINAL}?
      (?:(?:{LOOSE}[-–—&]{LOOSE}|{GAP}(?:to|and|agus|a){GAP})(?P<last_day>\d{{1,2}}){LOOSE}{ORDINAL}?)?
      (?:{GAP}day)?(?:{GAP}(?:of|o))?[,.]?{LOOSE}(?P<month>{MONTH})(?![^\W_])[.]?,?
      (?:(?:{GAP}|,){{1,4}}(?P<year>\d{{4,7}})(?![\d]|[,.]\d))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Before a number of four digits or more, which is the year.
MONTH_FIRST = compile_later(
    rf"""
    (?<!\w)(?P<month>{MONTH})(?![^\W_])[.]?
    (?:
      {GAP}(?P<day>\d{{1,2}}){LOOSE}{ORDINAL}?
      (?:{LOOSE}(?:[-–—&]|to|and){LOOSE}(?P<last_day>\d{{1,2}}){LOOSE}{ORDINAL}?)?
    )?
    (?:{GAP}|,){{1,4}}\Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "by 25 March 2021", as most dates of prose: a day that every month has, and a year that can be if
# there is one, behind a word that ends no weekday and begins no range.
BEFORE_SURE_DATES = (
    "by", "on", "of", "from", "until", "since", "before", "after", "ar", "erbyn", "roimh",
)  # fmt: skip
_BEHIND_ONE = "|".join(rf"(?<=\b{word} .)" for word in BEFORE_SURE_DATES)
SURE_DATE = compile_later(
    rf"[1-9](?<=[a-z] .)(?:{_BEHIND_ONE})(?:(?<=1)\d|(?<=2)[0-8])?(?:st|nd|rd|th)?"
    rf" (?i:{MONTH})(?![^\W_])"
    r"(?: (?:1[6-9]|20)\d\d(?!\d|[,.]\d)|(?![\s*_\u00a0,.]*\d))"
)
# What may stand behind the day of a date, and before its year: words, by how they begin or end.
WORD_BEHIND = re.compile(
    rf"{LOOSE}(?:[^\w\s,.;:()/-]{{1,2}}{LOOSE})?[,.]?{LOOSE}(?P<word>[^\W\d_]+)"
)
LAST_WORD = re.compile(r"([^\W\d_]{1,2})\.?\Z")
NUMBER_BEHIND = re.compile(rf"{GAP}\d")
RANGE_WORDS = frozenset({"to", "and", "agus", "a"})
ORDINALS = ("st", "nd", "rd", "th", "ú", "fed", "eg", "ain", "ydd", "af", "il")
MISREAD = "thd"  # letters of an ordinal behind a sign: "7\"h"
WRITTEN_ON = "oú"  # "o" and "ú" may be written together with the month
DATE_STARTS = frozenset(word[:3] for word in (*MONTH_NAMES, "day"))
DATE_STARTS |= {word[:2] for word in ORDINALS}
DATE_ENDS = frozenset(word[at:] for word in (*MONTH_NAMES, *ORDINALS) for at in (-1, -2))
DATE_ENDS |= {first + second for first in MISREAD for second in MISREAD}
LONGEST_MONTH_AND_DAY = 70  # characters before a year
WEEKDAY_BEFORE = compile_later(
    rf"(?<!\w)(?P<name>{_alternatives(WEEKDAY_NAMES)})\b[.]?,?"
    rf"{LOOSE}(?:the|an|yr|y)?,?{LOOSE}\Z",
    re.IGNORECASE,
)
LONGEST_WEEKDAY = 50  # characters before a date in which its weekday stands
WORD = re.compile(r"[^\W\d_]+")
WEEKDAY_ENDS = frozenset(WORD.findall(name)[-1] for name in WEEKDAY_NAMES)  # the last words


class DateProblem(StrEnum):
    """Why printed words that look like a date give none."""

    IMPOSSIBLE = "impossible"  # "31st April 2018", "16th October 12019"
    NO_YEAR = "no year"  # "Thursday 13th July"; only when asked for


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date where prose prints it. `date` is None exactly when `problem` is not."""

    start: int  # offset of its first character, the weekday included
    end: int  # offset behind its last character
    printed: str
    date: PartialDate | None
    problem: DateProblem | None = None
    weekday: int | None = None  # as printed; Monday is 0
    day_and_month: tuple[int, int] | None = None  # with DateProblem.NO_YEAR

    @property
    def has_wrong_weekday(self) -> bool:
        """The printed weekday is not the weekday of the date."""
        day = self.date.day_date if self.date is not None else None
        return day is not None and self.weekday is not None and day.weekday() != self.weekday


def find_dates(
    text: str, *, month_first: bool = False, with_yearless: bool = False
) -> tuple[FoundDate, ...]:
    """Every date in `text`, in order; months and years without a day are partial dates.

    Accepts "2024-03-12", "12th March 2024", "Monday, 11th December 2017", "March 12, 2024",
    "19TH** **FEBRUARY,\\n2018", "12/03/2024" and "March 2024", in English, Irish and Welsh.
    Numbers alone are day first unless `month_first`, or unless only month first is possible
    ("03/15/2018"). What cannot be a day is given with `DateProblem.IMPOSSIBLE`, never mended.
    Days without a year are left out unless `with_yearless`.
    """
    return tuple(_found(text, month_first=month_first, with_yearless=with_yearless))


def without_sure_dates(text: str) -> str:
    """`text` without its commonest dates that exist and bear no weekday: there is no wrong in them.

    A quick look at the rest tells most paragraphs in which no date can be wrong.
    """
    return SURE_DATE.sub("", text)


def _found(text: str, *, month_first: bool, with_yearless: bool) -> Iterator[FoundDate]:
    end = 0
    for number in NUMBER.finditer(text):
        at = number.start()
        if at < end:
            continue
        is_year = number.end() - at >= 4
        match = DAY_FIRST.match(text, at) if _may_begin_date(text, at, number.end()) else None
        if match is not None:
            found = tuple(_read_day_first(text, match, month_first))
        elif is_year and _may_end_date(text, at):
            found = tuple(_read_month_first(text, at, number.end(), end))
        else:
            continue
        for date in found:
            end = max(end, date.end)
            if date.problem is not DateProblem.NO_YEAR or with_yearless:
                yield date


def _may_begin_date(text: str, at: int, end: int) -> bool:
    """Whether `DAY_FIRST` is worth trying at a number; most numbers of minutes are no dates."""
    behind = text[end : end + 1]
    if end - at > 3:
        return end - at == 4 and behind == "-"
    match = WORD_BEHIND.match(text, end)
    if match is not None:
        word = match["word"].lower()
        if word in RANGE_WORDS:
            return NUMBER_BEHIND.match(text, match.end()) is not None
        if word[0] in MISREAD and text[end : match.start("word")].strip():
            return True
        return word[:3] in DATE_STARTS or word[:2] in DATE_STARTS or word[0] in WRITTEN_ON
    if behind in "/.":
        return text[end + 1 : end + 2].isdigit()
    return behind not in ",:;()"


def _may_end_date(text: str, at: int) -> bool:
    """Whether `MONTH_FIRST` is worth a search before a year."""
    before = text[max(0, at - LONGEST_MONTH_AND_DAY) : at]
    bare = before.rstrip(" \t\n\r\f\v\u00a0*_,")
    if len(bare) == len(before):
        return before[-1:].isspace()  # by a space of another kind
    word = LAST_WORD.search(bare)
    return word is None or word[1].lower() in DATE_ENDS


def _read_day_first(text: str, match: re.Match[str], month_first: bool) -> Iterator[FoundDate]:
    start, weekday = _weekday_before(text, match.start())
    year, month, day = _numbers(match, month_first)
    printed = text[start : match.end()]
    if year is None:
        plain = (day, month)
        yield FoundDate(start, match.end(), printed, None, DateProblem.NO_YEAR, weekday, plain)
        return
    is_short = match["year_numeric"] is not None and len(match["year_numeric"]) == 2
    if is_short and _possible(year, month, day) is None:
        return  # "0.10.34" is no date
    for each in (day, *([int(match["last_day"])] if match["last_day"] else [])):
        yield _dated(start, match.end(), printed, (year, month, each), weekday)
        weekday = None  # it was the first day's


def _read_month_first(text: str, at: int, end: int, before: int) -> Iterator[FoundDate]:
    window = text[max(before, at - LONGEST_MONTH_AND_DAY) : at]
    match = MONTH_FIRST.search(window)
    if match is None or (match["day"] is None and match["month"].islower()):
        return  # "which may 2018"
    offset = at - len(window)
    start, weekday = _weekday_before(text, offset + match.start())
    year, month, printed = int(text[at:end][:7]), _month_number(match["month"]), text[start:end]
    days = [int(match[name]) for name in ("day", "last_day") if match[name] is not None]
    if not days:
        yield _dated(start, end, printed, (year, month, None), weekday)
    for day in days:
        yield _dated(start, end, printed, (year, month, day), weekday)
        weekday = None


def _dated(
    start: int, end: int, printed: str, numbers: tuple[int, int, int | None], weekday: int | None
) -> FoundDate:
    date = _possible(*numbers)
    problem = None if date is not None else DateProblem.IMPOSSIBLE
    return FoundDate(start, end, printed, date, problem, weekday)


def _numbers(match: re.Match[str], month_first: bool) -> tuple[int | None, int, int]:
    """Year (None when not printed), month and day."""
    if match["year_iso"] is not None:
        return int(match["year_iso"]), int(match["month_iso"]), int(match["day_iso"])
    if match["first"] is not None:
        first, second = int(match["first"]), int(match["second"])
        is_month_first = second > 12 >= first or (month_first and first <= 12)
        month, day = (first, second) if is_month_first else (second, first)
        return _whole_year(match["year_numeric"]), month, day
    year = int(match["year"]) if match["year"] is not None else None
    return year, _month_number(match["month"]), int(match["day"])


def _whole_year(digits: str) -> int:
    if len(digits) != 2:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= PIVOT else 2000)


def _month_number(printed: str) -> int:
    return MONTH_NAMES[re.sub(GAP, "-", printed.lower())]


def _possible(year: int, month: int, day: int | None) -> PartialDate | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        dt.date(year, month, day if day is not None else 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def _weekday_before(text: str, at: int) -> tuple[int, int | None]:
    """Where the date's weekday begins and which it is; `at` and None when there is none."""
    before = text[max(0, at - LONGEST_WEEKDAY) : at]
    last_words = WORD.findall(before.casefold())[-2:]  # an article may stand behind it
    if WEEKDAY_ENDS.isdisjoint(last_words):
        return at, None
    match = WEEKDAY_BEFORE.search(before)
    if match is None:
        return at, None
    name = " ".join(match["name"].lower().replace("*", " ").replace("_", " ").split())
    return at - len(before) + match.start(), WEEKDAY_NAMES[name]
