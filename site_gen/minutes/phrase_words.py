"""The words that a text must have for a spelling to match it, and those it may begin with.

Patterns take time and most paragraphs match none. So a text is asked for its words once, and only
those spellings are tried that fit them.
"""

import re
from collections.abc import Iterator

from site_gen.text.patterns import lowered
from site_gen.text.values import dataclass

UNNAMED_SLOTS = ("words", "few", "adverbs", "end")
Needs = tuple[frozenset[bytes], ...]
TOKEN = re.compile(
    r"\\(?P<literal>.)|\{(?P<slot>[a-z]+)\}|(?P<sign>[\[\]()|])|(?P<space>\s+)|(?P<word>[^\W_]+)|(?P<mark>.)"
)
MARKS = (b":", b"(")
# Every byte that is no ASCII letter or digit is a space; capitals are small.
PARTING = bytes(
    ord(chr(byte).lower()) if chr(byte).isalnum() and byte < 0x80 else 0x20 for byte in range(256)
)
# Many paragraphs of minutes have one of these, so that they tell little.
USUAL = frozenset(
    b"a an and at be been board by chair committee council for from in is it meeting members"
    b" motion no of on present that the then this to was were with".split()
)
DIGITS = b"0123456789"
SLOT_OR_LETTER_LAST = re.compile(r"(?:\{(?P<slot>[a-z]+)\}|\w)\]?\Z")
SLOT_OR_LETTER = re.compile(r"(?:\[ \])?\{(?P<slot>[a-z]+)\}|\[\w")
ENDING = re.compile(r"\[\w")  # "(ask|answer)[ed]"
ENDINGS = re.compile(r"\[([a-z]+(?:\|[a-z]+)*)\](?![{\[\w])")  # all of "[s|es]"
ANY_WORD = b""
# The first words of slots that stand for one of a few words.
SIDES = (
    "for", "against", "in", "abstention", "abstentions", "abstaining", "abstained", "absent",
    "ayes", "noes",
)  # fmt: skip
SLOT_BEGINNINGS = {"side": frozenset(word.encode() for word in SIDES)}


@dataclass(frozen=True, slots=True)
class TextWords:
    """What spellings are told apart by in a text."""

    first: bytes  # its first word in small letters, without figures at its end
    parts: frozenset[bytes]  # words in small letters, and marks of `MARKS`


def words_in(text: str, wanted: frozenset[bytes]) -> TextWords:
    """What `text` has of the `wanted` parts, and its first word, wanted or not."""
    parts = telling_parts(text)
    return TextWords(parts[0].rstrip(DIGITS) if parts else b"", wanted.intersection(parts))


def telling_parts(text: str) -> list[bytes]:
    """What a spelling may need of a text: its words in small letters, and the marks of `MARKS`.

    Words are parted at everything that is no ASCII letter or digit. As bytes, because that takes a
    tenth of the time, and every paragraph is asked.
    """
    written = (text if text.isascii() else lowered(text)).encode("utf-8", "replace")
    parts = written.translate(PARTING).split()
    for mark in MARKS:
        if mark in written:
            parts.append(mark)
    return parts


def needs_of(written: str) -> Needs:
    """The parts that cannot be missing, single words and marks, and alternatives; rarest first."""
    ways: list[list[set[frozenset[bytes]]]] = [[set()]]  # of what is open, the outermost first
    for token in TOKEN.finditer(written):
        if token["sign"] in ("(", "["):
            ways.append([set()])
        elif token["sign"] == "|":
            ways[-1].append(set())
        elif token["sign"]:
            inner = ways.pop()
            if token["sign"] == ")" and not ENDING.match(written, token.end()):
                ways[-1][-1] |= _of_any(inner)
        elif token["word"] and not _is_glued(written, token):
            ways[-1][-1] |= {frozenset([part]) for part in telling_parts(token["word"])}
        elif (mark := (token["mark"] or token["literal"] or "").encode()) in MARKS:
            ways[-1][-1].add(frozenset([mark]))
    needs = _of_any(ways[0]) if len(ways[0]) > 1 else ways[0][0]
    return tuple(sorted(needs, key=_rarity, reverse=True))


def _of_any(ways: list[set[frozenset[bytes]]]) -> set[frozenset[bytes]]:
    """What is needed when one of `ways` is: the rarest part of each; nothing if one needs none."""
    if not all(ways):
        return set()
    return {frozenset().union(*(max(way, key=_rarity) for way in ways))}


def _rarity(need: frozenset[bytes]) -> tuple[bool, int, list[bytes]]:
    """The longest words are the rarest, but for those that are usual in minutes."""
    return need.isdisjoint(USUAL), min(map(len, need)), sorted(need)


def _is_glued(written: str, word: re.Match[str]) -> bool:
    """Whether a word may be part of a longer one: "question[s]", "PQ[ ]{number}"."""
    before = SLOT_OR_LETTER_LAST.search(written[: word.start()])
    begins_within = before is not None and before["slot"] not in UNNAMED_SLOTS
    return begins_within or goes_on(written, word.end())


def goes_on(written: str, at: int) -> bool:
    """Whether what ends at `at` may be the beginning of a longer word."""
    after = SLOT_OR_LETTER.match(written, at)
    return after is not None and after["slot"] not in UNNAMED_SLOTS


def beginnings_of(written: str) -> frozenset[bytes] | None:
    """The words, as `TextWords.first` has them, that a text may begin with which it matches.

    None when a text may begin with any word, as it does where somebody is named first.
    """
    words, is_missing, _ = _beginnings(written, TOKEN.finditer(written))
    return None if ANY_WORD in words or is_missing else frozenset(words)


def _beginnings(written: str, tokens: Iterator[re.Match[str]]) -> tuple[set[bytes], bool, int]:
    """The first words up to the bracket that closes, whether there may be none, and its end."""
    words: set[bytes] = set()
    is_any_empty, is_empty = False, True  # of the ways so far, and the one that is read
    for token in tokens:
        if token["sign"] in ("(", "["):
            inner, may_be_missing, end = _beginnings(written, tokens)
            if is_empty:
                words |= _with_endings(inner, written, end)
            is_empty = is_empty and (may_be_missing or token["sign"] == "[")
        elif token["sign"] == "|":
            is_any_empty, is_empty = is_any_empty or is_empty, True
        elif token["sign"]:
            return words, is_any_empty or is_empty, token.end()
        elif is_empty and (token["word"] or token["slot"] or _is_letter(token["literal"])):
            own = _first_words(written, token)
            words |= own
            is_empty = not own
    return words, is_any_empty or is_empty, len(written)


def _first_words(written: str, token: re.Match[str]) -> set[bytes]:
    """The first words of a text that begins with this one; none of a word of other letters."""
    if not token["word"]:
        return set(SLOT_BEGINNINGS.get(token["slot"], (ANY_WORD,)))
    word = {part.rstrip(DIGITS) for part in telling_parts(token["word"])[:1]}
    return _with_endings(word, written, token.end())


def _with_endings(words: set[bytes], written: str, at: int) -> set[bytes]:
    """The words with the letters that may follow at once: those of "question[s]" are two."""
    if (endings := ENDINGS.match(written, at)) is not None:
        return words | {word + end.encode() for word in words for end in endings[1].split("|")}
    if goes_on(written, at) and not written.startswith(("{digits}", "[ ]{digits}"), at):
        return {ANY_WORD}
    return words


def _is_letter(literal: str | None) -> bool:
    return literal is not None and literal.isalnum()
