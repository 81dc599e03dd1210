"""Every English word that Python makes for a page: plurals, outcomes, states."""

from site_gen.model.meetings import ItemState, MeetingStatus
from site_gen.model.records import RecordKind
from site_gen.model.rows import Part

PLURALS = {
    "meeting": "meetings",
    "question": "questions",
    "follow-up question": "follow-up questions",
    "answer": "answers",
    "more question": "more questions",
    "decision": "decisions",
    "decision or motion": "decisions and motions",
    "more decision": "more decisions",
    "point": "points",
    "point raised": "points raised",
    "promise to follow up": "promises to follow up",
    "action": "actions",
    "document": "documents",
    "officer": "officers",
    "other": "others",
    "entry": "entries",
    "signature": "signatures",
}


def counted(number: int, noun: str) -> str:
    """ "1 question", "12 questions", "1,204 questions". Raises KeyError for a noun not listed."""
    return f"{number:,} {noun if number == 1 else PLURALS[noun]}"


def joined(words: tuple[str, ...] | list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def capitalised(words: str) -> str:
    """The first letter made a capital, the others left alone."""
    return words[:1].upper() + words[1:]


STATUS_LABELS = {
    MeetingStatus.SCHEDULED: "Planned",
    MeetingStatus.CANCELLED: "Cancelled",
    MeetingStatus.POSTPONED: "Postponed",
    MeetingStatus.INQUORATE: "Too few members came",
    MeetingStatus.DRAFT: "Draft",
    MeetingStatus.APPROVED: "Approved",
    MeetingStatus.SIGNED: "Approved and signed",
}
STATES = {
    ItemState.DEFERRED: "Put off to a later meeting",
    ItemState.WITHDRAWN: "Withdrawn",
    ItemState.NOT_REACHED: "Not reached at this meeting",
    ItemState.PRIVATE: "Considered in private",
}
PARTS = {
    Part.ASKED: "Asked",
    Part.ANSWERED: "Answered",
    Part.COMMENTED: "Made a point",
    Part.REPRESENTED: "Spoke for residents",
    Part.PRESENTED: "Presented a report",
    Part.MOVED: "Proposed",
    Part.SECONDED: "Seconded",
    Part.PROMISED: "Promised to follow up",
    Part.DECLARED: "Declared an interest",
    Part.CHAIRED: "Chaired the meeting",
    Part.ATTENDED: "Attended",
    Part.APOLOGISED: "Sent apologies",
}
KINDS = {
    RecordKind.QUESTION: "Question",
    RecordKind.SUPPLEMENTARY: "Follow-up question",
    RecordKind.RESPONSE: "Answer",
    RecordKind.COMMENT: "Point raised",
    RecordKind.REPRESENTATION: "Representation",
    RecordKind.MOTION: "Motion",
    RecordKind.RESOLUTION: "Decision",
    RecordKind.RECOMMENDATION: "Recommendation",
    RecordKind.UNDERTAKING: "Promise to follow up",
    RecordKind.ACTION: "Action",
    RecordKind.DISCUSSION: "Discussion",
}
# As in "Link to this question".
NOUNS = {
    RecordKind.QUESTION: "question",
    RecordKind.SUPPLEMENTARY: "question",
    RecordKind.RESPONSE: "answer",
    RecordKind.COMMENT: "point",
    RecordKind.REPRESENTATION: "statement",
    RecordKind.MOTION: "motion",
    RecordKind.RESOLUTION: "decision",
    RecordKind.RECOMMENDATION: "recommendation",
    RecordKind.UNDERTAKING: "promise",
    RecordKind.ACTION: "action",
    RecordKind.DISCUSSION: "part",
}
