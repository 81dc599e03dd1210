"""An explanation as one page of HTML that needs nothing else and can be passed on."""

from collections.abc import Iterator
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from site_gen.archive.explained import ExplainedFile
from site_gen.cli.explained_lines import count_words, phrase_words
from site_gen.diagnostics.text_lines import SEVERITY_WORDS
from site_gen.minutes.explained_notes import LineNote, NoteKind
from site_gen.minutes.explaining import Explanation
from site_gen.site.settings import PublicNames
from site_gen.text.values import dataclass

TEMPLATE = "explanation.html"
UNSHOWN = {
    NoteKind.WITHHELD: "Withheld: not shown here.",
    NoteKind.HIDDEN: "A hidden note: not shown here.",
}


@dataclass(frozen=True, slots=True)
class NoteView:
    """What a line was understood as."""

    kind: str  # for the colour: "answer"
    says: str
    reach: str  # "to line 18"
    phrase: str


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A finding at a line."""

    severity: str
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One line of the file."""

    number: int
    words: str
    is_shown: bool
    kind: str  # of the note that reaches it
    notes: tuple[NoteView, ...]
    problems: tuple[ProblemView, ...]


def explanation_page(explained: ExplainedFile, name: str) -> str:
    """The page's HTML. Withheld lines, hidden notes and comments of front matter are not in it.

    Nor is any other word or name of the minutes, where site.yaml keeps names private.
    """
    explanation = explained.explanation
    if explanation is None:
        raise ValueError("there is nothing to show of a file that cannot be read")
    has_words = explained.settings.public_names is PublicNames.AS_MINUTED
    meeting = explanation.meeting
    rows = tuple(_rows(explained, explanation, has_words=has_words)) if meeting is not None else ()
    text = files("site_gen.cli").joinpath(TEMPLATE).read_text("utf-8")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(text).render(
        language=explained.settings.language,
        name=name,
        is_private=meeting is None,
        date=meeting.date.long if meeting is not None else "",
        counted=count_words(explanation),
        hidden=sum(not row.is_shown for row in rows),
        has_words=has_words,
        kinds=[kind for kind in NoteKind if any(row.kind == _css(kind) for row in rows)],
        css=_css,
        rows=rows,
    )


def _rows(
    explained: ExplainedFile, explanation: Explanation, *, has_words: bool
) -> Iterator[RowView]:
    kinds = _kinds(explanation)
    for number, written in enumerate(explanation.source.lines, start=1):
        if not written.strip():
            continue
        notes = [note for note in explanation.notes if note.line == number]
        is_shown = has_words and _may_show(explanation, number, written)
        yield RowView(
            number=number,
            words=written if is_shown else _unshown(kinds.get(number), has_words=has_words),
            is_shown=is_shown,
            kind=_css(kinds[number]) if number in kinds else "none",
            notes=tuple(_note(note, has_words=has_words) for note in notes),
            problems=tuple(
                ProblemView(
                    SEVERITY_WORDS[one.severity],
                    one.code,
                    one.message if has_words else "",
                    one.hint,
                )
                for one in explained.problems
                if one.place.line == number
            ),
        )


def _may_show(explanation: Explanation, number: int, written: str) -> bool:
    """Whether the line is one of the page's, or one of the front matter without a comment."""
    if number in explanation.shown:
        return True
    return number < explanation.body_line and "#" not in written


def _unshown(kind: NoteKind | None, *, has_words: bool) -> str:
    if kind in UNSHOWN:
        return UNSHOWN[kind]
    return "Not shown here." if has_words else "Left out: names are kept private."


def _note(note: LineNote, *, has_words: bool) -> NoteView:
    says = note.says if has_words else note.kind.value
    reach = f"to line {note.end_line}" if note.end_line > note.line else ""
    return NoteView(_css(note.kind), says, reach, phrase_words(note))


def _kinds(explanation: Explanation) -> dict[int, NoteKind]:
    """What each line is: of several notes the one that reaches least far."""
    kinds: dict[int, NoteKind] = {}
    for note in sorted(explanation.notes, key=lambda note: note.line - note.end_line):
        for line in range(note.line, note.end_line + 1):
            kinds[line] = note.kind
    return kinds


def _css(kind: NoteKind) -> str:
    return kind.name.lower()
