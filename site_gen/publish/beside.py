"""A second process beside this one, so that both processors of a small machine have work.

A change of one meeting leaves little to do, and half of that is loading what does it. The other
process loads and does its part meanwhile. It ends with the one that asks, however that ends, so
that it never writes when another build has begun.
"""

import gc
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any, Generic, NamedTuple, TypeVar

Result = TypeVar("Result")
START = "import sys; sys.path[:] = {path!r}; from site_gen.publish.beside import answer; answer()"
SIZE_BYTES = 8


class WorkerLostError(Exception):
    """A helping process was ended from outside."""


class Beside:
    """The other process. It does what it is asked in that order; `close` ends it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", START.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._asked = self._answered = 0
        self.worked = 0.0  # seconds of processors, when the latest answer was given that was taken
        self._answers: dict[int, tuple[bool, Any]] = {}
        self._arrived: SimpleQueue[bytes | None] = SimpleQueue()
        self._to_tell: SimpleQueue[bytes | None] = SimpleQueue()
        # A pipe takes little until it is read, and each has better things to do than to wait.
        for work in (self._listen, self._tell):
            Thread(target=work, daemon=True).start()

    def ask(self, work: Callable[..., Result], *given: object) -> "Answer[Result]":
        """Have `work` called with `given` there; both must go there by pickle."""
        number = self._asked
        self._asked += 1
        self._to_tell.put(pickle.dumps((work, given)))
        return Answer(self, number)

    def has_answered(self, number: int) -> bool:
        """Whether the question of this number was answered; they are in their order."""
        return self._answered > number

    def answer(self, number: int) -> Any:
        """What the question of this number gave; each can be taken once."""
        while number not in self._answers:
            received = self._arrived.get()
            if received is None:
                self._arrived.put(None)  # for whoever asks next
                raise WorkerLostError
            of, is_good, value, self.worked = pickle.loads(received)  # noqa: S301 - our own
            self._answers[of] = (is_good, value)
        is_good, value = self._answers.pop(number)
        if not is_good:
            raise value
        return value

    def close(self) -> None:
        """End the other process, whatever it is doing."""
        self._to_tell.put(None)
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # it was told something that it did not live to read
                _pipe(pipe).close()

    def _tell(self) -> None:
        with suppress(OSError, ValueError):  # it is gone; whoever waits for an answer is told
            while (message := self._to_tell.get()) is not None:
                _send(_pipe(self._process.stdin), message)

    def _listen(self) -> None:
        with suppress(OSError, ValueError):  # closed on this side
            while (received := _received(_pipe(self._process.stdout))) is not None:
                self._answered += 1
                self._arrived.put(received)
        self._arrived.put(None)


class Answer(NamedTuple, Generic[Result]):
    """What the other process will say."""

    beside: Beside
    number: int

    @property
    def is_there(self) -> bool:
        """Whether it has said it, so that nobody would wait."""
        return self.beside.has_answered(self.number)

    def get(self) -> Result:
        """Wait for it. Raises what the work raised; WorkerLostError when the process is gone."""
        result: Result = self.beside.answer(self.number)
        return result


def answer() -> None:
    """Do what is asked at standard input until nobody asks any more: the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks is told, and ends us
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)
    asked: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_take_questions, args=(asked,), daemon=True).start()
    # Whoever asked may have been ended from outside.
    with suppress(BrokenPipeError), os.fdopen(os.dup(1), "wb") as told:
        os.dup2(2, 1)  # what is printed by mistake is no answer
        for number in count():
            _send(told, pickle.dumps((number, *_result(asked.get()), time.process_time())))


def _take_questions(asked: SimpleQueue[bytes]) -> None:
    """Wait for questions while others are answered; the end of them is the end of all."""
    with os.fdopen(0, "rb") as pipe:
        while (received := _received(pipe)) is not None:
            asked.put(received)
    os._exit(0)


def _result(received: bytes) -> tuple[bool, Any]:
    try:
        work, given = pickle.loads(received)  # noqa: S301 - from our own process
        return True, work(*given)
    except Exception as error:  # noqa: BLE001 - raised again where it was asked
        return False, error


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(SIZE_BYTES, "big") + message)
    pipe.flush()


def _received(pipe: IO[bytes]) -> bytes | None:
    """The next message; None at the end."""
    size = pipe.read(SIZE_BYTES)
    if len(size) < SIZE_BYTES:
        return None
    wanted = int.from_bytes(size, "big")
    message = pipe.read(wanted)
    return message if len(message) == wanted else None


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise WorkerLostError
    return pipe
