"""The pieces of a generated archive, for measuring search by itself.

Paragraphs become pieces by a few rules of thumb, in place of the recogniser: the measurement needs
the true number, length and wording of pieces, and not their exact kinds.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from site_gen.search.pieces import Piece

DATE = re.compile(r"^date: (.+)$", re.MULTILINE)
TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)
ITEM = re.compile(r"^(?:#+ .+|\*\*\d+\. .+\*\*|\d+\. [A-Z ,:']+|[A-Z ,:'0-9.]{8,})$")
QUESTION = re.compile(r"^\W*(?:Question|Supplementary|.{0,60}\basked\b)")
RESPONSE = re.compile(r"^\W*(?:Response|REPLY|Reply|Answer|.{0,60}\b(?:responded|replied)\b)")
RESOLUTION = re.compile(r"RESOLVED|AGREED|Resolved|Agreed|[Rr]ecommended")
CONTINUES = re.compile(r"[·(\-*o>] |\*\*For\*\*|\d+[.)]|[a-z]\)|\([ivx]+\)|On a division|[·\d]")
NAMES = re.compile(r"Councillor ([A-Z][a-z]+)")
ROUTINE = re.compile(r"apologies|declarations", re.IGNORECASE)


def read_meetings(archive: Path) -> Iterator[list[Piece]]:
    """The pieces of each meeting of `archive`, in order of path."""
    for path in sorted((archive / "content" / "meetings").rglob("*.md")):
        pieces = list(_pieces(path))
        if pieces:
            yield pieces


def _pieces(path: Path) -> Iterator[Piece]:
    front, _, text = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    found = DATE.search(front)
    date = found[1].strip("\"'") if found else "2000-01-01"
    title = TITLE.search(front)
    body = path.parent.name
    meeting = f"{body}-{path.stem}"
    item = ""
    thread = ""
    heading = ""
    for number, paragraph in enumerate(_paragraphs(text), start=1):
        if ITEM.match(paragraph):
            item = paragraph.strip("#* ")
            thread = ""
            continue
        if len(paragraph) < 80 and paragraph.startswith("**"):
            heading = paragraph.strip("* ")
            continue
        kind, thread = _kind(paragraph, f"{meeting}#p{number}", thread, has_heading=bool(heading))
        names = tuple(dict.fromkeys(NAMES.findall(heading + paragraph[:200])))[:2]
        yield Piece(
            id=f"{meeting}#p{number}",
            thread=thread if kind in {"response", "supplementary"} else f"{meeting}#p{number}",
            kind=kind,
            url=f"meetings/{meeting}.html#p{number}",
            date=date,
            meeting=meeting,
            body_id=body,
            title=heading,
            text=paragraph,
            people=" ".join(names) if kind != "discussion" else "",
            item=item,
            body=title[1].strip("\"'") if title else body,
            person_ids=tuple(name.lower() for name in names) if kind != "discussion" else (),
            speaker=names[0] if names and kind != "discussion" else "",
            outcome="Carried" if kind == "resolution" else "",
            response="recorded" if kind == "question" else None,
            routine=bool(ROUTINE.search(item)),
        )
        heading = ""


def _kind(paragraph: str, own: str, thread: str, *, has_heading: bool) -> tuple[str, str]:
    if RESPONSE.match(paragraph) and thread:
        return "response", thread
    if QUESTION.match(paragraph) or has_heading:
        return "question", own
    if RESOLUTION.search(paragraph):
        return "resolution", thread
    return "discussion", thread


def _is_short(gathered: str) -> bool:
    return len(gathered) < 180 and not gathered.startswith("**") and not ITEM.match(gathered)


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs; list items and recorded votes are part of the one before."""
    gathered = ""
    for paragraph in text.split("\n\n"):
        stripped = paragraph.strip()
        if gathered and (
            CONTINUES.match(stripped) or gathered.endswith(":") or _is_short(gathered)
        ):
            gathered += "\n" + stripped
            continue
        if gathered:
            yield gathered
        gathered = stripped
    if gathered:
        yield gathered
