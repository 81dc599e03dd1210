"""Votes as counts, a small bar and names."""

from site_gen.model.records import Vote
from site_gen.pages.links import Links
from site_gen.pages.naming import NameView, Naming
from site_gen.text.values import dataclass

BAR_WIDTH = 100  # units of the bar's own drawing


@dataclass(frozen=True, slots=True)
class BarPart:
    """One stretch of the bar, in units of its own drawing."""

    side: str  # "for", "against", "abstained"
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class CountView:
    """One count of a vote."""

    side: str  # "for", "against", "abstained"
    words: str  # "9 for"


@dataclass(frozen=True, slots=True)
class TallyView:
    """Counts of a vote."""

    words: str  # "9 for, 3 against, 1 abstained"
    counts: tuple[CountView, ...]
    bar: tuple[BarPart, ...]  # empty when only one count is known


@dataclass(frozen=True, slots=True)
class VoterGroup:
    """Who voted one way."""

    label: str
    names: tuple[NameView, ...]


@dataclass(frozen=True, slots=True)
class VoteView:
    """A vote as a page shows it."""

    tally: TallyView | None
    notes: tuple[str, ...]  # "Unanimous", "The chair's casting vote decided"
    groups: tuple[VoterGroup, ...]


def make_tally(
    votes_for: int | None, votes_against: int | None, abstentions: int | None
) -> TallyView | None:
    """Counts as the minutes give them; None when they give none."""
    counts = (("for", votes_for), ("against", votes_against), ("abstained", abstentions))
    known = tuple((side, number) for side, number in counts if number is not None)
    # That nobody abstained goes without saying; that nobody was against does not.
    told = tuple(
        CountView(side, f"{number} {side}")
        for side, number in known
        if number or side != "abstained"
    )
    if not told:
        return None
    bar = _bar(known) if len(known) > 1 else ()
    return TallyView(", ".join(one.words for one in told), told, bar)


def make_vote(vote: Vote | None, naming: Naming, links: Links) -> VoteView | None:
    """The vote with its names; None when the minutes record none."""
    if vote is None:
        return None
    groups = (
        ("For", vote.names_for),
        ("Against", vote.names_against),
        ("Abstained", vote.names_abstained),
        ("Did not vote", vote.names_did_not_vote),
        ("Absent", vote.names_absent),
    )
    return VoteView(
        tally=make_tally(vote.votes_for, vote.votes_against, vote.abstentions),
        notes=_notes(vote),
        groups=tuple(
            VoterGroup(label, naming.named(speakers, links))
            for label, speakers in groups
            if speakers
        ),
    )


def _notes(vote: Vote) -> tuple[str, ...]:
    notes = []
    if vote.is_unanimous:
        notes.append("Everybody who voted agreed")
    if vote.did_not_vote:
        notes.append(f"{vote.did_not_vote} did not vote")
    if vote.absent:
        notes.append(f"{vote.absent} absent")
    if vote.casting_vote:
        notes.append(f"The chair\u2019s casting vote, {vote.casting_vote}, decided")
    return tuple(notes)


def _bar(counts: tuple[tuple[str, int], ...]) -> tuple[BarPart, ...]:
    total = sum(number for _, number in counts)
    if not total:
        return ()
    parts = []
    before = 0
    for side, number in counts:
        if number:
            start, width = BAR_WIDTH * before / total, BAR_WIDTH * number / total
            parts.append(BarPart(side, f"{start:.4g}", f"{width:.4g}"))
        before += number
    return tuple(parts)
