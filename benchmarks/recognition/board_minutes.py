"""Six American board minutes in Word: import and understanding against a reader's own notes.

The notes hold counts and the first letters of names, nothing of the text.
"""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.recognition.reading import USUAL, Understood, understood_text
from benchmarks.recognition.scores import Report, Score, Share
from site_gen.importers.import_document import import_document
from site_gen.importers.options import ImportOptions
from site_gen.model.meetings import Presence
from site_gen.model.records import Decision, Outcome
from site_gen.text.slugs import slugify


@dataclass(frozen=True, slots=True)
class Notes:
    """What a reader found in one file."""

    date: str
    items: int
    members: int  # present, those who came late among them
    absent: int
    motions: tuple[
        tuple[str, str, int], ...
    ]  # mover, seconder, votes for; all carried, none against


NOTES = {
    "03.15.2018": Notes("2018-03-15", 14, 5, 0, (("pow", "pan", 5), ("pow", "pan", 5))),
    "04.19.2018": Notes("2018-04-19", 14, 5, 0, (("pow", "pan", 5),)),
    "05.23.2018": Notes("2018-05-23", 10, 5, 0, (("pow", "pan", 4), ("pow", "roh", 5))),
    "06.06.2018": Notes("2018-06-06", 4, 4, 1, (("pow", "roh", 4),)),
    "06.28.2018": Notes("2018-06-28", 16, 5, 0, (("pow", "pav", 4), ("pow", "roh", 5))),
    "07.26.2018": Notes("2018-07-26", 17, 5, 0, (("pow", "roh", 5), ("pow", "roh", 5))),
}


def score_board_minutes(folder: Path) -> Report:
    """The files of `folder`/board-minutes, imported and understood."""
    report = Report("docx/board-minutes")
    motions = Score("motions (mover, seconder, votes)", 1.0)
    names = ("date", "items, with their numbers", "members present", "members absent")
    shares = {name: Share(name, 1.0) for name in names}
    for path in sorted((folder / "board-minutes").glob("*.docx")):
        report.files += 1
        notes = NOTES[path.name.split(" ", maxsplit=1)[0]]
        options = ImportOptions(settings=USUAL)
        result = import_document(path.name, path.read_bytes(), options=options)
        if result.meeting is None:
            shares["date"].wrong.append(f"{path.name}: not imported")
            continue
        found = understood_text(result.meeting.markdown, path.name)
        _compare(path.name, result.meeting.date.iso, found, notes, shares)
        _score_motions(found, notes, motions)
    report.scores.append(motions)
    report.shares += list(shares.values())
    return report


def _compare(
    name: str, date: str, found: Understood, notes: Notes, shares: dict[str, Share]
) -> None:
    here = (Presence.MEMBER,)
    items = [item for item in found.meeting.items if item.title]
    told = {
        "date": (date, notes.date),
        "items, with their numbers": (
            (len(items), sum(item.number is not None for item in items)),
            (notes.items, notes.items),
        ),
        "members present": (_count(found, *here), notes.members),
        "members absent": (_count(found, Presence.ABSENT, Presence.APOLOGIES), notes.absent),
    }
    for about, (given, wanted) in told.items():
        if given == wanted:
            shares[about].right += 1
        else:
            shares[about].wrong.append(f"{name}: {given}, not {wanted}")


def _count(found: Understood, *presences: Presence) -> int:
    return sum(each.presence in presences for each in found.meeting.attendance)


def _score_motions(found: Understood, notes: Notes, score: Score) -> None:
    left = [decision for decision in found.decisions if decision.moved_by is not None]
    for wanted in notes.motions:
        match = next((decision for decision in left if _is_same(decision, wanted)), None)
        if match is None:
            score.missed.append(f"{found.name}: {wanted}")
        else:
            score.hits += 1
            left.remove(match)
    score.invented += [f"{found.name}:{decision.line}" for decision in left]


def _is_same(decision: Decision, wanted: tuple[str, str, int]) -> bool:
    mover, seconder, votes = wanted
    moved, seconded, vote = decision.moved_by, decision.seconded_by, decision.vote
    return (
        moved is not None
        and seconded is not None
        and vote is not None
        and _family(moved.printed).startswith(mover)
        and _family(seconded.printed).startswith(seconder)
        and (vote.votes_for, vote.votes_against or 0) == (votes, 0)
        and decision.outcome is Outcome.CARRIED
    )


def _family(printed: str) -> str:
    return slugify(printed).rsplit("-", 1)[-1]
