"""Why something is not published, in plain words."""

from site_gen.minutes.exempt_reasons import IN_PRIVATE, reason_of
from site_gen.model.prose import Withheld
from site_gen.pages.words import joined
from site_gen.text.values import dataclass

NO_REASON = "the minutes do not say why"


@dataclass(frozen=True, slots=True)
class WithheldView:
    """What a page says in place of words that are not published."""

    sentence: str
    summary: str  # what the council chose to say about it in public; may be empty


def withheld_view(withheld: Withheld) -> WithheldView:
    """The sentence that stands for withheld words: "Considered in private: it concerns ..."."""
    # The summary that stands where the council gave none would say the sentence a second time.
    is_own = not withheld.public_summary.startswith(IN_PRIVATE)
    return WithheldView(
        f"{IN_PRIVATE}: {_reason(withheld)}{_law(withheld.paragraphs)}.",
        withheld.public_summary if is_own else "",
    )


def _reason(withheld: Withheld) -> str:
    return withheld.reason.rstrip(".") or reason_of(withheld.paragraphs) or NO_REASON


def _law(paragraphs: tuple[str, ...]) -> str:
    if not paragraphs:
        return ""
    word = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return f" ({word} {joined(paragraphs)} of Schedule 12A)"
