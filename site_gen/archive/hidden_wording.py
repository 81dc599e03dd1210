"""What stands in place of a name that is kept private."""

import re

from site_gen.archive.name_finder import NameSpan
from site_gen.archive.name_parts import NamedPerson
from site_gen.archive.visible_text import PARAGRAPH_END, Edit, VisibleText
from site_gen.text.patterns import compile_later

ONE = "a member of the public"
SEVERAL = "members of the public"
SENTENCE_START = compile_later(r"(?:\A|\0|[^\W_]{2}[.!?][\"'’”)]*\s|[!?]\s)[\s\"'‘“(\[•·–-]*\Z")
ALREADY_SAID_BEFORE = re.compile(r"(a )?members? of the public(,? )\Z")
ALREADY_SAID_AFTER = re.compile(r",? \(?a member of the public\)?,?(?![^\W_])")


def nobody_edit(visible: VisibleText, span: NameSpan) -> Edit:
    """ "A member of the public" once, though the minutes say it beside the name."""
    words = SEVERAL if span.is_couple else ONE
    start, end = span.start, span.end
    before = ALREADY_SAID_BEFORE.search(visible.folded, max(0, start - 30), start)
    if before is not None:
        if before[2].startswith(",") and visible.folded.startswith(",", end):
            end += 1
        return Edit(start - len(before[2]), end, "")
    if (after := ALREADY_SAID_AFTER.match(visible.folded, end)) is not None:
        end = after.end()
    shown = visible.shown[span.start : span.end]
    if shown.isupper() and len(shown) > 3:
        words = words.upper()
    elif SENTENCE_START.search(_shown_before(visible, start)) is not None:
        words = words[0].upper() + words[1:]
    return Edit(start, end, words)


def _shown_before(visible: VisibleText, at: int) -> str:
    shown = visible.shown[max(0, at - 8) : at]
    return shown.replace("\n", PARAGRAPH_END if visible.has_lines else " ")


def initials_edit(visible: VisibleText, span: NameSpan) -> Edit:
    """ "Mr N. E.", its last point left out where the sentence has one."""
    person = span.person if not span.is_couple else NamedPerson(span.person.family)
    words = initials(person, span.title)
    if visible.folded.startswith(".", span.end):
        words = words[:-1]
    return Edit(span.start, span.end, words)


def initials(person: NamedPerson, title: str) -> str:
    """Title as printed, then the initials of all names: "Mr N. E."."""
    letters = (*(name[0] for name in person.given), person.letters[0])
    return " ".join(filter(None, (title, *(f"{letter.upper()}." for letter in letters))))
