"""What a person typed to what is looked for, twin of `static/js/search/query.js`.

Nothing typed is an error: what is no phrase, no `-word`, no `prefix*` and no filter is text.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from site_gen.search.stemmer import stem
from site_gen.search.words import STOP_WORDS, Compound, compounds, words
from site_gen.text.patterns import compile_later
from site_gen.text.values import dataclass, field

LONGEST_QUERY = 500  # characters; what follows is not read
MOST_UNITS = 30  # things looked for; the browser has one bit for each
SYNONYM_BOOST = 0.5
_OPTIONAL = """
how what does do did where when why who whom whose can could should would will am i me my about any
please tell
"""
OPTIONAL = frozenset(_OPTIONAL.split())
TYPES = {
    "question": ("question",),
    "follow-up": ("supplementary",),
    "answer": ("response",),
    "reply": ("response",),
    "replie": ("response",),
    "decision": ("resolution", "recommendation"),
    "point": ("comment",),
    "petition": ("representation",),
    "promise": ("undertaking",),
}
_KINDS = """
question supplementary response comment representation motion resolution recommendation undertaking
action discussion document
"""
KINDS = frozenset(_KINDS.split())
RESPONSES = {
    "recorded": "recorded",
    "yes": "recorded",
    "to-follow": "to-follow",
    "follow": "to-follow",
    "none": "none",
    "no": "none",
}
_TOKEN = compile_later(
    r"(?P<sign>-?)(?:(?P<key>[a-z]+):(?:[\"“”](?P<long>[^\"“”]+)[\"“”]|(?P<short>[^\s\"“”]+))"
    r"|[\"“”](?P<phrase>[^\"“”]*)[\"“”]|(?P<word>[^\s\"“”]+)|[\"“”])",
    re.IGNORECASE,
)
_STARRED = re.compile(r"(.*[^*])\*+")
_DATE = re.compile("[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Alternative:
    """Terms that must all be there; with `places` as a phrase; or any word with a beginning."""

    terms: tuple[str, ...]
    boost: float = 1.0
    places: tuple[int, ...] = ()
    spelled: str = ""  # of a phrase: all its words as stems between spaces
    is_exact: bool = False  # the text must have it spelled so, for it has stop words
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One thing looked for, in any of several ways; a firm one must be there."""

    alternatives: tuple[Alternative, ...]
    is_firm: bool


