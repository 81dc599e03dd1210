"""Names and offices as minutes print them, to speakers."""

import re
from functools import lru_cache

from site_gen.minutes.titles import (
    COUNCIL_TIERS,
    COUNCILLOR_TITLES,
    FEMALE_TITLES,
    FORMS_OF_ADDRESS,
    ITEM_WORDS,
    LETTERS_AFTER,
    MALE_TITLES,
    NEUTRAL_TITLES,
    NOT_NAMES,
    NOT_OFFICES,
    OFFICE_NOUNS,
    OFFICE_TITLES,
    ORDINARY_WORDS,
    PARTICLES,
    VERBS,
)
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_later, compile_phrase
from site_gen.text.values import dataclass

LONGEST_SPEAKER = 200  # characters; nothing longer is a name or an office
LONGEST_NAME = 80


def _title_pattern(titles: tuple[str, ...]) -> str:
    ordered = sorted(titles, key=lambda title: (-len(title), title))
    return "|".join(re.escape(title).replace(r"\ ", r"\s+") for title in ordered)


_TIERS = "|".join(COUNCIL_TIERS)
COUNCILLOR_TITLE = rf"(?:(?:{_TIERS})\s+)?(?:{_title_pattern(COUNCILLOR_TITLES)})"
CIVIL_TITLE = _title_pattern((*MALE_TITLES, *FEMALE_TITLES, *NEUTRAL_TITLES))
OFFICE_TITLE = _title_pattern(OFFICE_TITLES)
# "Councillor", "The Mayor, Councillor", "Deputy Mayor Cllr.", "Prof. Dr."
TITLE = compile_phrase(
    rf"(?:the\s+)?(?:(?:{OFFICE_TITLE}|{COUNCILLOR_TITLE}|{CIVIL_TITLE})(?![\w'’-])[.,*]?\s*){{1,3}}(?=\S)"
)
TITLE_ALONE = compile_phrase(rf"(?:the\s+)?(?:{COUNCILLOR_TITLE}|{CIVIL_TITLE})[.]?")
SPOKEN_TITLE = compile_phrase(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor)\.?")
COUNCILLOR_START = compile_phrase(COUNCILLOR_TITLE)
COUNCILLOR_WORD = compile_phrase(rf"(?<!\w)(?:{COUNCILLOR_TITLE})(?!\w)")
MALE_WORD = compile_phrase(rf"(?<!\w)(?:{_title_pattern(MALE_TITLES)})(?!\w)")
FEMALE_WORD = compile_phrase(rf"(?<!\w)(?:{_title_pattern(FEMALE_TITLES)})(?!\w)")
CIVIL_WORD = compile_phrase(rf"(?<!\w)(?:{CIVIL_TITLE})(?!\w)")
# "Mrs Example, of Mill Lane", "Mrs Example of 2 Mill Lane, Overby", "Mrs Example, a resident":
# where somebody lives is no part of the name, and no office.
_PLACE = r"(?:the\s+)?[A-Z0-9][^,;:()]{1,60}(?:,\s+[A-Z][^,;:()]{1,30})?"
RESIDENCE = compile_later(
    r"(?:,\s+(?:(?:a\s+)?(?:local\s+)?resident\s+(?:of|from|in)|of|from|living\s+(?:in|at))\s+"
    rf"{_PLACE}|,\s+a\s+(?:local\s+)?resident|,\s+\d{{1,4}}[a-zA-Z]?\s+{_PLACE}"
    rf"|(?P<bare>\s+(?:of|from)\s+{_PLACE}))\Z"
)
OFFICE_AT_END = compile_later(rf"\s+((?:{OFFICE_TITLE}))\Z")
ARTICLE = compile_phrase(r"(?:the|an|y|yr)\s+(?=\w)")
IN_BRACKETS = re.compile(r"\(([^()]{1,120})\)")
NAME_PART = re.compile(r"[^\s,]+")
INITIAL = re.compile(r"\(?(?:[^\W\d_]\.?|(?:[^\W\d_]\.){2,4}|[A-Z]{2})\)?\Z")
WORD_OF_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’`´.-](?=[^\W\d_]))*\.?\Z")
# The end of a sentence and no abbreviation: "Example. Seconder"
INNER_STOP = re.compile(r"(?!(?:St|Mc|Jr|Sr|Wm|Jas|Thos|Chas|Geo)\.)[^\W\d_]{2,}\.\Z")
BEHIND_ITEM = {"of", "by", "from", "to", "on", "for", "the", "re", "and"}
INNER_SENTENCE = re.compile(r"[a-z]{3}\.\s")
COUNTY_LETTERS = re.compile(r"\sCC\.?\Z")
# Begins an office, never a name: "Deputy City Mayor" is nobody called City.
RANK = re.compile(r"(?:acting|assistant|associate|chief|deputy|senior|vice)\b", re.IGNORECASE)
INITIALS_ONLY = re.compile(r"[A-Z]{2,4}\Z")
INITIAL_AMONG = re.compile(r"i N i N|N N i N")
FIRST_PART = re.compile(r"([^,–—-]+)(?:,| [–—-])")
NAMED_INSIDE = re.compile(r"(?<=[\s,–-])(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s+[A-Z]")
OFFICE_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HANDLE = re.compile(r"\s*@[\w-]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A printed name taken apart. `family` and `given` are as printed, without titles."""

    title: str = ""  # "County Councillor", as printed
    given: tuple[str, ...] = ()  # names or initials
    family: str = ""


def parse_speaker(printed: str, line: int = 1, column: int = 1) -> Speaker:
    """The speaker that `printed` names, with what of it is a name and what an office.

    Accepts "Mr Example", "The Director of Housing", "Councillor Example, Chair of the Board",
    "Executive Councillor for Parks (Councillor Example)", "Example (Clerk)" and "BW". Words that
    are neither a name nor an office give a speaker with `printed` alone.
    """
    shown = _without_stop(" ".join(printed.split()).strip(" ,;:-–—*•·"))
    name, office = _name_and_office(shown)
    return Speaker(printed=shown, name=name, office=office, line=line, column=column)


def is_speaker(printed: str) -> bool:
    """Whether `printed` names a person or an office and nothing else."""
    shown = _without_stop(" ".join(printed.split()).strip(" ,;:-–—*•·"))
    return 0 < len(shown) <= LONGEST_SPEAKER and _name_and_office(shown) != (None, None)


def _without_stop(shown: str) -> str:
    """Without the full stop of its sentence: that of "Patel N." and "OBE." belongs to the name."""
    if not shown.endswith(".") or re.search(r"(?<!\w)\w\.\Z", shown):
        return shown
    return shown.rstrip(".")


@lru_cache(maxsize=4096)
def is_office(printed: str) -> bool:
    """Whether `printed` is an office: "the Director of Housing", "Mayor", "A/Senior Engineer"."""
    shown = " ".join(printed.split()).strip(" ,;:-–—.")
    if not 0 < len(shown) <= LONGEST_SPEAKER or shown[-1] in "?!":
        return False
    if _has_odd_brackets(shown):
        return False
    bare = _without_article(IN_BRACKETS.sub("", shown).strip())
    words = OFFICE_WORD.findall(bare)
    if not 0 < len(words) <= 20 or not bare[0].isupper():
        return False
    if INNER_SENTENCE.search(bare) or _is_item(words) or _has_verb(words):
        return False
    if words[0].lower() in NOT_OFFICES or not _has_office_noun(words):
        return False
    return not (is_person(bare) or _has_a_person(bare))


def _is_item(words: list[str]) -> bool:
    """ "Election of Chairman", "Chairman's Report"."""
    begins = words[0].lower() in ITEM_WORDS and words[1:2] != [] and words[1].lower() in BEHIND_ITEM
    return begins or words[-1].lower() in ITEM_WORDS


def _has_odd_brackets(bare: str) -> bool:
    """Brackets that do not close, or that hold a name: "Director (Finance)" has neither."""
    rest = IN_BRACKETS.sub("", bare)
    return (
        "(" in rest or ")" in rest or any(is_person(each[1]) for each in IN_BRACKETS.finditer(bare))
    )


def _has_a_person(bare: str) -> bool:
    """ "Councillor Example, Chair of the Board", "Joyce Example Chairman" are no office alone."""
    if (title := COUNCILLOR_START.match(bare)) is not None:
        after = bare[title.end() :].strip(" .")
        if not after or (after[0].isupper() and not _has_office_noun(OFFICE_WORD.findall(after))):
            return True  # "Councillor", "Councillor Example the dates"
    if NAMED_INSIDE.search(bare) is not None:
        return True  # "Mayor, Councillor Example"
    if _name_then_office(bare) is not None:
        return True
    first = FIRST_PART.match(bare)
    return first is not None and _is_surely_person(first[1])


@lru_cache(maxsize=4096)
def is_person(printed: str) -> bool:
    """Whether `printed` is a person's name: with a title, or capitalised words that are no others.

    "BW" and "Example" pass as well: only the roster of a meeting can tell who they are.
    """
    return _person(printed) is not None


def person_name(printed: str) -> PersonName | None:
    """`printed` taken apart as a person's name; None when it is none."""
    return _person(printed)


def is_councillors_name(printed: str) -> bool:
    """Whether a name bears a councillor's title, or the letters CC (county councillor)."""
    name = _person(printed)
    if name is None:
        return False
    return (
        COUNCILLOR_WORD.search(name.title) is not None or COUNTY_LETTERS.search(printed) is not None
    )


def split_title(printed: str) -> tuple[str, str]:
    """Title and rest: "County Councillor" and "T White". The title may be empty."""
    end = _title_end(printed)
    return printed[:end].strip(" ,.*"), printed[end:].strip()


@lru_cache(maxsize=8192)
def _person(printed: str) -> PersonName | None:
    shown = HANDLE.sub("", " ".join(printed.split())).strip(" ,;:*")
    if not 0 < len(shown) <= LONGEST_NAME or "," in shown:
        return None
    title, rest = split_title(shown)
    parts = [
        part for part in NAME_PART.findall(rest) if part.lower().strip(".") not in LETTERS_AFTER
    ]
    if not 1 <= len(parts) <= 6 or not all(_is_name_part(part) for part in parts):
        return None
    if not _is_name(title, parts) or (not title and _is_title(rest)):
        return None
    return _arranged(title, parts)


def _is_title(printed: str) -> bool:
    """A title and no name: "Mr". Of capitals alone ("DC") only the roster can tell."""
    return INITIALS_ONLY.match(printed) is None and TITLE_ALONE.fullmatch(printed) is not None


def _is_name(title: str, parts: list[str]) -> bool:
    """Whether capitalised words are somebody's name, or ordinary words, initials or an office."""
    if _is_of_ordinary_words(title, parts) or any(INNER_STOP.match(part) for part in parts[:-1]):
        return False
    if any(SPOKEN_TITLE.fullmatch(part) for part in parts[1:]):
        return False  # "Mrs. Example Mrs. Other"
    if INITIAL_AMONG.search(" ".join("i" if _is_initial(part) else "N" for part in parts)):
        return False  # "P. Example E.A. Society"
    is_titled = CIVIL_WORD.search(title) is not None and parts[0].lower() not in FORMS_OF_ADDRESS
    is_sure = _is_initial(parts[0]) or (len(parts) == 1 and is_titled)
    if not is_sure and any(part.lower().strip("().") in OFFICE_NOUNS for part in parts):
        return False
    if title or any(part[0].isupper() and not _is_initial(part) for part in parts):
        return True
    return len(parts) == 1 and INITIALS_ONLY.match(parts[0]) is not None


def _is_of_ordinary_words(title: str, parts: list[str]) -> bool:
    """ "Road", "March": also a family's name, but only behind a title, an initial or a name."""
    if title or _is_initial(parts[0]) or parts[-1].startswith("("):
        return False
    return all(part.lower() in ORDINARY_WORDS for part in parts)


def _is_name_part(part: str) -> bool:
    if INITIAL.match(part):
        return part.strip("().")[:1].isupper() or _is_particle(part)
    lowered = part.lower().rstrip(".")
    if _is_particle(part):
        return True
    return (
        WORD_OF_NAME.match(part) is not None
        and lowered not in NOT_NAMES
        and (part[0].isupper() or "'" in part[:3] or "’" in part[:3])
    )


def _is_particle(part: str) -> bool:
    """ "van" and "Mac"; of single letters only "y", "e", "o" written small, and "Ó"."""
    bare = part.rstrip(".")
    if bare in ("O’", "O'"):
        return True  # "O’ Example"
    return bare.lower() in PARTICLES and (len(bare) > 1 or bare.islower() or bare == "Ó")


def _is_initial(part: str) -> bool:
    bare = part.strip("()")
    return len(bare.replace(".", "")) == 1 or (
        INITIAL.match(part) is not None and "." in bare and bare.isupper()
    )


def _arranged(title: str, parts: list[str]) -> PersonName:
    """Given names before the family name, or one in brackets after it: "Collins (J)"."""
    if len(parts) > 1 and parts[-1].startswith("("):
        return PersonName(title, (parts[-1].strip("()"),), " ".join(parts[:-1]))
    at = len(parts) - 1
    while at > 0 and _is_particle(parts[at - 1]):
        at -= 1
    if at > 0 and len(parts) - at == 1 and _is_initial(parts[at]) and not _is_initial(parts[0]):
        return PersonName(title, (parts[at],), " ".join(parts[:at]))  # "Patel N."
    return PersonName(title, tuple(parts[:at]), " ".join(parts[at:]).rstrip("."))


def _title_end(printed: str) -> int:
    match = TITLE.match(printed)
    return match.end() if match else 0


def is_sentence(text: str) -> bool:
    """Whether `text` has a verb of minutes in it: "welcomed", "was"."""
    return _has_verb(OFFICE_WORD.findall(text[:400]))


def _is_surely_person(printed: str) -> bool:
    person = _person(printed)
    return person is not None and bool(person.title or person.given)


def _has_verb(words: list[str]) -> bool:
    return any(word in VERBS for word in words)


def _has_office_noun(words: list[str]) -> bool:
    return any(word.lower() in OFFICE_NOUNS for word in words)


@lru_cache(maxsize=8192)  # an archive prints the same names for years
def _name_and_office(shown: str) -> tuple[str | None, str | None]:
    """The name and the office in `shown`, each None when there is none."""
    if len(shown) > LONGEST_SPEAKER:
        return None, None
    bare = _without_article(shown)
    if is_person(shown):
        return HANDLE.sub("", shown), None
    if is_office(shown):
        return None, bare
    for match in reversed(list(IN_BRACKETS.finditer(shown))):
        inside, before = match[1].strip(), shown[: match.start()].strip(" ,")
        if is_person(before) and not _is_initial(inside):
            return HANDLE.sub("", before), _without_article(inside)
        if is_person(inside) and before:
            return inside, _without_article(before)
    return _parted(shown)


def _parted(shown: str) -> tuple[str | None, str | None]:
    """ "Councillor Example, Chair of the Board", "Example - Clerk", "the Mayor, Cllr Example"."""
    lives = RESIDENCE.search(shown)
    if lives is not None and _lives_there(shown[: lives.start()], is_bare=bool(lives["bare"])):
        return shown[: lives.start()], None
    for mark in (", ", " - ", " – ", " — ", "- ", " -", " –"):
        before, found, after = shown.partition(mark)
        if not found:
            continue
        after = after.lstrip(" –—-")
        if mark != ", " and ARTICLE.match(after) and not _title_end(before):
            return None, None  # "Remembrance Sunday - The Chairman": what is spoken of, and who
        if is_person(before) and is_office(after[:1].upper() + after[1:]):
            return before, _without_article(after)
        before, _, after = shown.rpartition(mark)
        if is_office(before) and is_person(after):
            return after, _without_article(before)
    return _name_then_office(shown) or (None, None)


def _lives_there(name: str, *, is_bare: bool) -> bool:
    """Whether a residence may follow: not behind "Ms Example Director" nor "Save the Trees"."""
    if not _is_surely_person(name):
        return False
    if not is_bare:
        return True
    return CIVIL_WORD.match(name) is not None and not _has_office_noun(OFFICE_WORD.findall(name))


def _name_then_office(shown: str) -> tuple[str, str] | None:
    """ "Joyce Example Chairman", "Ms. J. Example Director of Service": nothing parts the two."""
    office = OFFICE_AT_END.search(shown)
    if office is not None and _is_surely_person(shown[: office.start()]):
        return shown[: office.start()], office[1]
    if not _title_end(shown) or RANK.match(_without_article(shown)) is not None:
        return None
    for word in OFFICE_WORD.finditer(shown):
        name = shown[: word.start()].rstrip()
        if word[0].lower() in OFFICE_NOUNS and word[0][0].isupper() and _is_surely_person(name):
            return name, shown[word.start() :]
    return None


def _without_article(shown: str) -> str:
    return ARTICLE.sub("", shown, count=1) if ARTICLE.match(shown) else shown
