"""Helping processes: results in the order of the tasks, whoever made them."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from site_gen.publish.beside import WorkerLostError

if TYPE_CHECKING:  # it takes a moment to load, and a small change needs no such processes
    from concurrent.futures import ProcessPoolExecutor

Task = TypeVar("Task")
Result = TypeVar("Result")


def in_workers(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    workers: int,
    chunk: int = 1,
    start: Callable[..., None] | None = None,
    given: tuple[object, ...] = (),
) -> Iterator[Result]:
    """`work` on each of `tasks` in `workers` processes, each begun with `start(*given)`.

    Raises WorkerLostError when one of them is ended from outside.
    """
    with worker_pool(workers, start, given) as pool:
        yield from pool.map(work, tasks, chunksize=chunk)


@contextmanager
def worker_pool(
    workers: int, start: Callable[..., None] | None = None, given: tuple[object, ...] = ()
) -> "Iterator[ProcessPoolExecutor]":
    """The processes themselves, for several kinds of work one after another.

    Raises WorkerLostError as `in_workers` does.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    pool = ProcessPoolExecutor(
        workers,
        mp_context=get_context("spawn"),
        initializer=partial(_begin, start, *given),
    )
    try:
        yield pool
    except BrokenProcessPool as error:
        raise WorkerLostError from error
    finally:
        # Whoever stops early, by Ctrl+C or an error, does not wait for what nobody wants now.
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(start: Callable[..., None] | None, *given: object) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    # Few things lie in circles, and one meeting has thousands: looking for them took a twentieth.
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)
    if start is not None:
        start(*given)


def _end_with_parent() -> None:
    """A process that was killed tells nobody, and its workers would wait for ever."""
    from multiprocessing import parent_process  # noqa: PLC0415
    from multiprocessing.connection import wait  # noqa: PLC0415

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
