"""Words that are no question, answer or decision, where the minutes have them."""

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, PassageRole, Prose, Withheld
from site_gen.pages.desk import Desk
from site_gen.pages.naming import NameView
from site_gen.pages.withheld_words import WithheldView, withheld_view
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """Words as minuted."""

    block: ClassVar[str] = "prose"
    role: str  # for the style: "prose", "lead", "movers", "vote", "outcome", "furniture"
    prose: Prose


@dataclass(frozen=True, slots=True)
class DiscussionBlock:
    """A run of prose that has an address of its own."""

    block: ClassVar[str] = "discussion"
    address: str
    aliases: tuple[str, ...]  # further addresses that lead here
    prose: Prose


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """Words that the page has said in its own way, kept as printed for whoever opens them."""

    block: ClassVar[str] = "printed"
    summary: str  # "As printed on the agenda"
    proses: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class WithheldBlock:
    """Stands where words are not published."""

    block: ClassVar[str] = "withheld"
    withheld: WithheldView


@dataclass(frozen=True, slots=True)
class LinkedBlock:
    """Words as minuted with the people in them linked; the parts joined are the words."""

    block: ClassVar[str] = "linked"
    parts: tuple[NameView, ...]


AGENDA_SUMMARY = "As printed on the agenda"
# What a council's pages print around the agenda's text is folded with it: "Minutes:".
FOLDED = frozenset({PassageRole.AGENDA, PassageRole.FURNITURE})


def prose_block(passage: Passage) -> ProseBlock:
    """A passage that is shown where it stands."""
    return ProseBlock(passage.role.value, passage.prose)


def word_blocks(
    parts: tuple[Passage | Withheld, ...],
) -> tuple[ProseBlock | PrintedBlock | WithheldBlock, ...]:
    """Passages in order; the agenda's own copy and what is printed around it folded together."""
    blocks: list[ProseBlock | PrintedBlock | WithheldBlock] = []
    for is_foldable, same in groupby(parts, key=_is_foldable):
        run = tuple(same)
        passages = [part for part in run if isinstance(part, Passage)]
        if is_foldable and any(part.role is PassageRole.AGENDA for part in passages):
            blocks.append(PrintedBlock(AGENDA_SUMMARY, tuple(part.prose for part in passages)))
        else:
            blocks += [word_block(part) for part in run]
    return tuple(blocks)


def word_block(part: Passage | Withheld) -> ProseBlock | WithheldBlock:
    """A passage that is shown where it stands, or what stands in place of withheld words."""
    return prose_block(part) if isinstance(part, Passage) else WithheldBlock(withheld_view(part))


def linked_block(words: str, speakers: Iterable[Speaker], desk: Desk) -> LinkedBlock:
    """`words` with each of `speakers` linked where the minutes print them first."""
    rest = words
    parts: list[NameView] = []
    found = [one for one in speakers if one.printed in words]
    for speaker in sorted(found, key=lambda one: words.index(one.printed)):
        before, printed, after = rest.partition(speaker.printed)
        if printed:
            href = desk.naming.speaker_href(speaker, desk.links)
            parts += [NameView(before), NameView(printed, href)]
            rest = after
    return LinkedBlock((*parts, NameView(rest)))


def _is_foldable(part: Passage | Withheld) -> bool:
    return isinstance(part, Passage) and part.role in FOLDED
