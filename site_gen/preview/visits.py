"""Who looks at the preview: open pages that wait for news, and requests that are being answered.

A page that was just written is fetched at once by whoever has it open, with its style and scripts.
Until they have it, the build of everything else would only take the processors from them.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

COMING_SECONDS = 0.1  # in which an open page that is out of date asks for the next
BETWEEN_SECONDS = 0.04  # from one request for a page, its style or its scripts to the next
LONGEST_SECONDS = 0.25  # that anybody waits


class Visits:
    """Counts them. Safe between threads."""

    def __init__(self) -> None:
        self._listening = 0
        self._answering = 0
        self._begun = 0  # requests in all
        self._last = 0.0
        self._changed = Condition()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """An open page waits for news."""
        with self._changed:
            self._listening += 1
        try:
            yield
        finally:
            with self._changed:
                self._listening -= 1

    @contextmanager
    def answering(self) -> Iterator[None]:
        """A request is being answered."""
        with self._changed:
            self._answering += 1
            self._begun += 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._answering -= 1
                self._last = time.monotonic()
                self._changed.notify_all()

    @property
    def listeners(self) -> int:
        """How many open pages wait for news."""
        with self._changed:
            return self._listening

    @property
    def begun(self) -> int:
        """How many requests there were up to now."""
        with self._changed:
            return self._begun

    def settle(self, since: int, *, longest: float = LONGEST_SECONDS) -> None:
        """Come back when open pages have what they asked for since there were `since` requests.

        At once where no page is open, soon where none asks for anything.
        """
        latest = time.monotonic() + longest
        with self._changed:
            if not self._listening:
                return
            coming = min(COMING_SECONDS, longest)
            if not self._changed.wait_for(lambda: self._begun > since, coming):
                return
            while (left := self._left()) > 0 and (now := time.monotonic()) < latest:
                self._changed.wait(min(left, latest - now))

    def _left(self) -> float:
        """Seconds until nobody can be thought to ask for more, as far as is known."""
        if self._answering:
            return LONGEST_SECONDS
        return self._last + BETWEEN_SECONDS - time.monotonic()
