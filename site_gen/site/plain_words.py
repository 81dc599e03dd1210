"""What became of a decision and of a question, in the words of the pages and of search."""

from site_gen.model.records import Outcome
from site_gen.model.rows import ResponseState

OUTCOMES = {
    Outcome.CARRIED: "Agreed",
    Outcome.LOST: "Not agreed",
    Outcome.WITHDRAWN: "Withdrawn",
    Outcome.DEFERRED: "Put off",
    Outcome.LAPSED: "Fell: nobody seconded it",
    Outcome.NOTED: "Noted",
}
RESPONSE_STATES = {
    ResponseState.RECORDED: "Answer recorded",
    ResponseState.LATER: "Answer at a later meeting",
    ResponseState.TO_FOLLOW: "Answer to follow in writing",
    ResponseState.NONE: "No answer in these minutes",
}
