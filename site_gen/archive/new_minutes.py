"""The first text of new minutes: front matter, who should be there, the agenda, and hints.

Hints are hidden notes (`<!-- ... -->`), which never reach a page.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.archive.people import covers
from site_gen.archive.usual_meeting import UsualMeeting
from site_gen.model.bodies import Body
from site_gen.model.people import Person
from site_gen.text.dates import PartialDate

FIRST_HINT = (
    "Notes like this one are never published. Write over them, or leave them.\n"
    "     Run `minutebook check` when you are done."
)
# The first whose word a title has; the last has none and fits any.
HINTS = (
    ("apolog", "Apologies were received from Councillor Example. Or: There were none."),
    ("declar", "Councillor Example declared a personal interest in item 5. Or: There were none."),
    ("minutes", "RESOLVED: That the minutes of the last meeting be confirmed as a correct record."),
    (
        "question",
        (
            "**Question 1 (Mrs Example):** What was asked.\n\n"
            "     **Response (Director of Housing):** What was answered."
        ),
    ),
    ("petition", "**Petition (A. Example, 212 signatures):** What it asks for."),
    ("next meeting", "The next meeting is on Tuesday 9 April 2024."),
    ("date of", "The next meeting is on Tuesday 9 April 2024."),
    ("exempt", "**Exempt (paragraph 3):** What must not be public.\n\n     **End of exempt**"),
    ("", "It was moved by Councillor A, seconded by Councillor B and RESOLVED: That ..."),
)
PLAIN_VALUE = re.compile(r"[A-Za-z][\w ,.'’()&/-]*\Z")


def new_minutes(
    body: Body,
    date: PartialDate,
    usual: UsualMeeting,
    people: Iterable[Person],
    *,
    identifier: str = "",
    title: str = "",
) -> str:
    """The text of a file for the meeting of `body` on `date`.

    `identifier` is the meeting's own address, when the usual one is taken, and `title` what to call
    it beside the other meeting of that day. Members are those whom
    people.yaml has for that day; substitutes are left out.
    """
    front: dict[str, str] = {"date": date.iso}
    if identifier:
        front["id"] = identifier
    if title:
        front["title"] = title
    front |= {"time": usual.start, "venue": usual.venue, "status": "draft"}
    lines = ["---", *(f"{key}: {_value(value)}" for key, value in front.items() if value), "---"]
    lines += ["", f"# {body.name_on(date)}", "", f"<!-- {FIRST_HINT} -->", ""]
    members = list(_members(body, date, people, has_councillors=usual.has_councillors))
    lines += [*_attendance(members, usual)]
    for number, item in enumerate(usual.agenda, 1):
        lines += [f"## {number}. {item}", "", f"<!-- {_hint(item)} -->", ""]
    return "\n".join(lines)


def _attendance(members: Sequence[str], usual: UsualMeeting) -> Iterator[str]:
    """Lines that say who should be there, and in hidden notes who was there last time."""
    if members:
        yield from (f"**Present:** {', '.join(members)}", "")
        last = f" Last time: {usual.chair}." if _is_hidden_well(usual.chair) else ""
        yield from (f"<!-- Take out whoever was away. Write (Chair) behind one name.{last} -->", "")
    else:
        present = ", ".join(filter(_is_hidden_well, usual.members))
        note = "Those of the last meeting. Take out whoever was away, and these marks.\n     "
        shown = "Councillor Example (Chair), Councillor Sample"
        yield from (f"<!-- {note if present else ''}**Present:** {present or shown} -->", "")
    if officers := "; ".join(filter(_is_hidden_well, usual.officers)):
        yield from (f"<!-- Those of the last meeting.\n     **Officers:** {officers} -->", "")


def _is_hidden_well(words: str) -> bool:
    """Whether the words can stand in a hidden note and not end it."""
    return bool(words) and "--" not in words and ">" not in words


def _members(
    body: Body, date: PartialDate, people: Iterable[Person], *, has_councillors: bool
) -> Iterator[str]:
    for person in people:
        roles = [role for role in person.roles if role.member_of == body.id]
        roles = [role for role in roles if covers(role, date) and not role.is_substitute]
        if roles:
            is_titled = has_councillors and not all(role.is_co_opted for role in roles)
            yield f"Councillor {person.name}" if is_titled else person.name


def _hint(title: str) -> str:
    lowered = title.lower()
    return next(hint for word, hint in HINTS if word in lowered)


def _value(value: str) -> str:
    """The value as YAML reads it back; in quotation marks where that is not plain."""
    is_plain = PLAIN_VALUE.match(value) is not None or re.fullmatch(r"[\d:.-]+", value) is not None
    return value if is_plain else json.dumps(value, ensure_ascii=False)
