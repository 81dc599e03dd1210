"""Prose in, records out: every case of tests/cases/*.md.

A case is a heading, a sentence that says why it matters, a fence `minutes` and a fence `read`. Each
line of `read` is how a line of `outline_of` begins; there are as many of them. Discussion is left
out where the case does not name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, PassageRole, Prose, Withheld
from site_gen.model.records import Decision, Record, RecordKind, Vote
from tests.minutes.samples import understand
from tests.places import REPOSITORY

CASES = REPOSITORY / "tests" / "cases"
CASE = re.compile(
    r"^## (?P<name>.+?)\n+(?P<why>.+?)\n"
    r"```minutes\n(?P<minutes>.*?)\n```\n+```read\n(?P<read>.*?)```",
    re.MULTILINE | re.DOTALL,
)
NOT_OURS = {"queries.md"}  # cases of the search
SHOWN_PASSAGES = (PassageRole.MOVERS, PassageRole.VOTE, PassageRole.OUTCOME, PassageRole.AGENDA)


@dataclass(frozen=True)
class Case:
    file: str
    name: str
    minutes: str
    read: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.file}: {self.name}"


def cases() -> list[Case]:
    found = []
    for path in sorted(CASES.glob("*.md")):
        if path.name in NOT_OURS:
            continue
        text = path.read_text(encoding="utf-8").replace("~", "\u00a0").replace("^", "\u00ad")
        assert text.count("```minutes") == len(CASE.findall(text)), path.name
        for match in CASE.finditer(text):
            lines = tuple(match["read"].rstrip().split("\n")) if match["read"].strip() else ()
            found.append(Case(path.name, match["name"], match["minutes"], lines))
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_case(case: Case) -> None:
    parsed = understand(case.minutes)
    actual = list(outline_of(parsed.value, with_discussion="discussion" in "".join(case.read)))
    actual += [f"{found.severity.name.lower()} {found.code}" for found in parsed.diagnostics]
    shortened = [line[: len(wanted)] for line, wanted in zip(actual, case.read, strict=False)]
    shortened += actual[len(case.read) :]
    assert shortened == list(case.read)


def outline_of(meeting: Meeting, *, with_discussion: bool) -> Iterator[str]:
    for item in meeting.items:
        yield _item_line(item)
        for part in item.flow:
            yield from _part_lines(part, item, with_discussion=with_discussion)


def _item_line(item: AgendaItem) -> str:
    words = [item.address]
    words += [f"minute {item.minute}"] if item.minute and item.number else []
    words += [f"under {item.parent}"] if item.parent else []
    words += [f"[{item.state}]"] if item.state else []
    words += ["routine"] if item.is_routine else []
    words += [f"presented by {item.presented_by.printed}"] if item.presented_by else []
    words += [f"introduced by {item.introduced_by.printed}"] if item.introduced_by else []
    return " ".join(words) + f": {item.title}"


def _part_lines(
    part: Passage | Record | Decision | Withheld, item: AgendaItem, *, with_discussion: bool
) -> Iterator[str]:
    if isinstance(part, Record):
        if with_discussion or part.kind is not RecordKind.DISCUSSION:
            yield "  " + _record_line(part, item)
    elif isinstance(part, Decision):
        yield "  " + _decision_line(part, item)
        for inner in part.flow:
            for line in _part_lines(inner, item, with_discussion=True):
                yield "  " + line
    elif isinstance(part, Passage):
        if part.role in SHOWN_PASSAGES:
            yield f"  {part.role}: {_words(part.prose)}"
    else:
        yield f"  withheld {part.public_summary}"


def _record_line(record: Record, item: AgendaItem) -> str:
    words = [record.address.removeprefix(item.address + "-")]
    words += [f"by {_who(record.speaker)}"] if record.speaker else []
    words += [f"to {_who(record.addressed_to)}"] if record.addressed_to else []
    words += [record.detail] if record.detail else []
    words += [f"signed {record.signatures}"] if record.signatures is not None else []
    words += [f"-> {answered.removeprefix(item.address + '-')}" for answered in record.answers]
    if record.answers_earlier is not None:
        words.append(f"-> {record.answers_earlier.number} of {record.answers_earlier.date.iso}")
    words += [f"after {record.follows.removeprefix(item.address + '-')}"] if record.follows else []
    words += ["in writing"] if record.is_in_writing else []
    words += ["promised"] if record.is_promise else []
    words += [f"dated {record.dated.iso}"] if record.dated else []
    words += [f"due {record.due.iso}"] if record.due else []
    words += [f"for {record.decides}"] if record.decides else []
    return " ".join(words) + f": {_words(record.prose)}"


def _decision_line(decision: Decision, item: AgendaItem) -> str:
    words = [decision.address.removeprefix(item.address + "-")]
    words += [str(decision.outcome)] if decision.outcome else []
    words += [f"moved by {_who(decision.moved_by)}"] if decision.moved_by else []
    words += [f"seconded by {_who(decision.seconded_by)}"] if decision.seconded_by else []
    words += (
        [f"amends {decision.amends.removeprefix(item.address + '-')}"] if decision.amends else []
    )
    words += list(_vote_words(decision.vote)) if decision.vote else []
    return " ".join(words)


def _vote_words(vote: Vote) -> Iterator[str]:
    for name, count, voters in (
        ("for", vote.votes_for, vote.names_for),
        ("against", vote.votes_against, vote.names_against),
        ("abstained", vote.abstentions, vote.names_abstained),
        ("absent", vote.absent, vote.names_absent),
    ):
        if count is not None or voters:
            yield f"{name} {count}" + (f" ({', '.join(map(_who, voters))})" if voters else "")
    if vote.casting_vote:
        yield f"casting vote {vote.casting_vote}"
    if vote.is_unanimous:
        yield "unanimous"


def _who(speaker: Speaker) -> str:
    return speaker.name or speaker.office or speaker.printed


def _words(prose: Prose) -> str:
    return " / ".join(prose.text.split("\n"))


def test_every_kind_of_record_has_a_case(tmp_path: Path) -> None:
    del tmp_path
    told = "\n".join(line for case in cases() for line in case.read)
    for kind in RecordKind:
        assert f"{kind}-" in told, kind
