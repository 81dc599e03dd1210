"""Words that are no question, answer or decision, where the minutes have them."""

from dataclasses import dataclass
from typing import ClassVar

from site_gen.model.prose import Passage, PassageRole, Prose, Withheld
from site_gen.pages.withheld_words import WithheldView, withheld_view


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


PRINTED_SUMMARIES = {PassageRole.AGENDA: "As printed on the agenda"}


def prose_block(passage: Passage) -> ProseBlock:
    """A passage that is shown where it stands."""
    return ProseBlock(passage.role.value, passage.prose)


def word_blocks(
    parts: tuple[Passage | Withheld, ...],
) -> tuple[ProseBlock | PrintedBlock | WithheldBlock, ...]:
    """Passages in order; neighbours that the page keeps folded are folded together."""
    blocks: list[ProseBlock | PrintedBlock | WithheldBlock] = []
    for part in parts:
        if isinstance(part, Withheld):
            blocks.append(WithheldBlock(withheld_view(part)))
        elif summary := PRINTED_SUMMARIES.get(part.role):
            last = blocks[-1] if blocks else None
            if isinstance(last, PrintedBlock) and last.summary == summary:
                blocks[-1] = PrintedBlock(summary, (*last.proses, part.prose))
            else:
                blocks.append(PrintedBlock(summary, (part.prose,)))
        else:
            blocks.append(prose_block(part))
    return tuple(blocks)
