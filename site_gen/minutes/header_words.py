"""The words that say when, where and of whom minutes are: data for `header`."""

# Before a date that is the meeting's own.
HELD = (
    r"held|meeting|minutes|convened|took\s+place|date(?:\s+of\s+meeting)?|a\s+gynhaliwyd|cyfarfod"
    r"|cruinniú"
)
# Before a date that is another's: "minutes of the meeting held on 3rd May", "report dated".
NOT_HELD = (
    r"(?:adoption|approval|confirmation|signing)\s+of\s+(?:the\s+)?minutes|(?:last|previous|next|"
    r"earlier|adjourned|future|forthcoming)\s+(?:\w+\s+){0,3}(?:meeting|minutes)|dated|circulated"
    r"|copy\s+of|draft\s+minutes|minutes\s+(?:from|for)|signed|report\s+of|published|posted"
    r"|correspondence|letter|deadline|agenda\s+for|to\s+be\s+held|will\s+(?:be|take)|its\s+meeting"
)

START_WORDS = (
    r"commenc(?:ed|ing|es)|start(?:ed|ing|s)?|called\s+to\s+order|opened|began|beginning|convened"
    r"|time|at|from|am|@"
)
END_WORDS = (
    r"(?:meeting|session|business|proceedings)?\s*(?:was\s+|then\s+|were\s+|be\s+)?(?:closed"
    r"|concluded|ended|finished|rose|terminated|adjourned|declared\s+closed|closing)"
    r"|adjourned\s+the\s+meeting|closed\s+the\s+meeting|meeting\s+(?:ends|closes)|end\s+time"
    r"|daeth\s+y\s+cyfarfod\s+i\s+ben"
)
VENUE_LABELS = r"venue|location|place|lleoliad"

MONTHS = r"january|february|march|april|may|june|july|august|september|october|november|december"
# What a meeting may be before "meeting of": no part of the body's name.
MEETING_KINDS = (
    rf"(?:(?:the|a|an|monthly|special|annual|ordinary|extraordinary|extra-ordinary|quarterly|draft"
    r"|budget|budgetary|statutory|regular|emergency|adjourned|inaugural|joint|full|\d{{1,3}}(?:st|nd"
    rf"|rd|th)|first|second|third|fourth|public|open|remote|virtual|{MONTHS}|\d{{4}})\s+)*"
)
# Words at the end of a title that are no part of the body's name.
MEETING_ENDS = (
    rf"(?:\s+(?:monthly|special|annual|ordinary|extraordinary|regular|general|budget|{MONTHS})\s*)*"
    r"\s*(?:meetings?|minutes)\b"
)
