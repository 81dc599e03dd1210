"""Runs to inline Markdown that reads back as the same words."""

import re
from collections.abc import Callable, Iterable, Iterator

from site_gen.content.block import Block, BlockKind
from site_gen.content.blocks import parse_blocks
from site_gen.content.inline import UNSEEN, parse_inline
from site_gen.importers.pieces import Run
from site_gen.text.sources import Source
from site_gen.text.values import replace

# What the reader could take for a mark; without any of these, words are written as they are.
SPECIAL = re.compile(r"[\\*_`\[\]<&~|]|^[ \t]*(?:[#>]|[-+=]|\d+[.)])", re.MULTILINE)
ESCAPES = (
    (re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)", re.MULTILINE), r"\\\\"),
    (re.compile(r"[*`]"), r"\\\g<0>"),
    (re.compile(r"(?<![^\W_])_|_(?![^\W_])"), r"\\_"),
    (re.compile(r"[\[\]]"), r"\\\g<0>"),
    (re.compile(r"<(?=[A-Za-z/])"), r"\\<"),
    (re.compile(r"<!--"), r"<\\!--"),
    (re.compile(r"&(?=#?\w{1,40};)"), r"\\&"),
    (re.compile(r"^([ \t]*)(#{1,6}(?=[ \t]|$)|>|~~~|\|)", re.MULTILINE), r"\1\\\2"),
    (re.compile(r"^([ \t]*)((?:[-+][ \t]*){1,}$|[-+](?=[ \t]))", re.MULTILINE), r"\1\\\2"),
)
PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
# What HTML, and so the archive, has no place for.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# A bullet of a symbol font, as it comes out of a PDF.
LOST_BULLET = re.compile(
    "^([ \t>*_]*)[\x01-\x08\x0e-\x1f\x7f-\x9f][ \t\u00a0]*(?=\\S)", re.MULTILINE
)
UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd]")
SPACES = re.compile(r"[^\S\n]+")


