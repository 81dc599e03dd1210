"""What open pages are told: whether a build goes on, and what is wrong with the site."""

from threading import Condition

from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, in plain words."""

    is_error: bool
    message: str
    remedy: str = ""
    place: str = ""  # "content/meetings/planning/2024-03-12.md, line 3"
    more: int = 0  # other places of which the same is said


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The state of the preview at one moment."""

    edition: str = (
        ""  # a page that was sent with another edition is out of date; empty: no site yet
    )
    is_building: bool = False
    problems: tuple[Problem, ...] = ()  # the first ones, errors first
    errors: int = 0  # in all
    warnings: int = 0


class BulletinBoard:
    """Holds the latest bulletin and wakes those who wait for the next. Safe between threads."""

    def __init__(self) -> None:
        self._latest = Bulletin()
        self._number = 0
        self._is_closed = False
        self._changed = Condition()

    @property
    def latest(self) -> Bulletin:
        """The bulletin that holds now."""
        with self._changed:
            return self._latest

    def post(self, bulletin: Bulletin) -> None:
        """Put up a bulletin in place of the one before."""
        with self._changed:
            self._latest = bulletin
            self._number += 1
            self._changed.notify_all()

    def close(self) -> None:
        """There will be no more; whoever waits goes home."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def wait(self, seen: int, timeout: float) -> tuple[int, Bulletin | None]:
        """The next bulletin after the one numbered `seen` (-1: any), with its number.

        None when none came within `timeout` seconds. Bulletins that followed each other quickly
        are skipped but for the last. Raises BoardClosedError at the end.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._number != seen, timeout)
            if self._is_closed:
                raise BoardClosedError
            return self._number, None if self._number == seen else self._latest


class BoardClosedError(Exception):
    """The preview is over."""
