"""Answers that were promised and have not been given."""

from collections.abc import Iterable, Iterator

from site_gen.archive.links import EarlierAnswer
from site_gen.archive.openings import opening_words
from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.places import Place


def check_promises(store: Store, answers: Iterable[EarlierAnswer]) -> Iterator[Diagnostic]:
    """A hint for each promised answer that neither its own nor a later meeting holds.

    A promise is open once the same body has met again. `answers` are those that later meetings
    gave.
    """
    given = {(one.question_meeting, one.question_address) for one in answers}
    rows = store.select(
        "SELECT p.path, p.line, m.id, p.question, p.opening FROM promised p "
        "JOIN meetings m USING (path) WHERE NOT m.is_shadowed AND EXISTS ("
        "SELECT 1 FROM meetings later WHERE later.body = m.body AND later.day > m.day "
        "AND later.status NOT IN ('scheduled', 'cancelled', 'postponed', 'inquorate')) "
        "ORDER BY p.path, p.line"
    )
    for path, line, meeting, question, opening in rows:
        if (meeting, question) not in given:
            message = f'the answer promised here is not in the archive: "{opening_words(opening)}"'
            yield finding("promised-answer-open", Place(path, line), message)
