"""Text to the words that are searched for: the one normaliser, twin of `static/js/search/words.js`.

Whatever is indexed and whatever is typed goes through here, so that a search finds what a person
means: case, accents, typographic marks and possessives do not matter; *well-being*, *wellbeing*
and *well being* meet; references and sums (*22/01234/FUL*, *£2.6m*) stay whole and are found by
their parts too. `docs/search.md` lists the rules with examples.

The letters are listed here and not asked of the language, because Python and a browser carry
different versions of Unicode.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from site_gen.text.patterns import compile_later
from site_gen.text.values import dataclass

# Nobody searches for these, and together they are two fifths of all words. "no", "not", "who",
# "may", "will" and "own" are not among them: they say what was decided.
_STOP_WORDS = """
a an and are as at be been but by for from had has have he her his in into is it its of on or our
she so such that the their them then there these they this to was we were which with you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
LONGEST_WORD = 60  # of a longer one the beginning is kept: it is a web address or no word at all
LONGEST_WHOLE = 40  # a longer compound is found by its parts only

_LETTERS = (
    r"0-9a-z\u00df-\u00f6\u00f8-\u02af"
    r"\u0370-\u037d\u037f-\u0386\u0388-\u0559\u0560-\u0588"
    r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7-\u05f2"
    r"\u0610-\u061a\u0620-\u0669\u066e-\u06d3\u06d5-\u0963"
    r"\u0966-\u167f\u1681-\u180d\u180f-\u1fff"
    r"\u2c00-\u2dff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u309f\u30a1-\u30fa\u30fc-\ud7ff"
    r"\uf900-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_SEVERAL_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ς": "σ",
        # one apostrophe, one hyphen; soft hyphens and joiners are not there to be read
        "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u02b9": "'", "\u2032": "'", "`": "'",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None,
        "\ufeff": None,
    }
)  # fmt: skip
# Letters that not every Unicode since 14 knows; of those beyond, only the mathematical alphabets.
_TOO_NEW = compile_later("[\u1c89\u1c8a\ua7cb-\ua7f1\U00010000-\U0001d3ff\U0001d800-\U0010ffff]")
_PLAIN = re.compile('["\'(]*([A-Za-z]+)[.,;:)"]*')
_MARKS = re.compile("[\u0300-\u036f]")
_THOUSANDS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+)(?![0-9])")
_POSSESSIVE = re.compile(r"'s(?=[-./'&@_]|$)")
_ORDINAL = re.compile("([0-9]+)(?:st|nd|rd|th)")
_MILLIONS = re.compile("([0-9][0-9.]*)(million|billion)")
_SPACED_MILLIONS = re.compile("([0-9])[ \u00a0]([MmBb]illion)")


class _Patterns(NamedTuple):
    """What takes words apart."""

    compound: re.Pattern[str]
    part: re.Pattern[str]

    @classmethod
    def of(cls, letters: str) -> "_Patterns":
        return cls(
            compile_later(rf"[£$€]?[{letters}]+(?:[-./'&@_][£$€]?[{letters}]+)*"),
            compile_later(rf"([£$€]?)((?:[{letters}]*[0-9]\.(?=[0-9]))*[{letters}]+)"),
        )


# Most minutes, folded, have the letters a to z alone; the patterns of all take 14 ms to compile.
_PLAIN_PATTERNS = _Patterns.of("0-9a-z")
_ALL_PATTERNS = _Patterns.of(_LETTERS)
# Where all other letters are; said by where they are not, which compiles in a tenth of the time.
_BEYOND_PLAIN = re.compile("[^\0-\u00de\u2000-\u2bff\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Compound:
    """One word as it is written, and what it is found by: all its parts, or any one whole form.

    *Well-being* has the parts "well", "being" and the whole form "wellbeing"; *£2.6m* the part
    "2.6m" and the whole form "£2.6m"; *U.K.* only a whole form; a plain word is one part.
    """

    parts: tuple[str, ...]
    wholes: tuple[str, ...] = ()


def fold(text: str) -> str:
    """`text` in lower case, without accents, with one kind of apostrophe and of hyphen.

    A source of rules: Unicode NFKC and NFD; letters that these leave apart (ß, æ, ł) are listed.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    lower = unicodedata.normalize("NFKC", _TOO_NEW.sub(" ", text)).lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFD", lower))
    return unicodedata.normalize("NFC", bare).translate(_SEVERAL_LETTERS)


def compounds(text: str) -> list[Compound]:
    """The words of `text` in order, stop words among them."""
    folded = _THOUSANDS.sub(_without_commas, fold(_join_millions(text)))
    is_plain = folded.isascii() or _BEYOND_PLAIN.search(folded) is None
    patterns = _PLAIN_PATTERNS if is_plain else _ALL_PATTERNS
    return [_compound(run, patterns.part) for run in patterns.compound.findall(folded)]


def words(text: str) -> list[str]:
    """The words that `text` is indexed by, in order; "" stands for each stop word.

    A compound gives its parts, then its whole forms. The place in this list is the position
    by which phrases are found.
    """
    plain = _PLAIN.fullmatch(text)
    if plain and len(plain[1]) <= LONGEST_WORD:
        word = plain[1].lower()
        return ["" if word in STOP_WORDS else word]
    return list(chain.from_iterable(map(_written_out, compounds(text))))


def chunks(text: str) -> list[str]:
    """`text` cut at white space, so that `words` can be remembered for each piece.

    The words of the chunks, one after another, are the words of the text. Marks before a space
    are dropped already, for then fewer distinct pieces are to be remembered.
    """
    return _join_millions(text).replace(", ", " ").replace(". ", " ").split()


def _join_millions(text: str) -> str:
    return _SPACED_MILLIONS.sub(r"\1\2", text) if "illion" in text else text


def _without_commas(match: re.Match[str]) -> str:
    return match[1].replace(",", "")


def _written_out(compound: Compound) -> Iterable[str]:
    for part in compound.parts:
        yield "" if part in STOP_WORDS else part
    yield from compound.wholes


def _compound(run: str, part_of: re.Pattern[str]) -> Compound:
    parts: list[str] = []
    sums: list[str] = []
    for currency, part in part_of.findall(_POSSESSIVE.sub("", run)):
        amount = _MILLIONS.fullmatch(part)
        if amount:
            parts += [amount[1], amount[2]]
            short = amount[1] + amount[2][0]
            sums += [short, currency + short] if currency else [short]
            continue
        ordinal = _ORDINAL.fullmatch(part)
        plain = ordinal[1] if ordinal else part[:LONGEST_WORD]
        parts.append(plain)
        if currency:
            sums.append(currency + plain)
    return _joined(parts, sums)


def _joined(parts: list[str], sums: list[str]) -> Compound:
    if len(parts) < 2 or sums:
        return Compound(tuple(parts), tuple(sums))
    whole = "".join(parts)
    longer = [part for part in parts if not (len(part) == 1 and part.isalpha())]
    if not longer:
        return Compound((), (whole[:LONGEST_WORD],))
    return Compound(tuple(longer), (whole,) if len(whole) <= LONGEST_WHOLE else ())
