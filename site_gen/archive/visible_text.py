"""What a reader sees of a text or of HTML, ready to be searched and changed in place.

Case, accents and kinds of apostrophe are folded, invisible characters and tags left out, and for
every character it is known where in the writing it stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from html import unescape

from site_gen.text.patterns import compile_later
from site_gen.text.values import dataclass

TOKEN = compile_later(
    r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>|&(?:\#\d+|\#[xX][0-9a-fA-F]+|\w+);|[^<&]+|."""
)
TAG = compile_later(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
TAG_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
INLINE_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
        "wbr",
    ]
)
EMPTY_ELEMENT = compile_later(
    r"<(a|abbr|b|cite|code|del|em|i|mark|q|s|small|strong|sub|sup|u)(?: [^<>]*)?></\1>"
)
PARAGRAPH_END = "\0"  # no name reaches over it
INVISIBLE = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
APOSTROPHES = frozenset("'’‘`´ʼʹ′＇")
HYPHENS = frozenset("-‐‑‒–−﹣－")
SEVERAL = "\uffff"  # stands for a character that does not fold to just one


class _Folds(dict[int, str]):
    """`str.translate` table that learns each character when it meets it."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded if len(folded) == 1 else SEVERAL
        return self[code]


def _fold_character(character: str) -> str:
    if character in INVISIBLE:
        return ""
    if character in APOSTROPHES:
        return "'"
    if character in HYPHENS:
        return "-"
    if character.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


_FOLDS = _Folds()


def fold_text(text: str) -> str:
    """`text` as it is compared. Its length may differ."""
    folded = text.translate(_FOLDS)
    return "".join(map(_fold_character, text)) if SEVERAL in folded else folded


@dataclass(frozen=True, slots=True)
class Edit:
    """New words for the characters from `start` to `end` of a visible text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class VisibleText:
    """Folded characters with what was written for each. All four have the same length."""

    folded: str
    shown: str  # the same characters, unfolded
    starts: Sequence[int]  # offset in the writing where each begins
    ends: Sequence[int]  # and ends
    has_lines: bool = False  # a line is a paragraph, as in plain text

    @classmethod
    def of_text(cls, text: str) -> "VisibleText":
        """Plain text. Names may run over the end of a line."""
        folded = text.translate(_FOLDS)
        if SEVERAL not in folded:
            return cls(folded, text, range(len(text)), range(1, len(text) + 1), has_lines=True)
        builder = _Builder()
        for at, character in enumerate(text):
            builder.add(character, at, at + 1)
        return builder.finish(has_lines=True)

    @classmethod
    def of_html(cls, html: str) -> "VisibleText":
        """The words of `html`; between blocks stands PARAGRAPH_END."""
        builder = _Builder()
        for token in TOKEN.finditer(html):
            written, start = token[0], token.start()
            if written[0] == "<" and len(written) > 1:
                builder.add_tag(written, token.end())
            elif written[0] == "&" and len(written) > 1:
                for character in unescape(written):
                    builder.add(character, start, token.end())
            else:
                builder.add_run(written, start)
        return builder.finish()

    def rewrite(self, writing: str, edits: Iterable[Edit]) -> str:
        """`writing`, of which this is the visible text, with `edits` made in order; tags stay."""
        parts: list[str] = []
        done = 0
        for edit in edits:
            start, end = self.starts[edit.start], self.ends[edit.end - 1]
            parts.append(writing[done:start])
            parts += self._with_tags(writing, edit)
            done = end
        parts.append(writing[done:])
        return "".join(parts)

    def _with_tags(self, writing: str, edit: Edit) -> list[str]:
        """The new words with the tags that stood within the old ones; inside a link, if any."""
        tags: list[str] = []
        for at in range(edit.start + 1, edit.end):
            gap_start, gap_end = self.ends[at - 1], self.starts[at]
            if gap_start < gap_end:
                tags += TAG.findall(writing[gap_start:gap_end])
        links = [at for at, tag in enumerate(tags, start=1) if tag.startswith("<a")]
        place = links[0] if links else 0
        return [*tags[:place], edit.words, *tags[place:]]


def drop_empty_elements(html: str) -> str:
    """`html` without elements that lost all their words, which readers by ear stumble over."""
    changed = True
    while changed:
        html, count = EMPTY_ELEMENT.subn("", html)
        changed = bool(count)
    return html


class _Builder:
    def __init__(self) -> None:
        self.folded: list[str] = []
        self.shown: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, character: str, start: int, end: int) -> None:
        for folded in _fold_character(character):
            self.folded.append(folded)
            self.shown.append(character)
            self.starts.append(start)
            self.ends.append(end)

    def add_run(self, run: str, start: int) -> None:
        folded = run.translate(_FOLDS)
        if SEVERAL in folded:
            for at, character in enumerate(run, start):
                self.add(character, at, at + 1)
            return
        self.folded.append(folded)
        self.shown.append(run)
        self.starts.extend(range(start, start + len(run)))
        self.ends.extend(range(start + 1, start + len(run) + 1))

    def add_tag(self, tag: str, end: int) -> None:
        name = TAG_NAME.match(tag)
        if name is None or name[1].lower() in INLINE_TAGS:
            return
        between = " " if name[1].lower() == "br" else PARAGRAPH_END
        self.folded.append(between)
        self.shown.append(between)
        self.starts.append(end)
        self.ends.append(end)

    def finish(self, *, has_lines: bool = False) -> VisibleText:
        folded, shown = "".join(self.folded), "".join(self.shown)
        return VisibleText(folded, shown, self.starts, self.ends, has_lines)
