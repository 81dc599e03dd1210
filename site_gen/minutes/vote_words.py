"""The words by which minutes say how a vote went: data for `votes` and `outcomes`."""

from enum import StrEnum

from site_gen.model.records import Outcome


class Side(StrEnum):
    """A way of voting, named as the fields of `Vote` are."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    DID_NOT_VOTE = "did_not_vote"
    ABSENT = "absent"


# Spellings of each side; a pattern each, matched whole and in any case.
SIDE_WORDS: dict[Side, tuple[str, ...]] = {
    Side.FOR: (
        r"yeas?", r"ayes?", r"yes", r"pros?",
        r"for(?:\s+the\s+(?:motion|amendment|proposal|resolution))?",
        r"in\s+favou?r(?:\s+of(?:\s+the\s+(?:motion|amendment|proposal|resolution))?)?",
        r"voting\s+(?:for|in\s+favou?r)", r"supporting", r"in\s+agreement", r"o\s+blaid",
    ),
    Side.AGAINST: (
        r"nays?", r"noes", r"nos?",
        r"against(?:\s+the\s+(?:motion|amendment|proposal|resolution))?",
        r"opposed", r"opposing", r"voting\s+against", r"dissenting",
        r"express(?:ing|ed)\s+(?:their\s+)?opposition", r"yn\s+erbyn", r"contra",
    ),
    Side.ABSTAINED: (
        r"abstentions?", r"abstained", r"abstain(?:ing|s)?", r"ymatal",
    ),
    Side.DID_NOT_VOTE: (
        r"did\s+not\s+vote", r"not\s+voting", r"no\s+vote", r"present\s+(?:and|but)\s+not\s+voting",
        r"recus(?:ed|als?|e)", r"conflicts?", r"declared\s+an\s+interest",
    ),
    Side.ABSENT: (r"absent", r"absentees", r"excused", r"not\s+present"),
}  # fmt: skip

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        (
            *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
            *("eighteen", "nineteen", "twenty"),
        )
    )
} | {"none": 0, "nil": 0, "a single": 1, "an": 1, "zero": 0, "both": 2}

# One of these, or a tally, is in every vote.
VOTE_STEMS = (
    "vot", "favou", "favor", "against", "abst", "unanim", "aye", "yea", "noes", "nays", "nem",
    "oppos", "in agree", "all agre", "all were", "dissen", "one accord", "gytun",
    "unfryd", "ghuth", "ymatal", "erbyn",
)  # fmt: skip

# A vote of sympathy, thanks or congratulation is no vote, however it was passed.
COURTESIES = (
    r"votes?\s+of\s+(?:\w+\s+){0,3}(?:sympathy|thanks|congratulations?|condolences?|appreciation)",
)

UNANIMOUS = (
    r"unanimous(?:ly)?", r"with\s+one\s+accord",
    r"all\s+(?:members\s+|those\s+present\s+)?(?:voted\s+|voting\s+|were\s+)?in\s+favou?r",
    r"all\s+(?:were\s+)?agreed", r"yn\s+unfrydol", r"d['’]aon\s+ghuth",
)  # fmt: skip
NOBODY_AGAINST = (r"nem\.?\s*con\b\.?", r"nemine\s+contradicente", r"without\s+dissent")

# Stand for their patterns in the phrases below.
PHRASE_PARTS = {
    # any word for a motion
    "motion": r"(?:motion|amendment|resolution|proposal|proposition|recommendations?|addendum|"
    r"measure|bill|by-law|ordinance)(?:,?\s+as\s+amended,?)?",
    # "was", "is therefore", "has been duly"
    "was": r"(?:(?:was|were|is|be|being|been|has|had|then|therefore|duly|accordingly|subsequently|"
    r"formally|unanimously|declared)\s+){0,6}",
    # "put to the vote and"
    "put": r"(?:(?:was|were|been|being)\s+)?(?:put\s+to\s+(?:the|a)\s+(?:vote|meeting),?\s+"
    r"(?:and\s+)?)",
    # "put to the vote.", and the result behind it
    "to_vote": r"put\s+to\s+(?:the|a)\s+vote\s*[.:;–—-]\s*(?:(?:it\s+)?was\s+)?",
    "end_of_it": r"(?=\s*(?:[.;,(]|by\s+\d|unanim|\d|\Z))",
}
# One of these is in every phrase of the outcome.
OUTCOME_STEMS: dict[Outcome, tuple[str, ...]] = {
    Outcome.LAPSED: ("second", "laps", "fell", "falls"),
    Outcome.LOST: ("lost", "defeat", "reject", "fail", "not ", "voted down"),
    Outcome.WITHDRAWN: ("withdr",),
    Outcome.DEFERRED: ("deferred", "adjourned", "postponed", "tabled", "laid"),
    Outcome.CARRIED: (
        "carried", "carries", "pass", "approved", "adopted", "agreed", "resolved", "penderfynwyd",
        "cytunwyd",
    ),
    Outcome.NOTED: ("noted", "nodwyd"),
}  # fmt: skip
# Each outcome with the phrases that say it, the surest first.
OUTCOME_PHRASES: tuple[tuple[Outcome, tuple[str, ...]], ...] = (
    (
        Outcome.LAPSED,
        (
            (
                r"(?:fell|falls|failed|died|dies|lapsed?)\s+(?:\w+\s+){1,3}(?:want|lack)\s+of\s+a"
                r"\s+second(?:er)?"
            ),
            r"(?:there\s+was|with|received|finding|found|had)\s+no\s+second(?:er)?",
            r"was\s+not\s+seconded",
            r"{motion}\s+{was}(?:lapsed|fell|falls)",
        ),
    ),
    (
        Outcome.LOST,
        (
            r"{put}{was}(?:lost|defeated|rejected|not\s+(?:carried|passed|agreed))",
            r"(?:was|were|is)\s+{was}(?:lost|defeated)(?=\W{0,3}(?:[.;(]|by\s+\d|on\s+(?:a|the)\s+(?:vote|division|show|casting|chair)|\Z))",
            r"{motion}\s+{was}(?:lost|defeated|failed|fails|rejected|not\s+(?:carried|passed))",
            r"{motion}\s+(?:did|does)\s+not\s+(?:pass|carry)",
            r"declared\s+(?:the|that)\s+[^.]{1,160}?\s(?:lost|defeated|rejected)",
            r"(?:was\s+)?voted\s+down",
            r"\A\s*(?:lost|defeated|failed|not\s+carried)",
            # "The amendment was put to the vote. Lost."
            r"{to_vote}(?:lost|defeated|rejected|not\s+(?:carried|passed|agreed)){end_of_it}",
            r"(?<=[.;]\s)(?:lost|defeated|not\s+carried)(?=\s*(?:[.;]|\Z))",
            r"(?-i:LOST|DEFEATED|NOT CARRIED)",
        ),
    ),
    (
        Outcome.WITHDRAWN,
        (
            r"{motion}\s+{was}withdrawn",
            r"(?:withdrew|withdraw|withdrawing)\s+(?:the|his|her|their|its)\s+(?:\w+\s+)?{motion}",
            r"was\s+{was}withdrawn(?!\s+from)",
            r"\A\s*withdrawn",
            r"{to_vote}withdrawn{end_of_it}",
            r"(?-i:WITHDRAWN)",
        ),
    ),
    (
        Outcome.DEFERRED,
        (
            r"{motion}\s+{was}(?:deferred|adjourned|postponed|tabled|laid\s+on\s+the\s+table)",
            r"(?:was|were|be)\s+(?:deferred|adjourned)\s+(?:to|until|till|for|pending)",
            r"\A\s*(?:deferred|tabled)",
            r"(?-i:DEFERRED)",
        ),
    ),
    (
        Outcome.CARRIED,
        (
            r"{put}{was}(?:carried|passed|approved|adopted|agreed)",
            r"{motion}\s+{was}(?:carried|carries|passed|passes|approved|adopted|agreed)",
            r"(?:was|were|is|and)\s+{was}carried(?=\W{0,3}(?:[.;:(]|unanim|by\s+\d|on\s|nem|\Z))",
            r"declared\s+(?:the|that)\s+[^.]{1,160}?\s(?:carried|passed|adopted)",
            r"(?:it|this)\s+{was}(?:passed|approved|adopted)\s+(?:\d|unanimously)",
            r"\A\s*(?:unanimously\s+)?(?:carried|passed)(?!\s+(?:out|over|forward|on))",
            r"(?<=[.;]\s)(?:unanimously\s+)?carried(?:\s+unanimously)?(?=\s*(?:[.;]|\Z))",
            (
                r"(?:was|were)\s+{was}(?:approved|agreed|accepted|adopted|authorised)"
                r"(?=,?\s+(?:on\s+the\s+)?(?:proposed|prop\b|proposal|moved))"
            ),
            r"(?-i:CARRIED|PASSED|RESOLVED|AGREED|PENDERFYNWYD|CYTUNWYD)",
            r"(?-i:Resolved|Penderfynwyd|Cytunwyd)",
            r"(?:was|were)\s+(?:unanimously\s+)?(?:resolved|agreed)",
            r"(?:\A|(?<=[.;,]\s)|(?<=[-–]\s))all\s+(?:were\s+)?agreed",
            r"\A\s*(?:unanimously\s+)?(?:agreed|approved|adopted)",
            r"{to_vote}(?:unanimously\s+)?(?:carried|passed|agreed|approved|adopted){end_of_it}",
        ),
    ),
    (Outcome.NOTED, (r"(?-i:NOTED|NODWYD)", r"\A\s*noted", r"(?:was|were)\s+noted")),
)
