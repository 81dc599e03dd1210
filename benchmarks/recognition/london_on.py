"""The Canadian minutes: their JSON says every motion with its mover, seconder, result and vote."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.recognition.reading import Understood, place_in, read_understood
from benchmarks.recognition.scores import Report, Score, Share
from site_gen.model.prose import Withheld
from site_gen.model.records import Decision, Outcome
from site_gen.text.slugs import slugify

LEAD = re.compile(r"(?:motion made by|moved by|seconded by)\s*:?\s*", re.IGNORECASE)
COUNTS = re.compile(r"\((\d+) to (\d+)\)")
OPENING = 60  # letters of a motion that tell it from others
LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Motion:
    """One motion of the answer key."""

    text: str
    mover: str
    seconder: str
    outcome: Outcome | None
    votes_for: int | None
    votes_against: int | None


def score_london_on(folder: Path) -> Report:
    """All files under `folder`/content, each with its answers under `folder`/data."""
    report = Report("london-on")
    score = Score("motions found", 0.95)
    shares = {name: Share(name, 0.95) for name in ("mover", "seconder", "result", "vote counts")}
    for path in sorted((folder / "content").rglob("*.md")):
        answers = folder / "data" / path.parent.name / f"{path.stem}.json"
        report.files += 1
        found = read_understood(path, path.name, report)
        if found is None:
            continue
        _score(found, list(find_motions(answers)), score, shares)
    report.scores.append(score)
    report.shares += list(shares.values())
    return report


def find_motions(answers: Path) -> Iterator[Motion]:
    """The motions of one file in the order minuted."""
    data = json.loads(answers.read_text(encoding="utf-8"))
    for item in data["items"].values():
        yield from _motions(item)


def _motions(item: dict[str, Any]) -> Iterator[Motion]:
    for part in item["content"]:
        if part["__class__"] == "Motion":
            yield _motion(part)
    for child in item["items"].values():
        yield from _motions(child)


def _motion(part: dict[str, Any]) -> Motion:
    result = part["result"]["string"]
    rows = {row["vote"].strip(": ").lower(): len(row["voters"]) for row in part["vote"]["rows"]}
    printed = COUNTS.search(result)
    votes_for, votes_against = rows.get("yeas"), rows.get("nays")
    if printed is not None:
        votes_for, votes_against = int(printed[1]), int(printed[2])
    return Motion(
        text=_letters(" ".join(text["string"] for text in part["motion_texts"])),
        mover=slugify(LEAD.sub("", part["moved_by"]["string"])),
        seconder=slugify(LEAD.sub("", part["seconded_by"]["string"])),
        outcome=_outcome(result),
        votes_for=votes_for,
        votes_against=votes_against,
    )


def _outcome(result: str) -> Outcome | None:
    lowered = result.lower()
    if "failed" in lowered or "lost" in lowered:
        return Outcome.LOST
    return Outcome.CARRIED if "passed" in lowered else None


def _score(
    found: Understood, motions: list[Motion], score: Score, shares: dict[str, Share]
) -> None:
    left = found.decisions
    for motion in motions:
        match = next((one for one in left if _is_same(one, motion)), None)
        if match is None:
            score.missed.append(f"{found.name}: {motion.text[:70]} ({motion.mover})")
            continue
        score.hits += 1
        left.remove(match)
        _score_details(found, match, motion, shares)
    score.invented += [place_in(found, one.line) for one in left]


def _is_same(decision: Decision, motion: Motion) -> bool:
    opening = motion.text[:OPENING]
    return bool(opening) and opening in _decision_letters(decision)


def _decision_letters(decision: Decision) -> str:
    parts = [part for part in decision.flow if not isinstance(part, Withheld)]
    return _letters(" ".join(part.prose.text for part in parts))


def _score_details(
    found: Understood, decision: Decision, motion: Motion, shares: dict[str, Share]
) -> None:
    vote = decision.vote
    told = {
        "mover": slugify(decision.moved_by.printed) if decision.moved_by else "",
        "seconder": slugify(decision.seconded_by.printed) if decision.seconded_by else "",
    }
    right = {
        "mover": told["mover"] == motion.mover,
        "seconder": told["seconder"] == motion.seconder,
        "result": decision.outcome is motion.outcome
        or (motion.outcome is None and decision.outcome is not Outcome.LOST),
        "vote counts": _count(vote.votes_for if vote else None, motion.votes_for)
        and _count(vote.votes_against if vote else None, motion.votes_against),
    }
    place = f"{found.name}:{decision.line}"
    for name, is_right in right.items():
        if is_right:
            shares[name].right += 1
        else:
            shares[name].wrong.append(f"{place}: {_difference(name, decision, motion)}")


def _count(told: int | None, wanted: int | None) -> bool:
    """Nobody against is nought or not said."""
    return told == wanted or (not told and not wanted)


def _difference(name: str, decision: Decision, motion: Motion) -> str:
    vote = decision.vote
    match name:
        case "mover":
            told, wanted = decision.moved_by, motion.mover
            return f"{told.printed if told else None}, not {wanted}"
        case "seconder":
            told, wanted = decision.seconded_by, motion.seconder
            return f"{told.printed if told else None}, not {wanted}"
        case "result":
            return f"{decision.outcome}, not {motion.outcome}"
        case _:
            given = (vote.votes_for, vote.votes_against) if vote else None
            return f"{given}, not {(motion.votes_for, motion.votes_against)}"


def _letters(text: str) -> str:
    return LETTERS.sub("", text.lower())
