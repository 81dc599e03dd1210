"""Which committee minutes belong to: a name in the text, told from other words."""

import re
from collections.abc import Iterable, Mapping

from site_gen.text.slugs import slugify

BODY_WORD = re.compile(
    r"(?<!\w)(?:council|committee|sub-?committee|commission|cabinet|executive|board|panel|forum|district"
    r"|assembly|authority|association|trust|group|meeting of the parish|parish|team|partnership"
    r"|selectmen|commissioners|trustees|governors|supervisors|directors|corporation|company|society"
    r"|TSC|CTC|TC|SPC|JPC|PC|TC|PCC|AGM|pwyllgor|cyngor|coiste|comhairle|port|schools?)(?!\w)",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"(?:(?:the|a|an|of|of the|proceedings|record|at|minutes|draft|latest|last|meeting|held"
    r"|[‘']?in committee[’']?"
    r"|annual|special|monthly|ordinary|extraordinary|quarterly|adjourned|regular"
    r"|\d{1,3}(?:st|nd|rd|th))\s+)+",
    re.IGNORECASE,
)
KINDS_WITHIN = re.compile(
    r"(?<=\w)\s+(?:annual|special|extraordinary|ordinary|monthly|regular)(?=\s+\w)",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"(?:the\s+)?(?:council|committee|board|group|parish council|parish|pc|meeting|district"
    r"|association|team|panel|forum)\Z",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"(?<!\w)(?:was|were|is|are|be|been|has|have|had|will|would|that|which|their|his|her|attended|signed"
    r"|said|at which|to which)(?!\w)",
    re.IGNORECASE,
)
LONGEST = 110  # characters
SMALL_WORDS = frozenset({"and", "of", "the", "for", "in", "on", "at", "to", "with", "&"})


def clean_body_name(printed: str) -> str:
    """The name of a committee as a register would have it; "" for words that name none.

    "PROCEEDINGS AT MUNICIPAL DISTRICT OF EXAMPLE" gives "Municipal District of Example",
    "Example PC" gives "Example Parish Council".
    """
    name = " ".join(printed.split()).strip(" ,.;:-–—*_#()[]\"'")
    leading = LEADING.match(name)
    if leading is not None:
        name = name[leading.end() :]
    name = KINDS_WITHIN.sub("", name)
    name = re.sub(r"(?<=\w)\sPC\Z", " Parish Council", name)
    if len(name) > LONGEST or BODY_WORD.search(name) is None:
        return ""
    if NO_NAME.match(name) is not None or SENTENCE.search(name) is not None:
        return ""
    return _cased(name)


def _cased(name: str) -> str:
    """Capitals throughout become capitals at the start of words; other names stay as they are."""
    letters = [character for character in name if character.isalpha()]
    if sum(character.isupper() for character in letters) < len(letters) * 0.8 or len(letters) < 8:
        return name[:1].upper() + name[1:]
    words = []
    for at, word in enumerate(name.split()):
        lowered = word.lower()
        words.append(lowered if at and lowered in SMALL_WORDS else _capitalised(word))
    return " ".join(words)


def _capitalised(word: str) -> str:
    """ "ADARE-RATHKEALE" to "Adare-Rathkeale"; short forms such as "SPC" stay."""
    if word in ("SPC", "JPC", "TSC", "CTC", "TC", "AGM", "PCC", "EGM"):
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda match: match[0].capitalize(), word.lower())


def body_id(name: str, bodies: Mapping[str, str]) -> str:
    """The id of the committee with this name or id: one that is known, else the name as a slug.

    `bodies` has the known names in small letters, with their ids.
    """
    key = " ".join(name.lower().split())
    if key in bodies:
        return bodies[key]
    slug = slugify(name.replace("&", " and "))
    ids = set(bodies.values())
    if slug in ids:
        return slug
    by_slug = {slugify(known): identifier for known, identifier in bodies.items()}
    return by_slug.get(slug, slug)


def first_body_name(candidates: Iterable[str]) -> str:
    """The first of the candidates that names a committee; "" when none does."""
    return next(filter(None, map(clean_body_name, candidates)), "")
