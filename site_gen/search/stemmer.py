"""English words to their stems: Porter's algorithm, twin of `static/js/search/stemmer.js`.

Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with the two later
changes of its author (-bli, -logi) that Lunr has. A final y becomes i only after a consonant that
is not the first letter, as in lunr.js: *city* becomes *citi*, and *highway*, *key* stay.
"""

import re

_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "bli": "ble", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_STEP_3 = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
_STEP_4 = "al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize"


def _ending(suffixes: list[str]) -> re.Pattern[str]:
    longest_first = sorted(suffixes, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest_first)})$")


_ENDING_2 = _ending(list(_STEP_2))
_ENDING_3 = _ending(list(_STEP_3))
_ENDING_4 = _ending(_STEP_4.split())
_DOUBLED = re.compile(r"([^aeiouylsz])\1$")


def stem(word: str) -> str:
    """The stem of `word`, which is in lower case; a word of one or two letters is its own."""
    if len(word) < 3:
        return word
    word = _strip_y(_strip_past(_strip_plural(word)))
    word = _replace(word, _ENDING_2, _STEP_2)
    word = _replace(word, _ENDING_3, _STEP_3)
    return _strip_e(_strip_derived(word))


def _shape(letters: str) -> str:
    """A "v" for each vowel of `letters` and a "c" for each consonant, as which all else counts."""
    shape = ""
    for letter in letters:
        is_vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if is_vowel else "c"
    return shape


def _measure(letters: str) -> int:
    """How often a consonant follows a vowel: Porter's m."""
    return _shape(letters).count("vc")


def _ends_short(letters: str) -> bool:
    """Whether `letters` are consonants, one vowel, and one consonant other than w, x and y."""
    shape = _shape(letters)
    return shape.lstrip("c") == "vc" and len(shape) > 2 and letters[-1] not in "wxy"


def _strip_plural(word: str) -> str:
    if (word.endswith("ies") and len(word) > 3) or (word.endswith("sses") and len(word) > 4):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _strip_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        if word.endswith(suffix) and "v" in _shape(word[: -len(suffix)]):
            return _mend(word[: -len(suffix)])
    return word


def _mend(word: str) -> str:
    """The e that -ed and -ing took away, back; the letter that they doubled, single."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _DOUBLED.search(word):
        return word[:-1]
    return word + "e" if _ends_short(word) else word


def _strip_y(word: str) -> str:
    if len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "i"
    return word


def _replace(word: str, ending: re.Pattern[str], replacements: dict[str, str]) -> str:
    found = ending.search(word, 1)
    if found and _measure(word[: found.start()]) > 0:
        return word[: found.start()] + replacements[found[0]]
    return word


def _strip_derived(word: str) -> str:
    found = _ENDING_4.search(word, 1)
    if not found:
        return word
    # Of -sion and -tion only the -ion goes.
    left = word[: found.start() + (1 if found[0].endswith("ion") else 0)]
    return left if _measure(left) > 1 else word


def _strip_e(word: str) -> str:
    if word.endswith("e"):
        left = word[:-1]
        measure = _measure(left)
        if measure > 1 or (measure == 1 and not _ends_short(left)):
            word = left
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word