def plain_words(text: str) -> str:
    """The words without control characters, every run of white space one space or line end.

    Soft hyphens and spaces without width are left out as well: no page shows them.
    """
    text = text.replace("\x0b", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = SPACES.sub(" ", CONTROL.sub("", UNSEEN.sub("", text)))
    return re.sub(r" ?\n ?", "\n", text)


def without_control(text: str) -> str:
    """The text without control characters; one that stood for a bullet becomes a bullet."""
    if CONTROL.search(text) is None:
        return text
    return CONTROL.sub("", LOST_BULLET.sub(r"\1• ", text.replace("\x0c", "\n")))


def escaped(text: str) -> str:
    """Words as Markdown that reads back as those words, with as few escapes as that takes.

    Typed list marks ("1.", "(a)") stay marks: they read back as themselves.
    """
    if SPECIAL.search(text) is None:
        return text
    if _reads_back(text, text):
        return text
    careful = text
    for pattern, by in ESCAPES:
        careful = pattern.sub(by, careful)
    if _reads_back(careful, text):
        return careful
    return PUNCTUATION.sub(r"\\\g<0>", text).replace("<\\!--", "<\\!\\-\\-")


def letters(text: str) -> str:
    """Words without white space: what source and result must have in common.

    Characters that a page shows as unknown, such as those of symbol fonts, are no words, and nor
    are those that nobody sees.
    """
    return "".join(UNSEEN.sub("", UNKNOWN.sub("", text)).split())


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of blocks as a reader sees them, the marks of lists among them."""
    for block in blocks:
        if block.kind is BlockKind.ENTRY:
            yield block.marker
        if block.kind is BlockKind.TABLE:
            yield from (parse_inline(cell).text for row in block.rows for cell in row)
        elif block.children:
            yield from words_of(block.children)
        else:
            yield block.text


def _reads_back(written: str, wanted: str) -> bool:
    """Whether `written` gives the words `wanted`, as prose or typed list and without marks."""
    blocks = parse_blocks(Source("content/imported.md", written)).value
    if any(leaf.kind is not BlockKind.PARAGRAPH or leaf.words.parts for leaf in _leaves(blocks)):
        return False
    return letters("".join(words_of(blocks))) == letters(wanted)


def _leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from block.leaves


def inline_markdown(
    runs: Iterable[Run],
    *,
    picture_path: Callable[[str], str],
    is_bold_kept: bool = True,
) -> str:
    """The runs as Markdown; a forced line break is two spaces and a line end.

    Emphasis that could not be read back is left out; the words stay.
    """
    joined = tuple(_joined(runs, is_bold_kept=is_bold_kept))
    text = "".join(run.text for run in joined if not run.picture)
    marked = _marked(joined, picture_path)
    if _is_unmarked(joined):
        return _with_breaks(marked)
    if letters(parse_inline(marked).text) == letters(_shown(joined, picture_path)):
        return _with_breaks(marked)
    pictures = "".join(_picture(run, picture_path) for run in joined if run.picture)
    return _with_breaks(" ".join(filter(None, (escaped(text.strip()), pictures))))


def _is_unmarked(runs: Iterable[Run]) -> bool:
    return not any(run.is_bold or run.is_italic or run.href or run.picture for run in runs)


def _shown(runs: Iterable[Run], picture_path: Callable[[str], str]) -> str:
    """The words that reading the runs back must give; a picture shows its label or address."""
    return "".join(
        _picture_label(run) or picture_path(run.picture) if run.picture else run.text
        for run in runs
    )


def _joined(runs: Iterable[Run], *, is_bold_kept: bool) -> Iterator[Run]:
    """Runs with plain words, neighbours under the same marks made one."""
    pending: Run | None = None
    for run in runs:
        plain = replace(
            run,
            text=plain_words(run.text),
            is_bold=run.is_bold and is_bold_kept and not run.picture,
            is_underlined=False,
            is_capitals=False,
        )
        if not plain.text and not plain.picture:
            continue
        if not plain.text.strip() and pending is not None and not plain.picture:
            plain = replace(pending, text=plain.text, picture="")  # blanks bear no marks
        if pending is not None and replace(pending, text=plain.text) == plain and not plain.picture:
            pending = replace(pending, text=pending.text + plain.text)
            continue
        if pending is not None:
            yield pending
        pending = plain
    if pending is not None:
        yield pending


def _marked(runs: tuple[Run, ...], picture_path: Callable[[str], str]) -> str:
    """The runs with their marks, nothing read back yet."""
    if _is_unmarked(runs):
        return escaped("".join(run.text for run in runs).strip())
    pieces: list[str] = []
    for at, run in enumerate(runs):
        if run.picture:
            pieces.append(_picture(run, picture_path))
            continue
        before = runs[at - 1].text[-1:] if at else ""
        after = runs[at + 1].text[:1] if at + 1 < len(runs) else ""
        pieces.append(_emphasised(run, before, after))
    return "".join(pieces).strip()


def _emphasised(run: Run, before: str, after: str) -> str:
    """One run with its marks, which stand next to letters and never next to blanks.

    Emphasis that opens or closes between a letter and a sign is none (CommonMark 0.31, 6.2), so
    such signs are left outside of it.
    """
    mark = "**" * run.is_bold + "*" * run.is_italic
    if run.href:
        return _outside(run.text, lambda words: _link(words, run.href, mark))
    if not mark:
        return escaped(run.text)
    start, end = 0, len(run.text)
    while start < end and (run.text[start].isspace() or _clashes(run.text[start], before)):
        start += 1
    while end > start and (run.text[end - 1].isspace() or _clashes(run.text[end - 1], after)):
        end -= 1
    words = escaped(run.text[start:end])
    marked = f"{mark}{words}{mark}" if words else ""
    return escaped(run.text[:start]) + marked + escaped(run.text[end:])


def _clashes(character: str, neighbour: str) -> bool:
    return not character.isalnum() and neighbour.isalnum()


def _outside(text: str, wrap: Callable[[str], str]) -> str:
    words = text.strip()
    if not words:
        return text
    start = text.index(words[0])
    return text[:start] + wrap(words) + text[start + len(words) :]


def _link(words: str, href: str, mark: str) -> str:
    address = f"<{href}>" if re.search(r"[()]", href) else href
    if words == href and href.startswith(("http://", "https://")):
        return f"<{href}>"
    flat = " ".join(words.split())
    return f"{mark}[{escaped(flat)}]({address}){mark}"


def _picture(run: Run, picture_path: Callable[[str], str]) -> str:
    return f"![{escaped(_picture_label(run))}]({picture_path(run.picture)})"


def _picture_label(run: Run) -> str:
    return " ".join(run.text.split()) or "Picture"


def _with_breaks(text: str) -> str:
    return re.sub(r"[ ]*\n[ ]*", "  \n", re.sub(r"[ ]{2,}", " ", text.strip()))
