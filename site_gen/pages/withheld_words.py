"""Why something is not published, in plain words.

The reasons put Schedule 12A to the Local Government Act 1972 into everyday English: paragraphs
1 to 7 for England, 12 to 18 for Wales.
"""

from site_gen.minutes.exempt_reasons import IN_PRIVATE
from site_gen.model.prose import Withheld
from site_gen.pages.words import joined
from site_gen.text.values import dataclass

REASONS = {
    "1": "it concerns a particular person",
    "2": "it could show who a particular person is",
    "3": "it concerns someone\u2019s business affairs",
    "4": "it concerns talks with staff or their unions",
    "5": "it concerns confidential legal advice",
    "6": "it concerns an order or notice that the council may make",
    "7": "it concerns the prevention or prosecution of crime",
}
WELSH_PARAGRAPHS = {str(number + 11): str(number) for number in range(1, 8)}
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
    if withheld.reason:
        return withheld.reason.rstrip(".")
    known = [REASONS.get(WELSH_PARAGRAPHS.get(one, one), "") for one in withheld.paragraphs]
    return joined(list(dict.fromkeys(filter(None, known)))) or NO_REASON


def _law(paragraphs: tuple[str, ...]) -> str:
    if not paragraphs:
        return ""
    word = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return f" ({word} {joined(paragraphs)} of Schedule 12A)"
