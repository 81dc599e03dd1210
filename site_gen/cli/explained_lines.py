"""An explanation as lines for a terminal: each line of the file, and below it what it is."""

import shutil
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from site_gen.archive.explained import ExplainedFile
from site_gen.cli.findings import COLOURS
from site_gen.cli.terminal import (
    BLUE,
    BOLD,
    CYAN,
    DIM,
    GREEN,
    MAGENTA,
    RED,
    YELLOW,
    Terminal,
)
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.text_lines import SEVERITY_WORDS, plain
from site_gen.minutes.explained_notes import LineNote, NoteKind
from site_gen.minutes.explaining import Explanation
from site_gen.minutes.record_words import kind_of_record
from site_gen.minutes.wording_sets import LABELS

WIDTH = 100  # columns, where no terminal says how many it has
MOST_ROWS = 4  # of one line of the file; minutes have paragraphs of 50,000 letters
CUT = " [...]"
STYLES = {
    NoteKind.FRONT: (DIM,),
    NoteKind.MEETING: (CYAN,),
    NoteKind.ATTENDANCE: (CYAN,),
    NoteKind.ITEM: (BOLD,),
    NoteKind.QUESTION: (BLUE, BOLD),
    NoteKind.ANSWER: (BLUE,),
    NoteKind.DECISION: (GREEN, BOLD),
    NoteKind.MOVING: (GREEN,),
    NoteKind.COMMENT: (MAGENTA,),
    NoteKind.PROMISE: (YELLOW,),
    NoteKind.PROSE: (DIM,),
    NoteKind.FURNITURE: (DIM,),
    NoteKind.WITHHELD: (RED, BOLD),
    NoteKind.HIDDEN: (RED,),
}


def explanation_lines(explained: ExplainedFile, terminal: Terminal) -> Iterator[str]:
    """The file with what was understood below each line.

    Withheld lines are shown on a terminal, which is the clerk's own, and nowhere else.
    """
    explanation = explained.explanation
    if explanation is None:
        return
    width = shutil.get_terminal_size((WIDTH, 0)).columns if terminal.is_terminal else WIDTH
    lines = _Lines(explanation, terminal, max(width, 40))
    for number, written in enumerate(explanation.source.lines, start=1):
        if written.strip():
            yield from lines.of(number, written)
            yield from (
                lines.problem(one) for one in explained.problems if one.place.line == number
            )
    yield ""
    yield from _closing(explanation, terminal)


class _Lines:
    """Writes the lines of one file."""

    def __init__(self, explanation: Explanation, terminal: Terminal, width: int) -> None:
        self._explanation = explanation
        self._terminal = terminal
        self._gutter = len(str(len(explanation.source.lines)))
        self._width = width - self._gutter - 3
        self._notes: dict[int, list[LineNote]] = {}
        for note in explanation.notes:
            self._notes.setdefault(note.line, []).append(note)
        self._styles = _styles(explanation.notes)

    def of(self, number: int, written: str) -> Iterator[str]:
        """One line of the file, and what it was understood as."""
        is_secret = number in self._explanation.withheld and not self._terminal.is_terminal
        shown = "(withheld: shown on a terminal only)" if is_secret else plain(written)
        rows = textwrap.wrap(shown, self._width) or [""]
        if len(rows) > MOST_ROWS:
            rows = [*rows[: MOST_ROWS - 1], rows[MOST_ROWS - 1][: self._width - len(CUT)] + CUT]
        bar = self._terminal.painted("|", *self._styles.get(number, ()))
        for at, row in enumerate(rows):
            yield f"{number if not at else '':>{self._gutter}} {bar} {row}"
        for note in self._notes.get(number, ()):
            yield from self._note(note)

    def problem(self, problem: Diagnostic) -> str:
        """A finding at the line, and where more is told of it."""
        word = f"{SEVERITY_WORDS[problem.severity]}[{problem.code}]"
        painted = self._terminal.painted(word, BOLD, COLOURS[problem.severity])
        return f"{'':>{self._gutter}} ! {painted} {plain(problem.message)}"

    def _note(self, note: LineNote) -> Iterator[str]:
        says = self._terminal.painted(plain(note.says), *STYLES[note.kind])
        if note.end_line > note.line:
            says += self._terminal.painted(f" (to line {note.end_line})", DIM)
        yield f"{'':>{self._gutter}} = {says}"
        if phrase := phrase_words(note):
            longest = self._width - 4
            shown = phrase if len(phrase) <= longest else phrase[: longest - len(CUT)] + CUT
            yield f"{'':>{self._gutter}}     {self._terminal.painted(shown, DIM)}"


def phrase_words(note: LineNote) -> str:
    """ "by the phrase question (english): {speaker} asked:"; empty where no phrase did it."""
    found = note.found
    if found is None:
        return ""
    origin = "an explicit label" if found.origin == LABELS else found.origin
    return f"by the phrase {found.phrase} ({origin}): {found.written}"


def count_words(explanation: Explanation) -> str:
    """ "5 items, 3 questions, 2 answers, 1 decision or motion"."""
    meeting = explanation.meeting
    items = meeting.items if meeting is not None else ()
    kinds = Counter(kind_of_record(record) for item in items for record in item.records)
    counts = (
        (sum(bool(item.title) for item in items), "item", "items"),
        (kinds[NoteKind.QUESTION], "question", "questions"),
        (kinds[NoteKind.ANSWER], "answer", "answers"),
        (
            sum(1 for item in items for _ in item.decisions),
            "decision or motion",
            "decisions and motions",
        ),
    )
    return ", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in counts)


def _styles(notes: Sequence[LineNote]) -> dict[int, tuple[str, ...]]:
    """The style of every line that a note reaches; the note that reaches least far wins."""
    styles: dict[int, tuple[str, ...]] = {}
    for note in sorted(notes, key=lambda note: note.line - note.end_line):
        for line in range(note.line, note.end_line + 1):
            styles[line] = STYLES[note.kind]
    return styles


def _closing(explanation: Explanation, terminal: Terminal) -> Iterator[str]:
    if explanation.meeting is None:
        yield "The meeting is private: of its minutes nothing is read, and nothing is published."
    else:
        yield terminal.painted(f"Understood: {count_words(explanation)}", BOLD)
    if explanation.withheld and terminal.is_terminal:
        yield "Withheld lines are shown here, on your own screen. They are published nowhere."
    elif explanation.withheld:
        yield "Withheld lines are shown on a terminal only. They are published nowhere."
    yield "minutebook explain CODE tells more of a message in square brackets."
