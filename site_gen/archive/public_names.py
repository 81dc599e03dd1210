"""How members of the public are named in everything that is published.

What is changed is the meeting itself, before anything is made of it; so no page, list, index or
file can have a name that site.yaml keeps private. Known are the people whom the minutes show
speaking, attending or acting: somebody who is only spoken of is not recognised.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any, TypeVar
from urllib.parse import unquote

from site_gen.archive.hidden_wording import ONE, SEVERAL, initials, initials_edit, nobody_edit
from site_gen.archive.name_finder import NameFinder, NameSpan
from site_gen.archive.name_parts import NamedPerson
from site_gen.archive.public_speakers import IsPublic, PublicSpeakers, names_in
from site_gen.archive.visible_text import Edit, VisibleText, drop_empty_elements
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.names import person_name
from site_gen.model.meetings import AgendaItem, Alias, DocumentReference, Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Prose
from site_gen.model.records import Decision, EarlierQuestion, Record
from site_gen.site.settings import PublicNames
from site_gen.text.places import Place
from site_gen.text.values import dataclass, field_names, is_value, replace

Value = TypeVar("Value")

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
NUMBERS = frozenset({int, bool})
# Filled as kinds are met: looking them up is most of the work on a meeting that names nobody.
_WORD_FIELDS: dict[type, tuple[str, ...]] = {}
ATTRIBUTE = re.compile(r"""\s+[^\s"'<>=/]+\s*=\s*(?:"([^"]*)"|'([^']*)')""")
TAG_WITH_ATTRIBUTES = re.compile(r"""<[a-zA-Z][^\s<>"'/]*\s(?:[^<>"']|"[^"]*"|'[^']*')*>""")


def apply_public_names(meeting: Meeting, policy: PublicNames, is_public: IsPublic) -> Meeting:
    """`meeting` with its members of the public named as `policy` has it, wherever they are named.

    With `INITIALS`, "Mr Nathan Example" and "Example" become "Mr N. E." and "N. E."; with `NONE`,
    "a member of the public". Changed are the words of `is_public` speakers in every form: with
    titles and without, in part, in capitals, across emphasis, line ends and no-break spaces, in
    HTML and plain text. Links and documents whose address gives a name away lose the address.
    Councillors, speakers with an office, and whom the attendance lists as a member of the body are
    never members of the public.
    """
    if policy is PublicNames.AS_MINUTED:
        return meeting
    speakers = PublicSpeakers(meeting, is_public)
    finder = speakers.finder()
    if not finder.people:
        return meeting
    return _Hiding(finder, policy, speakers).value(meeting)


def check_public_names(
    meeting: Meeting, policy: PublicNames, is_public: IsPublic
) -> tuple[Diagnostic, ...]:
    """An error for each id and file name that would publish a name kept private.

    Give it the meeting as it was before `apply_public_names`. The names are not quoted.
    """
    if policy is PublicNames.AS_MINUTED:
        return ()
    finder = PublicSpeakers(meeting, is_public).finder()
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


@dataclass(frozen=True, slots=True)
class _Hiding:
    """Hides what `finder` finds, as `policy` has it."""

    finder: NameFinder
    policy: PublicNames
    speakers: PublicSpeakers

    def value(self, value: Value) -> Value:
        """`value` with all words in it changed, however deep; the very same when none was."""
        kind = type(value)
        hidden: Any = value
        if kind is str:
            hidden = self.text(hidden)
        elif kind is tuple:
            parts = tuple(map(self.value, hidden))
            changed = any(new is not old for new, old in zip(parts, hidden, strict=True))
            hidden = parts if changed else value
        elif kind is Prose:
            hidden = self.prose(hidden)
        elif kind is Speaker:
            hidden = self.speaker(hidden)
        elif _word_fields(kind):
            hidden = self._fields(hidden)
        return hidden  # type: ignore[no-any-return]

    def _fields(self, value: Any) -> Any:
        changes: dict[str, Any] = {}
        for name in _word_fields(type(value)):
            old = getattr(value, name)
            if old is None or old.__class__ in NUMBERS:
                continue
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
            return nobody_edit(visible, span)
        return initials_edit(visible, span)

    def speaker(self, speaker: Speaker) -> Speaker:
        """The speaker as `policy` has it; of others only words that are no name of their own."""
        if not self.speakers.is_hidden(speaker):
            if speaker.name is not None:
                return speaker
            return replace(speaker, printed=self.text(speaker.printed))
        names = [*names_in(speaker.printed), *names_in(speaker.name or "")]
        if not names:
            return speaker  # "A resident"
        if self.policy is PublicNames.NONE:
            several = len(list(names_in(speaker.printed))) > 1
            printed = SEVERAL if several else ONE
            return replace(speaker, printed=printed[0].upper() + printed[1:], name=None)
        name = None if speaker.name is None else self._whole_name(speaker.name)
        return replace(speaker, printed=self._whole_name(speaker.printed), name=name)

    def _whole_name(self, printed: str) -> str:
        """Words that are known to be a name, though in a sentence they might be none: "Green"."""
        shown = self.text(printed)
        name = person_name(printed) if shown is printed else None
        return initials(NamedPerson.of(name), name.title) if name is not None else shown


def _word_fields(kind: type) -> tuple[str, ...]:
    """The fields of a value that may hold words; none of anything else."""
    known = _WORD_FIELDS.get(kind)
    if known is None:
        passed_over = NOT_WORDS.get(kind, frozenset())
        named = field_names(kind) if is_value(kind) else ()
        known = tuple(name for name in named if name not in passed_over)
        _WORD_FIELDS[kind] = known
    return known