@dataclass(slots=True)
class Filters:
    """What a thread must be, whatever its words."""

    type: list[str] = field(default_factory=list)  # kinds of pieces
    committee: list[str] = field(default_factory=list)
    person: list[str] = field(default_factory=list)
    response: list[str] = field(default_factory=list)
    since: str = ""
    until: str = ""

    def __bool__(self) -> bool:
        lists = (self.type, self.committee, self.person, self.response)
        return any(lists) or bool(self.since or self.until)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, what must not be there, and the filters."""

    groups: tuple[Group, ...]
    prohibited: tuple[Alternative, ...]
    filters: Filters


def parse_query(text: str, glossary: Iterable[Sequence[str]] = ()) -> Query:
    """The query that `text` says; pairs of `glossary`, as `glossary_terms` has them, find each
    other.
    """
    filters = Filters()
    groups: list[Group] = []
    prohibited: list[Alternative] = []
    plain: list[str] = []
    before = 0
    for match in _TOKEN.finditer(text[:LONGEST_QUERY]):
        # A minus right after a quotation mark is a hyphen.
        is_out = match["sign"] == "-" and (match.start() == 0 or match.start() > before)
        before = match.end()
        value = match["long"] or match["short"]
        if match["key"] and not is_out and _add_filter(filters, match["key"].lower(), value):
            continue
        if match["phrase"] is not None:
            phrase = _phrase(match["phrase"])
            if phrase and is_out:
                prohibited.append(phrase)
            elif phrase:
                groups.append(Group((phrase,), is_firm=True))
            continue
        written = match["word"] or (f"{match['key']}:{value}" if match["key"] else "")
        prefix = _prefix(written)
        if is_out:
            prohibited += [prefix] if prefix else _alternatives_of_text(written)
        elif prefix:
            groups.append(Group((prefix,), is_firm=False))
        else:
            plain.append(match["sign"] + written)
    groups += _plain_groups(plain, glossary)
    fits = _Limit(MOST_UNITS)
    return Query(
        tuple(group for group in groups if fits(group.alternatives)),
        tuple(alternative for alternative in prohibited if fits((alternative,))),
        filters,
    )


def spelled_out(text: str) -> str:
    """All words of `text`, stop words too, as stems between spaces: exact phrases stand in it."""
    every = [word for one in compounds(text) for word in (*one.parts, *one.wholes)]
    return f" {' '.join(map(stem, every))} "


class _Limit:
    """Says of each group whether there is room for it beside those before."""

    def __init__(self, most: int) -> None:
        self._left = most

    def __call__(self, alternatives: Sequence[Alternative]) -> bool:
        self._left -= sum(max(1, len(one.terms)) for one in alternatives)
        return self._left >= 0


def _add_filter(filters: Filters, key: str, value: str) -> bool:
    """Whether `key` and `value` are a filter, which then is added."""
    plain = value.lower().strip()
    add: dict[str, Callable[[str], Sequence[str]]] = {
        "type": _kinds_called,
        "response": lambda one: [RESPONSES[one]] if one in RESPONSES else [],
        "committee": lambda one: [one],
        "person": lambda one: [one],
    }
    if key in add:
        found = add[key](plain)
        chosen: list[str] = getattr(filters, key)
        chosen += [one for one in found if one not in chosen]
        return bool(found)
    if key not in {"from", "to", "year"} or not _DATE.fullmatch(plain):
        return False
    if key != "to":
        filters.since = plain
    if key != "from":
        filters.until = plain
    return True


def _kinds_called(name: str) -> Sequence[str]:
    single = name.removesuffix("s")
    kinds = TYPES.get(single, (single,))
    return kinds if kinds[0] in KINDS else ()


def _prefix(written: str) -> Alternative | None:
    starred = _STARRED.fullmatch(written)
    found = compounds(starred[1]) if starred else []
    if len(found) != 1:
        return None
    start = (found[0].wholes or found[0].parts)[0]
    return Alternative((), prefix=start) if len(start) > 1 else None


def _phrase(phrase: str) -> Alternative | None:
    """A phrase as its terms and their distances; one word is no phrase but must be there."""
    every = words(phrase)
    placed = [(place, stem(word)) for place, word in enumerate(every) if word][:MOST_UNITS]
    if not placed:
        return None
    terms = tuple(term for _, term in placed)
    places = tuple(place - placed[0][0] for place, _ in placed) if len(terms) > 1 else ()
    is_exact = "" in every
    spelled = spelled_out(phrase) if is_exact or places else ""
    return Alternative(terms, places=places, spelled=spelled, is_exact=is_exact)


def _alternatives_of_text(written: str) -> list[Alternative]:
    return [one for compound in compounds(written) for one in _alternatives(compound)]


def _alternatives(compound: Compound) -> list[Alternative]:
    kept = tuple(stem(part) for part in compound.parts if part not in STOP_WORDS)
    wholes = [Alternative((stem(whole),)) for whole in compound.wholes]
    return [Alternative(kept), *wholes] if kept else wholes


def _plain_groups(plain: Iterable[str], glossary: Iterable[Sequence[str]]) -> list[Group]:
    """The words outside quotation marks, each with what means the same.

    Question words and single letters count only when there is nothing else.
    """
    every = [compound for written in plain for compound in compounds(written)]
    every = [compound for compound in every if _alternatives(compound)]
    telling = [compound for compound in every if not _is_optional(compound)]
    chosen = telling or every
    synonyms = _synonyms(glossary)
    longest = max((len(key.split(" ")) for key in synonyms), default=1)
    groups: dict[tuple[Alternative, ...], Group] = {}
    at = 0
    while at < len(chosen):
        length = min(longest, len(chosen) - at)
        while length > 1 and _key(chosen[at : at + length]) not in synonyms:
            length -= 1
        taken = chosen[at : at + length]
        at += length
        together = tuple(term for one in taken for term in _alternatives(one)[0].terms)
        own = _alternatives(taken[0]) if length == 1 else [Alternative(together)]
        same = [Alternative(terms, SYNONYM_BOOST) for terms in synonyms.get(_key(taken), ())]
        alternatives = (*own, *same)
        groups.setdefault(alternatives, Group(alternatives, is_firm=False))
    return list(groups.values())


def _is_optional(compound: Compound) -> bool:
    return not compound.wholes and all(
        part in OPTIONAL or (len(part) == 1 and part.isalpha()) for part in compound.parts
    )


def _key(taken: Sequence[Compound]) -> str:
    return " ".join(" ".join(_alternatives(one)[0].terms) for one in taken)


def _synonyms(glossary: Iterable[Sequence[str]]) -> dict[str, list[tuple[str, ...]]]:
    """What means the same as some terms: each pair of the glossary, both ways."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for one, other in glossary:
        found.setdefault(one, []).append(tuple(other.split(" ")))
        found.setdefault(other, []).append(tuple(one.split(" ")))
    return found


def glossary_terms(glossary: Iterable[Sequence[str]]) -> list[list[str]]:
    """Each pair of a glossary as terms with spaces between, which is how queries take them.

    A pair of which nothing is indexed is left out.
    """
    pairs = [[" ".join(_terms_of_text(text)) for text in pair] for pair in glossary]
    return [pair for pair in pairs if all(pair)]


def _terms_of_text(text: str) -> list[str]:
    return [term for each in _alternatives_of_text(text) for term in each.terms]
