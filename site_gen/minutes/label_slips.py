"""Labels that are misspelt, and so are read as plain words: "RESLOVED that ..."."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from site_gen.content.block import Block, BlockKind
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.openings import PARAGRAPH_NUMBER, names_people
from site_gen.minutes.outline import Section
from site_gen.minutes.wording import Wording
from site_gen.text.sources import Source

SHORTEST = 5  # letters of a label word; shorter ones are near to too many others
SHORTEST_WITH_TWO = 8  # letters of one in which two slips are looked for
REMEMBERED = 16_384  # words that were looked for among the labels
MOST_WORDS = 4  # at the start of a paragraph among which the slip is looked for
MOST_ANNOUNCING = 12  # the same, when the whole paragraph announces what follows
ALONE = ("reply-alone", "amendment-heading", "motion-heading")  # phrases that are a paragraph
HEAD = 80  # characters in which they stand
BOLD = ("**", "__", "- **", "> **")
CAPITALS = re.compile(r"[^\W\d_a-z]{5}")
WORD = re.compile(r"[^\W\d_]+")
# "RESOLVES" is another form of "RESOLVED" and no slip.
FORM = re.compile(r"(?:e|s|es|ed|er|ers|ing|ings|or|al|als|ly|y|ies|ied|ion|ions|ive|ary)?\Z")
# Ordinary words that are a letter or two from a label.
ORDINARY = frozenset(
    {
        "abort", "acton", "amended", "argued", "auction", "auctions", "commence", "commend",
        "contents", "decades", "decoded", "deportation", "derided", "division", "divisions",
        "mowed", "mower", "partition", "position", "premises", "promised", "promoted",
        "promoter", "proper", "prosper", "recommence", "recommenced", "refused", "regarded",
        "relay", "relied", "relies", "removed", "repaid", "repay", "reserved", "responder",
        "responsible", "resulted", "reviewed", "revolved", "rewarded", "seceded",
        "secondary", "secondly", "seconds", "settlement", "started", "supplemental",
        "supposed", "undertaken", "vetting",
    }
)  # fmt: skip


def check_labels(
    sections: Iterable[Section], leaves: Iterable[Block], wording: Wording, source: Source
) -> Iterator[Diagnostic]:
    """A hint for each paragraph that a phrase would open, were one word of it spelled right.

    Titles of `sections` may be such paragraphs. The word must stand in capitals, in bold, or
    before a colon. `source` has blanks for lines that must not be quoted.
    """
    for line, text in (*_titles(sections), *_paragraphs(leaves)):
        head = text[:HEAD]
        is_bold = source.line(line).startswith(BOLD)
        if not is_bold and ":" not in head and CAPITALS.search(head) is None:
            continue
        words = islice(WORD.finditer(head), _most_words(text))
        if not any(_near(wording, word[0]) for word in words):
            continue
        slip = _slip(text, wording, is_bold=is_bold)
        if slip is None:
            continue
        written, meant = slip
        place = source.place_of(written, start_line=line)
        message = f'"{written}" is nearly the label "{meant}", and is read as plain words'
        hint = f'if you meant "{meant}", correct the spelling'
        yield finding("label-misspelt", place, message, hint)


def _titles(sections: Iterable[Section]) -> Iterator[tuple[int, str]]:
    for section in sections:
        if section.withheld is None:
            yield section.opening.line, section.opening.title.title


def _paragraphs(leaves: Iterable[Block]) -> Iterator[tuple[int, str]]:
    for leaf in leaves:
        if leaf.kind is BlockKind.PARAGRAPH and leaf.withheld is None:
            yield leaf.line, leaf.text


def _slip(text: str, wording: Wording, *, is_bold: bool) -> tuple[str, str] | None:
    """A word at the start of `text`, and how it must be spelled for a phrase to open the text."""
    number = PARAGRAPH_NUMBER.match(text)
    start = number.end() if number else 0
    for at, match in enumerate(WORD.finditer(text, start)):
        if at == _most_words(text):
            return None
        written = match[0]
        for label in _near(wording, written):
            meant = label.upper() if written.isupper() else _in_case_of(written, label)
            mended = text[: match.start()] + meant + text[match.end() :]
            is_marked = is_bold or written.isupper()
            behind = match.start() + len(meant)
            if _opens(wording, mended, start, behind, is_marked=is_marked):
                is_read = any(map(names_people, wording.openings(text, start)))
                return None if is_read else (written, meant)
    return None


def _most_words(text: str) -> int:
    """ "Mrs. Example asked a suplementary question:" is all announcement."""
    return MOST_ANNOUNCING if len(text) <= HEAD and text.rstrip().endswith(":") else MOST_WORDS


def _in_case_of(written: str, label: str) -> str:
    return label.capitalize() if written[0].isupper() else label


def _opens(wording: Wording, text: str, start: int, behind: int, *, is_marked: bool) -> bool:
    """Whether a phrase that reaches beyond `behind` opens `text`, and can be meant as a label."""
    if (whole := wording.whole(text)) is not None and whole.phrase in ALONE:
        return True
    return any(
        found.end >= behind and (found.announces or is_marked) and names_people(found)
        for found in wording.openings(text, start)
    )


@lru_cache(maxsize=REMEMBERED)
def _near(wording: Wording, written: str) -> tuple[str, ...]:
    """The words of labels that `written` may be a slip of, in small letters; the nearest first."""
    word = written.lower()
    labels = wording.opening_words.get(word[0], ())
    if len(word) < SHORTEST or word in ORDINARY or word in labels:
        return ()
    near = []
    for label in labels:
        most = 2 if len(label) >= SHORTEST_WITH_TWO else 1
        if abs(len(label) - len(word)) > most or len(set(label) ^ set(word)) > 2 * most:
            continue
        if (slips := _slips(word, label)) <= most and not _is_form(word, label):
            near.append((slips, label))
    return tuple(label for _, label in sorted(near))


def _is_form(word: str, label: str) -> bool:
    """Whether both are forms of one word."""
    shared = next(
        (n for n, (a, b) in enumerate(zip(word, label, strict=False)) if a != b),
        min(len(word), len(label)),
    )
    return any(
        FORM.match(word, stem) is not None and FORM.match(label, stem) is not None
        for stem in range(max(shared - 2, 3), shared + 1)
    )


def _slips(word: str, other: str) -> int:
    """Letters left out, put in, changed or swapped with their neighbour, at the least.

    The optimal string alignment distance.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        above, row = row, [i]
        for j, wanted in enumerate(other, 1):
            steps = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        before = above
    return row[-1]
