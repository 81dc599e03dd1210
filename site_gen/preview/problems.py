"""What went wrong, as open pages show it."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path

from site_gen.diagnostics import Diagnostic, Severity
from site_gen.preview.bulletin import Bulletin, Problem
from site_gen.publish.beside import WorkerLostError
from site_gen.publish.output_folder import OutputRefusedError
from site_gen.site.theme_folders import ThemeError
from site_gen.text.values import replace

MOST_SHOWN = 40
FORESEEN = (ThemeError, OutputRefusedError, OSError, sqlite3.OperationalError, WorkerLostError)
STAYS = "The site stays as it was until this is mended."


def bulletin_of(
    findings: Iterable[Diagnostic], *, edition: str, saved: Collection[str] = ()
) -> Bulletin:
    """The bulletin after a build that found `findings`.

    Errors come first, and among equals those of the files that were `saved` last. What is said of
    many places is shown once, with the first. A line of minutes is never quoted.
    """

    def urgency(one: Diagnostic) -> tuple[bool, bool]:
        return one.severity is not Severity.ERROR, one.place.path not in saved

    told = [one for one in findings if one.severity is not Severity.HINT]
    told.sort(key=lambda one: (urgency(one), one.sort_key))
    errors = sum(one.severity is Severity.ERROR for one in told)
    return Bulletin(
        edition,
        problems=tuple(islice(_shown_once(told), MOST_SHOWN)),
        errors=errors,
        warnings=len(told) - errors,
    )


def problem_of(error: Exception, *, root: Path) -> Problem:
    """Why a build could not go on, for a person; the site before it stands."""
    if isinstance(error, ThemeError):
        message = f"There is a mistake in the theme: {_sentence(error.reason)}"
        return Problem(True, message, STAYS, error.place(root))
    if isinstance(error, OutputRefusedError):
        return Problem(True, _sentence(str(error)), STAYS)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        named = f" ({error.filename})" if error.filename else ""
        return Problem(True, f"A file cannot be read or written: {_sentence(reason)}{named}", STAYS)
    if isinstance(error, sqlite3.OperationalError):
        message = f"The disk did not take the site: {_sentence(str(error))}"
        return Problem(True, message, f"Make room, or allow writing. {STAYS}")
    if isinstance(error, WorkerLostError):
        message = "A helping process was ended from outside."
        return Problem(True, message, f"Is there enough memory? Save again to try again. {STAYS}")
    message = "Minutebook has made a mistake of its own and could not build the site."
    remedy = f"What it says is printed where it was started. Please report it. {STAYS}"
    return Problem(True, message, remedy)


def is_unforeseen(error: Exception) -> bool:
    """Whether nothing in the archive's folder explains the error."""
    return not isinstance(error, FORESEEN)


def _shown_once(findings: Iterable[Diagnostic]) -> Iterator[Problem]:
    alike: dict[tuple[bool, str, str], list[Diagnostic]] = {}
    for one in findings:
        said = (one.severity is Severity.ERROR, one.message, one.hint)
        alike.setdefault(said, []).append(one)
    for first, *others in alike.values():
        yield replace(_shown(first), more=len(others))


def _shown(finding: Diagnostic) -> Problem:
    place = f"{finding.place.path}, line {finding.place.line}"
    is_error = finding.severity is Severity.ERROR
    return Problem(is_error, _sentence(finding.message), _sentence(finding.hint), place)


def _sentence(words: str) -> str:
    """The words as a sentence: a capital at the front, a full stop at the end."""
    shown = words.strip()
    if not shown:
        return ""
    return shown[0].upper() + shown[1:] + ("" if shown.endswith((".", "?", "!")) else ".")
