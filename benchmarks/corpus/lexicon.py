"""30,000 words: some hundreds that councils use, and invented ones that can be pronounced."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from benchmarks.corpus.draws import Draws, Zipf
from benchmarks.corpus.word_lists import listed

VOCABULARY = 30_000
NOUNS, VERBS, ADJECTIVES = 18_000, 5_000, 7_000
PAIRS = 12_000
# The offset flattens the head of the law: small words ("the", "of") stand in the sentence
# patterns, so the commonest noun is not drawn for every tenth word.
OFFSET = 40.0

ONSETS = (*"bcdfghlmnprstvw" * 3, "br", "cl", "dr", "fl", "gr", "pl", "st", "tr")
VOWELS = (*"aaaeeeiioou", "ai", "ea", "ou")
CODAS = ("",) * 8 + tuple("lmnrst")
JOINS = (*"lmnrst", "nd", "rd", "st")
NOUN_ENDINGS = ("", "", "", "", "", "er", "ment", "ion", "ness", "ity", "age", "ance")
VERB_ENDINGS = ("ate", "ise", "end", "ort", "ure", "ify", "ect", "ald")
ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ic", "ent", "able", "ary", "ish")


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing, alone or with a word before it."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A regular verb."""

    plain: str
    past: str
    going: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word that a sentence may be filled with, the commonest first."""

    nouns: Zipf[Noun]
    pairs: Zipf[Noun]  # "housing budget", "affordable site": these recur
    verbs: Zipf[Verb]
    adjectives: Zipf[str]


def build_lexicon(draws: Draws) -> Lexicon:
    """The vocabulary: 18,000 nouns, 5,000 verbs and 7,000 adjectives, and pairs made of them."""
    taken: set[str] = set()
    verbs = _filled(listed("verbs"), VERBS, _invented(draws, VERB_ENDINGS), taken)
    adjectives = _filled(
        listed("adjectives"), ADJECTIVES, _invented(draws, ADJECTIVE_ENDINGS), taken
    )
    singular = _filled(listed("nouns"), NOUNS, _invented(draws, NOUN_ENDINGS), taken)
    nouns = Zipf([_noun(word) for word in singular], offset=OFFSET)
    described = Zipf(adjectives, offset=OFFSET)
    return Lexicon(
        nouns=nouns,
        pairs=Zipf(list(islice(_pairs(draws, nouns, described), PAIRS)), offset=OFFSET),
        verbs=Zipf([_verb(word) for word in verbs], offset=OFFSET),
        adjectives=described,
    )


def real_words() -> list[str]:
    """The council words that were written by hand, without their plurals."""
    return [
        word.split("/")[0] for part in ("nouns", "verbs", "adjectives") for word in listed(part)
    ]


def _filled(real: Sequence[str], count: int, invented: Iterator[str], taken: set[str]) -> list[str]:
    """Real words first; invented ones follow, each of them once in the whole vocabulary."""
    words = [word for word in real if word not in taken]
    taken.update(words)
    for word in invented:
        if len(words) == count:
            break
        if word not in taken:
            taken.add(word)
            words.append(word)
    return words


def _invented(draws: Draws, endings: tuple[str, ...]) -> Iterator[str]:
    while True:
        word = draws.pick(ONSETS) + draws.pick(VOWELS) + draws.pick(CODAS)
        if draws.chance(0.65):
            word += draws.pick(ONSETS) + draws.pick(VOWELS)
        if word[-1] in "aeiou":  # "lomai" + "ment" needs a consonant to be read: "lomainment"
            word += draws.pick(JOINS)
        word += draws.pick(endings)
        if not any(part in word for part in listed("unwanted")):
            yield word


def _pairs(draws: Draws, nouns: Zipf[Noun], adjectives: Zipf[str]) -> Iterator[Noun]:
    seen: set[str] = set()
    while True:
        noun = nouns.draw(draws)
        first = nouns.draw(draws).one if draws.chance(0.5) else adjectives.draw(draws)
        pair = Noun(f"{first} {noun.one}", f"{first} {noun.many}")
        if first != noun.one and pair.one not in seen:
            seen.add(pair.one)
            yield pair


def _noun(entry: str) -> Noun:
    one, _, many = entry.partition("/")
    return Noun(one, many or _plural(one))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _verb(plain: str) -> Verb:
    if plain.endswith("y") and plain[-2] not in "aeiou":
        return Verb(plain, plain[:-1] + "ied", plain + "ing")
    if plain.endswith("e"):
        return Verb(plain, plain + "d", plain[:-1] + "ing")
    return Verb(plain, plain + "ed", plain + "ing")
