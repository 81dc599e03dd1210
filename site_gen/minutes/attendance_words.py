"""The words that announce who was there: data for `attendance`."""

from site_gen.model.meetings import Presence

# Whoever is announced by no label of their own is a member. The first that fits is taken, so the
# longer stand first. Patterns match at the start of a paragraph or sentence, in any case.
ATTENDANCE_LABELS: tuple[tuple[str, Presence], ...] = (
    (r"(?:present\s+)?in\s+the\s+chair|presiding(?:\s+officer)?|chaired\s+by", Presence.MEMBER),
    (
        (
            r"(?:members\s+of\s+)?(?:the\s+)?(?:public|press|media)(?:\s+and\s+(?:the\s+)?"
            r"(?:public|press|media))?(?:\s+(?:present|in\s+attendance|attending))?"
        ),
        Presence.OTHER,
    ),
    (
        (
            r"members\s+of\s+the\s+public\s+and\s+(?:press|media)|visitors|guests|observers"
            r"|also\s+(?:present|in\s+attendance|attending)(?:\s+(?:was|were))?"
            r"|(?:remote|virtual|online)\s+attendance|attend(?:ing|ed)\s+(?:remotely|online)"
            r"|(?:\w+\s+)?representatives(?:\s+present)?|yn\s+bresennol\s+hefyd"
        ),
        Presence.OTHER,
    ),
    (
        (
            r"(?:officers|officials|officer|staff|management\s+and\s+staff|executive)"
            r"(?:\s+(?:present|in\s+attendance|attending|also\s+present))?"
            r"|in\s+attendance|swyddogion(?:\s+yn\s+bresennol)?|oifigigh\s+i\s+láthair"
        ),
        Presence.OFFICER,
    ),
    (
        (
            r"(?:an\s+|no\s+)?apolog(?:y|ies)(?:\s+for\s+(?:(?:non-?)?(?:absence|attendance)|(?:his|her|their)"
            r"\s+inability\s+to\s+attend(?:\s+the\s+meeting)?))?(?:\s+(?:accepted|received))?"
            r"(?:\s+(?:had|have|has)\s+been)?(?:\s+(?:was|were))?(?:\s+(?:given|received|accepted|noted"
            r"|tendered|recorded|made))?(?:\s+(?:by|from|for|on\s+behalf\s+of))?"
            r"|ymddiheuriadau(?:\s+am\s+absenoldeb)?|leithscéalta"
        ),
        Presence.APOLOGIES,
    ),
    (
        (
            r"(?:members\s+|councillors\s+)?(?:absent|not\s+present|absentees|excused)(?:\s+with(?:out)?"
            r"\s+apolog(?:y|ies))?"
        ),
        Presence.ABSENT,
    ),
    (
        (
            r"(?:members|councillors|commissioners|trustees|governors|those|directors|committee\s+members)"
            r"(?:\s+and\s+staff)?\s+(?:present|attending|in\s+attendance)"
            r"|present(?:\s+(?:was|were|at\s+the\s+meeting))?|attendees|attendance|in\s+attendance\s+were"
            r"|the\s+following(?:\s+(?:members|councillors))?\s+(?:were|was)\s+(?:present|in\s+attendance)"
            r"|yn\s+bresennol|i\s+láthair|councillors|(?:committee\s+)?members|commissioners|baill"
        ),
        Presence.MEMBER,
    ),
)

# Whoever holds one of these in the list of those present took the chair, a deputy did not.
CHAIR_WORDS = (
    r"(?:the\s+|an\s+)?(?:in\s+the\s+chair|chair(?:man|woman|person)?|cathaoirleach|cadeirydd"
    r"|presiding(?:\s+officer)?|convener|acting\s+chair(?:man|woman|person)?)"
)

# Nobody who holds one of these is a member, whatever list the name stands in.
EMPLOYED_WORDS = (
    r"(?:the\s+)?(?:acting\s+|interim\s+|assistant\s+|deputy\s+)?"
    r"(?:port|city|town|county|village|township|district|general)\s+(?:manager|administrator|attorney)"
)

SUBSTITUTE_WORDS = (
    r"(?:as\s+(?:a\s+)?)?(?:named\s+)?(?:substitut(?:e|ing)|sub|deputi[sz]ing|deputy|reserve|proxy"
    r"|alternate)\s+for|in\s+(?:the\s+)?place\s+of|replacing|dirprwy(?:o)?\s+ar\s+ran"
)

# Alone such a verb says it only where a time or the end of the sentence follows.
_PLACE = r"\s+(?:to\s+)?(?:the\s+|this\s+)?(?:meeting|room|chamber|hall|table)"
_ALONE = (
    r"(?=\s*(?:[.;,)(\n@]|\Z|at\s|during\s|after\s|before\s|prior\s|shortly"
    r"|(?:late|early)(?!\w)))"
)
ARRIVAL_WORDS = (
    r"(?:arrived(?:\s+(?:at|in|late\s+(?:to|at|for)))?|(?:re-?)?joined|(?:re-?)?entered|returned"
    rf"|came\s+in(?:to)?)(?:{_PLACE}|{_ALONE})"
)
DEPARTURE_WORDS = (
    r"(?:left|departed(?:\s+from)?|retired\s+from|withdrew(?:\s+from)?"
    rf"|vacated)(?:{_PLACE}|{_ALONE})"
)
