"""How members of the public are named in everything that is published.

What is changed is the meeting itself, before anything is made of it; so no page, list, index or
file can have a name that site.yaml keeps private. Known are the people whom the minutes show
speaking, attending or acting: somebody who is only spoken of is not recognised.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from html import escape, unescape
from typing import Any, TypeVar
from urllib.parse import unquote

from site_gen.archive.name_finder import NameFinder, NameSpan
from site_gen.archive.name_parts import NamedPerson
from site_gen.archive.speakers import replace_speakers
from site_gen.archive.visible_text import PARAGRAPH_END, Edit, VisibleText, drop_empty_elements
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.names import COUNCILLOR_WORD, PersonName, person_name
from site_gen.model.meetings import AgendaItem, Alias, DocumentReference, Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Prose
from site_gen.model.records import Decision, EarlierQuestion, Record
from site_gen.site.settings import PublicNames
from site_gen.text.places import Place

IsPublic = Callable[[Speaker], bool]
Value = TypeVar("Value")

ONE = "a member of the public"
SEVERAL = "members of the public"
NOT_SHOWN = "(address not shown)"
NOT_LINKED = "not linked here, because its address names a member of the public"
# Ids, addresses and paths: not words, and checked by `check_public_names`.
NOT_WORDS: dict[type, frozenset[str]] = {
    Meeting: frozenset({"id", "path", "body", "joint_bodies", "language", "approved_at"}),
    AgendaItem: frozenset({"address", "parent"}),
    Record: frozenset({"address", "answers", "follows", "decision"}),
    Decision: frozenset({"address", "amends"}),
    EarlierQuestion: frozenset({"body"}),
    DocumentReference: frozenset({"path", "href", "item"}),
    Alias: frozenset({"address", "target", "kind"}),
}
ATTRIBUTE = re.compile(r"""\s+[^\s"'<>=/]+\s*=\s*(?:"([^"]*)"|'([^']*)')""")
TAG_WITH_ATTRIBUTES = re.compile(r"""<[a-zA-Z][^\s<>"'/]*\s(?:[^<>"']|"[^"]*"|'[^']*')*>""")
SENTENCE_START = re.compile(r"(?:\A|\0|[^\W_]{2}[.!?][\"'’”)]*\s|[!?]\s)[\s\"'‘“(\[•·–-]*\Z")
ALREADY_SAID_BEFORE = re.compile(r"(a )?members? of the public(,? )\Z")
ALREADY_SAID_AFTER = re.compile(r",? \(?a member of the public\)?,?(?![^\W_])")
SEVERAL_NAMES = re.compile(r"\s+(?:and|&)\s+|[,;/]\s*")


def apply_public_names(meeting: Meeting, policy: PublicNames, is_public: IsPublic) -> Meeting:
    """`meeting` with its members of the public named as `policy` has it, wherever they are named.

    With `INITIALS`, "Mr Nathan Example" and "Example" become "Mr N. E." and "N. E."; with `NONE`,
    "a member of the public". Changed are the words of `is_public` speakers in every form: with
    titles and without, in part, in capitals, across emphasis, line ends and no-break spaces, in
    HTML and plain text. Links and documents whose address gives a name away lose the address.
    Councillors and speakers with an office are never members of the public.
    """
    if policy is PublicNames.AS_MINUTED:
        return meeting
    finder = _finder(meeting, is_public)
    if not finder.people:
        return meeting
    hiding = _Hiding(finder, policy)

    def hidden(speaker: Speaker) -> Speaker:
        return hiding.speaker(speaker, is_hidden=_is_hidden(speaker, is_public))

    return replace_speakers(hiding.value(meeting), hidden)


def check_public_names(
    meeting: Meeting, policy: PublicNames, is_public: IsPublic
) -> tuple[Diagnostic, ...]:
    """An error for each id and file name that would publish a name kept private.

    Give it the meeting as it was before `apply_public_names`. The names are not quoted.
    """
    if policy is PublicNames.AS_MINUTED:
        return ()
    finder = _finder(meeting, is_public)
    return tuple(_check_names(meeting, finder)) if finder.people else ()


def _check_names(meeting: Meeting, finder: NameFinder) -> Iterator[Diagnostic]:
    for what, written in (("file", meeting.path), ("id", meeting.id)):
        if finder.is_in_address(written):
            message = f"the {what} of these minutes names a member of the public"
            yield finding("public-name-in-address", Place(meeting.path), message)
            break  # the id usually follows from the name of the file
    for document in meeting.documents:
        if document.path is not None and finder.is_in_address(document.path):
            message = "the name of this file names a member of the public"
            yield finding("public-name-in-address", Place(meeting.path, document.line), message)


def _is_hidden(speaker: Speaker, is_public: IsPublic) -> bool:
    return (
        speaker.person_id is None
        and speaker.office is None
        and COUNCILLOR_WORD.search(speaker.name or speaker.printed) is None
        and is_public(speaker)
    )


def _finder(meeting: Meeting, is_public: IsPublic) -> NameFinder:
    hidden: dict[str, PersonName] = {}
    shown: dict[str, PersonName] = {}

    def sorted_out(speaker: Speaker) -> Speaker:
        names = hidden if _is_hidden(speaker, is_public) else shown
        for printed in filter(None, (speaker.name, speaker.printed)):
            if printed not in names:
                names.update(_names_in(printed))
        return speaker

    replace_speakers(meeting, sorted_out)
    return NameFinder(
        _merged(NamedPerson.of(name) for name in hidden.values()),
        (NamedPerson.of(name) for name in shown.values()),
    )


def _names_in(printed: str) -> Iterator[tuple[str, PersonName]]:
    """The one name in `printed`, or each of several: "Mr Example and Mrs Sample"."""
    if (whole := person_name(printed)) is not None:
        yield printed, whole
        return
    for piece in SEVERAL_NAMES.split(re.sub(r"\([^()]*\)", "", printed)):
        name = person_name(piece)
        if name is not None and (name.title or name.given):
            yield piece, name


def _merged(people: Iterator[NamedPerson]) -> Iterator[NamedPerson]:
    """The same person once, under all that is known: "Mr Patel" and "Mr A. Patel"."""
    by_family: dict[str, list[NamedPerson]] = {}
    for person in people:
        known = by_family.setdefault(person.family, [])
        for at, other in enumerate(known):
            if _may_be_same(person, other):
                known[at] = NamedPerson(
                    person.family,
                    max(person.given, other.given, key=lambda given: sum(map(len, given))),
                    person.titles | other.titles,
                )
                break
        else:
            known.append(person)
    for known in by_family.values():
        yield from known


def _may_be_same(one: NamedPerson, other: NamedPerson) -> bool:
    if one.titles and other.titles and not one.titles & other.titles:
        return False
    if not one.given or not other.given:
        return True
    first, second = one.given[0], other.given[0]
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


@dataclass(frozen=True, slots=True)
class _Hiding:
    """Hides what `finder` finds, as `policy` has it."""

    finder: NameFinder
    policy: PublicNames

    def value(self, value: Value) -> Value:
        """`value` with all words in it changed, however deep; the very same when none was."""
        hidden: Any = value
        if isinstance(value, Enum | Speaker):
            return value
        if isinstance(value, str):
            hidden = self.text(value)
        elif isinstance(value, Prose):
            hidden = self.prose(value)
        elif isinstance(value, tuple):
            parts = tuple(self.value(part) for part in value)
            changed = any(new is not old for new, old in zip(parts, value, strict=True))
            hidden = parts if changed else value
        elif is_dataclass(value) and not isinstance(value, type):
            hidden = self._dataclass(value)
        return hidden  # type: ignore[no-any-return]

    def _dataclass(self, value: Any) -> Any:
        changes: dict[str, Any] = {}
        for name in _word_fields(type(value)):
            old = getattr(value, name)
            new = self.value(old)
            if new is not old:
                changes[name] = new
        if isinstance(value, DocumentReference):
            changes |= self._unlinked(value)
        return replace(value, **changes) if changes else value

    def _unlinked(self, document: DocumentReference) -> dict[str, Any]:
        addresses = (document.path, document.href)
        if not any(one and self._gives_away(one) for one in addresses):
            return {}
        return {"path": None, "href": None, "note": NOT_LINKED}

    def _gives_away(self, address: str) -> bool:
        return self.finder.is_in_address(address) or self.finder.is_in_address(unquote(address))

    def prose(self, prose: Prose) -> Prose:
        """Both forms of the same words."""
        text = self.text(prose.text)
        html = self.html(prose.html, must_look=text is not prose.text)
        return prose if text is prose.text and html is prose.html else Prose(html, text)

    def text(self, text: str) -> str:
        """Plain text."""
        if not self.finder.may_be_in(text):
            return text
        visible = VisibleText.of_text(text)
        edits = self._edits(visible)
        return visible.rewrite(text, edits) if edits else text

    def html(self, html: str, *, must_look: bool) -> str:
        """Safe HTML; also where tags stand within a name, when `must_look`."""
        if not must_look and not self.finder.may_be_in(unescape(html)):
            return html
        bare = TAG_WITH_ATTRIBUTES.sub(self._tag, html)
        visible = VisibleText.of_html(bare)
        edits = self._edits(visible)
        if not edits:
            return html if bare == html else bare
        escaped = [Edit(one.start, one.end, escape(one.words, quote=False)) for one in edits]
        return drop_empty_elements(visible.rewrite(bare, escaped))

    def _tag(self, tag: re.Match[str]) -> str:
        """The tag without attributes that give a name away."""

        def kept(attribute: re.Match[str]) -> str:
            value = unquote(unescape(attribute[1] or attribute[2] or ""))
            gives_away = self.finder.is_in_address(value) or self.finder.find(
                VisibleText.of_text(value)
            )
            return "" if gives_away else attribute[0]

        return ATTRIBUTE.sub(kept, tag[0])

    def _edits(self, visible: VisibleText) -> list[Edit]:
        edits = [self._edit(visible, span) for span in self.finder.find(visible)]
        apart: list[Edit] = []
        for edit in edits:
            if apart and edit.start < apart[-1].end:
                edit = Edit(apart[-1].end, edit.end, edit.words)  # noqa: PLW2901
            if edit.start < edit.end:
                apart.append(edit)
        return apart

    def _edit(self, visible: VisibleText, span: NameSpan) -> Edit:
        if span.is_technical:
            return Edit(span.start, span.end, NOT_SHOWN)
        if self.policy is PublicNames.NONE:
            return _generic_edit(visible, span)
        words = _initials(span)
        if words.endswith(".") and visible.folded.startswith(".", span.end):
            words = words[:-1]
        return Edit(span.start, span.end, words)

    def speaker(self, speaker: Speaker, *, is_hidden: bool) -> Speaker:
        """The speaker as `policy` has it; somebody else only when the words name no other."""
        if not is_hidden:
            if speaker.name is not None:
                return speaker
            return replace(speaker, printed=self.text(speaker.printed))
        if not any(
            True for printed in (speaker.name, speaker.printed) if printed and self._named(printed)
        ):
            return speaker
        if self.policy is PublicNames.NONE:
            several = sum(1 for _ in _names_in(speaker.printed)) > 1
            printed = SEVERAL if several else ONE
            return replace(speaker, printed=printed[0].upper() + printed[1:], name=None)
        name = None if speaker.name is None else self.text(speaker.name)
        return replace(speaker, printed=self.text(speaker.printed), name=name)

    def _named(self, printed: str) -> bool:
        return bool(self.finder.find(VisibleText.of_text(printed)))


def _word_fields(kind: type) -> tuple[str, ...]:
    passed_over = NOT_WORDS.get(kind, frozenset())
    return tuple(field.name for field in fields(kind) if field.name not in passed_over)


def _generic_edit(visible: VisibleText, span: NameSpan) -> Edit:
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


def _initials(span: NameSpan) -> str:
    """ "Mr N. E."; for a couple the family's initial alone: "Mr and Mrs E."."""
    given = () if span.is_couple else tuple(name[0] for name in span.person.given)
    family = span.person.letters[0]
    letters = " ".join(f"{initial.upper()}." for initial in (*given, family))
    return f"{span.title} {letters}" if span.title else letters
