"""Inline Markdown, parsed once: its words, and the same words as HTML, whole or in part."""

import re
from html import escape
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote

from markdown_it.token import Token

from site_gen.content.archive_links import ARCHIVE
from site_gen.content.markdown import SAFE_SCHEMES, is_safe_link, markdown
from site_gen.text.values import dataclass, replace

# Anything else is words already, and skips the parser. A test holds that both ways agree.
MARKS = ("*", "[", "_", "\\", "`", "<", "&")
BROKEN_LINE = re.compile(r"  \n|\n[ \t]")
# What "**" may stand beside without the parser being needed: no single "*", no other mark.
OTHER_MARKUP = re.compile(r"[\\`_\[<&\n]|\*{3}|(?<!\*)\*(?!\*)")
SPACES = re.compile(r"[ \t\u00a0]{2,}")
# What Word leaves within words and nobody sees. No phrase and no name would be met with one in it.
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
STRONG = "<strong>"
# Brackets and backticks in such numbers are no writing; the parser would take seconds over them.
MOST_OPENERS = 2000


@dataclass(frozen=True, slots=True)
class Part:
    """Words under the same marks. A line break has the text "\\n" and is forced."""

    text: str
    marks: tuple[str, ...] = ()  # opening tags around it, the outermost first
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link that the words carry."""

    text: str
    target: str  # "https://...", or "archive:" and a path within content/
    offset: int  # of its words


@dataclass(frozen=True, slots=True)
class Inline:
    """Words of one block. `text` has spaces for no-break spaces, "\\n" where lines end.

    Soft hyphens and spaces without width are left out.
    """

    text: str
    parts: tuple[Part, ...] = ()  # empty when the words bear no mark
    refused: tuple[str, ...] = ()  # addresses of links that are not followed

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int, end: int | None = None) -> "Inline":
        """The words from `start` to `end`, marks kept, without the white space at either end."""
        whole = self.text[start:end]
        text = whole.strip()
        if len(text) == len(self.text):
            return self
        if not self.parts or not text:
            return Inline(text)
        first = start + len(whole) - len(whole.lstrip())
        return Inline(text, tuple(_cut(self.parts, first, first + len(text))))

    def html(self) -> str:
        """Safe HTML."""
        if not self.parts:
            return escape(self.text, quote=False)
        return _html(self.parts)

    @property
    def is_bold(self) -> bool:
        """Every word is bold."""
        return bool(self.parts) and all(
            STRONG in part.marks for part in self.parts if part.text.strip(" \n\t.:*_")
        )

    @property
    def bold_start(self) -> int:
        """How many characters at the front are bold, with the white space among them."""
        end = 0
        for part in self.parts:
            if STRONG not in part.marks and part.text.strip():
                return end
            end += len(part.text)
        return end

    @property
    def links(self) -> tuple[Link, ...]:
        """Its links in order, each once."""
        found: list[Link] = []
        offset, last = 0, ""
        for part in self.parts:
            target = next((_target(mark) for mark in part.marks if mark.startswith("<a ")), "")
            if target and target == last:
                found[-1] = replace(found[-1], text=found[-1].text + part.text)
            elif target:
                found.append(Link(part.text, target, offset))
            last = target
            offset += len(part.text)
        return tuple(found)


NOTHING = Inline("")


def parse_inline(written: str, *, path: str = "") -> Inline:
    """The words of `written`, which stands in the file `path` within content/.

    A link that could do harm or leads out of content/ becomes its words and is
    `refused`. Images become links.
    """
    if not written.isascii():
        written = UNSEEN.sub("", written)
    if "\u00a0" in written or "  " in written:
        written = SPACES.sub(_one_space, written)
    written = written.strip()
    if not _may_bear_marks(written):
        return Inline(written.replace("\u00a0", " "))
    if (bold := _bold_runs(written)) is not None:
        return bold
    if written.count("[") + written.count("`") > MOST_OPENERS:
        return Inline(written.replace("\u00a0", " "))
    tokens: list[Token] = []
    parser = markdown()
    parser.inline.parse(written, parser, {}, tokens)
    refused: list[str] = []
    parts = _joined(_parts(tokens, path, refused))
    text = "".join(part.text for part in parts).replace("\u00a0", " ")
    stripped = text.strip()
    if not any(part.marks or part.is_break for part in parts):
        return Inline(stripped, refused=tuple(refused))
    inline = Inline(text, tuple(parts))
    if len(stripped) != len(text):
        inline = inline.cut(0)
    return replace(inline, refused=tuple(refused)) if refused else inline


def _may_bear_marks(written: str) -> bool:
    """Whether there is any mark-up; a tenth of the time of a search, and most words bear none."""
    for mark in MARKS:
        if mark in written:
            return True
    return "\n" in written and BROKEN_LINE.search(written) is not None


def _bold_runs(written: str) -> Inline | None:
    """Words whose only marks are plain bold runs; None when there may be others.

    Labels and headings are most of the mark-up in minutes, and need no parser: each "**" stands
    between white space and a word, so that there is one way to read it. A test holds that the
    parser reads it so.
    """
    if not written.startswith("**") or OTHER_MARKUP.search(written) is not None:
        return None
    runs = written.split("**")
    if len(runs) % 2 == 0:
        return None
    for at in range(1, len(runs), 2):
        before, bold, after = runs[at - 1 : at + 2]
        if not bold or bold[0].isspace() or bold[-1].isspace():
            return None
        if (before and not before[-1].isspace()) or (after and not after[0].isspace()):
            return None
    parts = [Part(run, (STRONG,) if at % 2 else ()) for at, run in enumerate(runs) if run]
    return Inline("".join(runs).replace("\u00a0", " "), tuple(parts))


def _one_space(match: re.Match[str]) -> str:
    """One space for many, but two where they force the end of a line."""
    before_end = match.end() < len(match.string) and match.string[match.end()] == "\n"
    return "  " if before_end and match[0].endswith("  ") else " "


def _parts(tokens: list[Token], path: str, refused: list[str]) -> list[Part]:
    parts: list[Part] = []
    marks: tuple[str, ...] = ()
    for token in tokens:
        kind = token.type
        if kind in ("text", "text_special"):
            parts.append(Part(token.content, marks))
        elif kind == "softbreak":
            parts.append(Part("\n", marks))
        elif kind == "hardbreak":
            parts.append(Part("\n", marks, is_break=True))
        elif kind == "code_inline":
            parts.append(Part(token.content, (*marks, "<code>")))
        elif kind == "image":
            mark = _link_mark(str(token.attrs.get("src", "")), path, refused)
            label = token.content or str(token.attrs.get("src", ""))
            parts.append(Part(label, (*marks, mark) if mark else marks))
        elif token.nesting == 1:
            marks = (*marks, _mark(token, path, refused))
        elif token.nesting == -1:
            marks = marks[:-1]
    return [replace(part, marks=tuple(filter(None, part.marks))) for part in parts]


def _mark(token: Token, path: str, refused: list[str]) -> str:
    if token.tag == "a":
        return _link_mark(str(token.attrs.get("href", "")), path, refused)
    return f"<{token.tag}>"


def _link_mark(address: str, path: str, refused: list[str]) -> str:
    """The opening tag of a link; empty when the address is refused."""
    if not is_safe_link(address):
        refused.append(address)
        return ""
    if not address.lower().startswith(SAFE_SCHEMES):
        resolved = resolve_link(address, path)
        if not resolved:
            refused.append(address)
            return ""
        address = resolved
    return f'<a href="{escape(address)}">'


def resolve_link(address: str, path: str) -> str:
    """`archive:` and where `address` leads from the file `path`, both within content/.

    Empty when it leads out of content/ or nowhere.
    """
    written, hash_sign, fragment = address.partition("#")
    written = unquote(written.partition("?")[0])
    if "\\" in written or "\0" in written or written.startswith("/"):
        return ""
    if not written and not fragment:
        return ""
    whole = normpath(join(dirname(path), written)) if written else path
    if whole == "." or whole.startswith(".."):
        return ""
    return ARCHIVE + quote(whole) + hash_sign + quote(unquote(fragment))


def _target(mark: str) -> str:
    return mark[len('<a href="') : -len('">')].replace("&amp;", "&")


def _joined(parts: list[Part]) -> list[Part]:
    """The same, with neighbours under the same marks made one."""
    joined: list[Part] = []
    for part in parts:
        if not part.text:
            continue
        previous = joined[-1] if joined else None
        if previous and previous.marks == part.marks and not previous.is_break | part.is_break:
            joined[-1] = replace(previous, text=previous.text + part.text)
        else:
            joined.append(part)
    return joined


def _cut(parts: tuple[Part, ...], start: int, end: int) -> list[Part]:
    kept = []
    offset = 0
    for part in parts:
        text = part.text[max(0, start - offset) : max(0, end - offset)]
        if text:
            kept.append(replace(part, text=text))
        offset += len(part.text)
        if offset >= end:
            break
    return kept


def _html(parts: tuple[Part, ...]) -> str:
    pieces: list[str] = []
    around: tuple[str, ...] = ()
    for part in parts:
        shared = _shared(around, part.marks)
        pieces += [_closing(mark) for mark in reversed(around[shared:])]
        pieces += part.marks[shared:]
        pieces.append("<br>\n" if part.is_break else escape(part.text, quote=False))
        around = part.marks
    pieces += [_closing(mark) for mark in reversed(around)]
    return "".join(pieces)


def _shared(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _closing(mark: str) -> str:
    return "</a>" if mark.startswith("<a ") else f"</{mark[1:]}"
