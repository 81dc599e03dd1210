"""What an item's heading says: numbers, title, state."""

import re
from functools import lru_cache

from site_gen.model.meetings import ItemState
from site_gen.text.patterns import compile_later, mentions
from site_gen.text.values import dataclass

# "11", "2.1", "5(a)", "62.1", "PLA146/14", "204/19", "(139)", "B4", "(b)"
LETTERS = r"(?:[ivxl]{1,5}|[a-z]{1,2})"  # "(iv)", "(b)", "(aa)"; not "(West)"
CODE = r"[A-Z]{1,5}[ ./-]?\d{1,4}/\d{2,4}|\d{1,4}/\d{2,4}"
DOTTED = r"\d{1,3}(?:\.\d|\s*\Z)"  # "v0.10.37" is no item's number with a title behind it
NUMBER = rf"{CODE}|\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}(?:\s?\({LETTERS}\)){{0,2}}[a-z]?|[A-Z]\d{{1,3}}"
HEADING = compile_later(
    rf"""
    \s*(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?|minute\s+(?:no\.?\s*)?)?
    (?:
      [*_]{{0,3}}(?P<number>{NUMBER})\s*(?P<mark>(?:\.(?!{DOTTED})|[):–—-]){{1,2}}|(?=\s))[\s.–—*_-]*
    | \((?P<minute>\d{{1,4}})\)[\s.:–—-]*
    | (?P<part>\({LETTERS}\))[\s.:–—-]*
    )?
    (?P<title>.*)\Z
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
MINUTE_BEHIND = compile_later(
    rf"\s*[(\[]\s*(?:minute\s*(?:no\.?|number)?\s*)?(?P<minute>{CODE}|\d{{1,4}}(?:\.\d{{1,3}})?"
    r"(?:\([a-z]\))?)\s*[)\]]\s*\Z",
    re.IGNORECASE,
)
NAMED_MINUTE = re.compile(r"[(\[]\s*minute", re.IGNORECASE)
PART = compile_later(
    r"\s*(?P<part>part\s+(?:[a-z]|[ivx]{1,4}|\d{1,2}|one|two|three))"
    r"(?=\s*(?:\Z|[-–—:.(]|items?\b|agenda\b|business\b|public\b|private\b|exempt\b|open\b|closed\b))",
    re.IGNORECASE,
)
STATES = {
    "deferred": ItemState.DEFERRED,
    "withdrawn": ItemState.WITHDRAWN,
    "not reached": ItemState.NOT_REACHED,
    "not taken": ItemState.NOT_REACHED,
    "taken in private": ItemState.PRIVATE,
    "in private": ItemState.PRIVATE,
    "private": ItemState.PRIVATE,
}
STATE_ENDS = ("deferred", "withdrawn", "reached", "taken", "private")
STATE_BEHIND = compile_later(
    rf"\s*(?:[(\[]\s*(?P<inside>(?:item\s+)?(?:{'|'.join(STATES)}))\s*[)\]]|[-–—:]\s*"
    rf"(?P<behind>(?:item\s+)?(?:{'|'.join(STATES)})))\s*\.?\s*\Z",
    re.IGNORECASE,
)
ROUTINE = compile_later(
    r"(?:\W*)(?:apolog|declarations?\s+of|disclosures?\s+of|(?:confirmation|adoption|approval)\s+of\s+"
    r"(?:the\s+)?minutes|minutes\s*(?:\Z|of\s|from\s)|matters\s+arising|(?:date|time)\s+of\s+(?:the\s+)?next|"
    r"next\s+meeting|adjourn|present\b|attendance|welcome|call\s+to\s+order|roll\s+call|quorum|"
    r"(?:any\s+)?other\s+(?:urgent\s+)?business|chair'?s?\s+announcements|membership|substitut|"
    r"evacuation|exclusion\s+of\s+(?:the\s+)?(?:press|public)|close\s+of\s+meeting)",
    re.IGNORECASE,
)

# Phrases that make of a heading the words that announce a record.
ANNOUNCING = ("question", "supplementary", "motion", "petition", "deputation", "statement")


@dataclass(frozen=True, slots=True)
class ItemTitle:
    """A heading taken apart; every word of it is in one of these."""

    title: str
    number: str | None = None
    minute: str | None = None
    part: str = ""  # "Part B"
    state: ItemState | None = None

    @property
    def is_routine(self) -> bool:
        """An item of every meeting: apologies, declarations, the last minutes."""
        return ROUTINE.match(self.title) is not None


# Council after council prints the same headings, and several readers ask for each.
@lru_cache(maxsize=2048)
def parse_item_title(text: str, *, has_number: bool = False) -> ItemTitle:
    """The numbers, title and state of a heading.

    Accepts "11. Title (minute 42)", "Item 7: Title", "62.1 Title", "(139) Title", "PLA146/14
    Title", "5(a)", "(b) Title", "Part B", "Title (deferred)". The state stays in the title. With
    `has_number`, for a title under its number, no number is looked for before it.
    """
    shown = " ".join(text.split())
    if not has_number and (part := PART.match(shown)) is not None:
        return ItemTitle(shown, part=" ".join(part["part"].split()).capitalize())
    match = HEADING.match(shown)
    if match is None:  # the last group takes anything
        return ItemTitle(shown)
    number, title = match["number"] or match["part"], match["title"].strip()
    minute = match["minute"]
    is_whole = number is not None and "." in number  # "8.1.2 (2.1) Title" has a number all the same
    if has_number or title[:1].islower() or (title.startswith("(") and not is_whole):
        number, minute, title = None, None, shown
    if number and not match["mark"] and not _is_number_alone(match, title):
        number, title = None, shown
    if not title and not (number or minute):
        title = shown
    behind = MINUTE_BEHIND.search(title) if title.rstrip().endswith((")", "]")) else None
    if behind is not None and minute is None and _is_minute(behind, title):
        minute, title = behind["minute"], title[: behind.start()].strip()
    if number is not None and minute is None and re.fullmatch(CODE, number):
        number, minute = None, number
    return ItemTitle(title.strip(), number, minute, state=_state(title))


def _is_number_alone(match: re.Match[str], title: str) -> bool:
    """Whether a number without a full stop is one: "66 APOLOGIES" but not "2018 Budget"."""
    number = match["number"] or ""
    if match["part"] or not title or "." in number or "/" in number or "(" in number:
        return True
    return len(number) <= 3 and title[:1].isupper()


def _is_minute(match: re.Match[str], title: str) -> bool:
    """ "(42)" at the end of a title is a minute number, but "(2019)" is a year."""
    if NAMED_MINUTE.search(title, match.start()) is not None:
        return True
    minute = match["minute"]
    return not (minute.isdigit() and len(minute) == 4)


def _state(title: str) -> ItemState | None:
    match = STATE_BEHIND.search(title) if mentions(title, STATE_ENDS) else None
    if match is None:
        return None
    words = " ".join((match["inside"] or match["behind"]).lower().split())
    return STATES[words.removeprefix("item ")]
